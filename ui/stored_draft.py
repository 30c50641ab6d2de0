"""Where the open report is kept: the store, and its id there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.store import Store


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """Gives the open report's history and its exports their place."""

    store: "Store"
    report_id: str

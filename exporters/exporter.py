"""What an export format is: its key, its words in menus, its suffix and the function that writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from models.document import Document


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `write` puts the whole paper into an open binary stream and never opens a file itself."""

    key: str
    label: str
    suffix: str
    write: Callable[[Document, BinaryIO], None]

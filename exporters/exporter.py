"""What an export format is: its key, its words in menus, its suffix and the function that writes it."""

from dataclasses import dataclass
from typing import BinaryIO, Protocol

from exporters.profile import Profile
from models.document import Document


class Write(Protocol):
    """Puts a paper into a stream by the rules of a profile."""

    def __call__(self, document: Document, stream: BinaryIO, rules: Profile | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `write` puts the whole paper into an open binary stream and never opens a file itself.

    Without a profile the page is that of GB/T 9704-2012. `is_usual`: it is written where nobody says which formats;
    one that is not is added for a public version.
    """

    key: str
    label: str
    suffix: str
    write: Write
    is_usual: bool = True

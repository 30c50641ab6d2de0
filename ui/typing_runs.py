"""What undo takes back together: typing that goes on where it stopped, until a clause ends."""

from models.atoms import Splice
from models.editing import Path


class TypingRuns:
    """Tells the edits of a section's texts apart. `key` is the section's."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._last: tuple[Path, Splice] | None = None
        self._run = 0

    def note(self, path: Path, change: Splice, words: str) -> str:
        """The name under which undo merges an edit of the text at `path`, empty where it stands alone."""
        goes_on = self._last is not None and self._last[0] == path and change.continues(self._last[1])
        self._run += not goes_on
        self._last = (path, change)
        return f"body:{self._key}:{self._run}" if words in ("输入", "删除") else ""

    def end(self) -> None:
        """Paths mean other items from now on: nothing goes on."""
        self._last = None

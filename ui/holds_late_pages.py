"""A widget in which names are looked for, and found also where what bears them is not made yet."""

from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QDialog


class MakesPages(Protocol):
    """Has pages that are made when they are needed."""

    def make_next(self) -> bool:
        """Make the first page that is not there yet; False where all are."""
        ...


class HoldsLatePages:
    """A widget in which names are looked for: what is not there yet is made and looked for again.

    Dialogs are no part of a page, and nothing is made for them.
    """

    @property
    def late_pages(self) -> MakesPages | None:
        """What makes the pages in it."""
        raise NotImplementedError

    def _make_next(self) -> bool:
        return self.late_pages is not None and self.late_pages.make_next()

    def findChild(self, kind: Any, *options: Any) -> Any:
        find = partial(super().findChild, kind, *options)  # type: ignore[misc]
        found = find()
        while found is None and not issubclass(kind, QDialog) and self._make_next():
            found = find()
        return found

    def findChildren(self, kind: Any, *options: Any) -> Any:
        while not issubclass(kind, QDialog) and self._make_next():
            pass
        return super().findChildren(kind, *options)  # type: ignore[misc]

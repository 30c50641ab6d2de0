"""A widget in which names are looked for, and found also where what bears them is not made yet."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from ui.late_pages import LatePages


class HoldsLatePages:
    """A widget in which names are looked for: what is not there yet is made and looked for again.

    Dialogs are no part of a page, and nothing is made for them.
    """

    @property
    def late_pages(self) -> "LatePages | None":
        """The tabs in it."""
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

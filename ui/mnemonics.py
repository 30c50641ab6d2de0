"""Letters that choose a menu's entries by key: 查找(F)……, of its own key or the pinyin, no letter twice in a menu."""

import re

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from models.pinyin_initials import initials

_GIVEN = re.compile(r"\(&(.)\)")
_MARK = re.compile(r"[（(]&.[）)]|&(?!&)")
_SPARE = "abcdefghijklmnopqrstuvwxyz0123456789"
_DOTS = "……"


def give(menu: QMenu) -> None:
    """Give a letter to every entry that has none; called whenever the menu opens, for entries come and go."""
    actions = [action for action in menu.actions() if action.isVisible() and action.text()]
    taken = {found[1].lower() for action in actions if (found := _GIVEN.search(action.text()))}
    for action in actions:
        if not _GIVEN.search(action.text()):
            wanted = _letter_of_key(action) + initials(action.text()) + _SPARE
            letter = next((one for one in wanted if one not in taken), "")
            taken.add(letter)
            if letter:
                _put(action, letter.upper())


def plain_words(words: str) -> str:
    """A menu's words without the letter that chooses them by key."""
    return _MARK.sub("", words)


def _letter_of_key(action: QAction) -> str:
    """f of Ctrl+F, so that there is one letter to remember; "" for a key of another kind."""
    last = action.shortcut().toString().rpartition("+")[2].lower()
    return last if len(last) == 1 and last.isalnum() else ""


def _put(action: QAction, letter: str) -> None:
    words = action.text()
    dots = _DOTS if words.endswith(_DOTS) else ""
    action.setText(f"{words.removesuffix(dots)}(&{letter}){dots}")

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
    for letters_of in (_letter_of_key, _letters_of_words):  # a word must not take the letter of another's key
        for action in actions:
            letter = next((one for one in letters_of(action) if one not in taken), "")
            if letter and not _GIVEN.search(action.text()):
                taken.add(letter)
                _put(action, letter.upper())


def plain_words(words: str) -> str:
    """A menu's words without the letter that chooses them by key, and without a key that is only shown."""
    return _MARK.sub("", words).partition("\t")[0]


def _letter_of_key(action: QAction) -> str:
    """f of Ctrl+F, so that there is one letter to remember; "" for a key of another kind."""
    keys = action.shortcut().toString() or action.text().partition("\t")[2]
    last = keys.rpartition("+")[2].lower()
    return last if len(last) == 1 and last.isalnum() else ""


def _letters_of_words(action: QAction) -> str:
    return initials(plain_words(action.text())) + _SPARE


def _put(action: QAction, letter: str) -> None:
    words, tab, keys = action.text().partition("\t")
    dots = _DOTS if words.endswith(_DOTS) else ""
    action.setText(f"{words.removesuffix(dots)}(&{letter}){dots}{tab}{keys}")

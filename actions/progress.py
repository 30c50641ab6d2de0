"""How far long work is, and stopping it: one protocol for all that can be watched."""

from collections.abc import Callable

from models.errors import UserError

Tell = Callable[[int, int, str], bool]
"""Hears how much is done, of how much, and what is being done; says whether to go on. Called on any thread."""


def unwatched(_done: int, _count: int, _what: str) -> bool:
    """Nobody watches: go on."""
    return True


class StoppedError(UserError):
    """Whoever watches said no."""

    def __init__(self, sentence: str = "已停下，什么也没有写入；要做请重新开始。") -> None:
        super().__init__(sentence)

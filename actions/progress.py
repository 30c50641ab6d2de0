"""How far long work is, and stopping it: one protocol for all that can be watched."""

from collections.abc import Callable

from models.errors import UserError

Tell = Callable[[int, int, str], bool]
"""Hears how much is done, of how much, and what is being done; says whether to go on. Called on any thread."""

_KEPT = "什么也没有写入"
_SENTENCE = "已停下，{kept}；要做请重新开始。"


def unwatched(_done: int, _count: int, _what: str) -> bool:
    """Nobody watches: go on."""
    return True


class StoppedError(UserError):
    """Whoever watches said no."""

    def __init__(self, sentence: str = _SENTENCE.format(kept=_KEPT)) -> None:
        super().__init__(sentence)


class Steps:
    """Work in steps, of which there are `count`. Where `tell` says no the next one raises StoppedError, which says
    what was `kept`."""

    def __init__(self, count: int, tell: Tell, kept: str = _KEPT) -> None:
        self._count, self._tell = count, tell
        self._stopped = _SENTENCE.format(kept=kept)
        self._done = 0

    def begin(self, what: str) -> None:
        """A step begins, and the one before is done."""
        if not self._tell(self._done, self._count, what):
            raise StoppedError(self._stopped)
        self._done += 1

    def finish(self, what: str) -> None:
        """The last step begins, after which there is nothing to go back to: it is not stopped."""
        self._tell(self._done, self._count, what)

    def part(self, what: str) -> Callable[[int, int], None]:
        """For work that counts for itself: hears how much of it is done, of how much, and raises StoppedError."""

        def watch(done: int, count: int) -> None:
            if not self._tell(done, count, what):
                raise StoppedError(self._stopped)

        return watch

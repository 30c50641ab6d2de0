"""SQLite's write-ahead log (-wal): the pages in it, told apart by whether its checksums still vouch for them.

SQLite stops at the first frame whose checksum fails and forgets, without a word, all that was committed after it.
"""

import array
import sys
from dataclasses import dataclass

_HEADER, _FRAME = 32, 24
_MAGIC = {0x377F0682: "little", 0x377F0683: "big"}
_SALTS = slice(8, 16)
_USUAL_SIZE = 4096
_MOST_ROUNDS = 1_000_000
"""Far more often than a log begins anew while its oldest frames are still there."""


@dataclass(frozen=True, slots=True)
class Log:
    """Page numbers and pages in the order they were written: those SQLite still takes, and those it forgets.

    `is_torn`: it forgets, or may forget, something that was committed.
    """

    page_size: int = 0
    taken: tuple[tuple[int, bytes], ...] = ()
    forgotten: tuple[tuple[int, bytes], ...] = ()
    is_torn: bool = False


def read_log(content: bytes) -> Log:
    """The frames of a log. `forgotten` is empty where nothing that was committed follows the last good frame."""
    order = _MAGIC.get(int.from_bytes(content[:4], "big"))
    size = int.from_bytes(content[8:12], "big")
    checksum = _checksum(content[:24], (0, 0), order) if order and len(content) >= _HEADER else None
    if order is None or checksum is None or checksum != _pair(content[24:32]):
        return _without_header(content)
    salts, is_good = content[16:24], True
    good: list[tuple[int, bytes]] = []
    rest: list[tuple[int, bytes]] = []
    committed, follows = 0, False
    for at in range(_HEADER, len(content) - _FRAME - size + 1, _FRAME + size):
        head, page = content[at : at + _FRAME], content[at + _FRAME : at + _FRAME + size]
        number, commits = int.from_bytes(head[:4], "big"), any(head[4:8])
        if is_good and head[_SALTS] == salts:
            checksum = _checksum(page, _checksum(head[:8], checksum, order), order)
            is_good = checksum == _pair(head[16:24])
        else:
            is_good = False
        if is_good:
            good.append((number, page))
            committed = len(good) if commits else committed
        elif head[_SALTS] == salts:
            rest.append((number, page))
            follows = follows or commits
        elif not _is_left_over(head[_SALTS], salts):
            follows = True  # nothing but damage writes such a frame: what it said is gone
    forgotten = tuple(good[committed:] + rest) if follows else ()
    return Log(size, tuple(good[:committed]), forgotten, follows)


def _is_left_over(found: bytes, salts: bytes) -> bool:
    """Whether a frame's salts are those of an earlier round of the log, or were never written.

    The first of the two salts counts the rounds.
    """
    rounds = (int.from_bytes(salts[:4], "big") - int.from_bytes(found[:4], "big")) & 0xFFFFFFFF
    return not any(found) or 0 < rounds < _MOST_ROUNDS


def _without_header(content: bytes) -> Log:
    """A log whose header is damaged, of which SQLite takes nothing: its frames, with pages of the usual size."""
    salts = content[_HEADER:][_SALTS]
    starts = range(_HEADER, len(content) - _FRAME - _USUAL_SIZE + 1, _FRAME + _USUAL_SIZE)
    frames = tuple(
        (int.from_bytes(content[at : at + 4], "big"), content[at + _FRAME : at + _FRAME + _USUAL_SIZE])
        for at in starts
        if any(salts) and content[at + 8 : at + 16] == salts
    )
    return Log(_USUAL_SIZE, (), frames, bool(frames))


def _pair(written: bytes) -> tuple[int, int]:
    return int.from_bytes(written[:4], "big"), int.from_bytes(written[4:], "big")


def _checksum(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """The log's running checksum over pairs of 32-bit words."""
    words = array.array("I", data)
    if sys.byteorder != order:
        words.byteswap()
    one, other = before
    pairs = iter(words)
    for first, second in zip(pairs, pairs, strict=True):
        one = (one + first + other) & 0xFFFFFFFF
        other = (other + second + one) & 0xFFFFFFFF
    return one, other

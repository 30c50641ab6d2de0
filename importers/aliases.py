"""Aliases: how an indicator is recognised by the words before and behind an amount.

``清理#规范性文件`` asks for 清理 before the amount and 规范性文件 behind its unit; ``…`` stands for a few characters.
Without a ``#`` the words stand before the amount.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

from importers.filler_words import LEADING, TRAILING
from importers.label import Label, bare

_GAP = r"[^，,。；;：:]{0,14}?"
_LEADING_GAP = r"[^，,。；;：:均都各设配聘建]{0,14}?"
"""Right behind the amount only attributes: 18个专业性调委会, not 23个村均建立调委会."""

_TELLING = 5
_TELLING_IN_CONTEXT = 7
"""An alias of so many characters names its thing whatever stands before it; a shorter one must be all there is.
One that needs a context to be understood must be longer."""

_NAMING = 4
"""An alias of so many characters may also stand behind the amount."""

_NEUTRAL = re.compile(
    rf"(?:{LEADING.pattern}(?:"
    r"组织|开展|办理|受理|召开|举办|举行|完成|建立|组建|参加|收到|出具|提出|新增|作出|培育|培养|聘请|聘任|选聘|设立|建成|打造|"
    r"创建|评选|审核|审查|评查|抽查|抽取|报送|制发|制定|出台|决定|依法|予以|直接|发放|发生|覆盖|尚|"
    r"[全省市县区镇乡本上各][省市县区镇乡级]?(?:各级)?|行政机关|行政复议|复议机构|县政府|县司法局"
    rf"))*{LEADING.pattern}"
)
"""Words that may stand before a short alias without changing what it says: 依法办理, 全县共."""


@dataclass(frozen=True, slots=True)
class Alias:
    """An alias taken apart at its gaps: what stands before the amount, what behind; empty where nothing need."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    letters: int

    @classmethod
    def parse(cls, written: str) -> Self:
        """An alias as the catalogue writes it."""
        before, _, behind = written.partition("#")
        return cls(_pieces(before), _pieces(behind), len(re.sub("[…#]", "", written)))

    def fits(self, label: Label, in_context: bool = False) -> bool:
        """Whether the words around an amount are this alias; `in_context`: it means its thing only in a context."""
        if not self.behind and self._stands_behind(label):
            return True
        return self._fits_behind(label.behind) and self._fits_before(label.words, in_context)

    def names(self, context: tuple[str, ...]) -> bool:
        """Whether the alias itself holds one of the words that make it understood."""
        return any(word in piece for word in context for piece in (*self.before, *self.behind))

    def _stands_behind(self, label: Label) -> bool:
        """Whether words meant to stand before stand behind instead: 举办6场法治讲座 for 法治讲座6场."""
        if self.letters < _NAMING or label.inherited or not label.behind.startswith(self.before[0]):
            return False
        return _pattern(self.before).match(label.behind) is not None and _says_nothing(label.words)

    def _fits_behind(self, behind: str) -> bool:
        if any(piece not in behind for piece in self.behind):
            return False
        return not self.behind or _pattern(self.behind).match(behind.removeprefix("的")) is not None

    def _fits_before(self, words: str, in_context: bool) -> bool:
        """商标撤销 is something else than 撤销, so what stands before a short alias must say nothing."""
        if not self.before or any(piece not in words for piece in self.before):
            return not self.before
        telling = self.letters >= (_TELLING_IN_CONTEXT if in_context else _TELLING)
        return any(telling or _says_nothing(words[:start]) for start in self._starts(words))

    def _starts(self, words: str) -> Iterator[int]:
        """Where the alias begins when it ends the words, 案件, 共, 达 and the like left aside."""
        pattern = _pattern(self.before)
        end = words.rfind(self.before[-1]) + len(self.before[-1])
        while end >= len(self.before[-1]) and TRAILING.fullmatch(words, end):
            starts = (match.start() for match in re.finditer(re.escape(self.before[0]), words[:end]))
            yield from (start for start in starts if pattern.fullmatch(words, start, end))
            end = words.rfind(self.before[-1], 0, end - 1) + len(self.before[-1])


def last_place(written: str, text: str) -> int:
    """Where words with gaps begin in a text for the last time, -1 where they do not."""
    pieces = _pieces(written)
    if len(pieces) == 1 or any(piece not in text for piece in pieces):
        return text.rfind(pieces[0]) if len(pieces) == 1 else -1
    return max((match.start() for match in _pattern(pieces).finditer(text)), default=-1)


@lru_cache(maxsize=1024)
def _says_nothing(words: str) -> bool:
    rest = re.split("并|其中|，|、", words)[-1]
    return _NEUTRAL.fullmatch(rest) is not None


@cache
def _pieces(written: str) -> tuple[str, ...]:
    return tuple(bare(written).split("…")) if written else ()


@cache
def _pattern(pieces: tuple[str, ...]) -> re.Pattern[str]:
    first, *others = map(re.escape, pieces)
    return re.compile(_GAP.join((first, *others)) if first else _LEADING_GAP + _GAP.join(others))

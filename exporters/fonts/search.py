"""Fonts by the names inside their files: the file's own name says nothing (simfang.ttf, FZXBSJW.TTF)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from exporters.fonts.choice import Refused
from exporters.fonts.judging import BROKEN
from exporters.fonts.sfnt import BrokenFontError, Facts, FileKey, facts, folded

Index = Mapping[str, list[tuple[Path, Facts]]]
"""Fonts by each of their names, folded; upright and light ones before bold and slanted."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A font that has a wanted name: that name, its file, what it says of itself."""

    name: str
    file: Path
    facts: Facts


def index(files: Iterable[FileKey]) -> tuple[Index, tuple[Refused, ...]]:
    """The fonts of some files by name, and the files that are no fonts."""
    found: dict[str, list[tuple[Path, Facts]]] = {}
    unreadable: list[Refused] = []
    for file in files:
        try:
            fonts = facts(file)
        except (BrokenFontError, OSError):
            unreadable.append(Refused("", file.path, BROKEN))
            continue
        for one in fonts:
            for name in one.names:
                found.setdefault(name, []).append((file.path, one))
    for same in found.values():
        same.sort(key=lambda font: not font[1].is_plain)
    return found, tuple(unreadable)


def candidates(wanted: Iterable[tuple[str, ...]], indexes: Iterable[Index]) -> Iterator[list[Candidate]]:
    """For each wanted name the fonts that have it; all that the first index holds before any of the next."""
    wanted = tuple(wanted)
    for fonts in indexes:
        for aliases in wanted:
            same = [font for alias in aliases for font in fonts.get(folded(alias), ())]
            yield [Candidate(aliases[0], path, one) for path, one in dict.fromkeys(same)]

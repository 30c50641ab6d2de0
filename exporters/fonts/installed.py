"""The fonts of this PC come first: 方正小标宋, 仿宋_GB2312, 楷体_GB2312, 黑体, 宋体 as the office has them.

Each face gets at most two of the PC's fonts (仿宋_GB2312 has no 翀, 仿宋 has), then the bundled ones, then whatever
the PC has for other faces: the fallback goes character by character.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from exporters.fonts.bundled import BUNDLED, BUNDLED_SET
from exporters.fonts.choice import Choice, Refused
from exporters.fonts.face import WANTED, WANTED_FOR_RARE, Face
from exporters.fonts.folders import font_files
from exporters.fonts.font import Font
from exporters.fonts.font_set import FontSet
from exporters.fonts.judging import off_grid, refusal
from exporters.fonts.search import Candidate, candidates, index
from exporters.fonts.sfnt import FileKey
from models.errors import UserError

_MOST_FOR_A_FACE = 2


@dataclass(frozen=True, slots=True)
class _Found:
    """The PC's fonts that a face can be drawn in, and those that were refused on the way to them."""

    fonts: tuple[Font, ...]
    refused: tuple[Refused, ...]


def installed_set(named: Path | None, folders: tuple[Path, ...]) -> FontSet:
    """The fonts of a folder the user names, then of the system's folders, then the bundled ones.

    As long as no file changes it is the same object, so what was measured with it stays valid. Raises UserError
    where the named folder is none.
    """
    if named is not None and not named.is_dir():
        raise UserError(
            f"字体文件夹“{named}”不存在或不是文件夹，其中的字体用不上；请改成放字体的文件夹再试。"
        )
    return _chosen(font_files([named] if named else []), font_files(folders))


@cache
def _chosen(named: tuple[FileKey, ...], others: tuple[FileKey, ...]) -> FontSet:
    own_paths = frozenset(file.path for file in named)
    own, unreadable = index(named)
    indexes = (own, index(file for file in others if file.path not in own_paths)[0])
    taken: dict[str, Path] = {}
    found = {face: _found(candidates(names, indexes), BUNDLED[face], taken) for face, names in WANTED.items()}
    rare = _found(candidates(WANTED_FOR_RARE, indexes), BUNDLED[Face.SONG], taken)
    last = [font for one in (*found.values(), rare) for font in one.fonts]
    return FontSet(
        {face: _once((*found[face].fonts, *BUNDLED_SET.faces[face], *last)) for face in WANTED},
        tuple(_choice(face, one, own_paths) for face, one in found.items()),
        unreadable,
    )


def _once(fonts: Iterable[Font]) -> tuple[Font, ...]:
    """Every font where it stands first: the same one may have been taken under another name."""
    first: dict[tuple[Path, int], Font] = {}
    for font in fonts:
        first.setdefault((font.path, font.number), font)
    return tuple(first.values())


def _found(wanted: Iterable[list[Candidate]], bundled: Font, taken: dict[str, Path]) -> _Found:
    """The first usable font of each wanted name, until there are enough."""
    fonts: list[Font] = []
    refused: list[Refused] = []
    for same in wanted:
        for one in same:
            why = _why_not(one, taken)
            if not why:
                taken |= dict.fromkeys(one.facts.postscript_names, one.file)
                font = Font(one.name, one.file, one.facts.number)
                fonts.append(replace(font, not_from=off_grid(font, bundled)))
                break
            refused.append(Refused(one.name, one.file, why))
        if len(fonts) == _MOST_FOR_A_FACE:
            break
    return _Found(tuple(fonts), tuple(refused))


def _why_not(one: Candidate, taken: dict[str, Path]) -> str:
    """`taken` are the PostScript names in use: in a PDF each may stand for one font only."""
    others = {taken[name] for name in one.facts.postscript_names if name in taken} - {one.file}
    if others:
        return f"内部名称和“{others.pop().name}”相同，两个不能同时嵌入；请去掉其中一个"
    return refusal(one.file, one.facts)


def _choice(face: Face, found: _Found, own_paths: frozenset[Path]) -> Choice:
    if not found.fonts:
        names = "".join(f"“{aliases[0]}”" for aliases in WANTED[face])
        why = "找到的字体不能用，由自带字体代替" if found.refused else f"本机没有{names}，由自带字体代替"
        return Choice(face, BUNDLED[face], True, why, found.refused)
    font = found.fonts[0]
    where = "指定的字体文件夹里有" if font.path in own_paths else "本机装有"
    rest = f"；其中{_sorted(font.not_from)}的宽度不合版面，由自带字体代替" if font.not_from else ""
    return Choice(face, font, False, f"{where}“{font.name}”{rest}", found.refused)


def _sorted(characters: Iterable[str]) -> str:
    return "".join(sorted(characters))

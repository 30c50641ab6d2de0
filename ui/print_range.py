"""Which pages go on paper, and in what order: what the clerk wrote, turned into sides of sheets."""

import re
import unicodedata

from models.errors import UserError

_SEPARATORS = re.compile(r"[\s,、;]+")
_PART = re.compile(r"(\d+)(?:(?:[-~—–至到])(\d*))?")
_EXAMPLE = "请写成“1-3、5”这样的页码"


def pages_of(text: str, count: int) -> tuple[int, ...]:
    """The pages (from 1) that a text like 1-3、5 means in a paper of `count` pages, each once, as written.

    “3-” is from the third to the last. Raises UserError for a text that means none, or a page there is not.
    """
    parts = [part for part in _SEPARATORS.split(unicodedata.normalize("NFKC", text)) if part]
    if not parts:
        raise UserError(f"没有写要打印哪几页；{_EXAMPLE}。")
    return tuple(dict.fromkeys(page for part in parts for page in _pages_of_part(part, count)))


def _pages_of_part(part: str, count: int) -> range:
    found = _PART.fullmatch(part)
    if not found:
        raise UserError(f"“{part}”不是页码；{_EXAMPLE}。")
    first = int(found[1])
    last = first if found[2] is None else int(found[2] or count)
    if not 1 <= first <= count or not 1 <= last <= count:
        raise UserError(f"没有第“{part}”页，全文只有 {count} 页；请改页码。")
    if last < first:
        raise UserError(f"“{part}”从后往前；请把小的页码写在前面。")
    return range(first, last + 1)


def sides(
    pages: tuple[int, ...], copies: int = 1, *, collated: bool = True, on_both_sides: bool = False
) -> tuple[int | None, ...]:
    """What is printed side after side when the program itself makes the copies; None is a side left blank.

    Every copy begins on a sheet of its own. `collated`: copy after copy, else sheet after sheet.
    """
    on_sheet = 2 if on_both_sides else 1
    sheets = [
        (*pages[at : at + on_sheet], *(None,) * (on_sheet - len(pages[at : at + on_sheet])))
        for at in range(0, len(pages), on_sheet)
    ]
    order = sheets * copies if collated else [sheet for sheet in sheets for _ in range(copies)]
    whole = [side for sheet in order for side in sheet]
    while whole and whole[-1] is None:
        whole.pop()
    return tuple(whole)

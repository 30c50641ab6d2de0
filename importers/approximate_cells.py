"""Which amounts of an office's workbook are approximate: 约, 余 and the like stand in the number format of the cell.

python-calamine tells no formats, and openpyxl takes its time; so it is asked only of offices whose figures contradict
each other, and only where the workbook has such a format at all.
"""

import re
import zipfile
from pathlib import Path

from models.exchange import ID_TITLE
from models.submission import key_of

_FORMAT = re.compile(
    r'formatCode="[^"]*(?:约|近|超|逾|余|多|来|不足|以上|以下|以内|左右|上下|至少|至多|最多|突破)'
)
_WORDS = re.compile("约|近|超|逾|余|多|来|不足|以上|以下|以内|左右|上下|至少|至多|最多|突破")
_TITLES = ("指标", "单位", "本年", "上年")


def approximate_keys(path: Path) -> frozenset[str]:
    """The keys of the amounts whose cells are formatted as approximate; none where the file cannot be read."""
    try:
        with zipfile.ZipFile(path) as package:
            if not _FORMAT.search(package.read("xl/styles.xml").decode("utf-8", "replace")):
                return frozenset()
        return _keys(path)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return frozenset()


def _keys(path: Path) -> frozenset[str]:
    from openpyxl import load_workbook

    found: set[str] = set()
    for sheet in load_workbook(path, data_only=True).worksheets:
        places: dict[str, int] = {}
        for row in sheet.iter_rows():
            if not places:
                titles = {str(cell.value).strip(): place for place, cell in enumerate(row) if cell.value}
                places = titles if all(title in titles for title in (ID_TITLE, *_TITLES)) else {}
                continue
            texts = [str(row[places[title]].value or "").strip() for title in (ID_TITLE, *_TITLES[:2])]
            cells = (row[places[title]] for title in _TITLES[2:])
            if any(_WORDS.search(str(cell.number_format)) for cell in cells):
                found.add(key_of(texts[0], texts[1], texts[2]))
    return frozenset(found)

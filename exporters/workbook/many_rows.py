"""Thousands of rows that look like the first one, put into a packed workbook.

XlsxWriter takes some 7 µs for a cell, which makes seconds for a table of 800,000. So it writes one row, from which the
formats are learnt, and the others follow as the same XML (ECMA-376 part 1, §18.3.1.73).
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from exporters.characters import in_one_line
from models.submission import is_given

_CELL = re.compile(r'<c r="([A-Z]+)\d+"(?: s="(\d+)")?')
_DIMENSION = re.compile(r'(<dimension ref="[A-Z]+\d+:[A-Z]+)\d+(?=")')


@dataclass(frozen=True, slots=True)
class ManyRows:
    """Rows of a sheet (the `sheet`-th, from 1), from `first_row` (from 1), which stands there already as the pattern.

    Each row has its number, a name and then an amount from each of `columns`, empty where it is not given.
    """

    sheet: int
    first_row: int
    names: Sequence[str]
    columns: Sequence[Sequence[float]]


def with_many_rows(packed: bytes, tables: Iterable[ManyRows], go_on: Callable[[], None]) -> bytes:
    """The workbook with all rows in place; `go_on` is called before each row and may raise to stop."""
    wanted = {f"xl/worksheets/sheet{table.sheet}.xml": table for table in tables}
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(packed)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if table := wanted.get(entry.filename):
                with new.open(entry, "w") as part:
                    for piece in _pieces(content.decode(), table, go_on):
                        part.write(piece.encode())
            else:
                new.writestr(entry, content)
    return stream.getvalue()


def _pieces(sheet: str, table: ManyRows, go_on: Callable[[], None]) -> Iterable[str]:
    start = sheet.index(f'<row r="{table.first_row}"')
    end = sheet.index("</row>", start) + len("</row>")
    last_row = table.first_row + len(table.names) - 1
    yield _DIMENSION.sub(rf"\g<1>{last_row}", sheet[:start])
    looks = dict(_CELL.findall(sheet, start, end))
    for place, name in enumerate(table.names):
        go_on()
        yield _row(table, place, name, looks)
    yield sheet[end:]


def _row(table: ManyRows, place: int, name: str, looks: Mapping[str, str]) -> str:
    row = table.first_row + place
    (number, number_look), (office, office_look), *amounts = looks.items()
    cells = [
        f'<row r="{row}"><c r="{number}{row}" s="{number_look}"><v>{place + 1}</v></c>'
        f'<c r="{office}{row}" s="{office_look}" t="inlineStr"><is><t>{escape(in_one_line(name))}</t></is></c>'
    ]
    for (letters, look), column in zip(amounts, table.columns, strict=True):
        amount = column[place]
        if is_given(amount):
            cells.append(f'<c r="{letters}{row}" s="{look}"><v>{amount:.15g}</v></c>')
    cells.append("</row>")
    return "".join(cells)

"""A workbook being written (XlsxWriter): our formats, texts that stay texts, the printed page, the hidden marks."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exporters.characters import in_one_line
from exporters.fonts import OFFICIAL_NAMES, Face
from models.exchange import MARKS_SHEET, Marks

SONG = OFFICIAL_NAMES[Face.SONG]
HEI = OFFICIAL_NAMES[Face.HEI]
GREY = "D9D9D9"
RIGHT, WRONG = "1B6E3C", "B3261E"
"""Colours of what holds and of what does not."""
_CHINESE = 134
"""The character set of GB2312 in a font record."""
_LIKE_FORMULA = ("=", "+", "-", "@", "＝")
_A4 = 9
_MARGIN_CM = 1.5
_INCH_CM = 2.54
_FOOTER = f'&C&"{SONG},Regular"&10第 &P 页，共 &N 页'


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; `number` is an Excel number format, `fill` and `colour` are RRGGBB."""

    font: str = SONG
    size: float = 11
    align: str = "left"
    number: str = ""
    fill: str = ""
    colour: str = ""
    has_grid: bool = True
    is_open: bool = False
    """May be typed in although the sheet is protected."""
    is_bold: bool = False
    is_wrapped: bool = True
    """Breaks into lines; what is not runs on over empty cells beside it, as a title does."""

    def properties(self) -> dict[str, Any]:
        """As XlsxWriter's format properties."""
        found: dict[str, Any] = {
            "font_name": self.font, "font_size": self.size, "font_charset": _CHINESE, "bold": self.is_bold,
            "align": self.align, "valign": "vcenter", "text_wrap": self.is_wrapped, "locked": not self.is_open,
        }  # fmt: skip
        if self.has_grid:
            found |= {"border": 1, "border_color": "#808080"}
        if self.number:
            found["num_format"] = self.number
        if self.fill:
            found["bg_color"] = f"#{self.fill}"
        if self.colour:
            found["font_color"] = f"#{self.colour}"
        return found


class Book:
    """A workbook in memory. A text is never a formula, an address never a hyperlink."""

    def __init__(self, *, is_large: bool = False) -> None:
        """`is_large`: rows go to disk as they are written, top to bottom, so that memory stays flat."""
        self._packed = BytesIO()
        self.workbook = Workbook(
            self._packed,
            {
                "constant_memory": is_large,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": SONG, "font_size": 11, "font_charset": _CHINESE},
            },
        )
        self._formats: dict[tuple[Look, bool], Format] = {}

    def sheet(self, name: str) -> Worksheet:
        """A new sheet, behind the others."""
        return self.workbook.add_worksheet(name)

    def format(self, look: Look, *, is_quoted: bool = False) -> Format:
        """The format of a look, made once."""
        key = (look, is_quoted)
        if key not in self._formats:
            properties = look.properties() | ({"quote_prefix": True} if is_quoted else {})
            self._formats[key] = self.workbook.add_format(properties)
        return self._formats[key]

    def text(self, sheet: Worksheet, row: int, column: int, text: str, look: Look) -> None:
        """A text as a text, in one line, whatever it begins with. Rows and columns count from 0."""
        plain = in_one_line(text)
        if not plain:
            sheet.write_blank(row, column, None, self.format(look))
            return
        sheet.write_string(row, column, plain, self.format(look, is_quoted=plain.startswith(_LIKE_FORMULA)))

    def mark(self, marks: Marks) -> None:
        """The hidden sheet by which the workbook is known again."""
        sheet = self.sheet(MARKS_SHEET)
        for number, row in enumerate(marks.rows()):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
        sheet.very_hidden()

    def packed(self) -> bytes:
        """The finished workbook's bytes; nothing can be written afterwards."""
        self.workbook.close()
        return self._packed.getvalue()


def set_page(sheet: Worksheet, head_rows: tuple[int, int], *, is_wide: bool = True) -> None:
    """A4, as wide as the paper, the head (first and last row, from 0) on every page, the page number below."""
    if is_wide:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(*head_rows)
    sheet.center_horizontally()
    side = _MARGIN_CM / _INCH_CM
    sheet.set_margins(side, side, 0.75, 0.75)
    sheet.set_footer(_FOOTER)

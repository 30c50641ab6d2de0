"""What comes out of a printer is where it is in the PDF, whole or not at all."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from actions.progress import StoppedError
from models.errors import UserError
from tests.the_sample import sample_report
from ui.preview import pdf_of
from ui.printing import Order, print_pdf, set_up

DPI = 127
"""Five pixels a millimetre."""
NEAR = 1
"""A pixel is 0.2 mm."""
KINDS = (1, 2, 9, 10, 11, 26)
"""A page of each kind the sample has: red head, text, signature, the turned table's first and next page, imprint."""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """The sample, with a red head, body, a turned table and an imprint."""
    return pdf_of(sample_report())


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    """A printer that a system dialog has left with other paper, lying, and wide margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印 一.pdf"))
    printer.setResolution(DPI)
    printer.setFullPage(False)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Landscape,
            QMarginsF(15, 20, 15, 20),
            QPageLayout.Unit.Millimeter,
        )
    )
    return printer


def pictures(pdf: bytes | Path, scale: float = DPI / 72) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=scale).to_pil().convert("RGB") for page in document]


def printed(printer: QPrinter) -> list[Image.Image]:
    return pictures(Path(printer.outputFileName()))


def ink(picture: Image.Image, lightest: int = 230) -> Image.Image:
    """White where there is ink, pale ink included unless told otherwise."""
    return picture.convert("L").point([255 if shade < lightest else 0 for shade in range(256)])


def strays(one: Image.Image, other: Image.Image) -> bool:
    """Whether any dark spot of one page has no ink of the other within 0.2 mm."""
    reach = ink(other).filter(ImageFilter.MaxFilter(2 * NEAR + 1))
    return ImageChops.subtract(ink(one, 90), reach).getbbox() is not None


def test_every_spot_of_ink_is_where_it_is_in_the_pdf(pdf: bytes, printer: QPrinter) -> None:
    pages = {number: page for number, page in enumerate(pictures(pdf), 1) if number in KINDS}

    assert print_pdf(pdf, printer, Order(tuple(pages))) == len(pages)

    for page, paper in zip(pages.values(), printed(printer), strict=True):
        assert paper.height == pytest.approx(1485, abs=NEAR)
        assert paper.width == pytest.approx(1050, abs=NEAR)
        same = paper.crop((0, 0, *page.size))
        assert not strays(page, same)
        assert not strays(same, page)
    assert strays(pages[1], ImageChops.offset(pages[1], 2 * NEAR, 0)), "a page that moved is noticed"


def test_the_red_head_stays_red(pdf: bytes, printer: QPrinter) -> None:
    print_pdf(pdf, printer, Order((1,)))

    (paper,) = printed(printer)
    red, green, blue = (band.point([255 * (shade > 128) for shade in range(256)]) for band in paper.split())
    assert ImageChops.subtract(ImageChops.subtract(red, green), blue).getbbox() is not None


def test_pages_come_in_the_order_asked_for_and_copies_are_made_where_the_printer_cannot(
    pdf: bytes, printer: QPrinter
) -> None:
    printer.setResolution(40)
    assert not printer.supportsMultipleCopies()

    assert print_pdf(pdf, printer, Order((3, 1), copies=2, on_both_sides=True)) == 4

    small = pictures(pdf, 0.5)
    papers = pictures(Path(printer.outputFileName()), 0.5)
    assert [nearest(paper, small) for paper in papers] == [3, 1, 3, 1]


def nearest(paper: Image.Image, pages: list[Image.Image]) -> int:
    """Which page (from 1) a sheet looks most like."""
    size = (20, 28)
    shades = paper.convert("L").resize(size, Image.Resampling.BOX).tobytes()
    unlike = [
        sum(
            abs(one - other)
            for one, other in zip(
                shades, page.convert("L").resize(size, Image.Resampling.BOX).tobytes(), strict=True
            )
        )
        for page in pages
    ]
    return unlike.index(min(unlike)) + 1


def test_an_odd_copy_leaves_the_back_of_its_last_sheet_blank(pdf: bytes, printer: QPrinter) -> None:
    printer.setResolution(40)

    assert print_pdf(pdf, printer, Order((1, 2, 3), copies=2, on_both_sides=True)) == 7

    papers = pictures(Path(printer.outputFileName()), 0.5)
    assert [ink(paper).getbbox() is not None for paper in papers] == [True] * 3 + [False] + [True] * 3


def test_one_is_told_how_far_it_is(pdf: bytes, printer: QPrinter) -> None:
    printer.setResolution(40)
    heard: list[tuple[int, int]] = []

    print_pdf(pdf, printer, Order((1, 2)), lambda done, count: heard.append((done, count)))

    assert heard == [(0, 2), (1, 2), (2, 2)]


def test_what_is_stopped_leaves_the_file_that_was_there_before(pdf: bytes, printer: QPrinter) -> None:
    printer.setResolution(40)
    file = Path(printer.outputFileName())
    file.write_bytes(b"what was there before")
    heard: list[int] = []

    with pytest.raises(StoppedError, match="送出了 1 面"):
        print_pdf(
            pdf, printer, Order((1, 2, 3)), lambda done, _count: heard.append(done), lambda: len(heard) > 1
        )

    assert file.read_bytes() == b"what was there before"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_said_in_words(pdf: bytes, printer: QPrinter) -> None:
    printer.setOutputFileName("/proc/没有这里/打印.pdf")

    with pytest.raises(UserError, match="报告没有改动"):
        print_pdf(pdf, printer, Order((1,)))


def test_the_printer_is_told_how_to_take_the_paper(qtbot: QtBot) -> None:
    printer = Listening()

    set_up(printer, Order((1,), copies=3, collated=False, on_both_sides=True))
    assert printer.heard == {"duplex": QPrinter.DuplexMode.DuplexLongSide, "copies": 3, "collated": False}

    set_up(printer, Order((1,)))
    assert printer.heard == {"duplex": QPrinter.DuplexMode.DuplexNone, "copies": 1, "collated": True}


class Listening(QPrinter):
    """A printer that can do everything, and remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: dict[str, object] = {}

    def supportsMultipleCopies(self) -> bool:
        return True

    def setDuplex(self, mode: QPrinter.DuplexMode) -> None:
        self.heard["duplex"] = mode

    def setCopyCount(self, count: int) -> None:
        self.heard["copies"] = count

    def setCollateCopies(self, collated: bool) -> None:
        self.heard["collated"] = collated

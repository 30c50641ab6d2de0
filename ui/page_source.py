"""Where the preview's pages come from: a finished PDF, or a layout whose pages are drawn one by one when looked at."""

from threading import Lock
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from actions.laying_out import LaidOut


class PageSource(Protocol):
    """Pages, counted from 1. `sizes` in points. Everything here may be asked on any thread."""

    @property
    def sizes(self) -> tuple[QSizeF, ...]: ...

    def picture(self, page: int, scaled: QSize, clip: QRect) -> QImage:
        """What stands within `clip` of a page that is drawn `scaled` pixels large."""
        ...

    def shows_same(self, page: int, other: "PageSource") -> bool:
        """Whether another source's page of this number looks the same for certain."""
        ...


class PdfPages:
    """The pages of a PDF. Reads their sizes, which takes some milliseconds."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        document = _opened(pdf)
        self.sizes = tuple(document.pagePointSize(page) for page in range(document.pageCount()))

    def picture(self, page: int, scaled: QSize, clip: QRect) -> QImage:
        """As `PageSource` says."""
        return _picture(self.pdf, page - 1, scaled, clip)

    def shows_same(self, _page: int, other: PageSource) -> bool:
        """A file's pages are the same only in the same file."""
        return isinstance(other, PdfPages) and other.pdf == self.pdf


class LaidOutPages:
    """The pages of a layout; each is written as PDF when it is looked at for the first time.

    `before` is the source shown until now: pages that did not change are not written again.
    """

    def __init__(self, laid_out: LaidOut, before: "LaidOutPages | None" = None) -> None:
        self.laid_out = laid_out
        profile = laid_out.layout.profile
        paper = QSizeF(profile.paper_width_pt, profile.paper_height_pt)
        self.sizes = (paper,) * len(laid_out.layout.pages)
        self._drawing = Lock()
        self._pdfs: dict[int, bytes] = {}
        if before is not None:
            known = before._pdfs.copy()
            self._pdfs = {page: pdf for page, pdf in known.items() if self.shows_same(page, before)}

    def picture(self, page: int, scaled: QSize, clip: QRect) -> QImage:
        """As `PageSource` says."""
        return _picture(self.pdf(page), 0, scaled, clip)

    def pdf(self, page: int) -> bytes:
        """A page as a file of its own."""
        with self._drawing:
            if page not in self._pdfs:
                self._pdfs[page] = self.laid_out.page_pdf(page)
            return self._pdfs[page]

    def shows_same(self, page: int, other: PageSource) -> bool:
        """Whether the same lines stand at the same places in the same fonts."""
        if not isinstance(other, LaidOutPages):
            return False
        mine, others = self.laid_out.layout.pages, other.laid_out.layout.pages
        return page <= min(len(mine), len(others)) and mine[page - 1] == others[page - 1]


def _opened(pdf: bytes) -> QPdfDocument:
    document = QPdfDocument()
    source = QBuffer(document)
    source.setData(pdf)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    return document


def _picture(pdf: bytes, page: int, scaled: QSize, clip: QRect) -> QImage:
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(scaled)
    # Qt reckons from the first to the last pixel, one less than there are, and would draw the page that much smaller.
    options.setScaledClipRect(clip.adjusted(0, 0, 1, 1))
    ink = _opened(pdf).render(page, clip.size(), options)
    paper = QImage(clip.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, ink)
    painter.end()
    return paper

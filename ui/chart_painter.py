"""Paints a drawing of charts: the same in the window, in a picture and on paper, only the inks differ."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPalette

from models.target import Year
from ui.chart_drawing import Axis, Box, Drawing, Role, Stroke, Words
from ui.chart_layout import Metrics
from ui.colours import Ground, accent, mixed, palette_for

_LAST_SHARE, _QUIET_SHARE, _LINE_SHARE, _CHOSEN_SHARE = 0.38, 0.7, 0.35, 0.1


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a drawing."""

    paper: QColor
    text: QColor
    quiet: QColor
    this: QColor
    last: QColor
    line: QColor
    chosen: QColor

    def of(self, year: Year) -> QColor:
        """The colour of a year's bars."""
        return self.this if year is Year.THIS else self.last


def inks_of(palette: QPalette) -> Inks:
    """The inks on a palette's own ground, light or dark. In grey this year's bars are dark, last year's light."""
    text, paper = palette.text().color(), palette.base().color()
    return Inks(
        paper,
        text,
        mixed(text, paper, _QUIET_SHARE),
        accent(palette),
        mixed(text, paper, _LAST_SHARE),
        mixed(text, paper, _LINE_SHARE),
        mixed(text, paper, _CHOSEN_SHARE),
    )


def white_inks() -> Inks:
    """The inks of a picture: on white, whatever the window looks like."""
    return inks_of(palette_for(Ground.LIGHT))


def in_pixels(font: QFont) -> QFont:
    """The font with its size in pixels, so that screens and pictures of any resolution break lines alike."""
    fixed = QFont(font)
    fixed.setPixelSize(max(QFontInfo(font).pixelSize(), 1))
    return fixed


def metrics_of(font: QFont) -> Metrics:
    """How wide and high a font's texts are."""
    plain, bold = QFontMetricsF(font), QFontMetricsF(_bold(font))
    return Metrics(
        max(plain.lineSpacing(), bold.lineSpacing()), plain.horizontalAdvance, bold.horizontalAdvance
    )


class ChartPainter:
    """Paints with one font and one set of inks."""

    def __init__(self, painter: QPainter, font: QFont, inks: Inks) -> None:
        self._painter, self._font, self._inks = painter, font, inks
        self._ascent = QFontMetricsF(font).ascent()
        self._line = metrics_of(font).line

    def paint(self, drawing: Drawing, chosen: int = -1, *, has_focus: bool = False) -> None:
        """Everything; the row `chosen` (from 0) is marked."""
        if 0 <= chosen < len(drawing.rows):
            self._mark(drawing.rows[chosen].box, has_focus)
        for stroke in drawing.strokes:
            self._fill(stroke)
        for axis in drawing.axes:
            self._rule(axis)
        for words in drawing.words:
            self._write(words)

    def _mark(self, box: Box, has_focus: bool) -> None:
        self._painter.fillRect(_rect(box), self._inks.chosen)
        if has_focus:
            self._painter.setPen(self._inks.text)
            self._painter.drawRect(_rect(box).adjusted(0.5, 0.5, -0.5, -0.5))

    def _fill(self, stroke: Stroke) -> None:
        self._painter.fillRect(_rect(stroke.box), self._inks.of(stroke.year))

    def _rule(self, axis: Axis) -> None:
        self._painter.setPen(self._inks.line)
        self._painter.drawLine(QPointF(axis.x, axis.top), QPointF(axis.x, axis.bottom))

    def _write(self, words: Words) -> None:
        is_title = words.role is Role.TITLE
        self._painter.setFont(_bold(self._font) if is_title else self._font)
        is_quiet = words.role in (Role.LEGEND, Role.REMARK)
        self._painter.setPen(self._inks.quiet if is_quiet else self._inks.text)
        for number, line in enumerate(words.lines):
            baseline = words.box.y + number * self._line + self._ascent
            self._painter.drawText(QPointF(words.box.x, baseline), line)


def prepare(painter: QPainter) -> None:
    """Smooth letters, sharp bars."""
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold

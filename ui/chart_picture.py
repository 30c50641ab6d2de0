"""Charts as pictures for other programs: on white, twice as sharp as the screen, as wide as the text of a paper."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter

from models.chart import Chart
from ui.chart_drawing import Drawing
from ui.chart_layout import lay_out
from ui.chart_painter import ChartPainter, metrics_of, prepare, white_inks

WIDTH = 590
"""Pixels at 96 to the inch: the 156 mm of a paper's text, so that nothing is shrunk when it is pasted."""
SHARPNESS = 2
_TYPE = 13
_DOTS_PER_METRE = 96 / 0.0254
_MOST_PIXELS = 30_000
"""Of height; no program shows more."""


def image(charts: Sequence[Chart]) -> QImage:
    """The charts below each other as a picture of pixels."""
    drawing = _drawing(charts)
    size = QSize(ceil(drawing.width) * SHARPNESS, min(ceil(drawing.height) * SHARPNESS, _MOST_PIXELS))
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    picture.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(picture)
    prepare(painter)
    ChartPainter(painter, _font(), white_inks()).paint(drawing)
    painter.end()
    dots = round(_DOTS_PER_METRE * SHARPNESS)
    picture.setDotsPerMeterX(dots)
    picture.setDotsPerMeterY(dots)
    return picture


def png(charts: Sequence[Chart]) -> bytes:
    """The same as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image(charts))
    return bytes(buffer.data().data())


def svg(charts: Sequence[Chart]) -> bytes:
    """The same as an SVG file, whose lines stay sharp at any size."""
    from PySide6.QtSvg import QSvgGenerator

    drawing = _drawing(charts)
    buffer, generator = QBuffer(), QSvgGenerator()
    size = QSize(ceil(drawing.width), ceil(drawing.height))
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle("；".join(chart.title for chart in charts))
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor("white"))
    ChartPainter(painter, _font(), white_inks()).paint(drawing)
    painter.end()
    return bytes(buffer.data().data())


def copy(charts: Sequence[Chart]) -> None:
    """Put the picture on the clipboard; programs without pictures get the numbers as words."""
    copied = QMimeData()
    copied.setImageData(image(charts))
    copied.setText("\n".join(line for chart in charts for line in (chart.title, *_lines(chart))))
    QGuiApplication.clipboard().setMimeData(copied)


def _lines(chart: Chart) -> list[str]:
    return [row.description for row in chart.rows]


def _drawing(charts: Sequence[Chart]) -> Drawing:
    return lay_out(charts, (), WIDTH, metrics_of(_font()))


def _font() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setPixelSize(_TYPE)
    return font

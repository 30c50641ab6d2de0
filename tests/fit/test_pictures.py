"""Pictures are whole, and take the same part of their square at every pixel ratio."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

import resources
from tests.fit import pictures
from ui import outlines

INK = "#000000"


def cropped(name: str, width: int, ratio: float) -> QPixmap:
    """An outline drawn as if a pixel of the picture were one of the program: only its corner is left."""
    pixmap = outlines.drawn(name, INK, width, ratio)
    pixmap.fill("transparent")
    painter = QPainter(pixmap)
    outline = (
        resources.path(f"icons/{outlines.ICONS[name]}.svg")
        .read_bytes()
        .replace(b"currentColor", INK.encode())
    )
    QSvgRenderer(QByteArray(outline)).render(painter)
    painter.end()
    return pixmap


@pytest.mark.parametrize("ratio", pictures.RATIOS)
@pytest.mark.parametrize("name", outlines.ICONS)
def test_every_outline_is_whole(qtbot: QtBot, name: str, ratio: float) -> None:
    assert pictures.whole(outlines.drawn(name, INK, 26, ratio))


@pytest.mark.parametrize("ratio", [1.5, 2.0])
def test_an_outline_of_which_only_a_corner_is_left_is_not(qtbot: QtBot, ratio: float) -> None:
    assert not pictures.whole(cropped("new", 26, ratio))


def test_a_label_with_such_a_picture_is_named(qtbot: QtBot) -> None:
    label = QLabel()
    label.setPixmap(cropped("new", 26, 2.0))
    qtbot.addWidget(label)
    label.show()

    assert len(pictures.faults(label)) == 1


def test_an_icon_drawn_otherwise_at_another_ratio_is_named(qtbot: QtBot) -> None:
    icon = QIcon()
    icon.addPixmap(outlines.drawn("new", INK, 16, 1.0))
    icon.addPixmap(cropped("new", 16, 2.0))
    button = QToolButton()
    button.setIcon(icon)
    qtbot.addWidget(button)
    button.show()

    assert pictures.faults(button)

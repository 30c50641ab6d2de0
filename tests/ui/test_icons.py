"""Every icon that is asked for is bundled with its licence, and is drawn in the colour of the words beside it."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import resources
from ui import icons
from ui.colours import READABLE, Ground, contrast, palette_for
from ui.icons import icon
from ui.outlines import ICONS, drawn

UI = Path(__file__).resolve().parents[2] / "ui"
FOLDER = resources.path("icons")
_IN_STYLE = {"check-white", "check-black", "chevron-up-white", "chevron-down-white"}


def test_every_file_is_used_and_every_use_has_a_file() -> None:
    assert {file.stem for file in FOLDER.glob("*.svg")} == {*ICONS.values(), *_IN_STYLE}


def test_the_licence_lies_beside_them_and_the_papers_name_it() -> None:
    assert "ISC License" in (FOLDER / "LICENSE.txt").read_text("utf-8")
    assert "Lucide" in (FOLDER / "README.md").read_text("utf-8")
    assert "Lucide" in (UI.parent / "README.md").read_text("utf-8")


def test_icons_asked_for_by_name_are_listed() -> None:
    asked = {
        name
        for file in UI.glob("*.py")
        for name in re.findall(r'(?:icons\.wear\([^,()]+, |Picture\()"(\w+)"', file.read_text("utf-8"))
    }

    assert asked
    assert asked <= ICONS.keys()


@pytest.mark.parametrize("chosen", Ground, ids=lambda one: one.value)
def test_icons_are_legible_on_every_ground(qapp: QApplication, chosen: Ground) -> None:
    palette = palette_for(chosen)
    ink, behind = palette.buttonText().color(), palette.button().color()

    for name in ICONS:
        shown = icon(name, ink.name(), behind.name()).pixmap(24, 24).toImage()
        places = ((x, y) for x in range(24) for y in range(24))
        solid = [colour for x, y in places if (colour := shown.pixelColor(x, y)).alpha() > 240]
        assert len(solid) > 8, name
        assert all(contrast(QColor(colour.rgb()), behind) >= READABLE for colour in solid), name


def test_a_name_nobody_listed_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icon("nothing", "#000000", "#888888")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_outline_is_drawn_whole_on_every_screen(qapp: QApplication, ratio: float) -> None:
    """A circle leaves the same room on all sides: nothing of it is cut off."""
    image = drawn("told", "#000000", 24, ratio).toImage()
    side = image.width()
    inked = [(x, y) for x in range(side) for y in range(side) if image.pixelColor(x, y).alpha() > 100]
    columns, rows = ({place[axis] for place in inked} for axis in (0, 1))

    assert side == round(24 * ratio)
    for places in (columns, rows):
        assert abs(min(places) - (side - 1 - max(places))) <= 1
        assert max(places) - min(places) > 0.75 * side


def test_an_icon_drawn_beforehand_is_not_drawn_again_when_it_is_worn(qtbot: QtBot) -> None:
    icons.icon.cache_clear()
    for _ in icons.drawn_one_by_one():
        pass
    drawn = icons.icon.cache_info().misses
    button = QPushButton()
    qtbot.addWidget(button)

    icons.wear(button, "findings")

    assert not button.icon().isNull()
    assert icons.icon.cache_info().misses == drawn

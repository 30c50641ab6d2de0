"""Every kind of words can be read on everything it stands on, in every palette there is."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.colours import READABLE, STARK, Ground, contrast, ground, mended, palette_for
from ui.text_roles import TEXT_ROLES, TextRole

UI = Path(__file__).resolve().parents[2] / "ui"


def least_contrast(role: TextRole, palette: QPalette) -> float:
    return min(contrast(role.text(palette), behind(palette)) for behind in role.grounds)


@pytest.mark.parametrize("role", TEXT_ROLES, ids=lambda role: role.name)
@pytest.mark.parametrize("chosen", Ground, ids=lambda one: one.value)
def test_every_text_can_be_read_in_every_palette(role: TextRole, chosen: Ground) -> None:
    wanted = STARK if chosen is Ground.STARK else READABLE

    assert least_contrast(role, palette_for(chosen)) >= wanted


def test_the_systems_palette_is_mended_until_everything_can_be_read(qapp: QApplication) -> None:
    system = qapp.style().standardPalette()
    faint = {role.name for role in TEXT_ROLES if least_contrast(role, system) < READABLE}
    assert "空格里的提示" in faint

    whole = mended(system).resolve(system)

    assert [role.name for role in TEXT_ROLES if least_contrast(role, whole) < READABLE] == []
    assert whole.window() == system.window()


@pytest.mark.parametrize("chosen", Ground, ids=lambda one: one.value)
def test_a_palette_is_known_for_what_it_is(chosen: Ground) -> None:
    assert ground(palette_for(chosen)) is chosen


def test_who_sees_badly_has_black_white_and_yellow_only() -> None:
    palette = palette_for(Ground.STARK)

    for role in TEXT_ROLES:
        ink = role.text(palette)
        assert ink.red() == ink.green() >= ink.blue()


def test_contrast_is_reckoned_as_the_standard_does() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.005)


def test_colours_are_named_in_one_place() -> None:
    written = re.compile(r"#[0-9a-fA-F]{6}\b")

    elsewhere = [
        file.name
        for file in UI.glob("*.py")
        if file.name != "colours.py" and written.search(file.read_text("utf-8"))
    ]

    assert elsewhere == []


@pytest.mark.parametrize("chosen", [Ground.LIGHT, Ground.DARK], ids=lambda one: one.value)
def test_there_is_one_accent_also_in_the_systems_palette(chosen: Ground) -> None:
    system = palette_for(chosen)
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Accent, QPalette.ColorRole.Link):
        system.setColor(role, QColor("#308cc6"))

    whole = mended(system).resolve(system)

    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Accent, QPalette.ColorRole.Link):
        assert whole.color(role) == palette_for(chosen).color(role)


def test_the_systems_high_contrast_keeps_its_own_marks() -> None:
    system = palette_for(Ground.STARK)
    system.setColor(QPalette.ColorRole.Highlight, QColor("#00ffff"))

    assert mended(system).resolve(system).highlight() == QColor("#00ffff")

"""Chinese is written in a font that is named, so that it need not be looked for at every character."""

import json
import sys
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

import resources
from tests.own_process import run_code

ROOT = Path(__file__).resolve().parents[2]

FONTS = """
import json, sys
from ui.application import _families, application
from PySide6.QtWidgets import QApplication
plain = QApplication([])
before = [_families(one, plain.font()) for one in "a的"]
font = application().font()
print(json.dumps([before, [_families(one, font) for one in "a的"], font.families()]))
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fonts are chosen by fontconfig")


def fonts(**more: str) -> tuple[list[list[str]], list[list[str]], list[str]]:
    """The families of a and 的 as Qt finds them by itself, as the program writes them, and what its font names."""
    answer = run_code(FONTS, **more)
    by_itself, written, named = json.loads(answer.stdout or answer.stderr)
    return by_itself, written, named


def only_latin(folder: Path) -> str:
    """The configuration of a system whose only font has no Chinese."""
    font = TTFont(resources.path("fonts/Hei.ttf"))
    subsetter = Subsetter(Options(name_IDs=["*"]))
    subsetter.populate(text="abc ")
    subsetter.subset(font)
    for record in font["name"].names:
        record.string = "Latin Only"
    font.save(folder / "latin.ttf")
    configuration = folder / "fonts.conf"
    configuration.write_text(
        f"<fontconfig><dir>{folder}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>", "utf-8"
    )
    return str(configuration)


def test_every_character_looks_as_on_the_system_and_chinese_is_not_looked_for() -> None:
    by_itself, written, named = fonts()

    assert written == by_itself
    assert set(named) >= {family for (family,) in written} or written[0] == written[1]


def test_where_no_font_has_chinese_the_bundled_one_writes_it(tmp_path: Path) -> None:
    by_itself, written, named = fonts(FONTCONFIG_FILE=only_latin(tmp_path))

    assert by_itself == [["Latin Only"], []]
    assert written == [["Latin Only"], [named[1]]]

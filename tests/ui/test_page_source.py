"""Pages as pictures: a part of a page is the same as that part of the whole, and pages pile up without overlap."""

import pytest
from PySide6.QtCore import QRect, QSize, QSizeF
from pytestqt.qtbot import QtBot

from actions.laying_out import Typesetter
from exporters.profile import profile
from models.report import Report
from ui.page_source import LaidOutPages, PdfPages
from ui.page_stack import GAP, stacked

WHOLE = QSize(1200, 1697)


def words(*paragraphs: str) -> Report:
    return Report(2025, "county-regulation", preamble=paragraphs)


@pytest.mark.usefixtures("qapp")
def test_a_part_of_a_page_looks_as_it_does_in_the_whole() -> None:
    pages = LaidOutPages(Typesetter().lay_out(words("全年办理复议案件179件。" * 20), profile()))
    clip = QRect(301, 407, 640, 333)

    whole, part = pages.picture(1, WHOLE, QRect(0, 0, 1200, 1697)), pages.picture(1, WHOLE, clip)

    cut = whole.copy(clip)
    differences = [
        abs(part.pixelColor(x, y).lightness() - cut.pixelColor(x, y).lightness())
        for x in range(0, clip.width(), 3)
        for y in range(0, clip.height(), 3)
    ]
    assert sum(differences) / len(differences) < 1
    assert any(part.pixelColor(x, y).lightness() < 100 for x in range(part.width()) for y in range(80, 130))
    same = PdfPages(pages.pdf(1))
    assert same.picture(1, WHOLE, clip) == part
    assert [size.toSize() for size in same.sizes] == [size.toSize() for size in pages.sizes]


def test_only_pages_that_look_the_same_are_not_written_again(qtbot: QtBot) -> None:
    typesetter, rules = Typesetter(), profile()
    paragraphs = ["全年办理复议案件。" * 12] * 30
    before = LaidOutPages(typesetter.lay_out(words(*paragraphs), rules))
    after = LaidOutPages(typesetter.lay_out(words(*paragraphs[:-1], "结束。"), rules), before)

    last = len(before.sizes)
    assert last > 3
    assert [after.shows_same(page, before) for page in range(1, last + 1)] == [True] * (last - 1) + [False]
    assert not after.shows_same(last + 1, before)


def test_pages_lie_below_each_other_in_the_middle() -> None:
    stack = stacked([QSizeF(100, 200), QSizeF(50, 80)], 2.0, 400)

    first, second = stack.places
    assert first == QRect(100, GAP, 200, 400)
    assert second == QRect(150, GAP + 400 + GAP, 100, 160)
    assert stack.height == second.top() + 160 + GAP
    assert [stack.at(y) for y in (0, GAP, first.bottom() + 1, second.top(), 9999)] == [1, 1, 1, 2, 2]
    assert list(stack.between(0, 100)) == [1]
    assert list(stack.between(first.bottom() + 1, second.top())) == [2]
    assert stacked([], 1.0, 100).at(5) == 0

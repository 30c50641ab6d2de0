"""The pane stands as the clerk left it; the first time as helps such a report most."""

from dataclasses import replace
from pathlib import Path

import pytest

from actions.drafting import new_report
from actions.rolling import roll
from models.report import Report
from tests.the_sample import sample_report
from tests.ui.conftest import WIDE, Clerk
from ui.pane_memory import WIDE_WINDOW, PaneState, remember, remembered, usual
from ui.report_pane import ReportPane
from ui.settings import Settings
from ui.side_pane import FINDINGS, GUIDANCE, LAST_YEAR, PREVIEW

EMPTY = new_report("county-regulation", "云岭县人民政府", 2026)
WRITTEN = sample_report()
ROLLED = roll(WRITTEN, WRITTEN.year + 1, {})


@pytest.mark.parametrize(("report", "face"), [(EMPTY, GUIDANCE), (WRITTEN, PREVIEW), (ROLLED, LAST_YEAR)])
def test_the_first_face_is_the_one_that_helps(report: Report, face: str) -> None:
    assert usual(report, WIDE_WINDOW) == PaneState(face, is_shown=True)
    assert usual(report, WIDE_WINDOW - 1) == PaneState(face, is_shown=False)


def test_a_rolled_report_without_texts_shows_last_years() -> None:
    bare = replace(ROLLED, sections=tuple(replace(one, paragraphs=(), items=()) for one in ROLLED.sections))

    assert usual(bare, WIDE_WINDOW).face == LAST_YEAR


def test_each_report_has_its_own(data_dir: Path) -> None:
    settings = Settings(data_dir)
    remember(settings, "1", PaneState(FINDINGS, 412, is_shown=False))

    assert remembered(Settings(data_dir), "1") == PaneState(FINDINGS, 412, is_shown=False)
    assert remembered(settings, "2") is None


def test_the_pane_comes_back_after_a_restart(drafting: Clerk) -> None:
    drafting.resize(WIDE)
    pane = drafting.find(ReportPane, "side_pane")
    pane.settle()
    pane.show_face(GUIDANCE)
    pane.note_width(390)

    drafting.reopen()

    pane = drafting.find(ReportPane, "side_pane")
    drafting.qtbot.waitUntil(lambda: pane.isVisible() and pane.face == GUIDANCE)
    assert pane.wanted_width == 390

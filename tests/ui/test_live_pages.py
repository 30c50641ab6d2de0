"""The pages are laid out soon after the last key, and once for all who show something of them."""

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from actions.laying_out import LaidOut, Typesetter
from exporters.profile import Profile
from models.report import Report
from tests.ui.conftest import Clerk
from ui.live_pages import LivePages

SOON_MS = 150
"""Of the 300 in which the picture follows, half is for laying out and drawing."""


def live(clerk: Clerk) -> LivePages:
    found = clerk.window.findChild(LivePages)
    assert found is not None
    return found


def pause(clerk: Clerk) -> QTimer:
    found = live(clerk).findChild(QTimer)
    assert found is not None
    return found


def wait_until_laid_out(clerk: Clerk) -> None:
    def is_laid_out() -> bool:
        newest = live(clerk).newest
        return newest is not None and newest.report is clerk.window.view.draft.report

    clerk.qtbot.waitUntil(is_laid_out, timeout=30_000)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """Every report that is laid out from now on, by whomever."""
    reports: list[Report] = []
    lay_out = Typesetter.lay_out

    def noting(typesetter: Typesetter, report: Report, rules: Profile) -> LaidOut:
        reports.append(report)
        return lay_out(typesetter, report, rules)

    monkeypatch.setattr(Typesetter, "lay_out", noting)
    return reports


def test_a_change_is_laid_out_soon_and_once_though_preview_counts_and_title_all_show_it(
    drafting: Clerk, laid_out: list[Report]
) -> None:
    drafting.window.view.show_preview()
    wait_until_laid_out(drafting)
    laid_out.clear()

    drafting.type(drafting.find(QLineEdit, "field:notes"), "此件公开")
    assert pause(drafting).isActive()
    assert pause(drafting).interval() <= SOON_MS
    assert laid_out == []

    wait_until_laid_out(drafting)
    assert laid_out == [drafting.window.view.draft.report]
    assert not pause(drafting).isActive()


def test_a_key_within_the_pause_begins_it_anew(drafting: Clerk, laid_out: list[Report]) -> None:
    wait_until_laid_out(drafting)
    laid_out.clear()
    notes = drafting.find(QLineEdit, "field:notes")

    for words in ("此", "此件", "此件公开"):
        drafting.type(notes, words)

    wait_until_laid_out(drafting)
    assert laid_out == [drafting.window.view.draft.report]

"""The chip in the heading says what was signed off, and how much was changed since."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from models.report import Stage
from models.version import Version
from tests.ui.conftest import Clerk
from ui.signed_since import SignedSince


@pytest.fixture
def signed(drafting: Clerk) -> Version:
    """A version that the open report has been frozen as."""
    write(drafting, "第一句。")
    store = drafting.window.store
    version = store.keep(store.list()[0].id, Stage.REVIEW)
    drafting.window.view.overtaken.emit()
    return version


def write(clerk: Clerk, words: str) -> None:
    view = clerk.window.view
    view.draft.change("写", replace(view.draft.report, preamble=(words,)))
    assert view.flush()


def chip(clerk: Clerk) -> SignedSince:
    return clerk.find(SignedSince, "signed_since")


def wait_for(clerk: Clerk, words: str) -> None:
    chip(clerk).count()
    clerk.qtbot.waitUntil(lambda: chip(clerk).text() == words, timeout=30000)


def test_without_a_signed_version_there_is_none(drafting: Clerk) -> None:
    write(drafting, "一句。")
    wait_for(drafting, "")

    assert chip(drafting).isHidden()


def test_an_untouched_report_bears_the_code_of_its_paper(drafting: Clerk, signed: Version) -> None:
    wait_for(drafting, f"送审稿 第1稿 · {signed.short_hash}")

    assert chip(drafting).isVisible()


def test_after_an_edit_it_says_how_much_was_changed(drafting: Clerk, signed: Version) -> None:
    write(drafting, "第一句。又加五字。")

    wait_for(drafting, "送审稿 第1稿之后改了 1 处、5 字")
    assert drafting.window.view.draft.report.stage is Stage.DRAFT


def test_an_edit_alone_brings_it_up_to_date(
    drafting: Clerk, signed: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for(drafting, signed.trace)

    write(drafting, "第一句。又加五字。")

    drafting.qtbot.waitUntil(lambda: "改了 1 处" in chip(drafting).text(), timeout=30000)


def test_what_was_changed_back_is_no_change(drafting: Clerk, signed: Version) -> None:
    write(drafting, "第一句。又加五字。")
    wait_for(drafting, "送审稿 第1稿之后改了 1 处、5 字")
    write(drafting, "第一句。")

    wait_for(drafting, "")
    assert chip(drafting).isHidden()


def test_a_click_compares_with_the_version_spoken_of(drafting: Clerk, signed: Version) -> None:
    write(drafting, "第一句。又加五字。")
    store = drafting.window.store
    store.keep(store.list()[0].id, "手动", "后来存的")
    wait_for(drafting, "送审稿 第1稿之后改了 1 处、5 字")

    chip(drafting).click()

    heading = drafting.find(QDialog, "versions_dialog").findChild(QLabel, "difference_heading")
    drafting.qtbot.waitUntil(lambda: heading.text().startswith("送审稿 第1稿"), timeout=30000)


def test_it_is_reached_by_the_keyboard_and_named_by_what_it_says(drafting: Clerk, signed: Version) -> None:
    wait_for(drafting, signed.trace)

    assert isinstance(chip(drafting), QPushButton)
    assert chip(drafting).accessibleName() == signed.trace

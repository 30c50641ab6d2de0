"""The last hook: the draft is saved before anything is said."""

import sys

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from models.errors import UserError
from tests.ui.conftest import Clerk
from ui import rescue


@pytest.fixture
def rescued(drafting: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk whose window has the hook; it is taken off again."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    rescue.install(drafting.window)
    return drafting


def rise(error: Exception) -> None:
    sys.excepthook(type(error), error, None)


def test_an_unexpected_error_saves_the_draft_and_offers_its_details(rescued: Clerk) -> None:
    rescued.type(rescued.find(QLineEdit, "field:notes"), "最后的字")

    rise(ZeroDivisionError("除数为零"))

    store = rescued.window.store
    assert store.load(store.list()[0].id).letterhead.notes == "最后的字"
    box = rescued.find(QMessageBox, "message")
    assert "已经保存" in box.text()
    assert "ZeroDivisionError" in box.detailedText()


def test_a_failed_save_is_not_called_a_success(rescued: Clerk) -> None:
    def refuse(_report: object, _before: object) -> None:
        raise UserError("磁盘已满。")

    rescued.window.view.draft._save = refuse
    rescued.type(rescued.find(QLineEdit, "field:notes"), "最后的字")

    rise(ZeroDivisionError("除数为零"))

    assert "没有存下来" in rescued.find(QMessageBox, "message").text()
    rescued.window.view.draft.give_up()


def test_an_error_of_the_clerks_is_shown_as_its_sentence(rescued: Clerk) -> None:
    rise(UserError("文件不见了，什么也没有改动。"))

    assert rescued.find(QMessageBox, "message").text() == "文件不见了，什么也没有改动。"

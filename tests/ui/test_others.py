"""What another program writes into the open report is shown soon, said, and replaces nothing without a trace."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from models.errors import UserError
from models.store import Store
from models.version import Occasion
from tests.ui.conftest import Clerk
from ui.main_window import MainWindow


@pytest.fixture
def fronted(drafting: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk with a report open in the window that is in front."""
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _window: True)
    return drafting


def write(clerk: Clerk, **fields: str) -> None:
    """Store letterhead fields as another program does."""
    with Store.open(clerk.data_dir) as store:
        report_id = store.list()[0].id
        letterhead = replace(store.load(report_id).letterhead, **fields)  # type: ignore[arg-type]
        store.edit(report_id, lambda one: replace(one, letterhead=letterhead))


def said(clerk: Clerk) -> str:
    return clerk.find(QLabel, "others_note_words").text()


def kept(clerk: Clerk) -> list[str]:
    store, report_id = clerk.window.store, clerk.window.chosen_id
    found = [one.number for one in store.versions(report_id) if one.kind == Occasion.OVERTAKEN]
    return [store.load_version(report_id, number).letterhead.contact_name for number in found]


def test_what_another_program_stored_appears_by_itself_and_is_said(fronted: Clerk) -> None:
    write(fronted, contact_phone="7654321")

    fronted.window.others._timer.timeout.emit()
    fronted.qtbot.waitUntil(lambda: bool(said(fronted)))

    assert fronted.find(QLineEdit, "field:contact_phone").text() == "7654321"
    assert "另一处改了 文头·" in said(fronted)
    assert "（空 → 7654321）" in said(fronted)
    assert kept(fronted) == []
    fronted.click("others_seen")
    assert not fronted.find(QWidget, "others_note").isVisible()


def test_nothing_is_looked_for_where_nothing_was_stored(
    fronted: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise AssertionError("read without need")

    fronted.type(fronted.find(QLineEdit, "field:contact_name"), "王五")
    fronted.window.flush()
    monkeypatch.setattr(fronted.window, "look_for_others", fail)

    fronted.window.others.ask()

    assert said(fronted) == ""


def test_what_the_clerk_wrote_and_another_replaced_is_a_version(fronted: Clerk) -> None:
    fronted.type(fronted.find(QLineEdit, "field:contact_name"), "王五")
    fronted.window.flush()
    write(fronted, contact_name="孙七")

    fronted.window.others.ask()

    assert fronted.window.view.draft.report.letterhead.contact_name == "孙七"
    assert kept(fronted) == ["王五"]
    assert "（王五 → 孙七）；您写的在版本“另一处改动前”里，可以取回。" in said(fronted)


def test_what_another_replaced_is_a_version_where_a_save_brought_it_to_light(fronted: Clerk) -> None:
    fronted.type(fronted.find(QLineEdit, "field:contact_name"), "王五")
    fronted.window.flush()
    write(fronted, contact_name="孙七")
    fronted.type(fronted.find(QLineEdit, "field:contact_phone"), "1")

    assert fronted.window.flush()

    assert kept(fronted) == ["王五"]
    assert "孙七" in said(fronted)


def test_what_others_wrote_is_seen_before_anything_is_signed(fronted: Clerk) -> None:
    write(fronted, contact_phone="1")
    fronted.window.view.ways_out.sign_off()
    status = fronted.find(QLabel, "signoff_status")
    assert status.text().startswith("另一处刚改了 文头·")

    write(fronted, contact_phone="2")
    fronted.find(QPushButton, "signoff_start").click()

    assert "还没有签批" in status.text()
    assert fronted.window.view.draft.report.letterhead.contact_phone == "2"
    assert fronted.window.store.versions(fronted.window.chosen_id) == ()


def test_a_report_that_is_left_is_no_longer_asked_after(fronted: Clerk) -> None:
    write(fronted, contact_phone="1")
    fronted.window.others.ask()
    fronted.window.show_start()

    fronted.window.others.ask()

    assert not fronted.window.others._timer.isActive()
    assert not fronted.find(QWidget, "others_note").isVisible()


def test_what_could_not_be_kept_at_once_is_kept_when_the_report_is_left(
    fronted: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fronted.type(fronted.find(QLineEdit, "field:contact_name"), "王五")
    fronted.window.flush()
    report_id = fronted.window.chosen_id
    write(fronted, contact_name="孙七")
    others, keep = fronted.window.others, Store.keep_other
    monkeypatch.setattr(Store, "keep_other", refuse)
    others.ask()
    assert fronted.window.view.draft.report.letterhead.contact_name == "孙七"

    monkeypatch.setattr(Store, "keep_other", keep)
    fronted.window.show_start()

    kinds = [one.kind for one in fronted.window.store.versions(report_id)]
    assert Occasion.OVERTAKEN in kinds


def refuse(*_args: object) -> None:
    raise UserError("草稿库正被另一个程序占用，这次没有写入，原有内容都在；请再试。")

"""Every setting that is declared does what it says, at once: each has its claim here, and none is forgotten."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from actions.backup_state import BackupState
from actions.progress import Tell, unwatched
from exporters.fonts import Face
from models.backup import Reason, keep_backup
from tests.exporters.fonts.made_fonts import made_font, save
from tests.ui.conftest import Clerk
from tests.ui.looks import usual_afterwards
from ui import declared_settings as declared
from ui.backup_clock import BackupClock
from ui.linked_text_edit import LinkedTextEdit
from ui.live_pages import LivePages
from ui.setting import YES, Declared
from ui.settings import LAST_TEMPLATE, Settings

ORGAN = "云岭县人民政府"
WAIT_MS = 30_000

Effect = Callable[[Clerk], None]


def settings(clerk: Clerk) -> Settings:
    return clerk.window.settings


def new_reports_begin_with_the_template(clerk: Clerk) -> None:
    settings(clerk).set(LAST_TEMPLATE, "department")
    settings(clerk).set(declared.UNIT_TEMPLATE, "township")
    clerk.click("new_report")

    assert clerk.find(QComboBox, "field:template").currentData() == "township"


def new_reports_begin_with_the_office(clerk: Clerk) -> None:
    fields = {one: f"{one.label}某" for one in declared.DECLARED if one.field}
    fields[declared.UNIT_ORGANS] = ORGAN
    for one, text in fields.items():
        settings(clerk).set(one, text)
    settings(clerk).set(declared.UNIT_NUMBER, "云政〔{year}〕{n}号")
    clerk.click("new_report")
    assert clerk.find(QLineEdit, "field:organ").text() == ORGAN
    clerk.type(clerk.find(QLineEdit, "field:year"), "2026")
    clerk.click("dialog_ok")

    letterhead = clerk.window.view.draft.report.letterhead
    assert {one: letterhead.text(one.field) for one in fields} == fields
    assert letterhead.doc_number == "云政〔2027〕号"


def the_open_report_is_laid_out_by_the_page_rules(clerk: Clerk) -> None:
    clerk.begin_report()

    laid_out_after(clerk, declared.PROFILE, "hanging")

    assert pages(clerk).newest.layout.profile.id == "hanging"


def the_open_report_is_drawn_in_the_fonts_of_the_folder(clerk: Clerk) -> None:
    file = save(made_font("SimHei", chinese="黑体"), clerk.data_dir / "字体" / "黑体.ttf")
    clerk.begin_report()

    laid_out_after(clerk, declared.FONT_FOLDER, str(file.parent))

    assert pages(clerk).newest.layout.profile.fonts.own(Face.HEI).path == file


def the_counts_name_the_limit(clerk: Clerk) -> None:
    clerk.begin_report()
    counts = clerk.find(QLabel, "counts")
    clerk.qtbot.waitUntil(lambda: " 页，" in counts.text(), timeout=WAIT_MS)

    settings(clerk).set(declared.LONGEST, "3500")

    assert "/ 3,500 字" in counts.text()


def the_open_report_is_saved_after_the_pause(clerk: Clerk) -> None:
    settings(clerk).set(declared.SAVE_PAUSE, "300")
    clerk.begin_report()
    draft = clerk.window.view.draft

    for pause in ("300", "1000"):
        settings(clerk).set(declared.SAVE_PAUSE, pause)
        clerk.type(clerk.find(QLineEdit, "field:notes"), f"附注{pause}")
        assert draft._timer.interval() == int(pause)
        assert draft.flush()


def a_backup_is_due_when_the_interval_is_over(clerk: Clerk) -> None:
    quarter_ago = datetime.now().astimezone() - timedelta(minutes=15)
    clerk.begin_report()
    keep_backup(clerk.data_dir, Reason.ASKED, now=quarter_ago)
    clock, asked = watched_clock(clerk)
    clock.look()
    assert asked == []

    settings(clerk).set(declared.BACKUP_MINUTES, "10")
    clock.look()

    clerk.qtbot.waitUntil(lambda: asked == [None], timeout=WAIT_MS)


def backups_go_to_the_second_place(clerk: Clerk) -> None:
    clock, asked = watched_clock(clerk)
    settings(clerk).set(declared.BACKUP_FOLDER, str(clerk.data_dir / "U盘"))

    clock.make(Reason.ASKED)

    clerk.qtbot.waitUntil(lambda: asked == [clerk.data_dir / "U盘"], timeout=WAIT_MS)


def a_rule_that_is_off_finds_nothing(clerk: Clerk) -> None:
    clerk.begin_report()
    clerk.window.view.show_findings()
    clerk.wait_for_findings()
    rule = clerk.window.view.findings[0].rule

    settings(clerk).set(declared.RULES_OFF, rule)

    clerk.qtbot.waitUntil(
        lambda: rule not in {one.rule for one in clerk.window.view.findings}, timeout=WAIT_MS
    )


def the_window_turns_dark(clerk: Clerk) -> None:
    settings(clerk).set(declared.SCHEME, "light")
    assert ground(clerk).lightness() > 200

    settings(clerk).set(declared.SCHEME, "dark")
    assert ground(clerk).lightness() < 80


def the_window_turns_black(clerk: Clerk) -> None:
    settings(clerk).set(declared.CONTRAST, YES)

    assert ground(clerk).lightness() == 0


def the_paper_grows(clerk: Clerk) -> None:
    clerk.begin_report()
    clerk.click("first_item:leadership")
    body = clerk.find(LinkedTextEdit, "body:leadership:1")
    before = body.font().pointSizeF()

    settings(clerk).set(declared.PAPER_ZOOM, "200")

    assert body.font().pointSizeF() == pytest.approx(2 * before)


def the_windows_texts_grow(clerk: Clerk) -> None:
    before = clerk.window.menuBar().font().pointSizeF()

    settings(clerk).set(declared.TEXT_SIZE, "150")

    assert clerk.window.menuBar().font().pointSizeF() == pytest.approx(1.5 * before)


OFFICE = (*(one for one in declared.DECLARED if one.field), declared.UNIT_NUMBER)
EFFECTS: dict[Effect, tuple[Declared, ...]] = {
    new_reports_begin_with_the_template: (declared.UNIT_TEMPLATE,),
    new_reports_begin_with_the_office: OFFICE,
    the_open_report_is_laid_out_by_the_page_rules: (declared.PROFILE,),
    the_open_report_is_drawn_in_the_fonts_of_the_folder: (declared.FONT_FOLDER,),
    the_counts_name_the_limit: (declared.LONGEST,),
    the_open_report_is_saved_after_the_pause: (declared.SAVE_PAUSE,),
    a_backup_is_due_when_the_interval_is_over: (declared.BACKUP_MINUTES,),
    backups_go_to_the_second_place: (declared.BACKUP_FOLDER,),
    a_rule_that_is_off_finds_nothing: (declared.RULES_OFF,),
    the_window_turns_dark: (declared.SCHEME,),
    the_window_turns_black: (declared.CONTRAST,),
    the_paper_grows: (declared.PAPER_ZOOM,),
    the_windows_texts_grow: (declared.TEXT_SIZE,),
}
"""What is seen where a setting is another, and which settings it is the claim of."""


def test_every_declared_setting_has_an_effect() -> None:
    claimed = sorted(one.key for settings in EFFECTS.values() for one in settings)

    assert claimed == sorted(one.key for one in declared.DECLARED)


@pytest.fixture
def office(clerk: Clerk) -> Iterator[Clerk]:
    """A clerk at the list, whose looks are put back afterwards."""
    with usual_afterwards(settings(clerk)):
        yield clerk


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.__name__)
def test_a_setting_takes_effect_at_once(office: Clerk, effect: Effect) -> None:
    effect(office)


def pages(clerk: Clerk) -> LivePages:
    found = clerk.window.findChild(LivePages)
    assert found is not None
    return found


def laid_out_after(clerk: Clerk, setting: Declared, value: str) -> None:
    """Set a setting while the open report's pages stand as they were, and wait until they are laid out anew."""
    clerk.qtbot.waitUntil(lambda: pages(clerk).newest is not None, timeout=WAIT_MS)
    with clerk.qtbot.waitSignal(pages(clerk).laid_out, timeout=WAIT_MS):
        settings(clerk).set(setting, value)


def watched_clock(clerk: Clerk) -> tuple[BackupClock, list[Path | None]]:
    """A clock by the window's settings, and the second places of the backups it makes."""
    asked: list[Path | None] = []

    def back_up(
        _data_dir: Path, _reason: Reason, second: Path | None, _tell: Tell = unwatched
    ) -> BackupState:
        asked.append(second)
        return BackupState(None)

    return BackupClock(settings(clerk), clerk.window, back_up), asked


def ground(clerk: Clerk) -> QColor:
    """The colour behind everything."""
    QApplication.processEvents()
    return clerk.window.palette().color(QPalette.ColorRole.Window)

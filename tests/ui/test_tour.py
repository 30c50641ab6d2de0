"""入门导览: offered once where nothing is written yet, five steps on the sample, left at any moment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from models.store import Store
from tests.ui.conftest import Clerk
from ui.settings import SAMPLE, Settings
from ui.tour_steps import STEPS


def callout(clerk: Clerk) -> QWidget | None:
    """The callout on screen."""
    return clerk.window.findChild(QWidget, "tour")


def begin(clerk: Clerk) -> None:
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.find(QAction, "action:tour").trigger()


def press(clerk: Clerk, key: Qt.Key) -> None:
    clerk.qtbot.keyClick(QApplication.focusWidget(), key)


def test_it_is_offered_once_and_takes_no_key(clerk: Clerk) -> None:
    clerk.qtbot.waitUntil(lambda: callout(clerk) is not None)
    assert not callout(clerk).isAncestorOf(QApplication.focusWidget() or clerk.window)

    clerk.click("tour_later")
    assert callout(clerk) is None
    clerk.window.close()
    clerk.open()
    clerk.qtbot.waitUntil(lambda: clerk.window.is_painted)

    assert callout(clerk) is None


def wait_for(clerk: Clerk, title: str) -> None:
    """The step with this title: the sample is made beside the window."""
    clerk.qtbot.waitUntil(lambda: callout(clerk).accessibleName() == f"入门导览：{title}", timeout=30_000)


def test_it_is_not_offered_where_there_are_reports(clerk: Clerk) -> None:
    clerk.begin_report()
    settings = Settings(clerk.data_dir)
    clerk.window.close()
    settings._store.remove("help/tour_offered")
    settings._store.sync()
    clerk.open()
    clerk.qtbot.waitUntil(lambda: clerk.window.is_painted)

    assert callout(clerk) is None


def test_the_keys_lead_through_all_steps_beside_what_they_speak_of(clerk: Clerk) -> None:
    begin(clerk)
    for step in STEPS:
        wait_for(clerk, step.title)
        target = clerk.find(QWidget, step.target)
        assert target.isVisible(), step.target
        assert clerk.window.rect().contains(callout(clerk).geometry())
        frame = clerk.find(QWidget, "tour_frame")
        assert frame.isVisible()
        assert frame.geometry().contains(target.mapTo(clerk.window, target.rect().center()))
        press(clerk, Qt.Key.Key_Right)

    assert callout(clerk) is None
    assert clerk.window.chosen_id == Settings(clerk.data_dir).get(SAMPLE)


def test_the_step_of_the_checks_shows_the_finding_and_the_button_it_speaks_of(clerk: Clerk) -> None:
    begin(clerk)
    step = next(one for one in STEPS if one.target == "findings_panel")
    for earlier in STEPS[: STEPS.index(step)]:
        wait_for(clerk, earlier.title)
        press(clerk, Qt.Key.Key_Right)
    wait_for(clerk, step.title)
    clerk.wait_for_findings()

    mend = clerk.find(QPushButton, "finding_mend")
    assert mend.isVisible()
    assert mend.text().startswith("改为")
    assert "改为" in step.words
    mend.click()
    clerk.wait_for_findings()
    assert "没有查错别字" in clerk.find(QLabel, "findings_none").text()


def test_esc_leaves_it(clerk: Clerk) -> None:
    begin(clerk)

    press(clerk, Qt.Key.Key_Escape)

    assert callout(clerk) is None
    assert clerk.window.findChild(QWidget, "tour_frame") is None


def test_what_it_speaks_of_can_be_pressed_meanwhile(clerk: Clerk) -> None:
    begin(clerk)

    clerk.qtbot.mouseClick(clerk.find(QPushButton, "open_sample"), Qt.MouseButton.LeftButton)

    wait_for(clerk, STEPS[1].title)
    press(clerk, Qt.Key.Key_Left)
    assert callout(clerk).accessibleName().endswith(STEPS[0].title), "the arrow leads back"


def test_it_changes_no_report(drafting: Clerk) -> None:
    mine = drafting.window.chosen_id
    drafting.window.flush()
    with Store.open(drafting.data_dir) as store:
        before = store.load(mine), store.versions(mine), store.stamp(mine)
    begin(drafting)

    for step in STEPS:
        wait_for(drafting, step.title)
        press(drafting, Qt.Key.Key_Right)
    drafting.window.flush()

    with Store.open(drafting.data_dir) as store:
        assert (store.load(mine), store.versions(mine), store.stamp(mine)) == before
        sample = store.load(Settings(drafting.data_dir).get(SAMPLE))
    from actions.sample import sample_to_try

    assert sample == sample_to_try()

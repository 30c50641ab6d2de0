"""忽略: remembered in the report, known by what it says, taken back at will."""

from dataclasses import replace

from actions.checking import everything, look_over
from actions.ignoring import reason_of, sorted_out, with_heeded, with_ignored
from models.content import from_content, to_content
from models.editing import with_item_moved
from models.report import Item, Report, Section, Stage
from models.stages import after_edit

REPORT = Report(
    2026,
    "county-regulation",
    sections=(
        Section(
            "measures",
            "举措",
            items=(Item("甲", ("2025年完成。",), is_carried=True), Item("乙", ("丙。",), is_carried=True)),
        ),
    ),
)
ONE = next(one for one in everything(REPORT) if one.rule == "CAR01" and one.item == (1,))


def test_what_is_ignored_is_not_found_any_more_and_nothing_else_is_lost() -> None:
    ignored = with_ignored(REPORT, ONE, "已经核对")

    assert set(look_over(REPORT)) - set(look_over(ignored)) == {ONE}
    assert reason_of(ignored, ONE) == "已经核对"


def test_an_ignored_finding_follows_its_item_to_another_place() -> None:
    moved = with_item_moved(with_ignored(REPORT, ONE), "measures", (1,), (2,))

    _, gone = sorted_out(moved, everything(moved))

    assert [(one.rule, one.item) for one in gone] == [("CAR01", (2,))]


def test_it_comes_back_when_it_is_to_be_heeded() -> None:
    assert with_heeded(with_ignored(REPORT, ONE), ONE) == REPORT


def test_said_again_the_reason_is_another() -> None:
    twice = with_ignored(with_ignored(REPORT, ONE, "甲"), ONE, "乙")

    assert len(twice.ignored) == 1
    assert reason_of(twice, ONE) == "乙"


def test_it_is_stored_with_the_report_and_older_reports_have_none() -> None:
    ignored = with_ignored(REPORT, ONE, "已经核对")
    content = to_content(ignored)

    assert from_content(content) == ignored
    assert from_content({key: value for key, value in content.items() if key != "ignored"}) == replace(
        ignored, ignored=()
    )


def test_a_final_report_stays_final_when_a_finding_is_ignored() -> None:
    final = replace(REPORT, stage=Stage.FINAL)

    assert after_edit(final, with_ignored(final, ONE)).stage is Stage.FINAL
    assert after_edit(final, replace(final, preamble=("改了。",))).stage is Stage.DRAFT

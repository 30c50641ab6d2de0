"""What a changed figure reaches: each sentence once, before and after, the number that changed marked."""

from dataclasses import replace

import pytest

from models.effects import Amended, Effects, Run, effects, turned
from models.judging import Judgement, Verdict
from models.quantity import Quantity
from models.relation import Relation
from models.report import Attachment, Figure, Report, Section
from models.target import Year

BEFORE = Report(
    2025,
    "county-regulation",
    sections=(
        Section(
            "measures",
            "举措",
            ("收到{{fy_apply}}件，比上年{{fy_apply.last}}件多；另收到{{fy_apply}}件。审结{{fy_closed}}件。",),
        ),
    ),
    figures=(Figure("fy_apply", Quantity("179"), Quantity("150")), Figure("fy_closed", Quantity("20"))),
    attachments=(Attachment("附表", ("申请{{fy_apply}}件。",)),),
)
AFTER = BEFORE.with_figure(Figure("fy_apply", Quantity("180"), Quantity("150")))


def test_each_sentence_that_says_something_else_is_told_once_and_no_other() -> None:
    found = effects(BEFORE, AFTER)

    assert [one.quote for one in found.rewritten] == [
        "收到180件，比上年150件多；",
        "另收到180件。",
        "申请180件。",
    ]
    assert [one.is_attached for one in found.rewritten] == [False, False, True]


def test_only_the_number_that_changed_is_marked_before_and_after() -> None:
    first = effects(BEFORE, AFTER).rewritten[0]

    assert [run for run in first.before if run.is_changed] == [Run("179", True)]
    assert [run for run in first.after if run.is_changed] == [Run("180", True)]
    assert "".join(run.text for run in first.before) == "收到179件，比上年150件多；"


def test_the_words_name_the_figure_both_amounts_and_how_many_places() -> None:
    assert effects(BEFORE, AFTER).words == "行政复议申请：179 → 180；正文2处、附件1处随之改动"


def test_last_years_amount_reaches_only_what_shows_last_year() -> None:
    found = effects(BEFORE, BEFORE.with_figure(Figure("fy_apply", Quantity("179"), Quantity("149"))))

    assert [one.quote for one in found.rewritten] == ["收到179件，比上年149件多；"]
    assert "上年：150 → 149" in found.words


@pytest.mark.parametrize(
    ("before", "after", "is_revision"), [(None, "1", False), ("1", None, True), ("1", "2", True)]
)
def test_filling_a_blank_is_no_revision(before: str | None, after: str | None, is_revision: bool) -> None:
    old, new = (
        BEFORE.with_figure(Figure("fy_accept", Quantity(one) if one else None)) for one in (before, after)
    )

    assert effects(old, new).is_revision is is_revision


def test_a_text_written_anew_is_no_effect_of_a_figure() -> None:
    assert not effects(BEFORE, replace(BEFORE, preamble=("收到{{fy_apply}}件。",))).amended


def test_a_note_on_a_figure_changes_no_sentence() -> None:
    noted = BEFORE.with_figure(replace(BEFORE.figure("fy_apply"), note="待核"))

    assert effects(BEFORE, noted).words == ""


def judged(relation: str, verdict: Verdict) -> Judgement:
    return Judgement(Relation(relation, relation, "a == b"), verdict)


def test_relations_that_hold_no_longer_and_those_that_hold_again_are_told_apart() -> None:
    before = [judged("A", Verdict.HOLDS), judged("B", Verdict.FAILS), judged("C", Verdict.FAILS)]
    after = [judged("A", Verdict.FAILS), judged("B", Verdict.ROUNDED), judged("C", Verdict.FAILS)]

    lost, won = turned(before, after)

    assert ([one.relation.id for one in lost], [one.relation.id for one in won]) == (["A"], ["B"])


def test_a_broken_relation_whose_data_go_missing_does_not_hold_again() -> None:
    lost, won = turned([judged("A", Verdict.FAILS)], [judged("A", Verdict.UNKNOWN)])

    assert (lost, won) == ((), ())


def test_the_words_count_the_relations_lost() -> None:
    found = Effects((Amended("a", "甲", Year.THIS, "1", "2"),), (), (judged("A", Verdict.FAILS),))

    assert found.words == "甲：1 → 2；有1个勾稽关系不再成立"

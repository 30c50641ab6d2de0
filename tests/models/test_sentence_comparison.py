"""Last year's sentences beside this year's."""

from hypothesis import given
from hypothesis import strategies as st

from models.quantity import Quantity
from models.report import Figure, Report
from models.sentence_comparison import Standing, compared_sentences
from models.text_places import sentences
from models.word_difference import Kind
from tests.strategies import FEW

LAST = Report(2025, "county-regulation").with_figure(Figure("fy_apply", Quantity("164")))
NOW = Report(2026, "county-regulation").with_figure(Figure("fy_apply", Quantity("179")))


def test_each_sentence_is_said_to_be_the_same_changed_or_missing() -> None:
    then = ("一是加强领导。全年培训干部3期。开展督察。",)
    now = ("一是加强领导。全年培训干部5期。",)

    found = compared_sentences(LAST, then, NOW, now)

    assert [one.standing for one in found] == [Standing.SAME, Standing.CHANGED, Standing.MISSING]


def test_the_words_that_were_changed_are_marked() -> None:
    (found,) = compared_sentences(
        LAST, ("申请{{fy_apply}}件，均已审结。",), NOW, ("申请{{fy_apply}}件，均已审结。",)
    )

    assert [run.text for run in found.runs if run.kind is not Kind.EQUAL] == ["164"]
    assert found.spot is not None
    assert found.spot.printed == "申请179件，均已审结。"


def test_a_sentence_that_was_moved_is_not_missing() -> None:
    then = ("组织案卷评查两次。", "修订权责清单并公布。")
    now = ("修订权责清单并公布。", "组织案卷评查两次。")

    assert {one.standing for one in compared_sentences(LAST, then, NOW, now)} == {Standing.SAME}


def test_a_spot_is_where_the_sentence_stands_in_its_stored_paragraph() -> None:
    now = ("第一句。申请{{fy_apply}}件。",)
    (found,) = compared_sentences(LAST, ("申请{{fy_apply}}件。",), NOW, now)

    assert found.spot is not None
    assert now[0][found.spot.start : found.spot.stop] == "申请{{fy_apply}}件。"


TEXTS = st.lists(st.text("甲乙丙丁0189。；", max_size=12), max_size=3)


@FEW
@given(TEXTS, TEXTS)
def test_every_sentence_of_last_year_is_there_once_in_its_order(then: list[str], now: list[str]) -> None:
    found = compared_sentences(LAST, then, NOW, now)

    assert [one.stored for one in found] == [one for text in then for one in sentences(text)]
    assert all("".join(run.text for run in one.runs) == LAST.printed(one.stored) for one in found)
    spots = [one.spot for one in found if one.spot]
    assert len(set(spots)) == len(spots)

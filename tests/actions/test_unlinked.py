"""Typed numbers that equal a figure are found, offered and linked, and nothing printed changes."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.checking import look_over
from actions.unlinked import (
    finding_of,
    proposal_of,
    proposals,
    proposals_at,
    unknown_numbers,
    unlinked_findings,
    with_proposals,
)
from checks import Level
from models.linked_text import escape, links
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section
from models.text_places import paragraphs

KNOWN = (
    Figure("fy_apply", Quantity("164"), Quantity("150")),
    Figure("ss_count", Quantity("22")),
    Figure("cting_rate", Quantity("100", percent="%")),
    Figure("letter_recv", Quantity("2")),
)


def report(*texts: str, section: str = "measures", figures: tuple[Figure, ...] = KNOWN) -> Report:
    item = Item("强化权力监督", texts)
    return Report(
        2025, "county-regulation", sections=(Section(section, "举措", items=(item,)),), figures=figures
    )


def offers(one: Report) -> list[str]:
    return [f"{found.words} {found.link.target}" for found in proposals(one) if found.amount is None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收到行政复议申请164件。", ["164件 fy_apply"]),
        ("全年共164件。", ["164件 fy_apply"]),
        ("上年收到行政复议申请150件。", ["150件 fy_apply.last"]),
        ("收到行政复议申请{{fy_apply}}件，同比增长9.33%。", ["增长9.33% fy_apply.yoy.grow"]),
        ("收到行政复议申请164件，比上年增加14件。", ["164件 fy_apply", "增加14件 fy_apply.diff.add.unit"]),
        ("收到行政复议申请{{fy_apply}}件。", []),
        ("收到行政复议申请165件。", []),
        ("收到行政复议申请{{fy_apply}}件，同比下降9.33%。", []),
        ("走访企业164家。", []),
        ("召开会议2次，化解纠纷2件。", []),
        ("按期办结率100%。", []),
        ("办件1640件，编号164。", []),
    ],
)
def test_a_number_is_offered_where_its_words_or_its_digits_tell_its_figure(
    text: str, found: list[str]
) -> None:
    assert offers(report(text)) == found


def test_two_figures_with_one_amount_are_told_apart_by_words_or_not_at_all() -> None:
    figures = (Figure("fy_apply", Quantity("164")), Figure("ss_count", Quantity("164")))

    assert offers(report("办理行政诉讼案件164件。", figures=figures)) == ["164件 ss_count"]
    assert offers(report("全年共164件。", figures=figures)) == []


def test_next_years_plan_counts_none_of_this_years_figures() -> None:
    assert proposals(report("办理行政复议申请164件。", section="plan")) == ()


def test_numbers_that_no_indicator_claims_are_named_once() -> None:
    one = report("收到行政复议申请164件，{{fy_apply}}件。", "走访企业3562家，回访3562家，办件12.6万件。")

    assert unknown_numbers(one, proposals(one)) == ("3562家", "12.6万件")
    assert unknown_numbers(report("走访企业3562家。", section="plan"), ()) == ()


def test_the_amount_of_an_indicator_without_one_is_offered_to_be_filled_in_once() -> None:
    one = report("收到行政复议申请164件。", "收到行政复议申请164件。", "收到行政复议申请170件。", figures=())

    found = proposals(one)
    assert [(each.words, each.amount) for each in found] == [("164件", Quantity("164"))] * 2
    linked = with_proposals(one, found)
    assert linked.figure("fy_apply").value == Quantity("164")
    assert linked.sections[0].items[0].paragraphs[1] == "收到行政复议申请{{fy_apply}}件。"
    assert not list(unlinked_findings(one))


def test_several_numbers_of_several_places_are_linked_at_once_and_print_the_same() -> None:
    one = replace(
        report("{{{{}}收到行政复议申请164件、行政诉讼案件22件，{{ss_count}}，又164件。"),
        preamble=("行政复议申请164件。",),
        attachments=(Attachment("说明", ("行政诉讼案件22件。",)),),
    )
    before = [one.printed(each.stored) for each in paragraphs(one)]

    linked = with_proposals(one, proposals(one))

    assert [linked.printed(each.stored) for each in paragraphs(linked)] == before
    assert [link.target for each in paragraphs(linked) for link in links(each.stored)] == (
        ["fy_apply", "fy_apply", "ss_count", "ss_count", "fy_apply", "ss_count"]
    )
    assert proposals(linked) == ()


def test_only_what_was_chosen_is_linked() -> None:
    one = report("收到行政复议申请164件、行政诉讼案件22件。")
    _, second = proposals(one)

    assert with_proposals(one, (second,)).sections[0].items[0].paragraphs == (
        "收到行政复议申请164件、行政诉讼案件{{ss_count}}件。",
    )


def test_a_hint_names_number_and_indicator_and_leads_back_to_its_proposal() -> None:
    one = report("收到行政复议申请164件。")
    (hint,) = [found for found in look_over(one) if found.rule == "LNK02"]

    assert hint.level is Level.HINT
    assert "“164件”与指标“行政复议申请”相同，还没有链接" in hint.message
    assert hint.quote in "收到行政复议申请164件"
    assert proposal_of(one, hint) == proposals(one)[0]
    assert proposal_of(report("收到行政复议申请165件。"), hint) is None
    assert finding_of(proposals(one)[0]) == hint


def test_a_place_in_a_paragraph_knows_what_can_be_linked_there() -> None:
    text = "收到行政复议申请164件、行政诉讼案件22件。"
    one = report("另一段。", text)

    assert [each.words for each in proposals_at(one, text, text.index("64"))] == ["164件"]
    assert [each.words for each in proposals_at(one, text, text.index("22"))] == ["22件"]
    assert proposals_at(one, text, 1) == ()


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "收到行政复议申请",
                "164件",
                "{{fy_apply}}件",
                "，",
                "。",
                "同比增长9.33%",
                "22件",
                "{{}}",
                "上年",
                "150件",
                "行政诉讼",
            ]
        ),
        max_size=14,
    ).map("".join)
)
def test_linking_never_changes_what_is_printed(text: str) -> None:
    one = report(text)

    linked = with_proposals(one, proposals(one))

    assert linked.printed(linked.sections[0].items[0].paragraphs[0]) == one.printed(text)


def test_pasted_braces_are_no_links() -> None:
    one = report(escape("收到{{fy_apply}}行政复议申请164件。"))

    assert offers(one) == ["164件 fy_apply"]

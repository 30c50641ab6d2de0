"""The clerk's moves: each changes what it says and loses nothing."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.editing import (
    Path,
    heading_text,
    lines_of,
    paragraphs_of,
    part,
    path_after_removal,
    paths,
    section_of,
    with_heading,
    with_item_begun,
    with_item_moved,
    with_new_item,
    with_paragraphs,
    with_section_title,
    with_titles_printed,
    without_blank_item,
    without_item,
)
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section, texts
from models.template import template

TEMPLATE = "county-regulation"
KEY = "measures"

WORDS = st.text(alphabet="依法行政复议", min_size=1, max_size=4)
LEAVES = st.builds(Item, title=WORDS, paragraphs=st.lists(WORDS, max_size=2).map(tuple))
ITEMS = st.recursive(
    LEAVES,
    lambda below: st.builds(Item, title=WORDS, items=st.lists(below, max_size=3).map(tuple)),
    max_leaves=6,
)
MANY = settings(max_examples=50)
"""The sections are so small that fifty of them hold what a hundred do."""

SECTIONS = st.builds(
    Section, key=st.just(KEY), title=WORDS, items=st.lists(ITEMS, min_size=1, max_size=4).map(tuple)
)


def report_with(section: Section) -> Report:
    before = Section("leadership", "责任", ("县委书记带头述法。",))
    return Report(2025, TEMPLATE, sections=(section, before))


def section_after(report: Report) -> Section:
    section = report.section(KEY)
    assert section is not None
    return section


def all_titles(report: Report) -> list[str]:
    section = section_after(report)
    return sorted(part(section, path).title for path in paths(section))


def pick(data: st.DataObject, section: Section) -> Path:
    return data.draw(st.sampled_from(list(paths(section))))


@MANY
@given(SECTIONS, st.data())
def test_moving_loses_nothing_and_moving_back_restores(section: Section, data: st.DataObject) -> None:
    report = report_with(section)
    path = pick(data, section)
    rest = section_after(without_item(report, KEY, path))
    parent = data.draw(st.sampled_from([(), *paths(rest)]))
    target = (*parent, data.draw(st.integers(1, len(part(rest, parent).items) + 1)))

    moved = with_item_moved(report, KEY, path, target)

    assert part(section_after(moved), target) == part(section, path)
    assert all_titles(moved) == all_titles(report)
    assert moved.section("leadership") == report.section("leadership")
    assert with_item_moved(moved, KEY, target, path) == report


@MANY
@given(SECTIONS, st.data())
def test_a_new_item_stands_where_it_was_asked_for_and_deleting_it_restores(
    section: Section, data: st.DataObject
) -> None:
    report = report_with(section)
    parent = data.draw(st.sampled_from([(), *paths(section)]))
    path = (*parent, data.draw(st.integers(1, len(part(section, parent).items) + 1)))

    added = with_new_item(report, KEY, path, "强化监督")

    assert part(section_after(added), path).title == "强化监督"
    assert without_item(added, KEY, path) == report


@MANY
@given(SECTIONS, st.data())
def test_changing_one_item_leaves_the_others_alone(section: Section, data: st.DataObject) -> None:
    report = report_with(section)
    path = pick(data, section)

    changed = with_paragraphs(with_heading(report, KEY, path, "新"), KEY, path, ("新段落",))

    after = section_after(changed)
    assert (part(after, path).title, part(after, path).paragraphs) == ("新", ("新段落",))
    others = [other for other in paths(section) if other != path]
    for other in others:
        assert part(after, other).title == part(section, other).title
        assert part(after, other).paragraphs == part(section, other).paragraphs


@MANY
@given(SECTIONS, st.data())
def test_after_a_removal_every_other_item_is_found_under_its_new_path(
    section: Section, data: st.DataObject
) -> None:
    removed, other = pick(data, section), pick(data, section)
    assume(other[: len(removed)] != removed)
    assume(removed[: len(other)] != other)

    after = section_after(without_item(report_with(section), KEY, removed))

    assert part(after, path_after_removal(other, removed)) == part(section, other)


def test_writing_begins_a_missing_section_at_its_place_with_the_templates_title() -> None:
    order = [declared.key for declared in template(TEMPLATE).sections]
    report = Report(2025, TEMPLATE, sections=(Section(order[0], "甲"), Section(order[-1], "戊")))

    begun = with_paragraphs(report, order[2], (), ("一句话。",))

    assert [section.key for section in begun.sections] == [order[0], order[2], order[-1]]
    assert "2025年度" in section_of(begun, order[2]).title
    assert "{" not in section_of(begun, order[2]).title
    assert [text for _, text in texts(begun)] == ["一句话。"]


def test_looking_at_a_missing_section_does_not_begin_it() -> None:
    report = Report(2025, TEMPLATE)

    assert section_of(report, KEY).title
    assert not report.sections


def test_a_heading_keeps_its_mark_and_does_not_double_it() -> None:
    report = report_with(Section(KEY, "举措", items=(Item("旧", mark="："),)))

    item = part(section_after(with_heading(report, KEY, (1,), " 推进 执法：")), (1,))

    assert item == Item("推进 执法", mark="：")
    assert heading_text("坚持\n党的领导", "") == "坚持 党的领导"


def test_a_heading_shows_its_figure_and_keeps_the_link_when_retyped_around_it() -> None:
    report = report_with(Section(KEY, "举措", items=(Item("办理复议{{fy_apply}}件"),)))
    report = report.with_figure(Figure("fy_apply", Quantity.parse("179")))

    retyped = with_heading(report, KEY, (1,), "全年办理复议179件")

    assert part(with_titles_printed(report, section_of(report, KEY)), (1,)).title == "办理复议179件"
    assert part(section_after(retyped), (1,)).title == "全年办理复议{{fy_apply}}件"


def test_a_new_item_is_set_as_its_neighbours() -> None:
    report = report_with(Section(KEY, "举措", items=(Item("甲", ("一",), mark="", run_in=False),)))

    added = part(section_after(with_new_item(report, KEY, (2,))), (2,))

    assert added == Item(mark="", run_in=False)


def test_a_title_is_the_only_thing_that_a_new_title_changes() -> None:
    report = report_with(Section(KEY, "举措", ("甲",), (Item("乙"),), level=3))

    retitled = with_section_title(report, KEY, "成效")

    assert section_after(retitled) == replace(section_of(report, KEY), title="成效")


def test_there_is_no_item_where_there_is_none() -> None:
    with pytest.raises(IndexError):
        with_heading(report_with(Section(KEY, "举措")), KEY, (1,), "甲")


@given(st.lists(st.text(alphabet="甲乙 \u3000", max_size=3), max_size=5))
def test_empty_lines_are_no_paragraphs_and_all_others_are(lines: list[str]) -> None:
    assert paragraphs_of("\n".join(lines)) == tuple(line for line in lines if line.strip())


def test_paragraphs_come_back_from_an_editors_lines() -> None:
    paragraphs = ("2024年，申请{{fy_apply}}件。", "其中不予受理20件。")

    assert paragraphs_of(lines_of(paragraphs)) == paragraphs


@pytest.mark.parametrize(
    ("level", "typed", "stored"),
    [
        (1, "一、主要举措", "主要举措"),
        (1, "（一）主要举措", "（一）主要举措"),
        (2, "（十二）加强领导。", "加强领导"),
        (2, "(二) 加强领导", "加强领导"),
        (2, "一、加强领导", "一、加强领导"),
        (2, "两手抓、两手硬", "两手抓、两手硬"),
        (3, "1.行政复议", "行政复议"),
        (3, "12．行政复议", "行政复议"),
        (3, "3.15消费者权益日", "3.15消费者权益日"),
        (3, "2025.", "2025."),
        (4, "（1）清理", "清理"),
        (5, "（1）清理", "清理"),
        (0, "（一）清理", "（一）清理"),
    ],
)
def test_only_a_number_of_the_levels_own_form_is_taken_off(level: int, typed: str, stored: str) -> None:
    assert heading_text(typed, "。", level) == stored


def test_what_cannot_be_seen_is_in_no_heading_and_no_paragraph() -> None:
    assert heading_text("加强\u200b领导\ufeff", "") == "加强领导"
    assert paragraphs_of("甲\u200b\r\n\ufeff\n乙\x00丙\u2028丁") == ("甲", "乙丙", "丁")


def test_an_item_is_begun_by_writing_and_gone_when_nothing_is_left_of_it() -> None:
    blank = Report(2025, TEMPLATE, sections=(Section(KEY, "举措"),))

    begun = with_item_begun(blank, KEY, (1,))
    assert len(section_after(begun).items) == 1
    assert with_item_begun(begun, KEY, (1,)) is begun
    assert without_blank_item(begun, KEY, (1,)) == blank
    written = with_paragraphs(begun, KEY, (1,), ("一段。",))
    assert without_blank_item(written, KEY, (1,)) == written

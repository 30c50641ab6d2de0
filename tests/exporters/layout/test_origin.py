"""Every laid-out line knows which words of the report it prints."""

from dataclasses import replace

import pytest

from exporters.layout import Layout, lay_out
from exporters.layout.memory import SetBlocks
from exporters.profile import profile
from models.compose import compose
from models.document import Document
from models.letterhead import Letterhead
from models.normalise import normalise
from models.printed_places import field_key, is_figure
from models.report import ATTACHMENTS, HEADING, Attachment, Item, Place, Report, Section, Stage
from models.template import template
from models.text_places import all_texts
from models.title import printed_title
from tests.the_sample import sample_report

JOINT = Letterhead(
    organs=("云岭县人民政府", "云岭县司法局", "云岭县民政局"),
    addressees=("中共某某市委", "某某市人民政府"),
    doc_number="云政〔2026〕5号",
    signatories=("张三", "李四"),
    secrecy="秘密",
    secrecy_term="1年",
    urgency="加急",
    copy_number="000001",
    date="2026年2月9日",
    notes="此件公开发布",
    copies=("某某市司法局", "某某市人大常委会办公室", "某某市政协办公室", "某某市监察委员会办公室"),
    printed_by="云岭县人民政府办公室",
    printed_on="2026年2月10日",
)


def joint() -> Report:
    below = Item("政务公开", ("公开信息, 共计百件。",), run_in=False)
    items = (Item("强化监督", ("开展检查。" * 40, "第二段。"), (below,)), Item("", ("没有标题的条目。",)))
    section = Section("measures", "主要举措", ("  开头的话。",), items)
    papers = (Attachment("名单", ("甲。", "乙。")), Attachment("另一份很长很长的" * 4 + "名单", ("丙。",)))
    return Report(
        2025,
        "county-regulation",
        letterhead=JOINT,
        stage=Stage.REVIEW,
        preamble=("", "现将情况报告如下："),
        sections=(section,),
        attachments=papers,
    )


def bracketed() -> Report:
    """附注 as some type it, with the brackets that are printed anyway."""
    return replace(joint(), letterhead=replace(JOINT, notes=" （此件公开发布）"))


def composed(report: Report) -> Document:
    return compose(report, template(report.template))


def words_of(report: Report) -> dict[Place, str]:
    return {place: normalise(report.printed(stored)) for place, stored in all_texts(report)}


def printed_at(report: Report, place: Place) -> str:
    """All that is printed of a place, with the marks that are set behind it."""
    match field_key(place):
        case "":
            return words_of(report)[place] + ("。" if place.paragraph == HEADING else "")
        case "title":
            return normalise(printed_title(report))
        case "secrecy":
            return report.letterhead.secrecy_mark
        case key:
            return report.letterhead.text(key) + "："


@pytest.mark.parametrize(
    "report", [sample_report(), joint(), bracketed()], ids=["sample", "joint", "note in brackets"]
)
def test_what_a_line_says_of_its_origin_is_true(report: Report) -> None:
    for page in lay_out(composed(report)).pages:
        for placed in page.lines:
            for stretch in placed.origin:
                if is_figure(stretch.place) or stretch.place.section in (ATTACHMENTS, "stage"):
                    continue
                printed = placed.line.text[stretch.at : stretch.at + stretch.length]
                there = printed_at(report, stretch.place)
                assert there[stretch.start : stretch.start + stretch.length] == printed


@pytest.mark.parametrize("report", [sample_report(), joint()], ids=["sample", "joint"])
def test_every_character_of_every_text_is_on_a_line(report: Report) -> None:
    found: dict = {}
    for page in lay_out(composed(report)).pages:
        for placed in page.lines:
            for stretch in placed.origin:
                found.setdefault(stretch.place, set()).update(
                    range(stretch.start, stretch.start + stretch.length)
                )

    for place, words in words_of(report).items():
        inked = {at for at, character in enumerate(words) if not character.isspace()}
        assert inked <= found.get(place, set()), (place, words)
    fields = {field_key(place) for place in found}
    filled = {"organs", "addressees", "doc_number", "signatories", "date", "notes", "copies", "printed_by"}
    assert {key for key in filled if report.letterhead.text(key)} <= fields


def test_only_labels_come_from_nowhere() -> None:
    layout = lay_out(composed(joint()))

    unknown = {placed.line.text for page in layout.pages for placed in page.lines if not placed.origin}

    assert unknown == {"签发人：", "文件"}


def test_the_rows_of_the_table_of_figures_come_from_figures() -> None:
    sample = sample_report()
    places = [
        stretch.place
        for page in lay_out(composed(sample)).pages
        if page.is_turned
        for placed in page.lines
        for stretch in placed.origin
    ]

    known = {one.indicator for one in sample.figures if one.value or one.last}
    assert {place.section.removeprefix("figure.") for place in places if is_figure(place)} == known


def test_origins_make_no_line_another_one() -> None:
    document = composed(joint())
    nowhere = replace(document, blocks=tuple(replace(block, place=None) for block in document.blocks))

    assert nowhere == document
    assert lay_out(nowhere) == lay_out(document)


def test_what_is_remembered_gives_the_same_pages_and_origins_as_setting_anew() -> None:
    rules, blocks = profile(), SetBlocks()
    report = joint()
    moved = replace(
        report, sections=(replace(report.sections[0], items=tuple(reversed(report.sections[0].items))),)
    )
    for state in (report, moved, replace(report, preamble=("别的话。",)), report):
        blocks.begin(rules)
        fresh, remembered = lay_out(composed(state), rules), lay_out(composed(state), rules, blocks)
        assert remembered == fresh
        assert origins(remembered) == origins(fresh)


def test_other_rules_are_not_served_from_memory() -> None:
    blocks, document = SetBlocks(), composed(joint())
    rules = profile()
    narrow = replace(rules, margins_mm=replace(rules.margins_mm, top=rules.margins_mm.top + 10))
    larger = replace(rules, body=replace(rules.body, indent_characters=0))
    for one in (rules, narrow, larger, rules):
        blocks.begin(one)
        assert lay_out(document, one, blocks) == lay_out(document, one)


def origins(layout: Layout) -> list:
    return [placed.origin for page in layout.pages for placed in page.lines]

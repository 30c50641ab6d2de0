"""The public version leaves out what is for the inside, and nothing of the text."""

from dataclasses import fields, replace

import pytest
from hypothesis import given

from models.compose import compose
from models.document import Document, Ending, Group, Heading, Mark, Note, Signature, StageMark, Table
from models.indicator import Indicator
from models.letterhead import EndingChoice, Letterhead, RedHead
from models.public import PUBLIC_MARK, compose_public, public_notes, public_version
from models.quantity import Quantity
from models.report import Attachment, Figure, Report, Section, Stage, texts
from models.template import template
from tests.strategies import FEW, REPORTS

LETTERHEAD = Letterhead(
    title="云岭县人民政府关于2025年度法治政府建设情况的报告",
    organs=("云岭县人民政府",),
    addressees=("澜州市人民政府",),
    copies=("云岭县人民代表大会常务委员会",),
    doc_number="云政〔2026〕5号",
    signatories=("周明远",),
    secrecy="秘密",
    secrecy_term="1年",
    urgency="特急",
    copy_number="000001",
    date="2026年2月9日",
    disclosure="主动公开",
    ending=EndingChoice.STAMPED,
    signer_position="县长",
    notes="此件公开发布，联系人：林知秋，电话0371-65501234",
    printed_by="云岭县人民政府办公室",
    printed_on="2026年2月10日",
    contact_name="林知秋",
    contact_phone="0371-65501234",
)
REPORT = Report(
    year=2025,
    template="county-regulation",
    stage=Stage.REVIEW,
    letterhead=LETTERHEAD,
    sections=(Section("measures", "主要举措和成效", ("受理申请{{fy_apply}}件。",)),),
    figures=(
        Figure("fy_apply", Quantity.parse("164"), Quantity.parse("150"), "复议科老周", "台账第3页", "待核"),
        Figure("own_1", Quantity.parse("3")),
    ),
    own_indicators=(Indicator("own_1", "试点", "个", department="办公室小李"),),
    attachments=(Attachment("统计表", (), shows_figures=True),),
)
INSIDE = (
    "周明远", "秘密", "1年", "特急", "000001", "县长", "林知秋", "65501234", "送审稿", "复议科", "台账", "待核",
    "小李", "来源单位", "备注",
)  # fmt: skip


def public(report: Report) -> Document:
    return compose_public(report, template(report.template))


def test_nothing_internal_is_left_in_the_paper() -> None:
    internal, published = compose(REPORT, template(REPORT.template)), public(REPORT)

    shown = repr(replace(published, blocks=tuple(published.blocks)))
    assert "周明远" in repr(internal)
    assert [word for word in INSIDE if word in shown.replace("2025年", "")] == []
    assert not any(isinstance(block, StageMark) for block in published.blocks)
    assert Note("此件公开发布") in published.blocks


def test_the_text_the_number_and_the_imprint_stay() -> None:
    published = public(REPORT)

    assert Heading(1, "一、", "主要举措和成效") in published.blocks
    assert published.masthead.doc_number == "云政〔2026〕5号"
    assert published.imprint == compose(REPORT, template(REPORT.template)).imprint
    assert published.title == LETTERHEAD.title


def test_the_number_is_centred_because_the_public_is_no_superior() -> None:
    assert not public(REPORT).masthead.is_upward
    assert compose(REPORT, template(REPORT.template)).masthead.is_upward


def test_a_public_copy_bears_no_stamp_of_a_name() -> None:
    [signature] = [block for block in public(REPORT).blocks if isinstance(block, Signature)]

    assert signature == Signature(("云岭县人民政府",), "2026年2月9日", Ending.UNSEALED)


def test_a_seal_stays_a_seal() -> None:
    sealed = replace(REPORT, letterhead=replace(LETTERHEAD, ending=EndingChoice.SEALED))

    assert Signature(("云岭县人民政府",), "2026年2月9日") in public(sealed).blocks


def test_no_room_is_left_for_red_head_paper() -> None:
    preprinted = replace(REPORT, letterhead=replace(LETTERHEAD, red_head=RedHead.PREPRINTED))
    none = replace(REPORT, letterhead=replace(LETTERHEAD, red_head=RedHead.NONE))

    assert public(preprinted).masthead.mark is Mark.PRINTED
    assert public(none).masthead.mark is Mark.NONE


def test_both_tables_lose_the_columns_for_the_inside() -> None:
    published = public(REPORT)
    [attached] = [block for block in published.blocks if isinstance(block, Table)]

    for table in (published.statistics, attached):
        assert [column.title for column in table.columns] == [
            "序号", "指标", "单位", "本年", "上年", "增减", "增减幅度",
        ]  # fmt: skip
        assert all(len(row) == 7 for row in table.rows if not isinstance(row, Group))
        assert any(not isinstance(row, Group) and row[1].text == "行政复议申请" for row in table.rows)


@pytest.mark.parametrize("length", [10, 45, 80, 300])
def test_the_name_says_public_and_differs_from_the_internal_one_even_when_cut(length: int) -> None:
    long = replace(REPORT, letterhead=replace(LETTERHEAD, title="某" * length))

    name = public(long).name

    assert name.endswith(PUBLIC_MARK)
    assert len(name) <= 60


def test_a_trace_of_the_stored_version_is_not_published() -> None:
    assert public(REPORT).trace == ""


def test_places_of_texts_stay_the_same() -> None:
    assert list(texts(public_version(REPORT))) == list(texts(REPORT))


@pytest.mark.parametrize(
    ("notes", "kept"),
    [
        ("", ""),
        ("此件公开发布", "此件公开发布"),
        ("（此件公开发布）", "（此件公开发布）"),
        ("此件依申请公开", "此件依申请公开"),
        ("数据截至2025年12月31日", "数据截至2025年12月31日"),
        ("联系人：林知秋，电话：0371-65501234", ""),
        ("此件公开发布；联系人：林知秋、张远", "此件公开发布"),
        ("此件公开发布　联系电话：65501234", "此件公开发布"),
        ("此件公开发布）（联系人：林知秋", "此件公开发布"),
        ("联系人：林知秋；张远；此件公开发布", "此件公开发布"),
        ("联系人：林知秋，此件不公开", ""),
        ("林知秋13800138000，此件公开发布", "此件公开发布"),
        ("此件发至县团级", ""),
        ("内部资料，注意保管", ""),
        ("此件不予公开", ""),
        ("此件公开发布，内部资料除外", "此件公开发布"),
    ],
)
def test_of_the_notes_only_what_the_public_may_read_is_kept(notes: str, kept: str) -> None:
    assert public_notes(notes) == kept


@given(REPORTS)
@FEW
def test_of_any_report_only_named_fields_of_the_letterhead_are_published(report: Report) -> None:
    published = public_version(report)

    hidden = {
        "secrecy", "secrecy_term", "urgency", "copy_number", "signatories", "signer_position",
        "contact_name", "contact_phone", "filled_by", "checked_by",
    }  # fmt: skip
    empty = Letterhead()
    for field in fields(Letterhead):
        if field.name in hidden:
            assert getattr(published.letterhead, field.name) == getattr(empty, field.name)
    assert published.sections == report.sections
    assert public_version(published) == published

"""What the public must not read is found in every printed place, and said with the way to mend it."""

from dataclasses import replace

import pytest

import checks
from models.indicator import Indicator
from models.letterhead import LETTERHEAD, FieldKind, Letterhead
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section
from models.template import template

REPORT = Report(
    year=2025,
    template="county-regulation",
    letterhead=Letterhead(organs=("云岭县人民政府",), notes="此件公开发布"),
    preamble=("现将情况报告如下：",),
    sections=(
        Section(
            "measures",
            "主要举措和成效",
            ("总体平稳。",),
            (Item("依法履职", ("甲。",)), Item("规范执法", ("乙。",), (Item("健全机制", ("丙。",)),))),
        ),
    ),
    attachments=(Attachment("统计表", ("说明。",)), Attachment("目录", ("略。",))),
)
BODY = REPORT.sections[0]
FIRST, SECOND = BODY.items
PHONE = "13800138000"


def found(report: Report) -> list[checks.Finding]:
    kind = template(report.template)
    return [finding for rule in checks.DISCLOSURE for finding in rule.findings(report, kind)]


def with_body(**changes: object) -> Report:
    return REPORT.with_section(replace(BODY, **changes))  # type: ignore[arg-type]


def with_figure(**changes: object) -> Report:
    return replace(REPORT, figures=(Figure("fy_apply", Quantity.parse("164"), **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "section", "item", "field"),
    [
        (replace(REPORT, preamble=(f"问{PHONE}",)), "letterhead", (), "preamble"),
        (with_body(title=f"举措{PHONE}"), "measures", (), ""),
        (with_body(paragraphs=(f"问{PHONE}",)), "measures", (), ""),
        (with_body(items=(replace(FIRST, title=f"问{PHONE}"), SECOND)), "measures", (1,), ""),
        (with_body(items=(FIRST, replace(SECOND, paragraphs=(f"问{PHONE}",)))), "measures", (2,), ""),
        (with_body(items=(FIRST, replace(SECOND, items=(Item(f"问{PHONE}"),)))), "measures", (2, 1), ""),
        (replace(REPORT, attachments=(Attachment(f"名单{PHONE}"),)), "attachments", (1,), ""),
        (
            replace(REPORT, attachments=(REPORT.attachments[0], Attachment("甲", (f"问{PHONE}",)))),
            "attachments",
            (2,),
            "",
        ),
        (with_figure(note=f"问{PHONE}"), "figures", (), "figure.fy_apply"),
        (with_figure(department=f"县司法局{PHONE}"), "figures", (), "figure.fy_apply"),
    ],
)
def test_every_printed_place_is_looked_at_and_named(
    report: Report, section: str, item: tuple[int, ...], field: str
) -> None:
    [finding] = found(report)

    assert (finding.section, finding.item, finding.field) == (section, item, field)
    assert (finding.quote, finding.suggestion) == (PHONE, "138****8000")


@pytest.mark.parametrize(
    "key",
    [
        key
        for key, field in LETTERHEAD.items()
        if field.kind in (FieldKind.TEXT, FieldKind.LINES, FieldKind.LIST)
        and key
        not in ("copy_number", "secrecy_term", "contact_name", "contact_phone", "filled_by", "checked_by")
    ],
)
def test_every_freely_written_field_of_the_letterhead_is_looked_at(key: str) -> None:
    [finding] = found(replace(REPORT, letterhead=Letterhead().with_text(key, f"王某{PHONE}")))

    assert (finding.section, finding.field, finding.quote) == ("letterhead", key, PHONE)


def test_whom_superiors_may_ask_is_not_printed_and_not_looked_at() -> None:
    letterhead = Letterhead(contact_name="王某", contact_phone="0371-65501234")

    assert found(replace(REPORT, letterhead=letterhead)) == []


def test_a_number_that_a_link_prints_is_found() -> None:
    own = Indicator("own_1", "承办人", "")
    report = replace(
        with_body(paragraphs=("承办人{{own_1}}。",)),
        own_indicators=(own,),
        figures=(Figure("own_1", Quantity.parse(PHONE)),),
    )

    assert {(one.section, one.quote) for one in found(report)} == {("measures", PHONE), ("figures", PHONE)}


def test_an_amount_with_a_unit_is_no_telephone_number() -> None:
    own = Indicator("own_1", "归集数据", "字节")
    report = replace(REPORT, own_indicators=(own,), figures=(Figure("own_1", Quantity.parse(PHONE)),))

    assert found(report) == []


def test_findings_are_doubts_with_a_source_and_say_what_to_do() -> None:
    report = with_body(paragraphs=("张某410105197806150021，0371-6550123，6225881234567898，内部资料。",))
    report = replace(report, letterhead=Letterhead(secrecy="秘密", disclosure="不予公开"))

    findings = found(report)

    assert [one.rule for one in findings] == ["DIS01", "DIS02", "DIS03", "DIS04", "DIS05", "DIS05"]
    assert {one.level for one in findings} == {checks.Level.WARNING}
    assert all(one.source for one in findings)
    assert all("公开前须处理：" in one.message and one.quote in one.message for one in findings)
    assert "校验码不对" in findings[0].message
    assert [one.field for one in findings[4:]] == ["secrecy", "disclosure"]


def test_the_ordinary_check_tells_of_them_too() -> None:
    findings = checks.run(with_body(paragraphs=(f"问{PHONE}",)), template(REPORT.template))

    assert "DIS02" in {one.rule for one in findings}

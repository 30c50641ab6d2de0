"""改为……: only what a machine may replace, and never a linked number."""

from actions.checking import everything
from actions.mending import mended
from checks import Finding
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section


def report(text: str, title: str = "") -> Report:
    item = Item("评查", (text,), is_carried=True)
    return Report(
        2026,
        "county-regulation",
        letterhead=Letterhead(title=title),
        sections=(Section("measures", "举措", items=(item,)),),
        reference_year=2025,
    )


def found(one: Report, rule: str) -> Finding:
    return next(finding for finding in everything(one) if finding.rule == rule)


def text_of(one: Report | None) -> str:
    section = one.section("measures") if one else None
    assert section is not None
    return section.items[0].paragraphs[0]


def test_last_years_year_becomes_this_years() -> None:
    one = report("2025年，申请{{fy_apply}}件。")

    assert text_of(mended(one, found(one, "CAR03"))) == "2026年，申请{{fy_apply}}件。"


def test_the_title_is_mended_in_the_letterhead() -> None:
    one = report("全年。", title="云岭县2025年法治政府建设年度报告")
    done = mended(one, found(one, "CAR03"))

    assert done is not None
    assert done.letterhead.title == "云岭县2026年法治政府建设年度报告"


def test_a_verb_turns_and_its_linked_number_stays() -> None:
    one = report("留言{{wm_msg}}件，同比增长{{wm_msg_yoy}}。").with_figure(
        Figure("wm_msg_yoy", Quantity("5"))
    )
    one = one.with_figure(Figure("wm_msg", Quantity("226"), Quantity("367")))
    finding = found(one, "LNK01")

    done = mended(one, finding)

    assert "{{wm_msg_yoy}}" in text_of(done)
    assert finding not in everything(done or one)


def test_a_doubled_verb_goes() -> None:
    one = report("同比增长{{wm_msg.yoy}}。").with_figure(Figure("wm_msg", Quantity("400"), Quantity("367")))

    assert text_of(mended(one, found(one, "LNK03"))) == "同比{{wm_msg.yoy}}。"


def test_advice_is_nothing_for_a_machine() -> None:
    one = report("全年。")

    assert mended(one, found(one, "CAR01")) is None


def test_nothing_is_replaced_where_the_text_has_changed_since() -> None:
    one = report("2025年，申请{{fy_apply}}件。")

    assert mended(report("另一段话。"), found(one, "CAR03")) is None

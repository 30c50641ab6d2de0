"""The bundled templates recognise real headings; the bundled sample is a report as the regulation wants it."""

import re

import pytest

import resources
from models.indicator import catalogue
from models.letterhead import LETTERHEAD, Letterhead
from models.normalise import normalise
from models.quantity import Quantity
from models.template import MANDATED, Template, fill, template, templates

HEADINGS = {
    "measures": (
        "一、2025年度推进法治政府建设的主要举措和成效",
        "二、主要举措和成效",
        "一、工作情况",
        "一、2023年度法治政府建设主要情况",
        "一、2022年度法治政府建设成效显著：",
        "一、2024年度推進法治政府建設的主要舉措和成效",
        "一、法治政府建设工作开展情况",
        "一、上一年度推进法治政府建设的主要做法",
        "一、2025年重点工作完成情况",
        "一、基本情况",
        "一、主要工作及取得的成效",
        "一、2025年法治政府建设情况",
    ),
    "shortcomings": (
        "三、存在的不足",
        "二、2024年推进法治政府建设存在的不足和原因",
        "二、2024年度推進法治政府建設存在的不足和原因",
        "二、存在问题",
        "二、存在的主要问题及原因分析",
        "二、法治政府建设工作情况中存在的问题",
        "三、困难和问题",
        "二、工作中的薄弱环节",
        "二、短板和弱项",
        "二、存在的问题和下一步整改安排",
        "二、推进法治政府建设过程中存在的差距",
    ),
    "leadership": (
        "一、政府主要负责人履行推进法治建设第一责任人职责情况,加强法治政府建设有关情况",
        "三、2025年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
        "三、主要负责人履行法治建设第一责任人职责，加强法治政府建设工作情况",
        "一、党政主要負責人履行推進法治建設第一責任人職責情況",
        "二、法治建设第一责任人职责落实情况及成效",
        "三、主要领导履职尽责情况",
        "三、党政主要负责人履职情况和存在的不足",
        "三、单位主要负责人落实法治建设职责的主要举措",
    ),
    "plan": (
        "四、下一年度法治政府建设的初步安排",
        "四、2026年度推进法治政府建设的主要安排",
        "四、下一步工作打算",
        "四、下一步主要举措",
        "四、2026年工作计划",
        "三、2026年工作思路",
        "四、明年工作重点",
        "四、2025年工作要点",
        "四、下一年度推進法治政府建設的工作計劃",
        "四、下步工作安排",
        "四、努力方向",
        "四、下一阶段法治政府建设工作情况安排",
    ),
    "other": (
        "五、其他需要报告的情况",
        "五、其他需要報告的情況",
        "五、其他需要报告的工作情况",
        "五、需要说明的事项",
        "五、其它情况",
        "五、其他需要报告的问题和事项",
    ),
}
THEMES = ("一、依法全面履行政府职能", "二、健全依法行政制度体系", "三、严格规范公正文明执法")
EVERY_TEMPLATE = pytest.mark.parametrize("kind", templates().values(), ids=templates())


def _recognised(kind: Template, heading: str) -> list[str]:
    return [section.key for section in kind.sections if section.recognises(normalise(heading))]


@EVERY_TEMPLATE
def test_a_template_has_the_five_mandated_parts_once_each(kind: Template) -> None:
    assert sorted(section.key for section in kind.sections) == sorted(MANDATED)


def test_the_two_county_orders_begin_with_what_they_are_named_for() -> None:
    assert template("county-regulation").sections[0].key == "measures"
    assert template("county-responsibility-first").sections[0].key == "leadership"


@EVERY_TEMPLATE
def test_filling_in_year_and_organ_leaves_no_brace(kind: Template) -> None:
    for text in (kind.title, kind.preamble, *(section.title for section in kind.sections)):
        assert not set("{}") & set(fill(text, 2025, "云岭县人民政府"))


@EVERY_TEMPLATE
def test_the_suggested_preamble_leads_over_to_the_report(kind: Template) -> None:
    assert kind.preamble.endswith("现将有关情况报告如下：")


@EVERY_TEMPLATE
def test_the_mandated_wording_is_kept(kind: Template) -> None:
    titles = {section.key: section.title for section in kind.sections}

    assert "党政主要负责人" in titles["leadership"]
    assert "不足和原因" in titles["shortcomings"]
    assert "主要安排" in titles["plan"]


@EVERY_TEMPLATE
def test_guidance_is_a_few_sentences_without_article_numbers(kind: Template) -> None:
    for section in kind.sections:
        assert 2 <= section.guidance.count("。") - section.guidance.count("。”") <= 5
        assert not re.search(r"第.{1,4}条|20\d\d", section.guidance)


@EVERY_TEMPLATE
def test_letterhead_defaults_are_values_the_form_accepts(kind: Template) -> None:
    for key, text in kind.letterhead.items():
        assert Letterhead().with_text(key, text).text(key) == text


@EVERY_TEMPLATE
@pytest.mark.parametrize(("key", "heading"), [(key, text) for key, all_ in HEADINGS.items() for text in all_])
def test_a_real_heading_is_recognised_by_its_section_alone(kind: Template, key: str, heading: str) -> None:
    assert _recognised(kind, heading) == [key]


@EVERY_TEMPLATE
@pytest.mark.parametrize("heading", THEMES)
def test_a_thematic_heading_stays_a_section_of_the_reports_own(kind: Template, heading: str) -> None:
    assert _recognised(kind, heading) == []


@EVERY_TEMPLATE
def test_a_template_recognises_its_own_titles(kind: Template) -> None:
    for section in kind.sections:
        assert _recognised(kind, fill(section.title, 2025)) == [section.key]


@pytest.mark.parametrize(
    ("organ", "fitting"),
    [
        ("云岭县人民政府", {"county-regulation", "county-responsibility-first", "county-joint"}),
        ("中共云岭县委", {"county-joint"}),
        ("云岭县司法局", {"department"}),
        ("云岭县发展和改革委员会", {"department"}),
        ("青石镇人民政府", {"township"}),
        ("中共青石镇委员会", {"township"}),
        ("城关街道办事处", {"township"}),
    ],
)
def test_an_organ_is_told_by_its_name(organ: str, fitting: set[str]) -> None:
    assert {
        kind.id for kind in templates().values() if any(word in organ for word in kind.organ_words)
    } == fitting


def _sample_text() -> str:
    return resources.path("sample/report.txt").read_text(encoding="utf-8")


def _sample_sections() -> dict[str, str]:
    """The sample's text by section key."""
    kind = template(resources.read_toml("sample/sample.toml")["template"])
    parts = re.split(r"\n(?=[一二三四五]、)", _sample_text())[1:]
    return {_recognised(kind, part.split("\n")[0])[0]: part for part in parts}


def test_the_sample_is_as_long_as_a_real_report() -> None:
    assert 4000 <= len(re.sub(r"\s", "", _sample_text())) <= 5000


def test_the_sample_stands_in_the_order_of_its_template() -> None:
    kind = template(resources.read_toml("sample/sample.toml")["template"])

    assert list(_sample_sections()) == [section.key for section in kind.sections]


def test_every_shortcoming_of_the_sample_names_its_reason() -> None:
    items = re.split(r"\n(?=（)", _sample_sections()["shortcomings"])[1:]

    assert items
    assert all("原因" in item for item in items)


def test_the_sample_has_only_full_width_marks() -> None:
    assert normalise(_sample_text()) == _sample_text()


def test_the_samples_table_speaks_of_known_indicators_and_fields() -> None:
    table = resources.read_toml("sample/sample.toml")

    assert set(table["last"]) | set(table["department"]) <= set(catalogue())
    assert set(table["letterhead"]) <= set(LETTERHEAD)


def test_last_years_amounts_of_the_sample_are_written_without_unit() -> None:
    amounts = [Quantity.parse(text) for text in resources.read_toml("sample/sample.toml")["last"].values()]

    assert len(amounts) >= 60
    assert not any(amount.unit for amount in amounts)

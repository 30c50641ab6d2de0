"""A text never shows the id of an indicator whose definition was lost; what cannot be read is no name for the clerk."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from actions.recovering import recover
from models.content import to_content
from models.content_words import is_known_key, place_words
from models.database import file_in
from models.indicator import Indicator
from models.quantity import Quantity
from models.report import Figure, Report, Section
from models.store import Store
from tests.drafts import damage

OWN = Indicator("own_1", "走访企业", "户", aliases=("走访企业",))
REPORT = Report(
    2024,
    "county-regulation",
    sections=(Section("plan", "", ("走访企业{{own_1}}户。",)),),
    figures=(Figure("own_1", Quantity.parse("37")),),
    own_indicators=(OWN,),
)


@pytest.fixture
def drafts(data_dir: Path) -> Path:
    with Store.open(data_dir) as store:
        store.create(REPORT)
    return data_dir


def printed(data_dir: Path) -> str:
    with Store.open(data_dir) as store:
        report = store.load("1")
    return "".join(report.printed(text) for section in report.sections for text in section.paragraphs)


def test_a_definition_comes_back_from_a_version(drafts: Path) -> None:
    with Store.open(drafts) as store:
        store.keep("1", "手动", "初稿")
        store.edit("1", lambda report: replace(report, preamble=("后来写的。",)))
    damage(drafts, "UPDATE contents SET value = '[]' WHERE key = 'own_indicators'")

    recover(drafts, file_in(drafts))

    with Store.open(drafts) as store:
        assert store.load("1").own_indicators == (OWN,)


@pytest.mark.parametrize(("figure", "shown"), [("", "37户"), ("figure.own_1", "〔待补名称的指标1〕户")])
def test_without_a_definition_the_number_stays_or_its_loss_is_said(
    drafts: Path, figure: str, shown: str
) -> None:
    damage(drafts, "DELETE FROM contents WHERE key IN ('own_indicators', ?)", figure)

    said = "".join(recover(drafts, file_in(drafts)).lost)

    assert shown in printed(drafts)
    assert "待补名称的指标1" in said
    assert "own_1" not in said
    with Store.open(drafts) as store:
        assert store.load("1").own_indicators[0].unit == "户"


def test_a_key_that_is_no_text_is_counted_and_neither_shown_nor_kept(drafts: Path) -> None:
    damage(drafts, "UPDATE contents SET key = CAST(x'70ff7ffe' AS TEXT), value = '[' WHERE key = 'preamble'")
    damage(drafts, "UPDATE reports SET title = CAST(x'41ff07' AS TEXT)")

    said = "".join(recover(drafts, file_in(drafts)).lost)

    assert "认不出" in said
    assert "报告1：" in said
    assert said.isprintable()
    with closing(sqlite3.connect(file_in(drafts))) as connection:
        keys = {key for (key,) in connection.execute("SELECT key FROM contents")}
    assert all(map(is_known_key, keys))


def test_a_lost_section_is_called_as_the_clerk_knows_it(drafts: Path) -> None:
    damage(drafts, "DELETE FROM contents WHERE key = 'section.plan'")

    said = "".join(recover(drafts, file_in(drafts)).lost)

    assert "2025年度" in said or "2024年度" in said
    assert "{" not in said
    assert "{" not in place_words("section.plan")


def test_every_key_a_report_is_kept_under_is_known() -> None:
    assert all(map(is_known_key, to_content(REPORT)))
    assert not is_known_key("letterhead.secr")

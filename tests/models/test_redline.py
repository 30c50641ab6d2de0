"""花脸稿: one paper that holds both states."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings

from models.document import Document, Heading, Table
from models.marked_text import marked, marked_difference, stretches
from models.redline import redlined
from models.report import Report
from models.word_difference import Kind
from tests.exporters.redlined_papers import NEW, OLD, paper
from tests.strategies import FEW, REPORTS


def said(document: Document, without: Kind | None = None) -> list[str]:
    """All texts of a paper in order, without what was deleted or without what was inserted; no blank ones."""
    found = []
    for block in document.blocks:
        for text in texts(block):
            kept = "".join(piece for piece, kind in stretches(text) if kind is not without)
            if kept.strip():
                found.append(kept.lstrip())
    return found


def texts(block: Any) -> Iterator[str]:
    for value in (getattr(block, field.name) for field in fields(block)):
        if type(value) is str:
            yield value
        elif isinstance(value, tuple) and not isinstance(block, Table):
            yield from value
    for row in block.rows if isinstance(block, Table) else ():
        yield from (cell.text for cell in row[1:]) if isinstance(row, tuple) else (row.title,)


def test_it_holds_both_papers() -> None:
    both = redlined(paper(OLD), paper(NEW))

    assert said(both, without=Kind.DELETED) == said(paper(NEW))
    assert said(both, without=Kind.INSERTED) == said(paper(OLD))


@given(REPORTS, REPORTS)
@settings(FEW, max_examples=8)
def test_so_it_does_whatever_the_two_reports_say(old: Report, new: Report) -> None:
    before, after = (paper(replace(one, template="county-regulation")) for one in (old, new))
    both = redlined(before, after)

    assert sorted(said(both, without=Kind.DELETED)) == sorted(said(after))
    assert sorted(said(both, without=Kind.INSERTED)) == sorted(said(before))


def test_a_paper_that_did_not_change_carries_no_marks() -> None:
    assert redlined(paper(OLD), paper(OLD)).blocks == paper(OLD).blocks


def test_a_heading_that_only_counts_on_has_its_number_changed_and_nothing_else() -> None:
    both = redlined(paper(OLD), paper(NEW))
    heading = next(one for one in both.blocks if isinstance(one, Heading) and "规范执法" in one.title)

    assert heading.number == f"（{marked('一', Kind.DELETED)}{marked('二', Kind.INSERTED)}）"
    assert heading.title == "规范执法。"


def test_a_row_put_into_the_table_leaves_the_other_rows_as_they_were() -> None:
    both = redlined(paper(OLD), paper(NEW))
    table = next(one for one in both.blocks if isinstance(one, Table))
    rows = [[cell.text for cell in row] for row in table.rows if isinstance(row, tuple)]

    assert [row[3] for row in rows if "受理" in row[1] and row[3] == "163"] == ["163"]
    assert marked_difference("179", "180") in [row[3] for row in rows]
    assert marked("15", Kind.INSERTED) in [row[3] for row in rows]

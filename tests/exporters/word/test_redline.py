"""花脸稿 in Word: accepting all changes gives the new paper's text, rejecting all the old one's."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import Phase, given, settings

from exporters import word
from exporters.word.redline import write_tracked
from models.report import Report
from tests.exporters.libreoffice import set_by_libreoffice
from tests.exporters.redlined_papers import NEW, OLD, paper
from tests.exporters.word.tracked_changes import accepted, body, rejected, texts, uncounted_texts
from tests.strategies import FEW, REPORTS

TIME = datetime(2027, 2, 9, 14, 3, 5)


def tracked(old: Report, new: Report) -> bytes:
    stream = BytesIO()
    write_tracked(paper(old), paper(new), stream, author="张三", time=TIME)
    return stream.getvalue()


def plain(report: Report) -> bytes:
    stream = BytesIO()
    word.write(paper(report), stream)
    return stream.getvalue()


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD)], ids=["forward", "backward"])
def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old(old: Report, new: Report) -> None:
    redline = tracked(old, new)

    assert accepted(redline) == texts(plain(new))
    assert rejected(redline) == uncounted_texts(plain(old))


@given(REPORTS, REPORTS)
@settings(FEW, max_examples=5, phases=[Phase.generate])
def test_so_it_is_whatever_the_two_reports_say(old: Report, new: Report) -> None:
    old, new = (replace(one, template="county-regulation") for one in (old, new))
    redline = tracked(old, new)

    assert accepted(redline) == texts(plain(new))
    assert rejected(redline) == uncounted_texts(plain(old))


def test_a_paper_without_changes_has_nothing_tracked() -> None:
    root = body(tracked(OLD, OLD))

    assert not list(root.iter(qn("w:ins"), qn("w:del")))
    assert texts(tracked(OLD, OLD)) == texts(plain(OLD))


def test_only_what_changed_is_tracked() -> None:
    root = body(tracked(OLD, NEW))
    (sentence,) = root.xpath(".//w:p[w:r/w:t[contains(., '收到行政复议申请')]]")

    assert [one.text for one in sentence.xpath("w:del//w:delText")] == ["一", "179"]
    assert [one.text for one in sentence.xpath("w:ins//w:t")] == ["二", "180"]


def test_a_row_taken_out_of_a_table_leaves_the_rows_below_untouched() -> None:
    without = replace(NEW, figures=NEW.figures[1:])
    (row, *others) = body(tracked(NEW, without)).xpath(".//w:tbl//w:tr[.//w:ins or .//w:del]")

    assert not others
    assert "行政复议申请" in "".join(one.text for one in row.iter(qn("w:delText")))


def test_every_change_says_who_made_it_and_when_and_has_a_number_of_its_own() -> None:
    marks = list(body(tracked(OLD, NEW)).iter(qn("w:ins"), qn("w:del")))

    assert {one.get(qn("w:author")) for one in marks} == {"张三"}
    assert {one.get(qn("w:date")) for one in marks} == {"2027-02-09T14:03:05Z"}
    assert len({one.get(qn("w:id")) for one in marks}) == len(marks) > 10


def test_deleted_text_is_told_from_text_as_word_demands() -> None:
    root = body(tracked(OLD, NEW))

    assert not root.xpath(".//w:del//w:t")
    assert not root.xpath(".//w:ins//w:delText")
    assert not root.xpath(".//w:delText[not(ancestor::w:del)]")
    assert root[-2].tag == qn("w:p")
    assert not root[-2].xpath("w:pPr/w:rPr"), "the last paragraph of a file cannot go"


@pytest.mark.needs("soffice")
def test_libreoffice_shows_both_what_was_deleted_and_what_was_inserted(tmp_path: Path) -> None:
    pages = set_by_libreoffice({"花脸稿": tracked(OLD, NEW)}, tmp_path)["花脸稿"]

    shown = "".join(text for page in pages for text in page.texts)
    assert "179180件" in shown
    assert "简政放权" in shown
    assert "普法宣传" in shown

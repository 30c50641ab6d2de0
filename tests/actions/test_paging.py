"""How many pages a report takes, how full they are, and how its title breaks."""

from dataclasses import replace

from actions.paging import paging
from models.letterhead import Letterhead
from models.report import Attachment, Report

LETTERHEAD = Letterhead(title="年度报告")


def report(*paragraphs: str) -> Report:
    """A title of one line (two grid lines and a blank one), and paragraphs."""
    return Report(2025, "county-regulation", letterhead=LETTERHEAD, preamble=paragraphs)


def test_lines_are_counted_as_they_are_printed() -> None:
    found = paging(report("全年办理复议案件。", "字" * 27))

    assert (found.pages, len(found.text)) == (1, 1)
    (page,) = found.text
    assert page.lines + page.lines_left == 22
    assert page.lines_left == paging(report("全年办理复议案件。")).text[0].lines_left - 2


def test_a_line_too_many_begins_another_page() -> None:
    left = paging(report("一行。")).text[0].lines_left
    full = report(*["一行。"] * (left + 1))
    more = report(*["一行。"] * (left + 2))

    assert [page.lines_left for page in paging(full).text] == [0]
    assert [page.lines for page in paging(more).text] == [22, 1]


def test_attachments_count_for_the_whole_but_not_for_the_text() -> None:
    signed = replace(LETTERHEAD, organs=("云岭县人民政府",))
    with_attachment = replace(
        report("正文。"), letterhead=signed, attachments=(Attachment("名单", ("甲。",)),)
    )

    found = paging(with_attachment)

    assert (found.pages, len(found.text)) == (2, 1)


def test_a_report_without_a_word_has_a_page() -> None:
    assert paging(Report(2025, "county-regulation")).pages == 1


def test_the_title_that_is_made_by_itself_is_told_as_it_breaks() -> None:
    named = replace(report(), letterhead=replace(LETTERHEAD, organs=("云岭县人民政府",)))

    assert paging(named).title == ("云岭县人民政府关于2025年度", "法治政府建设情况的报告")

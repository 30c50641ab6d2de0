"""How many pages a report takes, and on which of them a paragraph stands."""

from dataclasses import replace

from actions.paging import paging
from actions.sample import sample_report
from models.letterhead import Letterhead
from models.report import HEADING, Attachment, Item, Report, Section, texts

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


def test_every_paragraph_of_the_sample_is_found_on_its_page() -> None:
    sample = sample_report()
    found = paging(sample)

    pages = [
        found.page_of(sample.printed(stored), 0)
        for place, stored in texts(sample)
        if place.paragraph != HEADING
    ]

    numbers = [page.number for page in pages if page]
    assert len(numbers) == len(pages)
    assert numbers == sorted(numbers)
    assert numbers[0] == 1


def test_the_page_of_a_long_paragraph_is_that_of_the_caret() -> None:
    long = "".join(f"第{number}件事,已经办理。" for number in range(200))
    found = paging(report(long))

    assert [found.page_of(long, place).number for place in (0, len(long))] == [1, len(found.text)]
    assert len(found.text) > 2


def test_what_is_not_on_paper_is_on_no_page() -> None:
    found = paging(report("正文。"))

    assert found.page_of("别处的话。", 0) is None
    assert found.page_of("  ", 0) is None


def test_a_report_without_a_word_has_a_page() -> None:
    assert paging(Report(2025, "county-regulation")).pages == 1


def test_a_run_in_text_is_found_behind_its_heading() -> None:
    section = Section("measures", "举措", items=(Item("强化监督", ("全年开展检查。",)),))

    assert paging(replace(report(), sections=(section,))).page_of("全年开展检查。", 3).number == 1


def test_the_title_that_is_made_by_itself_is_told_as_it_breaks() -> None:
    named = replace(report(), letterhead=replace(LETTERHEAD, organs=("云岭县人民政府",)))

    assert paging(named).title == ("云岭县人民政府关于2025年度", "法治政府建设情况的报告")

"""Last year's report: from the list with its links, else from the texts that were carried along."""

from dataclasses import replace
from pathlib import Path

from actions.last_year import from_reference, last_years_report
from actions.rolling import roll
from models.linked_text import links
from models.report import Report
from models.store import Store
from models.text_places import all_texts
from tests.the_sample import sample_report


def linked(report: Report) -> int:
    return sum(len(links(text)) for _, text in all_texts(report))


def test_the_report_it_was_carried_over_from_is_taken_while_it_stands_unchanged(tmp_path: Path) -> None:
    last, store = sample_report(), Store.open(tmp_path)
    store.create(last)

    assert last_years_report(roll(last, last.year + 1, {}), store) == last
    store.close()


def test_without_it_the_texts_carried_along_get_their_links_back() -> None:
    last = sample_report()
    made = from_reference(roll(last, last.year + 1, {}))

    assert linked(made) > 0.9 * linked(last)
    assert [made.printed(text) for _, text in all_texts(made)] == [
        last.printed(text) for _, text in all_texts(last)
    ]


def test_a_report_of_its_own_finds_the_same_offices_report_of_the_year_before(tmp_path: Path) -> None:
    last, store = sample_report(), Store.open(tmp_path)
    store.create(last)
    now = Report(last.year + 1, last.template, letterhead=last.letterhead)

    assert last_years_report(now, store) == last
    other = replace(now, letterhead=replace(last.letterhead, organs=("青河县人民政府",)))
    assert last_years_report(other, store) is None
    assert last_years_report(replace(now, year=last.year + 2), store) is None
    store.close()

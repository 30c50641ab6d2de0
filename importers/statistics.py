"""Every statistic of an imported report becomes a figure, and its text a link to it.

An amount is linked to the catalogue's indicator where the words fit, otherwise to an indicator of the report's own
(own_1, own_2, …) named from its words. Printing the links gives the text back letter for letter.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from importers.assigning import Fact, Statistic, facts_of
from importers.labels import labels
from importers.numbers import amounts
from importers.phrases import link_of
from models.indicator import Kind, catalogue
from models.linked_text import Link
from models.report import Figure, Item, Report, Section
from models.target import LAST

_Text = tuple[str, str, str]
"""Section key, headings above the text from the outermost in, the text."""


def link_figures(report: Report) -> Report:
    """The report with every statistic of its plain texts linked, figures and own indicators filled in.

    A fact told twice (same indicator, same amount) is one figure; of two different amounts for one indicator the
    better fitting one takes it and the other becomes the report's own. What next year's plan counts is no figure
    of this year's indicators.
    """
    found = [tuple(_statistics(text, report.year)) for text in _texts(report)]
    statistics = [statistic for of_text in found for statistic in of_text]
    facts = facts_of(report, statistics)
    report = _told(report, statistics, facts)
    linked, told = iter(facts), iter(found)
    return _replaced(report, lambda text: _linked(report, text, next(told), linked))


def _told(report: Report, statistics: Sequence[Statistic], facts: Sequence[Fact]) -> Report:
    """The report with figures and own indicators as its statistics tell them, texts as they are."""
    figures = {figure.indicator: figure for figure in report.figures}
    for fact, statistic in zip(facts, statistics, strict=True):
        indicator, quantity = fact.indicator.id, statistic.amount.quantity
        figure = figures.get(indicator, Figure(indicator))
        told = replace(figure, last=quantity) if fact.is_last else replace(figure, value=quantity)
        figures[indicator] = told
    own = (fact.indicator for fact in facts if catalogue().get(fact.indicator.id) != fact.indicator)
    return replace(
        report,
        figures=tuple(figures.values()),
        own_indicators=tuple(dict.fromkeys((*report.own_indicators, *own))),
    )


def _texts(report: Report) -> Iterator[_Text]:
    """Every text of the report in printing order."""
    yield from (("", "", text) for text in report.preamble)
    for section in report.sections:
        yield from ((section.key, "", text) for text in section.paragraphs)
        for item in section.items:
            yield from _item_texts(section.key, "", item)


def _item_texts(section: str, above: str, item: Item) -> Iterator[_Text]:
    heading = f"{above}。{item.title}".strip("。")
    yield section, above, item.title if _tells(item) else ""
    yield from ((section, heading, text) for text in item.paragraphs)
    for below in item.items:
        yield from _item_texts(section, heading, below)


def _tells(item: Item) -> bool:
    """A heading that is a sentence may tell a statistic (（一）调解纠纷120件。); one on a line of its own above its
    paragraphs is a name (（一）打造1个平台)."""
    return item.run_in or not (item.paragraphs or item.items)


def _replaced(report: Report, change: Callable[[str], str]) -> Report:
    """The report with each text put through `change`, in printing order."""

    def of_item(item: Item) -> Item:
        title = change(item.title)
        paragraphs = tuple(map(change, item.paragraphs))
        items = tuple(map(of_item, item.items))
        return replace(item, title=title or item.title, paragraphs=paragraphs, items=items)

    def of_section(section: Section) -> Section:
        paragraphs = tuple(map(change, section.paragraphs))
        return replace(section, paragraphs=paragraphs, items=tuple(map(of_item, section.items)))

    preamble = tuple(map(change, report.preamble))
    return replace(report, preamble=preamble, sections=tuple(map(of_section, report.sections)))


def _statistics(text: _Text, year: int) -> Iterator[Statistic]:
    section, heading, words = text
    found = amounts(words)
    for amount, label in zip(found, labels(words, found, year), strict=True):
        yield Statistic(section, heading, amount, label)


def _linked(report: Report, text: str, statistics: Sequence[Statistic], facts: Iterator[Fact]) -> str:
    """The text with each amount replaced by the link to what the next of the facts tells.

    A change whose link would not print it letter for letter stays as it is written.
    """
    pieces, at = [], 0
    for statistic in statistics:
        fact = next(facts)
        link, start, end = link_of(text, statistic.amount, fact.indicator, at)
        if fact.is_last:
            link = Link(f"{fact.indicator.id}.{LAST}")
        if fact.indicator.kind is Kind.CHANGE and report.show(link) != text[start:end]:
            continue
        pieces += [text[at:start], link.token]
        at = end
    return "".join((*pieces, text[at:]))

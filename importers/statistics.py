"""Every statistic of an imported report becomes a figure, and its text a link to it.

An amount is linked to the catalogue's indicator where the words fit, otherwise to an indicator of the report's own
(own_1, own_2, …) named from its words. Printing the links gives the text back letter for letter.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from importers.assigning import Statistic, indicators_of
from importers.labels import labels
from importers.numbers import amounts
from importers.phrases import link_of
from models.indicator import Indicator, catalogue
from models.report import Figure, Item, Report, Section

_Text = tuple[str, str, str]
"""Section key, headings above the text from the outermost in, the text."""


def link_figures(report: Report) -> Report:
    """The report with every statistic of its plain texts linked, figures and own indicators filled in.

    A fact told twice (same indicator, same amount) is one figure; of two different amounts for one indicator the
    better fitting one takes it and the other becomes the report's own. What next year's plan counts is no figure
    of this year's indicators.
    """
    found = [tuple(_statistics(text)) for text in _texts(report)]
    indicators = indicators_of(report, [statistic for statistics in found for statistic in statistics])
    linked, told = iter(indicators), iter(found)
    report = _replaced(report, lambda text: _linked(text, next(told), linked))
    own = (indicator for indicator in indicators if catalogue().get(indicator.id) != indicator)
    figures = {figure.indicator: figure for figure in report.figures}
    amounts_found = (statistic.amount for statistics in found for statistic in statistics)
    for indicator, amount in zip(indicators, amounts_found, strict=True):
        figures[indicator.id] = Figure(indicator.id, amount.quantity)
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


def _statistics(text: _Text) -> Iterator[Statistic]:
    section, heading, words = text
    found = amounts(words)
    for amount, label in zip(found, labels(words, found), strict=True):
        yield Statistic(section, heading, amount, label)


def _linked(text: str, statistics: Sequence[Statistic], linked: Iterator[Indicator]) -> str:
    """The text with each amount replaced by a link to the next of the indicators."""
    pieces, at = [], 0
    for statistic in statistics:
        link, start, end = link_of(text, statistic.amount, next(linked), at)
        pieces += [text[at:start], link.token]
        at = end
    return "".join((*pieces, text[at:]))

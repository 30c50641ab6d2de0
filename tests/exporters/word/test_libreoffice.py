"""The Word file as LibreOffice sets it, in the bundled fonts: lines and pages where our layout has them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise, takewhile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from exporters.fonts import BUNDLED, Face
from exporters.layout import lay_out
from exporters.layout.block import block_strips
from exporters.profile import profile
from models.compose import compose
from models.document import (
    Addressees,
    AttachmentStart,
    Document,
    Heading,
    Imprint,
    Masthead,
    Paragraph,
    Title,
)
from models.template import template
from tests.exporters.invented import paper
from tests.exporters.libreoffice import SetPage, set_by_libreoffice
from tests.exporters.libreoffice_lines import libreoffice_lines
from tests.exporters.long_report import long_report
from tests.exporters.word_file import packed, whole
from tests.the_sample import sample_report

HANZI = (
    "各级行政机关坚持把依法行政贯穿政府工作各方面，严格落实《中华人民共和国行政复议法》，推动“关键少数”带头学法；"
    "持续规范行政执法行为，健全行政裁量权基准制度，全面推行包容审慎监管，着力解决群众反映强烈的突出问题。"
)
WESTERN = re.compile("[!-~]")
TYPE_AREA_TOP, TYPE_AREA_BOTTOM = 37.0, 262.0
PITCH = 225 / 22

pytestmark = pytest.mark.needs("soffice")


def plain_chinese() -> Document:
    opening = (Title(paper().title), Heading(1, "一、", "举措"), Heading(2, "（一）", "规范执法。", HANZI))
    return replace(paper(), blocks=(*opening, *(Paragraph(HANZI[start:] * 2) for start in range(12))))


@cache
def sample() -> Document:
    report = sample_report()
    return compose(report, template(report.template))


def text_only(document: Document) -> Document:
    """The paper itself, without what stands around it and behind it."""
    blocks = takewhile(lambda block: not isinstance(block, AttachmentStart), document.blocks)
    return replace(document, blocks=tuple(blocks), masthead=Masthead(), imprint=Imprint())


DOCUMENTS = {
    "plain": plain_chinese(),
    "paper": paper(),
    "long": long_report(),
    "sample": sample(),
    "sample text": text_only(sample()),
    "whole": whole(),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[SetPage]]:
    """All papers, set in one go."""
    files = {name: packed(document) for name, document in DOCUMENTS.items()}
    return set_by_libreoffice(files, tmp_path_factory.mktemp("libreoffice"))


def lines(pages: list[SetPage]) -> list[str]:
    return [text for page in pages for text in page.texts]


def equal(ours: list[str], theirs: list[str]) -> int:
    """How many lines stand in both, in order."""
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def test_chinese_text_is_broken_into_the_lines_and_pages_of_our_layout(papers: dict[str, list[SetPage]]):
    ours = [[placed.line.text for placed in page.lines] for page in lay_out(DOCUMENTS["plain"]).pages]

    assert [page.texts for page in papers["plain"]] == ours
    assert len(papers["plain"][1].texts) == 22


def test_every_character_is_kept_and_attachments_begin_new_pages(papers: dict[str, list[SetPage]]):
    text = "".join(lines(papers["paper"]))

    assert text.count("。") == sum(str(block).count("。") for block in paper().blocks)
    firsts = [page.texts[0] for page in papers["paper"]]
    assert [first for first in firsts if first.startswith("附件")] == ["附件1", "附件2"]
    assert sum("云岭县人民政府" in line for line in lines(papers["paper"])) == 2


@pytest.mark.parametrize("name", ["plain", "paper", "long", "sample", "whole"])
def test_a_paper_has_as_many_pages_as_its_pdf(papers: dict[str, list[SetPage]], name: str):
    assert len(papers[name]) == len(lay_out(DOCUMENTS[name]).pages)


@pytest.mark.parametrize("name", ["long", "sample text"])
def test_lines_are_those_of_our_breaker_told_libreoffices_rules(papers: dict[str, list[SetPage]], name: str):
    theirs = lines(papers[name])
    ours = libreoffice_lines(DOCUMENTS[name])

    assert len(theirs) > 150
    assert equal(ours, theirs) >= 0.85 * len(theirs)


@pytest.mark.parametrize("name", ["long", "sample text"])
def test_purely_chinese_lines_are_those_of_the_pdf(papers: dict[str, list[SetPage]], name: str):
    ours = list(purely_chinese_lines(DOCUMENTS[name]))
    theirs = lines(papers[name])

    assert len(ours) >= 15
    assert equal(ours, [line for line in theirs if not WESTERN.search(line)]) >= 0.95 * len(ours)


def purely_chinese_lines(document: Document) -> Iterator[str]:
    """The PDF's lines before which nothing Western stands in their paragraph: a digit moves all that follows it."""
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph | Addressees):
            strips = block_strips(block, profile())
            texts = ("".join(strip.lines[0].line.text.split()) for strip in strips)
            yield from takewhile(lambda text: not WESTERN.search(text), texts)


def test_full_pages_have_22_lines_inside_the_type_area(papers: dict[str, list[SetPage]]):
    for page in papers["long"][1:-1]:
        inked = [line for line in page.lines if line.text in page.texts]
        assert len(inked) == 22
        steps = [lower.baseline - upper.baseline for upper, lower in pairwise(inked)]
        assert steps == pytest.approx([PITCH] * 21, abs=0.3)  # another face has another baseline
        assert inked[0].top >= TYPE_AREA_TOP
        assert inked[-1].bottom <= TYPE_AREA_BOTTOM


def test_with_its_fonts_in_it_a_file_needs_no_chinese_font(tmp_path: Path):
    document = replace(paper(), blocks=(Title("关于情况的报告"), Paragraph(f"副县长王翀、李玥。{HANZI}")))

    pages = set_by_libreoffice(
        {"embedded": packed(document, with_fonts=True)}, tmp_path, fonts=latin_font(tmp_path / "latin")
    )

    (page,) = pages["embedded"]
    assert page.texts == [placed.line.text for placed in lay_out(document).pages[0].lines]
    assert fonts_in(tmp_path / "embedded.pdf") == {"GwFangSong", "GwBiaoSong", "GwRareLight", "GwSong"}


def latin_font(folder: Path) -> Path:
    """A folder with one font that has no Chinese: LibreOffice does not start without any."""
    subsetter = Subsetter()
    subsetter.populate(text="".join(map(chr, range(0x20, 0x7F))))
    with TTFont(BUNDLED[Face.SONG].path) as font:
        subsetter.subset(font)
        for record in font["name"].names:
            record.string = "Latin"
        folder.mkdir()
        font.save(folder / "latin.ttf")
    return folder


def fonts_in(path: Path) -> set[str]:
    """The names of the fonts a PDF draws its text with."""
    with pypdfium2.PdfDocument(path) as file:
        texts = [
            item for page in file for item in page.get_objects() if isinstance(item, pypdfium2.PdfTextObj)
        ]
        return {text.get_font().get_base_name().rpartition("+")[2] for text in texts}

"""Layout: a Document becomes pages of lines with exact places in points, without any knowledge of a file format.

Units make lines (`paragraph`), lines and rules make strips (`block`), strips make pages (`page`).
"""

from collections.abc import Iterator

from exporters.layout.block import block_strips
from exporters.layout.page import Layout, Page, paginate
from exporters.layout.strip import Strip, blank_strips, tie
from exporters.profile import Profile, profile
from models.document import Block, Document, Note, Signature, StageMark, Title

__all__ = ["Layout", "Page", "block_strips", "lay_out", "paginate"]

_LINES_WITH_SIGNATURE = 2
"""Lines of text that stay with the signature: 此页无正文 is not allowed (GB/T 9704-2012 §7.3.5.5)."""


def lay_out(document: Document, rules: Profile | None = None) -> Layout:
    """The pages of a paper by the rules of a profile, GB/T 9704-2012 unless told otherwise."""
    rules = rules or profile()
    return paginate(_strips(document, rules), rules)


def _strips(document: Document, rules: Profile) -> list[Strip]:
    strips: list[Strip] = []
    for before, block in _with_predecessors(document.blocks):
        if isinstance(before, Title | StageMark) and not isinstance(block, Title | StageMark):
            strips += blank_strips(rules.title.blank_lines_below, rules)
        if isinstance(block, Signature):
            tie(strips, _LINES_WITH_SIGNATURE)
        elif isinstance(block, Note):
            tie(strips, 1)
        strips += block_strips(block, rules)
    return strips


def _with_predecessors(blocks: tuple[Block, ...]) -> Iterator[tuple[Block | None, Block]]:
    return zip((None, *blocks), blocks, strict=False)

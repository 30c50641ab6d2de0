"""Layout: a Document becomes pages of lines with exact places in points, without any knowledge of a file format.

Units make lines (`paragraph`), lines and rules make strips (`block`), strips fill type areas (`column`), and these
become numbered pages (`page`). The masthead is the first strip, the imprint is put on the last page.
"""

from collections.abc import Iterator
from dataclasses import replace

from exporters.layout.block import block_strips
from exporters.layout.imprint import imprint_strip
from exporters.layout.masthead import masthead_strips
from exporters.layout.page import Layout, Page, Part, paginate
from exporters.layout.strip import Strip, blank_strips, tie
from exporters.profile import Profile, profile
from models.document import (
    AttachmentList,
    AttachmentStart,
    Block,
    Document,
    Heading,
    Note,
    Signature,
    StageMark,
    Title,
)

__all__ = ["Layout", "Page", "Part", "block_strips", "lay_out", "paginate"]

_LINES_WITH_SIGNATURE = 2
"""Lines of text that stay with the list of attachments and the signature: 此页无正文 is not allowed (§7.3.5.5)."""


def lay_out(document: Document, rules: Profile | None = None) -> Layout:
    """The pages of a paper by the rules of a profile, GB/T 9704-2012 unless told otherwise."""
    rules = rules or profile()
    return paginate(_parts(document, rules), rules, imprint_strip(document.imprint, rules), document.trace)


def _parts(document: Document, rules: Profile) -> Iterator[Part]:
    """The paper itself with its upright attachments; wide attachments each on turned pages."""
    above = masthead_strips(document.masthead, rules)
    if above:
        above += blank_strips(rules.masthead.blank_lines_below_rule, rules)
    for is_wide, blocks in _stretches(document.blocks):
        yield Part((*above, *_strips(blocks, rules.turned() if is_wide else rules)), is_wide)
        above = ()


def _stretches(blocks: tuple[Block, ...]) -> Iterator[tuple[bool, list[Block]]]:
    """Blocks that go through pages of one kind."""
    is_wide = False
    stretch: list[Block] = []
    for block in blocks:
        if isinstance(block, AttachmentStart) and (block.is_wide or is_wide):
            yield is_wide, stretch
            is_wide, stretch = block.is_wide, []
        stretch.append(block)
    yield is_wide, stretch


def _strips(blocks: list[Block], rules: Profile) -> list[Strip]:
    strips: list[Strip] = []
    for before, block, following in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if isinstance(before, Title | StageMark) and not isinstance(block, Title | StageMark):
            strips += blank_strips(rules.title.blank_lines_below, rules)
        own = block_strips(block, rules)
        if isinstance(block, Heading) and not block.text.strip() and not block.heads(following):
            own = tuple(replace(strip, keeps_next=False) for strip in own)
        if isinstance(block, Signature | AttachmentList) and not isinstance(before, AttachmentList):
            tie(strips, _LINES_WITH_SIGNATURE)
        elif isinstance(block, Note):
            tie(strips, 1)
        if isinstance(block, AttachmentList):
            own = tuple(replace(strip, keeps_next=True) for strip in own)
        strips += own
    return strips

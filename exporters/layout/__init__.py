"""Layout: a Document becomes pages of lines with exact places in points, without any knowledge of a file format.

Units make lines (`paragraph`), lines and rules make strips (`block`), strips fill type areas (`column`), and these
become numbered pages (`page`). The masthead is the first strip, the imprint is put on the last page.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from exporters.layout.block import block_strips
from exporters.layout.imprint import imprint_strip
from exporters.layout.masthead import masthead_strips
from exporters.layout.origin import with_field_origins, with_origins
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

__all__ = ["Layout", "Page", "Part", "SetBlock", "block_strips", "lay_out", "paginate", "set_block"]

SetBlock = Callable[[Block, Profile], tuple[Strip, ...]]
"""Makes the strips of a block."""

_LINES_WITH_SIGNATURE = 2
"""Lines of text that stay with the list of attachments and the signature: 此页无正文 is not allowed (§7.3.5.5)."""


def set_block(block: Block, rules: Profile) -> tuple[Strip, ...]:
    """The strips of a block; its lines know which words of the report they print, where the block knows it."""
    return with_origins(block_strips(block, rules), block)


def lay_out(document: Document, rules: Profile | None = None, set_block: SetBlock = set_block) -> Layout:
    """The pages of a paper by the rules of a profile, GB/T 9704-2012 unless told otherwise.

    `set_block` may remember what it made of a block before.
    """
    rules = rules or profile()
    imprint = imprint_strip(document.imprint, rules)
    if imprint:
        (imprint,) = with_field_origins((imprint,), document.imprint)
    return paginate(_parts(document, rules, set_block), rules, imprint, document.trace)


def _parts(document: Document, rules: Profile, set_block: SetBlock) -> Iterator[Part]:
    """The paper itself with its upright attachments; wide attachments each on turned pages."""
    above = with_field_origins(masthead_strips(document.masthead, rules), document.masthead)
    if above:
        above += blank_strips(rules.masthead.blank_lines_below_rule, rules)
    turned = rules.turned()
    for is_wide, blocks in _stretches(document.blocks):
        yield Part((*above, *_strips(blocks, turned if is_wide else rules, set_block)), is_wide)
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


def _strips(blocks: list[Block], rules: Profile, set_block: SetBlock) -> list[Strip]:
    strips: list[Strip] = []
    for before, block, following in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if isinstance(before, Title | StageMark) and not isinstance(block, Title | StageMark):
            strips += blank_strips(rules.title.blank_lines_below, rules)
        own = set_block(block, rules)
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

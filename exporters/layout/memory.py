"""Blocks that were set before need not be set again: between two keys of a clerk one paragraph changes."""

from exporters.layout import set_block
from exporters.layout.strip import Strip
from exporters.profile import Profile
from models.document import Block, Heading
from models.report import Place

_Key = tuple[Block, Place | None, Place | None, float]
"""What is set, where its words come from, and how wide it is set."""


class SetBlocks:
    """Sets blocks (`lay_out`'s `set_block`) and keeps what it set for the paper before; one thread at a time."""

    def __init__(self) -> None:
        self._rules: Profile | None = None
        self._before: dict[_Key, tuple[Strip, ...]] = {}
        self._now: dict[_Key, tuple[Strip, ...]] = {}

    def begin(self, rules: Profile) -> None:
        """A paper begins. Everything is set anew by other rules; what neither paper before used is forgotten."""
        if rules is not self._rules and rules != self._rules:
            self._now = {}
        self._rules = rules
        self._before, self._now = self._now, {}

    def __call__(self, block: Block, rules: Profile) -> tuple[Strip, ...]:
        """The strips of a block. Turned and upright pages, the only two kinds within a paper, differ in width."""
        text_place = block.text_place if isinstance(block, Heading) else None
        key = (block, block.place, text_place, rules.text_width_pt)
        strips = self._now.get(key) or self._before.get(key) or set_block(block, rules)
        self._now[key] = strips
        return strips

"""Which characters leave ink."""

import unicodedata

_INKLESS = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
"""Controls, joiners and tags, halves of pairs, blanks (Unicode general categories)."""


def is_drawn(character: str) -> bool:
    """Whether a character leaves ink: blanks, controls, joiners and variation selectors leave none.

    One that is not assigned leaves some: it is of a newer Unicode than this Python's, or an office's own (造字).
    """
    return unicodedata.category(character) not in _INKLESS and not _is_variation_selector(character)


def _is_variation_selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF

"""One answer of the self-check."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """What was looked at, whether it is fine, and a sentence: what was found, and what to do where it is not."""

    name: str
    ok: bool
    words: str

"""One answer of the self-check."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """What was looked at, whether it is fine, and a sentence: what was found, and what to do where it is not.

    A reminder is fine as yet, but asks for something.
    """

    name: str
    ok: bool
    words: str
    is_reminder: bool = False

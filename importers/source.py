"""What an importer hands on: the lines of a report as text, and what is to be said of the reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A report's text, a paragraph a line, numbers as if typed; `notes` say what was left out or turned into text."""

    text: str
    notes: tuple[str, ...] = ()

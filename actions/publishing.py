"""The public version of a report: what must not be in it, and the paper itself."""

from collections.abc import Iterator
from dataclasses import replace

from actions.placing import place_in_words
from checks import DISCLOSURE, Finding
from models.document import Document
from models.errors import DisclosureError
from models.public import compose_public, public_notes, public_version
from models.report import Report, Stage
from models.template import template


def disclosure(report: Report) -> tuple[Finding, ...]:
    """What in the public version of a report the public must not read.

    What the public version leaves out anyway is no obstacle, save the mark of secrecy itself.
    """
    public, typed = public_version(report), report.letterhead
    marked = replace(public.letterhead, secrecy=typed.secrecy, secrecy_term=typed.secrecy_term)
    published = replace(public, letterhead=marked)
    kind = template(report.template)
    return tuple(finding for rule in DISCLOSURE for finding in rule.findings(published, kind))


def public_paper(report: Report, accepts_disclosure: bool) -> Document:
    """The public version, composed; raises DisclosureError for what is found and not accepted."""
    found = () if accepts_disclosure else disclosure(report)
    if found:
        raise DisclosureError(tuple(f"“{one.quote}”（{place_in_words(report, one)}）" for one in found))
    return compose_public(report, template(report.template))


def left_out(report: Report, stage: Stage | None) -> Iterator[str]:
    """What was asked for or typed and does not stand in the public version, in words."""
    notes = report.letterhead.notes
    if public_notes(notes) != notes:
        kept = public_notes(notes)
        yield f"附注“{notes}”里有不公开的内容，公开版{f'只印“{kept}”' if kept else '没有印'}。"
    if stage and stage is not Stage.DRAFT:
        yield f"公开版不印稿次，“{stage}”没有印。"

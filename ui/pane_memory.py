"""What is remembered of the pane beside a report: its face, its width, whether it is shown."""

import re
from dataclasses import dataclass

from models.carrying import waiting
from models.editing import is_blank
from models.report import Report
from ui.settings import Setting, Settings
from ui.side_pane import FINDINGS, GUIDANCE, LAST_YEAR, PREVIEW

WIDE_WINDOW = 1280
"""Pixels from which on a window has room for the pane from the start."""
_SEPARATOR = " "
_FACES = (PREVIEW, LAST_YEAR, GUIDANCE, FINDINGS)
_REMEMBERED = re.compile(rf"({'|'.join(_FACES)}) [0-9]{{1,5}} [01]")


@dataclass(frozen=True, slots=True)
class PaneState:
    """How the pane stands; a width of 0 is the usual one."""

    face: str
    width: int = 0
    is_shown: bool = True


def remembered(settings: Settings, report_id: str) -> PaneState | None:
    """How a report's pane stood last, None where it was never changed."""
    found = settings.get(_setting(report_id))
    if not found:
        return None
    face, width, shown = found.split(_SEPARATOR)
    return PaneState(face, int(width), shown == "1")


def remember(settings: Settings, report_id: str, state: PaneState) -> None:
    """Note how a report's pane stands."""
    words = _SEPARATOR.join((state.face, str(state.width), "1" if state.is_shown else "0"))
    settings.set(_setting(report_id), words)


def usual(report: Report, window_width: int) -> PaneState:
    """How the pane of a report stands that is opened for the first time."""
    return PaneState(_usual_face(report), is_shown=window_width >= WIDE_WINDOW)


def _usual_face(report: Report) -> str:
    """What helps most: how to begin, what last year's report said, or what the paper looks like."""
    if all(map(is_blank, report.sections)):
        return LAST_YEAR if report.reference else GUIDANCE
    return LAST_YEAR if report.reference and waiting(report).texts else PREVIEW


def _setting(report_id: str) -> Setting:
    return Setting(f"pane/{report_id}", reads=_as_remembered)


def _as_remembered(value: str) -> str:
    if not _REMEMBERED.fullmatch(value):
        raise ValueError(value)
    return value

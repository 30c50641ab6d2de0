"""The pane beside a report's tabs with its four faces, which follow the clerk; it stands as he left it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from checks import Finding
from models.editing import Path
from models.report import Report
from models.taking_over import Taken, with_sentence_at
from ui import pane_memory
from ui.draft import Draft
from ui.findings_panel import FindingsPanel
from ui.guidance_face import GuidanceFace
from ui.last_year_face import LastYearFace
from ui.last_year_moves import LastYearMoves
from ui.pane_memory import PaneState
from ui.preview_face import PreviewFace
from ui.report_tabs import ReportTabs
from ui.section_names import LETTERHEAD
from ui.settings import Settings
from ui.side_pane import FINDINGS, GUIDANCE, LAST_YEAR, PREVIEW, SidePane
from ui.stored_draft import StoredDraft

_FACES = {PREVIEW: "预览", LAST_YEAR: "上年", GUIDANCE: "指引", FINDINGS: "校对"}


class ReportPane(SidePane):
    """`findings` is filled by the report's page; the other faces help themselves from the draft."""

    def __init__(
        self,
        draft: Draft,
        tabs: ReportTabs,
        settings: Settings,
        stored: StoredDraft,
        preview: PreviewFace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft, self._tabs = draft, tabs
        self._settings, self._report_id = settings, stored.report_id
        self.last_year = LastYearFace(draft)
        self.guidance = GuidanceFace(draft)
        self.guidance.name_parts(tabs.names)
        self.findings = FindingsPanel()
        faces = {
            PREVIEW: preview,
            LAST_YEAR: self.last_year,
            GUIDANCE: self.guidance,
            FINDINGS: self.findings,
        }
        for key, face in faces.items():
            self.put_in(key, _FACES[key], face)
        self.moves = LastYearMoves(draft, tabs, self.last_year, stored, settings, self)
        self._is_settled = False
        tabs.entered.connect(self._follow)
        tabs.wanted.connect(self.step_aside)
        self.guidance.example_wanted.connect(self._put_example)
        self.guidance.item_wanted.connect(self._tabs.add_item)
        self.face_shown.connect(lambda _face: self._remember())
        self.closed.connect(self._remember)
        self.resized.connect(lambda _width: self._remember())
        self._follow(tabs.key, tabs.path)

    def settle(self) -> None:
        """Stand as it was left, or as is usual for such a report; once, when the window has its size."""
        if self._is_settled:
            return
        window_width = self.window().width()
        known = pane_memory.remembered(self._settings, self._report_id)
        state = (
            known if known and known.face in _FACES else pane_memory.usual(self._draft.report, window_width)
        )
        self.wanted_width = state.width
        if not self.is_chosen:
            self.choose(state.face)
            if state.is_shown and self.fits_beside(window_width):
                self._begin_with(state.face)
        self._is_settled = True

    def count(
        self, findings: tuple[Finding, ...], report: Report, ignored: tuple[Finding, ...], off: int
    ) -> None:
        """Show what the checks found, `off` rules not being asked; how many stands behind the face's name."""
        self.findings.show_findings(findings, report, ignored, off)
        self.name_face(FINDINGS, f"{_FACES[FINDINGS]} {len(findings)}" if findings else _FACES[FINDINGS])

    def _begin_with(self, face: str) -> None:
        """The pages take long to begin with, and the text comes first; the other faces are there at once."""
        if face == PREVIEW:
            QTimer.singleShot(0, self, lambda: None if self.is_chosen else self.show_face(face))
        else:
            self.show_face(face)

    def _follow(self, key: str, path: Path) -> None:
        self.last_year.follow(key, path)
        self.guidance.follow(key, path)
        self.findings.follow(key)

    def _put_example(self, key: str, path: Path, sentence: str) -> None:
        text_key = "" if key == LETTERHEAD else key
        caret = self._tabs.caret(key, path)
        report = with_sentence_at(self._draft.report, text_key, path, caret, Taken(sentence, 0))
        self._draft.change("放入例句", report)

    def _remember(self) -> None:
        if self._is_settled:
            state = PaneState(self.face, self.wanted_width, not self.isHidden())
            pane_memory.remember(self._settings, self._report_id, state)

"""Finds out, beside the window, what follows from changed figures: relations, and the places a change reached."""

from PySide6.QtCore import QObject, QTimer, Signal

from models.effects import Effects, effects
from models.errors import UserError
from models.judging import Judgement, judgements
from models.report import Report
from ui import background
from ui.draft import Draft

WATCH_AFTER_MS = 350
"""How long the clerk must pause: reckoning takes longer than a key may."""


class FiguresWatch(QObject):
    """Follows the draft, whoever changed it.

    Signals: `paused()` nobody has changed anything for a moment; `judged(tuple)` what came of the relations;
    `affected(Effects)` what changed figures did since they were looked at last; `outdated()` the last effects can
    no longer, or can again, be undone by one step.
    """

    paused = Signal()
    judged = Signal(object)
    affected = Signal(object)
    outdated = Signal()

    def __init__(self, draft: Draft, parent: QObject | None = None, since: Report | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._seen = since or draft.report
        self._told: Report | None = None
        self._steps = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WATCH_AFTER_MS)
        self._timer.timeout.connect(self._look)
        draft.changed.connect(lambda _keys: self._timer.start())
        draft.steps_changed.connect(self._note_step)
        self._judged: tuple[Report, tuple[Judgement, ...]] | None = None
        self._timer.start()

    @property
    def can_undo(self) -> bool:
        """Whether one undo takes back the change that was told last and nothing else."""
        return self._told is self._draft.report and bool(self._draft.undo_words)

    def wait(self) -> None:
        """The clerk is typing: what is due waits until he pauses."""
        if self._timer.isActive():
            self._timer.start()

    def _note_step(self) -> None:
        self._steps += 1
        self.outdated.emit()

    def _look(self) -> None:
        self.paused.emit()
        before, after = self._seen, self._draft.report
        steps, self._steps, self._seen = self._steps, 0, after
        is_one_step = (
            steps == 1 and not self._draft.redo_words
        )  # neither another program's change nor an undo

        kept = self._judged

        def reckon() -> tuple[tuple[Judgement, ...], Effects]:
            """Mostly the relations of the report before were judged when it was looked at last."""
            now = judgements(after)
            judged = (kept[1], now) if kept and kept[0] is before else None
            return now, effects(before, after, judged)

        def tell(found: tuple[tuple[Judgement, ...], Effects]) -> None:
            self._judged = after, found[0]
            if after is self._draft.report:
                self.judged.emit(found[0])
            if found[1].amended:
                self._told = after if is_one_step else None
                self.affected.emit(found[1])

        background.run(reckon, tell, _keep_quiet, self)


def _keep_quiet(_error: UserError) -> None:
    """What cannot be reckoned is left as it was shown; the check of the report says why."""

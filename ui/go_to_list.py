"""The list below the field of 转到: name, what is known of it, its key or what it is."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import look
from ui.goal import Goal

_GOAL = Qt.ItemDataRole.UserRole
_INSET = 3 * look.SPACE
_CHOSEN = 0.22
"""How much accent is in the row that is chosen, as in tables."""
_Index = QModelIndex | QPersistentModelIndex


class GoalsModel(QAbstractListModel):
    """A row a goal."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("go_to_goals")
        self._goals: tuple[Goal, ...] = ()

    def show(self, goals: Sequence[Goal]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._goals = tuple(goals)
        self.endResetModel()

    @property
    def goals(self) -> tuple[Goal, ...]:
        """All rows."""
        return self._goals

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._goals)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        goal = self._goals[index.row()]
        if role == _GOAL:
            return goal
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "　".join(filter(None, (goal.names.name, goal.detail, goal.key, str(goal.kind))))
        return None


class GoalRow(QStyledItemDelegate):
    """The name, then its detail in the tone of explanations, at the right the key or else the kind."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = option.fontMetrics.height() + 3 * look.SPACE  # type: ignore[attr-defined]
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        goal, palette = index.data(_GOAL), QApplication.palette()
        room: QRect = option.rect.adjusted(_INSET, 0, -_INSET, 0)  # type: ignore[attr-defined]
        text, quiet = palette.color(QPalette.ColorRole.Text), look.quiet_colour(palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(option.rect, look.wash(palette, _CHOSEN))  # type: ignore[attr-defined]
        right = Qt.AlignmentFlag.AlignRight
        width = painter.fontMetrics().horizontalAdvance(goal.key or str(goal.kind)) + _INSET
        _write(painter, room, goal.key or str(goal.kind), quiet, right)
        room.setRight(room.right() - width)
        written = _write(painter, room, goal.names.name, text)
        room.setLeft(room.left() + written + _INSET)
        _write(painter, room, goal.detail, quiet)
        painter.restore()


def make_list() -> QListView:
    """The list, which the field above it drives by keys."""
    view = QListView()
    look.named(view, "go_to_list", "可以转到的地方")
    view.setItemDelegate(GoalRow(view))
    view.setUniformItemSizes(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setProperty("rows", True)
    return view


def _write(
    painter: QPainter,
    room: QRect,
    text: str,
    colour: object,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Write as much of a text as there is room for; its width."""
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.setPen(colour)  # type: ignore[call-overload]
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)
    return painter.fontMetrics().horizontalAdvance(words)

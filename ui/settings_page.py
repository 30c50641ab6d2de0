"""A page of 设置: the settings of one group, each with its label, its field and what it does."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import look
from ui.declared_settings import declared
from ui.fields import section_title
from ui.setting import Declared, Group, Kind
from ui.setting_editors import editor_for
from ui.settings import Settings

_WIDEST = 150 * look.SPACE


class SettingsPage(QScrollArea):
    """Shows the values as they are, whoever changes them."""

    def __init__(self, group: Group, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, f"settings_page:{group.name.lower()}", group.value)
        self._settings = settings
        self._shows: dict[str, Callable[[str], None]] = {}
        self._all = declared(group)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out(group)
        settings.changed.connect(self._follow)

    def values(self) -> dict[Declared, str]:
        """What is set now."""
        return {one: self._settings.get(one) for one in self._all}

    def put(self, values: dict[Declared, str]) -> None:
        """Set all of these."""
        for one, value in values.items():
            self._settings.set(one, value)

    def reset(self) -> None:
        """Every setting of the page as it was before anything was set."""
        self.put({one: one.default for one in self._all})

    def _follow(self, key: str) -> None:
        for one in self._all:
            if one.key == key:
                self._shows[key](self._settings.get(one))

    def _lay_out(self, group: Group) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4 * look.SPACE, 0)
        column.setSpacing(4 * look.SPACE)
        column.addWidget(section_title(group.value))
        for one in self._all:
            is_high = one.kind is Kind.RULES
            column.addLayout(self._entry(one), int(is_high))
        if not any(one.kind is Kind.RULES for one in self._all):
            column.addStretch(1)
        self.setWidget(inside)

    def _entry(self, one: Declared) -> QVBoxLayout:
        note = look.quiet_label(one.help)
        note.setObjectName(f"setting_note:{one.key}")
        note.setWordWrap(True)
        note.setVisible(bool(one.help))

        def say(complaint: str) -> None:
            note.setText(complaint or one.help)
            note.setVisible(bool(note.text()))
            look.set_wrong(note, bool(complaint))

        widget, self._shows[one.key] = editor_for(one, self._settings, say)
        entry = QVBoxLayout()
        entry.setSpacing(look.SPACE)
        if one.kind in (Kind.TEXT, Kind.CHOICE, Kind.NUMBER, Kind.FOLDER):
            label = QLabel(one.label)
            label.setBuddy(widget)
            entry.addWidget(label)
        if one.kind in (Kind.CHOICE, Kind.NUMBER):
            widget.setMaximumWidth(_WIDEST // 2)
        entry.addWidget(widget)
        entry.addWidget(note)
        return entry

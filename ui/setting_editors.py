"""How each kind of setting is filled in: a widget that shows the value and says when the clerk has another."""

from collections.abc import Callable

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from ui import look
from ui.fields import ChoiceField, LineField
from ui.folder_row import FolderRow
from ui.rules_editor import RulesEditor
from ui.setting import LONGEST, NO, YES, Declared, Kind
from ui.settings import Settings

Editor = tuple[QWidget, Callable[[str], None]]
"""A widget, and how it is told another value."""


def editor_for(one: Declared, settings: Settings, say: Callable[[str], None]) -> Editor:
    """The widget of a setting. What the clerk fills in holds at once; `say` gets what is wrong with it, or ""."""
    makers: dict[Kind, Callable[[Declared, Settings], Editor]] = {
        Kind.TEXT: _line,
        Kind.CHOICE: lambda one, settings: _choice(one, settings, say),
        Kind.NUMBER: _number,
        Kind.YES_NO: _yes_no,
        Kind.FOLDER: lambda one, settings: _folder(one, settings, say),
        Kind.RULES: _rules,
    }
    widget, show = makers[one.kind](one, settings)
    if not widget.objectName():
        look.named(widget, f"setting:{one.key}", one.label)
    widget.setAccessibleDescription(one.help)
    show(settings.get(one))
    return widget, show


class NumberBox(QSpinBox):
    """A number that the mouse wheel does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _line(one: Declared, settings: Settings) -> Editor:
    line = LineField()
    line.setMaxLength(LONGEST)
    line.setPlaceholderText(one.hint)
    line.setMinimumHeight(7 * look.SPACE)
    line.textChanged.connect(lambda text: settings.set(one, text.strip()))
    return line, lambda text: None if line.text().strip() == text else line.setText(text)


def _choice(one: Declared, settings: Settings, say: Callable[[str], None]) -> Editor:
    choice = ChoiceField()
    choice.setMinimumHeight(7 * look.SPACE)
    for value, words in one.choices(settings.data_dir).items():
        choice.addItem(words, value)
    choice.currentIndexChanged.connect(lambda at: settings.set(one, str(choice.itemData(at))))

    def show(value: str) -> None:
        choice.blockSignals(True)
        choose(choice, value)
        choice.blockSignals(False)
        say(one.trouble(value, settings.data_dir))

    return choice, show


def choose(choice: ChoiceField, value: str) -> None:
    """Show a value; one that is not to be had any more is added, so that another can be chosen in its place."""
    if value and choice.findData(value) < 0:
        choice.addItem(f"{value}（用不了）", value)
    choice.setCurrentIndex(max(0, choice.findData(value)))


def _number(one: Declared, settings: Settings) -> Editor:
    box = NumberBox()
    box.setRange(one.least, one.most)
    box.setSingleStep(one.step)
    box.setSuffix(f" {one.unit}")
    box.setKeyboardTracking(False)
    box.setMinimumHeight(7 * look.SPACE)
    look.named(box.lineEdit(), f"setting_line:{one.key}", one.label)
    box.valueChanged.connect(lambda number: settings.set(one, str(number)))
    return box, lambda _value: box.setValue(settings.number(one))


def _yes_no(one: Declared, settings: Settings) -> Editor:
    box = QCheckBox(one.label)
    box.toggled.connect(lambda is_on: settings.set(one, YES if is_on else NO))
    return box, lambda value: box.setChecked(value == YES)


def _folder(one: Declared, settings: Settings, say: Callable[[str], None]) -> Editor:
    row = FolderRow(one.key, one.label, f"{one.label}在哪里", settings.get(one))
    row.setObjectName(f"setting:{one.key}")
    row.set_placeholder(one.hint)

    def settle() -> None:
        complaint = row.complaint if row.folder else ""
        say(complaint)
        if not complaint:
            settings.set(one, str(row.folder or ""))

    row.settled.connect(settle)
    return row, row.show_path


def _rules(one: Declared, settings: Settings) -> Editor:
    rules = RulesEditor(settings)
    return rules, lambda _value: rules.show_off()

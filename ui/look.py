"""How the window looks: palette roles, one deep-red accent as on official paper, spacing in multiples of 4."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

SPACE = 4
PAGE_MARGIN = 6 * SPACE

_ACCENT = {False: QColor("#a4161a"), True: QColor("#e5737a")}
_WRONG = {False: QColor("#b3261e"), True: QColor("#ff9c8f")}

_STYLE = """
QTabBar::tab {{ padding: 7px 10px; border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ border-bottom: 2px solid {accent}; font-weight: bold; }}
QTabBar::tab:hover:!selected {{ border-bottom: 2px solid palette(mid); }}
QTabBar::tab:focus {{ background: palette(base); }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTableView, QListWidget, QTreeView {{ border: 1px solid {line}; }}
QHeaderView::section {{
    border: none; border-bottom: 1px solid {line}; padding: 5px 8px; background: palette(window);
}}
QTableView, QListWidget, QTreeView {{ selection-background-color: {chosen}; selection-color: palette(text); }}
QTableView[rows="true"], QTreeView#backup_contents {{
    selection-background-color: {row}; outline: 0;
}}
QLineEdit[frame="true"] {{
    border: 1px solid {edge}; border-radius: 2px; padding: 2px 4px; background: palette(base);
}}
QTextEdit[field="true"] {{
    border: 1px solid {edge}; border-radius: 2px; padding: 0 1px; background: palette(base);
}}
QTextEdit[field="true"]:focus, QLineEdit[frame="true"]:focus {{ border-color: palette(text); }}
QLineEdit[frame="true"]:disabled {{ color: {quiet}; background: palette(window); }}
QTableView QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{
    border: none; border-radius: 0; padding: 0 4px;
}}
QTableView::item {{ padding: 0 5px; }}
QTableView#findings_table::item {{ padding: 4px 5px; }}
QListWidget::item {{ padding: 5px; }}
QTreeView#backup_contents::item {{ padding: 5px; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QPushButton {{ padding: 5px 14px; }}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[main="true"] {{
    background: {fill}; color: #ffffff; border: 1px solid {fill}; border-radius: 3px;
}}
QPushButton[main="true"]:hover {{ background: {fill_hover}; }}
QPushButton[main="true"]:focus {{ border: 1px solid palette(text); }}
QPushButton[main="true"]:disabled {{ background: {line}; border-color: {line}; color: {quiet}; }}
QPushButton[door="true"] {{
    border: 1px solid {line}; border-radius: 4px; padding: 0; background: palette(base);
}}
QPushButton[door="true"]:hover, QPushButton[door="true"]:focus {{ border-color: {accent}; }}
QPushButton[door="true"]:disabled {{ color: {quiet}; }}
QPushButton[chip="true"] {{
    border: 1px solid {edge}; border-radius: 10px; padding: 3px 10px; background: palette(base);
}}
QPushButton[chip="true"]:hover, QPushButton[chip="true"]:focus {{ border-color: palette(text); }}
QPushButton[chip="true"]:checked {{ border-color: {accent}; background: {chosen}; font-weight: bold; }}
QPushButton[chip="true"]:disabled {{ color: {quiet}; border-color: {line}; }}
QPushButton[link="true"] {{ border: none; padding: 2px 0; color: {accent}; background: transparent; }}
QPushButton[link="true"]:hover, QPushButton[link="true"]:focus {{ text-decoration: underline; }}
QPushButton[link="true"][wrong="true"] {{ color: {wrong}; }}
QLabel[quiet="true"] {{ color: {quiet}; }}
QLabel[notice="true"] {{ background: {notice}; padding: 8px 24px; }}
QWidget[strip="true"] {{ background: {notice}; }}
QLabel[carried="true"] {{ color: {accent}; }}
QLabel[wrong="true"] {{ color: {wrong}; }}
QFrame[sheet="true"] {{ border: 1px solid {line}; border-radius: 2px; background: palette(base); }}
"""


def is_dark(palette: QPalette) -> bool:
    """Whether the palette writes light on dark."""
    return palette.window().color().lightness() < palette.windowText().color().lightness()


def style_sheet(palette: QPalette) -> str:
    """The application's style sheet for a palette: its own greys, and the accent in a tone that can be read on it."""
    dark = is_dark(palette)
    text, window = palette.windowText().color(), palette.window().color()
    accent = _ACCENT[dark]
    return _STYLE.format(
        accent=accent.name(),
        fill=_ACCENT[False].name(),
        fill_hover=(_ACCENT[False].lighter(115) if dark else _ACCENT[False].darker(115)).name(),
        wrong=_WRONG[dark].name(),
        quiet=mixed(text, window, 0.62).name(),
        line=mixed(text, window, 0.18).name(),
        edge=mixed(text, window, 0.32).name(),
        chosen=mixed(text, palette.base().color(), 0.14).name(),
        row=wash(palette, 0.22).name(),
        notice=wash(palette, 0.18).name(),
    )


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of one colour in another."""
    parts = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(mine * share + theirs * (1 - share)) for mine, theirs in parts))


def accent_colour(palette: QPalette) -> QColor:
    """The accent in the tone that can be told from the palette's ground."""
    return _ACCENT[is_dark(palette)]


def wrong_colour(palette: QPalette) -> QColor:
    """The colour of something that is wrong."""
    return _WRONG[is_dark(palette)]


def quiet_colour(palette: QPalette) -> QColor:
    """The colour of a text that explains."""
    return mixed(palette.windowText().color(), palette.window().color(), 0.62)


def wash(palette: QPalette, share: float = 0.08) -> QColor:
    """A pale accent behind something that deserves a look."""
    return mixed(_ACCENT[is_dark(palette)], palette.base().color(), share)


class _Tailor(QObject):
    """Makes the style sheet anew when the system turns dark or light."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.fit()
        app.installEventFilter(self)

    def fit(self) -> None:
        sheet = style_sheet(self._app.palette())
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._app and event.type() == QEvent.Type.ApplicationPaletteChange:
            self.fit()
        return False


def dress(app: QApplication) -> None:
    """Give the application its style, and keep it fitting the palette."""
    app.setStyle("Fusion")
    _Tailor(app)


def quiet_label(text: str, parent: QWidget | None = None) -> QLabel:
    """A label that explains and stays in the background.

    An explanation breaks into lines where it must; a label made empty is a line to be filled in, and does not.
    """
    label = QLabel(text, parent)
    label.setProperty("quiet", True)
    label.setWordWrap(bool(text))
    return label


def set_wrong(label: QLabel, wrong: bool) -> None:
    """Show a label in the colour of mistakes, or in that of explanations."""
    label.setProperty("wrong", wrong)
    label.setProperty("quiet", not wrong)
    label.style().unpolish(label)
    label.style().polish(label)


def make_main(button: QPushButton, is_main: bool = True) -> None:
    """Give the accent to the one button of a screen that most people want."""
    button.setProperty("main", is_main)
    button.style().unpolish(button)
    button.style().polish(button)


def make_link(button: QPushButton) -> None:
    """Show a button as a word that can be pressed."""
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)


def enlarge(widget: QWidget, factor: float, bold: bool = False) -> None:
    """Write a widget's text larger than the rest, in the system's own font."""
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    widget.setFont(font)


def named(widget: QWidget, name: str, accessible_name: str) -> None:
    """Give a widget the name tests find it by and the name a screen reader says."""
    widget.setObjectName(name)
    widget.setAccessibleName(accessible_name)

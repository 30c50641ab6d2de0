"""How the window looks: its style and spacing, and the few ways in which labels and buttons stand out.

Colours are mixed in `ui/colours.py`; those that others use most are named here too.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui.colours import is_dark, mended, mixed, quiet_colour, wash, wrong_colour
from ui.style_sheet import style_sheet

__all__ = ["is_dark", "mixed", "quiet_colour", "style_sheet", "wash", "wrong_colour"]

STYLE = "Fusion"
SPACE = 4
PAGE_MARGIN = 6 * SPACE

_SIZE = "text_size"
_ON_PAPER = "on_paper"
_PAPER_ZOOM = "paper_zoom"
"""Properties: of a widget that is written larger than the rest, and of the application."""


class Tailor(QObject):
    """Makes the style sheet anew for another palette. Signals: `fitted()` it is made; colours are others now."""

    fitted = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.fit()
        app.paletteChanged.connect(
            self.fit
        )  # a filter on the application would see every event, and cost as much

    def fit(self) -> None:
        sheet = style_sheet(self._app.palette())
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet("")  # from scratch it is worn in a quarter of the time
            self._app.setStyleSheet(sheet)
            self.fitted.emit()


def dress(app: QApplication) -> None:
    """Give the application its style sheet, and keep it fitting the palette."""
    app.setPalette(mended(app.palette()))
    Tailor(app).fitted.connect(lambda: _fit_icons(app))


def _fit_icons(app: QApplication) -> None:
    from ui import icons  # the first ones come after the first paint

    icons.fit_all(app)


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
    if bool(label.property("wrong")) is wrong and bool(label.property("quiet")) is not wrong:
        return
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
    dress_link(button)
    show_hand(button)


def dress_link(button: QPushButton) -> None:
    """The same, still without the hand."""
    button.setProperty("link", True)
    button.setAutoDefault(False)


def show_hand(*widgets: QWidget) -> None:
    """The pointer is a hand over what can be pressed."""
    from PySide6.QtCore import Qt

    for widget in widgets:
        widget.setCursor(Qt.CursorShape.PointingHandCursor)


def enlarge(widget: QWidget, factor: float, bold: bool = False, *, on_paper: bool = False) -> None:
    """Write a widget's text larger than the rest, in the system's own font; `on_paper` it grows with the paper."""
    widget.setProperty(_SIZE, factor)
    widget.setProperty(_ON_PAPER, on_paper)
    font = QFont(widget.font())
    font.setBold(bold)
    _set_size(widget, font)


def fit_size(widget: QWidget) -> None:
    """Write a widget that was enlarged as large as it ought to be now."""
    if widget.property(_SIZE):
        _set_size(widget, QFont(widget.font()))


def paper_zoom() -> int:
    """How large the paper is shown, in per cent."""
    return int(QApplication.instance().property(_PAPER_ZOOM) or 100)


def set_paper_zoom(percent: int) -> None:
    """Show the paper so large from now on; what is on screen already waits for `fit_size`."""
    QApplication.instance().setProperty(_PAPER_ZOOM, percent)


def _set_size(widget: QWidget, font: QFont) -> None:
    zoom = paper_zoom() / 100 if widget.property(_ON_PAPER) else 1
    font.setPointSizeF(QApplication.font(widget).pointSizeF() * widget.property(_SIZE) * zoom)
    widget.setFont(font)


def named(widget: QWidget, name: str, accessible_name: str) -> None:
    """Give a widget the name tests find it by and the name a screen reader says."""
    widget.setObjectName(name)
    widget.setAccessibleName(accessible_name)

"""Icons in the palette's own text colour, drawn from the bundled outlines when they are first wanted.

`ICONS` in `ui/outlines.py` is the list of what has an icon. What `wear` was called for is drawn anew when the palette
changes.
"""

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from ui import colours, outlines

_SIZES = (16, 24, 32, 48)
_WORN = "worn_icon"
_FAINT = 0.55

Wearer = QAbstractButton | QAction


@cache
def icon(name: str, colour: str, faint: str) -> QIcon:
    """An icon in two colours, the second where it cannot be used now. Raises KeyError for one that is not listed."""
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faint)):
        for size in _SIZES:
            made.addPixmap(outlines.drawn(name, ink, size), mode)
    return made


def drawn_one_by_one() -> Iterator[QIcon]:
    """All icons in the palette's colours; each is drawn when it is reached, and kept for who wears it."""
    for name in outlines.ICONS:
        yield icon(name, *_inks(is_main=False))


def wear(wearer: Wearer, name: str) -> None:
    """Give a button or a menu's entry its icon, now and after every change of the palette."""
    wearer.setProperty(_WORN, name)
    _fit(wearer)


def take_off(button: QAbstractButton) -> None:
    """Show a button without its icon until it wears one again."""
    button.setProperty(_WORN, None)
    button.setIcon(QIcon())


def message_picture(name: str) -> QPixmap:
    """A message's sign; Qt's own are pale yellow and pale blue."""
    accent = colours.accent(QApplication.palette()).name()
    return icon(name, accent, accent).pixmap(QSize(_SIZES[-1], _SIZES[-1]))


def fit_all(app: QApplication) -> None:
    """Draw every icon that is worn in the colours of the application's palette."""
    for widget in app.allWidgets():
        for wearer in (widget, *widget.actions()):
            if isinstance(wearer, Wearer) and wearer.property(_WORN):
                _fit(wearer)


def _fit(wearer: Wearer) -> None:
    wearer.setIcon(icon(wearer.property(_WORN), *_inks(is_main=bool(wearer.property("main")))))


def _inks(*, is_main: bool) -> tuple[str, str]:
    """The two colours of an icon on a button."""
    palette = QApplication.palette()
    ink, ground = palette.color(QPalette.ColorRole.ButtonText), palette.color(QPalette.ColorRole.Button)
    if is_main:
        ink = colours.on_fill(palette)
    return ink.name(), colours.mixed(ink, ground, _FAINT).name()

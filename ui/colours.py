"""Every colour of the window: the palettes that can be chosen, and what is mixed from a palette, in one place.

Light and dark are easy on the eye and everything in them can be read (contrast 4.5 and more); the palette of high
contrast has black, white and yellow only (7 and more). Contrast is reckoned as WCAG 2 does.
"""

from enum import Enum

from PySide6.QtGui import QColor, QPalette

READABLE, STARK = 4.5, 7.0
"""The least contrast of a text, and of one for who sees badly."""
DISCERNIBLE = 3.0
"""The least of an icon, and of a text that cannot be used now."""

_Role, _OFF = QPalette.ColorRole, QPalette.ColorGroup.Disabled


class Ground(Enum):
    """What kind of palette texts stand on."""

    LIGHT = "light"
    DARK = "dark"
    STARK = "stark"


_ACCENT = {Ground.LIGHT: "#a4161a", Ground.DARK: "#ee8f94", Ground.STARK: "#ffff00"}
_WRONG = {Ground.LIGHT: "#b3261e", Ground.DARK: "#ff9c8f", Ground.STARK: "#ffff00"}
_FILL = {
    Ground.LIGHT: ("#a4161a", "#8f1317"),
    Ground.DARK: ("#a4161a", "#b3282c"),
    Ground.STARK: ("#ffff00", "#ffffff"),
}
_CHOSEN = {ground: fill for ground, (fill, _hover) in _FILL.items()}
"""Words that are selected, the entry of a menu, the edge of what has the keyboard: there is one accent."""
_ON_FILL = {Ground.LIGHT: "#ffffff", Ground.DARK: "#ffffff", Ground.STARK: "#000000"}
_TAKEN_OUT = {Ground.LIGHT: ("#c62828", 0.24), Ground.DARK: ("#c62828", 0.5), Ground.STARK: ("#000000", 1.0)}
_PUT_IN = {Ground.LIGHT: ("#2e7d32", 0.24), Ground.DARK: ("#2e7d32", 0.5), Ground.STARK: ("#ffff00", 0.3)}
_QUIET = {Ground.LIGHT: 0.68, Ground.DARK: 0.68, Ground.STARK: 1.0}
_LINE = {Ground.LIGHT: 0.18, Ground.DARK: 0.18, Ground.STARK: 0.7}
_EDGE = {Ground.LIGHT: 0.32, Ground.DARK: 0.32, Ground.STARK: 1.0}

_GREYS = {
    Ground.LIGHT: ("#f0f0f0", "#ffffff", "#f7f7f7", "#fbfbfb", "#1a1a1a", "#646464", "#808080"),
    Ground.DARK: ("#2b2b2b", "#1e1e1e", "#262626", "#3b3b3b", "#e8e8e8", "#a8a8a8", "#a4a4a4"),
    Ground.STARK: ("#000000", "#000000", "#000000", "#000000", "#ffffff", "#ffffff", "#b4b4b4"),
}
"""Window, base, alternate base, button, text, placeholder, disabled text."""


def palette_for(ground: Ground) -> QPalette:
    """A palette of ours."""
    window, base, alternate, button, text, placeholder, disabled = map(QColor, _GREYS[ground])
    chosen, on_chosen, link = (QColor(one[ground]) for one in (_CHOSEN, _ON_FILL, _ACCENT))
    palette = QPalette(button, window)  # the shades of frames are mixed from these
    for role, colour in (
        (_Role.Window, window),
        (_Role.WindowText, text),
        (_Role.Base, base),
        (_Role.AlternateBase, alternate),
        (_Role.Text, text),
        (_Role.Button, button),
        (_Role.ButtonText, text),
        (_Role.BrightText, text),
        (_Role.ToolTipBase, alternate),
        (_Role.ToolTipText, text),
        (_Role.PlaceholderText, placeholder),
        (_Role.Highlight, chosen),
        (_Role.HighlightedText, on_chosen),
        (_Role.Accent, chosen),
        (_Role.Link, link),
        (_Role.LinkVisited, link),
        (_Role.Mid, mixed(text, window, 0.35)),
    ):
        palette.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText):
        palette.setColor(_OFF, role, disabled)
    return palette


def mended(system: QPalette) -> QPalette:
    """What of the system's palette is too faint or another accent than ours; only that is in the palette returned."""
    kind = ground(system)
    ours, change = palette_for(kind), QPalette()
    if kind is not Ground.STARK:  # who sees badly has chosen these himself
        for role in (_Role.Highlight, _Role.HighlightedText, _Role.Accent, _Role.Link, _Role.LinkVisited):
            change.setColor(role, ours.color(role))
    pairs = (
        (_Role.PlaceholderText, _Role.Base),
        (_Role.HighlightedText, _Role.Highlight),
        (_Role.Link, _Role.Base),
    )
    for text, behind in pairs:
        if contrast(over(system.color(text), system.color(behind)), system.color(behind)) < READABLE:
            change.setColor(text, ours.color(text))
            if text is _Role.HighlightedText:
                change.setColor(behind, ours.color(behind))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        if contrast(system.color(_OFF, role), system.window().color()) < DISCERNIBLE:
            change.setColor(_OFF, role, ours.color(_OFF, role))
    return change


def is_dark(palette: QPalette) -> bool:
    """Whether the palette writes light on dark."""
    return palette.window().color().lightness() < palette.windowText().color().lightness()


def ground(palette: QPalette) -> Ground:
    """What kind of palette it is: pure white on pure black is for who sees badly."""
    if palette.window().color() == QColor("#000000") and palette.windowText().color() == QColor("#ffffff"):
        return Ground.STARK
    return Ground.DARK if is_dark(palette) else Ground.LIGHT


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of one colour in another."""
    parts = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(mine * share + theirs * (1 - share)) for mine, theirs in parts))


def over(colour: QColor, behind: QColor) -> QColor:
    """A colour that lets some of the ground through, as it is seen."""
    return mixed(colour, behind, colour.alphaF())


def contrast(one: QColor, other: QColor) -> float:
    """How well one can be read on the other, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def accent(palette: QPalette) -> QColor:
    """The deep red of official paper, in a tone that can be read."""
    return QColor(_ACCENT[ground(palette)])


def wrong_colour(palette: QPalette) -> QColor:
    """The colour of something that is wrong."""
    return QColor(_WRONG[ground(palette)])


def quiet_colour(palette: QPalette) -> QColor:
    """The colour of a text that explains."""
    return _text_in_window(palette, _QUIET)


def line_colour(palette: QPalette) -> QColor:
    """The colour of a line between two parts."""
    return _text_in_window(palette, _LINE)


def edge_colour(palette: QPalette) -> QColor:
    """The colour of the edge of something that can be filled in or pressed."""
    return _text_in_window(palette, _EDGE)


def wash(palette: QPalette, share: float = 0.08) -> QColor:
    """A pale accent behind something that deserves a look."""
    return mixed(accent(palette), palette.base().color(), share)


def fill(palette: QPalette) -> QColor:
    """The ground of the one button most people want."""
    return QColor(_FILL[ground(palette)][0])


def fill_hover(palette: QPalette) -> QColor:
    """The same under the pointer."""
    return QColor(_FILL[ground(palette)][1])


def on_fill(palette: QPalette) -> QColor:
    """The words on it."""
    return QColor(_ON_FILL[ground(palette)])


def chosen(palette: QPalette) -> QColor:
    """The ground of what is chosen in a list."""
    share = 0.3 if ground(palette) is Ground.STARK else 0.14
    return mixed(palette.windowText().color(), palette.base().color(), share)


def chosen_row(palette: QPalette) -> QColor:
    """The ground of a row chosen in a table."""
    return wash(palette, 0.22)


def notice_ground(palette: QPalette) -> QColor:
    """The ground of a strip that says something."""
    return wash(palette, 0.18)


def taken_out(palette: QPalette) -> QColor:
    """The ground of words taken out of a text."""
    return _tinted(palette, _TAKEN_OUT)


def put_in(palette: QPalette) -> QColor:
    """The ground of words put into a text."""
    return _tinted(palette, _PUT_IN)


def link_ground(palette: QPalette) -> QColor:
    """The ground of a linked number."""
    return wash(palette, 0.12)


def link_text(palette: QPalette) -> QColor:
    """A linked number."""
    return mixed(accent(palette), palette.text().color(), 0.6)


def _text_in_window(palette: QPalette, share: dict[Ground, float]) -> QColor:
    return mixed(palette.windowText().color(), palette.window().color(), share[ground(palette)])


def _tinted(palette: QPalette, tints: dict[Ground, tuple[str, float]]) -> QColor:
    colour, share = tints[ground(palette)]
    return mixed(QColor(colour), palette.base().color(), share)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())

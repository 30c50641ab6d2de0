"""Every kind of words in the window with its colour and all it stands on, so that a test can reckon their contrast."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from ui import colours

_Role = QPalette.ColorRole

Mix = Callable[[QPalette], QColor]


@dataclass(frozen=True, slots=True)
class TextRole:
    """Words of one kind: their colour, and everything they stand on."""

    name: str
    text: Mix
    grounds: tuple[Mix, ...]


def _of(role: QPalette.ColorRole) -> Mix:
    return lambda palette: palette.color(role)


def _placeholder(palette: QPalette) -> QColor:
    """Systems let the ground shine through it."""
    return colours.over(palette.color(_Role.PlaceholderText), palette.base().color())


_window, _base = _of(_Role.Window), _of(_Role.Base)

TEXT_ROLES = (
    TextRole("窗口里的字", _of(_Role.WindowText), (_window, colours.notice_ground)),
    TextRole(
        "正文",
        _of(_Role.Text),
        (_base, _of(_Role.AlternateBase), colours.chosen, colours.chosen_row, colours.link_ground),
    ),
    TextRole("按钮", _of(_Role.ButtonText), (_of(_Role.Button), _base, colours.chosen)),
    TextRole("提示条", _of(_Role.ToolTipText), (_of(_Role.ToolTipBase),)),
    TextRole("空格里的提示", _placeholder, (_base,)),
    TextRole("选中的字", _of(_Role.HighlightedText), (_of(_Role.Highlight),)),
    TextRole("网址", _of(_Role.Link), (_base, _window)),
    TextRole("说明", colours.quiet_colour, (_window, _base)),
    TextRole("错误", colours.wrong_colour, (_window, _base)),
    TextRole("强调", colours.accent, (_window, _base)),
    TextRole("主要按钮", colours.on_fill, (colours.fill, colours.fill_hover)),
    TextRole("链接的数字", colours.link_text, (colours.link_ground,)),
    TextRole("修改前后", _of(_Role.Text), (colours.taken_out, colours.put_in)),
)
"""Every kind of words there is; a test reckons all of them in every palette."""

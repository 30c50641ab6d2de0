"""A parcel's report and the same report here side by side, and below what differs, word for word."""

from collections.abc import Iterator
from datetime import datetime
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from actions.parcel_preview import Preview, Side
from models.comparison import Difference
from models.word_difference import Kind, Run
from ui import look

_ROWS = ("标题", "发文机关", "年度", "阶段", "最后改动", "字数", "历史版本")
_MOST_SHOWN = 100
_AROUND = 16
"""Characters of unchanged text shown on each side of a change."""
_HEIGHT = 40 * look.SPACE


class ParcelSides(QWidget):
    """Empty until `show_preview`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6 * look.SPACE)
        self._grid.setVerticalSpacing(2 * look.SPACE)
        self._grid.setColumnStretch(1, 1)
        self._head = QLabel()
        self._head.setObjectName("parcel_differences_head")
        self._differences = QTextBrowser()
        look.named(self._differences, "parcel_differences", "本机的与带来的有什么不同")
        self._differences.setOpenLinks(False)
        self._differences.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._differences.setMinimumHeight(_HEIGHT)
        self._differences.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * look.SPACE)
        layout.addLayout(self._grid)
        layout.addWidget(self._head)
        layout.addWidget(self._differences, 1)
        for widget in (self._head, self._differences):
            widget.hide()

    def show_preview(self, found: Preview) -> None:
        """Show both sides, or one where the report is not here."""
        sides = [("带来的", found.brought), *((("本机的", found.here),) if found.here else ())]
        for row, words in enumerate(_ROWS, start=1):
            self._put(row, 0, look.quiet_label(words))
        for column, (name, side) in enumerate(sides, start=1):
            self._grid.setColumnStretch(column, 1)
            if len(sides) > 1:
                head = QLabel(name)
                look.enlarge(head, 1, bold=True)
                self._put(0, column, head)
            for row, words in enumerate(_told(side), start=1):
                label = QLabel(words)
                label.setWordWrap(True)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setObjectName(f"parcel_side:{column}:{row}")
                self._put(row, column, label)
        if found.here is None:
            self.layout().addStretch(1)
        else:
            self._show_differences(found.differences)

    def _put(self, row: int, column: int, label: QLabel) -> None:
        self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)

    def _show_differences(self, found: tuple[Difference, ...]) -> None:
        words = "划掉的是本机的，加下划线的是带来的" if found else "正文和数据都相同"
        self._head.setText(f"不同的地方 {len(found)} 处（{words}）" if found else words)
        self._head.show()
        wrong = look.wrong_colour(self.palette()).name()
        shown = [_paragraph(one, wrong) for one in found[:_MOST_SHOWN]]
        if more := len(found) - len(shown):
            shown.append(f"<p>……另有 {more} 处。</p>")
        self._differences.setHtml("".join(shown))
        self._differences.setVisible(bool(found))


def moment_words(moment: datetime | None) -> str:
    """A time of either side."""
    return f"{moment:%Y年%m月%d日 %H:%M}" if moment else "不清楚"


def _told(side: Side) -> tuple[str, ...]:
    return (
        side.title,
        side.organ or "没有填",
        f"{side.year}年",
        side.stage,
        moment_words(side.updated),
        f"{side.characters:,}字",
        f"{side.versions}个" if side.versions else "没有",
    )


def _paragraph(one: Difference, wrong: str) -> str:
    runs = "".join(_marked(one.runs, wrong))
    return f'<p style="margin: 0 0 8px 0"><b>{escape(one.where)}</b><br>{runs}</p>'


def _marked(runs: tuple[Run, ...], wrong: str) -> Iterator[str]:
    for number, run in enumerate(runs):
        match run.kind:
            case Kind.DELETED:
                yield f'<s style="color: {wrong}">{_plain(run.text)}</s>'
            case Kind.INSERTED:
                yield f"<u><b>{_plain(run.text)}</b></u>"
            case _:
                yield _plain(_shortened(run.text, is_first=number == 0, is_last=number == len(runs) - 1))


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    """An unchanged text, without what is far from any change."""
    if len(text) <= 2 * _AROUND + 1:
        return text
    head = "" if is_first else text[:_AROUND]
    tail = "" if is_last else text[-_AROUND:]
    return f"{head}……{tail}"


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")

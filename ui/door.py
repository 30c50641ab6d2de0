"""A large button that says what it does: a word, and a line of explanation."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, look

_ICONS = {"new_report": "new", "roll_report": "roll", "import_report": "import", "open_sample": "sample"}


class Door(QPushButton):
    """A way into a report, on the start page."""

    def __init__(self, name: str, words: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, name, words)
        self.setAccessibleDescription(explanation)
        self.setProperty("door", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        title = QLabel(words)
        look.enlarge(title, 1.25, bold=True)
        head = QHBoxLayout()
        head.setSpacing(2 * look.SPACE)
        if name in _ICONS:
            head.addWidget(icons.picture(_ICONS[name]))
        head.addWidget(title, 1)
        about = look.quiet_label(explanation)
        about.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(look.SPACE)
        for label in (title, about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addLayout(head)
        layout.addWidget(about, 1)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.sizeHint().width(), max(layout.minimumHeightForWidth(self.width()), 84))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 84)

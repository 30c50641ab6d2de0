"""The Qt application: Chinese texts in Qt's own dialogs, a Chinese font, the program's look, the event loop."""

import gc
import sys
from contextlib import ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from ui import look
from ui.collecting import Collecting

if TYPE_CHECKING:
    from models.occupancy import Occupancy
    from ui.main_window import MainWindow

NAME = "法治年报"
_LETTER, _COMMON = "a", "的"


def application() -> QApplication:
    """The one QApplication, made ready for 法治年报 if it is not yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([*sys.argv[:1], "-style", look.STYLE])
    elif app.applicationName() != NAME:
        app.setStyle(look.STYLE)  # loads all that styles are asked for, which being told at once does not
    if app.applicationName() != NAME:
        app.setApplicationName(NAME)
        app.setApplicationDisplayName(NAME)
        Collecting(app)
        _speak_chinese(app)
        _have_a_chinese_font(app)
        look.dress(app)
    return app


def run(data_dir: Path) -> int:
    """Show the window and return the exit status when it has been closed.

    Where another process has a window over the folder, that one is brought forward instead: 0, or 2 if it hangs.
    """
    from models.occupancy import OccupiedError, occupy

    app = application()
    try:
        occupancy = occupy(data_dir)
    except OccupiedError:
        from ui import one_window

        if one_window.ring(data_dir):
            print(one_window.answered(data_dir), file=sys.stderr)
            return 0
        print(words := one_window.unanswered(data_dir), file=sys.stderr)
        one_window.say_and_end(words)
        return 2
    with occupancy or nullcontext():
        return _show(app, data_dir, occupancy)


def _show(app: QApplication, data_dir: Path, occupancy: "Occupancy | None") -> int:
    from ui.main_window import open_window

    window = open_window(data_dir)
    with ExitStack() as until_the_end:
        window.painted.connect(lambda: _begin(window, data_dir, until_the_end))
        if occupancy is not None:
            window.painted.connect(occupancy.sign)
        window.show()
        status = app.exec()
        window.safekeeping.finish()
    return status


def _begin(window: "MainWindow", data_dir: Path, until_the_end: ExitStack) -> None:
    """What goes on beside the window, and is loaded only when the window can be seen."""
    from ui.crash_log import hard_crashes_noted
    from ui.one_window import Doorbell
    from ui.rescue import install

    install(window, data_dir)
    until_the_end.enter_context(hard_crashes_noted(data_dir))
    gc.freeze()  # what the program itself consists of stays, and need not be looked through again and again
    Doorbell(data_dir, window)
    window.safekeeping.start()


def _speak_chinese(app: QApplication) -> None:
    """保存 and 取消 on Qt's own buttons, whatever language the system is in."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _have_a_chinese_font(app: QApplication) -> None:
    """Name the font in which Chinese is written, the bundled 黑体 where the system has none.

    Unnamed it is looked for among all fonts of the system at each character: a fourth of what opening a report takes.
    """
    font = app.font()
    written_in = _families(_LETTER, font) + (_families(_COMMON, font) or _bundled_families())
    if (
        len(set(written_in)) > 1
    ):  # the first by its own name: a name like Sans Serif gives way to any that follows
        font.setFamilies(written_in)
        app.setFont(font)


def _families(character: str, font: QFont) -> list[str]:
    """The family that writes a character in a font, or is taken in its place; none where no font has it."""
    line = QTextLayout(character, font)
    line.beginLayout()
    line.createLine()
    line.endLayout()
    return [run.rawFont().familyName() for run in line.glyphRuns() if all(run.glyphIndexes())]


def _bundled_families() -> list[str]:
    from PySide6.QtGui import QFontDatabase

    import resources

    loaded = QFontDatabase.addApplicationFont(str(resources.path("fonts/Hei.ttf")))
    return QFontDatabase.applicationFontFamilies(loaded) if loaded >= 0 else []

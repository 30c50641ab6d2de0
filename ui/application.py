"""The Qt application: Chinese texts in Qt's own dialogs, a Chinese font, the program's look, the event loop."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

import resources
from ui import look

NAME = "法治年报"
_COLLECT_AFTER = (20_000, 20, 100)
"""For `gc.set_threshold`: a full collection holds the window for a tenth of a second, so it comes seldom."""


def application() -> QApplication:
    """The one QApplication, made ready for 法治年报 if it is not yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    if app.applicationName() != NAME:
        app.setApplicationName(NAME)
        app.setApplicationDisplayName(NAME)
        _speak_chinese(app)
        _have_a_chinese_font(app)
        look.dress(app)
    return app


def run(data_dir: Path) -> int:
    """Show the window and return the exit status when it has been closed."""
    from ui.crash_log import hard_crashes_noted
    from ui.main_window import open_window
    from ui.rescue import install

    gc.set_threshold(*_COLLECT_AFTER)
    app = application()
    window = open_window(data_dir)
    install(window, data_dir)
    window.show()
    with hard_crashes_noted(data_dir):
        return app.exec()


def _speak_chinese(app: QApplication) -> None:
    """保存 and 取消 on Qt's own buttons, whatever language the system is in."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _have_a_chinese_font(app: QApplication) -> None:
    """Load the bundled 黑体 where the system has no Chinese font at all."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return
    loaded = QFontDatabase.addApplicationFont(str(resources.path("fonts/Hei.ttf")))
    families = QFontDatabase.applicationFontFamilies(loaded) if loaded >= 0 else []
    if families:
        font = app.font()
        font.setFamilies([font.family(), *families])
        app.setFont(font)

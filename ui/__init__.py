"""The window: with main.py the only importer of PySide6. It shows reports and calls `actions`; rules live below."""

from ui.qt_sources import load_qt

load_qt()  # before any module here imports Qt

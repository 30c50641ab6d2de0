"""Makes every class of Qt on the window's thread.

PySide makes a class when it is first asked for. A call whose result may be any widget walks through all kinds of it;
where another thread makes one meanwhile, the process dies. So what asks for classes by being loaded is loaded beside
the window only when nothing is left to be made.
"""

from collections.abc import Iterator
from importlib import import_module

PARTS = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPdf", "QtPrintSupport")
"""What is used of Qt by modules that are loaded beside the window."""


def made_one_by_one() -> Iterator[str]:
    """The names of all classes; each is made when it is reached."""
    for part in PARTS:
        module = import_module(f"PySide6.{part}")
        for name in dir(module):
            getattr(module, name)
            yield name

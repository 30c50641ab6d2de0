"""Loads Qt quickly: PySide carries a part of itself as Python source, which it compiles and runs in each process.

That takes a third of the time in which an empty window appears. What is compiled is kept, as Python keeps the bytecode
of every module, in the same folder. And what only tells the signatures of Qt's functions stays a source until somebody
asks: the text of a TypeError, `inspect.signature`.
"""

import builtins
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

_LATER = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/tool", "lib/enum_sig", "lib/pyi_generator")
)
_PLACEHOLDER = f"""
from {__name__} import reader_of
__getattr__ = reader_of(globals(), {{source!r}}, {{file!r}})
"""
_PARTS = ("shibokensupport/", "signature_bootstrap.py")


def load_qt() -> None:
    """Import PySide6.QtCore, unless that has been done already."""
    if "PySide6" in sys.modules:
        return
    usual = builtins.compile
    kept = KeptCode(_place(), usual)
    builtins.compile = kept.compile
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile = usual
    kept.write()


class KeptCode:
    """Stands in for `compile`: knows what was compiled before by name, length and checksum of the source.

    A file that cannot be read or written, or holds anything else, is no harm: everything is compiled anew.
    """

    def __init__(self, file: Path | None, usual: Callable[..., Any]) -> None:
        self._file, self._usual = file, usual
        self._is_new = False
        self._codes: dict[tuple[str, int, int], CodeType] = {}
        if file is not None:
            with suppress(OSError, ValueError, EOFError, TypeError):
                self._codes = dict(marshal.loads(file.read_bytes()))

    def compile(self, source: Any, filename: Any, *more: Any, **options: Any) -> Any:
        """The code of a source; of one that can wait, code that makes the module when something in it is asked for."""
        if not isinstance(source, bytes) or not str(filename).startswith(_PARTS):
            return self._usual(source, filename, *more, **options)
        key = (filename, len(source), crc32(source))
        if key not in self._codes:
            if filename in _LATER:
                source = _PLACEHOLDER.format(source=source, file=filename)
            self._codes[key] = self._usual(source, filename, *more, **options)
            self._is_new = True
        return self._codes[key]

    def write(self) -> None:
        """Keep what was compiled for the next time."""
        if self._file is None or not self._is_new or sys.dont_write_bytecode:
            return
        begun = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            begun.write_bytes(marshal.dumps(self._codes))
            begun.replace(self._file)


def reader_of(module: dict[str, Any], source: bytes, file: str) -> Callable[[str], object]:
    """The `__getattr__` of a module that is not there yet: it makes the module, then has what was asked for."""

    def read(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)  # asked of every module by whoever imports it
        if module.pop("__getattr__", None):
            exec(compile(source, file, "exec"), module)
        if name not in module:
            raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
        return module[name]

    return read


def _place() -> Path | None:
    """Beside this module's own bytecode, which bears Python's version in its name."""
    own = globals().get("__cached__")
    return Path(own).with_suffix(".qt") if own else None

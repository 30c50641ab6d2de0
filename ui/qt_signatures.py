"""Loads Qt without the texts of its functions' signatures, which a window does without.

PySide carries what reads them as Python source, and compiles and runs all of it in each process before anything else:
a quarter of the time an empty window takes. Only the text of a TypeError and `inspect.signature` ask for it. Here it is
kept as it came until somebody does; then it is the same as ever.
"""

import builtins
from collections.abc import Callable
from types import CodeType
from typing import Any

_LATER = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/tool", "lib/enum_sig", "lib/pyi_generator")
)
_PLACEHOLDER = f"""
from {__name__} import reader_of
__getattr__ = reader_of(globals(), {{source!r}}, {{file!r}})
"""


def load_qt() -> None:
    """Import PySide6.QtCore; where PySide does not bring those files as source, all of it."""
    usual = builtins.compile
    builtins.compile = _compile_most(usual)
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile = usual


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


def _compile_most(usual: Callable[..., Any]) -> Callable[..., Any]:
    """`compile`, with a placeholder for what can wait."""

    def compiled(source: Any, filename: Any, *more: Any, **options: Any) -> CodeType | Any:
        if filename in _LATER:
            source = _PLACEHOLDER.format(source=source, file=filename)
        return usual(source, filename, *more, **options)

    return compiled

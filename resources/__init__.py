"""The one door to the files that travel with the program: templates, indicators, fonts, icons, the sample."""

from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent


def path(name: str) -> Path:
    """Where the bundled file or folder `name` (``templates``, ``fonts/Hei.ttf``) lies on disk."""
    return _ROOT / name


def version() -> str:
    """The program's own version: 1.2.3."""
    return path("version.txt").read_text(encoding="ascii").strip()


def read_toml(name: str) -> dict[str, Any]:
    """A bundled TOML file as plain dictionaries and lists."""
    import tomllib  # compiles its patterns when it is imported; the window's first paint reads no such file

    with path(name).open("rb") as file:
        return tomllib.load(file)


def toml_names(folder: str) -> tuple[str, ...]:
    """The TOML files of a bundled folder as names for `read_toml`, in order of their file names."""
    return tuple(f"{folder}/{file.name}" for file in sorted(path(folder).glob("*.toml")))


def manual_path(name: str) -> Path:
    """Where the file `name` of the clerk's manual (``README.md``, ``pictures/start.png``) lies on disk."""
    return _ROOT.parent / "docs" / "manual" / name

"""Where a PC keeps its fonts."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from exporters.fonts.sfnt import FileKey

OVERRIDE = "FAZHI_FONT_FOLDERS"
"""The environment variable whose folders are searched instead of the system's; empty: none."""

_SUFFIXES = {".ttf", ".ttc", ".otf", ".otc"}


def search_folders(
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    configuration: Path = Path("/etc/fonts"),
) -> tuple[Path, ...]:
    """The folders the system looks for fonts in, the user's own first; some may not be there."""
    if OVERRIDE in environ:
        return tuple(Path(folder) for folder in environ[OVERRIDE].split(os.pathsep) if folder)
    if platform == "win32":
        own = environ.get("LOCALAPPDATA")
        system = Path(environ.get("WINDIR", "C:\\Windows"), "Fonts")
        return (Path(own, "Microsoft", "Windows", "Fonts"), system) if own else (system,)
    return tuple(dict.fromkeys(_linux_folders(environ, configuration)))


def font_files(folders: Iterable[Path]) -> tuple[FileKey, ...]:
    """Every font file in some folders and the folders below them, in a fixed order; unreadable ones are left out."""
    found: dict[Path, FileKey] = {}
    for folder in folders:
        for path in _files_below(folder):
            try:
                found.setdefault(path, FileKey.of(path))
            except OSError:
                continue  # a dangling link, or taken away since
    return tuple(found.values())


def _linux_folders(environ: Mapping[str, str], configuration: Path) -> Iterator[Path]:
    home = Path(environ.get("HOME") or Path.home())
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local/share")
    own_configuration = Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "fontconfig"
    yield data / "fonts"
    yield home / ".fonts"
    for file in (*_configurations(own_configuration), *_configurations(configuration)):
        yield from _configured(file, home, data)
    for shared in (environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":"):
        if shared:
            yield Path(shared, "fonts")
    yield from (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def _configurations(folder: Path) -> list[Path]:
    return [folder / "fonts.conf", folder / "local.conf", *sorted(folder.glob("conf.d/*.conf"))]


def _configured(file: Path, home: Path, data: Path) -> Iterator[Path]:
    """The folders of a fontconfig file's `dir` lines; none where it cannot be read."""
    from xml.etree import ElementTree

    try:
        lines = ElementTree.parse(file).iter("dir")
    except (OSError, ElementTree.ParseError):
        return
    for line in lines:
        name = (line.text or "").strip()
        if line.get("prefix") == "xdg":
            yield data / name
        elif name == "~" or name.startswith("~/"):
            yield home / name[2:]
        elif name.startswith("/"):
            yield Path(name)


def _files_below(folder: Path) -> Iterator[Path]:
    """Links between folders are followed, but no folder is entered twice."""
    entered: set[tuple[int, int]] = set()
    for root, below, names in os.walk(folder, followlinks=True):
        below.sort()
        state = Path(root).stat()
        if (state.st_dev, state.st_ino) in entered and state.st_ino:
            below.clear()
            continue
        entered.add((state.st_dev, state.st_ino))
        yield from (Path(root, name) for name in sorted(names) if Path(name).suffix.lower() in _SUFFIXES)

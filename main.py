"""法治年报: no command opens the window, any other goes to the command line."""

import gc
import os
import sys
from pathlib import Path

from models.data_folder import default_data_dir


def main(arguments: list[str]) -> int:
    """Run the program; returns its exit status."""
    if (data_dir := folder_to_show(arguments)) is not None and has_screen():
        return _show(data_dir)

    import cli  # with all commands: the window comes up sooner without them

    command = cli.parse(arguments)
    if command.name:
        return cli.run(command)
    if has_screen():
        return _show(command.data_dir)
    print("没有可用的显示屏，改为生成示例报告。", file=sys.stderr)
    return cli.run(cli.parse([*arguments, "demo"]))


def folder_to_show(arguments: list[str]) -> Path | None:
    """The data folder where clearly nothing but the window is asked for; None leaves it to the command line to say."""
    match arguments:
        case []:
            return default_data_dir()
        case ["--data-dir", folder] if folder and not folder.startswith("-"):
            return Path(folder)
    return None


def has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere with a display server."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _show(data_dir: Path) -> int:
    gc.disable()  # nothing becomes garbage before the first paint, and looking for it is a tenth of the way there
    from ui.application import run  # Qt is loaded for the window only

    return run(data_dir)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

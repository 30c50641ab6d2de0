"""法治年报: no command opens the window, any other goes to the command line."""

import os
import sys

import cli


def main(arguments: list[str]) -> int:
    """Run the program; returns its exit status."""
    command = cli.parse(arguments)
    if command.name:
        return cli.run(command)
    if has_screen():
        from ui.application import run  # Qt is loaded for the window only

        return run(command.data_dir)
    print("没有可用的显示屏，改为生成示例报告。", file=sys.stderr)
    return cli.run(cli.parse([*arguments, "demo"]))


def has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere with a display server."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`@pytest.mark.needs("soffice")`: leaves a test out where a program is missing, and says so at the end."""

import shutil

import pytest

LEFT_OUT = pytest.StashKey[dict[str, list[str]]]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin with nothing left out."""
    config.stash[LEFT_OUT] = {}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip the test when a program it names is not on the PATH."""
    programs = [program for marker in item.iter_markers("needs") for program in marker.args]
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        item.config.stash[LEFT_OUT][item.nodeid] = missing
        pytest.skip(f"needs {', '.join(missing)}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name every test that was left out and what it lacked: a silent skip looks like a pass."""
    left_out = config.stash[LEFT_OUT]
    if left_out:
        terminalreporter.section("left out because a program is missing")
        for test, missing in left_out.items():
            terminalreporter.line(f"{test}: {', '.join(missing)}")

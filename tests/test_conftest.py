"""The guards themselves: a test that uses the network fails, a test that lacks a program is named."""

import shutil
import socket

import pytest

pytest_plugins = ["pytester"]


@pytest.fixture(autouse=True)
def only_our_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the installed plugins out of the inner runs: loading them takes seconds."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_connecting_is_refused(family: socket.AddressFamily) -> None:
    with socket.socket(family) as connection, pytest.raises(pytest.fail.Exception, match="network"):
        connection.connect(("localhost", 9))


def test_looking_up_a_host_is_refused() -> None:
    with pytest.raises(pytest.fail.Exception, match="network"):
        socket.getaddrinfo("example.org", 80)


def test_missing_program_is_named(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nmarkers = needs(*programs): programs")
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.needs("no-such-program")
        def test_left_out(): raise AssertionError

        def test_run(): pass
        """
    )

    result = pytester.runpytest("-p", "tests.needs")

    result.assert_outcomes(passed=1, skipped=1)
    result.stdout.fnmatch_lines(["*left out*", "*::test_left_out: no-such-program"])


def test_nothing_is_said_when_nothing_is_left_out(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nmarkers = needs(*programs): programs")
    pytester.makepyfile(
        f"""
        import pytest

        @pytest.mark.needs("{"python3" if shutil.which("python3") else "python"}")
        def test_run(): pass
        """
    )

    result = pytester.runpytest("-p", "tests.needs")

    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*left out*")

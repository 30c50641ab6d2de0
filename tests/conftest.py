"""What every test gets: no screen, no network, a data folder with a blank and Chinese in its name, a store in it."""

import gc
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from models.store import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt
os.environ["FAZHI_FONT_FOLDERS"] = ""  # the same fonts on every PC: the bundled ones

pytest_plugins = ["tests.needs", "tests.shell"]

# The same examples everywhere, and no time limits: a slow machine is no fault of the program.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test that looks up a host or connects anywhere; local sockets (D-Bus, X) stay allowed."""

    def refuse(*target: object) -> NoReturn:
        pytest.fail(f"tried to use the network: {target}")

    class LocalSocket(socket.socket):
        def connect(self, address: object) -> None:
            if self.family in {socket.AF_INET, socket.AF_INET6}:
                refuse(address)
            super().connect(address)  # type: ignore[arg-type]

        def connect_ex(self, address: object) -> int:
            self.connect(address)
            return 0

    monkeypatch.setattr(socket, "socket", LocalSocket)
    for look_up in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "create_connection"):
        monkeypatch.setattr(socket, look_up, refuse)


@pytest.fixture(autouse=True)
def garbage_stays_on_this_thread() -> Iterator[None]:
    """As in the program (`ui/collecting.py`): widgets must not be destroyed by a thread of another test's."""
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    from ui.collecting import collect_if_due

    gc.disable()
    yield
    collect_if_due()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Where drafts are kept: not made yet, and named as folders on a clerk's PC are."""
    return tmp_path / "数据 目录"


@pytest.fixture
def store(data_dir: Path) -> Iterator["Store"]:
    """An empty store in that folder."""
    from models.store import Store

    with Store.open(data_dir) as opened:
        yield opened


@pytest.fixture
def report_id(store: "Store", request: pytest.FixtureRequest) -> str:
    """The `REPORT` of the test's module, stored."""
    return store.create(request.module.REPORT)

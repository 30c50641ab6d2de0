"""An X server of one's own, without a picture on any desk."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def x_server(size: str = "1366x768") -> Iterator[str]:
    """The display's name while the server runs."""
    readable, writable = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writable), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    with subprocess.Popen(arguments, pass_fds=[writable], stderr=subprocess.DEVNULL) as server:
        os.close(writable)
        try:
            with os.fdopen(readable, encoding="ascii") as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()

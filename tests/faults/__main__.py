"""`python -m tests.faults`: the full run, a few minutes; its figures go into docs/reliability.md.

``--part kills`` runs one part, ``--case kills/saving/17`` one case of it again, ``--seed`` another choice of moments.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.faults import parts
from tests.faults.figures import Part, write

PARTS: Mapping[str, Callable[[Path, str, str], Part]] = {
    "kills": parts.kills,
    "sqlite": parts.sqlite,
    "damages": parts.damages,
    "writers": parts.writers,
}


def main(arguments: list[str]) -> int:
    """Run what was asked for; 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--case", default="", help="part/kind/number, as printed")
    given = parser.parse_args(arguments)
    part, _, case = given.case.partition("/")
    failed = False
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["FAZHI_FONT_FOLDERS"] = ""
    for name in [part or given.part] if part or given.part else PARTS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            found = PARTS[name](Path(folder), given.seed, case)
        for complaint in found.complaints:
            print(f"{name}/{complaint}", flush=True)
        print(f"{name}: {found.summary} ({time.monotonic() - began:.0f} s, seed {given.seed})", flush=True)
        failed = failed or bool(found.complaints)
        if not case:
            write(name, found, given.seed, time.monotonic() - began)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

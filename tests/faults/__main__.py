"""`python -m tests.faults`: the full run, a few minutes; its figures go into docs/reliability.md.

The parts run side by side, for much of each is waiting. ``--part kills`` runs one part, ``--case kills/saving/17`` one
case of it again, ``--seed`` another choice of moments.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.faults import parts
from tests.faults.figures import Part, write
from tests.faults.kills import LOADED

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
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["FAZHI_FONT_FOLDERS"] = ""
    get_context("forkserver").set_forkserver_preload(LOADED)
    names = [part or given.part] if part or given.part else list(PARTS)
    with ThreadPoolExecutor(len(names)) as pool:
        results = list(pool.map(partial(_found, seed=given.seed, case=case), names))
    if not case:
        for name, (found, seconds) in zip(names, results, strict=True):
            write(name, found, given.seed, seconds)
    return int(any(found.complaints for found, _ in results))


def _found(name: str, seed: str, case: str) -> tuple[Part, float]:
    """What one part found, and how many seconds it took beside the others."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = PARTS[name](Path(folder), seed, case)
    seconds = time.monotonic() - began
    for complaint in found.complaints:
        print(f"{name}/{complaint}", flush=True)
    print(f"{name}: {found.summary} ({seconds:.0f} s, seed {seed})", flush=True)
    return found, seconds


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

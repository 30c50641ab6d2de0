"""The figures of the last full run, written into docs/reliability.md between markers."""

import os
import platform
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

PAPER = Path(__file__).parent.parent.parent / "docs" / "reliability.md"


@dataclass(frozen=True, slots=True)
class Part:
    """What one part found: a line, a table, and everything that was wrong."""

    summary: str
    head: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    complaints: tuple[str, ...]


def write(name: str, part: Part, seed: str, seconds: float) -> None:
    """Put a part's figures between its markers, with machine, date and versions."""
    paper = PAPER.read_text("utf-8")
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    lines = (
        begin,
        f"{part.summary}. {_where()}, seed {seed}, {seconds:.0f} s.",
        "",
        *_table((part.head, tuple("---" for _ in part.head), *part.rows)),
        end,
    )
    text = "\n".join(lines)
    PAPER.write_text(
        re.sub(f"{begin}.*?{end}", lambda _found: text, paper, flags=re.DOTALL), encoding="utf-8"
    )


def _where() -> str:
    return (
        f"{datetime.now():%Y-%m-%d}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def _table(rows: Sequence[Sequence[object]]) -> list[str]:
    return [f"| {' | '.join(map(str, row))} |" for row in rows]

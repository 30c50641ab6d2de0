"""Summarising many offices' workbooks: ours beside a plain loop with openpyxl. Seconds, memory, same totals?

Usage: .venv/bin/python benchmarks/summarise.py [COUNT [FOLDER]]      300 workbooks unless said otherwise

The workbooks stay in FOLDER and are used again; without one they are made anew and thrown away.
"""

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from actions.drafting import new_report  # noqa: E402 - the path first
from exporters import exporter  # noqa: E402
from models.compose import compose  # noqa: E402
from models.exchange import ID_TITLE  # noqa: E402
from models.indicator import Indicator, Kind, catalogue  # noqa: E402
from models.judging import judgements  # noqa: E402
from models.quantity import Quantity  # noqa: E402
from models.report import Figure, Report  # noqa: E402
from models.template import template  # noqa: E402

ORGAN = "某某县人民政府"
KINDS = 10
"""Workbooks made by the exporter; the others are these with other amounts and names."""
_ROWS = 110


def exported(kind: int) -> bytes:
    """A workbook as an office exports it."""
    usual = [one for one in catalogue().values() if one.kind is not Kind.DATE][:_ROWS]
    report = replace(
        new_report("county-regulation", ORGAN, 2025),
        figures=tuple(_figure(one, place + kind) for place, one in enumerate(usual)),
    )
    if kind:  # one office in ten contradicts itself
        report = without_contradictions(report)
    stream = BytesIO()
    exporter("xlsx").write(compose(report, template(report.template)), stream, None)
    return stream.getvalue()


def without_contradictions(report: Report) -> Report:
    """The report without the figures of relations that fail."""
    failing = [one.relation for one in judgements(report) if one.is_trouble]
    dropped = {indicator for relation in failing for indicator in relation.indicators}
    kept = tuple(figure for figure in report.figures if figure.indicator not in dropped)
    return replace(report, figures=kept)


def _figure(indicator: Indicator, place: int) -> Figure:
    if indicator.unit in ("%", "‰"):
        this, last = (Quantity(f"{whole + place / 100:.2f}", percent=indicator.unit) for whole in (90, 89))
        return Figure(indicator.id, this, last)
    return Figure(indicator.id, Quantity(str(20 + place * 7)), Quantity(str(18 + place * 7)))


class Pattern:
    """A packed workbook taken apart, to be packed again with other amounts under another name."""

    def __init__(self, packed: bytes) -> None:
        from openpyxl import load_workbook
        from openpyxl.utils import get_column_letter

        columns = ""
        with zipfile.ZipFile(BytesIO(packed)) as package:
            self._parts = {entry.filename: package.read(entry) for entry in package.infolist()}
        for number, sheet in enumerate(load_workbook(BytesIO(packed)).worksheets, start=1):
            rows = sheet.iter_rows(max_row=30, values_only=True)
            heads = {
                title: get_column_letter(place) for row in rows for place, title in enumerate(row, start=1)
            }
            if ID_TITLE in heads:
                self._table = f"xl/worksheets/sheet{number}.xml"
                columns = "|".join((heads["本年"], heads["上年"]))
        self._cells = re.compile(rf'(<c r="(?:{columns})\d+"(?: s="\d+")?><v>)(\d+)(?=</v>)'.encode())

    def packed(self, organ: str, factor: int) -> bytes:
        """With whole amounts so many times as large (sums stay sums)."""
        parts = dict(self._parts)
        parts[self._table] = self._cells.sub(
            lambda match: match[1] + str(int(match[2]) * factor).encode(), parts[self._table]
        )
        for name in [name for name in parts if name.endswith(".xml")]:
            parts[name] = parts[name].replace(ORGAN.encode(), organ.encode())
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return stream.getvalue()


def make(folder: Path, count: int) -> None:
    """The workbooks, in folders of a hundred."""
    patterns = [Pattern(exported(kind)) for kind in range(KINDS)]
    chance = random.Random(2025)
    for number in range(count):
        place = folder / f"{number // 100:03}" / f"{number:04}.xlsx"
        place.parent.mkdir(parents=True, exist_ok=True)
        pattern = patterns[number % KINDS]
        place.write_bytes(
            pattern.packed(f"第{number:04}县人民政府", max(1, round(chance.lognormvariate(2, 0.5))))
        )


def ours(folder: Path, target: Path) -> None:
    """What the program does."""
    from actions.summarising import summarise

    done = summarise([folder], target, overwrite=True)
    assert not done.overview.problems, done.overview.problems[:3]


def plain_loop(folder: Path, target: Path) -> None:
    """The usual script: load each workbook, take the rows, write the table and the sums."""
    from openpyxl import Workbook, load_workbook

    offices: dict[str, dict[str, tuple[object, object]]] = {}
    for path in sorted(folder.rglob("*.xlsx")):
        workbook = load_workbook(path, data_only=True)
        rows: dict[str, tuple[object, object]] = {}
        for sheet in workbook.worksheets:
            heads: dict[object, int] = {}
            for row in sheet.iter_rows(values_only=True):
                if heads and row[heads[ID_TITLE]]:
                    rows[str(row[heads[ID_TITLE]])] = (row[heads["本年"]], row[heads["上年"]])
                elif ID_TITLE in row:
                    heads = {title: place for place, title in enumerate(row)}
        offices[path.stem] = rows
    ids = list(dict.fromkeys(key for rows in offices.values() for key in rows))
    result = Workbook()
    for side, sheet in enumerate((result.active, result.create_sheet("上年"))):
        sheet.append(["单位", *ids])
        for office, rows in offices.items():
            sheet.append([office, *(rows.get(key, (None, None))[side] for key in ids)])
        last = len(offices) + 1
        letters = [sheet.cell(1, place + 2).column_letter for place in range(len(ids))]
        sheet.append(["合计", *(f"=SUM({letter}2:{letter}{last})" for letter in letters)])
    result.save(target)
    totals = {
        key: str(sum(Decimal(repr(rows[key][0])) for rows in offices.values() if rows.get(key, (None,))[0]))
        for key in ids
    }
    target.with_suffix(".json").write_text(json.dumps(totals), encoding="utf-8")


WAYS = {"openpyxl": plain_loop, "ours": ours}


def run(way: str, folder: str, target: str) -> None:
    """One way in this process; prints seconds, those of the processor (what other programs do not disturb), most MB."""
    start = time.perf_counter()
    WAYS[way](Path(folder), Path(target))
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def same_totals(target: Path, totals: Path) -> int:
    """How many of our sums the plain loop has too; fails where one differs."""
    from python_calamine import CalamineWorkbook

    from exporters.workbook.summary_table import FIRST_COLUMN, THIS, TOTAL_ROW

    rows = CalamineWorkbook.from_path(target).get_sheet_by_name(THIS).to_python(skip_empty_area=False)
    ids = next(row for row in rows if ID_TITLE in row)
    theirs = {key: Decimal(text) for key, text in json.loads(totals.read_text(encoding="utf-8")).items()}
    pairs = [
        (key, Decimal(repr(total)))
        for key, total in zip(ids[FIRST_COLUMN:], rows[TOTAL_ROW][FIRST_COLUMN:], strict=True)
        if isinstance(total, float)
    ]
    for key, total in pairs:
        assert total == theirs[key], (key, total, theirs[key])
    return len(pairs)


def main(arguments: list[str]) -> None:
    """Make the workbooks, run each way in a process of its own, compare."""
    count = int(arguments[0]) if arguments else 300
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(arguments[1] if len(arguments) > 1 else temporary) / f"offices-{count}"
        if not folder.exists():
            start = time.perf_counter()
            make(folder, count)
            print(f"{count} workbooks made in {time.perf_counter() - start:.0f} s", flush=True)
        print("     way     seconds   processor   ms/file    memory", flush=True)
        seconds: dict[str, float] = {}
        processor: dict[str, float] = {}
        targets = {way: Path(temporary) / f"{way}.xlsx" for way in WAYS}
        for way, target in targets.items():
            code = f"import runpy; runpy.run_path({__file__!r})['run']({way!r}, {str(folder)!r}, {str(target)!r})"
            said = subprocess.run(
                [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
            ).stdout.split()
            seconds[way], processor[way], memory = map(float, said)
            each = seconds[way] / count * 1000
            print(
                f"{way:>8} {seconds[way]:>9.1f} s {processor[way]:>9.1f} s {each:>9.2f} {memory:>6.0f} MB",
                flush=True,
            )
        same = same_totals(targets["ours"], targets["openpyxl"].with_suffix(".json"))
        ratios = (of["openpyxl"] / of["ours"] for of in (seconds, processor))
        print("{:.1f} times as fast ({:.1f} in processor time); {} totals are the same".format(*ratios, same))


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long writing a PDF and measuring it takes, and how much memory, for papers from 8 to 800 pages and a long table.

Usage: .venv/bin/python benchmarks/layout.py [NAME…]      each paper in a fresh process; all of them unless named
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from exporters import pdf  # noqa: E402 - the path first
from exporters.measuring import measure  # noqa: E402
from models.document import (  # noqa: E402
    Align,
    AttachmentStart,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Title,
)

SENTENCE = (
    "全县各级行政机关坚持把依法行政贯穿政府工作各方面，全年办理行政复议案件179件，办结率98.5%；"
    "“综合查一次”覆盖23个领域，入企检查次数同比下降12.36%，群众满意度持续提升。"
)


def paper(pages: int) -> Document:
    """A paper of about so many pages of running text."""
    blocks = [Title("青河县人民政府关于2026年度法治政府建设情况的报告"), Heading(1, "一、", "主要举措和成效")]
    return document(*blocks, *(Paragraph(SENTENCE * 3) for _ in range(pages * 7 // 3)))


def long_table(rows: int) -> Document:
    """A paper with a table of so many rows."""
    columns = (
        Column("序号", 1, Align.CENTER),
        Column("单位", 3),
        Column("指标", 4),
        Column("2026年", 2, Align.RIGHT),
    )
    lines = tuple(
        (
            Cell(str(row)),
            Cell("青河县司法局"),
            Cell(f"第{row}项指标"),
            Cell(f"{row * 17}", Decimal(row * 17)),
        )
        for row in range(1, rows + 1)
    )
    return document(Paragraph(SENTENCE), AttachmentStart(None, "统计表"), Table("统计表", columns, lines))


def document(*blocks) -> Document:
    """A paper of the blocks."""
    return Document("报告", "报告", "青河县人民政府", 2026, blocks, Table("", (), ()))


PAPERS: dict[str, Callable[[], Document]] = {
    "8": lambda: paper(8),
    "80": lambda: paper(80),
    "800": lambda: paper(800),
    "table": lambda: long_table(5000),
}


def run(name: str) -> None:
    """Write and measure one paper and print its line of the table."""
    composed = PAPERS[name]()
    start = time.perf_counter()
    stream = BytesIO()
    pdf.write(composed, stream)
    written, memory = time.perf_counter() - start, _megabytes()
    start = time.perf_counter()
    report = measure(stream.getvalue(), document=composed)
    measured = time.perf_counter() - start
    characters = sum(font.characters for font in report.fonts)
    print(
        f"{name:>6} {report.pages:>6} {report.measured_pages:>9} {characters:>11}"
        f" {written:>8.2f} s {measured:>8.2f} s {memory:>7.0f} MB {_megabytes():>7.0f} MB",
        flush=True,
    )
    for rule in report.failed:
        print(f"       {rule.line}", flush=True)


def _megabytes() -> float:
    """The most memory this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(names: list[str]) -> None:
    """Each paper in a process of its own."""
    print(" paper  pages  measured  characters      write    measure   memory  with measuring", flush=True)
    for name in names or PAPERS:
        code = f"import runpy; runpy.run_path({__file__!r})['run']({name!r})"
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])

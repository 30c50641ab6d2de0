"""The reports the faults fall on: small, with every kind of content, and texts that say when they were written."""

import re
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

from models.database import file_in
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section, Stage
from models.store import Store
from models.version import Occasion

KEYS = ("leadership", "measures", "shortcomings", "plan")
"""The sections whose text is typed over and over; `place` is a number in here."""
_WRITTEN = re.compile(r"([甲乙])第(\d+)次写")
_LENGTH = 160
"""Characters of filling: enough that a damaged or half-written text would not pass for whole."""
OLD_DATABASES = Path(__file__).parent.parent / "models" / "old_databases"


def begun() -> Report:
    """A report with text, figures, letterhead and an attachment."""
    return Report(
        2025,
        "county-regulation",
        letterhead=Letterhead(organs=("云岭县人民政府",), title="云岭县2025年法治政府建设年度报告"),
        preamble=("现将有关情况报告如下。",),
        sections=tuple(Section(key, f"部分{key}", (text(0),), (Item("复议", (text(0),)),)) for key in KEYS),
        figures=(Figure("fy_apply", Quantity.parse("约682万")), Figure("fy_close", Quantity.parse("179"))),
        attachments=(Attachment("附件", ("甲表。",)),),
    )


def text(number: int, writer: str = "甲") -> str:
    """A paragraph that says which writing of whose it is."""
    return f"{writer}第{number}次写。" + "依法行政复议审查"[number % 8] * (_LENGTH + number % 40)


def typed(report: Report, place: int, number: int, writer: str = "甲") -> Report:
    """The report with one section's paragraph written again."""
    sections = [
        replace(one, paragraphs=(text(number, writer),)) if one.key == KEYS[place] else one
        for one in report.sections
    ]
    return replace(report, sections=tuple(sections))


def written(report: Report, place: int) -> tuple[str, int] | None:
    """Who wrote a section's paragraph last, and his count; None where it is not whole."""
    section = report.section(KEYS[place])
    stored = section.paragraphs[0] if section and section.paragraphs else ""
    found = _WRITTEN.match(stored)
    if found is None or stored != text(int(found[2]), found[1]):
        return None
    return found[1], int(found[2])


def furnish(data_dir: Path) -> None:
    """A data folder as after some weeks: report 1 with versions and a stage, 2 in the trash, 3 with text."""
    with Store.open(data_dir) as store:
        for _ in range(3):
            store.create(begun())
        for number in range(1, 4):
            store.edit("1", partial(typed, place=0, number=number))
            store.keep("1", Occasion.NAMED, f"第{number}个")
        store.keep("1", Stage.REVIEW)
        store.edit("1", lambda report: typed(report, 1, 4))
        store.keep("2", Occasion.NAMED, "扔掉之前")
        store.trash("2")


def furnish_old(data_dir: Path, version: int) -> None:
    """A data folder with a file of an earlier program."""
    data_dir.mkdir(parents=True)
    shutil.copy(OLD_DATABASES / f"{version}.db", file_in(data_dir))

"""发采集表: one blank workbook per department, all written or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from actions.progress import StoppedError, Tell, unwatched
from exporters import prepared_files
from exporters.writing import file_name
from models.collection import UNKNOWN_DEPARTMENT, Request, collection_marks, requests
from models.errors import UserError
from models.report import Report

NAME = "采集表"


@dataclass(frozen=True, slots=True)
class Collected:
    """The files written, in the order of the requests, and in words what the clerk should know of them."""

    files: tuple[Path, ...]
    requests: tuple[Request, ...]
    notes: tuple[str, ...] = ()


def collect(
    report: Report,
    folder: Path,
    deadline: str = "",
    overwrite: bool = False,
    everything: bool = False,
    tell: Tell = unwatched,
) -> Collected:
    """Write the blank workbooks of `models.collection.requests` into a folder.

    `deadline` is a date in official form (`models.dates.official_date`) or empty. Runs on any thread. Raises UserError
    where there is nothing to ask for or the folder cannot be written to, StoppedError where `tell` said no; then
    nothing is written.
    """
    asking = requests(report, everything)
    if not asking:
        raise UserError(
            "报告里还没有数据可采集，什么也没有写入；请先从上年结转或导入报告，或选择采集目录里的全部指标（--all）。"
        )
    contents = _workbooks(report, asking, deadline, tell)
    with prepared_files(NAME, contents, folder, overwrite, "发采集表") as place:
        return Collected(place(), asking, _notes(asking, _contact(report)))


def _workbooks(report: Report, asking: Sequence[Request], deadline: str, tell: Tell) -> dict[str, bytes]:
    """The workbooks, by what follows 采集表 in their names."""
    from exporters.workbook.collection import Letter, collection_workbook

    organ = "、".join(report.letterhead.organs) or "本单位"
    letter = Letter(organ, report.year, deadline, _contact(report))
    contents: dict[str, bytes] = {}
    for number, request in enumerate(asking):
        if not tell(number, len(asking), request.department):
            raise StoppedError
        marks = collection_marks(report, request.department)
        contents[_suffix(request, report.year, contents)] = collection_workbook(request, marks, letter)
    return contents


def _contact(report: Report) -> str:
    head = report.letterhead
    return "，电话".join(filter(None, (head.contact_name, head.contact_phone)))


def _suffix(request: Request, year: int, taken: dict[str, bytes]) -> str:
    """What follows 采集表 in a file's name; two departments that are written alike on the disk are counted."""
    department = file_name(request.department, f"{NAME}__{year}年度（99）.xlsx")
    names = [f"_{department}_{year}年度{'' if n == 1 else f'（{n}）'}.xlsx" for n in range(1, len(taken) + 2)]
    used = {name.casefold() for name in taken}
    return next(name for name in names if name.casefold() not in used)


def _notes(asking: tuple[Request, ...], contact: str) -> tuple[str, ...]:
    count = next((len(one.asked) for one in asking if one.department == UNKNOWN_DEPARTMENT), 0)
    unknown = (
        f"有{count}个指标没有填来源单位，写在“{UNKNOWN_DEPARTMENT}”那一份里；请在数据表里补上来源单位再发，或自己分给各单位填。"
        if count
        else ""
    )
    nobody = "" if contact else "文头没有填联系人和电话，采集表上没有写找谁问；补上后请重发一次。"
    return tuple(filter(None, (unknown, nobody)))

"""Many offices' workbooks become one: the table of all figures, and what to ask the offices about."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from actions.office_list import expected_offices
from actions.progress import StoppedError, Tell, unwatched
from actions.workbook_files import workbook_files
from models.contradictions import Contradiction, contradictions
from models.errors import UserError
from models.offices import each_office_once, in_order, missing_offices, unexpected_offices
from models.outliers import outliers
from models.overview import Overview, gaps
from models.submission import Submission
from models.summary import summary

SUFFIX = ".xlsx"
_MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class Summarised:
    """The workbook written, and what it tells."""

    files: tuple[Path, ...]
    overview: Overview


def summarise(
    places: Iterable[Path],
    target: Path,
    *,
    offices: Path | None = None,
    year: int | None = None,
    overwrite: bool = False,
    tell: Tell = unwatched,
) -> Summarised:
    """Write the summary of the workbooks in files and folders to `target`, or the next free name unless `overwrite`.

    `offices` is a text file with the names of those expected; `year` the year wanted, else that of most workbooks.
    What cannot be read is named among the problems and stops nothing. Raises UserError where nothing at all can be
    summarised or written, StoppedError where `tell` said no; then nothing is written.
    """
    if target.suffix.lower() != SUFFIX:
        raise UserError(f"汇总表只能存成.xlsx，“{target.name}”不行，什么也没有写入；请换一个文件名。")
    expected = expected_offices(offices) if offices else ()
    files = workbook_files(places, target)

    def go_on(done: int, what: str) -> None:
        if not tell(done, len(files), what):
            raise StoppedError

    overview = _overview(files, expected, year, go_on)
    return Summarised(_write(overview, target, overwrite, go_on), overview)


def _overview(
    files: Sequence[Path], expected: tuple[str, ...], year: int | None, go_on: Callable[[int, str], None]
) -> Overview:
    from importers.workbook_dates import last_changed

    read, problems = _read(files, go_on)
    chosen_year = year or _commonest_year(read)
    problems += [
        f"“{one.path.name}”是{one.year}年的，没有计入{chosen_year}年的汇总；要汇总那一年请另行指定年度。"
        for one in read
        if one.year != chosen_year
    ]
    once = each_office_once([one for one in read if one.year == chosen_year], last_changed)
    if not once.submissions:
        raise UserError(_nothing(len(files), year, problems))
    made = summary(chosen_year, in_order(once.submissions, expected))
    problems += [*once.remarks, *_unexpected(expected, made.offices)]
    return Overview(
        made=datetime.now().replace(microsecond=0),
        summary=made,
        files=len(files),
        expected=len(expected),
        missing=missing_offices(expected, made.offices),
        gaps=gaps(made),
        contradictions=tuple(_contradictions(made.submissions, go_on, len(files))),
        outliers=outliers(made),
        problems=tuple(problems),
    )


def _read(files: Sequence[Path], go_on: Callable[[int, str], None]) -> tuple[list[Submission], list[str]]:
    """What can be read, and in words what cannot or not all of it."""
    from importers.office_workbook import read_submission

    read: list[Submission] = []
    problems: list[str] = []
    for done, file in enumerate(files):
        go_on(done, file.name)
        try:
            one = read_submission(file)
        except UserError as error:
            problems.append(str(error))
            continue
        read.append(one)
        if one.remarks:
            problems.append(f"{one.organ}（{file.name}）：{'；'.join(one.remarks)}。")
    return read, problems


def _commonest_year(read: Sequence[Submission]) -> int:
    """Of two years as common the later."""
    counted = Counter(one.year for one in read)
    return max(counted, key=lambda year: (counted[year], year), default=0)


def _nothing(files: int, year: int | None, problems: Sequence[str]) -> str:
    of_year = f"{year}年的" if year else ""
    first = f"第一个问题：{problems[0]}" if problems else "请检查是否选对了文件夹。"
    return f"{files}个文件里没有一份可以汇总的{of_year}统计表，什么也没有写入；{first}"


def _unexpected(expected: Sequence[str], offices: Sequence[str]) -> list[str]:
    found = unexpected_offices(expected, offices) if expected else ()
    if not found:
        return []
    more = f"等{len(found)}个" if len(found) > _MOST_NAMES else ""
    return [f"不在单位名单里、但已计入：{'、'.join(found[:_MOST_NAMES])}{more}。"]


def _contradictions(
    submissions: Iterable[Submission], go_on: Callable[[int, str], None], files: int
) -> Iterable[Contradiction]:
    """A failed relation counts only if no amount in it is approximate by its cell's format, which takes long to see."""
    from importers.office_workbook import approximate_keys

    for one in submissions:
        found = contradictions(one)
        if not found:
            continue
        go_on(files, one.organ)
        about = approximate_keys(one.path)
        yield from contradictions(one, about) if about else found


def _write(
    overview: Overview, target: Path, overwrite: bool, go_on: Callable[[int, str], None]
) -> tuple[Path, ...]:
    from exporters import prepared_files
    from exporters.workbook.summary import summary_workbook

    go_on(overview.files, "正在写汇总表")
    content = summary_workbook(overview, lambda: go_on(overview.files, "正在写汇总表"))
    with prepared_files(target.stem, {SUFFIX: content}, target.parent, overwrite, "汇总") as place:
        go_on(overview.files, "正在写汇总表")
        return place()

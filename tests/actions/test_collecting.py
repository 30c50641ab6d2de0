"""发采集表: one file per department, all of them or none."""

from pathlib import Path

import pytest

from actions.collecting import collect
from actions.drafting import new_report, set_values
from actions.progress import StoppedError
from models.errors import UserError
from models.report import Figure, Report


@pytest.fixture
def report() -> Report:
    made = set_values(
        new_report("county-regulation", "云岭县人民政府", 2025),
        {"figure.fy_apply": "179", "figure.fy_accept": "168"},
    )
    return made.with_figure(Figure("fy_closed", made.figure("fy_apply").value, department="县/法院"))


def test_each_department_has_its_file(report: Report, tmp_path: Path) -> None:
    collected = collect(report, tmp_path)

    assert [file.name for file in collected.files] == [
        "采集表_县司法局_2025年度.xlsx",
        "采集表_县 法院_2025年度.xlsx",
    ]
    assert sorted(collected.files) == sorted(tmp_path.iterdir())


def test_departments_that_are_written_alike_on_the_disk_are_told_apart(
    report: Report, tmp_path: Path
) -> None:
    both = report.with_figure(Figure("fy_accept", report.figure("fy_apply").value, department="县:法院"))
    assert len({file.name.casefold() for file in collect(both, tmp_path).files}) == 3


def test_files_that_are_there_stay(report: Report, tmp_path: Path) -> None:
    first = collect(report, tmp_path).files
    second = collect(report, tmp_path).files
    assert not set(first) & set(second)
    assert set(collect(report, tmp_path, overwrite=True).files) == set(first)


def test_nothing_to_ask_for_is_said(tmp_path: Path) -> None:
    empty = new_report("county-regulation", "云岭县人民政府", 2025)
    with pytest.raises(UserError, match="还没有数据可采集，什么也没有写入；"):
        collect(empty, tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert collect(empty, tmp_path, everything=True).files


def test_stopped_half_way_nothing_is_written(report: Report, tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        collect(report, tmp_path, tell=lambda done, _count, _what: done < 1)
    assert list(tmp_path.iterdir()) == []


def test_what_the_clerk_should_know_is_said(report: Report, tmp_path: Path) -> None:
    assert any("没有填联系人" in note for note in collect(report, tmp_path / "一").notes)
    known = set_values(report, {"contact_name": "林知秋"})
    assert collect(known, tmp_path / "二").notes == ()

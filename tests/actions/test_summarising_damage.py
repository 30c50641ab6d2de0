"""Workbooks that were damaged, that no reader understands, or that say what cannot be: named, and the rest counts."""

import random
from decimal import Decimal
from pathlib import Path

import pytest

from actions.summarising import Summarised, summarise
from tests.damaged_workbooks import parts, with_another_digit, with_flipped_bytes
from tests.office_workbooks import Row, office_workbook, row

WHOLE = office_workbook("乙县", row("fy_apply", 24680))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good workbook."""
    place = tmp_path / "各地"
    place.mkdir()
    (place / "甲县.xlsx").write_bytes(office_workbook("甲县", row("fy_revoke", 4)))
    return place


def run(folder: Path) -> Summarised:
    """The summary, in which the good workbook counts."""
    done = summarise([folder], folder.parent / "汇总.xlsx")
    assert "fy_revoke" in [one.key for one in done.overview.summary.columns]
    return done


@pytest.mark.parametrize("part", parts(WHOLE))
def test_a_workbook_damaged_in_any_part_is_named(folder: Path, part: str) -> None:
    (folder / "乙县.xlsx").write_bytes(with_flipped_bytes(WHOLE, part, 60, random.Random(7)))

    (problem,) = run(folder).overview.problems
    assert problem.startswith("“乙县.xlsx”")


def test_a_digit_that_changed_on_the_way_is_not_counted(folder: Path) -> None:
    (folder / "乙县.xlsx").write_bytes(
        with_another_digit(WHOLE, "xl/worksheets/sheet2.xml", b"<v>24680</v>", b"<v>94680</v>")
    )

    assert run(folder).overview.summary.offices == ("甲县",)


def test_of_a_damaged_pair_the_dates_are_not_asked_for(folder: Path) -> None:
    for name in ("乙县", "乙县再报"):
        content = with_flipped_bytes(WHOLE, "docProps/core.xml", 60, random.Random(3))
        (folder / f"{name}.xlsx").write_bytes(content)

    assert len(run(folder).overview.problems) == 2


@pytest.mark.parametrize("name", ["乙县.ods", "乙县.xlsb", "乙县.et", "乙县.xls"])
def test_what_cannot_be_read_by_its_kind_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"x")

    (problem,) = run(folder).overview.problems
    assert f"“{name}”" in problem


@pytest.mark.parametrize(
    ("written", "why"),
    [(Decimal(-5), "是负数"), (Decimal("5.5"), "有小数"), ("5人", "单位"), ("见附件", "不是一个能认的数量")],
)
def test_an_amount_that_cannot_be_is_told_and_not_counted(
    folder: Path, written: Decimal | str, why: str
) -> None:
    content = office_workbook("乙县", Row("fy_apply", "行政复议申请", "件", written))
    (folder / "乙县.xlsx").write_bytes(content)
    done = run(folder)

    assert [one.key for one in done.overview.summary.columns] == ["fy_revoke"]
    assert why in "".join(done.overview.problems)

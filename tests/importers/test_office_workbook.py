"""An office's workbook: which of its amounts are approximate by the format of their cells."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from importers.office_workbook import approximate_keys, read_submission
from models.quantity import APPROXIMATE
from tests.office_workbooks import office_workbook, row


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "云岭县.xlsx"
    place.write_bytes(office_workbook("云岭县", row("fy_apply", 100, 90), row("fy_revoke", 7, 8)))
    return place


def format_cell(file: Path, cell: str, number_format: str, *, move: int = 0) -> None:
    workbook = load_workbook(file)
    workbook["统计表"][cell].number_format = number_format
    if move:
        workbook["统计表"].move_range("A1:J20", rows=move, cols=move)
    workbook.save(file)


def test_exact_amounts_are_not_approximate(file: Path) -> None:
    assert approximate_keys(file) == frozenset()


@pytest.mark.parametrize("number_format", [f'"{word}"#,##0' for word in APPROXIMATE])
@pytest.mark.parametrize("cell", ["E5", "F5"])
def test_a_format_with_a_word_for_about_makes_the_amount_approximate(
    file: Path, cell: str, number_format: str
) -> None:
    format_cell(file, cell, number_format)

    assert approximate_keys(file) == {"fy_apply"}


def test_the_table_may_have_been_moved(file: Path) -> None:
    format_cell(file, "E6", '"约"#,##0', move=2)

    assert approximate_keys(file) == {"fy_revoke"}


def test_formats_of_other_columns_say_nothing(file: Path) -> None:
    format_cell(file, "G5", '"约"#,##0')

    assert approximate_keys(file) == frozenset()


def test_an_amount_written_as_an_approximate_text_is_known_at_once(file: Path) -> None:
    file.write_bytes(office_workbook("云岭县", row("fy_apply", "约682万"), row("fy_revoke", "7")))

    assert read_submission(file).approximate == {"fy_apply"}


def test_a_rate_typed_without_its_sign_is_taken_for_per_cent_and_told(file: Path) -> None:
    workbook = load_workbook(file)
    workbook["统计表"]["B5"], workbook["统计表"]["C5"] = "shixian_ratio", "时限压缩比"
    workbook["统计表"]["D5"], workbook["统计表"]["E5"] = "%", 71.6
    workbook.save(file)
    read = read_submission(file)

    assert read.values[read.keys.index("shixian_ratio")] == 0.716
    assert any("71.6%" in remark for remark in read.remarks)

"""Many workbooks become one: however they were filled in, and no file stops the others."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from actions.progress import StoppedError
from actions.summarising import summarise
from exporters.workbook.summary_table import FIRST_COLUMN, FIRST_OFFICE, MEDIAN_ROW
from models.errors import UserError
from models.exchange import FORMAT, MARKS_SHEET, Marks, Purpose
from tests.actions.summarised import problems, put, run, sheet
from tests.office_workbooks import Row, marks, office_book, office_workbook, row, usual_indicators


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "各地"
    place.mkdir()
    return place


def test_the_year_of_most_workbooks_is_taken_and_the_others_are_named(folder: Path) -> None:
    for name in ("甲县", "乙县"):
        put(folder, name, row("fy_apply", 1))
    put(folder, "丙县", row("fy_apply", 50), year=2024)
    done = run(folder)

    assert done.overview.summary.year == 2025
    assert done.overview.summary.columns[0].this.total == 2
    assert "丙县.xlsx" in problems(done)
    assert run(folder, year=2024).overview.summary.columns[0].this.total == 50


def with_moment(file: Path, moment: str) -> None:
    """The workbook as if its program had written it then."""
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    before, _, rest = parts["docProps/core.xml"].partition(b'<dcterms:modified xsi:type="dcterms:W3CDTF">')
    parts["docProps/core.xml"] = b"".join(
        (before, b'<dcterms:modified xsi:type="dcterms:W3CDTF">', moment.encode(), rest[rest.index(b"<") :])
    )
    with zipfile.ZipFile(file, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)


def test_of_two_workbooks_of_one_office_the_later_counts(folder: Path) -> None:
    with_moment(put(folder, "甲县", row("fy_apply", 30, 20), name="改过"), "2026-02-03T08:00:00Z")
    with_moment(put(folder, "甲县", row("fy_apply", 3, 20), name="初稿"), "2026-01-05T08:00:00Z")
    done = run(folder)

    assert done.overview.summary.columns[0].this.total == 30
    assert "初稿.xlsx" in problems(done)


def test_two_places_that_share_a_name_both_count(folder: Path) -> None:
    put(folder / "徐城市", "鼓楼区人民政府", row("fy_apply", 30, 20), row("fy_revoke", 4, 9))
    put(folder / "福城市", "鼓楼区人民政府", row("fy_apply", 5, 7), row("fy_revoke", 2, 1))
    done = run(folder)

    assert done.overview.summary.columns[0].this.total in (35, 6)
    assert set(done.overview.summary.offices) == {"鼓楼区人民政府（徐城市）", "鼓楼区人民政府（福城市）"}


def rewritten(file: Path, change: Callable[[Workbook], None]) -> None:
    """The workbook opened, changed and saved by another program."""
    workbook = load_workbook(file)
    change(workbook)
    workbook.save(file)


def moved(workbook: Workbook) -> None:
    workbook["统计表"].move_range("A4:J20", rows=3, cols=1)
    workbook["统计表"].title = "Sheet1 (2)"
    workbook.move_sheet("Sheet1 (2)", 2)


def test_moved_rows_and_renamed_sheets_are_read_all_the_same(folder: Path) -> None:
    rewritten(put(folder, "甲县", row("fy_apply", 179, 136)), moved)
    done = run(folder)

    assert [(one.this.total, one.last.total) for one in done.overview.summary.columns] == [
        (Decimal(179), Decimal(136))
    ]
    assert not done.overview.problems


def without_ids(workbook: Workbook) -> None:
    workbook["统计表"].delete_cols(2)


def test_without_the_column_of_ids_rows_are_known_by_name_and_unit(folder: Path) -> None:
    rewritten(put(folder, "甲县", row("fy_apply", 179)), without_ids)
    done = run(folder)

    assert done.overview.summary.columns[0].key == "fy_apply"
    assert "指标编号" in problems(done)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("179", 179), ("１７９", 179), ("1,280", 1280), ("1400余", 1400), ("约682万", 6_820_000), ("179件", 179),
        (" 179 ", 179), ("179.0", 179), ("'179", 179),
    ],
)  # fmt: skip
def test_a_number_written_as_a_text_counts(folder: Path, written: str, amount: int) -> None:
    put(folder, "甲县", row("fy_apply", written))

    assert run(folder).overview.summary.columns[0].this.total == amount


@pytest.mark.parametrize(
    ("written", "share"),
    [("90.95%", "0.9095"), ("90.95", "0.9095"), ("0.9095", "0.9095"), ("９０．９５％", "0.9095")],
)
def test_a_percentage_written_as_a_text_counts_as_its_share(folder: Path, written: str, share: str) -> None:
    rate = next(one for one in usual_indicators() if one.unit == "%")
    put(folder, "甲县", Row(rate.id, rate.name, "%", written))

    assert run(folder).overview.summary.columns[0].this.median == Decimal(share)


def test_words_where_an_amount_should_be_are_told_and_the_rest_counts(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", "见附件"), row("fy_revoke", 4), row("fy_uphold", "—"))
    done = run(folder)

    assert [one.key for one in done.overview.summary.columns] == ["fy_revoke"]
    assert "见附件" in problems(done)
    assert "—" not in problems(done)


def far_away(workbook: Workbook) -> None:
    workbook["统计表"]["XFD1048576"] = "x"


def formatted_far_away(workbook: Workbook) -> None:
    workbook["统计表"].cell(1_048_576, 3).number_format = "0.00"


def test_formats_down_to_the_last_row_do_no_harm(folder: Path) -> None:
    rewritten(put(folder, "甲县", row("fy_apply", 179)), formatted_far_away)

    assert run(folder).overview.summary.columns[0].this.total == 179


def bytes_of(workbook: Workbook) -> bytes:
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def far() -> bytes:
    workbook = load_workbook(BytesIO(office_workbook("远县", row("fy_apply", 1))))
    far_away(workbook)
    return bytes_of(workbook)


def marked(said: Marks) -> bytes:
    return office_book(said, [row("fy_apply", 1)]).packed()


REFUSED = {
    "空.xlsx": (b"", "空文件"),
    "坏.xlsx": (office_workbook("坏县", row("fy_apply", 1))[:4000], "打不开"),
    "文本.xlsx": ("单位,数".encode(), "不是 Excel 表格"),
    "旧.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
    "密.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "外来.xlsx": (bytes_of(Workbook()), "不是本程序"),
    "采集.xlsx": (marked(replace(marks(), purpose=Purpose.COLLECTION)), "采集表"),
    "汇总过.xlsx": (marked(replace(marks(), purpose=Purpose.SUMMARY)), "汇总表"),
    "新版.xlsx": (marked(replace(marks(), format=FORMAT + 1)), "升级"),
    "远.xlsx": (far(), "零星内容"),
}


def test_each_file_that_cannot_be_read_is_one_sentence_and_stops_nothing(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", 179))
    (folder / "~$甲县.xlsx").write_bytes(b"lock")
    for name, (content, _) in REFUSED.items():
        (folder / name).write_bytes(content)
    done = run(folder)

    assert done.overview.summary.columns[0].this.total == 179
    assert len(done.overview.problems) == len(REFUSED)
    for name, (_, words) in REFUSED.items():
        (sentence,) = [one for one in done.overview.problems if f"“{name}”" in one]
        assert words in sentence
        assert sentence.endswith("。")


def test_marks_are_found_by_their_first_cell_where_the_sheet_was_renamed(folder: Path) -> None:
    def rename(workbook: Workbook) -> None:
        workbook[MARKS_SHEET].title = "Sheet9"

    rewritten(put(folder, "甲县", row("fy_apply", 179)), rename)

    assert run(folder).overview.summary.offices == ("甲县",)


def test_where_nothing_can_be_summarised_nothing_is_written(folder: Path) -> None:
    (folder / "空.xlsx").write_bytes(b"")
    with pytest.raises(UserError, match="什么也没有写入"):
        run(folder)

    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("answers", range(1, 12))
def test_stopping_leaves_nothing_whenever_it_is_asked_for(folder: Path, answers: int) -> None:
    for name in ("甲县", "乙县", "丙县"):
        put(folder, name, row("fy_apply", 1))
    left = iter([False] * answers)
    with pytest.raises(StoppedError):
        run(folder, tell=lambda *_: not next(left, True))

    assert list(folder.parent.iterdir()) == [folder]


def test_progress_names_every_file_in_turn(folder: Path) -> None:
    for name in ("甲县", "乙县"):
        put(folder, name, row("fy_apply", 1))
    said: list[tuple[Any, ...]] = []

    def tell(*what: Any) -> bool:
        said.append(what)
        return True

    run(folder, tell=tell)

    assert [what for what in said if what[2].endswith(".xlsx")] == [(0, 2, "乙县.xlsx"), (1, 2, "甲县.xlsx")]


def test_a_taken_name_is_left_alone_unless_it_may_be_overwritten(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", 1))
    first, second = run(folder).files[0], run(folder).files[0]

    assert first != second
    assert run(folder, overwrite=True).files[0] == first


def test_a_summary_in_the_folder_is_not_summarised_again(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", 1))
    first, second = (summarise([folder], folder / "汇总.xlsx", overwrite=True) for _ in range(2))

    assert not first.overview.problems
    assert not second.overview.problems


def test_head_and_offices_stay_in_sight_and_on_every_page(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", 1))
    table = sheet(run(folder))

    assert table.freeze_panes == table.cell(FIRST_OFFICE + 1, FIRST_COLUMN + 1).coordinate
    assert (table.print_title_rows, table.print_title_cols) == ("$4:$5", "$A:$B")
    assert table.row_dimensions[3].hidden, "the ids"
    assert table.cell(MEDIAN_ROW + 1, 2).value == "中位数"


def test_a_name_that_looks_like_a_formula_or_a_tag_stays_a_name(folder: Path) -> None:
    for number, name in enumerate(("=1+1县", "<b>&县")):
        (folder / f"{number}.xlsx").write_bytes(office_workbook(name, row("fy_apply", 1)))
    table = sheet(run(folder), values=False)

    cells = [table.cell(FIRST_OFFICE + 1 + number, 2) for number in range(2)]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1县", "s"), ("<b>&县", "s")]

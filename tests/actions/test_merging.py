"""What returned amounts change: nothing in silence, nothing twice, nothing that two departments disagree on."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from actions.collecting import collect
from actions.drafting import new_report, set_values
from actions.merging import Returns, apply, plan, read_files
from actions.showing_workbooks import show_plan
from actions.workbook_files import workbook_files
from models.errors import UserError
from models.merge_plan import MergePlan
from models.quantity import Quantity
from models.report import Report
from models.returning import Returned, ReturnedFile
from tests.actions import returned_workbooks as returned
from tests.damaged_workbooks import parts, with_flipped_bytes

TODAY = date(2026, 1, 15)


@pytest.fixture
def report() -> Report:
    made = new_report("county-regulation", "云岭县人民政府", 2025)
    return set_values(made, {"figure.fy_apply": "170", "figure.fy_accept.last": "140"})


def file(name: str, *amounts: Returned, **more: object) -> ReturnedFile:
    return ReturnedFile(name, "县司法局", name, amounts, **more)  # type: ignore[arg-type]


def amount(indicator: str, written: str, **more: object) -> Returned:
    return Returned(indicator, Quantity.parse(written), "采集表", 5, **more)  # type: ignore[arg-type]


def planned(report: Report, *files: ReturnedFile) -> MergePlan:
    return plan(report, Returns(files))


def test_an_amount_becomes_a_figure_that_knows_where_it_came_from(report: Report) -> None:
    carried = report.with_figure(replace(report.figure("fy_accept"), is_carried=True, department="县法院"))
    given = amount("fy_accept", "168", evidence="复议台账", note="含网上")

    figure = apply(carried, planned(carried, file("司法局.xlsx", given)), TODAY).figure("fy_accept")

    assert figure.value == Quantity.parse("168")
    assert (figure.source, figure.received, figure.is_carried) == ("司法局.xlsx", "2026-01-15", False)
    assert (figure.evidence, figure.note, figure.department) == ("复议台账", "含网上", "县法院")
    assert figure.last == Quantity.parse("140")


def test_old_and_new_are_shown_and_nothing_changes_by_planning(report: Report) -> None:
    shown = show_plan(planned(report, file("司法局.xlsx", amount("fy_apply", "约682万"))), accepted=False)

    (change,) = shown["changes"]
    assert {key: change[key] for key in ("id", "old", "new", "source", "value")} == {
        "id": "fy_apply", "old": "170", "new": "约682万", "source": "司法局.xlsx", "value": "6820000",
    }  # fmt: skip
    assert report.figure("fy_apply").value == Quantity.parse("170")


@pytest.mark.parametrize(
    ("indicator", "last", "written", "words"),
    [
        ("fy_ontime", "100%", "120%", "超过100%"),
        ("xzcf_total", "4811", "48110", "本年是上年的10倍"),
        ("xzcf_fine", "812.46万", "850", "请核对单位"),
    ],
)
def test_an_amount_that_looks_mistaken_is_not_taken_without_a_word(
    report: Report, indicator: str, last: str, written: str, words: str
) -> None:
    known = set_values(report, {f"figure.{indicator}.last": last})
    found = planned(known, file("司法局.xlsx", amount(indicator, written)))

    assert [one.indicator for one in found.changes] == [indicator]
    assert [words in problem for problem in found.problems] == [True]


def test_an_amount_that_is_there_already_is_no_change(report: Report) -> None:
    found = planned(report, file("司法局.xlsx", amount("fy_apply", "170")))
    assert (found.changes, found.agreed) == ((), 1)


def test_two_departments_that_disagree_are_asked(report: Report) -> None:
    found = planned(
        report, file("司法局.xlsx", amount("fy_apply", "179")), file("信访局.xlsx", amount("fy_apply", "180"))
    )

    assert found.changes == ()
    assert apply(report, found, TODAY) == report
    (words,) = show_plan(found, accepted=False)["problems"]
    assert all(part in words for part in ("行政复议申请", "“司法局.xlsx”是179", "“信访局.xlsx”是180"))
    taken = found.with_choices({"fy_apply": "信访局.xlsx"})
    assert apply(report, taken, TODAY).figure("fy_apply").value == Quantity.parse("180")
    assert taken.conflicts == ()


@pytest.mark.parametrize(
    ("indicator", "name"), [("fy_apply", "局"), ("fy_apply", "没有"), ("fy_accept", "司法局")]
)
def test_a_choice_that_decides_nothing_is_refused(report: Report, indicator: str, name: str) -> None:
    found = planned(
        report, file("司法局.xlsx", amount("fy_apply", "179")), file("信访局.xlsx", amount("fy_apply", "180"))
    )
    with pytest.raises(UserError, match="什么也没有改动；"):
        found.with_choices({indicator: name})


def test_the_same_amount_from_two_is_no_conflict(report: Report) -> None:
    found = planned(
        report,
        file("司法局.xlsx", amount("fy_apply", "682万")),
        file("信访局.xlsx", amount("fy_apply", "6820000", is_plain=True)),
    )
    assert len(found.changes) == 1
    assert found.conflicts == ()


def test_about_and_exactly_are_not_the_same(report: Report) -> None:
    found = planned(
        report,
        file("司法局.xlsx", amount("fy_apply", "约179")),
        file("信访局.xlsx", amount("fy_apply", "179")),
    )
    assert len(found.conflicts) == 1


@pytest.mark.parametrize(
    ("model", "number", "written"),
    [
        ("21.46万", "225600", "22.56万"),
        ("约682万", "7350000", "735万"),
        ("21.46万", "225678", "225678"),
        ("3", "4", "4"),
    ],
)
def test_a_bare_number_is_written_as_the_report_writes_it_where_that_is_exact(
    report: Report, model: str, number: str, written: str
) -> None:
    known = set_values(report, {"figure.fy_apply": model})
    (change,) = planned(known, file("司法局.xlsx", amount("fy_apply", number, is_plain=True))).changes
    assert change.new.surface == written
    assert change.new.value == int(number)


def test_a_bare_number_is_no_change_of_an_approximate_amount_of_its_value(report: Report) -> None:
    known = set_values(report, {"figure.fy_apply": "约682万"})
    assert planned(known, file("司法局.xlsx", amount("fy_apply", "6820000", is_plain=True))).agreed == 1


def test_what_was_left_empty_is_named_unless_another_file_has_it(report: Report) -> None:
    blank = file("空表.xlsx", blank=(("fy_apply", ""), ("fy_accept", "无")), filled_by="填报人沈南乔")
    (words,) = planned(report, blank, file("司法局.xlsx", amount("fy_apply", "179"))).problems
    assert "1项没有填：受理行政复议案件（无）" in words
    assert "沈南乔" in words


def test_only_what_is_ticked_is_taken(report: Report) -> None:
    found = planned(report, file("司法局.xlsx", amount("fy_apply", "179"), amount("fy_accept", "168")))
    assert [one.indicator for one in found.only({"fy_accept"}).changes] == ["fy_accept"]


def test_one_file_sent_twice_counts_once_and_a_bad_one_stops_none(report: Report, tmp_path: Path) -> None:
    (blank,) = collect(report, tmp_path).files
    returned.set_cell(blank, "fy_apply", "本年", 179)
    blank.with_name("再发一次.xlsx").write_bytes(blank.read_bytes())
    (tmp_path / "旧表.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    (tmp_path / "~$采集表.xlsx").write_bytes(b"lock")

    returns = read_files(report, workbook_files([tmp_path]))

    assert len(returns.files) == 1
    assert ["旧表.xls" in words for words in returns.refused] == [True]


def test_files_of_one_name_from_two_folders_are_told_apart(report: Report, tmp_path: Path) -> None:
    for folder, number in (("一", 179), ("二", 180)):
        (blank,) = collect(report, tmp_path / folder).files
        returned.set_cell(blank, "fy_apply", "本年", number)

    (conflict,) = plan(report, read_files(report, workbook_files([tmp_path]))).conflicts

    assert len({offer.source for offer in conflict.offers}) == 2


def test_workbooks_damaged_in_any_part_are_said_and_the_others_are_taken(
    report: Report, tmp_path: Path
) -> None:
    (sent,) = collect(report, tmp_path).files
    damaged = {f"传坏了{n}.xlsx": part for n, part in enumerate(parts(sent.read_bytes()))}
    for name, part in damaged.items():
        flipped = with_flipped_bytes(sent.read_bytes(), part, 60, random.Random(name))
        sent.with_name(name).write_bytes(flipped)
    returned.set_cell(sent, "fy_apply", "本年", 179)

    returns = read_files(report, workbook_files([tmp_path]))

    assert [one.name for one in returns.files] == [sent.name]
    assert sorted(words.partition("”")[0] for words in returns.refused) == sorted(
        f"“{one}" for one in damaged
    )


def test_reading_stops_when_asked(report: Report, tmp_path: Path) -> None:
    files = [collect(report, tmp_path / name).files[0] for name in "一二三"]
    returned.set_cell(files[0], "fy_apply", "本年", 179)
    assert len(read_files(report, files, lambda done, _count, _what: done < 1).files) == 1

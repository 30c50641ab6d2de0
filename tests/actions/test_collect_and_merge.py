"""What departments filled in comes back exactly, whatever was done to their workbooks on the way."""

import random
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from actions.collecting import collect
from actions.merging import apply, plan, read_files
from actions.workbook_files import workbook_files
from models.quantity import Quantity
from models.report import Report
from tests.actions import returned_workbooks as returned
from tests.the_sample import sample_report

TODAY = date(2026, 1, 15)


@pytest.fixture(scope="module")
def report() -> Report:
    return sample_report()


def resave_by_libreoffice(files: list[Path], folder: Path) -> None:
    """Open and save workbooks in another office program, all in one run."""
    saved = folder / "另存"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"),
            *("xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved)),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
    )
    for file in files:
        (saved / file.name).replace(file)


def abuses(chance: random.Random) -> tuple[Callable[[Path], None], ...]:
    return (
        returned.rename_and_move_sheets,
        lambda file: returned.shuffle_rows(file, chance),
        returned.hide_and_insert_rows,
        lambda file: returned.delete_columns(file, "备注", "上年", "序号"),
        returned.insert_column,
    )


def filled_and_abused(report: Report, folder: Path, chance: random.Random) -> dict[str, Quantity]:
    """Every department's workbook, filled in and handled in some two ways; the amounts meant."""
    meant: dict[str, Quantity] = {}
    for file in collect(report, folder).files:
        meant |= returned.fill(file, report, chance)
        for abuse in chance.sample(abuses(chance), 2):
            abuse(file)
    return meant


def gives_back(report: Report, folder: Path, meant: dict[str, Quantity]) -> None:
    returns = read_files(report, workbook_files([folder]))
    merged = apply(report, plan(report, returns), TODAY)
    read = {one: merged.figure(one).value for one in meant}
    wrong = {
        one: (str(meant[one]), str(value))
        for one, value in read.items()
        if value is None or (value.value, value.qualifier) != (meant[one].value, meant[one].qualifier)
    }
    assert wrong == {}
    assert sum(len(file.amounts) for file in returns.files) == len(meant)
    assert not returns.refused


def test_every_amount_comes_back_exactly(report: Report, tmp_path: Path) -> None:
    meant = filled_and_abused(report, tmp_path, random.Random(1))

    assert len(meant) > 150
    gives_back(report, tmp_path, meant)


@pytest.mark.needs("soffice")
def test_every_amount_comes_back_from_another_office_program(report: Report, tmp_path: Path) -> None:
    folder = tmp_path / "收到"
    meant = filled_and_abused(report, folder, random.Random(99))
    law, *_ = (file for file in workbook_files([folder]) if "司法局" in file.name)
    returned.set_cell(law, "fy_apply", "本年", "=150+29", "General")
    meant["fy_apply"] = Quantity.parse("179")

    resave_by_libreoffice(list(workbook_files([folder])), tmp_path)

    gives_back(report, folder, meant)

"""What stands beside each formula is what LibreOffice reckons: nobody sees other numbers before and after."""

import re
import subprocess
import zipfile
from io import BytesIO
from math import isclose
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.document import Document
from models.forms import forms, with_form
from models.relation import relations
from models.report import Report
from tests.exporters.workbook.near_misses import near_misses
from tests.exporters.workbook.reports import made_up, packed, packed_document, with_checks, with_relations
from tests.the_sample import sample_report

_VALUE_OF_FORMULA = re.compile(r"(</f>)<v>[^<]*</v>")
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
Values = dict[tuple[str, str], object]


@pytest.mark.needs("soffice")
def test_every_formula_has_the_value_that_libreoffice_reckons(tmp_path: Path) -> None:
    sample = sample_report()
    for form in forms():
        sample = with_form(sample, form, True)
    files = {"sample": packed(sample), "relations": packed_document(with_relations())}
    files |= {f"made-{seed}": packed(made_up(seed)) for seed in range(1)}
    files |= {f"near-{seed}": packed_document(_all_checked(near_misses(seed))) for seed in range(2)}

    reckoned = _reckoned(files, tmp_path)

    for name, content in files.items():
        formulas, cached = _formulas(content), _values(content)
        found = _values(reckoned[name])
        assert len(formulas) > 20
        assert [at for at in formulas if str(found.get(at, "")).startswith(("#", "Err"))] == []
        assert {
            at: (formulas[at], found.get(at)) for at in formulas if not _same(cached[at], found.get(at))
        } == {}


def _all_checked(report: Report) -> Document:
    return with_checks(report, relations().values())


def _reckoned(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files as LibreOffice saves them, the values beside their formulas taken out before."""
    for name, content in files.items():
        (folder / f"{name}.xlsx").write_bytes(_without_values(content))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    command += ["--outdir", f"{folder}/reckoned", *(f"{folder}/{name}.xlsx" for name in files)]
    subprocess.run(command, check=True, capture_output=True)
    return {name: (folder / "reckoned" / f"{name}.xlsx").read_bytes() for name in files}


def _without_values(content: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(
                name, _VALUE_OF_FORMULA.sub(r"\1", text.decode()) if _SHEET.fullmatch(name) else text
            )
    return target.getvalue()


def _formulas(content: bytes) -> dict[tuple[str, str], str]:
    book = load_workbook(BytesIO(content))
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in book
        for row in sheet
        for cell in row
        if cell.data_type == "f"
    }


def _values(content: bytes) -> Values:
    book = load_workbook(BytesIO(content), data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet for cell in row}


def _same(cached: object, found: object) -> bool:
    if isinstance(cached, int | float) and isinstance(found, int | float):
        return isclose(cached, found, rel_tol=1e-12, abs_tol=1e-12)
    return (cached or "") == (found or "") if cached != 0 and found != 0 else cached == found

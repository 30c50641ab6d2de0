"""The main job runs where there is neither network nor screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def without_network(*command: str) -> list[str]:
    """The command in a network namespace of its own, which has not even a loopback address."""
    return ["unshare", "--map-root-user", "--net", *command]


@pytest.fixture
def isolated() -> None:
    """Leave the test out where the kernel allows no namespaces."""
    if subprocess.run(without_network("true"), capture_output=True, check=False).returncode:
        pytest.skip("the kernel allows no network namespace here")


@pytest.mark.needs("unshare")
@pytest.mark.usefixtures("isolated")
def test_demo_writes_four_files_without_network_and_screen(tmp_path: Path) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    environment.pop("QT_QPA_PLATFORM", None)

    ended = subprocess.run(
        without_network(sys.executable, "main.py", "--json", "demo", "--to", str(tmp_path)),
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip

    files = [Path(name) for name in json.loads(ended.stdout)["files"]]
    assert sorted(file.suffix for file in files) == [".docx", ".pdf", ".txt", ".xlsx"]
    assert "Traceback" not in ended.stderr


@pytest.mark.needs("soffice")
def test_libreoffice_a_pdf_reader_and_openpyxl_open_the_files_of_the_demo(tmp_path: Path) -> None:
    from openpyxl import load_workbook
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    from actions.exporting import export_report
    from tests.the_sample import sample_report

    docx, pdf, xlsx = export_report(sample_report(), tmp_path, ["docx", "pdf", "xlsx"]).files

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for file in (docx, xlsx):
        subprocess.run(
            ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path / "lo"), str(file)],
            capture_output=True, check=True, timeout=180,
        )  # fmt: skip
        converted = tmp_path / "lo" / file.with_suffix(".pdf").name
        with PdfDocument(converted) as document:
            assert "法治政府建设" in document[0].get_textpage().get_text_range()
        converted.unlink()
    with PdfDocument(pdf) as document:
        assert len(document) > 5
    sheets = load_workbook(xlsx).worksheets
    assert any(cell.value == 164 for sheet in sheets for row in sheet.iter_rows() for cell in row)

"""The layout report as clerks get it: with every export that writes a PDF, measured on the file itself."""

from pathlib import Path

import pytest

from actions.exporting import export_report
from actions.layout_report import layout_notes, layout_report
from actions.page_rules import page_rules
from models.compose import compose
from models.errors import UserError
from models.template import template
from tests.exporters.fonts.made_fonts import made_font, save
from tests.exporters.measuring.drawing import drawn, number, paragraph
from tests.the_sample import sample_report


def test_an_export_with_a_pdf_reports_what_was_measured_on_that_file(tmp_path: Path) -> None:
    exported = export_report(sample_report(), tmp_path, ["txt", "pdf"])

    assert exported.layout
    document = compose(sample_report(), template(sample_report().template))
    assert exported.layout == layout_report(exported.files[1].read_bytes(), document=document)
    assert exported.layout.failed == ()


def test_a_paper_in_fonts_of_the_pc_is_measured_against_those(tmp_path: Path) -> None:
    for family, chinese in (("KaiTi", "楷体"), ("SimHei", "黑体")):
        save(made_font(family, chinese=chinese), tmp_path / "字体" / f"{family}.ttf")
    rules = page_rules(None, font_folder=tmp_path / "字体")

    layout = export_report(sample_report(), tmp_path, ["pdf"], rules=rules).layout
    assert layout
    assert layout.failed == ()
    bundled = layout_report(next(tmp_path.glob("*.pdf")).read_bytes())
    assert {"headings", "body"} & {one.id for one in bundled.failed}


def test_an_export_without_a_pdf_measures_nothing(tmp_path: Path) -> None:
    assert export_report(sample_report(), tmp_path, ["txt"]).layout is None


def test_a_pdf_that_does_not_read_back_is_said_so_and_the_export_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = sample_report()
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: b"cut off" if path.suffix == ".pdf" else read(path))
    exported = export_report(report, tmp_path, ["pdf"])

    assert exported.layout is None
    assert any("读不出来" in note for note in exported.notes)
    assert exported.files[0].is_file()


def test_notes_are_the_summary_and_the_rules_that_are_broken() -> None:
    notes = list(layout_notes(layout_report(drawn([*paragraph(3), number(1).moved(0, 3)]))))

    assert notes[0].startswith("版面实测：1面")
    assert [note[:1] for note in notes[1:]] == ["✗"]
    assert "10 mm" in notes[1]


def test_bytes_that_are_no_pdf_are_refused() -> None:
    with pytest.raises(UserError, match="读不出来"):
        layout_report(b"")

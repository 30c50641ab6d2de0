"""The public version: written under its own name, stopped by what the public must not read, until that is accepted."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from actions.exporting import export_report
from actions.publishing import disclosure
from exporters import default_formats
from models.errors import DisclosureError
from models.report import Attachment, Report, Section, Stage
from tests.the_sample import sample_report

EVERY = default_formats(is_public=True)


@pytest.fixture(scope="module")
def sample() -> Report:
    return sample_report()


def with_text(report: Report, *paragraphs: str) -> Report:
    return report.with_section(Section("other", "其他需要报告的情况", paragraphs))


def test_the_sample_has_nothing_to_hide(sample: Report) -> None:
    assert disclosure(sample) == ()


def test_all_formats_are_written_under_a_name_of_their_own(sample: Report, tmp_path: Path) -> None:
    internal = export_report(sample, tmp_path, ["txt"]).files[0]
    before = internal.read_bytes()

    files = export_report(sample, tmp_path, EVERY, overwrite=True, is_public=True).files

    assert [file.name for file in files] == [f"{internal.stem}（公开版）.{key}" for key in EVERY]
    assert internal.read_bytes() == before


def test_no_file_shows_what_is_for_the_inside(sample: Report, tmp_path: Path) -> None:
    letterhead = replace(
        sample.letterhead,
        signatories=("周明远",),
        urgency="特急",
        copy_number="000007",
        notes="此件公开发布；联系人：林知秋，电话0371-65501234",
    )
    report = replace(sample, letterhead=letterhead, stage=Stage.REVIEW)

    exported = export_report(report, tmp_path, EVERY, is_public=True)

    _, pdf, xlsx, txt, page = exported.files
    with PdfDocument(pdf) as document:
        pdf_text = "".join(leaf.get_textpage().get_text_range() for leaf in document)
    cells = "".join(
        str(cell.value) for sheet in load_workbook(xlsx) for row in sheet.iter_rows() for cell in row
    )
    shown = "".join((pdf_text, cells, txt.read_text(encoding="utf-8"), page.read_text(encoding="utf-8")))
    for word in ("周明远", "特急", "000007", "林知秋", "65501234", "送审稿", "来源单位"):
        assert word not in shown
    assert "此件公开发布" in shown
    assert any("附注" in note and "此件公开发布" in note for note in exported.notes)


def test_personal_data_and_secrecy_words_stop_it_and_are_named_with_their_places(
    sample: Report, tmp_path: Path
) -> None:
    report = with_text(sample, "当事人410105197806150027。", "内部资料，注意保管。")
    report = replace(report, attachments=(*report.attachments, Attachment("名单", ("问13800138000",))))

    with pytest.raises(DisclosureError) as stopped:
        export_report(report, tmp_path / "公开", EVERY, is_public=True)

    said = str(stopped.value)
    assert stopped.value.places == (
        "“410105197806150027”（五、）",
        "“13800138000”（附件2）",
        "“内部资料”（五、）",
        "“注意保管”（五、）",
    )
    assert all(place in said for place in stopped.value.places)
    assert "什么也没有写入" in said
    assert "\n" not in said
    assert not (tmp_path / "公开").exists()


def test_of_many_places_a_handful_is_named_and_all_are_counted(sample: Report, tmp_path: Path) -> None:
    report = with_text(sample, *(f"问1380013800{digit}" for digit in range(7)))

    with pytest.raises(DisclosureError, match="等7处") as stopped:
        export_report(report, tmp_path, ["txt"], is_public=True)

    assert "13800138003" in str(stopped.value)
    assert "13800138004" not in str(stopped.value)
    assert len(stopped.value.places) == 7


def test_what_is_accepted_goes_on(sample: Report, tmp_path: Path) -> None:
    report = with_text(sample, "监督电话：0371-6550123。")

    [file] = export_report(report, tmp_path, ["txt"], is_public=True, accepts_disclosure=True).files

    assert "0371-6550123" in file.read_text(encoding="utf-8")


def test_an_internal_paper_is_never_stopped(sample: Report, tmp_path: Path) -> None:
    report = with_text(sample, "问13800138000，内部资料。")

    assert export_report(report, tmp_path, ["txt"]).files


@pytest.mark.parametrize("changes", [{"secrecy": "秘密"}, {"disclosure": "不予公开"}])
def test_a_secret_paper_does_not_become_public_by_losing_its_mark(
    sample: Report, tmp_path: Path, changes: dict[str, str]
) -> None:
    report = replace(sample, letterhead=replace(sample.letterhead, **changes))  # type: ignore[arg-type]

    with pytest.raises(DisclosureError, match=r"文头“(密级|公开属性)”"):
        export_report(report, tmp_path, ["txt"], is_public=True)


def test_what_the_public_version_leaves_out_does_not_stop_it(sample: Report, tmp_path: Path) -> None:
    figure = replace(
        sample.figure("fy_apply"), note="问13800138000", evidence="内部资料", department="复议科"
    )
    letterhead = replace(sample.letterhead, notes="联系电话：13800138000", signatories=("王某13800138000",))
    report = replace(sample.with_figure(figure), letterhead=letterhead)

    assert disclosure(report) == ()
    notes = export_report(report, tmp_path, ["txt"], is_public=True).notes
    assert any("没有印" in note and "联系电话" in note for note in notes)


def test_a_stage_asked_for_is_not_printed_and_that_is_said(sample: Report, tmp_path: Path) -> None:
    exported = export_report(sample, tmp_path, ["txt"], Stage.REVIEW, is_public=True)

    assert "送审稿" not in exported.files[0].read_text(encoding="utf-8")
    assert any("送审稿" in note for note in exported.notes)

"""Each paper that leaves the program is a version first, and where no paper came to be there is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from actions.exporting import export_stored
from models.errors import DisclosureError, UnknownReportError, UserError
from models.report import Report, Stage
from models.store import Store
from models.version import Occasion
from tests.drafts import put
from tests.the_sample import sample_report

REPORT = sample_report()


def said_on(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")


def test_without_a_stage_the_state_is_kept_and_stays_a_draft(
    store: Store, report_id: str, tmp_path: Path
) -> None:
    exported = export_stored(store, report_id, tmp_path, ["txt"])

    assert store.versions(report_id) == (exported.version,)
    assert exported.version.kind == Occasion.EXPORT
    assert store.load_version(report_id, 1) == store.load(report_id) == REPORT


@pytest.mark.parametrize("stage", [Stage.COMMENT, Stage.REVIEW, Stage.FINAL])
def test_a_stage_is_frozen_and_its_paper_says_so(
    store: Store, report_id: str, tmp_path: Path, stage: Stage
) -> None:
    exported = export_stored(store, report_id, tmp_path, ["txt"], stage)

    assert (exported.version.kind, exported.version.ordinal) == (str(stage), 1)
    assert store.load(report_id) == store.load_version(report_id, 1) == replace(REPORT, stage=stage)
    assert (f"（{stage}）" in said_on(exported.files[0])) or stage is Stage.FINAL


def test_the_same_content_exported_again_makes_no_second_version(
    store: Store, report_id: str, tmp_path: Path
) -> None:
    first, second = (export_stored(store, report_id, tmp_path, ["txt"], Stage.REVIEW) for _ in range(2))
    plain = export_stored(store, report_id, tmp_path, ["txt"])

    assert first.version == second.version == plain.version
    assert len(store.versions(report_id)) == 1


def test_an_edit_after_a_final_export_leaves_what_was_exported(
    store: Store, report_id: str, tmp_path: Path
) -> None:
    exported = export_stored(store, report_id, tmp_path, ["txt"], Stage.FINAL)
    put(store, report_id, replace(store.load(report_id), preamble=("改了。",)))

    again = export_stored(store, report_id, tmp_path, ["txt"], Stage.FINAL)

    assert (exported.version.label, again.version.label) == ("定稿 第1稿", "定稿 第2稿")
    assert store.load_version(report_id, exported.version.number).preamble == REPORT.preamble


def test_a_public_version_freezes_no_stage(store: Store, report_id: str, tmp_path: Path) -> None:
    exported = export_stored(store, report_id, tmp_path, ["txt"], Stage.FINAL, is_public=True)

    assert exported.version.kind == Occasion.EXPORT
    assert store.load(report_id).stage is Stage.DRAFT


def test_where_nothing_could_be_written_there_is_no_version(
    store: Store, report_id: str, tmp_path: Path
) -> None:
    file = tmp_path / "不是文件夹"
    file.touch()

    for stage in (None, Stage.REVIEW):
        with pytest.raises(UserError, match="什么也没有写入"):
            export_stored(store, report_id, file, ["txt"], stage)

    assert store.versions(report_id) == ()
    assert store.load(report_id) == REPORT


def test_a_public_version_that_is_stopped_leaves_no_version(store: Store, tmp_path: Path) -> None:
    report_id = store.create(Report(2025, "county-regulation", preamble=("请拨打13800138000。",)))

    with pytest.raises(DisclosureError):
        export_stored(store, report_id, tmp_path, ["txt"], is_public=True)

    assert store.versions(report_id) == ()


def test_a_report_that_is_not_there_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownReportError):
        export_stored(store, "7", tmp_path, ["txt"])

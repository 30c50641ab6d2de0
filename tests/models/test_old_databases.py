"""A file of every earlier program opens, with nothing missing. The files were written by those programs."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from models.database import file_in
from models.migrations import VERSION
from models.report import Stage
from models.store import Store
from tests.the_sample import sample_report

FILES = sorted((Path(__file__).parent / "old_databases").glob("*.db"))


@pytest.fixture(params=FILES, ids=[file.stem for file in FILES])
def old(request: pytest.FixtureRequest, data_dir: Path) -> Path:
    data_dir.mkdir(parents=True)
    shutil.copy(request.param, file_in(data_dir))
    return request.param


def test_there_is_a_file_of_every_earlier_version() -> None:
    assert [file.stem for file in FILES] == [str(version) for version in range(1, VERSION)]


def test_a_form_saved_under_an_old_schema_opens_and_loses_no_answer(old: Path, data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        sample, other = store.load("1"), store.load("2")
        versions = store.versions("1") + store.versions("2")
        reports = [store.load_version(one, 1) for one in ("1", "2")] if versions else []

    is_signed = old.stem != "1"
    assert sample.preamble == sample_report().preamble
    assert [one.key for one in sample.sections] == [one.key for one in sample_report().sections]
    assert len(sample.figures) > 40
    assert all(one.value for one in sample.figures)
    assert sample.stage is (Stage.REVIEW if is_signed else Stage.DRAFT)
    assert other.section("plan").paragraphs == ("明年继续。",)
    assert [one.kind for one in versions] == (["送审稿", "自动"] if is_signed else [])
    assert reports == ([sample, other] if is_signed else [])


def test_an_old_file_can_be_written_to(old: Path, data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.edit("2", lambda stored: replace(stored, preamble=("新写的。",)))
        signed = store.keep("2", Stage.FINAL)

        assert signed in store.versions("2")
        assert store.load_version("2", signed.number).preamble == ("新写的。",)

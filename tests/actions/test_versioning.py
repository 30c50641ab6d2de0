"""History for the clerk: what differs, a version by number or code, a restore that wipes nothing."""

from dataclasses import replace

import pytest

from actions.versioning import (
    as_new_report,
    compared,
    find_papers,
    restore,
    since_signed,
    version_called,
)
from models.errors import UnknownReportError, UserError
from models.letterhead import Letterhead
from models.report import Report, Section, Stage
from models.store import Store
from models.version import Occasion
from tests.drafts import put

REPORT = Report(
    2025,
    "county-regulation",
    letterhead=Letterhead(organs=("青河县人民政府",), title="青河县报告"),
    preamble=("现将有关情况报告如下。",),
    sections=(Section("plan", "主要安排", ("办结复议案件。",)),),
)
ADDED = replace(REPORT, preamble=("现将有关情况报告如下。", "又加一段。"))


class TestComparing:
    def test_another_stage_alone_is_no_difference(self) -> None:
        found = compared(replace(REPORT, stage=Stage.REVIEW), REPORT)

        assert (found.changes, found.characters, found.words) == ((), 0, "没有不同")

    def test_places_and_characters_are_counted(self) -> None:
        found = compared(REPORT, ADDED)

        assert len(found.changes) == 1
        assert found.characters == len("又加一段。")
        assert found.words == "改了 1 处、5 字"


class TestSinceSigned:
    def test_nothing_was_signed_off_yet(self, store: Store, report_id: str) -> None:
        store.keep(report_id, Occasion.NAMED, "自己存的")

        assert since_signed(store, report_id, REPORT) is None

    def test_it_is_counted_from_the_last_stage(self, store: Store, report_id: str) -> None:
        store.keep(report_id, Stage.COMMENT)
        put(store, report_id, ADDED)
        signed = store.keep(report_id, Stage.REVIEW)
        store.keep(report_id, Occasion.NAMED, "自己存的")

        found = since_signed(store, report_id, replace(ADDED, preamble=()))

        assert found is not None
        assert found.version == signed
        assert found.compared.characters == len("".join(ADDED.preamble))


class TestCalling:
    def test_a_version_is_called_by_its_number_or_the_code_on_its_paper(
        self, store: Store, report_id: str
    ) -> None:
        first = store.keep(report_id, Stage.REVIEW)
        put(store, report_id, ADDED)
        store.keep(report_id, Stage.REVIEW)

        typed = "".join(chr(ord(one) + 0xFEE0) for one in first.hash[:6].upper())  # full-width
        for called in ("1", first.hash[:4], first.short_hash, f" {first.hash} ", typed):
            assert version_called(store, report_id, called) == first

    @pytest.mark.parametrize("called", ["9", "abc", "zzzz", "", "%%%%"])
    def test_one_that_is_not_there_is_said(self, store: Store, report_id: str, called: str) -> None:
        store.keep(report_id, Stage.REVIEW)

        with pytest.raises(UserError, match="什么也没有改动"):
            version_called(store, report_id, called)

    def test_two_versions_of_one_content_are_one_code(self, store: Store, report_id: str) -> None:
        code = store.keep(report_id, Occasion.NAMED, "甲").hash
        again = store.keep(report_id, Occasion.NAMED, "乙")

        assert version_called(store, report_id, code[:8]) == again


class TestFindingPapers:
    def test_a_paper_of_another_report_is_found_with_its_title(self, store: Store, report_id: str) -> None:
        other = store.create(replace(ADDED, year=2024))
        signed = store.keep(other, Stage.REVIEW)

        (found,) = find_papers(store, signed.short_hash)

        assert (found.report_id, found.title, found.year, found.version, found.is_trashed) == (
            other, "青河县报告", 2024, signed, False,
        )  # fmt: skip

    def test_one_in_the_trash_is_found_and_said_to_be_there(self, store: Store, report_id: str) -> None:
        signed = store.keep(report_id, Stage.REVIEW)
        store.trash(report_id)

        assert [one.is_trashed for one in find_papers(store, signed.hash)] == [True]

    def test_too_short_a_code_is_refused(self, store: Store) -> None:
        with pytest.raises(UserError, match="至少写4个字符"):
            find_papers(store, "3f9")


class TestRestoreWipesNoNewWork:
    def test_what_stood_there_becomes_a_version_that_is_said(self, store: Store, report_id: str) -> None:
        old = store.keep(report_id, Stage.REVIEW)
        put(store, report_id, ADDED)

        done = restore(store, report_id, old.short_hash)

        assert done.version == old
        assert store.load(report_id) == replace(REPORT, stage=Stage.REVIEW)
        assert done.kept.kind == Occasion.RESTORE
        assert store.load_version(report_id, done.kept.number) == ADDED

    def test_restoring_can_be_taken_back_by_restoring(self, store: Store, report_id: str) -> None:
        store.keep(report_id, Occasion.NAMED, "甲")
        put(store, report_id, ADDED)
        done = restore(store, report_id, "1")

        restore(store, report_id, str(done.kept.number))

        assert store.load(report_id) == ADDED

    def test_a_report_that_is_not_there_is_said(self, store: Store) -> None:
        with pytest.raises(UnknownReportError):
            restore(store, "7", "1")

    def test_as_a_new_report_it_leaves_the_old_one_alone(self, store: Store, report_id: str) -> None:
        store.keep(report_id, Stage.REVIEW)
        put(store, report_id, ADDED)

        made = as_new_report(store, report_id, 1)

        assert store.load(made) == REPORT  # a draft: nobody has signed the new one
        assert store.load(report_id) == ADDED
        assert store.versions(made) == ()


def test_of_a_word_that_grew_only_what_was_added_is_counted() -> None:
    old, new = (replace(REPORT, preamble=(words,)) for words in ("APPEND。", "APPENDLATER。"))

    assert compared(old, new).characters == len("LATER")

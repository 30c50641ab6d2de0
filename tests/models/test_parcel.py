"""A report with its history as one file: it comes back as it was, and whatever is not sound is refused in words."""

import json
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import parcel
from models.archive import Archive, report_in
from models.errors import UserError
from models.parcel import NeedsPasswordError, packed, unpacked
from models.parcel_content import TornError, from_written, to_written
from models.password_seal import CIPHER, Lock, WrongPasswordError, new_lock, opened, sealed
from models.report import Item, Report, Section, Stage
from models.store import Store
from models.version import Version, canonical, content_hash, written_content
from tests.drafts import put
from tests.strategies import FEW, REPORTS

CHEAP = 2**10
"""scrypt's n in tests: a password takes two milliseconds to try instead of half a second."""
OLD = Path(__file__).parent / "old_parcels"
REPORT = Report(
    2025, "county-regulation", sections=(Section("plan", "安排", (), (Item("学法", ("全年4次。",)),)),)
)


def version_of(report: Report, number: int = 1, kind: str = "自动", name: str = "") -> tuple[Version, str]:
    written = written_content(report)
    time = datetime(2026, 1, 1, tzinfo=UTC).astimezone() + timedelta(minutes=number)
    return Version(number, kind, name, time, content_hash(written), 1, 4, -1), written


ARCHIVE = Archive(
    "0123abcd", REPORT, (version_of(REPORT), version_of(replace(REPORT, year=2024), 3, "送审稿"))
)


def rehashed(file: bytes) -> bytes:
    """A parcel that somebody changed who knows how it is made."""
    return file[:-32] + sha256(file[:-32]).digest()


def plain(content: bytes, header: bytes = b"{}", number: int = 1) -> bytes:
    """A parcel by hand."""
    start = b"\x89FZNB\r\n\x1a" + number.to_bytes(2, "big") + len(header).to_bytes(4, "big") + header
    return rehashed(start + content + bytes(32))


class TestRoundTrip:
    @settings(FEW, max_examples=12)
    @given(REPORTS, st.lists(REPORTS, max_size=2), st.sampled_from(["", "密码 1"]))
    def test_any_report_comes_back_with_its_versions(
        self, report: Report, earlier: list[Report], password: str
    ) -> None:
        versions = tuple(version_of(one, number) for number, one in enumerate(earlier, start=1))
        archive = Archive("", report, versions)

        assert unpacked(packed(archive, password, cost=CHEAP), password) == archive

    def test_the_same_report_is_the_same_file(self) -> None:
        assert packed(ARCHIVE) == packed(ARCHIVE)
        assert packed(ARCHIVE, "a", cost=CHEAP) != packed(ARCHIVE, "a", cost=CHEAP)

    def test_what_versions_share_stands_in_the_file_once(self) -> None:
        long = replace(REPORT, preamble=("".join(map(chr, range(0x4E00, 0x5200))),))
        many = tuple(version_of(replace(long, year=1900 + number), number) for number in range(1, 200))

        assert len(packed(Archive("", long, many))) < 10 * len(packed(Archive("", long)))

    def test_a_version_of_an_earlier_program_keeps_the_hash_on_its_papers(self, tmp_path: Path) -> None:
        content = {key: value for key, value in json.loads(written_content(REPORT)).items() if key != "forms"}
        written = canonical(content)
        version = replace(version_of(REPORT)[0], hash=content_hash(written))
        archive = unpacked(packed(Archive("", REPORT, ((version, written),))))

        with Store.open(tmp_path) as store:
            report_id = store.take_in(archive)

            assert store.load_version(report_id, 1) == REPORT
            assert store.find_version(version.short_hash) == ((report_id, 1),)
            assert store.archive(report_id) == replace(archive, uid=store.archive(report_id).uid)

    @pytest.mark.parametrize("file", sorted(OLD.glob("*.fznb")), ids=lambda file: file.stem)
    def test_a_file_of_every_earlier_program_can_be_read(self, file: Path) -> None:
        archive = unpacked(file.read_bytes(), "云岭县")

        assert archive.report.section("plan").items[0].paragraphs == ("全年4次。",)
        assert [(one.kind, report_in(written).year) for one, written in archive.versions] == [
            ("自动", 2025),
            ("送审稿", 2024),
        ]

    def test_there_are_files_of_both_kinds_of_every_format(self) -> None:
        assert {file.stem for file in OLD.glob("*.fznb")} >= {"1", "1-密码"}


class TestDamage:
    @pytest.mark.parametrize("password", ["", "密码"])
    def test_every_single_flipped_byte_is_noticed(self, password: str) -> None:
        file = packed(ARCHIVE, password, cost=CHEAP)

        for at in range(len(file)):
            with pytest.raises(UserError, match="什么也没有放进来"):
                unpacked(file[:at] + bytes([file[at] ^ 1 << at % 8]) + file[at + 1 :], password)

    @pytest.mark.parametrize("password", ["", "密码"])
    def test_a_file_that_was_not_copied_whole_is_noticed(self, password: str) -> None:
        file = packed(ARCHIVE, password, cost=CHEAP)

        for length in range(len(file)):
            with pytest.raises(UserError, match="什么也没有放进来"):
                unpacked(file[:length], password)
        with pytest.raises(UserError, match="没有拷完整"):
            unpacked(file + b"\0", password)

    def test_who_changes_a_sealed_parcel_on_purpose_is_found_out(self) -> None:
        file = packed(ARCHIVE, "密码", cost=CHEAP)

        for at in range(14, len(file) - 32, 13):
            changed = rehashed(file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :])
            with pytest.raises(UserError, match="什么也没有放进来"):
                unpacked(changed, "密码")

    @pytest.mark.parametrize(
        ("file", "words"),
        [
            (b"", "没有拷完整"),
            (bytes(4096), "没有拷完整"),
            (b"PK\x03\x04docx", "导入 Word/文本"),
            (b"SQLite format 3\0", "数据备份"),
            ("一、主要举措".encode(), ".fznb"),
            (packed(ARCHIVE).replace(b"\r\n", b"\n"), "没有拷完整"),
            (plain(zlib.compress(b"{}"), number=2), "先升级"),
            (plain(b"", b'{"cipher":"another"}'), "先升级"),
            (plain(zlib.compress(b"{}")), "损坏"),
            (plain(zlib.compress(b"[" * 100_000)), "损坏"),
            (plain(zlib.compress(b'{"uid":' + b"9" * 10_000 + b"}")), "损坏"),
            (plain(zlib.compress(to_written(ARCHIVE)) + b"more"), "损坏"),
            (plain(zlib.compress(to_written(ARCHIVE))[:-4]), "损坏"),
            (plain(b"", b"[" * 4000), "损坏"),
        ],
        ids=range(14),
    )
    def test_what_is_no_sound_parcel_is_refused_in_words(self, file: bytes, words: str) -> None:
        with pytest.raises(UserError, match=words) as refused:
            unpacked(file, "密码")

        assert str(refused.value).count("。") == 1

    def test_a_few_bytes_that_swell_to_gigabytes_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parcel, "_MOST_CONTENT", 2**20)

        with pytest.raises(UserError, match="大得不合常理"):
            unpacked(plain(zlib.compress(bytes(2**20 + 1))))

    @pytest.mark.parametrize(
        "numbers",
        [{"n": 2**30}, {"n": 2**17, "r": 32}, {"p": 99}, {"n": 1000}, {"n": -1}, {"r": True}, {"r": 2.0}],
    )
    def test_a_lock_that_would_take_hours_is_not_tried(self, numbers: dict[str, object]) -> None:
        told = {"cipher": CIPHER, "n": CHEAP, "r": 8, "p": 1, "salt": "00" * 16, "nonce": "00" * 12}
        header = json.dumps(told | numbers).encode()

        with pytest.raises(UserError, match="大得不合常理"):
            unpacked(plain(bytes(64), header), "密码")

    @pytest.mark.parametrize(
        "change",
        [
            {"uid": "../.."},
            {"uid": 7},
            {"updated": "昨天"},
            {"values": []},
            {"versions": 5},
            {"report": {"year": 0}, "values": [10**12]},
            {"report": {"year": -1}},
            {"report": {}},
        ],
        ids=str,
    )
    def test_content_that_does_not_fit_together_is_refused(self, change: dict[str, object]) -> None:
        told = json.loads(to_written(ARCHIVE))

        with pytest.raises(TornError):
            from_written(json.dumps(told | change).encode())

    @pytest.mark.parametrize(
        "change",
        [
            {"hash": "0" * 64},
            {"number": 3},
            {"number": "1"},
            {"number": 2**70},
            {"time": "一点"},
            {"name": "\ud800"},
            {"kind": None},
        ],
        ids=str,
    )
    def test_a_version_that_is_not_what_it_says_is_refused(self, change: dict[str, object]) -> None:
        told = json.loads(to_written(ARCHIVE))
        told["versions"][0] |= change

        with pytest.raises(TornError):
            from_written(json.dumps(told).encode())

    @pytest.mark.parametrize(
        "change",
        [{"letterhead.seal": "电子"}, {"stage": "已公开"}, {"section.plan": {"title": "安排", "tint": 3}}],
    )
    def test_what_a_newer_program_wrote_and_this_one_would_lose_is_not_taken(
        self, change: dict[str, object]
    ) -> None:
        told = json.loads(to_written(Archive("", REPORT)))
        content = {key: told["values"][place] for key, place in told["report"].items()} | change
        told |= {"values": list(content.values()), "report": {key: at for at, key in enumerate(content)}}

        with pytest.raises(UserError, match="先升级"):
            unpacked(plain(zlib.compress(json.dumps(told).encode())))

    def test_a_field_that_an_earlier_program_did_not_know_is_empty(self) -> None:
        told = json.loads(to_written(Archive("", REPORT)))
        del told["report"]["forms"]

        assert from_written(json.dumps(told).encode()).report == REPORT

    def test_versions_that_swell_to_gigabytes_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("models.parcel_content._MOST_TEXT", 1000)

        with pytest.raises(TornError):
            from_written(to_written(ARCHIVE))

    def test_what_could_not_be_opened_again_is_not_packed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parcel, "_MOST_CONTENT", 1000)

        with pytest.raises(UserError, match="没有打包"):
            packed(ARCHIVE)


class TestPassword:
    def test_only_the_password_opens_it(self) -> None:
        file = packed(ARCHIVE, "云岭Ａb1", cost=CHEAP)

        with pytest.raises(NeedsPasswordError, match="设了密码"):
            unpacked(file)
        for wrong in ("云岭Ab1", "云岭Ａb1 ", "x"):
            with pytest.raises(WrongPasswordError, match="密码不对，或文件已被改动"):
                unpacked(file, wrong)
        assert unpacked(file, "云岭Ａb1") == ARCHIVE

    def test_a_password_is_the_same_however_its_letters_are_composed(self) -> None:
        assert unpacked(packed(ARCHIVE, "caf\u00e9", cost=CHEAP), "cafe\u0301") == ARCHIVE

    def test_nothing_of_the_report_can_be_read_without_it(self) -> None:
        header = packed(ARCHIVE, "密码", cost=CHEAP)[14:].split(b"}")[0]

        assert set(json.loads(header + b"}")) == {"cipher", "n", "r", "p", "salt", "nonce"}

    def test_another_header_does_not_open(self) -> None:
        lock = new_lock(CHEAP)
        content = sealed(b"text", "a", lock, b"head")

        assert opened(content, "a", lock, b"head") == b"text"
        for password, other, header in (
            ("b", lock, b"head"),
            ("a", lock, b"tail"),
            ("a", Lock(lock.salt, bytes(12), CHEAP), b"head"),
            ("", lock, b"head"),
        ):
            with pytest.raises(WrongPasswordError):
                opened(content, password, other, header)

    def test_the_usual_lock_can_be_opened_again(self) -> None:
        assert new_lock().is_sane


def test_a_report_from_a_store_comes_into_another_with_everything(data_dir: Path, tmp_path: Path) -> None:
    with Store.open(data_dir) as store, Store.open(tmp_path / "另一台") as other:
        report_id = store.create(REPORT)
        store.keep(report_id, Stage.REVIEW, "送县长")
        put(store, report_id, replace(REPORT, year=2026))
        archive = store.archive(report_id)

        taken = other.take_in(unpacked(packed(archive)))

        assert other.archive(taken) == archive
        assert other.versions(taken) == store.versions(report_id)

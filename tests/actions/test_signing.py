"""签批: a version and its papers come together, whole, or neither comes."""

import re
import threading
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

import checks
from actions.ignoring import with_ignored
from actions.signing import SignedOff, pack, pack_files, sign_off
from actions.signoff_papers import figures_paper, findings_paper, place_words, report_paper
from checks import Finding, Level
from models.document import Group, Table
from models.errors import UnknownReportError, UserError
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section, Stage
from models.signoff_sheet import Drafting
from models.store import Store
from models.template import template
from models.version import Plan
from tests.drafts import put
from tests.the_sample import sample_report

REPORT = Report(
    2026,
    "county-regulation",
    letterhead=Letterhead(organs=("青河县人民政府",), date="2027年2月9日"),
    sections=(
        Section("measures", "主要举措和成效", items=(Item("规范执法", ("办结{{fy_apply}}件。",)),)),
        Section("plan", "主要安排"),
    ),
    figures=(Figure("fy_apply", Quantity.parse("180")),),
)
PAPERS = ["1发文稿纸", "2送审稿", "3校对报告", "4数据表", "5签批材料"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "签批"


def texts(file: Path | bytes) -> list[str]:
    """The text of every page, without blanks."""
    document = pypdfium2.PdfDocument(file if isinstance(file, bytes) else file.read_bytes())
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def assert_nothing_happened(store: Store, report_id: str, before: Report = REPORT) -> None:
    assert store.versions(report_id) == ()
    assert store.load(report_id) == before


class TestPack:
    def test_it_is_the_sheet_the_paper_and_what_lies_under_them(
        self, store: Store, report_id: str, folder: Path
    ) -> None:
        signed = sign_off(store, report_id, folder)

        title = "青河县人民政府关于2026年度法治政府建设情况的报告"
        assert [file.name for file in signed.files] == [f"{title} {name}.pdf" for name in PAPERS]
        assert sorted(folder.iterdir()) == sorted(signed.files)
        sheet, paper, findings, figures, joined = map(texts, signed.files)
        assert len(sheet) == 1
        assert sheet[0].startswith("青河县人民政府发文稿纸签发：会签：")
        assert "（送审稿）" in paper[0]
        assert "没有填写主送机关" in "".join(findings)
        assert "行政复议" in "".join(figures)
        assert [page for page in joined if page] == [*sheet, *paper, *findings, *figures]

    def test_who_drafted_it_stands_on_the_sheet(self, store: Store, report_id: str, folder: Path) -> None:
        signed = sign_off(store, report_id, folder, Drafting("王一", "青河县司法局"))

        assert "拟稿部门青河县司法局拟稿人及时间王一年月日" in texts(signed.files[0])[0]

    def test_every_page_of_every_paper_names_the_version_it_shows(
        self, store: Store, report_id: str, folder: Path
    ) -> None:
        signed = sign_off(store, report_id, folder)

        assert signed.version.trace == f"送审稿 第1稿 · {signed.version.hash[:10]}"
        trace = "".join(signed.version.trace.split())
        assert [text.count(trace) for file in signed.files for text in texts(file) if text] == [1] * 8

    def test_the_sample_is_signed_off_whole(self, store: Store, folder: Path) -> None:
        signed = sign_off(store, store.create(sample_report()), folder)

        assert "没有发现问题" in texts(signed.files[2])[0]
        assert len(texts(signed.files[0])) == 1
        assert signed.notes == ()

    def test_a_character_that_no_font_has_is_named(self, store: Store, folder: Path) -> None:
        rare = replace(REPORT, preamble=("骰🀄",))

        assert "“🀄”" in sign_off(store, store.create(rare), folder).notes[0]


class TestVersion:
    def test_the_stored_report_and_the_version_are_at_the_stage_of_review(
        self, store: Store, report_id: str, folder: Path
    ) -> None:
        signed = sign_off(store, report_id, folder)

        assert store.versions(report_id) == (signed.version,)
        assert (signed.version.number, signed.version.kind) == (1, "送审稿")
        assert (
            store.load(report_id) == store.load_version(report_id, 1) == replace(REPORT, stage=Stage.REVIEW)
        )

    def test_an_unchanged_report_gives_the_same_version_and_the_same_bytes_beside_the_old_files(
        self, store: Store, report_id: str, folder: Path
    ) -> None:
        first, second = (sign_off(store, report_id, folder) for _ in range(2))

        assert first.version == second.version
        assert store.versions(report_id) == (first.version,)
        assert [one.read_bytes() for one in first.files] == [one.read_bytes() for one in second.files]
        assert all("报告（2） " in one.name for one in second.files)
        assert len(set(first.files) | set(second.files)) == 10

    def test_a_changed_report_gives_the_next_draft(self, store: Store, report_id: str, folder: Path) -> None:
        sign_off(store, report_id, folder)
        put(store, report_id, replace(store.load(report_id), preamble=("又改了一句。",)))

        signed = sign_off(store, report_id, folder)

        assert signed.version.trace.startswith("送审稿 第2稿 · ")
        assert "又改了一句。" in "".join(texts(signed.files[1]))


class TestTrouble:
    def test_a_file_in_the_place_of_the_folder(self, store: Store, report_id: str, folder: Path) -> None:
        folder.write_text("不是文件夹", encoding="utf-8")

        with pytest.raises(UserError, match="不是文件夹"):
            sign_off(store, report_id, folder)

        assert_nothing_happened(store, report_id)
        assert folder.read_text(encoding="utf-8") == "不是文件夹"

    def test_a_folder_that_cannot_be_written(self, store: Store, report_id: str) -> None:
        with pytest.raises(UserError, match="/proc"):
            sign_off(store, report_id, Path("/proc/签批"))

        assert_nothing_happened(store, report_id)

    def test_a_disk_that_fills_while_the_files_are_written(
        self, store: Store, report_id: str, folder: Path
    ) -> None:
        resource = pytest.importorskip("resource")
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

        def fill(_done: int, _count: int, words: str) -> bool:
            if words == "正在写入文件……":
                resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
            return True

        try:
            with pytest.raises(UserError, match="磁盘已满"):
                sign_off(store, report_id, folder, tell=fill)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

        assert_nothing_happened(store, report_id)
        assert list(folder.iterdir()) == []

    def test_a_file_that_finds_no_place_takes_version_and_stage_back(
        self, store: Store, report_id: str, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        placed: list[Path] = []
        replace_file = Path.replace

        def third_fails(source: Path, target: Path) -> Path:
            if len(placed) == 2:
                assert len(store.versions(report_id)) == 1, "no paper before its version"
                raise OSError(5, "Input/output error")
            placed.append(target)
            return replace_file(source, target)

        monkeypatch.setattr(Path, "replace", third_fails)

        with pytest.raises(UserError, match="写不进去"):
            sign_off(store, report_id, folder)

        assert_nothing_happened(store, report_id)
        assert list(folder.iterdir()) == []

    def test_a_version_that_cannot_be_kept_leaves_no_paper(
        self, store: Store, report_id: str, folder: Path
    ) -> None:
        def freeze_elsewhere(_done: int, _count: int, words: str) -> bool:
            if words == "正在写入文件……":
                put(store, report_id, replace(REPORT, year=2030))
                store.keep(report_id, Stage.REVIEW)
            return True

        with pytest.raises(UserError, match="另一处存了新版本"):
            sign_off(store, report_id, folder, tell=freeze_elsewhere)

        assert [one.kind for one in store.versions(report_id)] == ["自动", "送审稿"]
        assert list(folder.iterdir()) == []

    def test_what_is_typed_meanwhile_is_neither_on_the_paper_nor_in_the_version_nor_lost(
        self, store: Store, report_id: str, folder: Path
    ) -> None:
        later = replace(REPORT, preamble=("晚来的一句。",))

        def type_on(_done: int, _count: int, words: str) -> bool:
            if words == "正在校对……":
                put(store, report_id, later)
            return True

        signed = sign_off(store, report_id, folder, tell=type_on)

        assert "晚来的一句" not in "".join(texts(signed.files[1]))
        assert store.load_version(report_id, 1).preamble == ()
        assert store.load(report_id) == later

    def test_a_report_that_is_not_there(self, store: Store, folder: Path) -> None:
        with pytest.raises(UnknownReportError):
            sign_off(store, "7", folder)

        assert not folder.exists()


def test_it_works_in_a_thread_of_its_own_and_tells_what_it_does(
    store: Store, report_id: str, folder: Path
) -> None:
    told: list[str] = []
    signed: list[SignedOff] = []

    def tell(_done: int, _count: int, what: str) -> bool:
        told.append(what)
        return True

    worker = threading.Thread(target=lambda: signed.append(sign_off(store, report_id, folder, tell=tell)))
    worker.start()
    worker.join()

    assert len(signed[0].files) == 5
    assert told == [
        "正在填写发文稿纸……",
        "正在排送审稿……",
        "正在校对……",
        "正在排数据表……",
        "正在画成 PDF……",
        "正在写入文件……",
    ]


class TestPapers:
    @pytest.fixture
    def plan(self, store: Store, report_id: str) -> Plan:
        return store.plan_version(report_id, Stage.REVIEW)

    def test_the_pdfs_can_be_had_without_a_folder(self, plan: Plan) -> None:
        files = pack_files(pack(plan.report, plan.version))

        assert list(files) == [f" {name}.pdf" for name in PAPERS]
        assert all(content.startswith(b"%PDF") for content in files.values())

    def test_the_reports_paper_bears_stage_and_trace(self, plan: Plan) -> None:
        paper = report_paper(plan.report, plan.version)

        assert paper.trace == plan.version.trace
        assert any(getattr(block, "text", "") == "（送审稿）" for block in paper.blocks)

    def test_every_finding_comes_with_level_place_quote_message_and_source(self, plan: Plan) -> None:
        found = checks.run(plan.report, template(plan.report.template))

        (table,) = (
            block
            for block in findings_paper(plan.report, plan.version, found).blocks
            if isinstance(block, Table)
        )

        assert len(table.rows) == len(found)
        for row, finding in zip(table.rows, found, strict=True):
            assert isinstance(row, tuple)
            printed = [cell.text for cell in row]
            assert printed[1] == finding.level.label
            assert printed[3] == finding.quote
            assert finding.message in printed[4]
            assert (finding.suggestion or "") in printed[4]
            assert printed[5] == finding.source

    def test_what_was_switched_off_or_ignored_is_said_and_not_listed(
        self, store: Store, report_id: str, folder: Path
    ) -> None:
        found = checks.run(REPORT, template(REPORT.template))
        off, gone = found[0], next(one for one in found if one.rule != found[0].rule)
        put(store, report_id, with_ignored(REPORT, gone, "已经核对"))

        signed = sign_off(store, report_id, folder, off=frozenset({off.rule}))

        said = "".join(texts(signed.files[2]))
        listed, ignored = said.split("忽略的问题")
        assert f"共校对{len(checks.RULES) - 1}项" in listed
        assert "另有1项已在“设置”中停用" in listed
        assert off.message not in said
        assert gone.message not in listed
        assert gone.message in ignored
        assert "已经核对" in ignored

    def test_a_report_without_figures_says_so(self, plan: Plan) -> None:
        empty = replace(plan.report, figures=())

        assert "还没有填写统计数据" in str(figures_paper(empty, plan.version).blocks)

    def test_columns_in_which_nothing_stands_are_left_out(self, plan: Plan) -> None:
        _, table = figures_paper(plan.report, plan.version).blocks

        assert isinstance(table, Table)
        titles = [column.title for column in table.columns]
        assert titles[:4] == ["序号", "指标", "单位", "本年"]
        assert "上年" not in titles
        assert all(isinstance(row, Group) or len(row) == len(titles) for row in table.rows)

    def test_no_number_of_the_sample_is_parted_in_the_table(self, store: Store, folder: Path) -> None:
        signed = sign_off(store, store.create(sample_report()), folder)
        report = store.load_version(store.list()[0].id, 1)
        _, table = figures_paper(report, signed.version).blocks
        assert isinstance(table, Table)
        cells = [cell.text for row in table.rows if isinstance(row, tuple) for cell in row]
        numbers = {found[0] for text in cells if (found := re.match(r"[+-]?\d[\d.]*%?", text))}

        words = {
            word
            for page in pypdfium2.PdfDocument(signed.files[3].read_bytes())
            for word in page.get_textpage().get_text_range().split()
        }

        assert len(numbers) > 150
        assert {number for number in numbers if not any(word.startswith(number) for word in words)} == set()


@pytest.mark.parametrize(
    ("section", "item", "field", "words"),
    [
        ("measures", (1,), "", "一、（一）"),
        ("measures", (2, 1), "", "一、（二）1."),
        ("own", (), "", "正文"),
        ("plan", (), "", "二、主要安排"),
        (
            "shortcomings",
            (),
            "",
            template("county-regulation").section("shortcomings").title.format(year=2026),
        ),
        ("letterhead", (), "addressees", "文头“主送机关”"),
        ("", (), "", "全文"),
    ],
)
def test_a_finding_is_placed_as_a_reader_of_the_paper_finds_it(
    section: str, item: tuple[int, ...], field: str, words: str
) -> None:
    report = replace(
        REPORT,
        sections=(
            Section("measures", "举措", items=(Item("甲"), Item("乙", items=(Item("丙"),)))),
            Section("plan", "主要安排"),
            Section("own", "", ("其他工作",)),
        ),
    )
    finding = Finding("X01", Level.HINT, section, item, "", "", None, "", field)

    assert place_words(report, finding) == words


def test_the_signs_of_a_reckoning_are_printed_in_words_that_every_font_has(
    store: Store, folder: Path
) -> None:
    texts_of = "案卷合格{{aj_passed}}件，合格率{{aj_pass_rate}}。"
    figures = {"aj_count": "268", "aj_passed": "260", "aj_pass_rate": "99.01%"}
    report = replace(
        REPORT,
        sections=(Section("measures", "主要举措和成效", (texts_of,)),),
        figures=tuple(Figure(one, Quantity.parse(amount)) for one, amount in figures.items()),
    )
    signed = sign_off(store, store.create(report), folder)

    printed = "".join(texts(next(file for file in signed.files if "校对报告" in file.name)))
    assert "（不符）" in printed
    assert "〓" not in printed
    assert "✗" not in printed

"""Exporting: the list of formats, and files that are written whole or not at all."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

from exporters import EXPORTERS, Exporter, default_formats, export, export_all, exporter, prepared_files
from exporters.profile import Profile
from exporters.writing import file_name
from models.document import Document
from models.errors import UserError
from tests.exporters.invented import paper

PLAIN = Exporter(
    "plain", "样张", ".txt", lambda document, stream, rules=None: write_bytes(stream, document.title.encode())
)


def write_bytes(stream: BinaryIO, content: bytes) -> None:
    stream.write(content)


def breaks_off(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    stream.write(b"half of it")
    raise RuntimeError("a writer that breaks off")


@contextmanager
def small_files() -> Iterator[None]:
    """Let no file grow beyond 100 bytes, which fails a write as a full disk does.

    Not a fixture: what pytest prints between set-up and tear-down may go to a file that is larger.
    """
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder outside the user's own, as another user sees it: root, who may write anywhere, becomes nobody."""
    if not hasattr(os, "seteuid"):
        pytest.skip("Windows has other rights")
    folder = Path(tempfile.mkdtemp())
    (folder / f"{paper().name}.txt").write_text("别人的文件", encoding="utf-8")
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(user)
    shutil.rmtree(folder)


def allow(folder: Path, mode: int) -> None:
    """Set a folder's rights as its owner."""
    user = os.geteuid()
    os.seteuid(folder.stat().st_uid)
    folder.chmod(mode)
    os.seteuid(user)


def test_the_menu_offers_word_pdf_excel_text_and_a_web_page_in_this_order():
    assert [(known.key, known.suffix) for known in EXPORTERS] == [
        ("docx", ".docx"),
        ("pdf", ".pdf"),
        ("xlsx", ".xlsx"),
        ("txt", ".txt"),
        ("html", ".html"),
    ]


def test_the_web_page_is_written_unasked_only_for_a_public_version():
    assert default_formats() == ("docx", "pdf", "xlsx", "txt")
    assert default_formats(is_public=True) == ("docx", "pdf", "xlsx", "txt", "html")


def test_loading_the_list_of_formats_loads_no_format_library():
    program = "import sys, exporters; print({'docx', 'openpyxl', 'reportlab', 'lxml'} & set(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert loaded.stdout == "set()\n"


@pytest.mark.parametrize("known", EXPORTERS, ids=lambda known: known.key)
def test_every_format_writes_an_invented_paper(known: Exporter):
    stream = BytesIO()

    known.write(paper(), stream)

    assert len(stream.getvalue()) > 1000


@pytest.mark.parametrize("known", EXPORTERS, ids=lambda known: known.key)
def test_the_same_paper_becomes_the_same_bytes(known: Exporter):
    first, second = BytesIO(), BytesIO()

    known.write(paper(), first)
    known.write(paper(), second)

    assert first.getvalue() == second.getvalue()


def test_a_format_is_found_by_its_key():
    assert exporter("pdf").suffix == ".pdf"


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(UserError, match=r"“odt”.*docx、pdf、xlsx、txt"):
        exporter("odt")


def test_the_file_bears_the_papers_name_and_the_folder_is_made(tmp_path: Path):
    folder = tmp_path / "法治 政府" / "2026"

    path = export(paper(), PLAIN, folder)

    assert path == folder / "云岭县人民政府关于2026年度法治政府建设情况的报告.txt"
    assert path.read_text(encoding="utf-8") == paper().title
    assert list(folder.iterdir()) == [path]


def test_an_earlier_export_is_left_alone(tmp_path: Path):
    first = export(paper(), PLAIN, tmp_path)
    first.write_text("改过的稿子", encoding="utf-8")

    second, third = (export(paper(), PLAIN, tmp_path) for _ in range(2))

    assert first.read_text(encoding="utf-8") == "改过的稿子"
    assert second.name == "云岭县人民政府关于2026年度法治政府建设情况的报告（2）.txt"
    assert third.name == "云岭县人民政府关于2026年度法治政府建设情况的报告（3）.txt"


def test_an_earlier_export_is_replaced_when_told_to(tmp_path: Path):
    first = export(paper(), PLAIN, tmp_path)
    first.write_text("改过的稿子", encoding="utf-8")

    second = export(paper(), PLAIN, tmp_path, overwrite=True)

    assert second == first
    assert first.read_text(encoding="utf-8") == paper().title


def test_a_dangling_link_of_the_name_is_left_alone(tmp_path: Path):
    link = tmp_path / f"{paper().name}.txt"
    link.symlink_to(tmp_path / "nowhere")

    assert export(paper(), PLAIN, tmp_path).name == f"{paper().name}（2）.txt"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("标题\n分两行\t的报告", "标题 分两行 的报告"),
        ("  报告。.  ", "报告。"),
        ("..", "未命名"),
        ("", "未命名"),
        ("con", "con_"),
        ("LPT1.docx", "LPT1.docx_"),
        ("报\x00告\ud800", "报 告"),
    ],
)
def test_a_name_loses_what_windows_forbids(name: str, cleaned: str):
    assert file_name(name) == cleaned


def test_the_longest_name_fits_a_file_system(tmp_path: Path):
    long = replace(paper(), name="𰻞" * 300)

    export(long, PLAIN, tmp_path)

    assert export(long, PLAIN, tmp_path).exists()


def test_a_writer_that_breaks_off_leaves_nothing_behind(tmp_path: Path):
    with pytest.raises(RuntimeError, match="breaks off"):
        export(paper(), replace(PLAIN, write=breaks_off), tmp_path / "out")

    assert not (tmp_path / "out").exists()


def test_a_writer_that_breaks_off_leaves_the_earlier_export_as_it_was(tmp_path: Path):
    first = export(paper(), PLAIN, tmp_path)

    with pytest.raises(RuntimeError, match="breaks off"):
        export(paper(), replace(PLAIN, write=breaks_off), tmp_path, overwrite=True)

    assert first.read_text(encoding="utf-8") == paper().title
    assert list(tmp_path.iterdir()) == [first]


def test_a_disk_that_fills_half_way_leaves_nothing_behind(tmp_path: Path):
    large = replace(PLAIN, write=lambda document, stream, rules=None: write_bytes(stream, b"x" * 1000))

    with small_files(), pytest.raises(UserError, match=r"磁盘已满，“云岭县.*没有写成"):
        export(paper(), large, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path):
    (tmp_path / "输出").write_text("不是文件夹", encoding="utf-8")

    for folder in (tmp_path / "输出", tmp_path / "输出" / "下级"):
        with pytest.raises(UserError, match="不是文件夹"):
            export(paper(), PLAIN, folder)

    assert (tmp_path / "输出").read_text(encoding="utf-8") == "不是文件夹"


def test_a_target_that_cannot_be_replaced_is_refused_and_leaves_no_temporary_file(tmp_path: Path):
    taken = tmp_path / f"{paper().name}.txt"
    taken.mkdir()

    with pytest.raises(UserError, match="是一个文件夹"):
        export(paper(), PLAIN, tmp_path, overwrite=True)

    assert list(tmp_path.iterdir()) == [taken]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_read_only_folder_is_refused(shared_folder: Path, overwrite: bool):
    allow(shared_folder, 0o555)

    with pytest.raises(UserError, match=r"没有权限写入|原文件未改"):
        export(paper(), PLAIN, shared_folder, overwrite)

    assert [path.read_text(encoding="utf-8") for path in shared_folder.iterdir()] == ["别人的文件"]


def test_an_export_target_that_is_open_elsewhere_is_left_and_the_temporary_file_removed(shared_folder: Path):
    if os.geteuid() == shared_folder.stat().st_uid:
        pytest.skip("only root can make a file that belongs to somebody else")
    allow(shared_folder, 0o1777)

    with pytest.raises(UserError, match="原文件未改；请关闭正打开它的 WPS 或 Word"):
        export(paper(), PLAIN, shared_folder, overwrite=True)

    assert [path.read_text(encoding="utf-8") for path in shared_folder.iterdir()] == ["别人的文件"]


def test_an_export_is_as_readable_as_other_files(tmp_path: Path):
    (tmp_path / "other").touch()

    assert export(paper(), PLAIN, tmp_path).stat().st_mode == (tmp_path / "other").stat().st_mode


def test_several_formats_get_one_name_even_where_only_one_is_taken(tmp_path: Path):
    other = replace(PLAIN, key="other", suffix=".other")
    (tmp_path / f"{paper().name}.other").write_text("旧", encoding="utf-8")

    files = export_all(paper(), (PLAIN, other), tmp_path)

    assert [file.name for file in files] == [f"{paper().name}（2）.txt", f"{paper().name}（2）.other"]


def test_of_several_formats_all_are_written_or_none(tmp_path: Path):
    large = replace(
        PLAIN, suffix=".large", write=lambda document, stream, rules=None: write_bytes(stream, b"x" * 1000)
    )

    with small_files(), pytest.raises(UserError, match="磁盘已满"):
        export_all(paper(), (PLAIN, large), tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_one_file_keeps_all_others_as_they_were(tmp_path: Path):
    old = tmp_path / f"{paper().name}.txt"
    old.write_text("旧", encoding="utf-8")
    (tmp_path / f"{paper().name}.blocked").mkdir()

    with pytest.raises(UserError, match="是一个文件夹"):
        export_all(paper(), (PLAIN, replace(PLAIN, suffix=".blocked")), tmp_path, overwrite=True)

    assert old.read_text(encoding="utf-8") == "旧"


def test_files_that_belong_together_get_one_name_whatever_follows_it(tmp_path: Path):
    (tmp_path / "报告 2甲.pdf").touch()

    with prepared_files("报告", {" 1稿纸.pdf": b"1", " 2甲.pdf": b"2"}, tmp_path) as place:
        files = place()

    assert [(file.name, file.read_bytes()) for file in files] == [
        ("报告（2） 1稿纸.pdf", b"1"),
        ("报告（2） 2甲.pdf", b"2"),
    ]


def test_files_that_are_not_put_in_their_places_leave_nothing(tmp_path: Path):
    with prepared_files("报告", {".pdf": b"1"}, tmp_path):
        assert [file.suffix for file in tmp_path.iterdir()] == [".tmp"]

    assert list(tmp_path.iterdir()) == []


def place_one_of_two(folder: Path) -> None:
    with prepared_files("报告", {" 1.pdf": b"1", " 2.pdf": b"2"}, folder) as place:
        next(file for file in folder.iterdir() if file.read_bytes() == b"2").unlink()
        place()


def test_where_one_file_finds_no_place_none_does(tmp_path: Path):
    with pytest.raises(UserError, match="写不进去"):
        place_one_of_two(tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".pdf", " 1发文稿纸.pdf", f" {'长' * 30}.pdf"])
def test_the_longest_name_fits_with_any_suffix(tmp_path: Path, suffix: str):
    for _ in range(2):
        with prepared_files("𰻞" * 300, {suffix: b"1"}, tmp_path) as place:
            assert place()[0].exists()


def test_what_an_ended_program_left_unfinished_goes_with_a_later_export(tmp_path: Path) -> None:
    old, young, other = (
        tmp_path / name for name in (f".{'0' * 16}.tmp", f".{'1' * 16}.tmp", ".somebody.else.tmp")
    )
    for file in (old, young, other):
        file.write_bytes(b"half")
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))

    export(paper(), PLAIN, tmp_path)

    assert not old.exists()
    assert young.exists()
    assert other.exists()


def test_a_sharing_violation_while_a_scanner_holds_the_file_is_waited_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    replace_file = Path.replace

    def held(file: Path, target: Path) -> Path:
        if len(waited) < 4:
            raise PermissionError(13, "held by a scanner")
        return replace_file(file, target)

    monkeypatch.setattr("exporters.writing.time.sleep", waited.append)
    monkeypatch.setattr(Path, "replace", held)

    assert export(paper(), PLAIN, tmp_path).is_file()
    assert waited == sorted(waited)
    assert 0.1 < sum(waited) < 1

"""花脸稿: its files come together, whole, or none comes."""

from datetime import datetime
from pathlib import Path

import pytest

from actions.redlining import write_redline
from models.errors import UserError
from tests.exporters.redlined_papers import NEW, OLD
from tests.exporters.word.tracked_changes import accepted

LABELS = ("送审稿 第2稿 · 3f9c2a1b7d", "现稿")


def test_word_and_pdf_lie_side_by_side_under_the_papers_name(tmp_path: Path) -> None:
    files = write_redline(OLD, NEW, LABELS, tmp_path / "花脸稿", time=datetime(2027, 2, 9))

    assert [file.name for file in files] == [
        "青河县人民政府关于2026年度法治政府建设工作情况的报告 花脸稿.docx",
        "青河县人民政府关于2026年度法治政府建设工作情况的报告 花脸稿.pdf",
    ]
    assert "收到行政复议申请180件" in "".join(accepted(files[0].read_bytes()))
    assert files[1].read_bytes().startswith(b"%PDF")


def test_an_earlier_one_is_not_written_over(tmp_path: Path) -> None:
    first = write_redline(OLD, NEW, LABELS, tmp_path, formats=("docx",))
    kept = first[0].read_bytes()

    second = write_redline(OLD, OLD, LABELS, tmp_path, formats=("docx",))

    assert first[0].read_bytes() == kept
    assert first != second


@pytest.mark.parametrize("formats", [(), ("txt",)])
def test_a_format_there_is_not_writes_nothing(tmp_path: Path, formats: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="什么也没有"):
        write_redline(OLD, NEW, LABELS, tmp_path / "出", formats=formats)

    assert not (tmp_path / "出").exists()

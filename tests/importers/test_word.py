"""Last year's Word file read as a report: numbers, changes, tables, what is left out, and what is no Word file."""

import zipfile
from pathlib import Path

import docx
import pytest

import resources
from actions.exporting import export_report
from importers import import_file
from importers.word import read_word_file
from models.errors import UserError
from tests.importers.word_papers import add_counted, add_xml, counted_by_itself, declare_list, run, saved
from tests.the_sample import sample_report

SAMPLE = resources.path("sample/report.txt")
LINES = SAMPLE.read_text(encoding="utf-8").splitlines()


def lines(document, folder: Path) -> list[str]:
    return read_word_file(saved(document, folder)).text.split("\n")


def notes(document, folder: Path) -> str:
    return "\n".join(read_word_file(saved(document, folder)).notes)


def test_our_own_word_file_comes_back_as_the_same_report(tmp_path: Path) -> None:
    sample = sample_report()
    file = next(iter(export_report(sample, tmp_path, ["docx"]).files))

    found = import_file(file, sample.template).report

    assert found.sections == sample.sections
    assert found.preamble == sample.preamble
    assert {one.indicator: one.value for one in found.figures} == {
        one.indicator: one.value for one in sample.figures
    }
    assert [(one.title, one.paragraphs, one.shows_figures) for one in found.attachments] == [
        (one.title, one.paragraphs, one.shows_figures) for one in sample.attachments
    ]
    for key in ("title", "organs", "addressees", "doc_number", "signatories", "date", "notes", "copies"):
        assert found.letterhead.text(key) == sample.letterhead.text(key), key
    assert found.letterhead.printed_on == sample.letterhead.printed_on


def test_numbers_that_word_counts_itself_make_the_same_report_as_typed_ones(tmp_path: Path) -> None:
    typed = import_file(SAMPLE)

    found = import_file(saved(counted_by_itself(LINES), tmp_path))

    assert found.report == typed.report
    assert found.notes[0].startswith("自动编号的")
    assert found.notes[1:] == typed.notes


@pytest.mark.parametrize(
    ("number_format", "text", "wanted"),
    [
        ("chineseCounting", "%1、", "十二、标题"),
        ("decimal", "第%1条", "第12条 标题"),
        ("decimalFullWidth", "%1．", "１２．标题"),
        ("decimalEnclosedCircle", "%1", "⑫标题"),
        ("chineseLegalSimplified", "（%1）", "（拾贰）标题"),
        ("lowerRoman", "%1)", "xii)标题"),
        ("upperLetter", "%1", "L 标题"),
        ("bullet", "●", "标题"),
        ("none", "", "标题"),
    ],
)
def test_numbers_are_written_as_word_shows_them(
    tmp_path: Path, number_format: str, text: str, wanted: str
) -> None:
    document = docx.Document()
    declare_list(document, [(number_format, text)])
    for _ in range(12):
        add_counted(document, "标题", 0)

    assert lines(document, tmp_path)[-1].replace("第12条标题", "第12条 标题") == wanted


def test_lower_levels_begin_anew_and_a_number_is_set_off_from_a_digit(tmp_path: Path) -> None:
    document = docx.Document()
    declare_list(document, [("chineseCounting", "%1、"), ("decimal", "%2.")])
    for text, level in (("甲", 0), ("子", 1), ("丑", 1), ("乙", 0), ("2025年", 1)):
        add_counted(document, text, level)

    assert lines(document, tmp_path) == ["一、甲", "1.子", "2.丑", "二、乙", "1. 2025年"]


def test_a_list_may_be_told_where_to_begin_and_a_style_may_bring_the_number(tmp_path: Path) -> None:
    document = docx.Document()
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    declare_list(document, [("decimal", "%1.")], more=override)
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    style.get_or_add_numPr().get_or_add_numId().val = 77
    document.add_heading("第五", 1)
    document.add_heading("第六", 1)

    assert lines(document, tmp_path) == ["5.第五", "6.第六"]


def test_tracked_changes_are_taken_as_accepted(tmp_path: Path) -> None:
    document = docx.Document()
    add_xml(
        document,
        f'{run("办理")}<w:del w:id="1"><w:r><w:delText>160</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{run("179")}</w:ins>{run("件")}',
    )
    add_xml(document, f'<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{run("前半")}')
    add_xml(document, run("后半"))

    assert lines(document, tmp_path) == ["办理179件", "前半后半"]
    assert "修订" in notes(document, tmp_path)


def test_soft_returns_are_lines_and_those_in_a_centred_title_are_not(tmp_path: Path) -> None:
    document = docx.Document()
    add_xml(
        document, f'<w:pPr><w:jc w:val="center"/></w:pPr>{run("关于法治")}<w:r><w:br/></w:r>{run("的报告")}'
    )
    add_xml(document, f"{run('第一行')}<w:r><w:br/></w:r>{run('第二行')}<w:r><w:tab/></w:r>{run('表')}")

    assert lines(document, tmp_path) == ["关于法治的报告", "第一行", "第二行\t表"]


def test_tables_become_rows_with_tabs_and_a_frame_of_one_cell_its_lines(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("事项", "数量", "行政复议", "179件"), strict=True):
        cell.text = text
    frame = document.add_table(1, 1)
    frame.cell(0, 0).text = "一、甲\n二、乙"

    assert [line for line in lines(document, tmp_path) if line] == [
        "事项\t数量",
        "行政复议\t179件",
        "一、甲",
        "二、乙",
    ]
    assert "1张表格已按行写成文字：“事项 数量”" in notes(document, tmp_path)


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.add_paragraph("正文。")
    add_xml(document, run("不给人看的话", "<w:vanish/>"))
    add_xml(
        document, f"<w:r><w:pict><w:txbxContent><w:p>{run('框里的话')}</w:p></w:txbxContent></w:pict></w:r>"
    )
    document.add_paragraph("目录一行……3", style=document.styles.add_style("toc 1", 1))

    assert "".join(lines(document, tmp_path)) == "正文。"
    said = notes(document, tmp_path)
    for words in ("内部资料", "不给人看的话", "框里的话", "1行目录没有导入"):
        assert words in said


def package(tmp_path: Path, parts: dict[str, str]) -> Path:
    file = tmp_path / "报告.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "空文件"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 40, "另存为“Word 文档"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"PK\x03\x04" + b"\x00" * 40, "已损坏"),
        (b"<html>", "不是 Word 文档"),
    ],
    ids=["empty", "old", "password", "broken", "web page"],
)
def test_what_is_no_word_file_is_refused_in_one_sentence(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(content)

    with pytest.raises(UserError) as refused:
        import_file(file)

    assert reason in str(refused.value)
    assert file.name in str(refused.value)
    assert "没有导入" in str(refused.value)
    assert str(refused.value).count("。") == 1


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"a.txt": "甲"}, "请先解压"),
        ({"xl/workbook.xml": "<a/>"}, "Excel"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "odt"),
        ({"word/document.xml": "<a>"}, "已损坏"),
        ({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "已损坏"),
        ({"[Content_Types].xml": "<a/>"}, "已损坏"),
        ({"word/document.xml": " " * (41 * 1024 * 1024)}, "大得不像"),
    ],
    ids=["zip", "xlsx", "odt", "no XML", "entities", "nothing in it", "bomb"],
)
def test_packages_of_other_kinds_and_bombs_are_refused(
    tmp_path: Path, parts: dict[str, str], reason: str
) -> None:
    with pytest.raises(UserError, match=reason):
        import_file(package(tmp_path, parts))


def test_a_file_cut_short_is_called_damaged(tmp_path: Path) -> None:
    file = saved(docx.Document(), tmp_path)
    whole = file.read_bytes()
    for length in range(10, len(whole), len(whole) // 15):
        file.write_bytes(whole[:length])
        with pytest.raises(UserError, match="已损坏"):
            import_file(file)


def test_a_word_file_is_known_by_what_is_in_it_whatever_its_name(tmp_path: Path) -> None:
    file = saved(counted_by_itself(LINES[:6]), tmp_path, "报告.txt")

    assert import_file(file).report.sections[0].items

"""The Word file: the grid of GB/T 9704-2012, styles with names, and nothing of python-docx's own template."""

import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

import resources
from exporters import word
from exporters.fonts import BUNDLED, OFFICIAL_NAMES
from exporters.layout import lay_out
from models.document import (
    AttachmentList,
    AttachmentStart,
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)
from tests.exporters.invented import SENTENCE, paper

SCHEMA = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
    "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
    "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
    "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
    "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr "
    "attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures "
    "forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags "
    "decimalSymbol listSeparator",
    "styles": "docDefaults latentStyles style",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "p": "pPr r",
    "r": "rPr t tab br fldChar instrText",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
"""Children in the order of ECMA-376-1 Annex A (CT_PPr, CT_RPr, CT_SectPr, CT_Settings, CT_Style and so on)."""
ONE_OF = {"r": {"t", "tab", "br", "fldChar", "instrText"}}
"""Children that may come in any order among each other."""

TWIPS_OF_TEXT = 8845
JOINT_TITLE = "中共云岭县委员会 云岭县人民政府关于2026年度法治政府建设情况的报告"
HANZI = (
    "各级行政机关坚持把依法行政贯穿政府工作各方面，严格落实《中华人民共和国行政复议法》，推动“关键少数”带头学法；"
    "持续规范行政执法行为，健全行政裁量权基准制度，全面推行包容审慎监管，着力解决群众反映强烈的突出问题。"
)


@cache
def packed(document: Document) -> bytes:
    stream = BytesIO()
    word.write(document, stream)
    return stream.getvalue()


def opened(*blocks: Block) -> WordFile:
    document = replace(paper(), blocks=blocks) if blocks else paper()
    return docx.Document(BytesIO(packed(document)))


def parts() -> Iterator[tuple[str, BaseOxmlElement]]:
    with zipfile.ZipFile(BytesIO(packed(paper()))) as file:
        yield from ((name, parse_xml(file.read(name))) for name in file.namelist())


def part(name: str) -> BaseOxmlElement:
    return dict(parts())[f"word/{name}.xml"]


def local(element: BaseOxmlElement) -> str:
    return str(element.tag).rpartition("}")[2]


def value(element: BaseOxmlElement, path: str, attribute: str = "val") -> str:
    """An attribute of the element at a path, empty where there is none."""
    found = element.find(path, nsmap)
    return "" if found is None else found.get(qn(f"w:{attribute}"), "")


def style(name: str) -> BaseOxmlElement:
    return next(one for one in part("styles") if value(one, "w:name") == name)


def chain(style_id: str) -> Iterator[BaseOxmlElement]:
    """A style and what it is based on."""
    while style_id:
        found = styles_by_id()[style_id]
        yield found
        style_id = value(found, "w:basedOn")


@cache
def styles_by_id() -> dict[str | None, BaseOxmlElement]:
    return {one.get(qn("w:styleId")): one for one in part("styles") if local(one) == "style"}


# --- what stands in it ----------------------------------------------------------------------------------------


def test_paragraphs_stand_in_order_each_with_a_style_of_its_own():
    styled = [(one.style.name, one.text) for one in opened().paragraphs]

    assert styled[:5] == [
        ("公文标题", "云岭县人民政府关于2026年度法治政府建设情况的报告"),
        ("稿别", "（送审稿）"),
        ("主送机关", "中共云州市委、云州市人民政府："),
        ("公文正文", "现将2026年度法治政府建设情况报告如下。"),
        ("一级标题", "一、主要举措和成效"),
    ]
    end = [name for name, _ in styled].index("附件说明")
    assert styled[end:] == [
        ("附件说明", "附件：1.2026年法治政府建设主要指标"),
        ("附件说明", "2.2026年行政复议案件办理情况及有关问题整改落实台账"),
        ("署名", "云岭县人民政府"),
        ("成文日期", "2027年2月9日"),
        ("附注", "（此件公开发布）"),
        ("附件序号", "附件1"),
        ("附件标题", "2026年法治政府建设主要指标"),
        ("表题", "主要指标"),
        ("附件序号", "附件2"),
        ("附件标题", "2026年行政复议案件办理情况及有关问题整改落实台账"),
        ("公文正文", SENTENCE),
    ]


def test_no_paragraph_is_empty_and_none_is_aligned_by_blanks_or_line_breaks():
    file = opened(*paper().blocks, Title(" "), Note(""), Paragraph("\u3000\u3000正文。 "), Signature((), ""))

    texts = [one.text for one in file.paragraphs]
    assert all(text == text.strip() and text for text in texts)
    assert not any("  " in text or "\u3000" in text or "\n" in text for text in texts)


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_have_real_outline_levels_based_on_words_own(level: int):
    (heading,) = opened(Heading(level, "一、", "标题")).paragraphs

    found = list(chain(heading.style.style_id))
    assert value(found[1], "w:name") == f"heading {level}"
    assert value(found[1], "w:pPr/w:outlineLvl") == str(level - 1)


def test_a_run_in_heading_is_one_paragraph_whose_first_words_alone_are_in_its_face():
    (both,) = opened(Heading(2, "（一）", "加强领导。", "全年召开会议4次。")).paragraphs

    opening, running = both.runs
    assert (opening.text, opening.style.font.name) == ("（一）加强领导。", "楷体_GB2312")
    assert (running.text, running.style.name) == ("全年召开会议4次。", "Default Paragraph Font")
    assert both.style.base_style.name == "公文正文"


def test_a_level_beyond_the_fourth_looks_like_the_fourth():
    assert opened(Heading(7, "①", "标题")).paragraphs[0].style.name == "四级标题"


def test_characters_that_xml_forbids_are_left_out_and_marks_are_kept():
    file = opened(Paragraph("执\x00法\ud800\ufffe<公示>&“综合查一次”\x0b第二行"))

    assert file.paragraphs[0].text == "执法<公示>&“综合查一次”\n第二行"


def test_a_paper_without_any_block_is_still_a_word_file():
    assert docx.Document(BytesIO(packed(replace(paper(), blocks=())))).paragraphs == []


# --- titles ---------------------------------------------------------------------------------------------------


def test_a_long_title_is_broken_by_indents_and_its_text_stays_whole():
    (title,) = opened(Title(paper().title)).paragraphs

    assert title.text == paper().title
    assert title.paragraph_format.left_indent == title.paragraph_format.right_indent > 0


def test_a_title_whose_second_line_is_the_longer_is_broken_by_hand():
    (title,) = opened(Title(JOINT_TITLE)).paragraphs

    assert title.text == "中共云岭县委员会 云岭县人民政府\n关于2026年度法治政府建设情况的报告"


def test_one_blank_line_stands_below_title_or_stage_mark_whichever_is_last():
    alone, *_ = opened(Title("关于情况的报告"), Paragraph("正文。")).paragraphs
    marked, mark, _ = opened(Title("关于情况的报告"), StageMark("（送审稿）"), Paragraph("正文。")).paragraphs

    assert alone.paragraph_format.space_after is None
    assert alone.style.paragraph_format.space_after.twips == 579
    assert marked.paragraph_format.space_after == 0
    assert mark.style.paragraph_format.space_after.twips == 579


# --- nothing of python-docx's template ------------------------------------------------------------------------


def test_there_is_no_theme_no_picture_and_no_numbering():
    assert {name for name, _ in parts()} == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/app.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
    }


def test_no_theme_font_no_japanese_and_no_colour_is_left():
    for name, root in parts():
        content = serialize_part_xml(root).decode()
        assert not any(word in content for word in ("Theme=", "ja-JP", "python-docx", "2013-", "Calibri")), (
            name
        )
        red = [mark for mark in root.iter(qn("w:color")) if mark.get(qn("w:val")) != "000000"]
        named = {next(mark.iterancestors(qn("w:style"))).get(qn("w:styleId")) for mark in red}
        assert named <= {"发文机关标志"}, name


def test_only_the_official_fonts_are_named():
    named = {
        found
        for _, root in parts()
        for fonts in root.iter(qn("w:rFonts"))
        for key, found in fonts.attrib.items()
        if key != qn("w:hint")
    }
    assert named == set(OFFICIAL_NAMES.values())


def test_every_run_has_one_official_font_for_all_four_kinds_of_characters():
    defaults = next(part("styles").iter(qn("w:rPrDefault")))
    for name in ("document", "footer1", "footer2"):
        for run in part(name).iter(qn("w:r")):
            own = run.find(qn("w:rPr"))
            paragraph = next(run.iterancestors(qn("w:p")))
            sources = [
                *chain(value(own, "w:rStyle")),
                *chain(value(paragraph, "w:pPr/w:pStyle")),
                defaults,
            ]
            fonts = next(found for source in sources for found in source.iter(qn("w:rFonts")))
            four = {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")}
            assert len(four) == 1
            assert four <= set(OFFICIAL_NAMES.values())
            assert own.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"


def test_nothing_is_bold():
    assert {found.get(qn("w:val")) for _, root in parts() for found in root.iter(qn("w:b"), qn("w:bCs"))} == {
        "0"
    }


def test_the_properties_are_the_papers_own():
    properties = opened(*paper().blocks).core_properties

    assert (properties.title, properties.author) == (paper().title, "云岭县人民政府")
    assert properties.language == "zh-CN"
    assert properties.created.strftime("%Y-%m-%d") == "2027-02-09"


def test_children_stand_in_the_order_of_the_schema():
    for name, root in parts():
        for element in root.iter():
            order = (
                SCHEMA.get(local(element), "").split()
                if "wordprocessingml" in element.nsmap.get("w", "")
                else []
            )
            free = ONE_OF.get(local(element), set())
            places = [
                order.index("t" if local(child) in free else local(child)) for child in element if order
            ]
            assert places == sorted(places), f"{name}: {local(element)}"


def test_every_style_that_is_used_exists():
    known = {one.get(qn("w:styleId")) for one in part("styles")}
    used = {
        found.get(qn("w:val"))
        for _, root in parts()
        for found in root.iter(
            qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"), qn("w:basedOn"), qn("w:next")
        )
    }

    assert used <= known


# --- the grid -------------------------------------------------------------------------------------------------


def test_the_page_is_a4_with_the_margins_of_the_standard():
    section = opened().sections[0]

    assert [section.page_width.twips, section.page_height.twips] == [11906, 16838]
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(margin.mm, 1) for margin in margins] == [37.0, 35.0, 28.0, 26.0]


def test_22_lines_and_28_characters_fit_and_one_twip_more_would_not():
    grid = next(part("document").iter(qn("w:docGrid")))
    spacing = int(value(style("Normal"), "w:rPr/w:spacing"))

    assert grid.get(qn("w:type")) == "lines"
    assert grid.get(qn("w:linePitch")) == "579"
    assert 22 * 579 <= 16838 - 2098 - 1984 < 22 * 580
    assert 28 * (320 + spacing) <= TWIPS_OF_TEXT < 28 * (320 + spacing + 1)


def test_the_body_obeys_the_grid_and_the_rules_of_line_breaking():
    rules = {local(rule): rule.get(qn("w:val")) for rule in style("Normal").find(qn("w:pPr"))}

    assert rules["snapToGrid"] == rules["kinsoku"] == rules["overflowPunct"] == "1"
    assert rules["widowControl"] == rules["autoSpaceDE"] == rules["autoSpaceDN"] == "0"
    assert rules["jc"] == "both"


def test_the_first_line_is_indented_by_two_characters_not_by_blanks():
    body = style("公文正文")

    assert value(body, "w:pPr/w:ind", "firstLineChars") == "200"
    assert value(body, "w:pPr/w:ind", "firstLine") == "630"


def test_a_new_word_opens_the_file_as_one_of_its_own():
    compatibility = next(part("settings").iter(qn("w:compatSetting")))

    assert (compatibility.get(qn("w:name")), compatibility.get(qn("w:val"))) == ("compatibilityMode", "15")


# --- page numbers ---------------------------------------------------------------------------------------------


def test_page_numbers_are_complete_fields_right_on_odd_and_left_on_even_pages():
    file = opened()
    section = file.sections[0]

    assert file.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (line,) = footer.paragraphs
        assert line.text == "— 1 —"
        steps = [found.get(qn("w:fldCharType")) for found in line._p.iter(qn("w:fldChar"))]
        assert steps == ["begin", "separate", "end"]
        assert [found.text.strip() for found in line._p.iter(qn("w:instrText"))] == ["PAGE"]
        place = line.style.element
        assert value(place, "w:pPr/w:jc") == side
        assert value(place, "w:pPr/w:ind", f"{side}Chars") == "100"
        assert (line.style.font.name, line.style.font.size.pt) == ("宋体", 14)


def test_the_dash_of_the_page_number_is_7_mm_below_the_type_area():
    section = opened().sections[0]

    middle_of_line = section.bottom_margin.mm - section.footer_distance.mm - 14 / 2 * 25.4 / 72
    assert middle_of_line == pytest.approx(7, abs=0.05)


# --- signature and attachments --------------------------------------------------------------------------------


def test_the_date_stands_four_characters_from_the_right_and_the_organ_is_centred_over_it():
    organ, date = opened(Signature(("云岭县人民政府",), "2027年2月9日")).paragraphs

    assert value(date.style.element, "w:pPr/w:ind", "rightChars") == "400"
    assert not value(date._p, "w:pPr/w:ind", "rightChars")
    room = 28 - int(value(organ._p, "w:pPr/w:ind", "leftChars")) / 100
    assert value(organ.style.element, "w:pPr/w:jc") == "center"
    assert room / 2 == pytest.approx(4 + 6 / 2, abs=0.1)


def test_an_organ_too_long_to_be_centred_ends_at_the_edge_and_the_date_moves_below_its_middle():
    organ, date = opened(
        Signature(("某某经济技术开发区管理委员会综合行政执法局",), "2027年2月9日")
    ).paragraphs

    room = 28 - int(value(organ._p, "w:pPr/w:ind", "leftChars")) / 100
    assert room == pytest.approx(21, abs=0.3)
    assert int(value(date._p, "w:pPr/w:ind", "rightChars")) == pytest.approx(750, abs=20)


def test_two_organs_stand_beside_each_other_at_tabs():
    organs, _ = opened(Signature(("中共云岭县委员会", "云岭县人民政府"), "2027年2月9日")).paragraphs

    assert organs.text == "\t中共云岭县委员会\t云岭县人民政府"
    assert len(list(organs._p.iter(qn("w:tab")))) == 4


def test_the_signature_stays_with_the_body_and_the_note():
    body, organ, date, note = opened(
        Paragraph("正文。"), Signature(("云岭县人民政府",), "2027年2月9日"), Note("此件公开发布")
    ).paragraphs

    assert [one.paragraph_format.keep_with_next for one in (body, organ, date, note)] == [
        True,
        True,
        True,
        None,
    ]


def test_titles_of_several_attachments_hang_below_each_other():
    first, second = opened(AttachmentList(("指标表", "台账"))).paragraphs

    assert [value(one._p, "w:pPr/w:ind", "leftChars") for one in (first, second)] == ["600", "600"]
    assert [value(one._p, "w:pPr/w:ind", "hangingChars") for one in (first, second)] == ["400", "100"]


def test_a_single_attachment_has_no_number():
    listed, mark, _ = opened(AttachmentList(("指标表",)), AttachmentStart(None, "指标表")).paragraphs

    assert (listed.text, mark.text) == ("附件：指标表", "附件")


def test_an_attachment_begins_a_page_without_a_page_break_character():
    file = opened()

    assert file.styles["附件序号"].paragraph_format.page_break_before
    assert part("document").find(f".//{qn('w:br')}") is None


# --- tables ---------------------------------------------------------------------------------------------------


def test_a_table_has_fixed_columns_that_fill_the_type_area():
    (table,) = opened().tables

    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert sum(grid) == TWIPS_OF_TEXT == int(value(table._tbl, "w:tblPr/w:tblW", "w"))
    assert grid[1] / grid[0] == pytest.approx(5, rel=0.01)
    assert value(table._tbl, "w:tblPr/w:tblLayout", "type") == "fixed"
    for row in table._tbl.tr_lst:
        assert sum(int(value(cell, "w:tcPr/w:tcW", "w")) for cell in row.tc_lst) == TWIPS_OF_TEXT


def test_the_head_is_repeated_and_no_row_is_divided_between_pages():
    (table,) = opened().tables
    head, *rows = (row._tr for row in table.rows)

    assert value(head, "w:trPr/w:tblHeader") == "1"
    assert not any(value(row, "w:trPr/w:tblHeader") for row in rows)
    assert {value(row, "w:trPr/w:cantSplit") for row in (head, *rows)} == {"1"}


def test_a_table_says_its_borders_itself_and_sets_each_column_as_declared():
    (table,) = opened().tables

    borders = table.style.element.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    assert {local(border) for border in borders} == {"top", "left", "bottom", "right", "insideH", "insideV"}
    row = [cell.paragraphs[0] for cell in table.rows[2].cells]
    assert [one.text for one in row] == [
        "1",
        "受理的第1类行政复议和行政应诉案件",
        "件",
        "1180余",
        "98.5%",
        "=SUM(A1:A9)",
    ]
    assert [one.style.name for one in row[:4]] == ["表格居中文字", "表格文字", "表格居中文字", "表格数字"]


def test_a_group_row_spans_the_table_and_stays_with_the_row_below():
    (table,) = opened().tables

    assert len(table._tbl.tr_lst[1].tc_lst) == 1
    assert table.rows[1].cells[0].paragraphs[0].style.paragraph_format.keep_with_next


def test_a_table_at_the_very_end_is_followed_by_a_paragraph_as_word_demands():
    tables = [block for block in paper().blocks if isinstance(block, Table)]

    assert [local(child) for child in opened(*tables).element.body][-3:] == ["tbl", "p", "sectPr"]


# --- as LibreOffice sets it -----------------------------------------------------------------------------------


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Document], list[list[str]]]:
    """Set a paper with LibreOffice in the bundled fonts: the lines of every page, without the blanks it puts
    around digits."""
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{resources.path('fonts')}</dir><cachedir>{tmp_path}/fonts</cachedir></fontconfig>",
        encoding="utf-8",
    )

    def pages(document: Document) -> list[list[str]]:
        with_bundled_fonts(packed(document), tmp_path / "报告.docx")
        subprocess.run(
            [
                *("env", f"FONTCONFIG_FILE={settings}", "soffice"),
                *(f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
                *("--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "报告.docx"),
            ],
            check=True,
            capture_output=True,
        )
        text = subprocess.run(
            ["pdftotext", "-raw", tmp_path / "报告.pdf", "-"], check=True, capture_output=True, text=True
        )
        return [
            ["".join(line.split()) for line in page.splitlines()] for page in text.stdout.split("\f")[:-1]
        ]

    return pages


def with_bundled_fonts(content: bytes, path: Path) -> None:
    """The same file asking for the bundled fonts by their names: a PC without the official ones."""
    names = {official: f"Gw {BUNDLED[face].name}" for face, official in OFFICIAL_NAMES.items()}
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for official, bundled in names.items():
                text = text.replace(f'"{official}"', f'"{bundled}"')
            new.writestr(name, text)


@pytest.mark.needs("soffice", "pdftotext")
def test_libreoffice_breaks_lines_and_pages_where_our_layout_does(
    printed: Callable[[Document], list[list[str]]],
):
    body = (Paragraph(HANZI[start:] * 2) for start in range(12))
    opening = (Title(paper().title), Heading(1, "一、", "举措"), Heading(2, "（一）", "规范执法。", HANZI))
    document = replace(paper(), blocks=(*opening, *body))

    pages = printed(document)

    ours = [[placed.line.text for placed in page.lines] for page in lay_out(document).pages]
    numbers = [f"—{number}—" for number in range(1, len(pages) + 1)]
    assert pages == [[*lines, number] for lines, number in zip(ours, numbers, strict=True)]
    assert len(pages[1]) == 22 + 1


@pytest.mark.needs("soffice", "pdftotext")
def test_libreoffice_keeps_every_character_and_begins_attachments_on_new_pages(
    printed: Callable[[Document], list[list[str]]],
):
    pages = printed(paper())

    text = "".join(line for page in pages for line in page)
    assert text.count("。") == sum(str(block).count("。") for block in paper().blocks)
    assert [page[0] for page in pages if page[0].startswith("附件")] == ["附件1", "附件2"]
    assert sum("云岭县人民政府" in page for page in pages) == 1

"""A PDF drawn in fonts of the PC carries them, also out of collections, and reads back."""

import ctypes
import io
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont

from exporters import pdf
from exporters.fonts import installed_set
from exporters.profile import Profile, profile
from models.document import Heading
from tests.exporters.example_paper import paper
from tests.exporters.fonts.made_fonts import COMMON, made_font, save, save_collection

BLOCKS = (Heading(1, "一、", "国的"), Heading(2, "", "了了。", "是国的一，共翀𠮷1个。"))


def rules_with(folder: Path) -> Profile:
    return profile(fonts=installed_set(folder, ()))


def drawn(rules: Profile) -> pypdfium2.PdfDocument:
    content = io.BytesIO()
    pdf.write(paper(BLOCKS), content, rules)
    return pypdfium2.PdfDocument(content.getvalue())


def embedded_fonts(document: pypdfium2.PdfDocument) -> dict[str, TTFont]:
    """The embedded fonts that draw text, by their names."""
    found = {}
    for page in document:
        for one in page.get_objects([pdfium_c.FPDF_PAGEOBJ_TEXT]):
            font = pdfium_c.FPDFTextObj_GetFont(one.raw)
            assert pdfium_c.FPDFFont_GetIsEmbedded(font) == 1
            name = ctypes.create_string_buffer(256)
            pdfium_c.FPDFFont_GetBaseFontName(font, name, 256)
            found[name.value.decode()] = TTFont(io.BytesIO(font_file(font)))
    return found


def font_file(font: object) -> bytes:
    """The file that is embedded for a font."""
    size = ctypes.c_size_t()
    pdfium_c.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    buffer = (ctypes.c_uint8 * size.value)()
    pdfium_c.FPDFFont_GetFontData(font, buffer, size.value, ctypes.byref(size))
    return bytes(buffer)


def text(document: pypdfium2.PdfDocument) -> str:
    return "".join("".join(page.get_textpage().get_text_range() for page in document).split())


def test_a_font_of_the_pc_is_embedded_and_its_text_reads_back(tmp_path: Path) -> None:
    save(made_font("FangSong_GB2312", chinese="仿宋_GB2312"), tmp_path / "f.ttf")

    document = drawn(rules_with(tmp_path))

    assert "FangSong_GB2312-Regular" in embedded_fonts(document)
    assert "一、国的了了。是国的一，共翀〓1个。" in text(document)


def test_the_right_font_of_a_collection_is_drawn(tmp_path: Path) -> None:
    other = made_font("NSimHei", chinese="新黑体")
    save_collection([other, made_font("SimHei", chinese="黑体"), made_font("KaiTi")], tmp_path / "all.ttc")

    names = embedded_fonts(drawn(rules_with(tmp_path)))

    assert {"SimHei-Regular-1", "KaiTi-Regular-2"} <= names.keys()
    assert not any(name.startswith("NSimHei") for name in names)


def test_two_fonts_of_one_name_in_different_files_do_not_draw_for_each_other(tmp_path: Path) -> None:
    """Another folder named later in the same process has a 仿宋 of its own."""
    narrow = []
    for number, width in enumerate((1000, 995)):
        folder = tmp_path / str(number)
        save(made_font("FangSong", chinese="仿宋", widths=dict.fromkeys(COMMON, width)), folder / "f.ttf")
        embedded = embedded_fonts(drawn(rules_with(folder)))["FangSong-Regular"]
        narrow.append(any(advance == 995 for advance, _ in embedded["hmtx"].metrics.values()))

    assert narrow == [False, True]


def test_the_same_paper_in_the_same_fonts_is_the_same_file(tmp_path: Path) -> None:
    save(made_font("FangSong", chinese="仿宋"), tmp_path / "f.ttf")
    contents = []
    for _ in range(2):
        content = io.BytesIO()
        pdf.write(paper(BLOCKS), content, rules_with(tmp_path))
        contents.append(content.getvalue())

    assert contents[0] == contents[1]
    assert str(tmp_path).encode() not in contents[0]

"""What a font file says of itself is read from a few tables, whatever encoding its names are in."""

from pathlib import Path

import pytest
from fontTools.ttLib.tables._n_a_m_e import NameRecord

from exporters.fonts.sfnt import BrokenFontError, Facts, FileKey, facts
from tests.exporters.fonts.made_fonts import made_font, save, save_collection


def read(path: Path) -> tuple[Facts, ...]:
    return facts(FileKey.of(path))


@pytest.mark.parametrize(
    ("platform", "encoding", "raw"),
    [
        (3, 1, "方正小标宋简体".encode("utf-16-be")),
        (0, 3, "方正小标宋简体".encode("utf-16-be")),
        (3, 3, "方正小标宋简体".encode("gb18030")),
        (1, 25, "方正小标宋简体".encode("gb18030")),
    ],
    ids=["Windows", "Unicode", "Windows GBK", "Macintosh Chinese"],
)
def test_names_are_read_in_every_encoding_old_fonts_use(
    platform: int, encoding: int, raw: bytes, tmp_path: Path
) -> None:
    font = made_font("Any Name")
    record = NameRecord()
    record.nameID, record.platformID, record.platEncID, record.langID = 1, platform, encoding, 0x0804
    record.string = raw
    font["name"].names.append(record)

    [one] = read(save(font, tmp_path / "f.ttf"))

    assert {"方正小标宋简体", "anyname"} <= one.names


def test_outlines_permission_and_style_are_read(tmp_path: Path) -> None:
    [plain] = read(save(made_font("A", embedding=8), tmp_path / "a.ttf"))
    [other] = read(save(made_font("B", is_cff=True, style="Bold"), tmp_path / "b.otf"))

    assert (plain.has_truetype_outlines, plain.embedding, plain.is_plain, plain.is_whole) == (
        True,
        8,
        True,
        True,
    )
    assert (other.has_truetype_outlines, other.is_plain) == (False, False)


def test_every_font_of_a_collection_is_read(tmp_path: Path) -> None:
    file = save_collection([made_font("One"), made_font("Two")], tmp_path / "c.ttc")

    assert [(one.number, "two" in one.names) for one in read(file)] == [(0, False), (1, True)]


def test_a_font_is_unicode_only_where_its_last_windows_table_is(tmp_path: Path) -> None:
    """Where reportlab looks: in a font that also has a GBK table behind it, it would draw other characters."""
    font = made_font("Old")
    gbk = font["cmap"].tables[-1].__class__(4)
    gbk.platformID, gbk.platEncID, gbk.language, gbk.cmap = 3, 3, 0, {0xB9FA: "u56FD"}
    font["cmap"].tables.append(gbk)

    [old] = read(save(font, tmp_path / "o.ttf"))
    [new] = read(save(made_font("New"), tmp_path / "n.ttf"))

    assert (old.is_unicode, new.is_unicode) == (False, True)


@pytest.mark.parametrize(
    "content", [b"", b"ttcf", b"ttcf\0\1\0\0\xff\xff\xff\xff", b"\0\1\0\0\xff\xff", b"%PDF-1.4"]
)
def test_what_is_no_font_is_said_to_be_broken(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "f.ttf"
    file.write_bytes(content)

    with pytest.raises(BrokenFontError):
        read(file)

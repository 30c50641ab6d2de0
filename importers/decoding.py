"""Bytes of a text file become text: UTF-8, GB18030 or UTF-16, and in words why not."""

import codecs
import re
from pathlib import Path

from models.errors import UserError

LIMIT = 5 * 1024 * 1024
"""Bytes. A report has some 30 KB; a file a hundred times as large is something else."""

_OTHER_PROGRAMS = {
    b"%PDF": "这是 PDF 文件，请把其中的文字复制到 Word 或文本文件里再导入",
    b"{\\rtf": "这是 RTF 文件，请先在 Word 或 WPS 中另存为“Word 文档（.docx）”",
}
_COMMON_SHARE = 0.5
_CONTROLS = re.compile(
    "\x1b\\[[0-9;]*[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""With a terminal's colours, and marks that turn the direction of writing round."""
_CONTROL_SHARE = 0.02
_ASCII = 0x7F
_SECOND_LEVEL = 0xD8


def read_text_file(path: Path) -> str:
    """The text of a file, line ends as "\\n", without control characters (Word leaves \\x07 behind table cells).

    Raises UserError for what is no readable Chinese text.
    """
    text = _CONTROLS.sub("", _decode(_read(path), path.name))
    if not any("一" <= character <= "鿿" for character in text):
        raise UserError(f"“{path.name}”里没有汉字，没有导入；请检查是否选错了文件。")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError(f"“{path}”是文件夹，没有导入；请选择其中的 Word 或文本文件。")
        if path.exists() and not path.is_file():
            raise UserError(f"“{path}”不是普通文件，没有导入；请选择 Word 或文本文件。")
        size = path.stat().st_size
        if size > LIMIT:
            raise UserError(
                f"“{path.name}”有{size / 1024 / 1024:.0f}MB，不像一篇报告，没有导入；"
                "请选择5MB以内的文本文件。"
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"找不到文件“{path}”，没有导入；请检查路径和文件名。") from None
    except OSError as error:
        raise UserError(
            f"读不了“{path.name}”（{error.strerror}），没有导入；请检查文件权限或换一份副本。"
        ) from None
    if not data.strip():
        raise UserError(f"“{path.name}”是空文件，没有导入；请选择有正文的文件。")
    return data


def _decode(data: bytes, name: str) -> str:
    for start, advice in _OTHER_PROGRAMS.items():
        if data.startswith(start):
            raise UserError(f"“{name}”不是文本文件，没有导入：{advice}。")
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text, encoding):
            return text
    if b"\x00" in data:
        raise UserError(f"“{name}”不是文本文件，没有导入；请选择 Word（.docx）或文本（.txt）文件。")
    raise UserError(f"“{name}”的文字编码认不出来，没有导入；请用记事本打开，另存时选择“UTF-8”编码。")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    return ("utf-8-sig", "gb18030")


def _is_plausible(text: str, encoding: str) -> bool:
    """Whether the decoded text is one that somebody wrote: few control characters, few rare ones.

    UTF-8 is trusted on its letters, as its form is hardly met by chance. Nearly any bytes decode as GB18030,
    but then most characters are rare: of Big5 a third are common, of UTF-8 a fifth; of traditional Chinese
    seven in ten.
    """
    if "\x00" in text:
        return False
    if encoding != "gb18030":
        return True
    if len(_CONTROLS.findall(text)) > 1 + _CONTROL_SHARE * len(text):
        return False
    letters = [character for character in text if ord(character) > _ASCII]
    return sum(map(_is_common, letters)) >= _COMMON_SHARE * len(letters)


def _is_common(character: str) -> bool:
    """Whether it is among the symbols and the 3,755 first-level characters of GB 2312."""
    encoded = character.encode("gb2312", errors="ignore")
    return bool(encoded) and encoded[0] < _SECOND_LEVEL

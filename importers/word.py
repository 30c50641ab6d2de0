"""A Word file as the lines of a report: as it would look with its tracked changes accepted, numbers written out."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from importers.source import Source
from importers.word_body import Body, plain
from importers.word_door import WordParts, word_parts
from importers.word_numbering import Numbering
from importers.word_styles import Styles
from importers.word_text import LeftOut, Reader
from importers.word_xml import Element, w
from models.errors import UserError

_CHINESE = re.compile("[一-鿿]")
_LONGEST_QUOTE = 20
_MOST_QUOTES = 3
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_word_file(path: Path) -> Source:
    """The text of a .docx file, and in words what of it is no text. Raises UserError for what is no such file."""
    parts = word_parts(path)
    styles = Styles(parts.styles)
    reader = Reader(styles, _footnotes(parts))
    body = Body(styles, Numbering(parts.numbering, styles), reader)
    text = "\n".join(body.lines(parts.document))
    if not _CHINESE.search(text):
        raise UserError(f"“{path.name}”里没有汉字，没有导入；请检查是否选错了文件。")
    return Source(text, tuple(_notes(body, reader.left_out, parts)))


def _footnotes(parts: WordParts) -> dict[tuple[str, str], str]:
    """The texts of footnotes and endnotes, by the name of their mark and their id."""
    found = {}
    for root, name in ((parts.footnotes, "footnote"), (parts.endnotes, "endnote")):
        for one in () if root is None else root.findall(w(name)):
            if one.get(w("type")) not in _SEPARATORS:
                found[f"{name}Reference", one.get(w("id"), "")] = plain(one)
    return found


def _notes(body: Body, left_out: LeftOut, parts: WordParts) -> Iterator[str]:
    """What was turned into text, then what was left out."""
    if body.numbers:
        yield f"自动编号的{body.numbers}个段落，编号已写成文字。"
    if left_out.changes:
        yield f"文件里有{left_out.changes}处修订，按全部接受导入：添加的保留，删去的不要。"
    if body.tables:
        yield f"{len(body.tables)}张表格已按行写成文字：{_quoted(body.tables)}；请核对。"
    texts: tuple[tuple[Sequence[str], str], ...] = (
        (left_out.hidden, "处隐藏的文字没有导入"),
        (left_out.boxes, "个文本框没有导入"),
        (left_out.footnotes, "条脚注没有导入"),
        (_margin_texts(parts.margins), "处页眉页脚没有导入"),
    )
    for found, words in texts:
        if found:
            yield f"{len(found)}{words}：{_quoted(found)}；需要的请补写到正文里。"
    for count, words in (
        (left_out.pictures, "张图片"),
        (left_out.formulas, "个公式"),
        (left_out.symbols, "个特殊符号"),
        (left_out.comments, "处批注"),
        (body.contents, "行目录"),
        (body.others, "个嵌在里面的文件"),
    ):
        if count:
            yield f"{count}{words}没有导入。"


def _quoted(texts: Sequence[str]) -> str:
    """The first of some texts, each cut short."""
    shown = [
        f"“{one if len(one) <= _LONGEST_QUOTE else one[:_LONGEST_QUOTE] + '……'}”" for one in texts if one
    ]
    return "、".join(shown[:_MOST_QUOTES]) + ("等" if len(shown) > _MOST_QUOTES else "")


def _margin_texts(margins: Sequence[Element]) -> list[str]:
    """Headers and footers that say more than a page number."""
    return [text for text in dict.fromkeys(map(plain, margins)) if _CHINESE.search(text)]

"""花脸稿: two states of a report as one paper with its changes, for whoever has to read only these."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from actions.progress import Steps, Tell, unwatched
from models.compose import compose
from models.document import Document
from models.errors import UnknownKeyError, UserError
from models.report import Report
from models.template import template

if TYPE_CHECKING:
    from exporters.profile import Profile

FORMATS = {"docx": ".docx", "pdf": ".pdf"}
"""The formats a 花脸稿 is written in, with what their files' names end in."""
_AUTHOR = "法治年报"
_NAME = "花脸稿"


def write_redline(
    old: Report,
    new: Report,
    labels: tuple[str, str],
    folder: Path,
    *,
    formats: Sequence[str] = ("docx", "pdf"),
    rules: "Profile | None" = None,
    author: str = _AUTHOR,
    time: datetime | None = None,
    tell: Tell = unwatched,
) -> tuple[Path, ...]:
    """Write the new state with all that changed since the old one into a folder, every format or none.

    `labels` say what the two states are called (送审稿 第2稿 · 3f9c2a1b7d, 现稿). In Word every change is tracked as
    `author`'s at local `time`: accepting all gives the new text, rejecting all the old one. Returns the files; where a
    name is taken both get the next free one（2）. Raises UserError for formats or a folder that cannot be used,
    StoppedError where `tell` says no.
    """
    from exporters.writing import prepared_files

    chosen = tuple(dict.fromkeys(formats))
    if not chosen:
        raise UserError("没有选择花脸稿的格式，什么也没有写入；请至少选一种，如docx。")
    if unknown := [one for one in chosen if one not in FORMATS]:
        raise UnknownKeyError("花脸稿格式", unknown[0], f"可用的格式有：{'、'.join(FORMATS)}。")
    before, after = (compose(one, template(one.template)) for one in (old, new))
    steps, contents = Steps(len(chosen), tell), {}
    for one in chosen:
        steps.begin(f"正在写花脸稿：{FORMATS[one]}……")
        contents[f" {_NAME}{FORMATS[one]}"] = _written(one, before, after, labels, rules, author, time)
    with prepared_files(after.title, contents, folder, deed=_NAME) as place:
        return place()


def _written(
    key: str,
    old: Document,
    new: Document,
    labels: tuple[str, str],
    rules: "Profile | None",
    author: str,
    time: datetime | None,
) -> bytes:
    from exporters.redline import between, write_redline_pdf  # opens the fonts

    stream = BytesIO()
    if key == "pdf":
        write_redline_pdf(old, new, labels, stream, rules)
    else:
        from exporters.word.redline import write_tracked

        write_tracked(old, replace(new, trace=between(labels)), stream, rules, author, time)
    return stream.getvalue()

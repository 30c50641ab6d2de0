"""Settings as a readable file for the next PC: each value under what it is called. Folders stay here."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from models.errors import UserError
from ui.declared_settings import DECLARED, declared
from ui.setting import Declared, Group, is_writable
from ui.settings import Settings

SUFFIX = ".toml"
FORMAT = 1
_MOST_BYTES = 1_000_000
_HEAD = "# 法治年报的设置。在另一台电脑的“设置”中点“导入设置……”读入；文件夹、打印机和窗口位置不随着走。"
_KEPT = "设置没有改动"


@dataclass(frozen=True, slots=True)
class Change:
    """A setting that would become another; both values as kept, and as the clerk reads them."""

    setting: Declared
    value: str
    old_words: str
    new_words: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file would change, and in words what of it cannot be taken over."""

    changes: tuple[Change, ...]
    left_out: tuple[str, ...]


def exported(settings: Settings) -> str:
    """Every setting that travels, as the text of a file."""
    lines = [_HEAD, f"format = {FORMAT}", ""]
    for group in Group:
        lines += [f"# ——{group.value}——", ""]
        for one in declared(group):
            if one.travels:
                value = "".join(filter(is_writable, settings.get(one)))
                lines += [f"# {one.label}", f'"{one.key}" = {json.dumps(value, ensure_ascii=False)}', ""]
    return "\n".join(lines)


def read_incoming(file: Path, settings: Settings) -> Incoming:
    """What a file would change here; nothing is changed yet.

    Raises UserError for a file that cannot be read, is damaged, is something else, or comes from a newer program.
    """
    values = _values(file)
    known = {one.key: one for one in DECLARED if one.travels}
    changes, left_out = [], [f"“{key}”这一版没有，不导入" for key in values.keys() - known.keys()]
    for one in (known[key] for key in known if key in values):
        value, old = values[one.key], settings.get(one)
        if not isinstance(value, str) or not one.accepts(value, settings.data_dir):
            left_out.append(f"“{one.label}”不能是“{value}”，仍用原来的")
        elif (value := one.reads(value)) != old:
            shown = (one.shown(text, settings.data_dir) for text in (old, value))
            changes.append(Change(one, value, *shown))
    return Incoming(tuple(changes), tuple(left_out))


def take_over(incoming: Incoming, settings: Settings) -> None:
    """Set everything that would change."""
    for change in incoming.changes:
        settings.set(change.setting, change.value)


def _values(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserError(f"“{file.name}”读不出来，{_KEPT}；请检查文件还在不在、能不能打开。") from error
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))  # Windows' editor puts a mark before the text
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError(f"“{file.name}”已损坏或不是设置文件，{_KEPT}；请在原来的电脑上重新导出。") from error
    number = found.pop("format", None)
    if type(number) is not int or number < 1 or len(content) > _MOST_BYTES:
        raise UserError(f"“{file.name}”不是法治年报的设置文件，{_KEPT}；请选“导出设置”写出的文件。")
    if number > FORMAT:
        raise UserError(f"“{file.name}”是更新版本的法治年报导出的，{_KEPT}；请先升级这台电脑上的法治年报。")
    return found

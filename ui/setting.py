"""What a setting is: a remembered value; and a declared one, which the clerk finds in 设置."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path

YES, NO = "yes", "no"

Choices = Callable[[Path], Mapping[str, str]]
"""The values there are and what they are called; the data folder may hold an office's own."""


class Group(StrEnum):
    """A page of 设置."""

    UNIT = "单位"
    PAGE = "版式"
    KEEPING = "保存与备份"
    CHECKS = "校对"
    LOOKS = "外观"


class Kind(Enum):
    """How a setting is filled in."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    YES_NO = "yes-no"
    FOLDER = "folder"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Setting:
    """A remembered value: its key and what holds before it was ever set. `reads` gives it as it is written today and
    raises ValueError for what the program cannot use: people and other programs write into the file too."""

    key: str
    default: str = ""
    reads: Callable[[str], str] = str


def _no_choices(_data_dir: Path) -> Mapping[str, str]:
    return {}


def _no_trouble(_value: str, _data_dir: Path) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared(Setting):
    """A setting that the clerk fills in. `hint` is what an empty text shows; `travels` whether another PC may have it.

    `least`, `most` and `step` bound a number, written with its `unit`. `field` is the letterhead's field that a new
    report begins with it in, "" for none. `trouble` says what is wrong with a value here, "" for nothing.
    """

    label: str
    group: Group
    kind: Kind = Kind.TEXT
    help: str = ""
    hint: str = ""
    travels: bool = True
    choices: Choices = _no_choices
    trouble: Callable[[str, Path], str] = _no_trouble
    least: int = 0
    most: int = 0
    step: int = 1
    unit: str = ""
    field: str = ""

    def accepts(self, value: str, data_dir: Path) -> bool:
        """Whether a value written elsewhere can hold here."""
        match self.kind:
            case Kind.CHOICE:
                return value == self.default or value in self.choices(data_dir)
            case Kind.NUMBER:
                return value.isascii() and value.isdigit() and self.least <= int(value) <= self.most
            case Kind.YES_NO:
                return value in (YES, NO)
            case _:
                return len(value) <= LONGEST and all(map(is_writable, value))

    def shown(self, value: str, data_dir: Path) -> str:
        """A value in the clerk's words."""
        match self.kind:
            case Kind.CHOICE:
                return self.choices(data_dir).get(value, value)
            case Kind.NUMBER:
                return f"{value}{self.unit}"
            case Kind.YES_NO:
                return "是" if value == YES else "否"
            case Kind.RULES:
                count = len([one for one in value.split(",") if one])
                return f"停用 {count} 条" if count else "全部启用"
            case _:
                return value


def is_writable(character: str) -> bool:
    """Whether a line of text may hold it: no control characters; Python does not call the wide blank printable."""
    return character.isprintable() or character == "\u3000"


LONGEST = 2_000
"""Characters that a text holds."""


def offering(**choices: str) -> Choices:
    """The same choices on every PC."""
    return lambda _data_dir: choices

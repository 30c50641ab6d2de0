"""The letterhead: everything on the paper that is not its text. Each field is declared once, here."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from models.dates import official_date
from models.errors import UnknownKeyError, UserError

SEPARATOR = "、"
_SEPARATORS = re.compile("[、，,]")  # no organ and no person has a comma in the name


class FieldKind(StrEnum):
    """How a form field is filled in."""

    TEXT = "text"
    LINES = "lines"
    LIST = "list"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """A form field: its key, what it is called, what to write in it, and among which values to choose."""

    key: str
    label: str
    kind: FieldKind
    help: str
    choices: tuple[str, ...]
    group: str
    check: Callable[[str], str]

    @property
    def is_checked(self) -> bool:
        """Whether not every text fits: what is still being typed says nothing yet."""
        return self.check is not _as_typed


class RedHead(StrEnum):
    """What the clerk chooses as the head of the first page."""

    WITH_SUFFIX = "机关名称加“文件”"
    NAME_ONLY = "机关名称"
    PREPRINTED = "留空（红头纸）"
    NONE = "不印版头"


class EndingChoice(StrEnum):
    """What the clerk chooses as the attestation at the end."""

    SEALED = "加盖印章"
    UNSEALED = "不加盖印章"
    STAMPED = "加盖签名章"


def _as_typed(text: str) -> str:
    return text


def _in_one_line(text: str) -> str:
    return "".join(filter(str.isprintable, " ".join(text.split())))


def _copy_number(text: str) -> str:
    if text and not re.fullmatch(r"\d{1,6}", text):
        raise UserError(f"份号“{text}”不是6位以内的数字，原值未改；请写成“000001”这样的编号。")
    return text.zfill(6) if text else ""


def _entry(
    label: str,
    help: str,
    kind: FieldKind = FieldKind.TEXT,
    choices: tuple[str, ...] = (),
    group: str = "版头",
    check: Callable[[str], str] = _as_typed,
) -> Any:
    about = {"label": label, "help": help, "kind": kind, "choices": choices, "group": group, "check": check}
    return field(default=() if kind is FieldKind.LIST else "", metadata=about)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Issuing organs, addressees, numbers and dates (GB/T 9704-2012 §7.2-7.4); empty is not yet known."""

    title: str = _entry(
        "标题", "不填则按模板自动生成；要自己定在哪里回行，就在那里按回车。", FieldKind.LINES, group="主体"
    )
    organs: tuple[str, ...] = _entry(
        "发文机关",
        "印在红头和落款处：全称或规范化简称；联合行文用顿号分开，党委机关在前。",
        FieldKind.LIST,
        group="主体",
    )
    addressees: tuple[str, ...] = _entry(
        "主送机关", "报告送给谁，用顿号分开，如：中共某某市委、某某市人民政府。", FieldKind.LIST, group="主体"
    )
    copies: tuple[str, ...] = _entry("抄送机关", "用顿号分开，印在版记中。", FieldKind.LIST, group="版记")
    red_head: str = _entry(
        "版头样式",
        "不选时，下面各项填了就印“××文件”，都不填就不印。纸上已有红头的，选“留空”。",
        FieldKind.CHOICE,
        ("", *RedHead),
    )
    doc_number: str = _entry("发文字号", "机关代字〔年份〕顺序号，如：云政〔2026〕5号。")
    signatories: tuple[str, ...] = _entry(
        "签发人", "上行文须标注；联合行文有几个机关写几个人。", FieldKind.LIST
    )
    secrecy: str = _entry(
        "密级", "一般不填；涉密报告不公开。", FieldKind.CHOICE, ("", "秘密", "机密", "绝密")
    )
    secrecy_term: str = _entry("保密期限", "如：1年。")
    urgency: str = _entry("紧急程度", "一般不填。", FieldKind.CHOICE, ("", "加急", "特急"))
    copy_number: str = _entry("份号", "6位编号，涉密报告才需要。", check=_copy_number)
    date: str = _entry(
        "成文日期", "签发日期，如：2026年2月9日。", FieldKind.DATE, group="落款", check=official_date
    )
    disclosure: str = _entry(
        "公开属性",
        "本报告应当向社会公开。",
        FieldKind.CHOICE,
        ("主动公开", "依申请公开", "不予公开"),
        group="版记",
    )
    ending: str = _entry(
        "落款方式",
        "印章盖在单位名称和日期上，签名章盖在职务右边。",
        FieldKind.CHOICE,
        ("", *EndingChoice),
        group="落款",
    )
    signer_position: str = _entry("签发人职务", "只在加盖签名章时印，如：县长。", group="落款")
    notes: str = _entry("附注", "印在成文日期下一行，如：此件公开发布。", group="落款")
    printed_by: str = _entry("印发机关", "如：云岭县人民政府办公室。", group="版记")
    printed_on: str = _entry(
        "印发日期", "如：2026年2月10日。", FieldKind.DATE, group="版记", check=official_date
    )
    contact_name: str = _entry("联系人", "上级有疑问时找谁。", group="版记")
    contact_phone: str = _entry("联系电话", "区号加号码。", group="版记")
    filled_by: str = _entry("填报人", "写在报送的 Excel 统计表上，不印在报告里。", group="统计表")
    checked_by: str = _entry("审核人", "写在报送的 Excel 统计表上，不印在报告里。", group="统计表")

    @property
    def secrecy_mark(self) -> str:
        """Secrecy and its term as one mark: 秘密★1年 (GB/T 9704-2012 §7.2.2)."""
        return "★".join(filter(None, (self.secrecy, self.secrecy_term)))

    def text(self, key: str) -> str:
        """A field as the form shows it: several values joined by 、."""
        value = getattr(self, key)
        return value if isinstance(value, str) else SEPARATOR.join(value)

    def with_text(self, key: str, text: str) -> "Letterhead":
        """The letterhead with one field filled in from a form's text.

        Raises UnknownKeyError for no such field, UserError for a text that does not fit.
        """
        declared = LETTERHEAD.get(key)
        if declared is None:
            raise UnknownKeyError("文头字段", key, f"可用的字段有：{'、'.join(LETTERHEAD)}。")
        lines = text.split("\n") if declared.kind is FieldKind.LINES else [text]
        text = "\n".join(filter(None, map(_in_one_line, lines)))
        value: str | tuple[str, ...] = declared.check(text)
        if declared.kind is FieldKind.LIST:
            value = tuple(part.strip() for part in _SEPARATORS.split(text) if part.strip())
        elif declared.choices and text and text not in declared.choices:
            known = SEPARATOR.join(choice for choice in declared.choices if choice)
            raise UserError(f"{declared.label}不能是“{text}”，原值未改；请从{known}中选择。")
        changed: dict[str, Any] = {key: value}
        return replace(self, **changed)


LETTERHEAD: dict[str, Field] = {
    entry.name: Field(key=entry.name, **entry.metadata) for entry in fields(Letterhead)
}
"""The letterhead's fields by key, in the order of the form."""

"""Is there anything in the report that the public must not read? Asked at every check, and before a public version.

Sources: 《中华人民共和国政府信息公开条例》 on what is not published and on the examination before publication,
《中华人民共和国个人信息保护法》, 《中华人民共和国保守国家秘密法》; of office telephones: the practice of government
websites.
"""

from collections.abc import Iterator
from dataclasses import replace

from checks.passages import passages
from checks.rule import Level, Remark, check
from models.letterhead import Letterhead
from models.linked_text import escape
from models.personal_data import PersonalKind, PersonalNumber, personal_data
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section
from models.secrecy import secrecy_marks
from models.template import Template

_PRIVACY = "《中华人民共和国个人信息保护法》、《中华人民共和国政府信息公开条例》关于个人隐私的规定"
_SECRECY = "《中华人民共和国保守国家秘密法》、《中华人民共和国政府信息公开条例》关于公开审查的规定"
_EXAMINED = "《法治政府建设与责任落实督察工作规定》关于年度报告公开的规定"


def _says(*paragraphs: str) -> Report:
    body = Section("measures", "主要举措和成效", items=(Item("规范执法", tuple(map(escape, paragraphs))),))
    return Report(year=2025, template="county-regulation", sections=(body,))


_PLAIN = replace(
    _says(
        "受理行政复议申请164件，压缩办理时限15680.5个工作日，罚没金额4081726000元，归集数据13912345678条。",
        "12345热线转办21096件，110联动处置320起，拨打400-620-1234可以预约；详见云政〔2026〕5号。",
        "向统一社会信用代码为91410000MA4G0ABC1Q的企业送达文书，登记号为2025-13800138000。",
    ),
    letterhead=Letterhead(
        notes="此件公开发布", contact_name="林知秋", contact_phone="0000-1234567", disclosure="主动公开"
    ),
)
_LAW = _says(
    "落实《中华人民共和国保守国家秘密法》，开展保密审查46次；涉及国家秘密、工作秘密、商业秘密的不予公开。",
    "答复政府信息公开申请41件，其中不予公开3件；国家秘密分为绝密、机密、秘密三级。",
)


def _numbers(report: Report, *kinds: PersonalKind) -> Iterator[Remark]:
    for passage in passages(report):
        for number in personal_data(passage.text):
            if number.kind in kinds:
                yield Remark(
                    _about(number),
                    passage.section,
                    passage.item,
                    number.quote,
                    number.masked,
                    passage.field,
                    replaces=number.quote,
                )


def _about(number: PersonalNumber) -> str:
    words = f"“{number.quote}”像是{number.kind}"
    if not number.agrees:
        words += "（校验码不对，也请核对有没有写错）"
    if number.kind is PersonalKind.LANDLINE:
        return f"{words}，公开前须处理：不是对外公布的办公电话就删去，或只留末三位。"
    return f"{words}，公开前须处理：请删去，或隐去中间几位。"


@check(
    "DIS01",
    "身份证号码",
    Level.WARNING,
    _PRIVACY,
    bad=(
        _says("向张某（身份证号410105198003071239）送达决定书。"),
        _says("当事人号码为４１０１０５　１９８００３０７　１２３Ｘ。"),
        replace(_PLAIN, attachments=(Attachment("名单", ("旧证号410105800307123。",)),)),
    ),
    good=(_PLAIN, _LAW, _says("已隐去：410105********123X。", "项目代码2209-410105-04-01-123456。")),
)
def identity_numbers(report: Report, template: Template) -> Iterator[Remark]:
    """No identity card numbers."""
    return _numbers(report, PersonalKind.IDENTITY)


@check(
    "DIS02",
    "电话号码",
    Level.WARNING,
    _PRIVACY,
    bad=(
        _says("有事请拨打138-0013-8000。"),
        _says("投诉电话：（0371）6550123。"),
        replace(_PLAIN, letterhead=Letterhead(notes="联系人：王某，１３８００１３８０００")),
        replace(_PLAIN, figures=(Figure("fy_apply", Quantity.parse("164"), note="问小李13800138000"),)),
    ),
    good=(_PLAIN, _LAW, _says("已隐去：138****8000。", "2021 2022 2023 2024各年依次为139、1234、5678件。")),
)
def phone_numbers(report: Report, template: Template) -> Iterator[Remark]:
    """No telephone numbers, those of hotlines excepted."""
    return _numbers(report, PersonalKind.MOBILE, PersonalKind.LANDLINE)


@check(
    "DIS03",
    "银行卡号",
    Level.WARNING,
    _PRIVACY,
    bad=(_says("退款至6225881234567898。"), _says("卡号6225 8812 3456 7898已登记。")),
    good=(_PLAIN, _LAW, _says("设备编码6225881234567890与流水号6225881234567898不是一回事。")),
)
def bank_cards(report: Report, template: Template) -> Iterator[Remark]:
    """No bank card numbers."""
    return _numbers(report, PersonalKind.BANK_CARD)


@check(
    "DIS04",
    "涉密和内部字样",
    Level.WARNING,
    _SECRECY,
    bad=(
        _says("秘密★1年"),
        _says("下列材料【机密】。"),
        _says("附件2不予公开。"),
        replace(_PLAIN, letterhead=Letterhead(notes="内部资料，注意保管")),
        replace(_PLAIN, attachments=(Attachment("仅供县领导参阅的台账"),)),
    ),
    good=(_PLAIN, _LAW),
)
def secrecy_words(report: Report, template: Template) -> Iterator[Remark]:
    """No marks of secrecy and no words that are for the inside."""
    for passage in passages(report):
        for mark in secrecy_marks(passage.text):
            yield Remark(
                f"“{mark.quote}”是涉密或内部字样，公开前须处理：请核对这一处能不能公开，不能的删去，能的去掉这个字样。",
                passage.section,
                passage.item,
                mark.quote,
                field=passage.field,
            )


@check(
    "DIS05",
    "密级和公开属性",
    Level.WARNING,
    _EXAMINED,
    bad=(
        replace(_PLAIN, letterhead=Letterhead(secrecy="秘密")),
        replace(_PLAIN, letterhead=Letterhead(secrecy_term="1年")),
        replace(_PLAIN, letterhead=Letterhead(disclosure="不予公开")),
    ),
    good=(_PLAIN, _LAW, replace(_PLAIN, letterhead=Letterhead(disclosure="依申请公开"))),
)
def restrictions(report: Report, template: Template) -> Iterator[Remark]:
    """A paper that is marked as secret or not to be published is not published by leaving out the mark."""
    letterhead = report.letterhead
    for key, name in (("secrecy", "密级"), ("secrecy_term", "保密期限")):
        if value := letterhead.text(key):
            message = (
                f"填了{name}“{value}”，涉密报告不得公开，公开前须处理：请核对定密；没有定密的，清空这一栏。"
            )
            yield Remark(message, "letterhead", quote=value, field=key)
    if letterhead.disclosure == "不予公开":
        message = "公开属性是“不予公开”，年度报告除涉密外应当公开，公开前须处理：请核对；应当公开的，改为“主动公开”。"
        yield Remark(message, "letterhead", quote=letterhead.disclosure, field="disclosure")

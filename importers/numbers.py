"""Finding amounts in a text: 行政复议申请179件 holds the amount 179 with the unit 件.

A number is an amount when a measure word or a percent sign follows; years, dates, document numbers and codes have
none. Names that look like amounts are set aside first (`importers.protected`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from importers.protected import blanked
from importers.units import LIMITING, UNIT, as_counted
from models.errors import NotAQuantityError
from models.quantity import ARABIC, CHINESE, TAIL, Quantity, numeral

_LIST_SEPARATOR = r"\s*(?:、|和|及|与|至|到|[-—–~～]{1,2})\s*"

# A number is not torn out of a code (GB/T9704, X-12, 1+3+N), a version (2.0.1) or a ratio (1:3).
_NOT_BEHIND = r"(?<![A-Za-z0-9０-９_./#№·])(?<![A-Za-z][-+*×])(?<![0-9][+*×xX])(?<![0-9][:：])"
_NOT_BEFORE = r"(?![0-9０-９])(?!\s*[:：+×*][0-9])(?![A-Za-z_])"
_ARABIC_AMOUNT = re.compile(
    rf"{_NOT_BEHIND}{numeral(ARABIC)}{_NOT_BEFORE}\s*(?:(?P<unit>{UNIT}|[%％‰])(?P<tail>{TAIL})?)?"
)

# Words whose last character is no qualifier of the number behind it: 签约25家, 附近3个村.
_PART_OF_WORD = re.compile(r"(?:[签预违履集节公契续邀守]约|[附最邻靠就亲临贴]近|[赶高反]超)$")
_SIGNED = re.compile(r"(?:同比|环比|增长|增速|增幅|变化|为|下降|[（(])$")

# Chinese numerals count only behind a verb (召开两次党组会议) or closing a clause that tells of an event (学法四次，).
_EVENT = (
    "听取|召开|组织|开展|举办|举行|参加|进行|学习|研究|审议|研讨|宣讲|检查|督察|督查|督导|调研|评查|主持|抽查|走访|接待|"
    "通报|述法|培训|演练|巡查|整治|约谈|办理|受理|办结|调解|化解|查处|印发|出台|制定|发布|移送|接访|立案"
)
_OCCASION = rf"{_EVENT}|会议|会|讲座|班|学法|活动|汇报|题研究|旁听|庭审|考试|课"
_CHINESE_UNIT = "人次|场次|批次|件次|户次|次|场|期|件|起|份|名|人|家|户|轮|例|宗|篇|批"
_OTHER_BEFORE = (
    "(?<![第每首上这那再最跑同某末历数几〇零一二两三四五六七八九十百千万亿])"  # 第四次, 最多跑一次, 数十场
)
_OTHER_BEHIND = (  # 一次性, 一次办, 两人民法庭, 三件事
    "(?<!次(?=性|告|供|分配|创|通[过办]))(?<!次(?=办(?![公案学])))(?<!人(?=民|大代|员|才|之))(?<!件(?=事(?![项关由故])))"
)
_CHINESE_AMOUNT = re.compile(rf"{_OTHER_BEFORE}{numeral(CHINESE)}(?P<unit>{_CHINESE_UNIT}|个){_OTHER_BEHIND}")
_BEHIND_SPREAD = re.compile(
    "(?:覆盖|涉及|惠及|建成|建立|建设|设立|新建|走进|深入|联系)(?:了|全县|全市|全区|全镇|全省|共)?$"
)
_NO_THING = re.compile("方面|月|年|季|意识|坚持|明确|严禁|一|字|不|必|性|百分")
_BEHIND_VERB = re.compile(rf"(?:{_EVENT})(?:了|过|共|各|共计|累计|专题)?$")
_BEHIND_OCCASION = re.compile(rf"(?:{_OCCASION})[^，,。；;：:]*$")
_NO_COUNT = re.compile(
    r"每[年季月周半学个次两]|至少|不少于|不超过|原则上|应当|最多|[一两二三四五六七八九]{2}"
)
_OCCASIONS = frozenset({"次", "场", "场次", "期", "轮"})
_CLAUSE_END = re.compile(r"\s*(?:[，,。；;、）)]|$)")

_WINDOW = 80
"""So many characters before an amount are looked at."""

_LIMIT = re.compile(r"\s*(?:之内|以内|内|前|后|之后)")
_CHANGED_TIME = re.compile("压缩|缩短|缩减|减少|提速|降|减|平均|仅需|只需|由[^，。；]*$")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text: `text[start:end]` is the quantity as printed, `text[end:stop]` its unit."""

    start: int
    end: int
    stop: int
    quantity: Quantity
    unit: str


def amounts(text: str) -> tuple[Amount, ...]:
    """Every statistic of a text, in order, units as counted (工作日 for 个工作日)."""
    visible = blanked(text)
    arabic = [amount for amount in _listed(visible, _arabic(visible)) if not _is_limit(visible, amount)]
    taken = {place for amount in arabic for place in range(amount.start, amount.stop)}
    chinese = [amount for amount in _chinese(visible) if taken.isdisjoint(range(amount.start, amount.stop))]
    return tuple(sorted((*arabic, *chinese), key=lambda amount: amount.start))


def _before(text: str, place: int) -> str:
    return text[max(0, place - _WINDOW) : place]


def _clause_before(text: str, place: int) -> str:
    return re.split("[，,。；;：:]", _before(text, place))[-1]


def _arabic(text: str) -> Iterator[Amount]:
    """Every Arabic number, those without a unit included (unit "")."""
    at = 0
    while match := _ARABIC_AMOUNT.search(text, at):
        at = match.end()
        amount = _amount(match, text)
        if amount is not None:
            yield amount


def _amount(match: re.Match[str], text: str) -> Amount | None:
    start = match.start()
    if "，" in match["digits"] and "分别" in _clause_before(text, start):
        return None  # 分别为120，350件 are two amounts, 投入1，280万元 is one
    if match["before"] and _PART_OF_WORD.search(_before(text, match.end("before"))):
        start = match.end("before")
    if match["sign"] and not (match["percent"] and _SIGNED.search(_before(text, match.start("sign")))):
        start = match.end("sign")
    number_end = match.start("unit") if match["unit"] else match.end()
    number = text[start:number_end].rstrip()
    try:
        quantity = Quantity.parse(number)
    except NotAQuantityError:
        return None
    unit = quantity.percent or match["unit"] or ("%" if _is_zero_rate(number, _before(text, start)) else "")
    stop = start + len(number) if quantity.percent else match.end()
    tail = "" if quantity.percent else match["tail"] or ""
    quantity = replace(quantity, tail="以内" if tail == "之内" else tail)
    return Amount(start, start + len(number), stop, quantity, as_counted(unit.replace("％", "%")))


def _is_zero_rate(number: str, before: str) -> bool:
    """再犯罪率为0 needs no sign."""
    return number == "0" and re.search("率(?:为|是|保持)?$", before) is not None


def _listed(text: str, found: Iterator[Amount]) -> Iterator[Amount]:
    """The amounts with a unit; in a list or range (12、15和20件, 63～68%) the earlier ones take the last one's."""
    waiting: list[Amount] = []
    for amount in found:
        if waiting and not re.fullmatch(_LIST_SEPARATOR, text[waiting[-1].end : amount.start]):
            waiting = []
        if not amount.unit:
            waiting.append(amount)
            continue
        for earlier in waiting:
            yield replace(earlier, stop=earlier.end, unit=amount.unit)
        waiting = []
        yield amount


def _chinese(text: str) -> Iterator[Amount]:
    for match in _CHINESE_AMOUNT.finditer(text):
        clause = _clause_before(text, match.start())
        if not _counts(match, clause) or _NO_COUNT.search(clause + match["digits"]):
            continue
        if match["digits"] == "一" and match["unit"] not in _OCCASIONS:
            continue  # 查处一起、通报一起 is a manner of speaking
        number = text[match.start() : match.start("unit")]
        try:
            quantity = Quantity.parse(number)
        except NotAQuantityError:
            continue
        yield Amount(match.start(), match.start("unit"), match.end(), quantity, match["unit"])


def _counts(match: re.Match[str], clause: str) -> bool:
    """Whether a Chinese numeral counts what was done (召开两次会议) or reached (覆盖十三个乡镇)."""
    if match["unit"] == "个":
        named = len(match["digits"]) < 2 or _NO_THING.match(match.string, match.end())
        return not named and _BEHIND_SPREAD.search(clause) is not None
    if _BEHIND_VERB.search(clause):
        return True
    ends = _CLAUSE_END.match(match.string, match.end())
    return ends is not None and _BEHIND_OCCASION.search(clause) is not None


def _is_limit(text: str, amount: Amount) -> bool:
    """A deadline (15个工作日内) is a rule; a time that was cut (由20天压缩至5天) is a result."""
    if amount.unit not in LIMITING:
        return False
    limited = "以内" in (amount.quantity.tail, amount.quantity.after) or _LIMIT.match(text, amount.stop)
    return bool(limited) and not _CHANGED_TIME.search(_clause_before(text, amount.start))

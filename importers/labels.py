"""The words around an amount that say what it counts."""

import re
from dataclasses import dataclass

from importers.numbers import Amount

_SENTENCE_END = re.compile(r"[。；;！!？?\n]")
_PIECE_END = re.compile(r"[，,：:（()）]")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_MARKS = re.compile(r"[“”‘’\"「」『』《》〈〉\s]")
_PART = re.compile(
    r"(?:^|[。；;，,：:\s])(?:[一二三四五六七八九十]{1,2}是|首先|其次|再次|最后)"
    r"|第[一二三四五六七八九十]，"
)

# The sum of amounts before it: 建议63件、提案81件，合计144件.
_SUM = re.compile("(?:合计|总计|共计)(?:为|达)?$")
_LAST_YEAR = re.compile("[（(，,、]*[上去]年(?:度|同期)?[为是]?")

# The second of two amounts: 由20天缩短至5天.
_RESULT = re.compile(
    "(?:缩短|压缩|压减|缩减|减少|精简|减|降低|下降|降|提升|提高|增加|增长|增|上升|上涨|调整|变)[至到为成]"
)

# Words that say nothing of what is counted, before and behind those that do.
_LEADING = (
    r"(?:20\d\d|[一本今全去上当近]|年)年(?:度|来|以来)?|年度|今年以来|[上下]?半年|[一二三四]季度|"
    r"截至目前|截止目前|目前|截至[^，,]{0,8}底|年内|对照|"
    r"共计|共|累计|合计|总计|其中|另有|另外|另|其余|此外|同时|期间|先后|分别|已经|已|均|又|再(?!犯)|还|并|且|也|现(?![行场金])|"
    r"有|为|对|将|把|的|了|等|在|从|经|由|依法|及时|积极|持续|成功|顺利|全面|深入|扎实|切实|认真|圆满|"
    r"[～~—–-]|[一二三四五六七八九十]是|[①-⑳]|仍有|仍|方面|大类|中|仅|只|"
    r"[我全本][县市区镇乡局州旗委院街办]{1,2}|[、和及与]|各类|各项|全部|实现|可"
)
_COUNTING = (
    r"共计|共|累计达?|合计|总计|总数达?|总量达?|数量|达到|达|(?<![行作认])为|是|有|了|已|(?<![日月年人平])均|各|"
    r"分别|保持在|保持|稳定在|突破|"
    r"计|等|在|到|至|由|从|[、和及与～~]|不低于|含|即|为期|仅|只|连续.年|[0-9./=＝＞>＜<≥≤]+"
)
_GENERIC = "数(?!据)|案件|案|事项|件|的|人数|次数"
LEADING = re.compile(rf"(?:{_LEADING})*")
TRAILING = re.compile(rf"(?:{_COUNTING}|{_GENERIC})*$")
_COUNTED = re.compile(rf"(?:{_COUNTING})*$")


@dataclass(frozen=True, slots=True)
class Label:
    """What stands around one amount, quotation marks and blanks left out.

    - `words` stand directly before it, `behind` directly behind its unit.
    - `earlier`: the text that may tell what the words are about, from the last 一是, 二是 on.
    - `inherited`: nothing stands before it, the words are those of the amount before (813批次、1325人次).
    - `apart`: a comma stands between words and amount. `about`: the clause before that of the words.
    - `starting`: it is what was before a change (由20天缩短至5天).
    - `adjoining`: the amount before is in the same sentence.
    """

    words: str
    behind: str
    earlier: str
    inherited: bool = False
    apart: bool = False
    about: str = ""
    starting: bool = False
    adjoining: bool = False


def bare(text: str) -> str:
    """The text without quotation marks and blanks, as labels and aliases are compared."""
    return _MARKS.sub("", text)


def labels(text: str, amounts: tuple[Amount, ...]) -> tuple[Label, ...]:
    """The label of each amount of a paragraph."""
    found: list[Label] = []
    for number, amount in enumerate(amounts):
        sentences = _SENTENCE_END.split(text[amounts[number - 1].stop if number else 0 : amount.start])
        before = found[-1] if number and len(sentences) == 1 else None
        same_unit = before is not None and amount.unit == amounts[number - 1].unit
        following = amounts[number + 1].start if number + 1 < len(amounts) else None
        behind = _behind(text[amount.stop : following], following is not None)
        earlier = bare(text[_part_start(text, amount.start) : amount.start])
        found.append(_label(sentences[-1], behind, earlier, before, same_unit))
    return tuple(found)


def _label(between: str, behind: str, earlier: str, before: Label | None, same_unit: bool) -> Label:
    """The label from what stands between the amount and the one `before` it in the sentence or its beginning."""
    words, about = _words(between, before is not None)
    inherited = False
    if before:
        if same_unit and not words and _SUM.search(between):
            words = "合计"
        elif before.starting and _RESULT.fullmatch(words):
            words = before.words[:-1]
        elif _LAST_YEAR.fullmatch(bare(between)):
            words = f"上年{before.words}"
        elif not words and not (behind and _PIECE_END.search(between)):
            words, inherited = before.words, True
    return Label(
        words,
        behind,
        earlier,
        inherited=inherited,
        apart=_PIECE_END.search(between[-2:]) is not None,
        about=about,
        starting=not inherited and words.endswith(("由", "从")),
        adjoining=before is not None,
    )


def _words(between: str, follows: bool) -> tuple[str, str]:
    """The nearest words before an amount that say something, and those before them.

    What directly follows the amount before belongs to that: 68个小区、420栋高层建筑.
    """
    pieces = _PIECE_END.split(_ASIDE.sub("", between))
    if follows:
        pieces[0] = re.sub("^[^、]*、|[和及与]$", "", pieces[0])
    nearest, *others = map(bare, reversed(pieces))
    if follows and others:
        others.pop()
    telling = [words for words in (nearest, *others) if essence(words)]
    return telling[0] if telling else "", telling[1] if len(telling) > 1 else ""


def _behind(between: str, more: bool) -> str:
    """The words right behind an amount; where `more` amounts follow, those behind a 、 belong to the next."""
    clause = _PIECE_END.split(_SENTENCE_END.split(_ASIDE.sub("", between))[0])[0]
    if more and clause == _ASIDE.sub("", between):
        clause = clause.partition("、")[0]
    return bare(clause)


def essence(words: str) -> str:
    """The words without those around them that only count or date."""
    begin = LEADING.match(words)
    return _COUNTED.sub("", words[begin.end() :] if begin else words)


def named(words: str) -> str:
    """The essence, but never a single letter of it: 已结 stays whole."""
    core = essence(words)
    return core if len(core) > 1 else _COUNTED.sub("", words)


def _part_start(text: str, before: int) -> int:
    return max((match.start() for match in _PART.finditer(text, 0, before)), default=0)

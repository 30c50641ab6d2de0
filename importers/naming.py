"""Names for a report's own indicators, made from the words around the amount."""

import re
from collections.abc import Iterator
from itertools import count

from importers.change_words import without_comparison
from importers.filler_words import essence, named
from importers.label import Label
from importers.last_year import told_year

_LONGEST = 18
_BEHIND_LONGEST = 12
_LONGEST_HEADING = 14

# Words too general to stand alone; the name of the amount before, or the clause before, says of what.
_GENERAL = re.compile(
    r"(?:按期|按时|及时|已|全部|综合|群众|总体|不|其余)*(?:"
    r"办结|办理|完成|处理|处置|整改|参训|参加|参与|参演|到期|回复|答复|满意|合格|通过|覆盖|优秀|化解|成功|采纳|回访|解决|"
    r"查处|立案|结案|受理|发放|收到|涉及|占比|占|覆盖面|发现|发现问题|问题|培训|罚款|罚没|涉案金额|解除|培养|成立|新增|"
    r"合计|援助|已结|提速|压缩|压减|缩短|精简|整治|调处|优秀|上年结转|结转|接收|帮教|再犯罪|其余|调解|备案|人均)(?:率|度|比例|金额|人数)?"
)
_PARTS = {"其余", "合计"}
_RATES = re.compile("(?:[^、和及]{1,3}率[、和及]?)+")
_RANK = re.compile(
    "(?:连续.年)?(?:位居|位列|名列|跻身|进入|排名|排|居|列|获)?全[国省市州县区][^获居列]{0,2}(?:(?<!提)前|第)$"
)
_SHARE = re.compile("占(.{2,12})的$")

# What stands before 共, 累计 is who did it: 县司法局全年累计开展合法性审查.
_SUMMING = re.compile(r"^.*(?:(?<!公)共(?![同享和建治有])|累计(?![折犯])|合计|总计|先后)(?=.{2})")

# Where a new thought begins in words that are too long for a name.
_CUT = re.compile(r"(?:.*[，。；：])?(?:.*(?:的(?!$)|对[^对]{1,12}(?=进行|开展|组织|作出)))?")

# Where the counted thing behind an amount ends: 13名干部|均完成考试, 14个综合执法队|平均每队.
_BEHIND_END = re.compile(
    r"^(?:不等|缩短|压缩|压减|下降|上升|降|减|提升|提高|增|至|到|以)|"
    r"[，,.．。；;：:、（()）0-9０-９]|中(?![心国学小医介央共])|已|平均|[人每]均|(?<![平人月日户年])均|每|没|(?<!长期)未(?!成年)|尚|仍|正在|覆盖(?!率)|"
    r"惠及|全部|逐[一步个项]|统一(?!战)|(?<!公)共(?![享同建治青])|累计|进行|得到|被|以及|并(?=[^列])"
)
_VERBS = (
    "组织|开展|召开|举办|聘用|聘请|聘任|完成|制定|出台|印发|办理|受理|收到|发放|建立|建成|设立|新增|参加|听取|实施|打造|"
    "创建|选派|培养|培育|查处|审查|审核|审议|清理|发现|整改|化解|调解|覆盖|排查|检查|抽查|推出|梳理|公布|发布|指出|查出|"
    "取消|减少|压减|研究|宣传|提供|提出|落实|配备|纠正|下达|责令|启动|接收|组建|投入|作出|解决|采纳|签订|移送|归集"
)
_VERB = re.compile(_VERBS)
_VERB_ONLY = re.compile(rf"(?:{_VERBS}|的)$")
_PEOPLE = {"人次": "人次", "人": "人数", "名": "人数"}
_COUNTED_AS = {**_PEOPLE, "元": "金额", "%": "比例", "‰": "比例", "次": "次数"}

# What no name may hold, and what goes before it is looked for: ordinals, dates, the 15分钟 of a 15分钟服务圈.
_NUMBERED = re.compile(
    r"第[0-9０-９一二三四五六七八九十百]+[届期次批轮号条季度名]*|[0-9０-９]+(?:年度?|月底?前?|日|分钟|小时)"
)
_NO_NAME = re.compile(r"[^\u4e00-\u9fffA-Za-z、]")
_COMPARING = re.compile("(?:相较于?|同比|环比|[较比与同和])(?:[上去]一?年(?:度|同期)?)?的?$")

_LAST_YEAR = re.compile("(?<![比较与同])[上去]年")

_CHINESE = re.compile("[\u4e00-\u9fff]")
_FEWEST = 3


def name_of(label: Label, unit: str, subject: str, heading: str = "") -> str:
    """A short name from the words around an amount; `subject` is what the amount before it counts, if any."""
    if subject and (year := year_told(label)):
        return f"{_whole(subject)}（{year}）"
    name = _plain_name(label, unit, _whole(subject)) or _makeshift(label, unit, heading)
    return f"{name}（原）" if label.starting else f"{name}（现）" if label.resulting else name


def leans(label: Label) -> bool:
    """Whether the words of an amount (办结, 优秀) are understood only from those of an amount before."""
    words = _from_words(label)
    return _says_little(words) and not _named_behind(label)


def year_told(label: Label) -> str:
    """The year whose amount it is, with 年, where nothing else is said of it: 较2023年的198次; else empty."""
    return "" if label.last_year else told_year(label.earlier)


def without_mark(name: str) -> str:
    """A name without 原 or 现, the year or the number that tells it apart."""
    return re.sub("（(?:[原现]|[0-9]+年?)）$", "", name)


def change_name(base: str, words: str) -> str:
    """The name of a change: of the base where it is known, else from the words (涉企检查同比下降)."""
    if base:
        return f"{without_mark(base)}同比"
    if not without_comparison(words):
        return "同比变化"
    name = _shortened(re.sub("(?:了|约|近|达|为|超)+$", "", essence(words) or words))
    return name if _is_name(name) else "同比变化"


class Names:
    """The names taken so far with their units; tells a new one apart by its unit, its heading or a count."""

    def __init__(self, taken: dict[str, str]) -> None:
        self._known = frozenset(taken)
        self._taken = dict(taken)
        self._next: dict[str, int] = {}

    def take(self, name: str, unit: str, heading: str) -> str:
        """The name, or one made of it that is not taken yet; it is taken from now on."""
        free = next(option for option in self._options(name, unit, heading) if option not in self._taken)
        self._taken[free] = unit
        return free

    def _options(self, name: str, unit: str, heading: str) -> Iterator[str]:
        yield name
        if self._taken.get(name, unit) != unit:
            yield f"{name}（{unit}）"
        elif name not in self._known and (above := _short_heading(heading)) and not name.startswith(above):
            yield f"{above}：{name}"
        for number in count(self._next.get(name, 2)):
            self._next[name] = number + 1
            yield f"{name}（{number}）"


def _plain_name(label: Label, unit: str, subject: str) -> str:
    """The name the words give, "" where they give none."""
    if unit in {"名", "位"} and _RANK.search(label.words):
        return f"{_shortened(essence(_RANK.sub('', label.words))) or '考核'}名次"
    if share := _SHARE.search(label.words):
        return f"占{_shortened(share[1])}比例"
    name = _from_words(label)
    if subject and (label.earlier.endswith("其余") or label.words.endswith("、合计")):
        name = label.words[-2:] if label.words.endswith("、合计") else "其余"
    about = subject or _shortened(essence(label.about))
    if about and _says_little(name) and (name in _PARTS or not _named_behind(label)):
        name = _joined(about, name)
    elif not _is_name(name):
        return ""
    if unit == "%" and name.endswith("占"):
        return f"{name}比"
    if label.inherited and unit in _PEOPLE and not name.endswith(("人数", "人次")) and not _own_behind(label):
        return f"{name}{_PEOPLE[unit]}"
    return name


def _makeshift(label: Label, unit: str, heading: str) -> str:
    """A name where the words give none: the short word before or behind or the unit, below the short heading."""
    thing = _from_words(label)
    if unit in _COUNTED_AS and not thing.endswith(("人", "员", "口", "者")):
        thing += _COUNTED_AS[unit]
    if above := _short_heading(heading):
        return f"{above}：{thing or '数量'}"
    return thing if _is_name(thing) else f"{thing or '其他'}数量"


def _is_name(name: str) -> bool:
    return len(_CHINESE.findall(name)) >= _FEWEST and not _NO_NAME.search(name)


def _says_little(name: str) -> bool:
    return not _is_name(name) or (_GENERAL.fullmatch(name) or _RATES.fullmatch(name)) is not None


def _short_heading(heading: str) -> str:
    """The first words of the innermost heading, "" where they are no name."""
    words = re.split("[，、。；：]", heading.rsplit("。", maxsplit=1)[-1])[0]
    return words if len(words) <= _LONGEST_HEADING and not _NO_NAME.search(words) else ""


def _from_words(label: Label) -> str:
    words = _words_before(label)
    behind = _own_behind(label)
    if _named_behind(label):
        return _shortened(behind)
    if behind and (_VERB_ONLY.search(words) or len(words) <= 4) and not label.behind.startswith("的"):
        words += behind
    is_last = label.last_year or _LAST_YEAR.search(label.words)
    is_told = _LAST_YEAR.search(words) is not None
    return f"{'上年' if is_last and not is_told else ''}{_shortened(words.removesuffix('的'))}"


def _words_before(label: Label) -> str:
    words = re.sub("^.*、合计$", "合计", label.words)
    words = _COMPARING.sub("", _NUMBERED.sub("", words))
    return named(re.sub("^(?:含|包括|其中)", "", _SUMMING.sub("", words)))


def _named_behind(label: Label) -> bool:
    """Whether what an amount counts stands only behind it: 23家单位."""
    return bool(_own_behind(label)) and (label.inherited or label.apart or not _words_before(label))


def _own_behind(label: Label) -> str:
    """The counted thing where it stands behind: 2个律师团队. A long clause (5.8万人的县城建成…) is none."""
    words = re.sub("^(?:的|人民币)", "", _NUMBERED.sub("", label.behind))
    end = _BEHIND_END.search(words)
    words = words[: end.start()] if end else words
    if len(words) > _BEHIND_LONGEST:
        verb = _VERB.search(words, 2, _BEHIND_LONGEST)
        words = words[: verb.start()] if verb else ""
    return essence(words)


def _shortened(words: str) -> str:
    """At most a table cell's worth: behind the last mark, cut where a new thought or a verb begins; else nothing."""
    words = essence(_NO_NAME.split(words)[-1].strip("、"))
    if len(words) <= _LONGEST:
        return words
    if (cut := _CUT.match(words)) and 4 <= len(words) - cut.end() <= _LONGEST:
        return essence(words[cut.end() :])
    starts = (verb.start() for verb in _VERB.finditer(words, len(words) - _LONGEST, len(words) - _FEWEST))
    first = next(starts, None)
    return "" if first is None else words[first:]


def _whole(name: str) -> str:
    """A name without what tells it apart from others of the same name."""
    return re.sub("^[^：]*：|（[^（）]*）$", "", name)


def _joined(subject: str, name: str) -> str:
    """问题整改 and 整改率 make 问题整改率."""
    subject = re.sub("(?:人数|次数|数量|件数|人次)$", "", subject)
    if len(subject) + len(name) > _LONGEST:
        subject = re.sub(rf"^(?:{_VERBS})(?=.{{4}})", "", subject)
    shared = next((size for size in range(len(name), 1, -1) if subject.endswith(name[:size])), 0)
    return f"{subject}{name[shared:]}"

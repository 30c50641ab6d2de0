"""Names for a report's own indicators, made from the words around the amount."""

import re

from importers.labels import Label, essence, named

_LONGEST = 18
_BEHIND_LONGEST = 12

# Words too general to stand alone; the name of the amount before, or the clause before, says of what.
_GENERAL = re.compile(
    r"(?:按期|按时|及时|已|全部|综合|群众|总体)*(?:"
    r"办结|办理|完成|处理|处置|整改|参训|参加|参与|参演|到期|回复|答复|满意|合格|通过|覆盖|优秀|化解|成功|采纳|回访|解决|"
    r"查处|立案|结案|受理|发放|收到|涉及|占比|占|覆盖面|发现|发现问题|问题|培训|罚款|罚没|涉案金额|解除|培养|成立|新增|"
    r"合计|援助|已结|提速|压缩)(?:率|度|比例|金额|人数)?"
)
_RATES = re.compile("(?:[^、和及]{1,3}率[、和及]?)+")
_RANK = re.compile(
    "(?:连续.年)?(?:位居|位列|名列|跻身|进入|排名|排|居|列|获)?(?:全[国省市州县区]|[^获居列]{0,2})[第前]$"
)
_SHARE = re.compile("占(.{2,12})的$")

# What stands before 共, 累计 is who did it: 县司法局全年累计开展合法性审查.
_SUMMING = re.compile(r"^.*(?:(?<!公)共(?![同享和建治有])|累计|合计|总计)(?=.{2})")

# Where a new thought begins in words that are too long for a name.
_CUT = re.compile(r"(?:.*[，。；：])?(?:.*(?:的(?!$)|对[^对]{1,12}(?=进行|开展|组织|作出)))?")

# Where the counted thing behind an amount ends: 13名干部|均完成考试.
_BEHIND_END = re.compile(
    r"^(?:缩短|压缩|压减|下降|上升|降|减|提升|提高|增|至|到)|"
    r"[，,。；;：:、（()）]|中(?![心国学小])|已|均|没|未|尚|仍|正在|覆盖(?!率)|惠及|全部|共|累计|进行了|得到|被|以及|并(?=[^列])"
)
_VERB_ONLY = re.compile(
    r"(?:组织|开展|召开|举办|聘用|聘请|聘任|完成|制定|出台|印发|办理|受理|收到|发放|建立|建成|设立|新增|参加|听取|实施|打造|"
    r"创建|选派|培养|培育|查处|审查|审核|清理|发现|整改|化解|调解|覆盖|排查|检查|抽查|推出|梳理|公布|发布|指出|查出|取消|"
    r"减少|压减|的)$"
)
_PEOPLE = {"人次": "人次", "人": "人数", "名": "人数"}


def name_of(label: Label, unit: str, subject: str) -> str:
    """A short name from the words around an amount; `subject` is what the amount before it counts, if any."""
    if _RANK.search(label.words):
        return f"{_shortened(essence(_RANK.sub('', label.words)) or '考核')}名次"
    if share := _SHARE.search(label.words):
        return f"占{share[1]}比例"
    name = _shortened(_from_words(label)) or essence(label.behind[:_BEHIND_LONGEST]) or subject or "数量"
    about = subject or _shortened(essence(label.about))
    if label.starting:
        return f"{name}（调整前）"
    if about and (_GENERAL.fullmatch(name) or _RATES.fullmatch(name)):
        name = _joined(about, name)
    if unit == "%" and name.endswith("占"):
        return f"{name}比"
    if label.inherited and unit in _PEOPLE and not name.endswith(("人数", "人次")) and not _own_behind(label):
        return f"{name}{_PEOPLE[unit]}"
    return name


def change_name(base: str, words: str) -> str:
    """The name of a change: of the base where it is known, else from the words (涉企检查同比下降)."""
    if base:
        return f"{base}同比"
    return _shortened(re.sub("(?:了|约|近|达|为|超)+$", "", essence(words) or words)) or "同比"


def unique(name: str, taken: dict[str, str], unit: str, heading: str) -> str:
    """The name, told apart from those taken (with their units) by its own unit, its heading or a count."""
    options = [name]
    if taken.get(name, unit) != unit:
        options.append(f"{name}（{unit}）")
    elif heading:
        options.append(f"{re.split('[，、]', heading.rsplit('。', maxsplit=1)[-1])[0][:14]}：{name}")
    options += [f"{name}（{count}）" for count in range(2, len(taken) + 3)]
    return next(option for option in options if option not in taken)


def _from_words(label: Label) -> str:
    words = named(_SUMMING.sub("", label.words))
    if (last_year := re.search("[上去]年", label.words)) and last_year[0] not in words:
        words = f"{last_year[0]}{words}"
    behind = _own_behind(label)
    if behind and (label.inherited or label.apart):
        return behind
    if behind and (not words or _VERB_ONLY.search(words) or len(words) <= 4):
        return words + behind
    return words or behind


def _own_behind(label: Label) -> str:
    """The counted thing where it stands behind: 2个律师团队."""
    words = re.sub("^的", "", label.behind)
    end = _BEHIND_END.search(words)
    return essence((words[: end.start()] if end else words)[:_BEHIND_LONGEST])


def _shortened(words: str) -> str:
    """At most a table cell's worth, cut where a new thought begins."""
    if len(words) <= _LONGEST:
        return words
    cut = _CUT.match(words)
    rest = words[cut.end() :] if cut and len(words) - cut.end() >= 4 else words
    return essence(rest[-_LONGEST:]) or rest[-_LONGEST:]


def _joined(subject: str, name: str) -> str:
    """问题整改 and 整改率 make 问题整改率."""
    subject = re.sub("(?:人数|次数|数量|件数|人次|（调整前）)$", "", subject)
    shared = next((size for size in range(len(name), 1, -1) if subject.endswith(name[:size])), 0)
    return f"{subject[: _LONGEST - len(name) + shared]}{name[shared:]}"

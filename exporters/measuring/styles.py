"""Faces and sizes: the title, headings of every level, the body."""

from collections.abc import Iterator

from exporters.measuring.evidence import Evidence
from exporters.measuring.page import Character, Line
from exporters.measuring.places import SAME_SIZE_PT, Placed
from exporters.measuring.rule import Measured, Value, absent, amount, mm, rule, verdict, within
from exporters.profile import Profile, Style
from models.document import Title

_CENTRE_MM = 0.5
_SIZE_PT = 0.1
_FACES = {
    "fangsong": "仿宋",
    "hei": "黑体",
    "kai": "楷体",
    "biaosong": "小标宋",
    "song": "宋体",
}


def _title(profile: Profile) -> str:
    return f"标题{_in_words(profile.styles.title)}"


@rule("title_type", "标题字体字号", "7.3.1", _title)
def title_type(evidence: Evidence) -> Measured:
    """The title's size and font."""
    style = evidence.profile.styles.title
    if not evidence.titles:
        expected = evidence.document and any(isinstance(block, Title) for block in evidence.document.blocks)
        return Measured("第1面没有大于正文的标题", False, 1) if expected else absent("没有标题")
    faults = [(1, words) for line in evidence.titles for words in _differences(line, style, evidence)]
    return verdict(faults, f"{len(evidence.titles)}行都是")


@rule("title_centre", "标题居中", "7.3.1", "标题各行居中")
def title_centre(evidence: Evidence) -> Measured:
    """Every line of the title stands in the middle."""
    centre = mm(evidence.left + evidence.right) / 2
    found = [Value(1, mm(line.middle_pt) - centre) for line in evidence.titles]
    return within(found, 0, _CENTRE_MM, "距正中", absence="没有标题")


def _levels(profile: Profile) -> str:
    styles = (profile.styles.heading(level) for level in range(1, 5))
    return "各级标题依次用" + "、".join(_FACES[style.face] for style in styles)


@rule("headings", "各级标题字体", "7.3.3", _levels)
def headings(evidence: Evidence) -> Measured:
    """The number of every heading is in the face of its level, and what runs on behind it is in the body's."""
    begun = [(placed, level) for placed in evidence.beginnings if (level := evidence.level(placed.line))]
    faults = [fault for placed, level in begun for fault in _wrong_heading(placed, level, evidence)]
    counted = [sum(level == one for _, level in begun) for one in range(1, 5)]
    words = "、".join(f"{_LEVELS[index]}级{count}个" for index, count in enumerate(counted) if count)
    return verdict(faults, f"{words}，都是") if begun else absent("没有带序号的标题")


_LEVELS = "一二三四"


def _wrong_heading(placed: Placed, level: int, evidence: Evidence) -> Iterator[tuple[int, str]]:
    style = evidence.profile.styles.heading(level)
    for one in placed.line.characters[:2]:
        if not _is_of(one, style, evidence):
            yield placed.page, f"“{placed.line.text[:8]}”用了{one.type.font} {amount(one.type.size_pt)}磅"
            return


def _body(profile: Profile) -> str:
    return f"正文{_in_words(profile.styles.body)}"


@rule("body", "正文字体字号", "5.2.2", _body)
def body(evidence: Evidence) -> Measured:
    """The paragraphs are in the body's face; in those of headings it may follow the heading's."""
    count, faults = 0, []
    for placed, level in _paragraph_lines(evidence):
        count += len(placed.line.characters)
        faults += list(_wrong_body(placed, level, evidence))
    return verdict(faults, f"{count}个字都是") if count else absent("没有正文")


def _paragraph_lines(evidence: Evidence) -> Iterator[tuple[Placed, int]]:
    """The lines of paragraphs, each with the level of heading its paragraph begins with."""
    begins = {id(placed.line) for placed in evidence.beginnings}
    goes_on = {id(one.following): id(one.line) for one in evidence.broken}
    levels: dict[int, int] = {}
    for number, running in enumerate(evidence.running, start=1):
        for line in running:
            if id(line) in begins:
                levels[id(line)] = evidence.level(line)
            elif goes_on.get(id(line)) in levels:
                levels[id(line)] = levels[goes_on[id(line)]]
            else:
                continue
            yield Placed(number, line), levels[id(line)]


def _wrong_body(placed: Placed, level: int, evidence: Evidence) -> Iterator[tuple[int, str]]:
    allowed = [evidence.profile.styles.body]
    if level:
        allowed.append(evidence.profile.styles.heading(level))
    for one in placed.line.characters:
        if not one.text.isspace() and not any(_is_of(one, style, evidence) for style in allowed):
            yield placed.page, f"“{one.text}”用了{one.type.font} {amount(one.type.size_pt)}磅"
            return


def _is_of(one: Character, style: Style, evidence: Evidence) -> bool:
    is_font = evidence.is_drawn_in(one, style)
    return is_font and abs(one.type.size_pt - style.size_pt) <= SAME_SIZE_PT


def _differences(line: Line, style: Style, evidence: Evidence) -> Iterator[str]:
    if abs(line.size_pt - style.size_pt) > _SIZE_PT:
        yield f"“{line.text[:8]}”是{amount(line.size_pt)}磅"
        return
    for one in line.characters:
        if not one.text.isspace() and not _is_of(one, style, evidence):
            yield f"“{one.text}”用了{one.type.font}"
            return


def _in_words(style: Style) -> str:
    return f"{_FACES[style.face]}{amount(style.size_pt)}磅"

"""What pages begin and end with: the body on the first, headings at the foot, organs and date, attachments."""

from collections.abc import Iterator

from exporters.measuring.evidence import Evidence
from exporters.measuring.page import Character
from exporters.measuring.rule import Measured, Value, absent, amount, mm, rule, verdict, within
from exporters.profile import Profile
from models.document import Ending, Signature

_TOLERANCE_MM = 0.5


@rule("first_page", "首页显示正文", "7.3.3", "公文首页显示正文")
def first_page(evidence: Evidence) -> Measured:
    """The first page holds the beginning of the body."""
    if not evidence.beginnings:
        return absent("没有正文")
    is_ok = evidence.beginnings[0].page == 1
    count = sum(placed.page == 1 for placed in evidence.beginnings)
    words = f"首页有{count}个自然段" if is_ok else f"正文从第{evidence.beginnings[0].page}面开始"
    return Measured(words, is_ok, 1)


@rule("lone_headings", "标题不孤立", "惯例", "页末没有孤立的标题")
def lone_headings(evidence: Evidence) -> Measured:
    """No page ends with a heading whose text begins on the next."""
    ends = [(number, evidence.paragraphs_on(number)[-1]) for number in _with_text_after(evidence)]
    if not ends:
        return absent("正文只有一面")
    faults = [
        (number, f"以“{paragraph[0].text[:10]}”结尾")
        for number, paragraph in ends
        if evidence.is_heading_alone(paragraph)
    ]
    return verdict(faults, f"{len(ends)}面的末行都不是")


def _with_text_after(evidence: Evidence) -> Iterator[int]:
    """The pages that end with running text and are not the last."""
    begins = {placed.page for placed in evidence.attachments}
    for number, lines in enumerate(evidence.running[:-1], start=1):
        if (
            lines
            and evidence.content(evidence.pages[number - 1])[-1] is lines[-1]
            and number + 1 not in begins
        ):
            yield number


@rule("signature_page", "落款不独占一面", "7.3.5.5", "落款所在面有正文")
def signature_page(evidence: Evidence) -> Measured:
    """Text stands above organs and date on their page: 此页无正文 is not allowed."""
    if not evidence.date:
        return absent("没有成文日期")
    page, count = evidence.date.page, len(evidence.text_above_ending)
    return Measured(f"第{page}面落款以上有{count}行", page == 1 or count > 0, page)


def _date(profile: Profile) -> str:
    rules = profile.signature
    right, shift = amount(rules.date_right_characters), amount(rules.unsealed_date_shift_characters)
    return f"成文日期右空{right}字；不加盖印章的比署名右移{shift}字"


@rule("date", "成文日期", "7.3.5", _date)
def date(evidence: Evidence) -> Measured:
    """The date ends so many characters from the right edge; further left only where a long name pushes it.

    Without a seal it begins two characters right of the organ, or ends two characters from the right itself.
    """
    if not evidence.date:
        return absent("没有成文日期")
    rules, cell = evidence.profile.signature, evidence.profile.cell_pt
    page, line = evidence.date
    gap = (evidence.right - line.right_pt) / cell
    tolerance = _TOLERANCE_MM / mm(cell)
    ending = _ending(evidence)
    if ending is Ending.UNSEALED:
        organ_left = evidence.organs[-1].left_pt if evidence.organs else line.left_pt
        shift = (line.left_pt - organ_left) / cell
        is_shifted = abs(shift - rules.unsealed_date_shift_characters) <= tolerance
        is_right = abs(gap - rules.unsealed_right_characters) <= tolerance
        words = f"不加盖印章，比署名右移{amount(shift)}字，右空{amount(gap)}字"
        return Measured(words, is_shifted or is_right, page)
    wanted = rules.date_right_characters
    is_pushed = gap > wanted and any(
        abs(mm(evidence.right - organ.right_pt)) <= _TOLERANCE_MM for organ in evidence.organs
    )
    words = f"右空{amount(gap)}字" + ("，因署名长而左移" if is_pushed else "")
    return Measured(words, is_pushed or abs(gap - wanted) <= tolerance, page)


@rule("organ", "署名", "7.3.5", "发文机关署名以成文日期为准居中")
def organ(evidence: Evidence) -> Measured:
    """Of sealed papers: the organs, or the last of those side by side, stand above the middle of the date."""
    if not evidence.date or not evidence.organs:
        return absent("没有署名和成文日期")
    ending = _ending(evidence)
    if ending is not Ending.SEALED:
        return absent("不是加盖印章的落款")
    centre = mm(evidence.date.line.middle_pt)
    found = [Value(evidence.date.page, mm(_middle(line.parts()[-1])) - centre) for line in evidence.organs]
    return within(found, 0, _TOLERANCE_MM, "距日期正中")


def _ending(evidence: Evidence) -> Ending:
    """How the paper is attested; sealed where the document is not known."""
    blocks = evidence.document.blocks if evidence.document else ()
    return next((block.ending for block in blocks if isinstance(block, Signature)), Ending.SEALED)


def _middle(part: tuple[Character, ...]) -> float:
    return (part[0].x_pt + part[-1].end_pt) / 2


def _attachments(profile: Profile) -> str:
    return f"附件另面，“附件”二字在版心第一行顶格，标题在第{profile.attachment.title_line}行居中"


@rule("attachments", "附件", "7.3.7", _attachments)
def attachments(evidence: Evidence) -> Measured:
    """附件N on the first line at the left edge, its title centred on the third."""
    faults = [
        fault
        for page, line in evidence.attachments
        for fault in _wrong_attachment(page, line.is_turned, evidence)
    ]
    count = len(evidence.attachments)
    return verdict(faults, f"{count}个附件都是") if count else absent("没有附件")


def _wrong_attachment(page: int, is_turned: bool, evidence: Evidence) -> Iterator[tuple[int, str]]:
    profile = evidence.profile.turned() if is_turned else evidence.profile
    left, pitch = profile.left_pt, profile.line_pitch_pt
    lines = [line for line in evidence.content(evidence.pages[page - 1]) if line.is_turned == is_turned]
    mark, titles = lines[0], [line for line in lines[1:] if line.size_pt > profile.styles.body.size_pt + 1]
    if abs(mm(mark.left_pt - left)) > _TOLERANCE_MM:
        yield page, f"“{mark.text}”左空{amount(mm(mark.left_pt - left))} mm"
    if mark.baseline_pt > profile.top_pt + pitch:
        yield page, f"“{mark.text}”不在第一行"
    if titles and abs(mm(titles[0].middle_pt - left - profile.text_width_pt / 2)) > _TOLERANCE_MM:
        yield page, "附件标题没有居中"
    if titles and int((titles[0].baseline_pt - profile.top_pt) / pitch) + 1 != profile.attachment.title_line:
        yield page, f"附件标题在第{int((titles[0].baseline_pt - profile.top_pt) / pitch) + 1}行"

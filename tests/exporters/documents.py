"""Generated papers with every kind of block, for claims about whole finished files."""

from hypothesis import strategies as st

from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Block,
    Document,
    Ending,
    Heading,
    Imprint,
    Mark,
    Masthead,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)
from tests.exporters.example_paper import table

_WORDS = (
    "全县各级行政机关",
    "坚持把依法行政贯穿政府工作各方面",
    "办理行政复议案件",
    "179件",
    "同比增长26.44%",
    "减少17242.5个工作日",
    "“综合查一次”",
    "《青河县重大行政决策程序规定》",
    "（街道）",
    "2021—2025年",
    "执法清单——由县司法局牵头——",
    "督察问题等……",
    "约682万条",
    "GB/T 9704",
    "郑翀、王玥、刘喆",
    "推动“关键少数”带头学法",
)
_MARKS = ("，", "。", "；", "、", "：", "？", "")
PHRASES = st.tuples(st.sampled_from(_WORDS), st.sampled_from(_MARKS)).map("".join)
SENTENCES = st.lists(PHRASES, min_size=1, max_size=40).map("".join)
ORGANS = st.sampled_from(
    [
        "青河县人民政府",
        "中共青河县委员会",
        "青河县司法局",
        "青河县高新技术产业开发区和生态环境保护示范区管理委员会办公室",
    ]
)
NAMES = st.sampled_from(["周明远", "李强", "欧阳文修", "阿依古丽·买买提"])


def several(
    values: st.SearchStrategy[str], least: int = 0, most: int = 4
) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, min_size=least, max_size=most).map(tuple)


_HEADINGS = st.builds(
    Heading,
    st.integers(1, 4),
    st.sampled_from(["一、", "（一）", "1.", "（1）"]),
    PHRASES,
    st.just("") | SENTENCES,
)
_BODY = st.lists(st.builds(Paragraph, SENTENCES) | _HEADINGS, min_size=1, max_size=25)
_ATTACHMENTS = st.lists(
    st.tuples(PHRASES, st.booleans(), st.builds(Paragraph, SENTENCES) | st.integers(1, 40).map(table)),
    max_size=3,
)

MASTHEADS = st.builds(
    Masthead,
    mark=st.sampled_from(Mark),
    suffix=st.sampled_from(["", "文件"]),
    copy_number=st.sampled_from(["", "000012"]),
    secrecy=st.sampled_from(["", "秘密★1年"]),
    urgency=st.sampled_from(["", "特急"]),
    organs=several(ORGANS, 1, 3),
    doc_number=st.sampled_from(["", "青政〔2027〕5号"]),
    signatories=several(NAMES),
)
IMPRINTS = st.builds(
    Imprint,
    several(ORGANS),
    st.just("") | ORGANS,
    st.sampled_from(["", "2027年2月10日"]),
)
SIGNATURES = st.builds(
    Signature,
    several(ORGANS, 0, 2),
    st.sampled_from(["2027年2月9日", "2026年12月19日"]),
    st.sampled_from(Ending),
    st.sampled_from(["", "县长"]),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A whole paper: head, title, body, signature, attachments upright and wide, imprint."""
    attachments = draw(_ATTACHMENTS)
    blocks: list[Block] = [Title("青河县人民政府关于2026年度法治政府建设情况的报告")]
    blocks += draw(st.sampled_from([[], [StageMark("（送审稿）")]]))
    blocks += [Addressees("中共临江市委、临江市人民政府："), *draw(_BODY)]
    if attachments:
        blocks.append(AttachmentList(tuple(title for title, _, _ in attachments)))
    blocks += [draw(SIGNATURES), *draw(st.sampled_from([[], [Note("此件公开发布")]]))]
    for number, (title, is_wide, content) in enumerate(attachments, start=1):
        blocks += [AttachmentStart(number, title, is_wide), content]
    return Document(
        name="报告",
        title="关于2026年度法治政府建设情况的报告",
        organ="青河县人民政府",
        year=2026,
        blocks=tuple(blocks),
        statistics=Table("", (), ()),
        masthead=draw(MASTHEADS),
        imprint=draw(IMPRINTS),
        trace=draw(st.sampled_from(["", "送审稿 第2稿 · 0f3a9c"])),
    )

"""Generated papers as offices write them: every mark, numbers, Latin words, a head and an imprint or none."""

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
    Table,
    Title,
)
from tests.exporters.example_paper import table

NUMBERS = (
    st.integers(0, 10**7).map(str)
    | st.decimals(0, 10**5, places=2).map(str)
    | st.decimals(0, 100, places=1).map("{}%".format)
    | st.integers(1, 999).map("约{}万".format)
    | st.sampled_from(["2021—2025年", "12月31日", "-3.5℃", "1,024", "20:30", "８成", "3‰"])
)
HANZI = st.text(
    alphabet="全县各级行政机关依法履行职责推进公开规范执法强化监督服务群众𬭎䶮", min_size=1, max_size=9
)
LATIN = st.sampled_from(["GDP", "12345", "WPS Office", "GB/T 9704", "AI", "www.example.gov.cn", "e-mail"])
QUOTED = HANZI.flatmap(
    lambda word: st.sampled_from(
        [f"“{word}”", f"《{word}》", f"（{word}）", f"“‘{word}’{word}”", f"〔{word}〕"]
    )
)
PIECES = HANZI | NUMBERS | LATIN | QUOTED | st.tuples(HANZI, QUOTED).map("".join)
STOPS = st.sampled_from(["，", "，", "、", "；", "：", "。", "？", "！", "——", "……", "·", "/", ""])
SENTENCES = st.lists(st.tuples(PIECES, STOPS).map("".join), min_size=1, max_size=30).map(
    lambda parts: f"县政府{''.join(parts)}办结。"
)
"""A sentence never begins with what looks like a heading's number."""

_TITLES = st.lists(HANZI, min_size=1, max_size=3).map("".join)
_NUMBERS = ("一、", "（一）", "1.", "（1）")


def _headings(level: int) -> st.SearchStrategy[Block]:
    """Alone on its line, or with text that runs on behind its full stop."""
    number = _NUMBERS[level - 1]
    alone = st.builds(Heading, st.just(level), st.just(number), _TITLES)
    run_in = st.builds(Heading, st.just(level), st.just(number), _TITLES.map("{}。".format), SENTENCES)
    return alone | run_in


_BODIES = st.lists(
    st.builds(Paragraph, SENTENCES) | st.integers(1, 4).flatmap(_headings), min_size=5, max_size=40
)
_HEADS = st.just(Masthead()) | st.builds(
    Masthead,
    mark=st.sampled_from([Mark.PRINTED, Mark.PREPRINTED]),
    suffix=st.sampled_from(["", "文件"]),
    is_upward=st.booleans(),
    copy_number=st.sampled_from(["", "000012"]),
    secrecy=st.sampled_from(["", "秘密★1年"]),
    organs=st.sampled_from([("青河县人民政府",), ("中共青河县委员会", "青河县人民政府")]),
    doc_number=st.just("青政〔2027〕5号"),
    signatories=st.sampled_from([("周明远",), ("周明远", "欧阳文修")]),
)
_IMPRINTS = st.just(Imprint()) | st.just(
    Imprint(
        ("中共临江市委全面依法治市委员会办公室", "青河县人大常委会"), "青河县人民政府办公室", "2027年2月10日"
    )
)
_SIGNATURES = st.builds(
    Signature,
    st.sampled_from([("青河县人民政府",), ("中共青河县委员会", "青河县人民政府")]),
    st.sampled_from(["2027年2月9日", "2026年12月19日"]),
    st.sampled_from(Ending),
    st.just("县长"),
)
_ATTACHMENTS = st.lists(
    st.tuples(_TITLES, st.booleans(), st.builds(Paragraph, SENTENCES) | st.integers(1, 60).map(table)),
    max_size=2,
)


@st.composite
def papers(draw: st.DrawFn) -> Document:
    """A whole paper whose body is longer than what must stay together at its end."""
    attachments = draw(_ATTACHMENTS)
    blocks: list[Block] = [
        Title("青河县人民政府关于2026年度法治政府建设情况的报告"),
        Addressees("中共临江市委、临江市人民政府："),
        Paragraph(draw(SENTENCES)),
        *draw(_BODIES),
        *(Paragraph(draw(SENTENCES)) for _ in range(3)),
    ]
    if attachments:
        blocks.append(AttachmentList(tuple(title for title, _, _ in attachments)))
    blocks += [draw(_SIGNATURES), *draw(st.sampled_from([[], [Note("此件公开发布")]]))]
    for number, (title, is_wide, content) in enumerate(attachments, start=1):
        blocks += [AttachmentStart(number if len(attachments) > 1 else None, title, is_wide), content]
    return Document(
        name="报告",
        title="青河县人民政府关于2026年度法治政府建设情况的报告",
        organ="青河县人民政府",
        year=2026,
        blocks=tuple(blocks),
        statistics=Table("", (), ()),
        masthead=draw(_HEADS),
        imprint=draw(_IMPRINTS),
        trace=draw(st.sampled_from(["", "送审稿 第3稿 · a1b2c3d4e5"])),
    )

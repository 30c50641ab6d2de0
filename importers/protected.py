"""Places of a text where digits are no statistic: names, ordinals, hotlines, times, round-the-clock services."""

import re
from collections.abc import Iterator

_QUOTED = r"“[^“”。，,]{0,24}”|‘[^‘’。，,]{0,24}’|「[^「」。]{0,24}」|\"[^\"。，,]{1,24}\""
_TITLES = r"《[^《》]*》|〈[^〈〉]*〉|〔[^〔〕]*〕\d*号?"

# An ordinal counts nothing (第14次, 第24条, 第3名), but a rank among all does: 全市第3名, 全省前10名.
_ORDINAL = (
    r"(?:(?<!全[国省市州县区])|(?=第\s*[0-9０-９]+(?![0-9０-９]*\s*[名位])))第\s*[0-9０-９]+(?:[、和及至到-][0-9]+)*|"
    r"(?<!全[国省市州县区])前\s*[0-9]{1,3}(?=[名位])"
)

# A hotline's number is a name unless a measure word follows: 12345企业服务专席, but 12345件.
_HOTLINES = (
    r"(?<![0-9])(?:123(?:09|15|19|20|28|29|33|36|38|45|48|49|50|51|55|58|63|65|66|68|69|71|77|78|80|85|88|89|93|95)|96\d{3})"
    r"(?=\D)(?!\s*(?:余|多)?(?:件|起|次|条|宗|例|通(?![过知办道信用讯识告]|报(?!警))|个(?!人)|人次|份|项|户))|(?<![0-9])1(?:10|19|20|22)(?=热线|平台|警|报|处|急|指挥|联动)"
)
_CLOCK = r"\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?|\d{1,2}[时点]\d{1,2}分"
_ROUND_THE_CLOCK = (
    r"(?<!\d)\d{1,3}\s*[×xX*✕]\s*24|(?<!压缩至)(?<!缩短至)(?<!压缩到)(?<!缩短到)(?<!\d)24(?:个)?小时(?!压缩|缩短|减|降)|365天|全天24|"
    r"8小时(?:之)?[外内]"
)

# 15分钟公共法律服务圈 is a name.
_CIRCLES = r"(?<![0-9])[0-9]{1,3}(?:分钟|小时)(?=[^，,。；;0-9]{0,12}圈)"

# Slogans written with Arabic digits: 1件事1次办, 最多跑1次, 4个意识, 2个100%, 1企1策.
SLOGANS = (
    r"1件事(?![项关由故务])",
    r"(?<=跑)\s*[0-9]次",
    r"[01]次(?=性(?!质)|告知|办(?![公案学]))",
    r"[0-9]个(?=意识(?!淡|薄|不)|自信|维护(?![站点项人中])|确立|务必|必由之路)",
    r"1?[0-9]个(?=坚持)",
    r"[0-9]个\s*[0-9]+%",
    r"1[村乡镇县区社街企户校案事人岗链园品业店]1(?=[\u4e00-\u9fff])(?![人名家个户件起])",
)
_SLOGANS = rf"(?<![0-9.])(?:{'|'.join(SLOGANS)})"

# A year without 年: 2024元旦春节期间, 自2024起施行.
_BARE_YEARS = r"(?<![0-9.])20[0-3][0-9](?=元旦|元宵|期间|节能|起(?:[施执实草]|诉(?!讼)))"

# At the beginning of a paragraph: （1） 1. 1、
_LIST_NUMBER = r"^\s*(?:[(（]?[0-9]{1,2}[)）、]|[0-9]{1,2}[.．](?=\D|[0-9]{2}))"

_PLACES = re.compile(
    "|".join(
        (
            _QUOTED,
            _TITLES,
            _ORDINAL,
            _HOTLINES,
            _CLOCK,
            _ROUND_THE_CLOCK,
            _CIRCLES,
            _SLOGANS,
            _BARE_YEARS,
            _LIST_NUMBER,
        )
    )
)


def protected(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of every place where digits are no statistic, in order."""
    return (match.span() for match in _PLACES.finditer(text))


def blanked(text: str) -> str:
    """The text with these places overwritten; positions stay as they are."""
    pieces, at = [], 0
    for start, end in protected(text):
        pieces += [text[at:start], "■" * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))

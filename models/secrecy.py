"""Words that mark a paper as secret or internal, told from sentences that speak of secrecy law.

秘密★1年, 【机密】, 内部资料 and 此件不予公开 are marks; 保守国家秘密, 商业秘密 and 不予公开3件 are what reports tell.
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """A mark as it stands in the text, with its place (0-based)."""

    start: int
    quote: str


_LEVEL = r"(?:绝\s*密|机\s*密|秘\s*密)"
_PAPER = r"(?:级|件|文件|资料|材料)?"
_TERM = r"(?:\s*(?:\d+\s*年|[一二三四五六七八九十]+年|长期))?"
_OPEN, _CLOSE = r"[（(【〔〖\[［]\s*", r"\s*[）)】〕〗\]］]"
_HAN = r"[\u4e00-\u9fff]"
_THIS = (
    r"(?:[此本该](?:件|文|稿|表|报告|文件|材料|资料|附件)|附件[\d一二三四五六七八九十]*"
    r"|(?:以下|以上|上述|下述|下列)(?:内容|部分|数据|情况))"
)
_NEAR = r"[^，。；：！？]{0,6}"
_IN_LAW = r"(?:管理|保护|保密|审查|定密|制度|范围|清单|事项|的|[、和与及或])"

_PATTERNS = (
    # a level as it is printed in the head, in brackets, alone on its line, or said of this paper
    rf"{_LEVEL}{_PAPER}\s*[★☆*＊]{_TERM}",
    rf"{_OPEN}(?:{_LEVEL}|工作秘密){_PAPER}{_CLOSE}",
    rf"^\s*{_LEVEL}{_PAPER}{_TERM}\s*$",
    rf"密\s*级(?:和保密期限)?\s*[：:为是]\s*{_LEVEL}",
    rf"(?<!{_HAN}){_LEVEL}\s*\d+\s*年",
    rf"(?<!商业)(?<!国家){_LEVEL}(?:文件|材料|资料)(?!{_IN_LAW})",
    rf"(?<!国家){_LEVEL}级(?!别|{_IN_LAW}(?<!事项))",
    r"(?<!保)密[发函字]?[〔\[（(]\d{4}[〕\]）)]\d+号",
    rf"{_THIS}(?:密级)?[系为是属定]于?{_LEVEL}",
    # internal papers and how they are to be kept
    r"(?<![以将对])(?<!制定|清理|印发|发布|出台|规范|修订|完善|各类)内部(?:资料|文件|材料|刊物)"
    rf"(?!性|清理|流转|形式|规定|\s*\d|{_IN_LAW})",
    r"内部(?:参阅|传阅|掌握|使用|发行)",
    r"注意(?:保管|保密)|妥善保管[，、]?(?:不得|严禁|请勿)外传",
    r"(?:不得|不准|不可|严禁|禁止|请勿|切勿)\s*(?:外传|对外传播|翻印)",
    r"阅后(?:即焚|收回|退回|销毁)",
    r"[仅只]供[^，。；：！？]{0,12}?(?:参阅|阅知|传阅|掌握)|[仅只]供(?:内部|领导|工作)[^，。；：！？]{0,8}?(?:使用|参考|查阅)",
    # not for the public
    rf"{_THIS}{_NEAR}不(?:予|宜|得|对外)公开(?!的|决定|\s*\d)",
    rf"{_OPEN}不(?:予|宜|得|对外)公开{_CLOSE}",
    r"公开(?:属性|方式|形式|类别|类型)\s*[：:为是]?\s*不予公开",
    r"^\s*不(?:予|宜|得|对外)公开[。！]?\s*$",
    r"(?<![、和与或])(?<!国家秘密|商业秘密|个人隐私|是否涉及|是否属于)(?<!不涉及)"
    r"(?<!以及|保守|保护|泄露|泄漏|加强|规范|强化)"
    rf"工作秘密(?!{_IN_LAW})",
)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.MULTILINE)


def secrecy_marks(text: str) -> tuple[SecrecyMark, ...]:
    """Every mark of a text, in order."""
    return tuple(SecrecyMark(found.start(), found[0].strip()) for found in _marks().finditer(text))

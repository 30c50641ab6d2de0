"""Words around an amount that only count or date, and what is left without them."""

import re

# Words that say nothing of what is counted, before and behind those that do. Each is told apart from the longer
# words it begins: 共 from 共享, 在 from 在册, 全面 from 全面依法治县.
LEADING_WORDS = (
    r"(?:20\d\d|[一本今全去上当近]|年)年(?:度|来|以来)?",
    "年度",
    "今年以来",
    "[上下]?半年(?!报)",
    "[一二三四]季度",
    "截[至止]目前",
    "目前",
    "截至[^，,]{0,8}底",
    "年内",
    "对照(?!检查)",
    "共计",
    "共(?![同享和建治青产识商赢用])",
    "累计(?![折犯])",
    "合计",
    "总计",
    "其中",
    "另有",
    "另外",
    "另(?!案)",
    "其余",
    "此外",
    "同时",
    "期间",
    "先后",
    "分别",
    "已经",
    "已",
    "均(?![衡等])",
    "又",
    "再(?![犯生审就])",
    "还(?![款贷原建])",
    "并(?![联购案轨网])",
    "且",
    "也",
    "现(?![行场金代役任])",
    "有(?![效关奖证限组机害毒色])",
    "为(?!民[办服解纾营众]|企[服纾]|农|老)",
    "对(?![口外内象标接比照])",
    "将(?!军)",
    "把(?![关握手])",
    "的",
    "了(?!解)",
    "等(?![级候次])",
    "在(?![线册建岗校职编逃押矫])",
    "从(?![业轻重严事快])",
    "经(?![营济费办贸验开])",
    "由",
    "依法(?!治|行政|执政)",
    "及时(?![^，,]{0,4}率)",
    "积极(?!性)",
    "持续(?!性)",
    "成功(?!率)",
    "顺利",
    "全面(?!依法治|深化改革|从严|预算|体检)",
    "深入(?!人心)",
    "扎实",
    "切实",
    "认真",
    "圆满",
    "[～~—–-]",
    "[一二三四五六七八九十]是",
    "[①-⑳]",
    "仍有",
    "仍",
    "方面",
    "大类",
    "中(?![小心央介标国共医学高层止等])",
    "仅",
    "只",
    "[我全本](?:[县市区镇乡州旗街](?:[局委院](?![长员]|托|派))?|[局委院办])(?![场域性会长])",
    "和(?![解谐睦])",
    "及(?![时格])",
    "与(?!会)",
    "、",
    "各类",
    "各项",
    "全部",
    "实现",
    "可(?![视信行疑回再])",
)
_LEADING = "|".join(LEADING_WORDS)
_COUNTING = (
    r"共计|共|累计达?|合计|总计|总数达?|总量达?|数量|达到|达|(?<![行作认])为|是|有|了|已|(?<![日月年人平])均|各|"
    r"分别|保持在|保持|稳定在|突破|"
    r"(?<![审统预设会])计|等|在|到|至|由|从|[、和及与～~]|不低于|含|即|为期|仅|只|连续.年|[0-9./=＝＞>＜<≥≤]"
)
_GENERIC = "数(?!据)|案件|案|事项|件|的|人数|次数"
LEADING = re.compile(rf"(?:{_LEADING})*")
TRAILING = re.compile(rf"(?:{_COUNTING}|{_GENERIC})*$")
_COUNTED = re.compile(rf"(?:{_COUNTING})*$")


def essence(words: str) -> str:
    """The words without those around them that only count or date."""
    begin = LEADING.match(words)
    return _COUNTED.sub("", words[begin.end() :] if begin else words)


def named(words: str) -> str:
    """The essence, but never a single letter of it: 已结 stays whole."""
    core = essence(words)
    return core if len(core) > 1 else _COUNTED.sub("", words)

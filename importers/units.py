"""Measure words: what stands behind a number that counts something."""

import re

_SUMS = "美元 欧元 港元 元".split()
_RATES = "个百分点 百分点".split()
_TIMES = "个工作日 工作日 个小时 小时 分钟 天".split()
_PLAIN = (
    "人次 人份 轮次 批次 场次 件次 户次 家次 项次 宗次 班次 车次 台次 条次 辆次 名次 次 "
    "个 名 位 项 件 起 宗 桩 例 条 份 篇 部 册 本 张 幅 块 封 期 场 批 轮 节 堂 卷 课时 学时 门 "
    "支 队 家 户 所 处 座 栋 幢 间 台 套 辆 艘 只 头 枚 面 台套 笔 单 种 类 字 票 席 倍 分 页 "
    "方面 公里 千米 米 平方公里 平方米 ㎡ 立方米 公顷 亩 吨 公斤 千克 克 升 千瓦时 度 遍 回 通 人 瓶 袋 箱 包 株 棵"
).split()
# Where the counted thing stands directly behind the number: 5乡镇, 56部门, 32村.
_NOUNS = "乡镇 镇街 县区 街道 社区 行政村 村 镇 乡 部门 单位 企业 小区".split()

# Behind an Arabic number the measure word wins: 15次|日常巡查, 16家|园区企业, 43名|单位负责人. Only what also follows a
# bare number as another word is told apart from it: 3个月, 5处级干部, 1次性, 2.0升级, 12345通过, 17村民代表.
OTHER_WORDS = {
    "个": "多?月(?![均度子饼])|季度|星期|礼拜|年[度头]",
    "人": "民(?:法院|法庭|检察|政府|群众|调解|代表|监督|陪审|警察|币)|大(?:代表|常委|议案|建议|机关)",
    "次": "性(?!质)|办(?![公案学])|告知|供水|分配|元(?!旦|宵)",
    "件": "事(?![项关由故务实业])",
    "处": "级",
    "位": "一体",
    "分": "之|公司",
    "单": "元",
    "通": "过|报(?!警)|知|办|道|信|用|讯|识|告",
    "升": "级|至|到|为",
    "天": "然气|网",
    "只": "有|需|要",
    "村": "民(?!主)|级|干部|规民约",
    "镇": "级",
    "乡": "级|贤|村",
    "企业": "家(?![庭属])",
}


def _pattern(words: list[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return "|".join(
        f"{word}(?!{others})" if (others := OTHER_WORDS.get(word)) else word for word in longest_first
    )


# 1300余人(次), 860家（次）
_TIMES_EACH = r"[人家户个场件台][(（]次[)）]"

_POINTS_APART = r"个\s+百分点"

UNIT = f"{_TIMES_EACH}|{_POINTS_APART}|" + _pattern([*_SUMS, *_RATES, *_TIMES, *_PLAIN, *_NOUNS])
"""A pattern for one measure word, the longer ones first."""

LIMITING = frozenset({"工作日", "小时", "分钟", "天", "米", "公里"})
"""Units of time and distance, in which rules set limits: 15个工作日内, 100米之内."""


def as_counted(unit: str) -> str:
    """The unit without the 个 that carries it, without brackets and blanks: 个工作日 is 工作日, 人(次) is 人次."""
    return re.sub("^个(?=[^次])", "", re.sub(r"[(（）)\s]", "", unit))

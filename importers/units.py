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

# What follows a measure word's character where it is the beginning of another word: 5处级干部, 3人民法庭.
_OTHER_WORDS = {
    "卷": "烟|入|面|调|宗",
    "个": "月|年|季度|星期|礼拜|多月",
    "人": "民|大(?!代表)|员|社|力|均|才",
    "次": "性|办|供水|分配|元|生|日",
    "名": "称|义|录|单|牌",
    "件": "事",
    "场": "所|景|地|馆",
    "条": "例|龙|款|块",
    "期": "间|限|末|待",
    "家": "庭|长|园",
    "户": "籍|口|外",
    "位": "一体|于|居|列|置",
    "分": "类|级|局|别|享|管|步|公司|布|析|之",
    "部": "门|署|分",
    "处": "理|置|罚|警|于|分|级|长|室",
    "起": "草|来|到|点|步|源|诉(?!讼)",
    "本": "级|地|市|县|区|年|次|着",
    "所": "有|以|在|属|得|需",
    "台": "账|帐|阶|风",
    "面": "积|向|对|临|貌",
    "单": "位|元|独|一|纯|项",
    "类": "似|别",
    "套": "餐|路",
    "节": "约|省|假|气|点|能",
    "门": "户|口|店|槛|类",
    "度": "假|过",
    "回": "应|复|访|头|收|避",
    "通": "过|报|知|办|道|信|用|讯|识|告",
    "头": "条|部",
    "字": "号",
    "间": "隔|接",
    "包": "括|含|容|案|保|联|抓|村",
    "队": "伍|员|长",
    "席": "位",
    "批": "准|评|复|示|办",
    "座": "谈|席",
    "张": "贴|家",
    "项": "目标|下",
    "种": "植|养|子",
    "笔": "试|录",
    "克": "服|制",
    "米": "粮",
    "升": "级|至|到",
    "村": "民|居|干|两|级|庄|规|改|集",
    "镇": "级|政府|党|村|域|街",
    "乡": "级|政府|党|村|贤|镇|风|愁",
    "企业": "家",
    "册": "子",
    "天": "然|气|网",
    "亩": "均",
    "元": "化|旦|宵",
    "倍": "增",
    "页": "面",
    "票": "据",
    "株": "洲",
    "箱": "体",
    "例": "会|外|如",
    "轮": "流|值|岗|训|换|候",
    "块": "钱",
    "幅": "度",
    "封": "闭|面",
    "只": "有|需|要|能|进|跑",
    "支": "部|持|付|撑|出|行",
}


def _pattern(words: list[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return "|".join(
        f"{word}(?!{others})" if (others := _OTHER_WORDS.get(word)) else word for word in longest_first
    )


# 1300余人(次), 860家（次）
_TIMES_EACH = r"[人家户个场件台][(（]次[)）]"

UNIT = _TIMES_EACH + "|" + _pattern([*_SUMS, *_RATES, *_TIMES, *_PLAIN, *_NOUNS])
"""A pattern for one measure word, the longer ones first."""

LIMITING = frozenset({"工作日", "小时", "分钟", "天", "米", "公里"})
"""Units of time and distance, in which rules set limits: 15个工作日内, 100米之内."""


def as_counted(unit: str) -> str:
    """The unit without the 个 that carries it and without brackets: 个工作日 is 工作日, 人(次) is 人次."""
    return re.sub("^个(?=[^次])", "", re.sub("[(（）)]", "", unit))


_NEAR_EQUAL = (
    {"件", "起", "宗", "例"},
    {"场", "场次", "次", "期", "轮", "轮次"},
    {"人", "名", "位"},
    {"个", "家"},
)


def near_equal(one: str, other: str) -> bool:
    """Whether two units count the same things: 件 and 起 of cases, 人 and 名 of persons."""
    return one == other or any({one, other} <= group for group in _NEAR_EQUAL)

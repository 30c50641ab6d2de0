"""An invented report of about ten pages: many numbers, quotations, lists, names of laws, long passages without any."""

from models.document import Addressees, Block, Document, Heading, Paragraph, Signature, Table, Title

PLAIN = (
    "县政府常务会议坚持会前学法，把宪法、民法典和党内法规列入年度学习计划，带头维护宪法法律权威，推动各级领导干部养成办事依法、"
    "遇事找法、解决问题用法、化解矛盾靠法的习惯。",
    "对照督察反馈的问题逐条梳理，明确责任单位、整改措施和完成时限，能够立即整改的马上就办，需要长期坚持的建立台账、定期调度，"
    "做到事事有回音、件件有着落。",
    "落实重大行政决策公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序，凡是没有经过合法性审查的事项，一律不提交会议讨论。",
    "聚焦群众反映强烈的突出问题，采取“说理式执法”“柔性执法”等方式，坚持处罚与教育相结合，让执法既有力度又有温度，"
    "努力让人民群众在每一项执法决定中感受到公平正义。",
    "健全县乡村三级调解网络，发挥老党员、老教师、老村干部熟悉情况的优势，把矛盾纠纷化解在基层、解决在萌芽状态。",
    "加强行政执法人员资格管理，严格实行持证上岗和亮证执法，清理不符合条件的人员，确保执法队伍政治过硬、业务精通、作风优良。",
    "坚持把法治宣传融入日常管理和服务全过程，依托农家书屋、文化广场、田间地头开展宣讲，用身边人讲身边事，用身边事教育身边人。",
    "个别部门负责人对法治建设的重要性认识还不够深，存在重业务轻法治、重结果轻程序的倾向，主动运用法治思维破解难题的本领有待提高。",
    "基层法治力量比较薄弱，乡镇司法所人员身兼数职的现象仍然存在，专业人才引不进、留不住，法律服务的供给与群众的需求还有差距。",
    "部门之间信息共享不够充分，数据口径不一、标准不同，影响了联合监管的效果，也给基层增加了重复填报的负担。",
)
COUNTED = (
    "全年召开县委全面依法治县委员会会议3次、办公室会议5次，研究议题17项，印发要点1份、清单2份，督促26个成员单位落实任务84条。",
    "县政务服务中心进驻部门41个、事项1836项，网上可办率达99.2%，承诺时限比法定时限压缩71.6%，平均每件提速4.5个工作日。",
    "审查行政规范性文件38件，提出意见建议112条，采纳率为94.6%；清理2015年以来的文件203件，废止19件、宣布失效7件。",
    "办理行政复议案件146件，其中经调解、和解结案52件，占35.6%，同比提高6.8个百分点；行政机关负责人出庭应诉率连续3年保持100%。",
    "开展“综合查一次”联合检查268户次，比上年减少31.4%，入企检查总量下降1240户次，企业满意度由88.7%上升到96.3%。",
    "建成公共法律服务实体平台187个，接待群众来访来电2.36万人次，办理法律援助案件415件，为农民工追回工资863.5万元。",
    "排查矛盾纠纷5724件，化解5698件，化解率为99.5%；12345热线受理诉求3.1万件，按期办结率98.9%，回访满意率97.4%。",
    "举办行政执法人员培训班9期，培训1350人次，组织考试2场，参考率100%；评查案卷320卷，通报问题47个。",
    "在“八五”普法期间，培养“法律明白人”1124名，创建省级民主法治示范村6个、市级23个，开展宣讲430场，受众约8.6万人。",
    "修订《云岭县重大行政决策程序规定》（云政〔2026〕11号）等制度4项，公布年度决策事项目录9项，听取意见建议65条。",
)
AREAS = ("持续深化放管服改革", "提升制度建设质量", "健全科学决策机制", "严格规范公正文明执法")
WORKS = ("依法防范化解矛盾", "强化权力制约监督", "夯实法治工作基础", "加快数字政府建设")


def _passage(start: int) -> str:
    """A plain and a counted sentence or two; every start gives other words in another order."""
    counted, plain = COUNTED[start % len(COUNTED)], PLAIN[(start * 3) % len(PLAIN)]
    more = COUNTED[(start + 4) % len(COUNTED)] if start % 3 else PLAIN[(start * 7 + 1) % len(PLAIN)]
    return counted + plain + more if start % 2 else plain + counted + more


def _listed() -> str:
    parts = (sentence.rstrip("。") for sentence in PLAIN[6:9])
    return "".join(f"{count}是{part}；" for count, part in zip("一二三", parts, strict=False))[:-1] + "。"


def long_report() -> Document:
    """The whole paper."""
    title = "云岭县人民政府关于2026年度法治政府建设情况的报告"
    blocks: list[Block] = [
        Title(title),
        Addressees("中共云州市委、云州市人民政府、云州市人民代表大会常务委员会："),
        Paragraph("2026年，我县坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下。"),
        Heading(1, "一、", "党政主要负责人履行推进法治建设第一责任人职责情况"),
        *(Paragraph(_passage(number)) for number in range(3)),
        Heading(1, "二、", "主要举措和成效"),
    ]
    for number, area in enumerate((*AREAS, *WORKS)):
        blocks.append(Heading(2, f"（{'一二三四五六七八'[number]}）", f"{area}。", _passage(number + 3)))
        blocks.append(Paragraph(PLAIN[(number + 2) % len(PLAIN)] + COUNTED[(number + 1) % len(COUNTED)]))
        if number % 3 == 0:
            blocks.append(Heading(3, "1.", "建章立制。", PLAIN[number] + PLAIN[number + 1]))
            blocks.append(Heading(3, "2.", "抓好落实。", COUNTED[number]))
    blocks += [
        Heading(1, "三、", "存在的不足和原因"),
        Paragraph(PLAIN[7] + PLAIN[8]),
        Paragraph(PLAIN[9] + COUNTED[7]),
        Heading(1, "四、", "2027年度主要安排"),
        Paragraph(_listed()),
        *(Paragraph(_passage(number)) for number in range(20, 24)),
        Signature(("云岭县人民政府",), "2027年2月9日"),
    ]
    return Document(title, title, "云岭县人民政府", 2026, tuple(blocks), Table("", (), ()))

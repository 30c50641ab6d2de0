"""An invented paper with every kind of block, long enough for several pages."""

from decimal import Decimal

from models.document import (
    Addressees,
    Align,
    AttachmentList,
    AttachmentStart,
    Block,
    Cell,
    Column,
    Document,
    Group,
    Heading,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)

SENTENCES = (
    "全县围绕“高效办成一件事”梳理事项1422项，审批时限比法定时限减少17242.5个工作日，压缩比例达93.63%。",
    "建立“双随机、一公开”抽查名录库（含执法人员1062名），全年抽查企业2499户、个体工商户8837户；发现问题37个，均已整改。",
    "修订《青河县重大行政决策程序规定》《青河县行政规范性文件管理办法》等制度，废止文件12件、宣布失效6件——清理结果向社会公布。",
    "受理行政复议申请179件，比上年增长26.44%，调解和解率为38.41%，行政机关负责人出庭应诉率100%。",
    "在2021—2025年规划实施期间，各乡镇（街道）配备法治副乡镇长23名……村（社区）“法律明白人”达到690人。",
    "县长郑翀、副县长王玥主持学法活动4次，司法局局长刘喆列席会议；“关键少数”带头述法，形成“一级抓一级、层层抓落实”的格局。",
)


def paragraph(number: int) -> str:
    """A paragraph of three sentences, each number giving another one."""
    return "".join(SENTENCES[(number + step) % len(SENTENCES)] for step in range(3))


def table(rows: int = 40) -> Table:
    """A table over more than one page, with groups, numbers, an empty cell and a text that must be wrapped."""
    columns = (
        Column("序号", 1, Align.CENTER),
        Column("指标", 4),
        Column("2026年", 2, Align.RIGHT),
        Column("说明", 3),
    )
    lines: list[tuple[Cell, ...] | Group] = [Group("一、依法履职")]
    for number in range(1, rows + 1):
        note = "由县司法局会同县政务服务中心统计，截至2026年12月31日" if number % 7 == 0 else ""
        amount = Decimal(number) * Decimal("17.25")
        lines.append((Cell(str(number)), Cell(f"第{number}项指标"), Cell(f"{amount}", amount), Cell(note)))
        if number == rows // 2:
            lines.append(Group("二、监督救济"))
    return Table("统计表（单位：件）", columns, tuple(lines))


def paper(blocks: tuple[Block, ...]) -> Document:
    """A document of the given blocks."""
    return Document(
        "示例",
        "青河县人民政府关于2026年法治政府建设情况的报告",
        "青河县人民政府",
        2026,
        blocks,
        Table("", (), ()),
    )


def example_paper() -> Document:
    """Title to attachment, with headings of all levels."""
    return paper(
        (
            Title("青河县人民政府关于2026年度法治政府建设情况的报告"),
            StageMark("（征求意见稿）"),
            Addressees("中共临江市委、临江市人民政府："),
            Paragraph("现将青河县2026年度法治政府建设情况报告如下。"),
            Heading(1, "一、", "履行推进法治建设第一责任人职责情况"),
            Paragraph(paragraph(0)),
            Heading(1, "二、", "主要举措和成效"),
            Heading(2, "（一）", "持续优化法治化营商环境。", paragraph(1)),
            Heading(2, "（二）", "完善行政规范性文件和重大行政决策制度"),
            Paragraph(paragraph(2)),
            Heading(3, "1.", "规范执法行为。", paragraph(3)),
            Heading(4, "（1）", "推行柔性执法。", paragraph(4)),
            Heading(1, "三、", "存在的不足和原因"),
            Paragraph(paragraph(5)),
            Heading(1, "四、", "下一年度主要安排"),
            *(Paragraph(paragraph(number)) for number in range(6, 9)),
            AttachmentList(
                (
                    "青河县2026年度法治政府建设统计表",
                    "青河县2026年度行政复议、行政应诉及重大行政决策合法性审查情况说明",
                )
            ),
            Signature(("青河县人民政府",), "2027年2月9日"),
            Note("此件公开发布"),
            AttachmentStart(1, "青河县2026年度法治政府建设统计表"),
            table(),
            AttachmentStart(2, "青河县2026年度行政复议、行政应诉及重大行政决策合法性审查情况说明"),
            Paragraph(paragraph(2)),
        )
    )

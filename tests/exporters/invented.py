"""An invented paper with every kind of block, long enough for several pages."""

from decimal import Decimal

from models.document import (
    Addressees,
    Align,
    AttachmentList,
    AttachmentStart,
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

SENTENCE = (
    "全县各级行政机关坚持把依法行政贯穿政府工作各方面，全年共办理行政复议案件179件，办结率98.5%，"
    "“综合查一次”覆盖23个领域，入企检查次数同比下降12.36%；重大行政决策合法性审查率达到100%。"
)
SECTIONS = ("主要举措和成效", "存在的不足和原因", "党政主要负责人履行职责情况", "下一年度主要安排")
COLUMNS = (
    Column("序号", 6, Align.CENTER),
    Column("指标", 30),
    Column("单位", 9, Align.CENTER),
    Column("本年", 15, Align.RIGHT),
    Column("上年", 15, Align.RIGHT),
    Column("备注", 25),
)


def figures(rows: int = 12, title: str = "2026年法治政府建设统计表") -> Table:
    """A table with a group row before every fifth row."""
    lines: list[tuple[Cell, ...] | Group] = []
    for number in range(1, rows + 1):
        if number % 5 == 1:
            lines.append(Group(f"第{number // 5 + 1}组指标"))
        lines.append(
            (
                Cell(str(number), Decimal(number), "0"),
                Cell(f"受理的第{number}类行政复议和行政应诉案件"),
                Cell("件"),
                Cell(f"{1179 + number}余", Decimal(1179 + number), '#,##0"余"'),
                Cell("98.5%", Decimal("0.985"), "0.0%"),
                Cell("=SUM(A1:A9)" if number == 1 else ""),
            )
        )
    return Table(title, COLUMNS, tuple(lines))


def paper(paragraphs: int = 4) -> Document:
    """The paper; more paragraphs make it longer."""
    blocks: list[object] = [
        Title("云岭县人民政府关于2026年度法治政府建设情况的报告"),
        StageMark("（送审稿）"),
        Addressees("中共云州市委、云州市人民政府："),
        Paragraph("现将2026年度法治政府建设情况报告如下。"),
    ]
    for count, title in enumerate(SECTIONS):
        blocks.append(Heading(1, f"{'一二三四'[count]}、", title))
        blocks.append(Heading(2, "（一）", "规范行政执法。", SENTENCE))
        blocks.extend(Paragraph(SENTENCE) for _ in range(paragraphs))
        blocks.append(Heading(2, "（二）", "推进政务公开"))
        blocks.append(Heading(3, "1.", "落实三项制度。", SENTENCE))
        blocks.append(Heading(4, "（1）", "执法公示。", SENTENCE))
    blocks += [
        AttachmentList(("2026年法治政府建设主要指标", "2026年行政复议案件办理情况及有关问题整改落实台账")),
        Signature(("云岭县人民政府",), "2027年2月9日"),
        Note("此件公开发布"),
        AttachmentStart(1, "2026年法治政府建设主要指标"),
        figures(title="主要指标"),
        AttachmentStart(2, "2026年行政复议案件办理情况及有关问题整改落实台账"),
        Paragraph(SENTENCE),
    ]
    return Document(
        name="云岭县人民政府关于2026年度法治政府建设情况的报告",
        title="云岭县人民政府关于2026年度法治政府建设情况的报告",
        organ="云岭县人民政府",
        year=2026,
        blocks=tuple(blocks),  # type: ignore[arg-type]
        statistics=figures(40),
    )

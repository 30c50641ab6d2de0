"""The text a clerk pastes into the website."""

from dataclasses import replace
from io import BytesIO

from exporters import text
from importers.structure import parse
from models.compose import compose
from models.document import AttachmentList, Block, Heading, Paragraph, Signature
from models.template import template
from tests.exporters.invented import paper

SOURCE = """\
云岭县人民政府关于2026年度法治政府建设情况的报告
中共云州市委、云州市人民政府：
现将2026年度法治政府建设情况报告如下。
一、主要举措和成效
（一）规范行政执法。全年办理案件179件，同比下降12.36%。
全县执法人员1080人。
（二）推进政务公开。公开信息1400余条。
1.主动公开。发布政策解读33篇。
2.依申请公开。办结率100%。
二、存在的不足和原因
“关键少数”作用发挥不够。
三、下一年度主要安排
（一）加强培训。开展培训5次。
四、其他需要报告的情况
无。
附件：1.主要指标
2.问题台账
云岭县人民政府
2027年2月9日
（此件公开发布）

附件1
主要指标
受理复议申请179件。

附件2
问题台账
已整改12项。
"""


def written(*blocks: Block) -> str:
    stream = BytesIO()
    text.write(replace(paper(), blocks=blocks) if blocks else paper(), stream)
    return stream.getvalue().decode()


def test_every_block_stands_on_lines_of_its_own_in_printing_order():
    lines = written().split("\n")

    assert lines[:4] == [
        "云岭县人民政府关于2026年度法治政府建设情况的报告",
        "（送审稿）",
        "中共云州市委、云州市人民政府：",
        "现将2026年度法治政府建设情况报告如下。",
    ]
    signed = lines.index("云岭县人民政府")
    assert lines[signed : signed + 6] == [
        "云岭县人民政府",
        "2027年2月9日",
        "（此件公开发布）",
        "",
        "附件1",
        "2026年法治政府建设主要指标",
    ]


def test_a_heading_runs_on_without_blanks():
    assert written(Heading(2, "（一）", "加强领导。", "全年4次。")) == "（一）加强领导。全年4次。\n"


def test_no_line_ends_in_a_blank_and_every_line_ends_in_a_line_feed():
    content = written()

    assert content.endswith("\n")
    assert "\r" not in content
    assert all(line == line.rstrip() for line in content.split("\n"))


def test_a_single_attachment_has_no_number():
    assert written(AttachmentList(("指标表",))) == "附件：指标表\n"


def test_a_table_is_separated_by_tabs():
    rows = written().split("\n")

    assert "序号\t指标\t单位\t本年\t上年\t备注" in rows
    assert "2\t受理的第2类行政复议和行政应诉案件\t件\t1181余\t98.5%" in rows


def test_a_report_without_a_date_ends_with_its_organ():
    assert written(Signature(("云岭县人民政府",), "")) == "云岭县人民政府\n"


def test_characters_that_are_no_text_are_left_out():
    assert written(Paragraph("执\x00法\ud800公\ufeff示\x0b完")) == "执法公\ufeff示\n完\n"


def test_text_read_as_a_report_and_written_again_is_the_same_text():
    chosen = template("county-regulation")

    report = parse(SOURCE, chosen.id, 2026).report

    stream = BytesIO()
    text.write(compose(report, chosen), stream)
    assert stream.getvalue().decode() == SOURCE

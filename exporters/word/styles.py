"""What the styles of the Word file are called: every kind of paragraph has one, so an office can change it once.

Names that Word itself uses in Chinese (正文, 标题 1, 日期) are not taken for styles of our own.
"""

from models.document import Align

COPY_NUMBER = "份号"
SECRECY = "密级"
URGENCY = "紧急程度"
MARK = "发文机关标志"
DOC_NUMBER = "发文字号"
SIGNATORY = "签发人姓名"
BODY = "公文正文"
TITLE = "公文标题"
STAGE_MARK = "稿别"
ADDRESSEES = "主送机关"
ATTACHMENT_LIST = "附件说明"
SIGNATURE = "署名"
DATE = "成文日期"
NOTE = "附注"
ATTACHMENT_MARK = "附件序号"
ATTACHMENT_TITLE = "附件标题"
TABLE = "公文表格"
TABLE_TITLE = "表题"
TABLE_HEAD = "表头"
TABLE_GROUP = "表格分组"
TABLE_TEXT = {Align.LEFT: "表格文字", Align.CENTER: "表格居中文字", Align.RIGHT: "表格数字"}
TABLE_END = "表后空行"
COPIES = "抄送机关"
PRINTED = "印发机关"
TRACE = "版次标记"
ODD_FOOTER = "单页页码"
EVEN_FOOTER = "双页页码"
RUN_IN = "接排"
"""What ends the name of every style of a paragraph that opens with a heading."""


def heading(level: int) -> str:
    """The style of a heading that stands alone; deeper levels look like the fourth."""
    return f"{'一二三四'[min(level, 4) - 1]}级标题"


def run_in_heading(level: int) -> str:
    """The style of a body paragraph that opens with a heading."""
    return f"{heading(level)}{RUN_IN}"


def heading_words(level: int) -> str:
    """The character style of the heading's words in such a paragraph."""
    return f"{heading(level)}文字"

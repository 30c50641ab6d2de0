"""styles.xml: how each style of `word_styles` looks, by the rules of a profile."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.profile import Profile
from exporters.word import styles
from exporters.word.frame_styles import frame_styles
from exporters.word.measures import TWIPS, cell_margins, indent, spacing, title_spacing
from exporters.word.style import character_style, keeps_next, lettering, off_grid, own, paragraph_style
from exporters.word.xml import aligned, element, switch


def style_sheet(page: Profile) -> BaseOxmlElement:
    """The whole of styles.xml. Word's own styles stay hidden until somebody looks for them."""
    body = element("rPr", *lettering(page, page.styles.body), element("lang", val="en-US", eastAsia="zh-CN"))
    defaults = element("docDefaults", element("rPrDefault", body), element("pPrDefault"))
    hidden = element(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )
    sheet = element("styles", defaults, hidden)
    for made in (_basic, _headings, _opening, _texts, _ending, _tables, frame_styles):
        sheet.extend(made(page))
    return sheet


def _basic(page: Profile) -> Iterator[BaseOxmlElement]:
    """What all others build on: the grid and its line-breaking rules, no indents."""
    rules = (
        switch("widowControl", False),
        switch("kinsoku", True),
        switch("overflowPunct", True),
        switch("autoSpaceDE", False),
        switch("autoSpaceDN", False),
        switch("snapToGrid", True),
        spacing(page),
        aligned("both"),
    )
    yield element(
        "style",
        element("name", val="Normal"),
        element("qFormat"),
        element("pPr", *rules),
        element("rPr", *lettering(page, page.styles.body)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )
    yield element(
        "style",
        element("name", val="Default Paragraph Font"),
        element("uiPriority", val=1),
        element("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    yield element(
        "style",
        element("name", val="Normal Table"),
        element("tblPr", element("tblInd", w=0, type="dxa"), cell_margins(0, 0)),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _headings(page: Profile) -> Iterator[BaseOxmlElement]:
    """For each level Word's own heading, ours built on it, and the pair for headings that run on into text."""
    for level in range(1, 5):
        type_ = lettering(page, page.styles.heading(level))
        builtin = f"Heading{level}"
        first = indent(page, firstLine=page.body.indent_characters)
        yield paragraph_style(
            f"heading {level}",
            keeps_next(),
            first,
            _outline(level),
            type_=type_,
            following=styles.BODY,
            builtin=builtin,
        )
        yield paragraph_style(styles.heading(level), based_on=builtin, following=styles.BODY)
        yield paragraph_style(
            styles.run_in_heading(level), _outline(level), based_on=styles.BODY, following=styles.BODY
        )
        yield character_style(styles.heading_words(level), lettering(page, page.styles.heading(level)))


def _opening(page: Profile) -> Iterator[BaseOxmlElement]:
    below = spacing(page, below=page.title.blank_lines_below)
    stage_mark = lettering(page, page.styles.stage_mark)
    yield _title(page, styles.TITLE, page.title.blank_lines_below, styles.ADDRESSEES)
    yield paragraph_style(
        styles.STAGE_MARK, below, aligned("center"), type_=stage_mark, following=styles.ADDRESSEES
    )
    yield paragraph_style(styles.ADDRESSEES, following=styles.BODY)


def _texts(page: Profile) -> Iterator[BaseOxmlElement]:
    yield paragraph_style(styles.BODY, indent(page, firstLine=page.body.indent_characters))


def _ending(page: Profile) -> Iterator[BaseOxmlElement]:
    date_indent = indent(page, right=page.signature.date_right_characters)
    between = spacing(page, below=page.attachment.title_line - 2)
    yield paragraph_style(styles.ATTACHMENT_LIST)
    yield paragraph_style(styles.SIGNATURE, aligned("center"), following=styles.DATE)
    yield paragraph_style(styles.DATE, date_indent, aligned("right"), following=styles.NOTE)
    yield paragraph_style(styles.NOTE, based_on=styles.BODY)
    yield paragraph_style(
        styles.ATTACHMENT_MARK,
        switch("pageBreakBefore", True),
        between,
        type_=lettering(page, page.styles.attachment_mark),
        following=styles.ATTACHMENT_TITLE,
    )
    yield _title(page, styles.ATTACHMENT_TITLE, page.attachment.blank_lines_below_title, styles.BODY)


def _title(page: Profile, name: str, blank_lines_below: int, following: str) -> BaseOxmlElement:
    """A centred title. Its larger type stands off the grid in lines as high as the grid's."""
    lines = title_spacing(page, below=blank_lines_below)
    type_ = lettering(page, page.styles.title)
    return paragraph_style(name, off_grid(), lines, aligned("center"), type_=type_, following=following)


def _tables(page: Profile) -> Iterator[BaseOxmlElement]:
    head, text = lettering(page, page.styles.table_head), page.styles.table_body
    title = lettering(page, page.styles.table_title)
    yield paragraph_style(styles.TABLE_TITLE, keeps_next(), aligned("center"), type_=title)
    yield paragraph_style(styles.TABLE_HEAD, off_grid(), _cell_lines(page), aligned("center"), type_=head)
    yield paragraph_style(
        styles.TABLE_GROUP,
        *(keeps_next(), off_grid(), _cell_lines(page), aligned("left")),
        type_=lettering(page, page.styles.table_head),
    )
    for align, name in styles.TABLE_TEXT.items():
        yield paragraph_style(
            name, off_grid(), _cell_lines(page), aligned(align), type_=lettering(page, text)
        )
    tiny = element("spacing", before=0, after=0, line=TWIPS, lineRule="exact")
    yield paragraph_style(styles.TABLE_END, off_grid(), tiny)
    yield own(
        element(
            "style",
            element("name", val=styles.TABLE),
            element("basedOn", val="TableNormal"),
            element("uiPriority", val=1),
            element("qFormat"),
            _table_frame(page),
            type="table",
            styleId=styles.TABLE,
        )
    )


def _cell_lines(page: Profile) -> BaseOxmlElement:
    """At least so high: exact lines would cut a font that needs more."""
    height = round(page.styles.table_body.size_pt * page.table.leading * TWIPS)
    return element("spacing", before=0, after=0, line=height, lineRule="atLeast")


def _table_frame(page: Profile) -> BaseOxmlElement:
    """Lines and margins said in the table's own style: WPS takes no others."""
    rule: dict[str, str | int] = {"val": "single", "sz": round(page.table.rule_pt * 8), "space": 0}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    padding = round(page.table.padding_pt * TWIPS)
    return element(
        "tblPr",
        element("tblInd", w=0, type="dxa"),
        element("tblBorders", *(element(side, **rule, color="000000") for side in sides)),
        cell_margins(padding, padding),
    )


def _outline(level: int) -> BaseOxmlElement:
    return element("outlineLvl", val=level - 1)

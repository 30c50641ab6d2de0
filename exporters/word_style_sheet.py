"""styles.xml: how each style of `word_styles` looks, by the rules of a profile."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters import word_styles as styles
from exporters.fonts import OFFICIAL_NAMES
from exporters.profile import Profile, Style
from exporters.word_measures import TWIPS, character_spacing, indent, spacing, title_spacing
from exporters.word_xml import aligned, element, fonts, switch

"""From one line in a cell to the next, in parts of the type size."""


def style_sheet(page: Profile) -> BaseOxmlElement:
    """The whole of styles.xml. Word's own styles stay hidden until somebody looks for them."""
    body = element("rPr", *_type(page, page.styles.body), element("lang", val="en-US", eastAsia="zh-CN"))
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
    for made in (_basic, _headings, _opening, _texts, _ending, _tables, _footers):
        sheet.extend(made(page))
    return sheet


def _type(page: Profile, style: Style) -> tuple[BaseOxmlElement, ...]:
    """Face and size, drawn together to the grid's cell where it is the body's size; never bold.

    §7.3.3 names faces, not weights, and a bold that the computer makes up smears them.
    """
    half_points = round(style.size_pt * 2)
    on_grid = style.size_pt == page.styles.body.size_pt
    return (
        fonts(OFFICIAL_NAMES[style.face]),
        switch("b", False),
        switch("bCs", False),
        element("color", val="000000"),
        element("spacing", val=character_spacing(page) if on_grid else 0),
        element("kern", val=0),
        element("sz", val=half_points),
        element("szCs", val=half_points),
    )


def _style(
    name: str,
    *paragraph: BaseOxmlElement,
    type_: tuple[BaseOxmlElement, ...] = (),
    based_on: str = "Normal",
    following: str = "",
    builtin: str = "",
) -> BaseOxmlElement:
    """A paragraph style; `builtin` is the id of one of Word's own, `following` what Return begins behind it."""
    parts = [
        element("name", val=name),
        element("basedOn", val=based_on),
        element("next", val=following or builtin or name),
        element("uiPriority", val=1),
        element("qFormat"),
    ]
    if paragraph:
        parts.append(element("pPr", *paragraph))
    if type_:
        parts.append(element("rPr", *type_))
    made = element("style", *parts, type="paragraph", styleId=builtin or name)
    return made if builtin else _own(made)


def _own(style: BaseOxmlElement) -> BaseOxmlElement:
    """The style marked as none of Word's."""
    style.set(style.tag.replace("style", "customStyle"), "1")
    return style


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
        element("rPr", *_type(page, page.styles.body)),
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
        element("tblPr", element("tblInd", w=0, type="dxa"), _cell_margins(0, 0)),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _headings(page: Profile) -> Iterator[BaseOxmlElement]:
    """For each level Word's own heading, ours built on it, and the pair for headings that run on into text."""
    for level in range(1, 5):
        type_ = _type(page, page.styles.heading(level))
        builtin = f"Heading{level}"
        first = indent(page, firstLine=page.body.indent_characters)
        yield _style(
            f"heading {level}", first, _outline(level), type_=type_, following=styles.BODY, builtin=builtin
        )
        yield _style(styles.heading(level), based_on=builtin, following=styles.BODY)
        yield _style(
            styles.run_in_heading(level), _outline(level), based_on=styles.BODY, following=styles.BODY
        )
        yield _own(
            element(
                "style",
                element("name", val=styles.heading_words(level)),
                element("uiPriority", val=1),
                element("qFormat"),
                element("rPr", *_type(page, page.styles.heading(level))),
                type="character",
                styleId=styles.heading_words(level),
            )
        )


def _opening(page: Profile) -> Iterator[BaseOxmlElement]:
    below = spacing(page, below=page.title.blank_lines_below)
    stage_mark = _type(page, page.styles.stage_mark)
    yield _title(page, styles.TITLE, page.title.blank_lines_below, styles.ADDRESSEES)
    yield _style(styles.STAGE_MARK, below, aligned("center"), type_=stage_mark, following=styles.ADDRESSEES)
    yield _style(styles.ADDRESSEES, following=styles.BODY)


def _texts(page: Profile) -> Iterator[BaseOxmlElement]:
    yield _style(styles.BODY, indent(page, firstLine=page.body.indent_characters))


def _ending(page: Profile) -> Iterator[BaseOxmlElement]:
    date_indent = indent(page, right=page.signature.date_right_characters)
    between = spacing(page, below=page.attachment.title_line - 2)
    yield _style(styles.ATTACHMENT_LIST)
    yield _style(styles.SIGNATURE, aligned("center"), following=styles.DATE)
    yield _style(styles.DATE, date_indent, aligned("right"), following=styles.NOTE)
    yield _style(styles.NOTE, based_on=styles.BODY)
    yield _style(
        styles.ATTACHMENT_MARK,
        switch("pageBreakBefore", True),
        between,
        type_=_type(page, page.styles.attachment_mark),
        following=styles.ATTACHMENT_TITLE,
    )
    yield _title(page, styles.ATTACHMENT_TITLE, page.attachment.blank_lines_below_title, styles.BODY)


def _title(page: Profile, name: str, blank_lines_below: int, following: str) -> BaseOxmlElement:
    """A centred title. Its larger type stands off the grid in lines as high as the grid's."""
    lines = title_spacing(page, below=blank_lines_below)
    type_ = _type(page, page.styles.title)
    return _style(name, _off_grid(), lines, aligned("center"), type_=type_, following=following)


def _tables(page: Profile) -> Iterator[BaseOxmlElement]:
    head, text = _type(page, page.styles.table_head), page.styles.table_body
    title = _type(page, page.styles.table_title)
    yield _style(styles.TABLE_TITLE, _keeps_next(), aligned("center"), type_=title)
    yield _style(styles.TABLE_HEAD, _off_grid(), _cell_lines(page), aligned("center"), type_=head)
    yield _style(
        styles.TABLE_GROUP,
        *(_keeps_next(), _off_grid(), _cell_lines(page), aligned("left")),
        type_=_type(page, page.styles.table_head),
    )
    for align, name in styles.TABLE_TEXT.items():
        yield _style(name, _off_grid(), _cell_lines(page), aligned(align), type_=_type(page, text))
    tiny = element("spacing", before=0, after=0, line=TWIPS, lineRule="exact")
    yield _style(styles.TABLE_END, _off_grid(), tiny)
    yield _own(
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
        _cell_margins(padding, padding),
    )


def _cell_margins(upright: int, sideways: int) -> BaseOxmlElement:
    widths = {"top": upright, "left": sideways, "bottom": upright, "right": sideways}
    return element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in widths.items()))


def _footers(page: Profile) -> Iterator[BaseOxmlElement]:
    """The page number's lines: as high as their type, one of its characters from the edge (§7.5)."""
    size = round(page.styles.page_number.size_pt * TWIPS)
    count = page.page_number.indent_characters
    yield _style("footer", builtin="Footer")
    for name, side in ((styles.ODD_FOOTER, "right"), (styles.EVEN_FOOTER, "left")):
        edge: dict[str, str | int] = {f"{side}Chars": round(count * 100), side: round(count * size)}
        line = element("spacing", before=0, after=0, line=size, lineRule="exact")
        parts = (_off_grid(), line, element("ind", **edge), aligned(side))
        yield _style(name, *parts, type_=_type(page, page.styles.page_number), based_on="Footer")


def _outline(level: int) -> BaseOxmlElement:
    return element("outlineLvl", val=level - 1)


def _keeps_next() -> BaseOxmlElement:
    return switch("keepNext", True)


def _off_grid() -> BaseOxmlElement:
    return switch("snapToGrid", False)

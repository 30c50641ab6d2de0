"""One style of the Word file: its type, its place among the others, and whether it is one of Word's own."""

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.fonts import OFFICIAL_NAMES
from exporters.profile import Profile, Style
from exporters.word.measures import character_spacing
from exporters.word.xml import element, fonts, switch

_BLACK = "000000"


def lettering(page: Profile, style: Style, colour: str = _BLACK) -> tuple[BaseOxmlElement, ...]:
    """Face and size, drawn together to the grid's cell where it is the body's size; never bold.

    §7.3.3 names faces, not weights, and a bold that the computer makes up smears them.
    """
    half_points = round(style.size_pt * 2)
    on_grid = style.size_pt == page.styles.body.size_pt
    return (
        fonts(OFFICIAL_NAMES[style.face]),
        switch("b", False),
        switch("bCs", False),
        element("color", val=colour),
        element("spacing", val=character_spacing(page) if on_grid else 0),
        element("kern", val=0),
        element("sz", val=half_points),
        element("szCs", val=half_points),
    )


def paragraph_style(
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
    return made if builtin else own(made)


def character_style(name: str, type_: tuple[BaseOxmlElement, ...]) -> BaseOxmlElement:
    """A style for words within a paragraph."""
    return own(
        element(
            "style",
            element("name", val=name),
            element("uiPriority", val=1),
            element("qFormat"),
            element("rPr", *type_),
            type="character",
            styleId=name,
        )
    )


def own(style: BaseOxmlElement) -> BaseOxmlElement:
    """The style marked as none of Word's."""
    style.set(style.tag.replace("style", "customStyle"), "1")
    return style


def off_grid() -> BaseOxmlElement:
    """Lines of their own height beside the grid's."""
    return switch("snapToGrid", False)


def keeps_next() -> BaseOxmlElement:
    """Stays on the page of the paragraph below."""
    return switch("keepNext", True)

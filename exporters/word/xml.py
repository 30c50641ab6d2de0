"""WordprocessingML elements whose children stand in the schema's order, whatever order they are given in.

Word calls a file damaged, or drops a setting, where the order is wrong; other programs do not mind. The
orders are those of ECMA-376-1 Annex A; only children this program writes are listed.
"""

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs kinsoku overflowPunct autoSpaceDE "
    "autoSpaceDN snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "rPr": "ins del rStyle rFonts b bCs color spacing w kern sz szCs lang",
    "sectPr": "footerReference type pgSz pgMar pgNumType cols docGrid",
    "settings": "zoom embedTrueTypeFonts saveSubsetFonts defaultTabStop evenAndOddHeaders "
    "characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "trPr": "cantSplit trHeight tblHeader ins del",
    "tcPr": "tcW gridSpan tcBorders shd textDirection vAlign",
    "pBdr": "top left bottom right",
    "tcBorders": "top left bottom right",
    "font": "altName charset family pitch embedRegular",
}


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """The element `w:tag` with `w:` attributes. Raises ValueError for a child whose place is not known."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    order = _ORDERS[tag].split() if tag in _ORDERS else None
    made.extend(sorted(children, key=lambda child: order.index(local_name(child))) if order else children)
    return made


def related(tag: str, relation: str, **attributes: str | int) -> BaseOxmlElement:
    """The element `w:tag` that names another part of the file by its relation's id."""
    made = OxmlElement(f"w:{tag}", nsdecls={"w": nsmap["w"], "r": nsmap["r"]})
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.set(qn("r:id"), relation)
    return made


def switch(tag: str, on: bool) -> BaseOxmlElement:
    """A property that is on or off, said outright: leaving it out means on for some and off for others."""
    return element(tag, val=int(on))


def aligned(side: str) -> BaseOxmlElement:
    """A paragraph's alignment."""
    return element("jc", val=side)


def fonts(name: str) -> BaseOxmlElement:
    """One font for every kind of character: quotation marks and dashes must not fall to a Western font."""
    return element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name, hint="eastAsia")


def text_run(text: str, style: str = "", properties: Iterable[BaseOxmlElement] = ()) -> BaseOxmlElement:
    """A run of text; its line breaks become `w:br`, its ambiguous marks (“ ” — …) count as Chinese."""
    run = _run(*([element("rStyle", val=style)] if style else []), *properties)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(element("br"))
        run.append(text_element("t", line))
    return run


def paragraph(
    style: str, *runs: BaseOxmlElement, properties: Iterable[BaseOxmlElement] = ()
) -> BaseOxmlElement:
    """A paragraph of a style, with what differs from the style."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *runs)


def set_property(paragraph: BaseOxmlElement, made: BaseOxmlElement) -> None:
    """Give a paragraph a property in its place in the schema's order, instead of one of the same kind."""
    properties = paragraph.find(qn("w:pPr"))
    others = [one for one in properties if one.tag != made.tag]
    order = _ORDERS["pPr"].split()
    properties[:] = sorted([*others, made], key=lambda child: order.index(local_name(child)))


def tab_run() -> BaseOxmlElement:
    """A run that goes to the next tab stop."""
    return _run_of(element("tab"))


def page_field() -> list[BaseOxmlElement]:
    """The runs of a complete PAGE field: some programs show nothing where a part or the result is missing."""
    return [
        _run_of(element("fldChar", fldCharType="begin")),
        _run_of(text_element("instrText", " PAGE ")),
        _run_of(element("fldChar", fldCharType="separate")),
        text_run("1"),
        _run_of(element("fldChar", fldCharType="end")),
    ]


def local_name(part: BaseOxmlElement) -> str:
    """An element's name without its namespace."""
    return str(part.tag).rpartition("}")[2]


def _run(*properties: BaseOxmlElement) -> BaseOxmlElement:
    return element("r", element("rPr", element("rFonts", hint="eastAsia"), *properties))


def _run_of(content: BaseOxmlElement) -> BaseOxmlElement:
    run = _run()
    run.append(content)
    return run


def text_element(tag: str, text: str) -> BaseOxmlElement:
    """An element that holds text, its blanks kept."""
    made = element(tag)
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made

"""What paragraphs and words take over from their styles: hidden text, numbering, being a table of contents."""

from collections.abc import Iterator

from importers.word_xml import Element, child, is_on, number, value, w

_CONTENTS = ("toc", "目录")


class Styles:
    """The styles of a file by id, each followed to those it is based on."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._styles: dict[str, Element] = {one.get(w("styleId"), ""): one for one in found}
        self._usual = next(
            (
                one.get(w("styleId"), "")
                for one in found
                if one.get(w("type")) == "paragraph" and one.get(w("default")) in {"1", "true", "on"}
            ),
            "",
        )

    def is_hidden(self, style: str) -> bool:
        """Whether text of this style is hidden."""
        return any(is_on(one, "rPr", "vanish") for one in self._chain(style))

    def is_contents(self, style: str) -> bool:
        """Whether a paragraph of this style is a line of a table of contents."""
        name = value(self._styles.get(style), "name") or style
        return name.lower().startswith(_CONTENTS)

    def is_centred(self, style: str) -> bool:
        """Whether a paragraph of this style is centred."""
        aligned = (value(one, "pPr", "jc") for one in self._chain(style or self._usual))
        return next(filter(None, aligned), "") == "center"

    def numbering(self, style: str) -> tuple[int | None, int | None]:
        """The list and the level that a style gives its paragraphs, each None where it says nothing."""
        list_id = level = None
        for one in self._chain(style or self._usual):
            given = child(one, "pPr", "numPr")
            list_id = number(given, "numId") if list_id is None else list_id
            level = number(given, "ilvl") if level is None else level
        return list_id, level

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")

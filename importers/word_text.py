"""The text of one paragraph of a Word file, tracked changes taken as accepted, and what was not taken over."""

from dataclasses import dataclass, field

from importers.word_styles import Styles
from importers.word_xml import Element, child, is_on, local, value, w

_DROPPED = frozenset({"del", "moveFrom"})
_LEFT_ALONE = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "instrText", "delText", "rt"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = frozenset({"drawing", "pict", "object"})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})


@dataclass(slots=True)
class LeftOut:
    """What stands in the file and not in the text, as it is come upon: texts by kind, and counts."""

    changes: int = 0
    pictures: int = 0
    formulas: int = 0
    comments: int = 0
    symbols: int = 0
    footnotes: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


class Reader:
    """Reads one file's paragraphs; `footnotes` are the texts of footnotes and endnotes by the name of their mark."""

    def __init__(self, styles: Styles, footnotes: dict[tuple[str, str], str]) -> None:
        self._styles, self._footnotes = styles, footnotes
        self.left_out = LeftOut()

    def text(self, paragraph: Element) -> str:
        """A paragraph's text; soft returns are "\\n", tabs "\\t"."""
        is_hidden = self._styles.is_hidden(value(paragraph, "pPr", "pStyle"))
        return self._inside(paragraph, is_hidden)

    def _inside(self, parent: Element, is_hidden: bool = False) -> str:
        return "".join(self._of(element, is_hidden) for element in parent)

    def _of(self, element: Element, is_hidden: bool) -> str:
        match local(element):
            case "t":
                return str(element.text or "")
            case "r":
                return self._run(element, is_hidden)
            case "ins" | "moveTo":
                self.left_out.changes += 1
                return self._inside(element, is_hidden)
            case "br":
                return "" if element.get(w("type")) in {"page", "column"} else "\n"
            case "AlternateContent":
                return self._of(element[0], is_hidden) if len(element) else ""
            case "oMath":
                self.left_out.formulas += 1
                return ""
            case "commentReference":
                self.left_out.comments += 1
                return ""
            case "sym":
                self.left_out.symbols += 1
                return ""
            case name if name in _NOTES:
                note = self._footnotes.get((name, element.get(w("id"), "")), "")
                self.left_out.footnotes.append(note)
                return ""
            case name if name in _PICTURES:
                self._picture(element)
                return ""
            case name if name in _DROPPED:
                self.left_out.changes += 1
                return ""
            case name if name in _SIGNS:
                return _SIGNS[name]
            case name if name in _LEFT_ALONE:
                return ""
        return self._inside(element, is_hidden)

    def _run(self, run: Element, is_hidden: bool) -> str:
        text = self._inside(run)
        switch = child(run, "rPr", "vanish")
        if switch is not None:
            is_hidden = is_on(run, "rPr", "vanish")
        elif self._styles.is_hidden(value(run, "rPr", "rStyle")):
            is_hidden = True
        if not is_hidden:
            return text
        if text.strip():
            self.left_out.hidden.append(text.strip())
        return ""

    def _picture(self, element: Element) -> None:
        """A picture, or a box with text in it, which is named and not taken."""
        boxes = list(element.iter(w("txbxContent")))
        words = "".join(str(one.text or "") for box in boxes for one in box.iter(w("t"))).strip()
        if words:
            self.left_out.boxes.append(words)
        elif not boxes:
            self.left_out.pictures += any(local(one) in {"blip", "imagedata"} for one in element.iter())


def is_joined(paragraph: Element) -> bool:
    """Whether a tracked change took away the paragraph's end: accepted, the next one runs on."""
    return any(child(paragraph, "pPr", "rPr", name) is not None for name in _DROPPED)

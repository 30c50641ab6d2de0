"""Fonts that travel in the Word file: every run asks for the font that draws it, and the file brings what is needed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from itertools import groupby

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.font_subset import family_name, may_be_embedded, subset
from exporters.fonts import OFFICIAL_NAMES, Face, Font, FontSet
from exporters.word.fonts import EmbeddedFont
from exporters.word.xml import local_name, text_element

_FACES = {name: face for face, name in OFFICIAL_NAMES.items()}
_KINDS = tuple(qn(f"w:{kind}") for kind in ("ascii", "hAnsi", "eastAsia", "cs"))


def embed(
    trees: Sequence[BaseOxmlElement], sheet: BaseOxmlElement, fonts: FontSet
) -> tuple[EmbeddedFont, ...]:
    """The fonts that some trees of text need; their runs and the style sheet are made to ask for these.

    A face whose font may not travel keeps its official name, and all its characters.
    """
    names = {font: family_name(font) for font in _all(fonts) if may_be_embedded(font)}
    faces = _faces_of_styles(sheet)
    used: dict[Font, set[str]] = defaultdict(set, {fonts.own(face): set() for face in Face})
    for tree in trees:
        for run in list(tree.iter(qn("w:r"))):
            face = _face(run, faces)
            pieces = _pieces(run, face, fonts, names)
            _divide(run, fonts.own(face), pieces, names)
            for font, part in pieces:
                used[font].update(part.text or "")
    own = {fonts.own(face): face for face in Face}
    _rename(
        (*trees, sheet), {OFFICIAL_NAMES[face]: names[font] for font, face in own.items() if font in names}
    )
    carried = ((font, characters) for font, characters in used.items() if font in names)
    return tuple(EmbeddedFont(names[font], own.get(font), subset(font, chars)) for font, chars in carried)


def _all(fonts: FontSet) -> Iterable[Font]:
    return dict.fromkeys(font for fonts_of_face in fonts.faces.values() for font in fonts_of_face)


def _faces_of_styles(sheet: BaseOxmlElement) -> dict[str, Face]:
    """The face of every style: its own, or that of the style it is based on."""
    styles = {style.get(qn("w:styleId")): style for style in sheet.iter(qn("w:style"))}

    def face(name: str) -> Face:
        named = styles[name].xpath("w:rPr/w:rFonts/@w:eastAsia")
        above = styles[name].xpath("w:basedOn/@w:val") or ["Normal"]
        return _FACES[named[0]] if named else face(above[0])

    return {name: face(name) for name in styles}


def _face(run: BaseOxmlElement, faces: Mapping[str, Face]) -> Face:
    """The face of a run: its character style's, else its paragraph's."""
    named = run.xpath("w:rPr/w:rStyle/@w:val") or run.xpath("ancestor::w:p[1]/w:pPr/w:pStyle/@w:val")
    return faces[named[0]]


def _pieces(
    run: BaseOxmlElement, face: Face, fonts: FontSet, names: Mapping[Font, str]
) -> list[tuple[Font, BaseOxmlElement]]:
    """What stands in a run, its text in pieces by the font that draws them: the face's own wherever it can."""
    own = fonts.own(face)

    def drawn(character: str) -> Font:
        font = fonts.font_for(face, character)
        return font if font and font in names and own in names else own

    pieces: list[tuple[Font, BaseOxmlElement]] = []
    for part in run:
        if local_name(part) == "t":
            groups = groupby(part.text or "", drawn)
            pieces += ((font, text_element("t", "".join(characters))) for font, characters in groups)
        elif local_name(part) != "rPr":
            pieces.append((own, part))
    return pieces


def _divide(
    run: BaseOxmlElement,
    own: Font,
    pieces: Sequence[tuple[Font, BaseOxmlElement]],
    names: Mapping[Font, str],
) -> None:
    """Make a run that needs another font than its style's into several that look alike."""
    if all(font == own for font, _ in pieces):
        return
    for font, parts in groupby(pieces, lambda piece: piece[0]):
        made = deepcopy(run)
        made[1:] = [part for _, part in parts]
        if font != own:
            named = made[0].find(qn("w:rFonts"))
            for kind in _KINDS:
                named.set(kind, names[font])
        run.addprevious(made)
    run.getparent().remove(run)


def _rename(trees: Iterable[BaseOxmlElement], names: Mapping[str, str]) -> None:
    for tree in trees:
        for fonts in tree.iter(qn("w:rFonts")):
            for kind in _KINDS:
                if (name := fonts.get(kind)) in names:
                    fonts.set(kind, names[name])

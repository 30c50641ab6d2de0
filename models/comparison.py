"""Two states of a report compared, place by place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from models.alignment import in_any_order, in_order, likeness
from models.anchors import longest_rise
from models.compared_parts import Part, attachment_parts, opening_part, section_parts
from models.compared_values import facts, figures, letterhead
from models.difference import Deed, Difference, changed
from models.report import Report

__all__ = ["Deed", "Difference", "compare"]

_SAME_TITLE = 0.9
_MOVED = 0.75
"""How alike what is gone from one place and what came to another have to be to be the same."""
_SHORTEST = 8
"""Characters: shorter texts are alike by chance."""


@dataclass(frozen=True, slots=True)
class _Lone:
    """A part that stands in one of the states only, or at least not there."""

    part: Part
    is_new: bool


_Found = Difference | _Lone


def compare(old: Report, new: Report) -> tuple[Difference, ...]:
    """Everything that differs between two states of a report, in the order of the paper, figures last.

    What was removed stands where it stood. Texts are compared as printed: a figure that changed differs among the
    figures and in every sentence that shows it. Numbers of headings that only count on are no difference.
    """
    if old == new:
        return ()
    found = (
        *_compared(opening_part(old), opening_part(new)),
        *_siblings(section_parts(old), section_parts(new), _same_section),
        *_siblings(attachment_parts(old), attachment_parts(new), _alike),
    )
    return (*facts(old, new), *letterhead(old, new), *_settled(found), *figures(old, new))


def _compared(old: Part, new: Part) -> Iterator[_Found]:
    """What differs within a part that is in both."""
    place = (new.section, new.path)
    if new.is_paragraph:
        if old.paragraphs != new.paragraphs:
            yield changed(*place, old.paragraphs[0], new.paragraphs[0], new.where)
        return
    one, other = old.heading, new.heading
    if one == other and one and old.mark != new.mark:
        one, other = one + old.mark, other + new.mark
    if one != other:
        yield changed(*place, one, other, f"{new.where}标题")
    if old.setting != new.setting:
        yield changed(*place, old.setting, new.setting, f"{new.where}版式")
    for before, after in in_order(old.paragraphs, new.paragraphs):
        yield from _paragraphs(old, before, new, after)
    yield from _siblings(old.parts, new.parts, _alike)


def _paragraphs(old: Part, before: int | None, new: Part, after: int | None) -> Iterator[_Found]:
    if before is not None and after is not None:
        yield from _compared(old.paragraph(before), new.paragraph(after))
    elif before is not None:
        yield _Lone(old.paragraph(before), is_new=False)
    elif after is not None:
        yield _Lone(new.paragraph(after), is_new=True)


def _siblings(
    old: tuple[Part, ...], new: tuple[Part, ...], is_like: Callable[[Part, Part], float]
) -> Iterator[_Found]:
    """Parts below one other: which is which, which are new, gone or moved."""
    chosen = in_any_order(len(old), len(new), lambda one, other: is_like(old[one], new[other]))
    order = sorted(chosen)
    stay = {order[at] for at in longest_rise([chosen[other] for other in order])}
    reached = 0
    for at, part in enumerate(new):
        if at in stay:
            yield from _gone(old, reached, chosen[at], chosen)
            reached = chosen[at] + 1
        if at not in chosen:
            yield _Lone(part, is_new=True)
            continue
        if at not in stay:
            yield _moved(old[chosen[at]], part)
        yield from _compared(old[chosen[at]], part)
    yield from _gone(old, reached, len(old), chosen)


def _gone(old: tuple[Part, ...], start: int, stop: int, chosen: dict[int, int]) -> Iterator[_Found]:
    taken = set(chosen.values())
    yield from (_Lone(old[at], is_new=False) for at in range(start, stop) if at not in taken)


def _settled(found: tuple[_Found, ...]) -> Iterator[Difference]:
    """The differences, with what is gone here and came there as moved."""
    gone = [one.part for one in found if isinstance(one, _Lone) and not one.is_new]
    came = [one.part for one in found if isinstance(one, _Lone) and one.is_new]
    chosen = in_any_order(len(gone), len(came), lambda one, other: _is_moved(gone[one], came[other]))
    moved = {id(came[other]): gone[one] for other, one in chosen.items()}
    left = {id(gone[one]) for one in chosen.values()}
    for one in found:
        if isinstance(one, Difference):
            yield one
        elif id(one.part) in moved:
            yield _moved(moved[id(one.part)], one.part)
            yield from _settled(tuple(_compared(moved[id(one.part)], one.part)))
        elif id(one.part) not in left:
            yield from _whole(one.part, one.is_new)


def _whole(part: Part, is_new: bool) -> Iterator[Difference]:
    """Every text of a part that is in one state only."""
    texts = [part.paragraph(at) for at in range(len(part.paragraphs))] if not part.is_paragraph else [part]
    lines = [(part.heading, f"{part.where}标题")] if part.heading else []
    lines += [(one.paragraphs[0], one.where) for one in texts]
    if not lines and not part.parts:
        lines = [("", part.where)]
    for text, where in lines:
        deed = Deed.ADDED if is_new else Deed.REMOVED
        old, new = ("", text) if is_new else (text, "")
        yield Difference(part.section, part.path, deed, old, new, where)
    for below in part.parts:
        yield from _whole(below, is_new)


def _moved(old: Part, new: Part) -> Difference:
    return replace(
        changed(new.section, new.path, old.opening, new.opening, new.where), deed=Deed.MOVED, was=old.where
    )


def _same_section(old: Part, new: Part) -> float:
    return float(old.section == new.section)


def _alike(old: Part, new: Part) -> float:
    """How much one part is like another: one with the same title is the same, whatever became of its text."""
    same_title = bool(old.heading.strip()) and old.heading == new.heading
    return max(likeness(old.text, new.text), _SAME_TITLE * same_title)


def _is_moved(old: Part, new: Part) -> float:
    if old.is_paragraph != new.is_paragraph or max(len(old.text), len(new.text)) < _SHORTEST:
        return 0.0
    alike = likeness(old.text, new.text)
    return alike if alike >= _MOVED else 0.0

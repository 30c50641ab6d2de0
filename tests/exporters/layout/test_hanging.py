"""悬挂 as a profile's choice: stops hang behind full lines, and nothing else leaves the type area."""

import re
from itertools import pairwise

import pytest
from hypothesis import given

from exporters.layout.paragraph import Line, Shape, set_paragraph
from exporters.layout.units import MAY_HANG, NO_END, NO_START, Span
from exporters.profile import profile
from models.document import Paragraph
from tests.exporters.example_paper import paragraph
from tests.exporters.layout.test_paragraph import marked_texts, places
from tests.exporters.layout_reading import RULES, laid_out, texts

HANGING = profile("hanging")


def set_hanging(text: str) -> tuple[Line, ...]:
    body = HANGING.styles.body
    squeeze = HANGING.cell_pt / body.size_pt
    shape = Shape(HANGING.text_width_pt, 2 * HANGING.cell_pt, squeeze=squeeze, hanging=True)
    return set_paragraph((Span(text, body),), shape)


def test_the_profile_differs_from_the_standard_in_nothing_else() -> None:
    assert HANGING.grid == RULES.grid
    assert (HANGING.text_width_pt, HANGING.cell_pt) == (RULES.text_width_pt, RULES.cell_pt)
    assert (HANGING.line_breaking.hanging, RULES.line_breaking.hanging) == (True, False)


def test_a_stop_behind_a_full_line_hangs_outside_the_type_area() -> None:
    first, second = set_hanging("县" * 26 + "，" + "县" * 5)

    assert (first.text, second.text) == ("县" * 26 + "，", "县" * 5)
    (*_, (last, left_of_last), (mark, left_of_mark)) = places(first)
    assert (last, mark) == ("县", "，")
    assert left_of_last + 16 == pytest.approx(HANGING.text_width_pt, abs=0.01)
    assert left_of_mark >= HANGING.text_width_pt - 0.5


@given(marked_texts)
def test_only_one_stop_a_line_leaves_the_type_area(text: str) -> None:
    for line in set_hanging(text):
        outside = "".join(one for one, left in places(line) if left + 16 * 0.5 > HANGING.text_width_pt + 0.05)
        assert len(outside) <= 1
        assert set(outside) <= MAY_HANG


@given(marked_texts)
def test_line_ends_stay_as_lawful_as_without_hanging(text: str) -> None:
    lines = set_hanging(text)

    assert "".join(line.text for line in lines) == text
    for before, after in pairwise(line.text for line in lines):
        assert after[0] not in NO_START
        assert before[-1] not in NO_END
        assert not (before[-1].isdigit() and re.match(r"[\d.%]", after))


def test_hanging_never_needs_more_lines_than_pushing_down() -> None:
    blocks = [Paragraph(paragraph(number)) for number in range(30)]

    pushed = [one for page in laid_out(*blocks).pages for one in texts(page)]
    hung = [one for page in laid_out(*blocks, rules=HANGING).pages for one in texts(page)]
    assert len(hung) <= len(pushed)
    assert hung != pushed

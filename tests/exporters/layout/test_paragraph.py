"""One paragraph: where it may be broken, and that its full lines reach from edge to edge."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exporters.characters import printable
from exporters.fonts import BUNDLED_SET, Face, is_drawn
from exporters.layout.paragraph import Line, Run, Setting, Shape, set_paragraph
from exporters.layout.units import Span
from exporters.profile import Style, profile

RULES = profile()
BODY = RULES.styles.body
GRID = Shape(
    RULES.text_width_pt, first_indent_pt=2 * RULES.cell_pt, squeeze=RULES.cell_pt / RULES.styles.body.size_pt
)

unhurried = settings(deadline=None)  # the first example waits for the fonts to be read

CLOSING = "，。、；：？！”’）》〉】〕」』·…—～%％‰℃"
OPENING = "“‘（《〈【〔「『"
NUMBER = re.compile(r"\d+(?:\.\d+)?%?")

words = st.sampled_from(
    ["县", "法治政府", "达93.63%", "减少17242.5", "自2026年", "约682万", "设——", "等……", "按GB/T", "增26.44%"]
)
opened = st.sampled_from(["", "", "“", "（", "《", "“《", "（“‘"])
closed = st.sampled_from(["", "", "，", "。", "、", "”", "）。", "》”，", "？！”", "》、"])
phrases = st.tuples(opened, words, closed).map("".join)
marked_texts = st.lists(phrases, min_size=10, max_size=80).map("".join)


def set_body(text: str) -> tuple[Line, ...]:
    return set_paragraph((Span(text, BODY),), GRID)


def run_end(run: Run) -> float:
    """Where the box of a run's last character ends, from the run's own numbers alone."""
    widths = sum(width(run, character) for character in run.text)
    return run.x_pt + widths + run.spacing_pt * (len(run.text) - 1)


def places(line: Line) -> list[tuple[str, float]]:
    """Every character of a line and where its box begins."""
    return [
        (character, run_end(replace(run, text=run.text[: count + 1])) - width(run, character))
        for run in line.runs
        for count, character in enumerate(run.text)
    ]


def width(run: Run, character: str) -> float:
    return run.font.widths[character] * run.size_pt


def drawn(lines: tuple[Line, ...]) -> str:
    return "".join(run.text for line in lines for run in line.runs)


@unhurried
@given(marked_texts)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    lines = set_body(text)

    assert not [line.text for line in lines[1:] if line.text[0] in CLOSING]
    assert not [line.text for line in lines[:-1] if line.text[-1] in OPENING]


@unhurried
@given(marked_texts)
def test_numbers_dashes_and_ellipses_stay_whole(text: str) -> None:
    lines = set_body(text)

    breaks = {sum(len(line.text) for line in lines[:count]) for count in range(1, len(lines))}
    whole = [*NUMBER.finditer(text), *re.finditer("——|……|GB/T", text)]
    assert not [piece[0] for piece in whole if breaks & set(range(piece.start() + 1, piece.end()))]


@unhurried
@given(marked_texts)
def test_every_line_but_the_last_is_flush_on_both_sides(text: str) -> None:
    lines = set_body(text)

    for index, line in enumerate(lines):
        left = GRID.first_indent_pt if index == 0 else 0.0
        assert line.runs[0].x_pt == pytest.approx(left)
        assert run_end(line.runs[-1]) <= GRID.width_pt + 0.05
        if index < len(lines) - 1:
            assert run_end(line.runs[-1]) == pytest.approx(GRID.width_pt, abs=0.05)


@unhurried
@given(st.text(max_size=300))
@example("（" * 90)
@example("》" * 90)
@example("1" * 200 + "%")
@example("—" * 70)
@example("甲\u200b乙\ufe0f\n\n丙\r\n丁\u2028戊\x00")
@example("𠮷㛃𰻞")
@example("造字\ue001和未定的\U000323af")
def test_every_character_is_drawn_or_reported_missing(text: str) -> None:
    lines = set_body(text)

    missing = BUNDLED_SET.missing(line.text for line in lines)
    wanted = "".join("〓" if one in missing else one for one in printable(text) if is_drawn(one))
    assert "".join(drawn(lines).split()) == wanted


def test_a_line_of_plain_text_has_28_characters_in_equal_cells() -> None:
    first, second, *_ = set_body("法" * 80)

    assert (len(first.text), len(second.text)) == (26, 28)
    (run,) = second.runs
    assert run.size_pt + run.spacing_pt == pytest.approx((RULES.text_width_pt - 16) / 27)


def test_a_mark_that_does_not_fit_takes_the_character_before_it_down() -> None:
    first, second = set_body("法" * 26 + "，治")

    assert first.text == "法" * 25
    assert second.text == "法，治"
    assert run_end(first.runs[-1]) == pytest.approx(RULES.text_width_pt)


@pytest.mark.parametrize("mark", CLOSING)
def test_a_closing_mark_begins_no_line_wherever_it_falls(mark: str) -> None:
    for before in range(20, 60):
        lines = set_body("法" * before + mark + "治" * 30)
        assert not [line.text for line in lines if line.text.startswith(mark)]


@pytest.mark.parametrize("mark", OPENING)
def test_an_opening_mark_ends_no_line_wherever_it_falls(mark: str) -> None:
    for before in range(20, 60):
        lines = set_body("法" * before + mark + "治" * 30)
        assert not [line.text for line in lines if line.text.endswith(mark)]


@pytest.mark.parametrize("mark", ["——", "……"])
def test_a_long_mark_is_not_torn_open_when_its_line_is_stretched(mark: str) -> None:
    first, _ = set_body("县" + mark + "治" * 21 + "17242.5" + "法" * 9)

    begin, middle, end = (x for _, x in places(first)[1:4])
    assert middle - begin == pytest.approx(RULES.cell_pt)
    assert end - middle > RULES.cell_pt + 0.1


def test_a_year_may_be_parted_from_its_number_but_a_percent_sign_may_not() -> None:
    year, _ = set_body("法" * 24 + "2026年初")
    percent, _ = set_body("法" * 24 + "2026%初")

    assert year.text.endswith("2026")
    assert percent.text == "法" * 24


def test_a_web_address_is_parted_behind_its_marks_only() -> None:
    address = "www.qinghe.gov.cn/zwgk/fzzf/report-2026.html"
    lines = set_body("法" * 18 + address + "。")

    assert len(lines) == 2
    assert lines[0].text.endswith((".", "-"))
    assert "".join(line.text for line in lines) == "法" * 18 + address + "。"


def test_a_typed_line_break_ends_a_line_that_is_not_stretched() -> None:
    first, second = set_body("甲乙\n丙")

    assert (first.text, second.text) == ("甲乙", "丙")
    assert first.right_pt == pytest.approx(2 * RULES.cell_pt + RULES.cell_pt + 16)


def test_a_blank_at_the_end_of_a_line_takes_no_room() -> None:
    first, _ = set_body("法" * 26 + " " + "治")

    assert run_end(first.runs[-1]) == pytest.approx(RULES.text_width_pt, abs=0.05)


def test_a_heading_and_its_text_share_a_line_in_their_own_faces() -> None:
    heading = Span("（一）推行执法公示。", Style(Face.KAI, 16))

    (line,) = set_paragraph((heading, Span("全年公示", BODY)), GRID)

    assert [(run.font.name, run.text) for run in line.runs] == [
        ("Kai", heading.text),
        ("FangSong", "全年公示"),
    ]


@pytest.mark.parametrize(
    ("setting", "left"), [(Setting.LEFT, 0.0), (Setting.CENTER, 42.0), (Setting.RIGHT, 84.0)]
)
def test_short_lines_stand_where_their_setting_says(setting: Setting, left: float) -> None:
    (line,) = set_paragraph((Span("县", BODY),), Shape(100, setting=setting))

    assert line.runs[0].x_pt == pytest.approx(left)


@pytest.mark.parametrize("text", ["", "  ", "\u3000\u3000", "\n\n", "\u200b"])
def test_a_text_without_ink_has_no_lines(text: str) -> None:
    assert set_body(text) == ()


def test_a_paragraph_set_alone_is_the_one_set_before() -> None:
    text = "受理行政复议申请179件，比上年增长26.44%。" * 5

    assert set_body(text) == set_body(text)

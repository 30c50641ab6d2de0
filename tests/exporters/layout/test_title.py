"""Where titles are broken."""

import pytest

from exporters.layout.title import set_title
from exporters.profile import profile

RULES = profile()


def title_lines(text: str) -> list[str]:
    return [line.text for line in set_title(text, RULES.styles.title, RULES.text_width_pt)]


TITLES = [
    "青河县人民政府关于2026年法治政府建设情况的报告",
    "中共青河县委 青河县人民政府关于2026年法治政府建设情况的报告",
    "中共青河县委、青河县人民政府关于2026年度法治政府建设情况的报告",
    "青河县农业农村局关于2026年度推进法治政府建设工作情况的报告",
    "青河彝族回族自治县人民政府关于2026年度法治政府建设情况的报告",
    "青河县司法局2026年度法治政府建设工作总结和2027年度工作安排",
]
WORDS = [
    "青河县",
    "人民政府",
    "关于",
    "2026年",
    "法治政府",
    "法治政府建设",
    "情况",
    "报告",
    "司法局",
    "工作",
    "总结",
]


def test_a_title_of_up_to_20_characters_stays_on_one_line() -> None:
    title = "关于青河县法治政府建设年度工作情况的报告"

    assert len(title) == 20
    assert title_lines(title) == [title]


@pytest.mark.parametrize("title", TITLES)
def test_a_longer_title_is_broken_without_tearing_words(title: str) -> None:
    lines = title_lines(title)

    assert len(lines) > 1
    assert "".join(lines) == title
    assert all(sum(word in line for line in lines) >= (word in title) for word in WORDS)
    assert not [line for line in lines if line.startswith(("的", "年", "，", "、"))]
    assert len(lines[-1]) >= 4


@pytest.mark.parametrize("title", TITLES)
def test_every_line_is_centred_and_leaves_a_character_free(title: str) -> None:
    for line in set_title(title, RULES.styles.title, RULES.text_width_pt):
        assert line.left_pt == pytest.approx(RULES.text_width_pt - line.right_pt)
        assert line.right_pt - line.left_pt <= RULES.text_width_pt - 22 + 0.01


def test_the_upper_line_is_longer_where_words_allow() -> None:
    assert title_lines("青河县人民政府关于2026年度法治政府建设情况的报告") == [
        "青河县人民政府关于2026年度",
        "法治政府建设情况的报告",
    ]


def test_three_lines_are_no_hourglass() -> None:
    lines = title_lines(
        "青河县高新技术产业开发区管理委员会关于2026年度贯彻落实法治政府建设实施纲要和依法行政工作情况的报告"
    )

    first, second, third = map(len, lines)
    assert not first > second < third


def test_a_break_that_is_typed_is_kept() -> None:
    assert title_lines("青河县人民政府\n年度报告") == ["青河县人民政府", "年度报告"]


def test_a_title_of_many_lines_is_broken_like_a_paragraph() -> None:
    lines = title_lines("推" * 200)

    assert "".join(lines) == "推" * 200
    assert max(map(len, lines)) == 20

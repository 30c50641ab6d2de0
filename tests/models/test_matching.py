"""A few characters are enough: words, several of them, first letters of the pinyin; what was used last comes first."""

import pytest

from models.matching import Names, matching
from models.pinyin_initials import initials

THINGS = [
    Names("（五）行政复议和行政应诉", "一 举措成效"),
    Names("行政复议申请", "fy_apply 司法局 179件"),
    Names("行政复议申请同比", "fy_apply_yoy"),
    Names("重大决策听证", "ting_zheng"),
    Names("导出", "报告"),
]


def meant(typed: str, latest: dict[str, int] | None = None) -> list[str]:
    used = latest or {}
    found = matching(THINGS, typed, lambda one: one, lambda one: (used.get(one.name, len(used)),))
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("行政复议", "xzfy"),
        ("法治年报", "fznb"),
        ("导出 Word", "dcword"),
        ("（一）啊匝", "yaz"),
        ("𠮷㎡", ""),
    ],
)
def test_first_letters_are_those_of_the_pinyin(words: str, letters: str) -> None:
    assert initials(words) == letters


@pytest.mark.parametrize("typed", ["复议申请", "xzfysq", "XZFYSQ", "ｆｙ＿ａｐｐｌｙ", "申请 179"])
def test_name_initials_id_and_several_words_lead_to_the_same_thing(typed: str) -> None:
    assert meant(typed)[0] == "行政复议申请"


def test_what_begins_with_the_words_comes_before_what_holds_them() -> None:
    assert meant("应诉 行政") == ["（五）行政复议和行政应诉"]
    assert meant("复议申请")[-1] != "（五）行政复议和行政应诉"
    assert meant("行政复议") == ["行政复议申请", "行政复议申请同比", "（五）行政复议和行政应诉"]


def test_what_was_used_last_comes_first_among_equals() -> None:
    assert meant("行政复议", {"行政复议申请同比": 0})[0] == "行政复议申请同比"
    assert meant("", {"导出": 0})[0] == "导出"


def test_every_word_must_occur() -> None:
    assert meant("行政复议 听证") == []

"""Half-width marks between Chinese become full-width; numbers, times and Latin stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise import changes, normalise


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("市委、市政府:", "市委、市政府："),
        ("(一)乡镇(街道)", "（一）乡镇（街道）"),
        ("2024年,我县;办结率100%,好!真的?", "2024年，我县；办结率100%，好！真的？"),
        ("减少17242.5个工作日,压缩93.63%,", "减少17242.5个工作日，压缩93.63%，"),
        ("11:00开会,共1,234件", "11:00开会，共1,234件"),
        ("网址http://a.cn", "网址http://a.cn"),
        ("“互联网+监管”2.1", "“互联网+监管”2.1"),
        ("第11件,12件", "第11件，12件"),
        ("(一)坚持高位推动.全年研究6次,落实到位.", "（一）坚持高位推动。全年研究6次，落实到位。"),
        ("买买提.吐尔逊来访。", "买买提.吐尔逊来访。"),
        ("比去年,多17.5个", "比去年，多17.5个"),
    ],
)
def test_marks_are_printed_full_width(typed: str, printed: str) -> None:
    assert normalise(typed) == printed


@given(st.text(alphabet="法治179件,;:()?!。，a. ”“", max_size=30))
def test_normalising_keeps_length_is_settled_at_once_and_lists_each_change(text: str) -> None:
    printed = normalise(text)

    assert len(printed) == len(text)
    assert normalise(printed) == printed
    restored = list(printed)
    for change in changes(text):
        assert printed[change.position] == change.new
        restored[change.position] = change.old
    assert "".join(restored) == text

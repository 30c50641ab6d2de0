"""How many characters two states of a report differ by."""

from models.text_difference import changed_characters


def test_equal_texts_differ_by_nothing() -> None:
    assert changed_characters(["甲。", "乙。"], ["甲。", "乙。"]) == 0


def test_what_was_taken_out_and_put_in_counts() -> None:
    assert changed_characters(["收到申请179件。"], ["共收到申请180件。"]) == 1 + 4


def test_a_new_paragraph_counts_whole() -> None:
    assert changed_characters(["甲。"], ["甲。", "新的一段。"]) == 5


def test_a_very_long_text_is_counted_without_being_compared_letter_by_letter() -> None:
    assert changed_characters(["甲" * 9000 + "。"], ["乙" * 9000 + "。"]) == 18_000

"""The letterhead's fields are declared once and filled in from what a form or a command says."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UnknownKeyError, UserError
from models.letterhead import LETTERHEAD, SEPARATOR, FieldKind, Letterhead

PLAIN = [key for key, field in LETTERHEAD.items() if field.kind is FieldKind.TEXT and key != "copy_number"]
LISTS = [key for key, field in LETTERHEAD.items() if field.kind is FieldKind.LIST]
CHOICES = [key for key, field in LETTERHEAD.items() if field.kind is FieldKind.CHOICE]
DATES = [key for key, field in LETTERHEAD.items() if field.kind is FieldKind.DATE]

SET_COMMAND = (
    "title organs addressees copies doc_number signatories secrecy secrecy_term urgency copy_number "
    "date disclosure notes printed_by printed_on contact_name contact_phone filled_by checked_by"
)


def test_the_set_command_reaches_every_field() -> None:
    assert set(SET_COMMAND.split()) <= set(LETTERHEAD) == {field.name for field in fields(Letterhead)}


@pytest.mark.parametrize("key", LETTERHEAD)
def test_a_field_tells_the_clerk_what_it_is_and_what_to_write(key: str) -> None:
    field = LETTERHEAD[key]

    assert field.key == key
    assert field.label
    assert field.help.endswith("。")
    assert (field.kind is FieldKind.CHOICE) == bool(field.choices)


@pytest.mark.parametrize("key", LETTERHEAD)
def test_an_empty_text_clears_a_field(key: str) -> None:
    value: Any = ("甲",) if key in LISTS else "甲"
    filled = replace(Letterhead(), **{key: value})

    assert filled.with_text(key, "  ") == Letterhead()
    assert Letterhead().text(key) == ""


@pytest.mark.parametrize("key", LISTS)
def test_several_values_are_set_off_by_commas_of_enumeration(key: str) -> None:
    letterhead = Letterhead().with_text(key, " 云岭县委、 云岭县人民政府、、")

    assert getattr(letterhead, key) == ("云岭县委", "云岭县人民政府")
    assert letterhead.text(key) == "云岭县委、云岭县人民政府"


@given(st.lists(st.text(alphabet="云岭县 委", min_size=1, max_size=5), max_size=4))
def test_a_list_shown_and_typed_again_stays_as_it_is(organs: list[str]) -> None:
    once = Letterhead().with_text("organs", SEPARATOR.join(organs))

    assert once.with_text("organs", once.text("organs")) == once


@pytest.mark.parametrize("key", PLAIN)
def test_line_breaks_and_doubled_blanks_do_not_get_into_a_field(key: str) -> None:
    assert getattr(Letterhead().with_text(key, " 云政〔2026〕\n 5号\t"), key) == "云政〔2026〕 5号"


@pytest.mark.parametrize("key", CHOICES)
def test_a_choice_takes_its_values_and_no_others(key: str) -> None:
    for choice in LETTERHEAD[key].choices:
        assert getattr(Letterhead().with_text(key, choice), key) == choice

    with pytest.raises(
        UserError, match=f"{LETTERHEAD[key].label}不能是“别的”.*{LETTERHEAD[key].choices[-1]}"
    ):
        Letterhead().with_text(key, "别的")


@pytest.mark.parametrize("key", DATES)
def test_a_date_is_written_officially_or_refused(key: str) -> None:
    assert getattr(Letterhead().with_text(key, "2026-02-09"), key) == "2026年2月9日"
    with pytest.raises(UserError, match="不是日期"):
        Letterhead().with_text(key, "2026-02-30")


@pytest.mark.parametrize(("typed", "kept"), [("1", "000001"), ("000012", "000012"), ("123456", "123456")])
def test_a_copy_number_has_six_digits(typed: str, kept: str) -> None:
    assert Letterhead().with_text("copy_number", typed).copy_number == kept


@pytest.mark.parametrize("typed", ["1234567", "12a", "一"])
def test_what_is_no_copy_number_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="份号"):
        Letterhead().with_text("copy_number", typed)


def test_a_field_that_is_not_there_is_refused_naming_those_that_are() -> None:
    with pytest.raises(UnknownKeyError, match=r"colour.*title.*contact_phone"):
        Letterhead().with_text("colour", "红")


@pytest.mark.parametrize(
    "typed", ["甲县人民政府、乙县人民政府", "甲县人民政府，乙县人民政府", "甲县人民政府, 乙县人民政府"]
)
def test_several_organs_may_be_separated_by_commas_too(typed: str) -> None:
    assert Letterhead().with_text("organs", typed).organs == ("甲县人民政府", "乙县人民政府")

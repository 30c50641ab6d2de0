"""The atoms of a text: what is stored comes back, changes are found and can be taken back."""

from hypothesis import given
from hypothesis import strategies as st

from models.atoms import Alphabet, Splice, clean, difference, units, visible, whole
from models.linked_text import Link, escape

TEXTS = st.text(
    alphabet=st.sampled_from("申请件{}a，𠮷\n1") | st.characters(exclude_categories=["Cs"]), max_size=12
)
LINKS = st.sampled_from([Link("fy_apply"), Link("fy_apply.last"), Link("a")])
STORED = st.lists(st.tuples(TEXTS, LINKS), max_size=4).map(
    lambda pairs: "".join(escape(text) + link.token for text, link in pairs)
)


@given(STORED, TEXTS)
def test_a_stored_text_comes_back_from_its_atoms(linked: str, end: str) -> None:
    alphabet = Alphabet()
    stored = linked + escape(end)

    assert alphabet.stored(alphabet.parse(stored)) == stored


@given(TEXTS)
def test_an_ordinary_text_with_braces_stays_ordinary(text: str) -> None:
    alphabet = Alphabet()

    atoms = alphabet.parse(escape(text))

    assert alphabet.surface(atoms, lambda link: link.token) == text
    assert atoms == units(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_units_count_as_qt_does_and_become_whole_again(text: str) -> None:
    assert len(units(text)) == len(text.encode("utf-16-le")) // 2
    assert whole(units(text)) == text


def test_a_link_is_one_atom_and_prints_what_it_shows() -> None:
    alphabet = Alphabet()

    atoms = alphabet.parse("申请{{fy_apply}}件，上年{{fy_apply.last}}件")

    assert len(atoms) == len("申请X件，上年X件")
    assert alphabet.surface(atoms, lambda link: "1,802" if link.face else "179") == "申请179件，上年1,802件"


@given(STORED, STORED)
def test_the_difference_leads_from_old_to_new_and_its_reverse_back(first: str, second: str) -> None:
    alphabet = Alphabet()
    old, new = alphabet.parse(first), alphabet.parse(second)

    change = difference(old, new)

    assert (change is None) == (old == new)
    if change:
        assert change.apply(old) == new
        assert change.reverse.apply(new) == old


@given(*[st.text(alphabet="𠮷𠮸𡃁a", max_size=5)] * 2)
def test_a_difference_never_cuts_a_rare_character_in_two(first: str, second: str) -> None:
    change = difference(units(first), units(second))

    if change:
        assert units(whole(change.inserted)) == change.inserted
        assert units(whole(change.removed)) == change.removed
        assert units(whole(units(first)[: change.at])) == units(first)[: change.at]


def test_the_difference_is_no_larger_than_what_was_typed() -> None:
    assert difference("申请179件", "申请的179件") == Splice(2, "", "的")
    assert difference("申请的179件", "申请179件") == Splice(2, "的", "")
    assert difference("一二三四", "一五六四") == Splice(1, "二三", "五六")


def test_typing_goes_on_until_a_clause_ends_or_the_caret_jumps() -> None:
    first = Splice(0, "", "全年")

    assert Splice(2, "", "受理").continues(first)
    assert not Splice(7, "", "受理").continues(first)
    assert not Splice(4, "", "受理").continues(Splice(0, "", "全年共，"))


def test_deleting_goes_on_in_both_directions_but_not_after_typing() -> None:
    assert Splice(4, "理", "").continues(Splice(5, "件", ""))
    assert Splice(5, "件", "").continues(Splice(5, "理", ""))
    assert not Splice(4, "理", "").continues(Splice(9, "件", ""))
    assert not Splice(1, "年", "").continues(Splice(0, "", "全年"))


def test_a_pasted_text_loses_what_cannot_be_seen_and_the_indents() -> None:
    pasted = "\u3000\u3000全年\u200b受理\u00a0179件。\r\n\r\n  \u3000其中\v不予受理20件。\u3000\n"

    assert clean(pasted) == "全年受理 179件。\n其中\n不予受理20件。\u3000"


def test_a_pasted_line_end_alone_stays_and_single_blanks_too() -> None:
    assert clean("\r\n") == "\n"
    assert clean(" GB/T 9704") == " GB/T 9704"


def test_a_joiner_stays_where_it_joins_pictures_only() -> None:
    family = "👨\u200d👩\u200d👧"

    assert clean(f"全\u200d年{family}") == f"全年{family}"
    assert visible("❤\ufe0f\u200d🔥") == "❤\ufe0f\u200d🔥"

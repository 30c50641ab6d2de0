"""Any text can be stored and read back, with links in it or with braces that are only braces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.linked_text import Link, escape, links, parts, relinked, surface
from tests.strategies import LINKS

BRACED = st.text(alphabet="{}a_.复议9", max_size=20)


def amount(link: Link) -> str:
    return {"": "179", "last": "150"}[link.face]


@given(BRACED | st.text())
def test_an_ordinary_text_is_printed_as_it_was_typed(text: str) -> None:
    assert surface(escape(text), lambda _: pytest.fail("there is no link in it")) == text


@given(st.text())
def test_what_is_stored_without_double_braces_stands_for_itself(text: str) -> None:
    if "{{" not in text:
        assert escape(text) == text


@given(st.lists(st.tuples(BRACED, LINKS), max_size=4), BRACED)
def test_links_among_texts_full_of_braces_are_found_again(pairs: list[tuple[str, Link]], end: str) -> None:
    stored = "".join(escape(text) + link.token for text, link in pairs) + escape(end)

    assert links(stored) == tuple(link for _, link in pairs)
    assert surface(stored, lambda link: f"<{link.target}>") == (
        "".join(f"{text}<{link.target}>" for text, link in pairs) + end
    )


@given(st.lists(BRACED.map(escape) | LINKS.map(lambda link: link.token)).map("".join))
def test_the_parts_put_together_are_the_stored_text(stored: str) -> None:
    whole = "".join(part.token if isinstance(part, Link) else escape(part) for part in parts(stored))

    assert surface(whole, lambda link: link.token) == surface(stored, lambda link: link.token)
    assert links(whole) == links(stored)


def test_a_link_shows_its_figure() -> None:
    stored = "办结行政复议{{fy_apply}}件，上年{{fy_apply.last}}件。"

    assert surface(stored, amount) == "办结行政复议179件，上年150件。"


def test_a_link_says_which_figure_and_which_face() -> None:
    assert (Link("fy_apply").figure, Link("fy_apply").face) == ("fy_apply", "")
    assert (Link("fy_apply.last").figure, Link("fy_apply.last").face) == ("fy_apply", "last")


@pytest.mark.parametrize(
    "text", ["{{Fy}}", "{{复议}}", "{{9}}", "{{ fy }}", "{fy}", "{{fy", "fy}}", "{{.last}}"]
)
def test_what_is_not_quite_a_link_is_text(text: str) -> None:
    assert links(text) == ()
    assert surface(text, amount) == text


def test_an_empty_text_has_no_parts() -> None:
    assert list(parts("")) == []


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("调解纠纷120件", "调解纠纷{{own_1}}件"),
        ("共调解120件纠纷", "共调解{{own_1}}件纠纷"),
        ("调解纠纷1205件", "调解纠纷1205件"),
        ("调解纠纷12.120件", "调解纠纷12.120件"),
        ("调解纠纷", "调解纠纷"),
        ("{{120}}", "{{}}{{own_1}}}}"),
    ],
)
def test_a_retyped_text_keeps_its_link_where_the_amount_still_stands(typed: str, stored: str) -> None:
    assert relinked("调解纠纷{{own_1}}件", typed, lambda link: "120") == stored

"""The manual holds together: every page is in the contents, every picture and every page named is there."""

import re

import pytest

import resources
from models.manual import CONTENTS, ManualPage, manual_pages, plain_line, search_manual

PAGES = manual_pages()
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def test_every_page_is_in_the_contents() -> None:
    files = {file.stem for file in resources.manual_path("").glob("*.md")}

    assert {page.name for page in PAGES} == files
    assert PAGES[0].name == CONTENTS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_page_and_every_picture_is_there(page: ManualPage) -> None:
    missing = [one for one in _LINK.findall(page.text) if not resources.manual_path(one).is_file()]
    missing += [file for _, file in _PICTURE.findall(page.text) if not resources.manual_path(file).is_file()]

    assert missing == []
    assert all(words for words, _ in _PICTURE.findall(page.text)), "a picture without words"


def test_every_picture_is_shown_somewhere() -> None:
    shown = {file for page in PAGES for _, file in _PICTURE.findall(page.text)}
    taken = {f"pictures/{file.name}" for file in resources.manual_path("pictures").glob("*.png")}

    assert taken == shown


def test_a_page_is_called_what_the_contents_call_it() -> None:
    assert [page.text.splitlines()[0] for page in PAGES[1:]] == [f"# {page.title}" for page in PAGES[1:]]


def test_searching_finds_the_lines_with_all_the_words() -> None:
    hits = search_manual("第二处 U盘")

    assert hits
    assert all("第二处" in hit.line and "U盘" in hit.line for hit in hits)
    assert {hit.page.name for hit in hits} == {"backup"}
    assert search_manual("  ") == ()


def test_lines_are_found_as_they_are_read() -> None:
    assert plain_line("- 按`Ctrl+S`，见[版本](versions.md)。**好**") == "按Ctrl+S，见版本。好"
    assert plain_line("![一张图](pictures/x.png)") == ""

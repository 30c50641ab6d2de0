"""Carrying over on the command line."""

import pytest

from tests.shell import Shell


def test_roll_answers_with_the_new_report_its_notes_and_the_words_to_look_at(
    shell: Shell, imported: str
) -> None:
    before = shell("show", imported)

    rolled = shell("roll", imported, "--year", 2026, "--section", "plan=copy")

    assert set(rolled) == {"id", "sections", "notes", "words"}
    assert rolled["sections"]["plan"] == "copy"
    assert set(rolled["words"][0]) == {
        "section", "item", "quote", "word", "kind", "advice", "suggestion",
    }  # fmt: skip
    assert {"word": "2025年", "suggestion": "2026年"}.items() <= rolled["words"][0].items()
    new = shell("show", rolled["id"])
    assert new["year"] == 2026
    old, now = ({one["id"]: one for one in shown["figures"]} for shown in (before, new))
    assert old.keys() == now.keys()
    assert all(one["value"] is None for one in now.values())
    assert now["fy_apply"]["last"] == old["fy_apply"]["value"] == "164"
    assert shell("show", imported) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--year", 2025), "2026"),
        (("--year", 2026, "--section", "plan=burn"), "只作参考"),
        (("--year", 2026, "--section", "nothing=copy"), "leadership"),
        ((), "--year"),
    ],
)
def test_a_roll_that_cannot_be_done_is_refused_and_makes_nothing(
    shell: Shell, imported: str, arguments: tuple[object, ...], words: str
) -> None:
    assert words in shell.refused("roll", imported, *arguments)
    assert len(shell("list")["reports"]) == 1

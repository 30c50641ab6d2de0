"""A report on the command line: imported, shown, checked, changed, listed."""

from pathlib import Path

from tests.shell import SAMPLE, Shell


def test_import_answers_with_an_id_the_file_and_notes(shell: Shell) -> None:
    reports = shell("import", SAMPLE, SAMPLE)["reports"]

    assert [set(report) for report in reports] == [{"id", "file", "notes"}] * 2
    assert reports[0]["id"] != reports[1]["id"]
    assert reports[0]["file"] == str(SAMPLE)


def test_show_has_the_fields_of_the_contract(shell: Shell, imported: str) -> None:
    shown = shell("show", imported)

    assert set(shown) == {
        "id", "year", "template", "stage", "title", "organs", "addressees", "preamble", "sections", "figures",
        "relations", "attachments", "signature",
    }  # fmt: skip
    assert [section["number"] for section in shown["sections"]] == ["一", "二", "三", "四", "五"]
    assert set(shown["sections"][0]) == {"key", "number", "title", "paragraphs", "items"}
    assert shown["sections"][0]["items"][0]["number"] == "（一）"
    figure = next(one for one in shown["figures"] if one["id"] == "fy_apply")
    assert set(figure) == {
        "id", "name", "value", "unit", "qualifier", "surface", "last", "yoy", "department", "source",
        "received", "places",
    }  # fmt: skip
    assert set(figure["places"][0]) == {"section", "item", "quote"}
    relation = next(one for one in shown["relations"] if one["id"] == "V5")
    assert set(relation) == {"id", "name", "verdict", "working", "words"}
    assert (relation["verdict"], relation["working"]) == ("成立", "15+9+17+48+43+6+26=164 ✓")


def test_every_figure_is_quoted_where_it_stands(shell: Shell, imported: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8")

    for figure in shell("show", imported)["figures"]:
        assert figure["places"], figure["name"]
        for place in figure["places"]:
            assert place["quote"] in text
            assert figure["surface"] in place["quote"]


def test_set_changes_a_figure_and_every_sentence_that_quotes_it(shell: Shell, imported: str) -> None:
    before = next(one for one in shell("show", imported)["figures"] if one["id"] == "fy_apply")

    shell("set", imported, "figure.fy_apply=987654", "figure.fy_apply.last=493827", "date=2026-3-1")

    after = shell("show", imported)
    figure = next(one for one in after["figures"] if one["id"] == "fy_apply")
    assert (figure["value"], figure["last"], figure["yoy"]) == ("987654", "493827", "100")
    assert len(figure["places"]) == len(before["places"])
    assert all("987654" in place["quote"] for place in figure["places"])
    assert after["signature"]["date"] == "2026年3月1日"


def test_list_names_the_reports(shell: Shell, imported: str) -> None:
    assert shell("list")["reports"][0]["id"] == imported


def test_check_ends_with_one_only_when_there_are_errors(shell: Shell, imported: str, tmp_path: Path) -> None:
    assert "error" not in {one["level"] for one in shell("check", imported)["findings"]}
    short = tmp_path / "短.txt"
    short.write_text("一、主要举措和成效\n甲。", encoding="utf-8")
    number = shell("import", short)["reports"][0]["id"]

    findings = shell("check", number, status=1)["findings"]

    assert set(findings[0]) == {
        "rule",
        "level",
        "section",
        "item",
        "quote",
        "message",
        "suggestion",
        "source",
    }
    assert {one["level"] for one in findings} == {"error"}

"""The statistical forms: declared once, every cell a figure of the report."""

from collections import Counter

import pytest

from models.annex import annex
from models.errors import UnknownKeyError, UserError
from models.form_filling import FilledEntry, filled_forms, with_form_totals
from models.form_judging import form_judgements
from models.forms import Form, chosen_forms, forms, with_form, with_form_text
from models.indicator import catalogue
from models.relation import Relation
from models.report import Report
from models.template import template
from tests.exporters.workbook.reports import REPORT, figure, with_figures

ALL = list(forms().values())


def entry_of(report: Report, indicator: str) -> FilledEntry:
    [form] = filled_forms(report)
    return next(one for one in form.entries if one.entry.indicator == indicator)


def test_the_five_forms_of_the_legal_affairs_office_are_there() -> None:
    assert [form.name for form in ALL] == [
        "行政处罚", "行政许可", "行政强制", "行政复议与应诉", "规范性文件清理",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.id)
def test_every_cell_of_a_form_is_an_indicator_of_the_catalogue_and_stands_there_once(form: Form) -> None:
    asked = Counter(entry.indicator for entry in form.entries)

    assert set(asked) <= set(catalogue())
    assert set(asked.values()) == {1}
    assert all(set(entry.parts) <= set(asked) for entry in form.entries)


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.id)
def test_a_form_has_a_sum_and_no_sum_is_a_part_of_another(form: Form) -> None:
    sums = {entry.indicator for entry in form.entries if entry.parts}

    assert sums
    assert not any(part in sums for entry in form.entries for part in entry.parts)
    assert len({form.relation(entry, entry.parts).id for entry in form.sums}) == len(sums)


def test_heads_that_belong_together_stand_together() -> None:
    for form in ALL:
        outer = [entry.head[0] for entry in form.entries]
        runs = [head for at, head in enumerate(outer) if at == 0 or outer[at - 1] != head]
        assert len(runs) == len(set(runs))


def test_forms_are_chosen_by_id_and_go_up_in_their_own_order() -> None:
    report = with_form(with_form(REPORT, "xzxk", True), "xzcf", True)

    assert [form.id for form in chosen_forms(report)] == ["xzcf", "xzxk"]
    assert with_form(report, "xzxk", False).forms == ("xzcf",)
    with pytest.raises(UnknownKeyError, match="xzcf"):
        with_form(REPORT, "none", True)
    with pytest.raises(UserError, match="是或否"):
        with_form_text(REPORT, "xzcf", "要")


def test_a_form_of_a_newer_program_is_passed_over() -> None:
    assert chosen_forms(with_figures(chosen=("from_2030", "xzcf"))) == (forms()["xzcf"],)


def test_a_total_follows_from_its_parts_where_it_is_not_stated_or_stated_so() -> None:
    parts = (figure("xzxk_grant", "86", "70"), figure("xzxk_refuse", "5", "4"))
    for stated in ((), (figure("xzxk_accept", "91", "74"),)):
        total = entry_of(with_figures(*parts, *stated, chosen=("xzxk",)), "xzxk_accept")
        assert (total.this.text, total.this.formula) == ("91", "xzxk_grant + xzxk_refuse + xzxk_revoke")
        assert (total.last.text, total.difference.text) == ("74", "+17")


@pytest.mark.parametrize("stated", ["90", "91余"])
def test_a_total_that_is_stated_otherwise_keeps_its_amount(stated: str) -> None:
    parts = (figure("xzxk_grant", "86"), figure("xzxk_refuse", "5"), figure("xzxk_accept", stated))
    total = entry_of(with_figures(*parts, chosen=("xzxk",)), "xzxk_accept")

    assert (total.this.text, total.this.formula) == (stated, "")


def test_a_total_without_any_part_keeps_its_amount() -> None:
    total = entry_of(with_figures(figure("xzcf_total", "8126"), chosen=("xzcf",)), "xzcf_total")

    assert (total.this.text, total.this.formula) == ("8126", "")


def test_amounts_that_are_only_about_so_much_are_not_added_up() -> None:
    total = entry_of(with_figures(figure("xzxk_grant", "1400余"), chosen=("xzxk",)), "xzxk_accept")

    assert (total.this.text, total.this.formula) == ("", "")


def test_a_total_that_a_form_reckons_is_known_to_the_relations() -> None:
    report = with_figures(figure("xzxk_grant", "86"), figure("xzxk_refuse", "5"), chosen=("xzxk",))

    assert str(with_form_totals(report).figure("xzxk_accept").value) == "91"
    assert report.figure("xzxk_accept").value is None


def checks_of(report: Report) -> list[str]:
    chosen = template(report.template)
    return [check.judgement.relation.id for check in annex(report, chosen).checks]


def test_the_sums_of_chosen_forms_are_checked_like_other_relations() -> None:
    seizures = figure("xzqz_seize", "86")

    assert checks_of(with_figures(seizures, chosen=("xzqz",))) == ["XZQZ1"]
    assert checks_of(with_figures(seizures)) == []


def test_a_sum_that_the_catalogue_has_is_not_checked_twice() -> None:
    report = with_figures(figure("xzqz_seize", "86"), chosen=("xzqz",))
    same = Relation("V", "V", "xzqz_total == xzqz_seal + xzqz_seize")

    assert [one.relation.id for one in form_judgements(report)] == ["XZQZ1"]
    assert form_judgements(report, [same]) == ()

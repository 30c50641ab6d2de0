"""Do the sums of the chosen forms hold?"""

from collections.abc import Iterable, Sequence

from models.form_filling import form_relations, with_form_totals
from models.judging import Judgement, judge
from models.relation import Relation, relations
from models.report import Report
from models.totals import sum_of


def form_judgements(report: Report, stated: Iterable[Relation] | None = None) -> tuple[Judgement, ...]:
    """Every sum of a chosen form that the `stated` relations (the catalogue's) do not state already, in order."""
    known = relations().values() if stated is None else stated
    declared = [found for relation in known if (found := sum_of(relation))]
    whole = with_form_totals(report)
    return tuple(
        judge(whole, relation) for relation in form_relations(report) if not _is_declared(relation, declared)
    )


def _is_declared(relation: Relation, declared: Sequence[tuple[str, ...]]) -> bool:
    """Whether the catalogue has the same sum, be it without parts that are not known."""
    total, *added = sum_of(relation) or ("",)
    return any(one[0] == total and set(one[1:]) <= set(added) for one in declared)

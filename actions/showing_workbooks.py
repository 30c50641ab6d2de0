"""What was read out of many workbooks, as plain JSON values (the command line's contract) and in lines for people."""

from typing import TYPE_CHECKING, Any

from models.merge_plan import Change, MergePlan
from models.overview import Overview
from models.quantity import plain
from models.submission import is_in_catalogue

if TYPE_CHECKING:
    from actions.summarising import Summarised


def show_plan(plan: MergePlan, accepted: bool) -> dict[str, Any]:
    """The plan as JSON values.

    `old` and `new` are printed as in the text, 约, 万 and % included (null where there was no amount); `value` is the
    new amount's exact decimal, 万 and 亿 multiplied out. Conflicts stand among the problems too.
    """
    return {
        "changes": list(map(_change, plan.changes)),
        "problems": [*(one.words for one in plan.conflicts), *plan.problems],
        "accepted": accepted,
    }


def _change(one: Change) -> dict[str, Any]:
    return {
        "id": one.indicator,
        "old": one.old.surface if one.old else None,
        "new": one.new.surface,
        "source": one.source,
        "name": one.name,
        "value": plain(one.new.value),
        "notes": list(one.remarks),
    }


def plan_lines(plan: MergePlan, accepted: bool) -> tuple[str, ...]:
    """The plan for people: a line for each change, and what was done."""
    lines = [
        f"{one.name}：{one.old.surface if one.old else '（空）'} → {one.new.surface}{one.unit_behind}（{one.source}）"
        for one in plan.changes
    ]
    done = "已采用" if accepted else "还没有采用，加--accept采用"
    return (*lines, f"{plan.files}个文件，{len(lines)}项改动，{plan.agreed}项与报告相同；{done}。")


def show_summarised(done: "Summarised") -> dict[str, Any]:
    """The answer as JSON. Values are exact decimals in the indicator's unit."""
    overview = done.overview
    return {
        "files": [str(file) for file in done.files],
        "year": overview.summary.year,
        "offices": len(overview.summary.submissions),
        "indicators": len(overview.summary.columns),
        "missing": list(overview.missing),
        "gaps": [{"office": one.office, "indicators": list(one.indicators)} for one in overview.gaps],
        "contradictions": _contradictions(overview),
        "outliers": _outliers(overview),
        "problems": list(overview.problems),
    }


def _contradictions(overview: Overview) -> list[dict[str, Any]]:
    return [
        {
            "office": one.office,
            "relation": one.relation.id,
            "name": one.relation.name,
            "working": one.working,
        }
        for one in overview.contradictions
    ]


def _outliers(overview: Overview) -> list[dict[str, Any]]:
    return [
        {
            "office": one.office,
            "id": one.indicator.id if is_in_catalogue(one.indicator.id) else "",
            "name": one.indicator.name,
            "unit": one.indicator.unit,
            "value": plain(one.value),
            "median": plain(one.median),
            "z": round(one.z, 2),
        }
        for one in overview.outliers
    ]


def summarised_lines(done: "Summarised") -> tuple[str, ...]:
    """The answer in lines for people: the counts, not the lists, which are in the workbook."""
    overview = done.overview
    counts = (
        (len(overview.missing), "个单位缺报"),
        (len(overview.contradictions), "处矛盾"),
        (len(overview.outliers), "个异常值"),
        (len(overview.problems), "个问题"),
    )
    found = "、".join(f"{count}{words}" for count, words in counts if count)
    return (
        f"汇总了{overview.summary.year}年{len(overview.summary.submissions)}个单位、"
        f"{len(overview.summary.columns)}项指标{f'；有{found}，都列在汇总表里' if found else ''}。",
        *map(str, done.files),
    )

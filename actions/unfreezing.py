"""Changes to a stored report that had been frozen as a stage: what is said when it becomes a draft again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.report import Report, Stage
from models.version import content_hash, written_content

if TYPE_CHECKING:
    from models.store import Store


def edit(
    store: "Store", report_id: str, change: Callable[[Report], Report]
) -> tuple[Report, tuple[str, ...]]:
    """Change a stored report; the report as it is then, and in words that a frozen stage was left.

    Raises what `Store.edit` and `change` raise.
    """
    before: list[Report] = []

    def remembered(report: Report) -> Report:
        before.append(report)
        return change(report)

    now = store.edit(report_id, remembered).stored.report
    return now, unfrozen(store, report_id, before[-1], now)


def unfrozen(store: "Store", report_id: str, before: Report, now: Report) -> tuple[str, ...]:
    """In words, which frozen state a report left when `before` became `now`; nothing where it left none."""
    if before.stage is Stage.DRAFT or now.stage is not Stage.DRAFT:
        return ()
    frozen = [one for one in store.versions(report_id) if one.kind == before.stage]
    same = content_hash(written_content(before))
    left = next((one for one in reversed(frozen) if one.hash == same), frozen[-1] if frozen else None)
    if left is None:
        return (f"报告{report_id}已离开{before.stage}，回到起草。",)
    paper = f"{left.kind}第{left.ordinal}稿（{left.short_hash}）"
    return (f"报告{report_id}已离开{paper}，回到起草；用 diff {report_id} {left.number} 看改了什么。",)

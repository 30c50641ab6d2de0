"""A place or a command one can go to by typing a few characters of its name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from models.matching import Names


class GoalKind(StrEnum):
    """What it is that one goes to; of two as close to what was typed the kind that stands first here comes first."""

    PART = "部分"
    ITEM = "条目"
    ATTACHMENT = "附件"
    FINDING = "校对"
    COMMAND = "命令"
    FIELD = "文头"
    FIGURE = "指标"
    SETTING = "设置"
    REPORT = "报告"
    PAGE = "页"


PLACES = frozenset(
    {GoalKind.PART, GoalKind.ITEM, GoalKind.FIELD, GoalKind.ATTACHMENT, GoalKind.FIGURE, GoalKind.PAGE}
)
"""What 转到条目 is limited to."""


@dataclass(frozen=True)
class Goal:
    """`id` is the same each time, so that it is known again; `detail` is shown behind the name, `key` at the right."""

    id: str
    kind: GoalKind
    names: Names
    go: Callable[[], object] = field(compare=False)
    detail: str = ""
    key: str = ""

"""What a clerk does to the items of a section: each one undo step with a name that says which item it was."""

from models.compose import numbered
from models.dividing import can_merge, lowered, raised, with_item_split, with_items_merged
from models.editing import (
    Path,
    confirmed,
    paragraphs_of,
    part,
    paths,
    section_of,
    with_heading,
    with_item_begun,
    with_item_moved,
    with_new_item,
    with_titles_printed,
    without_blank_item,
    without_item,
)
from models.report import Report, Section
from models.taking_over import Caret, caret_at
from ui import item_actions
from ui.draft import Draft
from ui.typing_runs import TypingRuns

_LONGEST_WORDS = 12


class SectionMoves:
    """Changes one section of a draft. Paths given are those of items that are there."""

    def __init__(self, draft: Draft, key: str, runs: TypingRuns) -> None:
        self._draft = draft
        self._key = key
        self._runs = runs

    @property
    def section(self) -> Section:
        """The section as forms show it."""
        report = self._draft.report
        return with_titles_printed(report, section_of(report, self._key))

    def possible(self, path: Path) -> dict[str, bool]:
        """What can be done with an item, by the names of the actions; () is no item."""
        report, names = self._draft.report, [one.name for one in item_actions.DECLARED]
        if not path or not self.is_there(path):
            return dict.fromkeys(names, False)
        siblings = len(part(section_of(report, self._key), path[:-1]).items)
        can = dict.fromkeys(names, True)
        return can | {
            item_actions.UP: path[-1] > 1,
            item_actions.DOWN: path[-1] < siblings,
            item_actions.RAISE: raised(path) is not None,
            item_actions.LOWER: lowered(report, self._key, path) is not None,
            item_actions.MERGE: can_merge(report, self._key, path),
            item_actions.CONFIRM: bool(part(section_of(report, self._key), path).is_carried),
        }

    def is_there(self, path: Path) -> bool:
        """Whether the section has this item: the blank one of an empty section is none."""
        return path in set(paths(section_of(self._draft.report, self._key)))

    def add(self, path: Path, title: str) -> None:
        """Put in an item so that it has this path."""
        self._change(f"添加条目{quoted(title)}", with_new_item(self._draft.report, self._key, path, title))

    def add_last(self, titles: tuple[str, ...]) -> Path:
        """Put items behind all others; gives the path of the first."""
        report, before = self._draft.report, len(self.section.items)
        for count, title in enumerate(titles, start=before + 1):
            report = with_new_item(report, self._key, (count,), title)
        self._change("添加常见条目" if len(titles) > 1 else f"添加条目{quoted(titles[0])}", report)
        return (before + 1,)

    def rename(self, path: Path, text: str) -> None:
        """Give an item another heading."""
        report = with_heading(self._draft.report, self._key, path, text)
        self._change(f"修改标题{self.name(path, report)}", report)

    def write_heading(self, path: Path, text: str) -> None:
        """A heading as it is being typed: what belongs together is one step."""
        report = with_heading(with_item_begun(self._draft.report, self._key, path), self._key, path, text)
        words = f"修改标题{self.name(path, report)}"
        report = without_blank_item(report, self._key, path)
        self._draft.change(words, report, f"heading:{self._key}:{path}")

    def delete(self, path: Path) -> Path:
        """Take an item out; gives the path of the one to go on with, () where none is left."""
        self._change(f"删除{self.name(path)}", without_item(self._draft.report, self._key, path))
        siblings = len(part(self.section, path[:-1]).items)
        return (*path[:-1], min(path[-1], siblings)) if siblings else path[:-1]

    def move(self, path: Path, target: Path) -> None:
        """Move an item to a path counted without it."""
        verb = "移动"
        if path[:-1] == target[:-1] and abs(path[-1] - target[-1]) == 1:
            verb = "上移" if target < path else "下移"
        elif len(path) != len(target):
            verb = "升级" if len(target) < len(path) else "降级"
        moved = with_item_moved(self._draft.report, self._key, path, target)
        self._change(f"{verb}{self.name(path)}", moved)

    def raised(self, path: Path) -> Path | None:
        """Where an item goes one level up."""
        return raised(path)

    def lowered(self, path: Path) -> Path | None:
        """Where an item goes one level down."""
        return lowered(self._draft.report, self._key, path)

    def caret(self, lines: str, position: int) -> Caret:
        """The caret of an editor that shows these lines."""
        return caret_at(self._draft.report, lines, position)

    def split(self, path: Path, caret: Caret) -> Path:
        """Make two items of one, at the caret; gives the path of the new one."""
        before, behind = (
            paragraphs_of(lines) for lines in (caret.lines[: caret.at], caret.lines[caret.at :])
        )
        self._change(
            f"拆分{self.name(path)}", with_item_split(self._draft.report, self._key, path, before, behind)
        )
        return (*path[:-1], path[-1] + 1)

    def merge(self, path: Path) -> None:
        """Make one item of one and the next."""
        self._change(f"合并{self.name(path)}", with_items_merged(self._draft.report, self._key, path))

    def confirm(self, path: Path) -> None:
        """What came over from last year holds still."""
        self._change(f"核对{self.name(path)}", confirmed(self._draft.report, self._key, path))

    def name(self, path: Path, report: Report | None = None) -> str:
        """“（三）推进…”, as undo calls an item; one that is not in the report any more has no name of its own."""
        if not path:
            return "“本部分开头”"
        section = section_of(report, self._key) if report else self.section
        numbers = dict(zip(paths(section), (number for _, _, number in numbered(section)), strict=True))
        return quoted(f"{numbers[path]}{part(section, path).title}") if path in numbers else "条目"

    def _change(self, words: str, report: Report) -> None:
        self._runs.end()
        self._draft.change(words, report)


def quoted(text: str) -> str:
    """The first words of a text in quotation marks, nothing for none."""
    short = text if len(text) <= _LONGEST_WORDS else f"{text[:_LONGEST_WORDS]}…"
    return f"“{short}”" if text else ""

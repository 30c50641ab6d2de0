"""The finished paper, neutral of any format: a sequence of blocks that every exporter walks.

`place` says where in the report a block's words come from, None where nobody needs to know; two blocks of the same
words are equal wherever they come from.

A new kind of block is one dataclass here and its name in `Block`; the type checker then names every writer
that has no branch for it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.annex import Annex
    from models.report import Place


class Align(StrEnum):
    """How a table column is set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Title:
    """The paper's title (2号小标宋, centred; GB/T 9704-2012 §7.3.1)."""

    text: str
    place: "Place | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class StageMark:
    """（征求意见稿） and the like, under the title."""

    text: str
    place: "Place | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Addressees:
    """The line of addressees with its colon, flush left (§7.3.2)."""

    text: str
    place: "Place | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of level 1 (一、黑体), 2（（一）楷体）, 3 (1.) or 4 (（1）仿宋).

    `text`, where there is any, runs on in the same paragraph in 仿宋 behind number and title; it comes from
    `text_place`.
    """

    level: int
    number: str
    title: str
    text: str = ""
    place: "Place | None" = field(default=None, compare=False)
    text_place: "Place | None" = field(default=None, compare=False)

    def heads(self, following: "Block | None") -> bool:
        """Whether what follows belongs to it, so that the two stay on one page.

        A heading on which text runs on, or below which nothing stands, is an item that is whole by itself.
        """
        if self.text.strip():
            return False
        if isinstance(following, Heading):
            return following.level > self.level
        return isinstance(following, Paragraph | Table)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, first line indented by two characters (§7.3.3)."""

    text: str
    place: "Place | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class AttachmentList:
    """附件：1. … below the body (§7.3.4)."""

    titles: tuple[str, ...]
    place: "Place | None" = field(default=None, compare=False)


class Ending(StrEnum):
    """How a paper is attested: by the organs' seals, by none, or by the stamp of the signatory's name (§7.3.5)."""

    SEALED = "sealed"
    UNSEALED = "unsealed"
    STAMPED = "stamped"


@dataclass(frozen=True, slots=True)
class Signature:
    """Issuing organs and date at the end (§7.3.5); `position` is the office of whose name is stamped."""

    organs: tuple[str, ...]
    date: str
    ending: Ending = Ending.SEALED
    position: str = ""
    place: "Place | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """附注 in round brackets, below the date (§7.3.6); `starts`: where in what was typed `text` begins."""

    text: str
    place: "Place | None" = field(default=None, compare=False)
    starts: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class AttachmentStart:
    """A new page with 附件N and the attachment's title (§7.3.7); no number where there is only one.

    `is_wide`: it is printed across the sheet, down to the next attachment (§8, A4纸型的表格横排时).
    """

    number: int | None
    title: str
    is_wide: bool = False
    place: "Place | None" = field(default=None, compare=False)


class Shown(StrEnum):
    """Where a table column is seen: on paper and in the workbook, in the workbook only, or nowhere (ids)."""

    EVERYWHERE = "everywhere"
    WORKBOOK = "workbook"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its head, its width as a share of the table (any scale), its alignment.

    `is_internal`: it is not for the public. `is_open`: whoever gets the workbook may write in it.
    """

    title: str
    width: float
    align: Align = Align.LEFT
    is_internal: bool = False
    shown: Shown = Shown.EVERYWHERE
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: the text as printed and, for a number, the exact value and its Excel number format.

    `target` is the amount that stands here, in the language of relations (``fy_apply``, ``fy_apply.last``), `formula`
    what the number is reckoned from, in the same language but over the numbers as cells hold them: 93.63% is 0.9363.
    """

    text: str
    number: Decimal | None = None
    number_format: str = "General"
    target: str = ""
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A table row that heads the rows below it."""

    title: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of typed cells: Word, PDF and Excel print the same one."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...] | Group, ...]
    place: "Place | None" = field(default=None, compare=False)

    def keeping(self, is_kept: Callable[[Column], bool]) -> "Table":
        """The table with only the columns that are to be kept."""
        kept = [at for at, column in enumerate(self.columns) if is_kept(column)]
        return replace(
            self,
            columns=tuple(self.columns[at] for at in kept),
            rows=tuple(row if isinstance(row, Group) else tuple(row[at] for at in kept) for row in self.rows),
        )


Block = (
    Title
    | StageMark
    | Addressees
    | Heading
    | Paragraph
    | AttachmentList
    | Signature
    | Note
    | AttachmentStart
    | Table
)


class Mark(StrEnum):
    """The organs' mark in the masthead: printed, or room left for it on paper that has it already."""

    NONE = "none"
    PRINTED = "printed"
    PREPRINTED = "preprinted"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the red line on the first page (版头, §7.2), each empty where there is none.

    `suffix` is printed behind the organs of the mark (文件). A paper to superiors `is_upward`: its number stands on
    the left, with the signatories on the right.
    """

    mark: Mark = Mark.NONE
    suffix: str = ""
    is_upward: bool = True
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    organs: tuple[str, ...] = ()
    doc_number: str = ""
    signatories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands at the foot of the last page (版记, §7.4): copies sent to, printed by whom and when."""

    copies: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper: its blocks in printing order and the table of its figures.

    `name` is the base of file names, `organ` the issuing organs in one line. `trace` says in the footer margin which
    stored version the paper shows. `annex` makes what only the workbook shows; without one it has the tables alone.
    """

    name: str
    title: str
    organ: str
    year: int
    blocks: tuple[Block, ...]
    statistics: Table
    masthead: Masthead = Masthead()
    imprint: Imprint = Imprint()
    trace: str = ""
    annex: "Callable[[], Annex] | None" = None

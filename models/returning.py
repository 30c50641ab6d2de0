"""What comes back from a department: the words of the workbook, and what stands in it once it was understood."""

from dataclasses import dataclass

from models.quantity import Quantity

CONFIRMED, EXPECTED, NONE_SUCH = "已核定", "预计", "无此项"
"""The states of an amount, to choose from."""
FILLERS = ("填报人", "审核人", "电话", "日期")
"""Who filled the workbook in; each has a cell below the table."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One amount out of a workbook.

    `row` is the row as Excel counts it. `is_plain`: it stood there as a bare number, which cannot say 约 or 万.
    `remarks` say in words what was guessed in reading it.
    """

    indicator: str
    value: Quantity
    sheet: str
    row: int
    is_plain: bool = False
    evidence: str = ""
    note: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A workbook that came back: `name` of the file, who was asked, who filled it in, what was understood.

    `problems` say in words what was not, each with sheet, row and what stands there. `digest` tells two copies of
    one file. `blank` are the indicators left empty, by id, with what was written instead of an amount.
    """

    name: str
    department: str
    digest: str
    amounts: tuple[Returned, ...] = ()
    problems: tuple[str, ...] = ()
    blank: tuple[tuple[str, str], ...] = ()
    filled_by: str = ""

"""勾稽关系: every relation that can be checked, with its reckoning and its result as live formulas."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import HEI, RIGHT, WRONG, Book, Look, set_page
from exporters.workbook.formulas import (
    PLACES,
    CannotReckonError,
    compared_words,
    expression,
    joined,
    quoted,
    working,
)
from exporters.workbook.heading import HEAD, merged, protect, write_heading
from exporters.workbook.holding import EXPLAINED, FAILS, HOLDS, Step, Words, mark, result_formula, steps
from exporters.workbook.named_cells import Places
from exporters.workbook.sizes import height
from exporters.workbook.table import cached
from models.annex import Check, CheckedAmount
from models.judging import Verdict
from models.quantity import plain
from models.reckoning import reckoning
from models.relation import Strength
from models.rounding import to_places
from models.stated_relations import CHANGE

NAME = "勾稽关系"
_STATED = "同比"
_LONGEST_LITERAL = 240
"""Characters of a text in a formula: Excel takes 255."""
_HEADS = (
    ("编号", 9), ("名称", 22), ("关系", 36), ("性质", 9), ("计算过程", 28), ("左边", 11), ("右边", 11), ("结果", 9),
    ("说明", 30),
)  # fmt: skip
_STRENGTHS = {Strength.HARD: "必须成立", Strength.SOFT: "一般应当"}
_ABOUT = (
    "“计算过程”“左边”“右边”“结果”是公式，随《统计表》中的数变动；百分比和以万、亿计的数，四舍五入、截去尾数都算成立，"
    "相差在尾数以内的也算成立。缺数据的，补上以后自动核对；没有公式的行（如带“约”“余”的数）写的是导出时的核对结论。"
)
_TEXT, _CENTRED = Look(), Look(align="center")
_NUMBER = Look(align="right")
_RESULT = Look(HEI, 12, "center")
_HEAD_ROW = 3


def write_relations(
    book: Book, sheet: Worksheet, checks: Sequence[Check], title: str, organ: str, year: int, places: Places
) -> None:
    """Fill the sheet, one row for each relation."""
    last = len(_HEADS) - 1
    write_heading(book, sheet, title, organ, f"{year}年度", last)
    merged(book, sheet, 2, 0, last, _ABOUT, Look(size=10, has_grid=False))
    sheet.set_row(2, 30)
    for number, (head, width) in enumerate(_HEADS):
        book.text(sheet, _HEAD_ROW, number, head, HEAD)
        sheet.set_column(number, number, width)
    sheet.set_row(_HEAD_ROW, 24)
    for number, check in enumerate(checks, start=_HEAD_ROW + 1):
        _write_check(book, sheet, number, check, places)
    end = _HEAD_ROW + len(checks)
    _colour(book, sheet, end)
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    set_page(sheet, (_HEAD_ROW, _HEAD_ROW))
    sheet.print_area(0, 0, end, last)
    sheet.autofilter(_HEAD_ROW, 0, end, last)
    protect(sheet)


@dataclass(frozen=True, slots=True)
class _Live:
    """A relation over the workbook's cells: its formulas and their values."""

    check: Check
    places: Places
    found: tuple[Step, ...]

    @property
    def amounts(self) -> dict[str, CheckedAmount]:
        return {amount.target: amount for amount in self.check.amounts}

    @property
    def known(self) -> dict[str, Decimal]:
        return {one.target: one.value for one in self.check.amounts if one.value is not None}

    def refer(self, target: str) -> str:
        """An amount as relations reckon it: of a percentage the number before the sign."""
        name, times = self.places.name(target), self.amounts[target].times
        return name if times == 1 else f"{name}*{times}" if times > 0 else f"({name}*{times})"

    def show(self, target: str) -> str:
        """The same as it is put between marks in a text."""
        times = self.amounts[target].times
        return self.refer(target) if times == 1 else f"ROUND({self.refer(target)},{PLACES})"

    @property
    def without(self) -> str:
        """What is said of the reckoning while an amount is missing."""
        said = self.check.judgement.working
        return said if len(said) <= _LONGEST_LITERAL else ""

    def sign(self, operator: ast.cmpop) -> str:
        """What stands between the two sides: 40+12+8≠61 where they are not the same."""
        mark, opposite = compared_words(operator)
        if len(self.found) > 1:  # which of several comparisons fails is said in words
            return quoted(mark)
        return f"IF({self.found[0].formula(self.refer)},{quoted(mark)},{quoted(opposite)})"

    def sign_now(self, operator: ast.cmpop) -> str:
        """The same as it reads now."""
        is_true = self.check.judgement.verdict not in (Verdict.FAILS, Verdict.EXPLAINED)
        return compared_words(operator)[0 if is_true or len(self.found) > 1 else 1]

    def guarded(self, formula: str, without: str = "") -> str:
        said = without.replace('"', '""')
        names = ",".join(self.places.name(one.target) for one in self.check.amounts)
        return f'=IF(COUNT({names})<{len(self.check.amounts)},"{said}",IFERROR({formula},""))'

    @property
    def is_whole(self) -> bool:
        return len(self.known) == len(self.check.amounts)


def _write_check(book: Book, sheet: Worksheet, row: int, check: Check, places: Places) -> None:
    relation = check.judgement.relation
    texts = {
        0: _number(relation.id), 1: relation.name, 2: check.statement, 3: _STRENGTHS[relation.strength],
    }  # fmt: skip
    for column, text in texts.items():
        book.text(sheet, row, column, text, _CENTRED if column in (0, 3) else _TEXT)
    live = _live(check, places)
    shown, outcome = _write_live(book, sheet, row, live) if live else _write_dead(book, sheet, row, check)
    words = check.judgement.words or (relation.note if outcome == FAILS else "")
    book.text(sheet, row, 8, words, _TEXT)
    cells = {**texts, 4: shown, 8: words}
    sheet.set_row(row, height((text, _HEADS[column][1]) for column, text in cells.items()))


def _number(relation_id: str) -> str:
    """An id without the indicator that relations have which only the text states."""
    kind = relation_id.partition(":")[0]
    return _STATED if kind == CHANGE else kind


def _live(check: Check, places: Places) -> _Live | None:
    """The relation over cells; None where Excel cannot follow the judge, or an amount has no cell to be filled in."""
    if any(not one.is_plain or one.target not in places for one in check.amounts):
        return None
    try:
        quanta = {one.target: one.quantum for one in check.amounts}
        return _Live(check, places, steps(check.tree, quanta.__getitem__))
    except CannotReckonError:
        return None


def _write_dead(book: Book, sheet: Worksheet, row: int, check: Check) -> tuple[str, str]:
    """A relation that the workbook does not reckon: what the judge says of it."""
    for column in (4, 5, 6):
        book.text(sheet, row, column, check.judgement.working if column == 4 else "", _TEXT)
    outcome = mark(check.judgement)
    book.text(sheet, row, 7, outcome, _RESULT)
    return check.judgement.working, outcome


def _write_live(book: Book, sheet: Worksheet, row: int, live: _Live) -> tuple[str, str]:
    """Reckoning, both sides and result; the first and the last as they read now."""
    shown = _shown(live)
    formula = live.guarded(joined(working(live.check.tree, live.show, live.sign)), live.without)
    sheet.write_formula(row, 4, formula, book.format(_TEXT), shown)
    sides = (live.found[0].left, live.found[0].right) if len(live.found) == 1 else (None, None)
    for column, side in zip((5, 6), sides, strict=True):
        if side is None:
            book.text(sheet, row, column, "", _NUMBER)
            continue
        formula = live.guarded(f"ROUND({expression(side, live.refer)},{PLACES})")
        sheet.write_formula(row, column, formula, book.format(_NUMBER), _side(live, side))
    names = tuple(live.places.name(one.target) for one in live.check.amounts)
    outcome = mark(live.check.judgement)
    formula = result_formula(live.found, names, live.refer, _words(live, outcome))
    sheet.write_formula(row, 7, formula, book.format(_RESULT), outcome)
    return shown, outcome


def _words(live: _Live, outcome: str) -> Words:
    """What the judge says of a relation that lacks an amount or is explained stays until the amounts are filled in."""
    fails = EXPLAINED if outcome == EXPLAINED else FAILS
    return Words(fails) if live.is_whole else Words(fails, missing=outcome)


def _shown(live: _Live) -> str:
    if not live.is_whole:
        return live.without
    known = live.known
    if len(live.found) == 1 and "" in (_side(live, live.found[0].left), _side(live, live.found[0].right)):
        return ""  # divided by nought: no sign can be told, and the formula shows nothing
    shown = working(live.check.tree, lambda target: plain(known[target]), live.sign_now)
    return "".join(shown).replace('"', "")


def _side(live: _Live, side: ast.expr) -> float | str:
    try:
        return cached(to_places(reckoning(side)(live.known), PLACES)) if live.is_whole else ""
    except ArithmeticError:  # divided by nought
        return ""


def _colour(book: Book, sheet: Worksheet, end: int) -> None:
    for result, colour in ((HOLDS, f"#{RIGHT}"), (FAILS, f"#{WRONG}")):
        found = {"type": "cell", "criteria": "==", "value": f'"{result}"'}
        found["format"] = book.workbook.add_format({"font_color": colour, "bold": True})  # type: ignore[assignment]
        sheet.conditional_format(_HEAD_ROW + 1, 7, max(end, _HEAD_ROW + 1), 7, found)

"""Formulas in the language of relations as Excel's."""

import ast
from collections.abc import Callable, Sequence

from models.formula_words import sign
from models.relation import parsed, target_of
from models.totals import summands

Refer = Callable[[str], str]
"""From a target (``fy_apply``, ``fy_apply.last``) to what stands for its amount in a formula: a name, a cell."""

PLACES = 6
"""Digits behind the point that reckoned numbers are shown with; binary fractions are exact to more."""
_OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
    ast.Eq: "=", ast.LtE: "<=", ast.GtE: ">=", ast.Lt: "<", ast.Gt: ">", ast.NotEq: "<>",
}  # fmt: skip
_OPPOSITES = {"=": "≠", "≠": "=", "≤": ">", "≥": "<", "<": "≥", ">": "≤"}
_FUNCTIONS = {"abs": "ABS", "round": "ROUND"}


class CannotReckonError(ValueError):
    """A formula asks for what the workbook's language does not give."""


def targets(node: ast.expr) -> tuple[str, ...]:
    """The amounts a formula of a cell speaks of, each once, in order."""
    if target := target_of(node):
        return (target,)
    if isinstance(node, ast.Call):
        found = [target for argument in node.args for target in targets(argument)]
    else:
        below = (one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr))
        found = [target for child in below for target in targets(child)]
    return tuple(dict.fromkeys(found))


def cell_formula(formula: str, refer: Refer) -> str:
    """A cell's formula: a sum of what is there, anything else empty until all of it is there."""
    node = parsed(formula)
    added = summands(node)
    if added:
        summed = ",".join(map(refer, added))
        return f'=IF(COUNT({summed})=0,"",SUM({summed}))'
    places = [refer(target) for target in targets(node)]
    return f'=IF(COUNT({",".join(places)})={len(places)},IFERROR({expression(node, refer)},""),"")'


def expression(node: ast.expr, refer: Refer) -> str:
    """Arithmetic as Excel writes it, without the equals sign."""
    match node:
        case ast.BinOp(left, operator, right):
            return f"({expression(left, refer)}{_OPERATORS[type(operator)]}{expression(right, refer)})"
        case ast.UnaryOp(ast.USub(), operand):
            return f"(-{expression(operand, refer)})"
        case ast.Constant(value):
            return str(value)
        case ast.Call(ast.Name("yoy"), [argument]):
            this, last = refer(target_of(argument)), refer(f"{target_of(argument)}.last")
            return f"(({this}-{last})/ABS({last})*100)"
        case ast.Call(ast.Name(name), arguments) if name in _FUNCTIONS:
            return f"{_FUNCTIONS[name]}({','.join(expression(one, refer) for one in arguments)})"
        case ast.Name() | ast.Attribute():
            return refer(target_of(node))
    raise CannotReckonError(ast.unparse(node))


def compared_words(operator: ast.cmpop) -> tuple[str, str]:
    """The mark of a comparison, and the one that is true where it is not."""
    found = _mark(operator)
    return found, _OPPOSITES[found]


def working(node: ast.expr, show: Refer, sign_of: Callable[[ast.cmpop], str] | None = None) -> list[str]:
    """The reckoning as pieces of text: quoted marks, and what `show` gives for each amount.

    `sign_of` gives the piece that stands between two sides, else it is the comparison's own mark.
    """
    match node:
        case ast.Compare(left, operators, sides):
            pieces = working(left, show)
            for operator, side in zip(operators, sides, strict=True):
                between = sign_of(operator) if sign_of else quoted(_mark(operator))
                pieces += [between, *working(side, show)]
            return pieces
        case ast.BinOp(left, operator, right):
            is_close = isinstance(operator, ast.Mult | ast.Div)
            return [
                *_bracketed(left, show, is_close and _is_loose(left)),
                quoted(_mark(operator)),
                *_bracketed(right, show, isinstance(right, ast.BinOp) and (is_close or _is_loose(right))),
            ]
        case ast.UnaryOp(ast.USub(), operand):
            return [quoted("-"), *working(operand, show)]
        case ast.Constant(number):
            return [quoted(str(number))]
        case ast.Call(ast.Name("yoy"), [argument]):
            this, last = show(target_of(argument)), show(f"{target_of(argument)}.last")
            return [quoted("("), this, quoted("-"), last, quoted(")÷"), last, quoted("×100")]
        case ast.Name() | ast.Attribute():
            return [show(target_of(node))]
    raise CannotReckonError(ast.unparse(node))


def joined(pieces: Sequence[str]) -> str:
    """Pieces of text as one formula, neighbouring marks put together."""
    return "&".join(pieces).replace('"&"', "")


def _bracketed(node: ast.expr, show: Refer, is_bracketed: bool) -> list[str]:
    pieces = working(node, show)
    return [quoted("("), *pieces, quoted(")")] if is_bracketed else pieces


def _is_loose(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)


def _mark(operator: ast.AST) -> str:
    return {"＋": "+", "－": "-", "＝": "=", "＜": "<", "＞": ">"}.get(sign(operator), sign(operator))


def quoted(text: str) -> str:
    """A text as it stands in a formula."""
    return f'"{text}"'


def compared(operator: ast.AST) -> str:
    """The sign of a comparison as Excel writes it."""
    return _OPERATORS[type(operator)]

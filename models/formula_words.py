"""A relation's formula in words: the names of its figures and the marks clerks use."""

import ast

from models.report import Report

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "＋", ast.Sub: "－", ast.Mult: "×", ast.Div: "÷",
    ast.Eq: "＝", ast.LtE: "≤", ast.GtE: "≥", ast.Lt: "＜", ast.Gt: "＞", ast.NotEq: "≠",
}  # fmt: skip
_LOOSE = (ast.Add, ast.Sub)


def sign(operator: ast.AST) -> str:
    """The mark of an operation or a comparison."""
    return _SIGNS[type(operator)]


def in_words(node: ast.expr, report: Report) -> str:
    """A formula with its figures' names; last year's amounts say so."""
    if isinstance(node, ast.Compare):
        links = zip(node.ops, node.comparators, strict=True)
        return in_words(node.left, report) + "".join(
            f"{sign(operator)}{in_words(side, report)}" for operator, side in links
        )
    if isinstance(node, ast.BinOp):
        left, right = in_words(node.left, report), in_words(node.right, report)
        if isinstance(node.op, ast.Mult | ast.Div):
            left = f"（{left}）" if _is_loose(node.left) else left
            right = f"（{right}）" if isinstance(node.right, ast.BinOp) else right
        elif isinstance(node.op, ast.Sub) and _is_loose(node.right):
            right = f"（{right}）"
        return f"{left}{sign(node.op)}{right}"
    if isinstance(node, ast.Call):
        return f"{in_words(node.args[0], report)}同比增幅"
    if isinstance(node, ast.Constant):
        return str(node.value)
    return _name(node, report)


def _name(node: ast.expr, report: Report) -> str:
    name, _, year = ast.unparse(node).partition(".")
    indicator = report.indicator(name)
    words = indicator.name if indicator else name
    return f"上年{words}" if year else words


def _is_loose(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, _LOOSE)

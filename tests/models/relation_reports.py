"""Small reports for tests of relations: figures by id, as a clerk types them."""

from models.indicator import Indicator, catalogue
from models.quantity import Quantity
from models.report import Figure, Report, Section


def report_with(
    amounts: dict[str, str],
    text: str = "",
    own: tuple[Indicator, ...] = (),
    notes: dict[str, str] | None = None,
) -> Report:
    """A report with these amounts by target (``fy_apply``, ``fy_apply.last``) and one paragraph."""
    ids = dict.fromkeys(target.partition(".")[0] for target in amounts)
    assert set(ids) <= {*catalogue(), *(one.id for one in own)}
    figures = tuple(
        Figure(one, _amount(amounts, one), _amount(amounts, f"{one}.last"), note=(notes or {}).get(one, ""))
        for one in ids
    )
    body = Section("measures", "主要举措和成效", (text,) if text else ())
    return Report(2024, "county-regulation", sections=(body,), figures=figures, own_indicators=own)


def _amount(amounts: dict[str, str], target: str) -> Quantity | None:
    return Quantity.parse(amounts[target]) if target in amounts else None

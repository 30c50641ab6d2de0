"""An amount typed by hand is the clerk's own."""

from models.filling import filled
from models.quantity import Quantity
from models.report import Figure

COLLECTED = Figure(
    "fy_apply", Quantity("179"), Quantity("150"), "县司法局", "台账", "", "采集表.xlsx", "2026-01-09"
)


def test_a_typed_amount_comes_from_no_file() -> None:
    figure = filled(COLLECTED, Quantity("180"))
    assert (figure.value, figure.source, figure.received) == (Quantity("180"), "", "")


def test_everything_else_stays() -> None:
    figure = filled(COLLECTED, Quantity("180"))
    assert (figure.last, figure.department, figure.evidence) == (Quantity("150"), "县司法局", "台账")


def test_a_carried_figure_waits_no_longer_once_it_is_filled() -> None:
    assert not filled(Figure("fy_apply", last=Quantity("150"), is_carried=True), Quantity("150")).is_carried

"""Which surfaces a look is at: all of them, or in the test command one share of four, so that each has a second look.

Opening a report takes longest; so two looks share the surfaces of reports in turn, two those of the start page.
"""

from tests.fit.stage import REPORTS
from tests.fit.surfaces import SURFACES, Surface

ALL = "all"
SHARES = ("report/0", "report/1", "start/0", "start/1")
"""Every surface is in exactly one."""


def of_share(share: str) -> tuple[Surface, ...]:
    """The surfaces of a share, in their order. Raises ValueError for one that is none."""
    if share == ALL:
        return SURFACES
    place, turn = SHARES[SHARES.index(share)].split("/")
    there = [one for one in SURFACES if (one.scene in REPORTS) == (place == "report")]
    return tuple(there[int(turn) :: 2])

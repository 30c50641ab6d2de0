"""Which surfaces a look is at: all of them, or in the test command one share, so that each surface has a second look.

Opening a written report takes longer than all else, so one look has what is seen of it; the rest goes round.
"""

from tests.fit.stage import Scene
from tests.fit.surfaces import SURFACES, Surface

ALL, WRITTEN = "all", "written"
SHARES = (WRITTEN, "rest/0", "rest/1")
"""Every surface is in exactly one."""


def of_share(share: str) -> tuple[Surface, ...]:
    """The surfaces of a share, in their order. Raises ValueError for one that is none."""
    if share == ALL:
        return SURFACES
    place, _, turn = SHARES[SHARES.index(share)].partition("/")
    written = (Scene.FILLED, Scene.WRONG)
    there = [one for one in SURFACES if (one.scene in written) == (place == WRITTEN)]
    return tuple(there[int(turn) :: 2] if turn else there)

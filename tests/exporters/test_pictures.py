"""Every kind of page looks as it looked when somebody approved it.

Pages are compared by the darkness of fields of about 3 mm, so that another smoothing of the same letters passes and a
line that moved by a millimetre does not.
"""

import pytest
from PIL import Image, ImageChops

from tests.exporters.approve_pictures import APPROVED
from tests.exporters.page_kinds import DPI, page_kinds, picture

FIELD = 7
"""Pixels: 3 mm at 60 dpi."""
TOLERANCE = 28
"""Of 255 shades, in the field that differs most."""


def difference(one: Image.Image, other: Image.Image) -> int:
    """How much the darkest change of a field is, 0 to 255."""
    size = (one.width // FIELD, one.height // FIELD)
    fields = [image.resize(size, Image.Resampling.BOX) for image in (one, other.convert("L"))]
    changes: bytes = ImageChops.difference(*fields).tobytes()
    return max(changes)


@pytest.mark.parametrize("name", page_kinds())
def test_a_page_looks_as_approved(name: str) -> None:
    drawn = picture(page_kinds()[name])

    with Image.open(APPROVED / f"{name}.png") as approved:
        assert approved.size == drawn.size
        assert difference(drawn, approved) <= TOLERANCE


def test_every_approved_picture_belongs_to_a_kind_of_page() -> None:
    assert {file.stem for file in APPROVED.glob("*.png")} == set(page_kinds())


def test_a_page_that_moved_by_a_millimetre_is_noticed() -> None:
    drawn = picture(page_kinds()["body-even"])

    assert difference(ImageChops.offset(drawn, 0, round(DPI / 25.4)), drawn) > TOLERANCE

"""Take today's pages as the approved ones, after looking at them: `python -m tests.exporters.approve_pictures`."""

from pathlib import Path

from PIL import Image

from tests.exporters.page_kinds import page_kinds, picture

APPROVED = Path(__file__).parent / "approved"

if __name__ == "__main__":
    APPROVED.mkdir(exist_ok=True)
    for old in APPROVED.glob("*.png"):
        old.unlink()
    for kind in page_kinds().values():
        picture(kind).quantize(16, dither=Image.Dither.NONE).save(
            APPROVED / f"{kind.name}.png", optimize=True
        )

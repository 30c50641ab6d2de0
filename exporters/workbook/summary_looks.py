"""How the sheets of a summary look: head, title, the line below it."""

from exporters.workbook.book import HEI, Look

HEAD = Look(HEI, align="center", fill="D9D9D9")
TITLE = Look(HEI, 18, has_grid=False, is_wrapped=False)
TITLE_HEIGHT = 32
BELOW = Look(has_grid=False, is_wrapped=False)
"""The line below the title."""

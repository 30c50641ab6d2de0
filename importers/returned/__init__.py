"""Workbooks that come back from departments become amounts. `read_returned` is the door.

opening   bytes → sheets of plain cells, or in words why not
table     sheets → rows with the cells that matter, wherever they have been moved to
matching  rows → the report's indicators
reading   all of it for one file
"""

from importers.returned.reading import read_returned

__all__ = ["read_returned"]

"""Finished PDF files are read back and measured: how right the page is, rule by rule, not assumed from the layout.

`reading` turns a file into values, `evidence` says what stands where, the subjects beside it hold the rules, `report`
puts everything together. A new rule is one decorated function in its subject.
"""

from exporters.measuring.page import FontUse
from exporters.measuring.report import RULES, LayoutReport, Verdict, measure

__all__ = ["RULES", "FontUse", "LayoutReport", "Verdict", "measure"]

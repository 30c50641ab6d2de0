"""Words that tell of a change, as they stand before its amount: 同比增长, 降幅为."""

import re

CHANGED = re.compile(
    r"(?:(?:增幅|降幅|增速|增长率|下降率)(?:为|达|达到)?|"
    r"(?:同比|环比|增长|上升|增加|提升|提高|下降|减少|降低|回落|压降|上浮|下浮)(?:了|达|超过)?)$"
)
"""What ends words that lead to the amount of a change."""

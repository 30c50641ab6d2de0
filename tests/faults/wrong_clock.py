"""A PC whose clock is set anew between any two deeds, by up to a year in either direction."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from unittest.mock import patch

_MOST_DAYS = 400


@contextmanager
def wrong_clock(chance: random.Random) -> Iterator[None]:
    """Within, the store's rows and versions take their times from such a clock."""

    class Jumping(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + timedelta(days=chance.uniform(-_MOST_DAYS, _MOST_DAYS))

    with patch("models.rows.datetime", Jumping), patch("models.history.datetime", Jumping):
        yield

"""What the fork server loads once, so that each process that is killed begins within milliseconds."""

from sqlalchemy.orm import configure_mappers

import actions.exporting
import ui.main_window
from tests.faults import deeds

configure_mappers()

__all__ = ["actions", "deeds", "ui"]

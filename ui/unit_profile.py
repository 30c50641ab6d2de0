"""What a new report of the clerk's own office begins with."""

from ui.declared_settings import DECLARED, UNIT_NUMBER, UNIT_ORGANS
from ui.settings import Settings


def unit_profile(settings: Settings, organ: str, year: int) -> dict[str, str]:
    """The letterhead's fields by key; none where the report is another office's than the one in 设置."""
    from actions.drafting import number_to_complete

    own = settings.get(UNIT_ORGANS)
    if own and own != organ:
        return {}
    filled = {one.field: settings.get(one) for one in DECLARED if one.field and one is not UNIT_ORGANS}
    filled["doc_number"] = number_to_complete(settings.get(UNIT_NUMBER), year)
    return {key: text for key, text in filled.items() if text}

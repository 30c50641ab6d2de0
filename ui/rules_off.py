"""Which rules of proof-reading the clerk has switched off."""

from collections.abc import Iterable

from ui.declared_settings import RULES_OFF
from ui.settings import Settings

_SEPARATOR = ","


def rules_off(settings: Settings) -> frozenset[str]:
    """The ids of the rules that are not asked."""
    return frozenset(filter(None, settings.get(RULES_OFF).split(_SEPARATOR)))


def switch_off(settings: Settings, rules: Iterable[str]) -> None:
    """Ask these rules no more, and all others again."""
    settings.set(RULES_OFF, _SEPARATOR.join(sorted(rules)))

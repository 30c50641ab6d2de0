"""Which page rules and fonts the whole window uses: preview, printer, page count, export and sign-off the same."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import UserError
from ui.declared_settings import FONT_FOLDER, PROFILE
from ui.settings import Settings

if TYPE_CHECKING:
    from exporters.profile import Profile


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A profile by its id, with the folder whose fonts come first; `data_dir` may hold an office's own profiles."""

    data_dir: Path
    profile_id: str
    font_folder: Path | None

    def rules(self) -> "Profile":
        """The page rules in this PC's fonts. Looks through font folders: not for the window's own thread.

        Raises UserError for a profile or a font folder that cannot be used.
        """
        from actions.page_rules import page_rules, profile_trouble

        if trouble := profile_trouble(self.data_dir, self.profile_id):
            raise UserError(trouble)
        return page_rules(self.data_dir, self.profile_id, self.font_folder)


def page_setup(settings: Settings) -> PageSetup:
    """What was chosen last."""
    from exporters.profile import DEFAULT

    folder = settings.get(FONT_FOLDER)
    return PageSetup(settings.data_dir, settings.get(PROFILE) or DEFAULT, Path(folder) if folder else None)

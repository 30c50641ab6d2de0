"""The files page rules are in: those of the program, and an office's own."""

from pathlib import Path

import resources
from models.errors import UserError

_FOLDER = "profiles"


def profile_files(folder: Path | None) -> dict[str, Path]:
    """The file of every profile by its id; an office's own stands before the program's of the same id."""
    bundled = {Path(name).stem: resources.path(name) for name in resources.toml_names(_FOLDER)}
    own = {file.stem: file for file in sorted(folder.glob("*.toml"))} if folder and folder.is_dir() else {}
    return bundled | own


def text_of(profile_id: str, file: Path) -> str:
    """What stands in a profile's file. Raises UserError where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"版式文件“{profile_id}.toml”读不出来，没有使用；请把它另存为 UTF-8 文本，或移走后再试。"
        ) from error

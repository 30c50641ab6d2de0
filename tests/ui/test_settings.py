"""What the window remembers holds until the folder it names is gone."""

from pathlib import Path

from ui.settings import COLLECT_FOLDER, RETURNS_FOLDER, Settings, documents_folder


def test_choosing_begins_in_the_first_folder_that_is_still_there(qapp: object, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.folder_used(RETURNS_FOLDER, COLLECT_FOLDER) == documents_folder()

    settings.set(RETURNS_FOLDER, str(tmp_path / "拔掉的U盘"))
    settings.set(COLLECT_FOLDER, str(tmp_path))

    assert settings.folder_used(RETURNS_FOLDER, COLLECT_FOLDER) == tmp_path

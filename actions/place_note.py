"""What a clerk should know of the place where the drafts lie."""

from pathlib import Path

from models.database import file_in
from models.places import place_here
from models.read_only import is_read_only


def place_note(data_dir: Path) -> str:
    """One sentence on a place that cannot be written or is a risk; "" for an ordinary one."""
    if is_read_only(file_in(data_dir)):
        return f"只读：“{data_dir}”不能写入，改动存不下来；可用“另存到…”，或把文件夹拷到可写的地方再打开。"
    return place_here(data_dir).warning(data_dir)

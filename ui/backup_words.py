"""How the backups stand, in words."""

from datetime import date, datetime
from pathlib import Path

from actions.backup_state import BackupState
from ui.spoken_time import spoken

_KB, _MB = 1024, 1024 * 1024


def newest_words(state: BackupState, today: date) -> str:
    """When the last backup was made."""
    return f"最近备份 {spoken(state.newest.time, today)}" if state.newest else "还没有备份"


def second_words(state: BackupState, second: Path | None, copied: datetime | None, today: date) -> str:
    """How the second place stands; `copied` is when a backup was last seen there, now or on an earlier day."""
    if second is None:
        return "第二处：没有选。选一个U盘上的文件夹，硬盘坏了也还有一份。"
    last = state.copied or copied
    when_copied = f"上次拷到那里的是 {spoken(last, today)} 的备份" if last else "还没有拷到过那里"
    there = "" if state.is_second_there else "现在没有连上，"
    return f"第二处：{second}（{there}{when_copied}）"


def size_words(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{size / _MB:.1f} MB" if size >= _MB else f"{max(1, round(size / _KB))} KB"

"""Dialogs that come up by themselves, shown on a stage as if what they speak of had happened."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from actions.recovering import Recovered
from actions.recovering_unsaved import Recovery
from models.journal import Unsaved
from tests.fit.stage import Stage
from ui import dialogs, messages
from ui.crash_dialog import Crash
from ui.damage_dialog import DamageDialog
from ui.recovered_dialog import RecoveredDialog
from ui.recovery_dialog import RecoveryDialog
from ui.settings_file import exported, read_incoming
from ui.settings_import_dialog import SettingsImportDialog

LONG = "最后的改动还没有存下来，没有结转；请按状态栏所说处理后再试。"


def settings_import(stage: Stage) -> None:
    """What settings of a file would change."""
    settings, file = stage.window.preferences._settings, stage.folder / "设置.toml"
    file.write_text(
        exported(settings).replace('"unit/organs" = ""', '"unit/organs" = "云岭县人民政府"'), "utf-8"
    )
    dialogs.show(SettingsImportDialog(read_incoming(file, settings), settings, stage.window))


def recovery(stage: Stage) -> None:
    """Changes that were not saved."""
    old = stage.window.store.fetch("2")
    new = replace(old.report, preamble=("这一句没有存下。", *old.report.preamble))
    unsaved = Unsaved(Path("没有.json"), "2", "", datetime(2026, 2, 3, 10, tzinfo=UTC), old.report, new)
    dialogs.show(RecoveryDialog(Recovery(unsaved, "2", old, new), stage.window))


def damage(stage: Stage) -> None:
    """What is wrong with the drafts."""
    dialogs.show(DamageDialog(Path("drafts.db"), ["文件结构已损坏"] * 40, stage.window))


def recovered(stage: Stage) -> None:
    """What was saved of them."""
    dialogs.show(RecoveredDialog(Recovered("salvaged", 2, 3, ("报告1的第2个版本",) * 40), stage.window))


def crash(stage: Stage) -> None:
    """A mistake of the program's own."""
    messages.unexpected(stage.window, Crash("ZeroDivisionError\n" * 30, True, Path("日志.txt")), lambda: None)


def ask(stage: Stage) -> None:
    """Before something that cannot be undone."""
    messages.ask(stage.window, "要彻底删除吗？", LONG, "彻底删除", lambda: None)


def told_at_length(stage: Stage) -> None:
    """A message with more details than the screen has room for."""
    messages.tell(
        stage.window, "已导入 40 份报告，其中 40 份要核对。", "\n".join([f"年报.docx：{LONG}"] * 40)
    )

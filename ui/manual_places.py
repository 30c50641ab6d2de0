"""Which page of the manual belongs to which place of the window: F1 and the ? of dialogs look here."""

from collections.abc import Iterator

from PySide6.QtWidgets import QTabWidget, QWidget

from models.manual import CONTENTS

PLACES: dict[str, str] = {
    # the start page
    "start_page": "start",
    "search_results": "finding#搜索全部报告",
    "search_all": "finding#搜索全部报告",
    "new_report_dialog": "new",
    "roll_dialog": "new#从上年结转",
    "year_words_dialog": "new#结转以后先看什么",
    "trash_dialog": "versions#回收站",
    # a report
    "report_view": "writing",
    "tab:letterhead": "writing#文头",
    "tab:figures": "figures",
    "tab:attachments": "writing#附件",
    "last_year_face": "writing#旁边的上年和指引",
    "guidance_face": "writing#旁边的上年和指引",
    "findings_panel": "checking",
    "findings": "checking",
    "preview_face": "preview",
    "preview": "preview",
    "find_bar": "finding",
    "find": "finding",
    "replace_dialog": "finding#替换",
    "go_to": "finding#转到任何地方",
    "keys_dialog": "finding#常用的键",
    # figures
    "insert_figure_dialog": "figures#在正文里插入数字",
    "link_numbers_dialog": "figures#在正文里插入数字",
    "indicator_dialog": "figures#目录里没有的数",
    "paste_dialog": "figures#从表格粘贴",
    "collect_dialog": "figures#发采集表",
    "merge_dialog": "figures#收采集表",
    "summarise_dialog": "figures#汇总各地",
    # out of the window
    "print_dialog": "preview#打印",
    "print": "preview#打印",
    "signoff_dialog": "signoff",
    "signoff": "signoff",
    "export_dialog": "export",
    "export": "export",
    "export_many_dialog": "export#一次导出几份",
    # keeping
    "versions_dialog": "versions",
    "versions": "versions",
    "name_version_dialog": "versions#存一个版本",
    "backups_dialog": "backup",
    "pack_dialog": "backup#带到另一台电脑",
    "unpack_dialog": "backup#带到另一台电脑",
    "settings_dialog": "settings",
    "settings_import_dialog": "settings#带到另一台电脑",
    # trouble
    "recovery_dialog": "trouble#断电或死机以后",
    "recovered_dialog": "trouble#草稿库有损坏",
    "damage_dialog": "trouble#草稿库有损坏",
    "crash_dialog": "trouble#程序出错",
    "message": "trouble",
}
"""An object name, and the page with the part of it that explains what is seen there."""


def place_in_manual(widget: QWidget | None) -> str:
    """The page for where the clerk is: the innermost widget around him that has one, else the contents."""
    return next((PLACES[name] for name in _names_around(widget) if name in PLACES), CONTENTS)


def _names_around(widget: QWidget | None) -> Iterator[str]:
    while widget is not None:
        if isinstance(widget, QTabWidget) and (page := widget.currentWidget()) is not None:
            yield page.objectName()
        yield widget.objectName()
        widget = widget.parentWidget()

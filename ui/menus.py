"""The menus with their keys. Every entry is one line here."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui import icons, menu_key, menu_titles, mnemonics, outlines, window_actions
from ui.clipboard_entries import add_clipboard_entries
from ui.help_desk import HelpDesk
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.go_to import GoTo
    from ui.main_window import MainWindow
    from ui.report_view import ReportView


class Menus:
    """Makes the window's menus and keeps those entries grey that need an open report."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        self._window, self._settings = window, settings
        self._view: ReportView | None = None
        self._for_report: list[QAction] = []
        self._make_report_menu()
        self._undo, self._redo = self._make_edit_menu()
        self._tabs = self._make_view_menu()
        self._make_data_menu()
        self._make_tools_menu()
        self._make_help_menu()
        menu_key.give(window)
        window_actions.show_keys(window)
        self.show_report(None)

    def show_report(self, view: "ReportView | None") -> None:
        """Fit the entries to the report that is open now, or to none."""
        self._view = view
        for action in self._for_report:
            action.setEnabled(view is not None)
        self._name_tabs()
        if view is not None:
            window_actions.show_keys(view)
            view.late_pages.page_made.connect(window_actions.show_keys)
            view.draft.steps_changed.connect(self._name_steps)
        self._name_steps()

    def _make_report_menu(self) -> None:
        window = self._window
        menu = self._menu(menu_titles.REPORT)
        self._entry(menu, "new", "新建……", "Ctrl+N", window.ways_in.begin_report)
        self._entry(menu, "roll", "从上年结转……", "", window.rolling.begin)
        self._entry(menu, "import", "导入 Word/文本……", "Ctrl+I", window.ways_in.choose_imports)
        self._entry(menu, "sample", "打开示例", "", window.ways_in.open_sample)
        recent = menu.addMenu("最近打开(&L)")
        recent.setObjectName("recent_menu")
        window.recent.fill_when_shown(recent)
        self._entry(menu, "list", "全部报告", "Ctrl+O", window.show_start)
        self._entry(menu, "trash", "回收站……", "", window.trashing.show)
        menu.addSeparator()
        self._report_entry(
            menu, "name_version", "存为版本……", "Ctrl+S", lambda view: view.history.name_version()
        )
        self._report_entry(
            menu, "versions", "版本……", "Ctrl+Shift+H", lambda view: view.history.show_versions()
        )
        menu.addSeparator()
        self._report_entry(menu, "preview", "预览", "F5", lambda view: view.show_preview())
        self._report_entry(menu, "print", "打印……", "Ctrl+P", lambda view: view.ways_out.print_out())
        self._report_entry(menu, "signoff", "签批……", "", lambda view: view.ways_out.sign_off())
        self._report_entry(menu, "export", "导出……", "Ctrl+E", lambda view: view.ways_out.export())
        self._entry(menu, "export_many", "导出选中的报告……", "", window.list_work.export)
        self._entry(menu, "pack", "打包带走……", "", window.parcels.pack)
        self._entry(menu, "unpack", "打开带来的包……", "", window.parcels.choose)
        menu.addSeparator()
        self._entry(menu, "quit", "退出", "Ctrl+Q", window.close)

    def _make_edit_menu(self) -> tuple[QAction, QAction]:
        menu = self._menu(menu_titles.EDIT)
        undo = self._report_entry(menu, "undo", "撤销", "Ctrl+Z", lambda view: view.undo())
        redo = self._report_entry(menu, "redo", "重做", "Ctrl+Y", lambda view: view.redo())
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        menu.addSeparator()
        add_clipboard_entries(menu)
        menu.addSeparator()
        self._report_entry(menu, "find", "查找……", "Ctrl+F", lambda view: view.begin_search())
        self._report_entry(menu, "find_next", "查找下一处", "F3", lambda view: view.find_bar.go(1))
        self._report_entry(menu, "find_previous", "查找上一处", "Shift+F3", lambda view: view.find_bar.go(-1))
        self._report_entry(menu, "replace", "替换……", "Ctrl+H", lambda view: view.find_bar.begin_replace())
        self._entry(menu, "search_all", "搜索全部报告……", "Ctrl+Shift+F", self._window.list_work.search_all)
        menu.addSeparator()
        self._entry(menu, "go_to", "转到……", "Ctrl+K", lambda: self._go_to().begin())
        self._report_entry(menu, "go_to_item", "转到条目……", "Ctrl+G", lambda _: self._go_to().begin_places())
        menu.addSeparator()
        self._report_entry(menu, "link", "插入数字……", "Ctrl+L", lambda view: view.linker.begin())
        self._report_entry(menu, "year_words", "年份和时效词……", "", lambda view: view.list_year_words())
        return undo, redo

    def _make_view_menu(self) -> list[QAction]:
        menu = self._menu(menu_titles.VIEW)
        tabs = [
            self._report_entry(menu, f"tab_{number}", "", f"Ctrl+{number}", _tab_shower(number - 1))
            for number in range(1, 10)
        ]
        menu.addSeparator()
        self._report_entry(menu, "pane", "显示或收起旁栏", "F6", lambda view: view.toggle_pane())
        self._report_entry(
            menu, "show_caret", "在预览中显示这一处", "Ctrl+Shift+P", lambda view: view.show_caret()
        )
        self._report_entry(
            menu, "page_text", "到这一页的正文", "Ctrl+Shift+T", lambda view: view.go_to_page_text()
        )
        menu.addSeparator()
        appearance = self._window.preferences.appearance
        larger = self._entry(menu, "larger", "放大正文", "Ctrl+=", lambda: appearance.zoom_by(1))
        larger.setShortcuts([QKeySequence("Ctrl+="), QKeySequence("Ctrl++")])
        self._entry(menu, "smaller", "缩小正文", "Ctrl+-", lambda: appearance.zoom_by(-1))
        self._entry(menu, "usual_size", "正文原来的大小", "Ctrl+0", appearance.zoom_back)
        return tabs

    def _make_data_menu(self) -> None:
        menu = self._menu(menu_titles.DATA)
        self._report_entry(menu, "figures", "数据表", "", lambda view: view.reveal("figures"))
        self._report_entry(menu, "collect", "发采集表……", "", lambda view: view.departments.send_out())
        self._report_entry(menu, "merge", "收采集表……", "", lambda view: view.departments.take_in())
        self._report_entry(menu, "changes", "查看改动的地方", "", lambda view: view.show_changes())
        self._report_entry(
            menu, "link_numbers", "链接正文中的数字……", "", lambda view: view.linker.link_all()
        )
        self._entry(menu, "summarise", "汇总各地……", "", self._window.ways_in.summarise)

    def _make_tools_menu(self) -> None:
        menu = self._menu(menu_titles.TOOLS)
        self._report_entry(menu, "findings", "校对", "F7", lambda view: view.show_findings())
        self._report_entry(menu, "next", "下一个问题", "F8", lambda view: view.go_to_finding(1))
        self._report_entry(menu, "previous", "上一个问题", "Shift+F8", lambda view: view.go_to_finding(-1))
        menu.addSeparator()
        self._entry(menu, "backups", "数据备份……", "", self._window.safekeeping.show_backups)
        self._entry(menu, "settings", "设置……", "Ctrl+,", self._window.preferences.show)

    def _make_help_menu(self) -> None:
        menu, desk = self._menu(menu_titles.HELP), HelpDesk(self._window, self._settings)
        self._entry(menu, "manual", "使用手册", "F1", desk.show_manual)
        self._entry(menu, "tour", "入门导览", "", desk.show_tour)
        self._entry(menu, "keys", "快捷键……", "", desk.show_keys)
        self._entry(menu, "about", "关于法治年报", "", desk.tell_about)

    def _menu(self, title: str) -> QMenu:
        """The menu of this title, which is on screen already."""
        menu: QMenu = self._window.menuBar().findChild(QMenu, title)  # type: ignore[assignment]
        menu.aboutToShow.connect(lambda: _show_icons(menu))
        menu.aboutToShow.connect(lambda: mnemonics.give(menu))
        return menu

    def _entry(self, menu: QMenu, name: str, words: str, keys: str, do: Callable[[], object]) -> QAction:
        action = QAction(words, self._window)
        action.setObjectName(f"action:{name}")
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)
        return action

    def _report_entry(
        self, menu: QMenu, name: str, words: str, keys: str, do: Callable[["ReportView"], object]
    ) -> QAction:
        action = self._entry(menu, name, words, keys, lambda: do(self._view) if self._view else None)
        self._for_report.append(action)
        return action

    def _name_tabs(self) -> None:
        names = self._view.tab_titles() if self._view else ()
        for number, action in enumerate(self._tabs):
            action.setVisible(number < len(names))
            action.setText(names[number] if number < len(names) else "")

    def _name_steps(self) -> None:
        draft = self._view.draft if self._view else None
        for action, word, step in (
            (self._undo, "撤销", draft.undo_words if draft else ""),
            (self._redo, "重做", draft.redo_words if draft else ""),
        ):
            action.setText(f"{word} {step}".strip())
            action.setEnabled(bool(step))

    def _go_to(self) -> "GoTo":
        from ui.go_to import GoTo

        return GoTo(self._window, self._settings)


def _show_icons(menu: QMenu) -> None:
    """The main entries have one; they are drawn when they are first seen."""
    for action in menu.actions():
        name = action.objectName().removeprefix("action:")
        if name in outlines.ICONS and action.icon().isNull():
            icons.wear(action, name)


def _tab_shower(number: int) -> Callable[["ReportView"], None]:
    return lambda view: view.show_tab(number)

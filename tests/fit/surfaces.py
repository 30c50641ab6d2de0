"""Every surface of the window, declared once: what is tested of one is tested of all."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QTableView,
    QTreeView,
    QWidget,
)

from actions.pasting import pasted
from tests.fit import unasked
from tests.fit.stage import Scene, Stage
from ui import dialogs, messages
from ui.figures_paste_dialog import PasteDialog
from ui.go_to_box import GoToBox
from ui.indicator_dialog import IndicatorDialog
from ui.linked_text_edit import LinkedTextEdit
from ui.setting import Group
from ui.side_pane import FINDINGS, GUIDANCE, LAST_YEAR, PREVIEW, SidePane

Bring = Callable[[Stage], QWidget]
_FIGURES, _ATTACHMENTS = 6, 7


@dataclass(frozen=True, slots=True)
class Surface:
    """What it is called, the scene it is on, and how it is brought up; `bring` gives the widget it consists of.

    Some keep the keyboard: Tab leads nowhere else.
    """

    name: str
    scene: Scene
    bring: Bring
    keeps_keyboard: bool = False


def _window(stage: Stage) -> QWidget:
    return stage.window


def _tab(number: int) -> Bring:
    return lambda stage: stage.tab(number)


def _entry(name: str) -> Bring:
    return lambda stage: stage.act(name)


def _go_to(entry: str) -> Bring:
    def bring(stage: Stage) -> QWidget:
        stage.act(entry)
        return stage.find(GoToBox, "go_to")

    return bring


def _over(make: Callable[[Stage], object]) -> Bring:
    """A dialog that something else than a menu opens."""

    def bring(stage: Stage) -> QWidget:
        make(stage)
        return stage.opened()

    return bring


def _face(key: str) -> Bring:
    def bring(stage: Stage) -> QWidget:
        if key == FINDINGS:
            stage.window.view.show_findings()
        elif key == PREVIEW:
            stage.window.view.show_preview()
        stage.find(SidePane, "side_pane").show_face(key)
        stage.settle()
        return stage.window

    return bring


def _searched(stage: Stage) -> QWidget:
    field = stage.find(QLineEdit, "search_all")
    field.setText("法治")
    field.textEdited.emit("法治")
    stage.until(lambda: stage.find(QTreeView, "search_results").model().rowCount())
    return stage.opened()


def _many(stage: Stage) -> None:
    stage.window.list_work.export_these([one.id for one in stage.window.store.list()])


def _settings(group: int) -> Bring:
    def bring(stage: Stage) -> QWidget:
        stage.act("settings")
        stage.find(QListWidget, "settings_groups").setCurrentRow(group)
        return stage.opened()

    return bring


def _unpack(stage: Stage) -> None:
    from actions.packing import pack

    store = stage.window.store
    stage.window.parcels.open(pack(store, store.list()[0].id, stage.folder / "带走.fznb"))


def _merge_parcel(stage: Stage) -> QWidget:
    """What another PC has written goes into the report it came from."""
    from actions.packing import pack, read_parcel, unpack
    from models.store import Store

    first = pack(stage.window.store, "2", stage.folder / "去.fznb")
    with Store.open(stage.folder / "另一台电脑") as other:
        there = unpack(other, read_parcel(first)).id
        other.edit(there, lambda report: replace(report, preamble=("另一台电脑上写的。",)))
        stage.window.parcels.open(pack(other, there, stage.folder / "回.fznb"))
    stage.settle()
    stage.find(QRadioButton, "unpack_merge").setChecked(True)
    return stage.opened()


def _publish(stage: Stage) -> QWidget:
    """The public version of a report with a telephone number in it."""
    stage.act("export")
    stage.find(QRadioButton, "field:public").setChecked(True)
    return stage.opened()


def _menu(number: int) -> Bring:
    def bring(stage: Stage) -> QWidget:
        menu = stage.menus()[number]
        menu.popup(stage.window.mapToGlobal(QPoint(8, 30)))
        stage.settle()
        return menu

    return bring


def _first_body(stage: Stage) -> LinkedTextEdit:
    stage.tab(2)
    return next(
        one
        for one in stage.window.findChildren(LinkedTextEdit)
        if one.objectName().startswith("body:") and one.isVisible()
    )


def _insert_figure(stage: Stage) -> None:
    _first_body(stage).setFocus()
    stage.window.activateWindow()
    stage.settle()
    stage.window.view.linker._follow_focus(None, _first_body(stage))
    stage.window.view.linker.begin()


def _paste_figures(stage: Stage) -> None:
    report = stage.window.view.draft.report
    dialogs.show(PasteDialog(pasted(report, [["行政复议申请", "190"], ["没有的指标", "12"]]), stage.window))


def _find_bar(stage: Stage) -> QWidget:
    stage.window.view.begin_search()
    stage.find(QLineEdit, "field:find").setText("法治")
    stage.settle()
    return stage.window


def _replace(stage: Stage) -> QWidget:
    _find_bar(stage)
    stage.window.view.find_bar.begin_replace()
    return stage.opened()


def _replace_all(stage: Stage) -> QWidget:
    _replace(stage)
    stage.find(QPushButton, "replace_list").click()
    return stage.opened()


def _charts(stage: Stage) -> QWidget:
    stage.tab(_FIGURES)
    stage.find(QPushButton, "figures_face:charts").click()
    return stage.opened()


def _changes(stage: Stage) -> QWidget:
    stage.window.view.show_changes()
    return stage.opened()


def _context_menu(view: str, menu: str) -> Bring:
    """The menu of a list, as the menu key opens it."""

    def bring(stage: Stage) -> QWidget:
        table = stage.find(QTableView, view)
        table.setFocus()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(8, 8), table.mapToGlobal(QPoint(8, 8))
        )
        QApplication.sendEvent(table.viewport(), event)
        stage.settle()
        return stage.find(QMenu, menu)

    return bring


def _typed_figure(stage: Stage) -> QWidget:
    stage.tab(_FIGURES)
    table = stage.find(QTableView, "figures_table")
    table.edit(table.currentIndex())
    stage.settle()
    return stage.window


_MENUS = ("报告", "编辑", "查看", "数据", "工具", "帮助")
_TABS = ("文头", "第一部分", "第二部分", "第三部分", "第四部分", "第五部分", "数据", "附件")
_FACES = {PREVIEW: "预览", LAST_YEAR: "上年", GUIDANCE: "指引", FINDINGS: "校对"}

SURFACES = (
    Surface("开始·没有报告", Scene.NOTHING, _window),
    Surface("开始·打不开", Scene.BROKEN, _window),
    Surface("开始·有报告", Scene.LIST, _window),
    Surface("开始·搜索", Scene.LIST, _searched),
    *(Surface(f"菜单·{name}·没有打开", Scene.LIST, _menu(number)) for number, name in enumerate(_MENUS)),
    Surface("新建", Scene.LIST, _entry("new")),
    Surface("结转", Scene.LIST, _over(lambda stage: stage.window.rolling.begin("2"))),
    Surface("回收站", Scene.LIST, _entry("trash")),
    Surface("备份", Scene.LIST, _entry("backups")),
    Surface("导出选中的", Scene.LIST, _over(_many)),
    Surface("汇总", Scene.LIST, _entry("summarise")),
    Surface("打开包", Scene.LIST, _over(_unpack)),
    Surface("并入包", Scene.LIST, _merge_parcel),
    Surface("快捷键", Scene.LIST, _entry("keys")),
    Surface("转到", Scene.LIST, _go_to("go_to"), keeps_keyboard=True),
    *(Surface(f"设置·{group.value}", Scene.LIST, _settings(n)) for n, group in enumerate(Group)),
    Surface("导入设置", Scene.LIST, _over(unasked.settings_import)),
    Surface("没有存下的", Scene.LIST, _over(unasked.recovery)),
    Surface("库有损坏", Scene.LIST, _over(unasked.damage)),
    Surface("恢复结果", Scene.LIST, _over(unasked.recovered)),
    Surface("程序出错", Scene.LIST, _over(unasked.crash)),
    Surface("消息·说", Scene.LIST, _entry("about")),
    Surface("消息·错", Scene.LIST, _over(lambda stage: messages.warn(stage.window, unasked.LONG))),
    Surface("消息·问", Scene.LIST, _over(unasked.ask)),
    Surface("消息·长", Scene.LIST, _over(unasked.told_at_length)),
    Surface("菜单·报告列表", Scene.LIST, _context_menu("report_list", "report_menu")),
    *(Surface(f"新报告·{name}", Scene.BLANK, _tab(number)) for number, name in enumerate(_TABS)),
    *(Surface(f"写好的·{name}", Scene.FILLED, _tab(number)) for number, name in enumerate(_TABS)),
    Surface("写好的·正在填数", Scene.FILLED, _typed_figure, keeps_keyboard=True),
    Surface("数据图", Scene.FILLED, _charts),
    Surface("改动的地方", Scene.FILLED, _changes),
    *(Surface(f"旁栏·{name}", Scene.FILLED, _face(key)) for key, name in _FACES.items()),
    *(Surface(f"菜单·{name}", Scene.FILLED, _menu(number)) for number, name in enumerate(_MENUS)),
    Surface("查找", Scene.FILLED, _find_bar),
    Surface("替换", Scene.FILLED, _replace),
    Surface("全部替换", Scene.FILLED, _replace_all),
    Surface("存为版本", Scene.FILLED, _entry("name_version")),
    Surface("版本", Scene.FILLED, _entry("versions")),
    Surface("打印", Scene.FILLED, _entry("print")),
    Surface("签批", Scene.FILLED, _entry("signoff")),
    Surface("导出", Scene.FILLED, _entry("export")),
    Surface("打包", Scene.FILLED, _entry("pack")),
    Surface("发采集表", Scene.FILLED, _entry("collect")),
    Surface("收采集表", Scene.FILLED, _entry("merge")),
    Surface("年份和时效词", Scene.FILLED, _entry("year_words")),
    Surface("链接数字", Scene.WRONG, _entry("link_numbers")),
    Surface("插入数字", Scene.FILLED, _over(_insert_figure)),
    Surface("自定义指标", Scene.FILLED, _over(lambda stage: dialogs.show(
        IndicatorDialog(stage.window.view.draft.report, stage.window)))),
    Surface("按名称粘贴", Scene.FILLED, _over(_paste_figures)),
    Surface("转到·报告里", Scene.FILLED, _go_to("go_to_item"), keeps_keyboard=True),
    *(Surface(f"有错·{name}", Scene.WRONG, _tab(number)) for number, name in enumerate(_TABS)),
    Surface("有错·公开版", Scene.WRONG, _publish),
    Surface("有错·校对", Scene.WRONG, _face(FINDINGS)),
)  # fmt: skip


def bring_up(stage: Stage, surface: Surface) -> QWidget:
    """Bring a surface up with nothing else on the window; gives the widget it consists of."""
    stage.go(surface.scene)
    return surface.bring(stage)

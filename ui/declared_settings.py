"""Every setting of 设置, declared once; the dialog, reading and writing, export and import loop over `DECLARED`."""

from collections.abc import Mapping
from pathlib import Path

from ui.setting import NO, Declared, Group, Kind, offering


def _templates(_data_dir: Path) -> Mapping[str, str]:
    from models.template import templates

    return {"": "上次用的模板", **{one.id: one.name for one in templates().values()}}


def _profiles(data_dir: Path) -> Mapping[str, str]:
    from actions.page_rules import profile_choices

    return profile_choices(data_dir)


def profile_note(chosen: str, data_dir: Path) -> str:
    """What is wrong with the profile that was chosen and with an office's others, a line each."""
    from actions.page_rules import profile_troubles
    from exporters.profile import DEFAULT

    return "\n".join(profile_troubles(data_dir, chosen or DEFAULT))


def _number_pattern(value: str) -> str:
    from actions.drafting import number_pattern

    return number_pattern(value)


UNIT_TEMPLATE = Declared(
    "unit/template",
    label="模板",
    group=Group.UNIT,
    kind=Kind.CHOICE,
    help="新建报告时先选好的模板。",
    choices=_templates,
)
UNIT_ORGANS = Declared(
    "unit/organs",
    label="发文机关",
    group=Group.UNIT,
    hint="如：云岭县人民政府",
    help="全称或规范化简称，联合行文用顿号分开。下面各项写进本单位新建的报告；已有的和结转的报告不变。",
    field="organs",
)
UNIT_ADDRESSEES = Declared(
    "unit/addressees",
    label="主送机关",
    group=Group.UNIT,
    hint="如：中共某某市委、某某市人民政府",
    field="addressees",
)
UNIT_COPIES = Declared("unit/copies", label="抄送机关", group=Group.UNIT, hint="用顿号分开", field="copies")
UNIT_NUMBER = Declared(
    "unit/number",
    label="发文字号",
    group=Group.UNIT,
    hint="如：云政〔年份〕〔序号〕号",
    help="写出样子：“年份”换成发文的年份，“〔序号〕”的位置留空，编号后在“文头”补上。",
    reads=_number_pattern,
)
UNIT_SIGNATORIES = Declared(
    "unit/signatories",
    label="签发人",
    group=Group.UNIT,
    hint="联合行文有几个机关写几个人",
    field="signatories",
)
UNIT_PRINTED_BY = Declared(
    "unit/printed_by",
    label="印发机关",
    group=Group.UNIT,
    hint="如：云岭县人民政府办公室",
    field="printed_by",
)
UNIT_CONTACT = Declared(
    "unit/contact_name", label="联系人", group=Group.UNIT, hint="上级有疑问时找谁", field="contact_name"
)
UNIT_PHONE = Declared(
    "unit/contact_phone", label="联系电话", group=Group.UNIT, hint="区号加号码", field="contact_phone"
)
PROFILE = Declared(
    "page/profile",
    label="版式",
    group=Group.PAGE,
    kind=Kind.CHOICE,
    help="预览、打印、导出、签批都用它；“导出”里选的也是这一项。",
    choices=_profiles,
    trouble=profile_note,
)
FONT_FOLDER = Declared(
    "page/fonts",
    label="字体文件夹",
    group=Group.PAGE,
    kind=Kind.FOLDER,
    hint="不填就用电脑里装的公文字体",
    help="放着方正小标宋、仿宋_GB2312 等公文字体的文件夹，没有安装也能用。",
    travels=False,
)
SAVE_PAUSE = Declared(
    "saving/pause",
    "600",
    label="自动保存",
    group=Group.KEEPING,
    kind=Kind.CHOICE,
    help="不用自己存盘；连续打字时最多两秒也会存一次。",
    choices=offering(
        **{"300": "停笔就存", "600": "停笔约半秒后（推荐）", "1000": "停笔一秒后", "2000": "停笔两秒后"}
    ),
)
BACKUP_MINUTES = Declared(
    "backup/minutes",
    "30",
    label="备份间隔",
    group=Group.KEEPING,
    kind=Kind.CHOICE,
    help="有改动才备份，退出时再备份一次；每份都验证过才算数。",
    choices=offering(**{"10": "每 10 分钟", "30": "每半小时（推荐）", "60": "每小时", "120": "每两小时"}),
)
BACKUP_FOLDER = Declared(
    "backup/folder",
    label="第二处备份",
    group=Group.KEEPING,
    kind=Kind.FOLDER,
    hint="不填就只备份在这台电脑的草稿文件夹里",
    help="另一块硬盘、U盘或单位的网络盘；这台电脑坏了，那里还有一份。",
    travels=False,
)
RULES_OFF = Declared(
    "checks/off",
    label="校对规则",
    group=Group.CHECKS,
    kind=Kind.RULES,
    help="去掉勾的规则不再提示；公开版导出前的审查不受影响。",
)
SCHEME = Declared(
    "looks/scheme",
    label="颜色",
    group=Group.LOOKS,
    kind=Kind.CHOICE,
    choices=offering(**{"": "跟随系统", "light": "浅色", "dark": "深色"}),
)
CONTRAST = Declared(
    "looks/contrast",
    NO,
    label="高对比度",
    group=Group.LOOKS,
    kind=Kind.YES_NO,
    help="黑底、白字、黄色标记，看不清小字时用；选了它，上面的颜色不起作用。",
)
PAPER_ZOOM = Declared(
    "looks/zoom",
    "100",
    label="正文大小",
    group=Group.LOOKS,
    kind=Kind.NUMBER,
    help="只放大写正文的纸面，一行仍是 28 个字；也可以用 Ctrl+= 、Ctrl+- 、Ctrl+0 或 Ctrl+滚轮。",
    least=80,
    most=200,
    step=10,
    unit="%",
)
TEXT_SIZE = Declared(
    "looks/text",
    "100",
    label="窗口文字",
    group=Group.LOOKS,
    kind=Kind.NUMBER,
    help="菜单、按钮、表格的文字，以系统的大小为 100%。",
    least=80,
    most=150,
    step=10,
    unit="%",
)

LONGEST = Declared(
    "text/longest",
    "0",
    label="全文字数上限",
    group=Group.PAGE,
    kind=Kind.NUMBER,
    help="超过时状态栏会提醒；0 表示按《整治形式主义为基层减负若干规定》，一般不超过 5000 字。",
    least=0,
    most=50000,
    step=500,
    unit="字",
)

DECLARED: tuple[Declared, ...] = (
    UNIT_TEMPLATE,
    UNIT_ORGANS,
    UNIT_ADDRESSEES,
    UNIT_COPIES,
    UNIT_NUMBER,
    UNIT_SIGNATORIES,
    UNIT_PRINTED_BY,
    UNIT_CONTACT,
    UNIT_PHONE,
    PROFILE,
    FONT_FOLDER,
    LONGEST,
    SAVE_PAUSE,
    BACKUP_MINUTES,
    BACKUP_FOLDER,
    RULES_OFF,
    SCHEME,
    CONTRAST,
    PAPER_ZOOM,
    TEXT_SIZE,
)
"""In the order of the dialog."""


def declared(group: Group) -> tuple[Declared, ...]:
    """The settings of one group."""
    return tuple(one for one in DECLARED if one.group is group)

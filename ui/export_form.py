"""What is asked before an export: for whom, in which formats, at what stage, by which page rules, where to."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QWidget,
)

from models.report import Report, Stage
from ui import look
from ui.declared_settings import FONT_FOLDER, PROFILE
from ui.fields import ChoiceField
from ui.folder_row import FolderRow
from ui.page_setup import PageSetup, page_setup
from ui.setting_editors import choose
from ui.settings import EXPORT_FOLDER, EXPORT_FORMATS, Settings, documents_folder

_ABOUT_STAGE = "起草以外的阶段印在首页标题下面，只用于这一次导出。"
_ABOUT_PUBLIC = "不印密级、签发人等内部内容和稿次，供上网公开。"
_ABOUT_FONTS = "不填就用电脑里装的公文字体"


class ExportForm(QWidget):
    """Signals: `changed()`; `public_chosen(bool)`; `setup_changed()` other page rules or fonts."""

    changed = Signal()
    public_chosen = Signal(bool)
    setup_changed = Signal()

    def __init__(self, report: Report, settings: Settings, parent: QWidget | None = None) -> None:
        from exporters import EXPORTERS

        super().__init__(parent)
        self._settings = settings
        self._internal, self._public = QRadioButton("内部稿"), QRadioButton("公开版")
        self._formats = {one.key: QCheckBox(f"{one.label}（{one.suffix}）") for one in EXPORTERS}
        self._stage = ChoiceField()
        self._profile = ChoiceField()
        self._trouble = look.quiet_label("")
        look.named(self._trouble, "profile_trouble", "版式说明")
        self._trouble.setWordWrap(True)
        look.set_wrong(self._trouble, True)
        self._about = look.quiet_label(_ABOUT_STAGE)
        self._about.setWordWrap(False)
        self._fonts = FolderRow(
            "font_folder", "字体文件夹", "公文字体放在哪个文件夹", settings.get(FONT_FOLDER)
        )
        self._fonts.set_placeholder(_ABOUT_FONTS)
        self._folder = FolderRow(
            "folder", "文件夹", "导出到哪个文件夹", settings.get(EXPORT_FOLDER) or str(documents_folder())
        )
        self._fill(report)
        self._lay_out()

    @property
    def is_public(self) -> bool:
        """Whether the public version is wanted."""
        return self._public.isChecked()

    @property
    def formats(self) -> list[str]:
        """The keys of the formats chosen."""
        return [key for key, box in self._formats.items() if box.isChecked()]

    @property
    def stage(self) -> Stage:
        """The stage to be printed."""
        return Stage(self._stage.currentText())

    @property
    def folder(self) -> Path | None:
        """Where to; None where nothing is written."""
        return self._folder.folder

    @property
    def obstacle(self) -> str:
        """Why nothing can be exported yet; empty where it can."""
        return self._folder.complaint if self.formats else "还没有选格式，请至少选一种。"

    @property
    def setup(self) -> PageSetup:
        """The page rules and fonts chosen."""
        return page_setup(self._settings)

    def remember(self) -> None:
        """Begin with the same folder and formats next time; the web page belongs to public versions."""
        self._settings.set(EXPORT_FOLDER, str(self.folder or ""))
        if not self.is_public:
            self._settings.set(EXPORT_FORMATS, ",".join(self.formats))

    def _fill(self, report: Report) -> None:
        for button, name, words in (
            (self._internal, "field:internal", "内部稿"),
            (self._public, "field:public", "公开版"),
        ):
            look.named(button, name, words)
        self._versions = QButtonGroup(self)
        self._versions.addButton(self._internal)
        self._versions.addButton(self._public)
        self._internal.setChecked(True)
        self._public.toggled.connect(self._change_version)
        self._tick_formats()
        for key, box in self._formats.items():
            look.named(box, f"field:format_{key}", box.text())
            box.toggled.connect(lambda _checked: self.changed.emit())
        look.named(self._stage, "field:stage", "阶段")
        self._stage.addItems([stage.value for stage in Stage])
        self._stage.setCurrentText(report.stage.value)
        look.named(self._profile, "field:profile", "版式")
        self._fill_profiles()
        self._fonts.changed.connect(self._change_setup)
        self._folder.changed.connect(self.changed)

    def _fill_profiles(self) -> None:
        for profile_id, name in PROFILE.choices(self._settings.data_dir).items():
            self._profile.addItem(name, profile_id)
        choose(self._profile, self.setup.profile_id)
        self._say_trouble()
        self._profile.currentIndexChanged.connect(self._change_setup)

    def _tick_formats(self) -> None:
        from exporters import default_formats

        last = self._settings.get(EXPORT_FORMATS)
        usual = self.is_public or not last
        wanted = default_formats(self.is_public) if usual else tuple(last.split(","))
        for key, box in self._formats.items():
            box.setChecked(key in wanted)

    def _change_version(self, is_public: bool) -> None:
        self._tick_formats()
        self._stage.setEnabled(not is_public)
        self._about.setText(_ABOUT_PUBLIC if is_public else _ABOUT_STAGE)
        self.public_chosen.emit(is_public)
        self.changed.emit()

    def _say_trouble(self) -> None:
        """Why a profile cannot be used stands below it."""
        self._trouble.setText(PROFILE.trouble(self.setup.profile_id, self._settings.data_dir))
        self._trouble.setVisible(bool(self._trouble.text()))

    def _change_setup(self) -> None:
        self._settings.set(PROFILE, str(self._profile.currentData() or ""))
        self._say_trouble()
        self._settings.set(FONT_FOLDER, str(self._fonts.folder or ""))
        self.setup_changed.emit()

    def _lay_out(self) -> None:
        versions = QHBoxLayout()
        versions.setSpacing(6 * look.SPACE)
        versions.addWidget(self._internal)
        versions.addWidget(self._public)
        versions.addStretch(1)
        formats = QGridLayout()
        formats.setHorizontalSpacing(6 * look.SPACE)
        formats.setVerticalSpacing(2 * look.SPACE)
        for place, box in enumerate(self._formats.values()):
            formats.addWidget(box, place // 2, place % 2)
        formats.setColumnStretch(2, 1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(4 * look.SPACE)
        form.setVerticalSpacing(3 * look.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("版本", versions)
        form.addRow("格式", formats)
        form.addRow("存到", self._folder)  # in sight on a low screen too: the rest stays as it is most years
        form.addRow("阶段", self._stage)
        form.addRow("", self._about)
        form.addRow("版式", self._profile)
        form.addRow("", self._trouble)
        form.addRow("字体文件夹", self._fonts)
        for choice in (self._stage, self._profile):
            choice.setMinimumHeight(7 * look.SPACE)

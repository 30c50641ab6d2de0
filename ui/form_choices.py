"""报送统计表: which of the optional statistical forms go up in the workbook, one check box each."""

from PySide6.QtWidgets import QCheckBox, QGroupBox, QVBoxLayout, QWidget

from models.forms import FORM, forms, with_form
from ui import look
from ui.draft import Draft

_ABOUT = "勾选的表随“Excel 统计表”一起导出，数取自“数据”。"


class FormChoices(QGroupBox):
    """The check boxes; ticking one changes the draft at once and can be undone."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__("报送统计表", parent)
        look.named(self, "form_choices", "报送统计表")
        self._draft = draft
        column = QVBoxLayout(self)
        column.setSpacing(look.SPACE)
        about = look.quiet_label(_ABOUT)
        about.setWordWrap(True)
        column.addWidget(about)
        self._boxes = {form_id: self._box(form_id, form.name) for form_id, form in forms().items()}
        for box in self._boxes.values():
            column.addWidget(box)
        self._show()
        draft.changed.connect(self._refresh)

    def _box(self, form_id: str, name: str) -> QCheckBox:
        box = QCheckBox(name)
        look.named(box, f"field:{FORM}{form_id}", f"报送{name}统计表")
        box.toggled.connect(lambda is_chosen: self._choose(form_id, is_chosen))
        return box

    def _choose(self, form_id: str, is_chosen: bool) -> None:
        words = f"{'报送' if is_chosen else '不报送'}{forms()[form_id].name}表"
        self._draft.change(words, with_form(self._draft.report, form_id, is_chosen))

    def _refresh(self, keys: frozenset[str]) -> None:
        if "forms" in keys:
            self._show()

    def _show(self) -> None:
        for form_id, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(form_id in self._draft.report.forms)
            box.blockSignals(False)

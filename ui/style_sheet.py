"""The application's style sheet: palette roles, hairlines, one accent, spacing in multiples of 4."""

from PySide6.QtGui import QPalette

import resources
from ui import colours

_STYLE = """
QTabBar::tab {{ padding: 7px 10px; border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ border-bottom: 2px solid {accent}; font-weight: bold; }}
QTabBar::tab:hover:!selected {{ border-bottom: 2px solid palette(mid); }}
QTabBar::tab:focus {{ background: palette(base); }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTableView, QListWidget, QTreeView {{ border: 1px solid {line}; }}
QTableView:focus, QListWidget:focus, QTreeView:focus, QTreeWidget:focus {{ border-color: palette(text); }}
QTextEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ border: 1px solid {line}; }}
QAbstractScrollArea[bare="true"] {{ border: 1px solid transparent; }}
QTextEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus, QAbstractScrollArea[bare="true"]:focus {{
    border-color: palette(text);
}}
QHeaderView::section {{
    border: none; border-bottom: 1px solid {line}; padding: 5px 8px; background: palette(window);
}}
QTableView, QListWidget, QTreeView {{ selection-background-color: {chosen}; selection-color: palette(text); }}
QTableView[rows="true"], QTreeView#backup_contents {{
    selection-background-color: {row}; outline: 0;
}}
QLineEdit[frame="true"] {{
    border: 1px solid {edge}; border-radius: 2px; padding: 2px 4px; background: palette(base);
}}
QTextEdit[field="true"] {{
    border: 1px solid {edge}; border-radius: 2px; padding: 0 1px; background: palette(base);
}}
QTextEdit[field="true"]:focus, QLineEdit[frame="true"]:focus {{ border-color: palette(text); }}
QLineEdit[frame="true"]:disabled {{ color: {quiet}; background: palette(window); }}
QTableView QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{
    border: none; border-radius: 0; padding: 0 4px;
}}
QTableView::item {{ padding: 0 5px; }}
QTableView#findings_table::item {{ padding: 4px 5px; }}
QListWidget::item {{ padding: 5px; }}
QTreeView#backup_contents::item, QTreeView#rules_list::item {{ padding: 5px; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QPushButton {{ padding: 5px 14px; }}
QPushButton[tight="true"] {{ padding: 5px 7px; }}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[main="true"] {{
    background: {fill}; color: {on_fill}; border: 1px solid {fill}; border-radius: 3px;
}}
QPushButton[main="true"]:hover {{ background: {fill_hover}; }}
QPushButton[main="true"]:focus {{ border: 1px solid palette(text); }}
QPushButton[main="true"]:disabled {{ background: {line}; border-color: {line}; color: {quiet}; }}
QPushButton[door="true"] {{
    border: 1px solid {line}; border-radius: 4px; padding: 0; background: palette(base);
}}
QPushButton[door="true"]:hover, QPushButton[door="true"]:focus {{ border-color: {accent}; }}
QPushButton[door="true"]:disabled {{ color: {quiet}; }}
QPushButton[chip="true"] {{
    border: 1px solid {edge}; border-radius: 10px; padding: 3px 10px; background: palette(base);
}}
QPushButton[chip="true"]:hover, QPushButton[chip="true"]:focus {{ border-color: palette(text); }}
QPushButton[chip="true"]:checked {{ border-color: {accent}; background: {chosen}; font-weight: bold; }}
QPushButton[chip="true"]:disabled {{ color: {quiet}; border-color: {line}; }}
QPushButton[link="true"] {{ border: none; padding: 2px 0; color: {accent}; background: transparent; }}
QPushButton[link="true"]:hover, QPushButton[link="true"]:focus {{ text-decoration: underline; }}
QPushButton[link="true"][wrong="true"] {{ color: {wrong}; }}
QLabel[stands="right"] {{ qproperty-alignment: 'AlignRight | AlignVCenter'; }}
QLabel[stands="top"] {{ qproperty-alignment: AlignTop; }}
QLabel[stands="bottom"] {{ qproperty-alignment: AlignBottom; }}
QLabel[stands="middle"] {{ qproperty-alignment: AlignCenter; }}
QLabel[quiet="true"] {{ color: {quiet}; }}
QLabel[notice="true"] {{ background: {notice}; padding: 8px 24px; }}
QWidget[strip="true"] {{ background: {notice}; }}
QLabel[carried="true"] {{ color: {accent}; }}
QLabel[wrong="true"] {{ color: {wrong}; }}
QFrame[sheet="true"] {{ border: 1px solid {line}; border-radius: 2px; background: palette(base); }}
"""

_DARK = """
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
    width: 13px; height: 13px; border: 1px solid {edge}; border-radius: 2px; background: palette(base);
}}
QRadioButton::indicator {{ border-radius: 7px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: {fill}; border-color: {fill}; image: url("{icons}/{tick}.svg");
}}
QRadioButton::indicator:checked {{ width: 7px; height: 7px; border: 4px solid {accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QAbstractItemView::indicator:disabled {{
    border-color: {line};
}}
"""
"""The style draws the edges of boxes to tick darker than the ground, which nobody sees on a dark one."""

_STARK = """
QPushButton, QToolButton, QComboBox, QAbstractSpinBox, QGroupBox, QMenu, QToolTip, QProgressBar, QPlainTextEdit {{
    border: 1px solid {edge};
}}
QComboBox, QAbstractSpinBox {{ padding: 2px 6px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 18px; border: none; }}
QAbstractSpinBox::up-arrow {{ width: 11px; height: 11px; image: url("{icons}/chevron-up-white.svg"); }}
QAbstractSpinBox::down-arrow {{ width: 11px; height: 11px; image: url("{icons}/chevron-down-white.svg"); }}
QPushButton:focus, QToolButton:focus, QComboBox:focus, QAbstractSpinBox:focus {{ border: 2px solid {accent}; }}
QPushButton:disabled, QToolButton:disabled {{ border-color: {line}; }}
QPushButton[main="true"]:disabled {{ background: palette(window); border-color: {line}; color: {line}; }}
QMenu::item:selected, QMenuBar::item:selected {{ background: {accent}; color: {on_fill}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QScrollBar::handle {{ background: {line}; border: 1px solid {edge}; }}
"""
"""Where ground and button are both black, edges are drawn."""


def style_sheet(palette: QPalette) -> str:
    """The application's style sheet for a palette: its own greys, and the accent in a tone that can be read on it."""
    ground = colours.ground(palette)
    is_stark = ground is colours.Ground.STARK
    more = _DARK * (ground is not colours.Ground.LIGHT) + _STARK * is_stark
    return (_STYLE + more).format(
        icons=resources.path("icons").as_posix(),
        tick="check-black" if is_stark else "check-white",
        accent=colours.accent(palette).name(),
        fill=colours.fill(palette).name(),
        fill_hover=colours.fill_hover(palette).name(),
        on_fill=colours.on_fill(palette).name(),
        wrong=colours.wrong_colour(palette).name(),
        quiet=colours.quiet_colour(palette).name(),
        line=colours.line_colour(palette).name(),
        edge=colours.edge_colour(palette).name(),
        chosen=colours.chosen(palette).name(),
        row=colours.chosen_row(palette).name(),
        notice=colours.notice_ground(palette).name(),
    )

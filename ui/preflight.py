"""What is still to be done before a report goes out. It warns, it forbids nothing."""

from PySide6.QtWidgets import QLabel

import checks
from checks import Finding, Level
from models.report import Report
from models.template import template
from ui import look
from ui.figures_model import missing_figures


def preflight_label(report: Report) -> QLabel:
    """Findings and missing figures in words."""
    findings = checks.run(report, template(report.template))
    label = look.quiet_label(preflight_words(findings, len(missing_figures(report))))
    label.setObjectName("preflight")
    look.set_wrong(label, any(one.level is Level.ERROR for one in findings))
    return label


def preflight_words(findings: tuple[Finding, ...], missing: int) -> str:
    """错误 2 处，缺数据 3 个 …"""
    errors = sum(one.level is Level.ERROR for one in findings)
    doubts = len(findings) - errors
    parts = ((errors, "错误 {} 处"), (doubts, "存疑和提示 {} 处"), (missing, "正文引用而未填的数据 {} 个"))
    todo = "，".join(words.format(count) for count, words in parts if count)
    return f"{todo}；现在也可以继续，定稿前请处理。" if todo else "没有发现错误，数据齐全。"

"""The report as one self-contained HTML file.

Floor 4 (report); the one door to jinja2.
"""

from __future__ import annotations

from html import escape

from checker.model import Report
from checker.report.options import Options
from checker.report.terminal import render_terminal


def render(report: Report, options: Options) -> str:
    """Return the report as a page."""
    text = escape(render_terminal(report, accept=options.accept))
    return f'<!doctype html><html lang="{report.ui_lang}"><title>check</title><pre>{text}</pre>\n'

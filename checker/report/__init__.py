"""Every form a report can take: a pure function from a `Report` to a string.

Forms are loaded when asked for, so that ``check --help`` needs neither jinja2 nor rich.

Floor 4 (report).
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, cast

from checker.errors import SettingsError
from checker.model import Report
from checker.report.options import DEFAULT, Options

#: Form -> name of the file it is written to.
FORMS: Mapping[str, str] = MappingProxyType(
    {
        "terminal": "report.txt",
        "html": "report.html",
        "md": "report.md",
        "json": "report.json",
        "csv": "findings.csv",
        "sarif": "report.sarif",
        "github": "github-annotations.txt",
        "gitlab": "gl-code-quality-report.json",
        "rdjson": "report.rdjson",
        "webannotation": "annotations.jsonld",
        "claimreview": "claimreview-drafts.jsonld",
    }
)

_MODULES = {
    "terminal": "terminal",
    "html": "page",
    "md": "markdown",
    "json": "contract",
    "csv": "table",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "rdjson": "rdjson",
    "webannotation": "webannotation",
    "claimreview": "claimreview",
}


class Form(Protocol):
    """What a module of this package offers."""

    def render(self, report: Report, options: Options) -> str:
        """Return the report in this form, line feed at the end."""
        ...


def render(report: Report, form: str, options: Options = DEFAULT) -> str:
    """Return a report in one of `FORMS`.

    Args:
        report: What to show.
        form: Key of `FORMS`.
        options: See `Options`.

    Raises:
        SettingsError: If there is no such form.
    """
    if form not in _MODULES:
        raise SettingsError(
            f"there is no report form {form!r}",
            remedy=f"use one of {', '.join(FORMS)}",
        )
    module = cast("Form", importlib.import_module(f"checker.report.{_MODULES[form]}"))
    return module.render(report, options)


__all__ = ["FORMS", "Options", "render"]

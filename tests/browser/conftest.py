"""A real browser, where there is one; a visible reason where there is not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.model import Report
from checker.report import render

#: Where Debian puts it; CHECKER_CHROMIUM names another.
CHROMIUM = os.environ.get("CHECKER_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium driven by Playwright."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install playwright"
    )
    if not Path(CHROMIUM).exists():
        pytest.skip("chromium is not installed: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a report from a file; the page keeps its requests and console errors."""
    contexts = []

    def open_report(
        report: Report, *, fragment: str = "", colour: str = "light", width: int = 1280, **more: Any
    ) -> Any:
        path = tmp_path / "report.html"
        path.write_bytes(render(report, "html").encode("utf-8"))
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=colour,
            reduced_motion="reduce",
            accept_downloads=True,
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.requests, page.errors = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on(
            "console",
            lambda entry: page.errors.append(entry.text) if entry.type == "error" else None,
        )
        page.goto(path.as_uri() + fragment)
        return page

    yield open_report
    for context in contexts:
        context.close()

"""Read several articles about the same events and show where they cannot all be right.

Everything exported here is stable; nothing else is.  The exports load on first use, so
that ``import checker`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.errors import CheckerError as CheckerError
    from checker.language.figures import read_figures as figures
    from checker.model import Finding as Finding
    from checker.model import Report as Report
    from checker.pipeline import check as check
    from checker.settings import Settings as Settings

__version__ = "0.1.0"

_HOMES = {
    "CheckerError": ("checker.errors", "CheckerError"),
    "Finding": ("checker.model", "Finding"),
    "Report": ("checker.model", "Report"),
    "Settings": ("checker.settings", "Settings"),
    "check": ("checker.pipeline", "check"),
    "figures": ("checker.language.figures", "read_figures"),
}

__all__ = ["CheckerError", "Finding", "Report", "Settings", "__version__", "check", "figures"]


def __getattr__(name: str) -> Any:
    """Load an export on first use.

    Raises:
        AttributeError: If `name` is not exported.
    """
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module 'checker' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(importlib.import_module(module), attribute)

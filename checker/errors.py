"""Everything `checker` raises on purpose.

    CheckerError            E000
    ├── InputError          E100  a source, a baseline or a path is unusable
    ├── SettingsError       E200  an option, a settings file or a rule file breaks its contract
    ├── ModelError          E300  the embedding model is missing or not the pinned one
    └── BaselineError       E400  the baseline or a suppression is unusable

A *finding* is never an exception: findings are what the tool is for, errors
are what keeps it from working.  Exit status 1 means findings, 2 means errors.

Floor 1.
"""

from __future__ import annotations


class CheckerError(Exception):
    """Base of every error a user may want to catch.

    Args:
        message: What is wrong, lower case, no full stop, want and have.
        where: ``path:line:column`` or path, None if there is no place.
        remedy: What to do, imperative; the exact command if there is one.
        code: Overrides the class's code with a narrower one of the same hundred.
    """

    code = "E000"

    def __init__(
        self, message: str, *, where: str | None = None, remedy: str, code: str | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.where, self.remedy = message, where, remedy
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        place = f"\n  --> {self.where}" if self.where else ""
        return f"error[{self.code}]: {self.message}{place}\n  help: {self.remedy}"


class InputError(CheckerError):
    """A source or a path is unusable."""

    code = "E100"


class SettingsError(CheckerError):
    """An option, a settings file or a rule file breaks its contract."""

    code = "E200"


class ModelError(CheckerError):
    """The embedding model is missing or not the pinned one."""

    code = "E300"


class BaselineError(CheckerError):
    """The baseline or a suppression is unusable."""

    code = "E400"

"""What a caller may ask of a form beside the report itself.

Floor 4 (report).
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of rendering; a form ignores what does not concern it.

    Attributes:
        show: Lowest level that terminal, Markdown and the review forms show; what is hidden is
            counted.  HTML, JSON and CSV always carry everything.
        base: Put before a source id to make a path from the root of the repository ("desk/");
            empty if ids are such paths already.
        token: Fence for GitHub's ``::stop-commands::``, unguessable for whoever wrote the
            articles; empty to draw a fresh one.
        accept: Command that accepts a finding; id and ``--because`` are appended.
        width: Columns of the terminal.
        colour: Whether the terminal form may use colour.
    """

    show: Level = Level.INFO
    base: str = ""
    token: str = ""
    accept: str = "check baseline accept"
    width: int = 100
    colour: bool = False


DEFAULT = Options()

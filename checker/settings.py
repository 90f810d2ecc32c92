"""What a run can be told; one frozen value, filled by the command line or by a script.

Floor 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of a run.

    Attributes:
        model: Path or hub name of a sentence-transformers model, None for the embedded one.
        revision: Pinned revision of a hub model, None for a path or the embedded one.
        judge: Path or name of an NLI cross-encoder, None for none.
        lang: Language of all sources, None to detect per source.
        ui_lang: Language of the reports (de, en), None for the majority of the sources.
        rules: Further folders with rules.
        levels: Rule id -> error, warning, info or off.
        drafts: Patterns (relative POSIX, fnmatch) of files under review; suppressions count there.
        exclude: Patterns of paths not to read.
        include_furniture: Whether furniture is read for claims as well.
        max_file_size: Bytes above which a file is skipped.
        max_files: Number of files above which the run stops before reading.
        timeout_per_file: Seconds after which reading a file is given up.
        cache: Folder for vectors, None for no cache.
        jobs: Worker threads for the encoder, 0 for the machine's.
        publishers: Source pattern -> publisher or family it belongs to.
    """

    model: str | None = None
    revision: str | None = None
    judge: str | None = None
    lang: str | None = None
    ui_lang: str | None = None
    rules: tuple[Path, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    drafts: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include_furniture: bool = False
    max_file_size: int = 20_000_000
    max_files: int = 100_000
    timeout_per_file: float = 60.0
    cache: Path | None = None
    jobs: int = 0
    publishers: Mapping[str, str] = field(default_factory=dict)

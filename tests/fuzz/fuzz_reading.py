"""Fuzz reading: any bytes, as any format, end in a reason or in a sound source.

Run it for a minute with Atheris, which is no dependency of the tests::

    pip install atheris
    python tests/fuzz/fuzz_reading.py -max_total_time=60
"""

from __future__ import annotations

import importlib
import sys

from checker.read.sources import _read_bytes
from checker.settings import Settings

FORMATS = ("text", "markdown", "html", "pdf", "docx", "mail", "feed", "warc")
SETTINGS = Settings(lang="de", timeout_per_file=10.0)


def read_one(data: bytes) -> None:
    """Read the bytes as the format their first byte names, and check all spans."""
    form = FORMATS[data[0] % len(FORMATS)] if data else "text"
    sources, record = _read_bytes(data[1:], "x", form, SETTINGS)
    assert record.state
    for source in sources:
        source.text.encode("utf-8")
        spans = [(p.start, p.end) for p in source.parts]
        spans += [(f.start, f.end) for f in source.furniture]
        assert all(0 <= start < end <= len(source.text) for start, end in spans)


def main() -> None:
    """Hand over to Atheris."""
    atheris = importlib.import_module("atheris")
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

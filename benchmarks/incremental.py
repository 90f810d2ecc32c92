"""What a second run costs: nothing changed, and one sentence edited, against the first run.

    python benchmarks/incremental.py FOLDER [--lang de] [--most 100]

FOLDER holds articles; at most `--most` of them are copied to a temporary folder and checked
three times in new processes that share one empty cache: cold, warm, and after one sentence of
one article was altered.  Read the ratios: all three runs are of one machine and one hour.  The
aims are a warm run of five articles within 2 s and an edited one below a tenth of the cold run
of a hundred.  The cold and the warm report have to be the same, byte for byte.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

#: A sentence of some length inside a text: its last word is replaced.
_SENTENCE = re.compile(r"(?<=[.!?] )[A-ZÄÖÜ][^.!?\n]{40,}?(\w{5,})(?=[.!?] )")
_SUFFIXES = {".txt", ".md", ".html", ".json"}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", default=None, help="language of all articles")
    parser.add_argument("--most", type=int, default=100, help="articles to take")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        articles = copied(args.folder, root / "articles", args.most)
        print(f"{len(articles)} articles")
        cold = timed(root, "cold", args.lang)
        warm = timed(root, "warm", args.lang)
        same = report(root, "cold") == report(root, "warm")
        edited = edit(articles)
        after = timed(root, "edited", args.lang)
    print(f"cold    {cold:7.2f} s")
    print(f"warm    {warm:7.2f} s  {warm / cold:.3f} of cold")
    print(f"edited  {after:7.2f} s  {after / cold:.3f} of cold  ({edited})")
    print("cold and warm reports are the same" if same else "COLD AND WARM REPORTS DIFFER")
    sys.exit(0 if same else 1)


def copied(folder: Path, to: Path, most: int) -> list[Path]:
    """Copy articles to a folder of their own; return them in order of name."""
    to.mkdir()
    chosen = [p for p in sorted(folder.rglob("*")) if p.suffix in _SUFFIXES and p.is_file()][:most]
    if not chosen:
        sys.exit(f"no articles in {folder}")
    copies = []
    for number, path in enumerate(chosen):
        copies.append(to / f"{number:04d}-{path.name}")
        shutil.copyfile(path, copies[-1])
    return copies


def timed(root: Path, name: str, lang: str | None) -> float:
    """Return the seconds one run takes in a new process, start of Python included."""
    start = "from checker.cli.app import main; main()"
    command = [sys.executable, "-c", start, "run", "articles", "--format", "json", "--quiet"]
    command += ["--output", str(root / name), "--fail-on", "never"]
    command += ["--lang", lang] if lang else []
    places = {"XDG_CACHE_HOME": str(root / "cache"), "LOCALAPPDATA": str(root / "cache")}
    begun = time.perf_counter()
    subprocess.run(command, cwd=root, env=os.environ | places, check=True)
    return time.perf_counter() - begun


def report(root: Path, name: str) -> bytes:
    """Return the report a run left."""
    return next((root / name).rglob("report.json")).read_bytes()


def edit(articles: list[Path]) -> str:
    """Alter the last word of one sentence in the article nearest the middle that has one."""
    middle = len(articles) // 2
    for path in sorted(articles, key=lambda p: abs(articles.index(p) - middle)):
        text = path.read_text(encoding="utf-8")
        found = _SENTENCE.search(text)
        if found:
            start, end = found.span(1)
            path.write_text(text[:start] + text[start:end][::-1] + text[end:], encoding="utf-8")
            return f"one word of {path.name}"
    sys.exit("no sentence to edit")


if __name__ == "__main__":
    main()

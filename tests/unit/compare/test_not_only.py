""" "Not only X" says that X is so."""

from __future__ import annotations

import pytest

from checker.judge.entail import label_pair


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        (
            "de",
            "Die Verhandlungen sind nicht nur gescheitert.",
            "Die Verhandlungen sind gescheitert.",
        ),
        (
            "de",
            "Der Tunnel wurde nicht nur gesperrt, er wird saniert.",
            "Der Tunnel wurde gesperrt.",
        ),
        ("de", "Die Fusion ist nicht bloß gescheitert.", "Die Fusion ist gescheitert."),
        ("en", "The bridge was not only closed.", "The bridge was closed."),
        ("en", "The merger was not merely rejected.", "The merger was rejected."),
    ],
)
def test_not_only_affirms(lang: str, first: str, second: str) -> None:
    assert label_pair(first, second, lang)["label"] != "contradiction"


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("de", "Die Verhandlungen sind nicht gescheitert.", "Die Verhandlungen sind gescheitert."),
        ("de", "Der Tunnel wurde nicht gesperrt.", "Der Tunnel wurde gesperrt."),
        ("en", "The merger was not approved.", "The merger was approved."),
    ],
)
def test_not_denies(lang: str, first: str, second: str) -> None:
    assert label_pair(first, second, lang)["label"] == "contradiction"

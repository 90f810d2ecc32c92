"""Readings of a claim are kept for a run, by identity, and bounded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checker.language import once as _once
from checker.language.once import each_once, forget, once
from checker.model import Claim


def claim(quote: str) -> Claim:
    return Claim(id="a", source="a", start=0, end=len(quote), quote=quote, lang="en")


def test_a_claim_is_read_once() -> None:
    read: list[str] = []

    @once
    def length(of: Claim) -> int:
        read.append(of.quote)
        return len(of.quote)

    one = claim("Two trains")
    assert [length(one), length(one)] == [10, 10]
    assert read == ["Two trains"]


def test_an_equal_claim_is_another_claim() -> None:
    read: list[int] = []

    @once
    def length(of: Claim) -> int:
        read.append(id(of))
        return len(of.quote)

    first, second = claim("Two trains"), claim("Two trains")
    assert length(first) == length(second)
    assert read == [id(first), id(second)]


def test_nothing_is_a_reading_too() -> None:
    read: list[str] = []

    @once
    def nothing(of: Claim) -> None:
        read.append(of.quote)

    one = claim("Two trains")
    nothing(one)
    nothing(one)
    assert len(read) == 1


def test_what_is_yielded_can_be_read_again() -> None:
    @each_once
    def words(of: Claim) -> Iterator[str]:
        yield from of.quote.split()

    one = claim("Two trains")
    assert tuple(words(one)) == tuple(words(one)) == ("Two", "trains")


def test_forget_lets_go_of_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_once, "_KEPT", [])

    @once
    def length(of: Claim) -> int:
        return len(of.quote)

    length(claim("Two trains"))
    assert sum(map(len, _once._KEPT)) == 1
    forget()
    assert sum(map(len, _once._KEPT)) == 0


def test_readings_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_once, "_KEPT", [])
    monkeypatch.setattr(_once, "_MOST", 3)

    @once
    def length(of: Claim) -> int:
        return len(of.quote)

    for size in range(1, 9):
        length(claim("x" * size))
    assert sum(map(len, _once._KEPT)) <= 3

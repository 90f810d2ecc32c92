"""What was read from a source can be kept and comes back the same, or is read anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from checker.model import Claim, Source
from checker.read import read_sources
from checker.read.claims import read_claims
from checker.read.keep import kept_claims
from checker.settings import Settings

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


@pytest.fixture(scope="module")
def sources() -> tuple[Source, ...]:
    return read_sources([SEEDS], Settings())[0]


def never(source: Source) -> Sequence[Claim]:
    raise AssertionError(f"read {source.id} again")


def test_kept_claims_come_back_equal(sources: tuple[Source, ...], tmp_path: Path) -> None:
    """Every field of every claim survives, and nothing is read twice."""
    for source in sources:
        first = kept_claims(source, tmp_path, "state", read_claims)

        assert first
        assert kept_claims(source, tmp_path, "state", never) == first


def test_another_state_reads_anew(sources: tuple[Source, ...], tmp_path: Path) -> None:
    """A changed rule, language file or version never meets old claims."""
    kept_claims(sources[0], tmp_path, "state", read_claims)

    with pytest.raises(AssertionError, match="again"):
        kept_claims(sources[0], tmp_path, "another", never)


@pytest.mark.parametrize("rubbish", [b"", b"[[", b"[[1]]", b"\xff", b"null", b'[{"a": 1}]'])
def test_rubbish_is_read_anew(sources: tuple[Source, ...], tmp_path: Path, rubbish: bytes) -> None:
    """A damaged file in the cache costs time and nothing else."""
    first = kept_claims(sources[0], tmp_path, "state", read_claims)
    (place,) = (tmp_path / "claims").glob("*.json")
    place.write_bytes(rubbish)

    assert kept_claims(sources[0], tmp_path, "state", read_claims) == first


def test_no_folder_keeps_nothing(sources: tuple[Source, ...]) -> None:
    """Without a cache every claim is read."""
    assert kept_claims(sources[0], None, "state", read_claims) == read_claims(sources[0])

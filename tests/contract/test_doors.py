"""The doors for scripts: JSON Lines in, JSON Lines out, same order; bad input ends in 2."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from checker.cli.app import main

TEXT = "Das Telefonat dauerte mehr als eine Stunde."


def run(args: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Return status, stdout and stderr of a call."""
    with pytest.raises(SystemExit) as caught:
        main(args)
    done = capsys.readouterr()
    return int(caught.value.code or 0), done.out, done.err


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.split("\n") if line]


def test_figures_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object out per object in, with the fields of the contract."""
    place = tmp_path / "in.jsonl"
    lines = [{"id": i, "text": t, "lang": "de"} for i, t in enumerate((TEXT, "Nichts.", TEXT))]
    place.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")

    status, out, _ = run(["figures", "--jsonl", str(place)], capsys)

    assert status == 0
    assert [r["id"] for r in rows(out)] == [0, 1, 2]
    (figure,) = rows(out)[0]["figures"]
    assert TEXT[figure["start"] : figure["end"]] == figure["text"] == "mehr als eine Stunde"
    assert (figure["kind"], figure["low"], figure["high"]) == ("duration", 3600, None)
    assert (figure["low_open"], figure["unit"], figure["modifier"]) == (True, "s", "over")
    assert {"high_open", "soft_low", "soft_high", "granularity", "of"} <= set(figure)


def test_figures_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """A person sees the words and the interval."""
    status, out, _ = run(["figures", TEXT, "--lang", "de"], capsys)

    assert status == 0
    assert "mehr als eine Stunde" in out
    assert "(3600, ∞)" in out


def test_pairs_from_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A contradiction comes with its type and reckoning; agreement is no contradiction."""
    pair = {"premise": "Bei dem Brand wurden sieben Menschen verletzt.", "lang": "de"}
    asked = [
        {"id": "a", **pair, "hypothesis": "Bei dem Brand wurden neun Menschen verletzt."},
        {"id": "b", **pair, "hypothesis": "Bei dem Brand wurden 7 Menschen verletzt."},
    ]
    data = "\n".join(json.dumps(p) for p in asked).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    status, out, _ = run(["pairs", "--jsonl", "-"], capsys)

    assert status == 0
    first, second = rows(out)
    assert (first["id"], first["label"], first["type"]) == ("a", "contradiction", "figure-conflict")
    assert first["reckoning"]
    assert (second["id"], second["label"]) == ("b", "entailment")


def test_claims_are_verbatim(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`text[start:end] == quote`, always; every field of the contract is there."""
    text = "Brand in Altenau\n\nDie Polizei teilte mit, es gebe sieben Verletzte. Das ist viel.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    status, out, _ = run(["claims", str(tmp_path), "--jsonl"], capsys)

    assert status == 0
    found = rows(out)
    assert found
    for row in found:
        assert text[row["start"] : row["end"]] == row["quote"]
        assert set(row) == {
            *("id", "source", "start", "end", "quote", "part", "speaker", "mode", "polarity"),
            *("modality", "hedges", "moments", "figures", "worth"),
        }
    assert any("Polizei" in r["speaker"] for r in found)


@pytest.mark.parametrize(
    ("door", "line", "says"),
    [
        pytest.param("figures", "{", "not JSON", id="broken"),
        pytest.param("figures", "[1]", "want an object", id="list"),
        pytest.param("figures", '{"id": 1}', "'text'", id="no-text"),
        pytest.param("pairs", '{"id": 1, "premise": "x"}', "'hypothesis'", id="no-hypothesis"),
        pytest.param("figures", '{"text": "x", "reference_time": "morgen"}', "a day", id="no-day"),
    ],
)
def test_a_bad_line_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], door: str, line: str, says: str
) -> None:
    """What, where, what to do; status 2."""
    place = tmp_path / "in.jsonl"
    place.write_text(f'{{"id": 0, "text": "", "premise": "", "hypothesis": ""}}\n{line}\n')

    status, _, error = run([door, "--jsonl", str(place)], capsys)

    assert status == 2
    assert says in error
    assert "in.jsonl:2" in error
    assert "help:" in error


@pytest.mark.model
def test_pairs_are_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which claims were held together, by what, on which grounds."""
    for name, minutes in (("a", 75), ("b", 150)):
        (tmp_path / f"{name}.txt").write_text(
            f"Das Telefonat von Kanzlerin Berg mit Oduya am 16. Februar 2026 dauerte {minutes} "
            "Minuten.\n",
            encoding="utf-8",
        )

    status, out, _ = run(["claims", str(tmp_path), "--pairs", "--jsonl"], capsys)

    assert status == 0
    (pair,) = rows(out)
    assert pair["event"]["standing"] in {"established", "possible"}
    assert all(pair[g]["why"] for g in ("event", "participants", "time", "measure", "scope"))

    said = [
        run(["claims", str(tmp_path), "--pairs", *asked], capsys)[1]
        for asked in (
            [],
            ["--about", "75", "--about", "150"],
            ["--about", "Kaffee", "--about", "75"],
        )
    ]

    assert said[0] == said[1]
    assert "verglichen" in said[0]
    assert "Ereignis" in said[0]
    assert "in keiner Aussage steht: Kaffee" in said[2]
    assert run(["claims", str(tmp_path), "--about", "75"], capsys)[0] == 2


@pytest.mark.model
def test_finding_is_explained_with_its_grounds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Why two claims were held against each other stands below the finding."""
    for name, minutes in (("a", 75), ("b", 150)):
        (tmp_path / f"{name}.txt").write_text(
            f"Das Telefonat von Kanzlerin Berg mit Oduya am 16. Februar 2026 dauerte {minutes} "
            "Minuten.\n",
            encoding="utf-8",
        )
    out = ["run", str(tmp_path), "--format", "json", "--output", str(tmp_path / "out"), "--quiet"]
    run(out, capsys)
    (place,) = (tmp_path / "out").rglob("report.json")
    finding = json.loads(place.read_text(encoding="utf-8"))["findings"][0]
    place.unlink()

    status, said, _ = run(["explain", finding["id"], str(tmp_path)], capsys)

    assert status == 0
    assert "Beteiligte gesichert: beide nennen" in said
    assert "zusammengebracht durch" in said

"""The optional second reader speaks under its own rule, never louder than a warning."""

from __future__ import annotations

import importlib
import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from checker.cli.app import main
from checker.corpus.second_reader import SecondReader, label_names, open_second_reader
from checker.errors import ModelError
from checker.settings import Settings

OUT = ("--output", "out", "--fail-on", "never")
WORDS = ("jubel", "trauer", "saal", "voll", "leer", "der", "war", "im", "herrschte")


@pytest.fixture(scope="module")
def nli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a very small NLI cross-encoder that reads contradictions everywhere."""
    return make(tmp_path_factory.mktemp("nli"), bias=(9.0, 0.0, 0.0))


def make(folder: Path, *, bias: tuple[float, float, float]) -> Path:
    """Make a cross-encoder whose last layer prefers the labels by `bias`."""
    transformers: Any = importlib.import_module("transformers")
    torch: Any = importlib.import_module("torch")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
        transformers.BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
        config = transformers.BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=16,
            id2label={0: "contradiction", 1: "entailment", 2: "neutral"},
            label2id={"contradiction": 0, "entailment": 1, "neutral": 2},
        )
        model = transformers.BertForSequenceClassification(config)
        with torch.no_grad():
            model.classifier.weight.zero_()
            model.classifier.bias.copy_(torch.tensor(bias))
        model.save_pretrained(folder, safe_serialization=True)
    return folder


def test_reads_both_directions_and_keeps_what_it_read(nli: Path, tmp_path: Path) -> None:
    """Each pair is read forwards and backwards; a second run asks no model."""
    reader = open_second_reader(Settings(judge=str(nli), cache=tmp_path))
    assert reader is not None
    first = reader.read([("jubel im saal", "trauer im saal")])
    assert [(r.forwards, r.backwards) for r in first] == [("contradiction", "contradiction")]

    again = SecondReader(nli, nli.name, Settings(cache=tmp_path))
    assert again.read([("jubel im saal", "trauer im saal")]) == first
    assert again._model is None


def test_labels_come_from_the_model(nli: Path) -> None:
    """Which output means what is read from the config, in its order."""
    assert label_names(nli, "nli") == ("contradiction", "entailment", "neutral")


def test_no_nli_model_is_refused(tmp_path: Path) -> None:
    """A cross-encoder that ranks passages cannot judge."""
    (tmp_path / "config.json").write_text(json.dumps({"id2label": {"0": "LABEL_0"}}))
    (tmp_path / "model.safetensors").write_bytes(b"")

    with pytest.raises(ModelError, match="no NLI model"):
        open_second_reader(Settings(judge=str(tmp_path)))


def test_missing_model_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A judge that cannot be had ends the run with 2 and says what to do."""
    (tmp_path / "a.txt").write_text("Im Saal herrschte Jubel.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit) as caught:
        main(["a.txt", "--judge", "./no-such-model", "--format", "terminal", "--no-cache"])

    assert caught.value.code == 2
    assert "no-such-model" in capsys.readouterr().err


@pytest.mark.parametrize(("bias", "heard"), [((9.0, 0.0, 0.0), True), ((0.0, 9.0, 0.0), False)])
def test_speaks_as_its_own_rule(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bias: tuple[float, float, float],
    heard: bool,
) -> None:
    """A contradiction it reads is a warning under NLI01 that names the model; else silence."""
    folder = tmp_path / "our-judge"
    folder.mkdir()
    make(folder, bias=bias)
    for name, mood in (("a", "Jubel"), ("b", "Trauer")):
        (tmp_path / f"{name}.txt").write_text(
            "Neuer Trainer für den FC Altenau\n16. Februar 2026\n\n"
            f"Im Saal des Vereins herrschte nach der Wahl des Trainers {mood}.\n",
            encoding="utf-8",
        )
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        main(["a.txt", "b.txt", "--judge", "our-judge", "--format", "json", "--no-cache", *OUT])
    assert caught.value.code == 0
    (place,) = (tmp_path / "out").rglob("report.json")
    findings = json.loads(place.read_text("utf-8"))["findings"]
    own = [f for f in findings if f["rule"] == "NLI01"]

    assert bool(own) is heard
    assert all(f["level"] == "warning" and "our-judge" in f["message"] for f in own)

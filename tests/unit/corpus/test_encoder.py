from __future__ import annotations

import importlib
import json
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from checker.corpus import encoder as module
from checker.corpus import models
from checker.corpus.encoder import open_encoder
from checker.errors import ModelError
from checker.settings import Settings


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a very small model, made here."""
    base, folder = tmp_path_factory.mktemp("base"), tmp_path_factory.mktemp("tiny")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        make_tiny(base, folder)
    return folder


def make_tiny(base: Path, folder: Path) -> None:
    transformers: Any = importlib.import_module("transformers")
    library: Any = importlib.import_module("sentence_transformers")
    modules: Any = importlib.import_module("sentence_transformers.models")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "das", "haus", "brennt", "regen"]
    (base / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    transformers.BertTokenizerFast(vocab_file=str(base / "vocab.txt")).save_pretrained(base)
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
    )
    transformers.BertModel(config).save_pretrained(base)
    words_in = modules.Transformer(str(base))
    pooled = modules.Pooling(16)
    library.SentenceTransformer(modules=[words_in, pooled], device="cpu").save(str(folder))


def copied(folder: Path, to: Path) -> Path:
    for path in folder.rglob("*"):
        if path.is_file():
            place = to / path.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
    return to


def test_encodes_to_unit_rows_in_order(tiny: Path) -> None:
    """Batches are sorted by length inside; callers never notice."""
    texts = ["das haus brennt", "", "regen", "das haus brennt das haus brennt"]
    encoder = open_encoder(Settings(model=str(tiny)))
    vectors = encoder.encode(texts)
    alone = encoder.encode(["regen"])

    assert vectors.dtype == np.float32
    assert vectors.shape == (4, 16)
    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 0, 1, 1], atol=1e-5)
    assert np.allclose(vectors[2], alone[0], atol=1e-4)


def test_identity_names_no_path(tiny: Path) -> None:
    """Reports are the same wherever the model lies."""
    identity = open_encoder(Settings(model=str(tiny))).identity

    assert identity["name"] == tiny.name
    assert identity["dimension"] == 16
    assert str(tiny.parent) not in json.dumps(identity)


def test_prompt_of_the_model_is_used(tiny: Path, tmp_path: Path) -> None:
    """A model that wants words before the text gets them, and the report says so."""
    folder = copied(tiny, tmp_path / "prompted")
    place = folder / "config_sentence_transformers.json"
    config = json.loads(place.read_text(encoding="utf-8"))
    config["prompts"] = {"query": "das ", "document": ""}
    place.write_text(json.dumps(config), encoding="utf-8")
    prompted = open_encoder(Settings(model=str(folder)))
    plain = open_encoder(Settings(model=str(tiny)))

    assert prompted.identity["prompt"] == "das "
    assert np.allclose(prompted.encode(["haus"]), plain.encode(["das haus"]), atol=1e-4)


def test_e5_models_get_their_prefix(tiny: Path, tmp_path: Path) -> None:
    """E5 states no prompts but was trained with one."""
    folder = copied(tiny, tmp_path / "multilingual-e5-tiny")

    assert open_encoder(Settings(model=str(folder))).identity["prompt"] == "query: "


def test_own_code_is_refused(tiny: Path, tmp_path: Path) -> None:
    """A model folder is untrusted input."""
    folder = copied(tiny, tmp_path / "evil")
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    modules.append({"idx": 2, "name": "2", "path": "", "type": "evil.Module"})
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")

    with pytest.raises(ModelError, match="own code"):
        open_encoder(Settings(model=str(folder)))


def test_pickled_weights_are_refused(tiny: Path, tmp_path: Path) -> None:
    """Unpickling runs code."""
    folder = copied(tiny, tmp_path / "pickled")
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")

    with pytest.raises(ModelError, match="pickled"):
        open_encoder(Settings(model=str(folder)))


@pytest.mark.parametrize("name", ["./missing", "/nowhere/model"])
def test_missing_folder_is_an_error(name: str) -> None:
    """Never a silent fallback to another model."""
    with pytest.raises(ModelError, match="no model folder") as caught:
        open_encoder(Settings(model=name))

    assert caught.value.remedy


def test_unreachable_hub_model_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate must not change its mind because a hub was down."""
    import huggingface_hub

    def fail(*_: object, **__: object) -> str:
        raise OSError("no network")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", fail)
    with pytest.raises(ModelError, match="cannot be had: OSError: no network"):
        open_encoder(Settings(model="someone/some-model"))


def test_hub_model_records_its_commit(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name and commit stand in the report."""
    import huggingface_hub

    asked: list[object] = []

    def give(name: str, **how: object) -> str:
        asked.append((name, how["revision"]))
        return str(tiny)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", give)
    identity = open_encoder(Settings(model="someone/tiny", revision="v1")).identity

    assert asked == [("someone/tiny", "v1")]
    assert (identity["name"], identity["revision"]) == ("someone/tiny", tiny.name)


def test_wrong_embedded_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one file may pass under the name of the embedded model."""
    monkeypatch.setattr(models, "EMBEDDED_SHA256", "0" * 64)
    with pytest.raises(ModelError, match="not the pinned one"):
        open_encoder(Settings())


def test_answers_without_sense(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One row that is not finite is near to nothing; only such rows are an error."""

    class Broken:
        def encode(
            self, texts: list[str], **_: object
        ) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
            return np.array([[np.nan] * 16 if "regen" in t else [1.0] * 16 for t in texts])

    monkeypatch.setattr(module, "_load", lambda *_: Broken())
    vectors = open_encoder(Settings(model=str(tiny))).encode(["regen", "haus"])

    assert not vectors[0].any()
    assert np.isclose(np.linalg.norm(vectors[1]), 1)
    with pytest.raises(ModelError, match="not finite"):
        open_encoder(Settings(model=str(tiny))).encode(["regen"])


def test_cached_vectors_need_no_torch(tiny: Path, tmp_path: Path) -> None:
    """The second run of an editor's morning starts at once."""
    settings = Settings(model=str(tiny), cache=tmp_path)
    first = open_encoder(settings).encode(["das haus", "regen"])
    program = (
        "import sys, numpy as np; from pathlib import Path;"
        "from checker.corpus.encoder import open_encoder; from checker.settings import Settings;"
        f"e = open_encoder(Settings(model={str(tiny)!r}, cache=Path({str(tmp_path)!r})));"
        "print(float(e.encode(['regen'])[0][0])); assert 'torch' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert float(done.stdout) == pytest.approx(float(first[1][0]))


@pytest.mark.model
def test_embedded_model_is_the_pinned_one() -> None:
    """What the package carries is what was measured."""
    encoder = open_encoder(Settings(jobs=1))
    near = encoder.encode(["The house burns.", "A house is on fire."])

    assert encoder.identity["dimension"] == 384
    assert float(near[0] @ near[1]) > 0.7

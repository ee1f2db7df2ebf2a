"""Shingles: hashes of every five words in a row, by which copied passages are found.

Broder, "On the resemblance and containment of documents" (1997): the share of shingles that two texts have in
common is how alike they are. Of a long text only some are kept, by winnowing (Schleimer, Wilkerson and
Aiken, "Winnowing: local algorithms for document fingerprinting", 2003): the least hash of every `WINDOW` in a
row. Whatever two texts share word for word over `WINDOW + WIDTH - 1` words or more leaves a hash with both. A
short text keeps all.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from riwaya.text.tokens import Token

Hashes = npt.NDArray[np.uint64]
Sample = npt.NDArray[np.uint32]

#: Words in a shingle.
WIDTH = 5
#: Of so many shingles in a row one is kept of a long text; of all of them it is two in `WINDOW + 1`.
WINDOW = 16
#: Texts with at most so many words keep all.
SHORT = 64
#: An odd number without a pattern (the golden ratio in 64 bits), by which the order of words counts.
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def words_of(tokens: Sequence[Token]) -> list[str]:
    """The folded words and numbers of a text, in order: what shingles are made of."""
    return [token.folded for token in tokens if token.kind in ("word", "number")]


def shingles(words: Sequence[str]) -> Hashes:
    """A 64-bit hash for every five words in a row, in order: `len(words) - 4` of them.

    A text of fewer words is one shingle. The same words have the same hash on every machine.
    """
    if not words:
        return np.empty(0, np.uint64)
    codes = np.fromiter((_code(word) for word in words), np.uint64, len(words))
    width = min(WIDTH, len(codes))
    found = np.zeros(len(codes) - width + 1, np.uint64)
    for offset in range(width):
        found = (found ^ codes[offset : offset + len(found)]) * _FACTOR
        found ^= found >> np.uint64(29)
    return found


def sample(words: Sequence[str]) -> Sample:
    """The fingerprints of the shingles by which a text is found again, each once, sorted.

    Texts may share one by chance: candidates are compared word by word.
    """
    found = shingles(words)
    return np.unique(fingerprints_of(_least(found) if len(words) > SHORT else found))


def fingerprints_of(found: Hashes) -> Sample:
    """The lower 32 bits of shingles: the least of many hashes has few different upper ones."""
    return (found & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def _least(found: Hashes) -> Hashes:
    """The least of every `WINDOW` in a row, a power of two: of two, of two twos, and so on."""
    reach = 1
    while reach < WINDOW:
        found = np.minimum(found[:-reach], found[reach:])
        reach *= 2
    return found


@lru_cache(maxsize=200_000)
def _code(word: str) -> int:
    # The hash of Python differs from process to process.
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=8).digest(), "little")

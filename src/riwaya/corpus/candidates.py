"""Which texts may have words in common: those that share sampled shingles; not all are compared with all.

What is left out keeps the cost linear. Of a shingle in at most `FEW` texts all pairs are taken; of a more
frequent one each text is paired with the first that has it and with its nearest neighbours in time, so that
the copies of one post stay joined however often it was posted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from riwaya.text.shingles import Sample

#: A shingle in more texts than this is a formula: it shows no copying, and not all its pairs are taken.
FEW = 24
#: The same within one outlet: its footer, its byline, the background that it adds to every report.
FEW_OF_ONE = 6
#: Neighbours in time with which a text is paired over a formula.
NEIGHBOURS = 3

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of texts by position, `earlier` < `later`, sorted.

    `shared` counts the sampled shingles that both have, `rare` those of them that are no formulas; `formulas` are the hashes of the shingles that are formulas, sorted.
    """

    earlier: Numbers
    later: Numbers
    shared: Numbers
    rare: Numbers
    formulas: Sample


def find_candidates(samples: Sequence[Sample], outlets: Sequence[str]) -> Candidates:
    """Pairs of texts that share sampled shingles; texts are in the order of their publication."""
    sizes = np.fromiter(map(len, samples), np.int64, len(samples))
    hashes = np.concatenate([*samples, np.empty(0, np.uint32)])
    texts = np.repeat(np.arange(len(samples), dtype=np.int64), sizes)
    order = np.argsort(hashes, kind="stable")
    hashes, texts = hashes[order], texts[order]
    _different, starts, counts = np.unique(hashes, return_index=True, return_counts=True)
    frequent = _formulas(hashes, texts, outlets) | (np.repeat(counts, counts) > FEW)
    first = np.repeat(starts, counts)
    repeated = np.repeat(counts, counts) > 1
    kept = np.cumsum(repeated) - 1
    hashes, texts, first, frequent = (
        hashes[repeated],
        texts[repeated],
        kept[first[repeated]],
        frequent[repeated],
    )
    wide = np.repeat(counts, counts)[repeated] > FEW
    pairs, rare = _pairs(hashes, texts, first, wide=wide, frequent=frequent, total=len(samples))
    different, index, shared = np.unique(pairs, return_inverse=True, return_counts=True)
    weights = np.bincount(index, weights=rare, minlength=len(different)).astype(np.int64)
    total = max(len(samples), 1)
    return Candidates(different // total, different % total, shared, weights, np.unique(hashes[frequent]))


def _formulas(hashes: Sample, texts: Numbers, outlets: Sequence[str]) -> npt.NDArray[np.bool_]:
    """For each entry whether its hash is frequent within some outlet."""
    numbers: dict[str, int] = {}
    of_text = np.fromiter((numbers.setdefault(o, len(numbers)) for o in outlets), np.uint64, len(outlets))
    both = hashes.astype(np.uint64) * np.uint64(max(len(numbers), 1)) + of_text[texts]
    different, counts = np.unique(both, return_counts=True)
    often = (different[counts > FEW_OF_ONE] // np.uint64(max(len(numbers), 1))).astype(np.uint32)
    return np.isin(hashes, often)


def _pairs(
    hashes: Sample,
    texts: Numbers,
    first: Numbers,
    *,
    wide: npt.NDArray[np.bool_],
    frequent: npt.NDArray[np.bool_],
    total: int,
) -> tuple[Numbers, npt.NDArray[np.float64]]:
    """Pairs of texts as one number each, and whether each comes of a shingle that is no formula."""
    found: list[Numbers] = [np.empty(0, np.int64)]
    rare: list[npt.NDArray[np.bool_]] = [np.empty(0, np.bool_)]
    for distance in range(1, FEW):
        same = hashes[distance:] == hashes[:-distance]
        if distance > NEIGHBOURS:
            same &= ~wide[distance:]
        found.append(texts[:-distance][same] * total + texts[distance:][same])
        rare.append(~frequent[distance:][same])
    far = np.flatnonzero(wide & (np.arange(len(hashes)) - first > NEIGHBOURS))
    found.append(texts[first[far]] * total + texts[far])
    rare.append(~frequent[far])
    return np.concatenate(found), np.concatenate(rare).astype(np.float64)

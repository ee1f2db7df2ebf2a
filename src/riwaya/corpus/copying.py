"""Who took what from whom: pairs of texts compared, named, and narrowed to the best sources of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from riwaya.archive.parts import in_parts
from riwaya.corpus.candidates import find_candidates
from riwaya.corpus.passages import Common, Run, compare, passages_of, spans
from riwaya.corpus.shelf import Shelf, Worded
from riwaya.text.shingles import WIDTH, Sample, fingerprints_of

Mask = npt.NDArray[np.bool_]

#: The share of shingles from which two texts are near, and from which one is partly the other.
NEAR, PARTIAL = 0.8, 0.5
#: Words of a passage, formulas not counted, from which it was taken over.
PASSAGE = 25
#: The same where it is half of the shorter text.
SHORT_PASSAGE = 20
#: Earlier texts that a text may be near or partly the same as: the closest, and the first of all.
MOST = 20
#: Sampled shingles over all of either: what a pair needs to be compared, however common they are.
_PROMISING = 0.25
#: Sampled shingles, no formulas, that a passage leaves with both at least (`text.shingles`).
_TRACES = 2
#: Later texts whose sources are looked for at a time.
_PART = 256


@dataclass(frozen=True, slots=True)
class Copy:
    """A row of `schema.copies`; reports are places in `Shelf.reports`.

    `contained` is how much of the shorter text the other has.
    """

    report: int
    of: int
    kind: str
    share: float
    contained: float
    passages: list[list[int]]


@dataclass(frozen=True, slots=True)
class _Source:
    """What an earlier text may have given to a later one."""

    text: int
    common: Common
    kind: str
    runs: tuple[Run, ...]
    weight: float


def find_identical(shelf: Shelf) -> list[Copy]:
    """Reports with the same folded words as an earlier one, each with the first of them."""
    alike: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for place, report in enumerate(shelf.reports):
        if report.words >= WIDTH:
            alike[report.words, report.sample.tobytes()].append(place)
    found: list[Copy] = []
    groups = [places for places in alike.values() if len(places) > 1]
    for some in in_parts(groups, _PART):
        words = shelf.words([place for places in some for place in places])
        for places in some:
            firsts: dict[bytes, int] = {}
            for place in places:
                first = firsts.setdefault(words[place].shingles.tobytes(), place)
                if first != place:
                    whole = (Run(0, 0, words[place].words),)
                    passages = spans(whole, words[place], words[first])
                    found.append(Copy(place, first, "identical", 1.0, 1.0, passages))
    return sorted(found, key=lambda copy: copy.report)


def find_copies(shelf: Shelf, apart: Iterable[int]) -> Iterator[Copy]:
    """What each text took from earlier ones; texts `apart` (the same as an earlier one) are left out."""
    left_out = set(apart)
    places = [
        place for place, report in enumerate(shelf.reports) if report.words >= WIDTH and place not in left_out
    ]
    reports = [shelf.reports[place] for place in places]
    found = find_candidates([r.sample for r in reports], [r.outlet for r in reports])
    sizes = np.array([len(r.sample) for r in reports], np.int64)
    words = np.array([r.words for r in reports], np.int64)
    total = sizes[found.earlier] + sizes[found.later] - found.shared
    least = np.minimum(words[found.earlier], words[found.later])
    worth = (found.shared >= _PROMISING * total) | ((found.rare >= _TRACES) & (least >= SHORT_PASSAGE))
    earlier, later = found.earlier[worth], found.later[worth]
    order = np.lexsort((earlier, later))
    pairs = zip(later[order].tolist(), earlier[order].tolist(), strict=True)
    wanted = [(places[a], [places[b] for _, b in some]) for a, some in groupby(pairs, lambda pair: pair[0])]
    for some_wanted in in_parts(wanted, _PART):
        held = shelf.words(sorted({p for text, sources in some_wanted for p in (text, *sources)}))
        for text, sources in some_wanted:
            yield from _copies_of(shelf, text, sources, held, found.formulas)


@dataclass(frozen=True, slots=True)
class _Later:
    """A text whose sources are looked for: where its sampled shingles are, and where those are formulas."""

    words: Worded
    known: Mask
    formulas: Mask

    def weight(self, run: Run) -> float:
        """Words of a run that are no formulas, by those of its shingles that are known."""
        within = slice(run.start, run.start + run.words - WIDTH + 1)
        known = np.count_nonzero(self.known[within])
        return (
            run.words * (1 - np.count_nonzero(self.formulas[within]) / known) if known else float(run.words)
        )


def _copies_of(
    shelf: Shelf, text: int, sources: Sequence[int], held: dict[int, Worded], formulas: Sample
) -> Iterator[Copy]:
    hashes = fingerprints_of(held[text].shingles)
    formula = _among(hashes, formulas)
    later = _Later(held[text], formula | _among(hashes, shelf.reports[text].sample), formula)
    found = [_source(later, place, held[place]) for place in sources]
    close = [each for each in found if each and each.kind != "passage"]
    close.sort(key=lambda s: (-s.common.share, s.text))
    kept = close[:MOST]
    first = min(close, key=lambda s: s.text, default=None)
    if first is not None and first not in kept:
        kept[-1] = first
    parts = [each for each in found if each and each.kind == "passage"]
    kept += _passages(held[text], kept, sorted(parts, key=lambda s: (-s.weight, s.text)))
    for source in kept:
        passages = spans(source.runs, held[text], held[source.text])
        share, contained = round(source.common.share, 4), source.common.contained
        yield Copy(text, source.text, source.kind, share, contained, passages)


def _among(hashes: Sample, some: Sample) -> Mask:
    """Which hashes are among some, which are sorted."""
    if not len(some):
        return np.zeros(len(hashes), np.bool_)
    index = np.searchsorted(some, hashes)
    index[index == len(some)] = 0
    found: Mask = some[index] == hashes
    return found


def _source(later: _Later, place: int, other: Worded) -> _Source | None:
    common = compare(later.words, other)
    if common.shared >= PARTIAL * common.all:
        kind = "near" if common.shared >= NEAR * common.all else "partial"
        return _Source(place, common, kind, common.runs, 0.0)
    needed = SHORT_PASSAGE if 2 * common.shared >= common.least else PASSAGE
    runs: list[Run] = []
    weight = 0.0
    for passage in passages_of(common.runs):
        words = sum(later.weight(run) for run in passage)
        if words >= needed:
            runs += passage
            weight += words
    return _Source(place, common, "passage", tuple(runs), weight) if runs else None


def _passages(text: Worded, close: Sequence[_Source], parts: Sequence[_Source]) -> Iterator[_Source]:
    """Sources of passages, the longest first, as long as each adds words that none before it has."""
    covered = np.zeros(text.words, np.bool_)
    for source in close:
        _cover(covered, source.runs)
    for source in parts:
        before = int(np.count_nonzero(covered))
        _cover(covered, source.runs)
        if int(np.count_nonzero(covered)) - before >= SHORT_PASSAGE:
            yield source


def _cover(covered: Mask, runs: Sequence[Run]) -> None:
    for run in runs:
        covered[run.start : run.start + run.words] = True

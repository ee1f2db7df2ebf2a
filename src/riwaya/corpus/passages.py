"""What two texts have in common, word for word: how much of it, and where it stands in both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from riwaya.corpus.shelf import Worded
from riwaya.text.shingles import WIDTH

#: Words that may differ between two runs of one passage: a spelling, a date, a name added.
EDITED = 4
#: Shingles that a passage of twenty words has when a word in it was edited.
FEWEST = 12
#: Runs that are kept of a pair, the longest ones.
KEPT = 20


@dataclass(frozen=True, slots=True)
class Run:
    """`words` words in a row that stand in both texts: from word `start` of one, `other` of the other."""

    start: int
    other: int
    words: int


@dataclass(frozen=True, slots=True)
class Common:
    """What two texts have in common. `shared` shingles of `all` in either; `least` are those of the shorter.

    `runs` are in the order of the first text; they do not overlap there. Fewer than `FEWEST` shared shingles
    that are not half of all have no runs: nothing is called a copy for them.
    """

    shared: int
    all: int
    least: int
    runs: tuple[Run, ...]

    @property
    def share(self) -> float:
        """The Jaccard similarity of their shingles."""
        return self.shared / self.all if self.all else 0.0

    @property
    def contained(self) -> float:
        """The share of the shorter one's shingles that the other has."""
        return self.shared / self.least if self.least else 0.0


def compare(text: Worded, other: Worded) -> Common:
    """What a text has in common with another; texts of fewer words than a shingle have nothing."""
    least = min(len(text.different), len(other.different))
    both = len(text.different) + len(other.different)
    if min(len(text.starts), len(other.starts)) < WIDTH:
        return Common(0, both, least, runs=())
    index = np.searchsorted(other.different, text.shingles)
    index[index == len(other.different)] = 0
    there = other.different[index] == text.shingles
    shared = int(np.count_nonzero(there[text.at]))
    if shared < FEWEST and 2 * shared < both - shared:
        return Common(shared, both - shared, least, runs=())
    return Common(shared, both - shared, least, _runs(there, other.at[index]))


def _runs(there: npt.NDArray[np.bool_], at: npt.NDArray[np.intp]) -> tuple[Run, ...]:
    places = np.flatnonzero(there)
    if not len(places):
        return ()
    targets = at[places]
    breaks = np.flatnonzero((np.diff(places) != 1) | (np.diff(targets) != 1)) + 1
    found: list[Run] = []
    covered = 0
    for part in np.split(np.arange(len(places)), breaks):
        start, other = int(places[part[0]]), int(targets[part[0]])
        words = len(part) + WIDTH - 1
        # Two runs may share words here when their fellows stand apart there: the first one has them.
        skipped = max(covered - start, 0)
        if words - skipped >= WIDTH:
            found.append(Run(start + skipped, other + skipped, words - skipped))
            covered = start + words
    return tuple(found)


def passages_of(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Runs put together to passages: few words lie between them, in both texts alike."""
    passages: list[list[Run]] = []
    for run in runs:
        last = passages[-1][-1] if passages else None
        if last is not None:
            here = run.start - last.start - last.words
            there = run.other - last.other - last.words
            if 0 <= here <= EDITED and 0 <= there <= EDITED:
                passages[-1].append(run)
                continue
        passages.append([run])
    return [tuple(passage) for passage in passages]


def spans(runs: tuple[Run, ...], text: Worded, other: Worded) -> list[list[int]]:
    """The longest runs as characters: [start, end, start in the other, end in the other], in order."""
    kept = sorted(sorted(runs, key=lambda run: (-run.words, run.start))[:KEPT], key=lambda run: run.start)
    return [
        [
            int(text.starts[run.start]),
            int(text.ends[run.start + run.words - 1]),
            int(other.starts[run.other]),
            int(other.ends[run.other + run.words - 1]),
        ]
        for run in kept
    ]

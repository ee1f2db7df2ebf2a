"""The words around a claim: what two claims are compared by where their structure says little."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from pathlib import Path

from riwaya.lexicon.cues import load_cues
from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.release.vocabulary import ordinary
from riwaya.text.fold import fold, words
from riwaya.text.stems import stem

#: Words before and behind the anchor that are a claim's own, inside its sentence.
REACH = 12
#: By so many of its rarest words a claim is looked for.
KEYS = 6
#: From this share of common words on two windows are one sentence.
_SPELLINGS = 0.75
_WORD = re.compile(r"[^\W\d_]+|\d+")
#: A final sign before white space, or a line's end; the dot of an abbreviated title (one letter) is none.
_END = re.compile(r"(?<!\b\w)[.!?؟…۔]+(?=\s|$)|[\n\r]+")


#: Characters behind a verb of denying within which that is denied which is named there.
_NEAR_VERB = 80
#: Between two things that are said in a row; a colon opens something new.
_BREAK = re.compile(r"[.!?؟…۔:؛\n\r]+")
#: So many reports of ordinary news stand behind the counts of an archive, which may have few reports itself.
_EXPECTED = 5_000
#: The share of ordinary reports that are taken to have a stem: of a function word or a word of saying, of
#: another word of the lexicon, of any other. Orders of magnitude, outweighed by an archive of any size.
_FUNCTION, _LISTED, _UNLISTED = 0.3, 0.02, 0.0005


@lru_cache(maxsize=1)
def common_stems() -> Mapping[str, float]:
    """The share of ordinary news reports that have a stem, where the lexicon lists it. Raises PackError."""
    rows = read_table(LEXICON / "ar" / "function_words.csv", ("word", "class"))
    function = (form[0] for form in (words(row.text("word")) for row in rows) if len(form) == 1)
    often = {*function, *load_cues(LEXICON / "ar").forms()}
    return dict.fromkeys(map(stem, ordinary()), _LISTED) | dict.fromkeys(map(stem, often), _FUNCTION)


@lru_cache(maxsize=1)
def mutual_stems() -> frozenset[str]:
    """Stems of words that say that two parties do or say something to each other. Raises PackError."""
    rows = read_table(Path(__file__).with_name("mutual_stems.csv"), ("stem", "note"))
    return frozenset(row.text("stem") for row in rows)


@lru_cache(maxsize=1)
def _denying() -> Mapping[str, str]:
    """Stems of verbs that deny, of words that only negate, and of those behind which it is another thing."""
    rows = read_table(Path(__file__).with_name("denying_stems.csv"), ("stem", "what"))
    return {row.text("stem"): row.text("what") for row in rows}


def denied_here(text: str, at: int) -> bool:
    """Whether a verb right before a character of the text denies what stands there. Raises PackError.

    "He denied that X, who was arrested, …" does not deny the arrest.
    """
    before = _BREAK.split(text[max(0, at - _NEAR_VERB) : at])[-1]
    said = [_denying().get(stem(fold(match.group()))) for match in _WORD.finditer(before)]
    verbs = [place for place, what in enumerate(said) if what == "verb"]
    return bool(verbs) and "other" not in said[verbs[-1] :]


class Vocabulary:
    """Numbers for word stems, and how rare each is: given out while texts are read, then frozen.

    `weights` are natural logarithms of how many reports there are for each that has the word: in the archive,
    and in ordinary news, so that a small archive knows which words are common, too. Everything that is
    derived from stems is ordered by the stem itself, never by its number.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._surfaces: dict[str, int] = {}
        self._reports: Counter[int] = Counter()
        self._count = 0
        self.stems: list[str] = []
        self.weights: list[float] = []

    def windows(self, text: str, anchors: Iterable[tuple[int, int]]) -> list[tuple[tuple[int, ...], int]]:
        """For each anchor (characters from, to) of one report the different stems around it, numbered.

        Beside them stands the number of the sentence in the report.

        The words are counted once for the report, however many claims have them.
        """
        starts: list[int] = []
        numbers: list[int] = []
        for match in _WORD.finditer(text):
            starts.append(match.start())
            numbers.append(self._number(match.group()))
        ends = [match.end() for match in _END.finditer(text)]
        found: list[tuple[tuple[int, ...], int]] = []
        used: set[int] = set()
        for start, end in anchors:
            first, last = _window(starts, ends, start, max(end, start + 1))
            window = tuple(sorted(set(numbers[first:last])))
            used.update(window)
            found.append((window, bisect_right(ends, start)))
        self._reports.update(used)
        self._count += 1
        return found

    def freeze(self) -> None:
        """Weigh the stems; no text is read any more."""
        common = common_stems()
        reports = _EXPECTED + self._count
        self.weights = [
            log(reports / (_EXPECTED * common.get(bare, _UNLISTED) + self._reports[n]))
            for n, bare in enumerate(self.stems)
        ]

    def weight(self, window: Iterable[int]) -> float:
        """How much a window says: the sum of its weights."""
        return sum([self.weights[n] for n in window])

    def shared(self, window: Iterable[int], other: Iterable[int]) -> float:
        """How much two windows have in common, in the same measure."""
        return self.weight(set(window).intersection(other))

    def is_mutual(self, window: Iterable[int]) -> bool:
        """Whether the words say that two do or say something to each other."""
        return any(self.stems[n] in mutual_stems() for n in window)

    def denying(self) -> frozenset[int]:
        """The stems that deny, by number: a claim that stands among them may be denied, whatever was read."""
        verbs = (stem for stem, what in _denying().items() if what != "other")
        return frozenset(self._numbers[bare] for bare in verbs if bare in self._numbers)

    def keys(self, window: Sequence[int]) -> list[int]:
        """The rarest stems of a window that another report has too, rarest first."""
        shared = [n for n in window if self._reports[n] > 1 and len(self.stems[n]) > 1]
        return sorted(shared, key=lambda n: (-self.weights[n], self.stems[n]))[:KEYS]

    def _number(self, surface: str) -> int:
        number = self._surfaces.get(surface)
        if number is None:
            bare = stem(fold(surface))
            number = self._numbers.setdefault(bare, len(self.stems))
            if number == len(self.stems):
                self.stems.append(bare)
            self._surfaces[surface] = number
        return number


def reworded(window: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two windows are more than spellings of the same sentence."""
    return 2 * len(set(window).intersection(other)) < _SPELLINGS * (len(window) + len(other))


def _window(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> tuple[int, int]:
    at = bisect_right(ends, start)
    opens = ends[at - 1] if at else 0
    at = bisect_left(ends, end)
    closes = ends[at] if at < len(ends) else (starts[-1] + 1 if starts else 0)
    low, high = bisect_left(starts, opens), bisect_left(starts, closes)
    anchor, behind = bisect_left(starts, start), bisect_left(starts, end)
    return max(low, anchor - REACH), min(high, behind + REACH)

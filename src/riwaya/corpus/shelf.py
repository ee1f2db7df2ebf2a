"""The reports of an archive in the order of their publication, and their words, read when they are wanted."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.codec import unpack_text
from riwaya.archive.parts import in_parts
from riwaya.corpus.order import moment_of
from riwaya.text.shingles import Hashes, Sample, shingles_of, word_code
from riwaya.text.tokens import find_words, fold_word, surfaces

#: Reports whose words are held at a time: some 5 KB each.
HELD = 16_384
#: Different words whose hashes are at hand.
_MANY = 500_000
#: Texts that are asked for at a time.
_PART = 500


@dataclass(frozen=True, slots=True)
class Listed:
    """One report of an archive as lineage sees it. `sample` are hashes of its shingles.

    `arrival` counts the batches that were over when the report came in: one that was broken off and begun
    again arrives as if nothing had happened.
    """

    n: int
    key: str
    outlet: str
    published: str | None
    day: str | None
    uri: str | None
    words: int
    arrival: int
    sample: Sample


@dataclass(frozen=True, slots=True)
class Worded:
    """A text, the number of its words, and the shingle that starts with each of them.

    `different` are the shingles sorted, each once, and `at` is where each is first.
    """

    text: str
    words: int
    shingles: Hashes
    different: Hashes
    at: npt.NDArray[np.intp]


class _Codes(dict[str, int]):
    """The hash of each word as written; 0 for what folds to nothing. Emptied when it is too large."""

    def __missing__(self, surface: str) -> int:
        if len(self) >= _MANY:
            self.clear()
        folded = fold_word(surface)
        found = self[surface] = word_code(folded) if folded else 0
        return found


_codes = _Codes()


def worded(text: str) -> Worded:
    """The words of a text."""
    codes = np.array([_codes[surface] for surface in surfaces(text)], np.uint64)
    codes = codes[codes != 0]
    found = shingles_of(codes)
    different, at = np.unique(found, return_index=True)
    return Worded(text, len(codes), found, different, at)


@lru_cache(maxsize=1024)
def offsets(text: str) -> list[tuple[int, int]]:
    """Where the words of a text start and end."""
    return [(start, end) for surface, start, end in find_words(text) if _codes[surface]]


class Shelf:
    """All reports that have a text, the earliest first; of one moment by key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: OrderedDict[int, Worded] = OrderedDict()
        table = schema.reports
        columns = ("n", "key", "outlet", "published", "day", "uri", "words", "batch", "shingles")
        rows = connection.execute(
            select(*(table.c[name] for name in columns)).where(table.c.redacted.is_(None))
        )
        over = sorted(
            connection.scalars(select(schema.batches.c.n).where(schema.batches.c.finished.is_not(None)))
        )
        listed = [
            Listed(
                row.n, row.key, row.outlet, row.published, row.day, row.uri, row.words,
                arrival=bisect_left(over, row.batch),
                sample=np.frombuffer(row.shingles, "<u4").astype(np.uint32),
            )
            for row in rows
        ]  # fmt: skip
        self.reports = tuple(sorted(listed, key=lambda r: (moment_of(r.published), r.key)))

    def texts(self, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Texts of reports by their place in `reports`, some at a time; no order."""
        place_of = {self.reports[place].n: place for place in places}
        wanted = sorted(place_of)
        table = schema.texts
        for part in in_parts(wanted, _PART):
            rows = self._connection.execute(
                select(table.c.report, table.c.body).where(table.c.report.in_(part))
            )
            yield from ((place_of[n], unpack_text(body)) for n, body in rows)

    def words(self, places: Sequence[int]) -> dict[int, Worded]:
        """The words of reports by their place in `reports`; those asked for lately are at hand."""
        found = {place: self._held[place] for place in places if place in self._held}
        for place in found:
            self._held.move_to_end(place)
        for place, text in self.texts(place for place in places if place not in found):
            found[place] = self._held[place] = worded(text)
        while len(self._held) > HELD:
            self._held.popitem(last=False)
        return found

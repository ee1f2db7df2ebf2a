"""Explicit citations (نقلت رويترز عن …) led to the report that is cited, where the archive has it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.projection import RELAY, SPEAKER
from riwaya.corpus.copying import Copy
from riwaya.corpus.order import order_of
from riwaya.corpus.passages import compare, spans
from riwaya.corpus.shelf import Listed, Shelf
from riwaya.text.fold import words as fold_words
from riwaya.text.stems import stem
from riwaya.text.tokens import find_words

#: Days before and after a report among which what it cites is looked for.
DAYS = 2
#: How much of what is cited the report must say, words weighed by how rare they are with its outlet.
ENOUGH = 0.6
#: Different words that both must have, at least.
FEWEST = 7

#: A span of the citing report that is attributed to the medium.
Said = tuple[int, int]


def find_citations(connection: Connection, shelf: Shelf) -> list[Copy]:
    """Reports with the report that they cite: of that outlet, within `DAYS`, not later, saying the same.

    Of several the one that says most of it, then the earliest. A citation of an outlet that the archive does
    not have, or of a report that it does not have, leaves nothing.
    """
    by_medium = _by_medium(connection, shelf)
    cited = _cited(connection, shelf, by_medium)
    found: list[Copy] = []
    for medium in sorted(cited):
        sayings = _Sayings(shelf, by_medium[medium])
        texts = dict(shelf.texts(cited[medium]))
        for place in sorted(texts):
            spoken = [texts[place][start:end] for start, end in sorted(cited[medium][place])]
            source = sayings.best(shelf.reports[place], spoken)
            if source is not None:
                found.append(_citation(shelf, place, source))
    return found


def _citation(shelf: Shelf, place: int, source: int) -> Copy:
    held = shelf.words([place, source])
    common = compare(held[place], held[source])
    passages = spans(common.runs, held[place], held[source])
    return Copy(place, source, "cites", round(common.share, 4), common.contained, passages)


def _by_medium(connection: Connection, shelf: Shelf) -> dict[str, list[int]]:
    """Places of the reports of each medium, by its id: outlets are given by id or begin with its name."""
    table = schema.actors
    rows = connection.execute(
        select(table.c.id, table.c.name_ar, table.c.name_en).where(table.c.kind == "media")
    )
    names: dict[tuple[str, ...], str] = {}
    for id, *written in sorted(rows, key=lambda row: row.id):
        for name in written:
            if name and fold_words(name):
                names.setdefault(fold_words(name), id)
        names[(id,)] = id
    longest = max(map(len, names), default=0)
    found: dict[str, list[int]] = defaultdict(list)
    known: dict[str, str | None] = {}
    for place, report in enumerate(shelf.reports):
        outlet = report.outlet
        if outlet not in known:
            words = fold_words(outlet)
            starts = (words[:length] for length in range(min(longest, len(words)), 0, -1))
            known[outlet] = names.get((outlet,)) or next((names[s] for s in starts if s in names), None)
        medium = known[outlet]
        if medium is not None:
            found[medium].append(place)
    return found


def _cited(
    connection: Connection, shelf: Shelf, by_medium: Mapping[str, Sequence[int]]
) -> dict[str, dict[int, set[Said]]]:
    """What reports attribute to media of which the archive has reports: medium → place → spans."""
    part, claims, actors = schema.claim_actors, schema.claims, schema.actors
    rows = connection.execute(
        select(actors.c.id, claims.c.report, claims.c.start, claims.c.end)
        .select_from(part.join(actors, actors.c.n == part.c.actor).join(claims, claims.c.n == part.c.claim))
        .where(part.c.role.in_((SPEAKER, RELAY)), actors.c.kind == "media")
    )
    place_of = {report.n: place for place, report in enumerate(shelf.reports)}
    own = {(medium, place) for medium, places in by_medium.items() for place in places}
    found: dict[str, dict[int, set[Said]]] = defaultdict(lambda: defaultdict(set))
    for medium, report, start, end in rows:
        place = place_of.get(report)
        if place is not None and medium in by_medium and (medium, place) not in own:
            found[medium][place].add((start, end))
    return found


@dataclass(frozen=True, slots=True)
class _Posting:
    """Where a word stands: places of reports, ascending, and the word's weight."""

    places: list[int]
    weight: float


class _Sayings:
    """The words of an outlet's reports, to find the one that says something."""

    def __init__(self, shelf: Shelf, places: Sequence[int]) -> None:
        self._shelf = shelf
        dated = [place for place in places if shelf.reports[place].day]
        self._places = sorted(dated, key=lambda place: (shelf.reports[place].day or "", place))
        self._days = [shelf.reports[place].day or "" for place in self._places]
        found: dict[str, list[int]] = defaultdict(list)
        for place, text in shelf.texts(places):
            for word in _stems([text]):
                found[word].append(place)
        self._highest = log(1 + len(places))
        self._postings = {
            word: _Posting(sorted(there), self._highest - log(len(there))) for word, there in found.items()
        }

    def best(self, report: Listed, spoken: Sequence[str]) -> int | None:
        """The place of the report that says what is `spoken`."""
        day = _day(report.day)
        if day is None:
            return None
        first = bisect_left(self._days, (day - timedelta(DAYS)).isoformat())
        last = bisect_right(self._days, (day + timedelta(DAYS)).isoformat())
        near = {
            place
            for place in self._places[first:last]
            if order_of(self._shelf.reports[place].published, report.published) != "later"
        }
        return self._saying(near, _stems(spoken)) if near else None

    def _saying(self, near: set[int], words: set[str]) -> int | None:
        weights: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        total = 0.0
        for word in sorted(words):
            posting = self._postings.get(word)
            total += posting.weight if posting else self._highest
            for place in near.intersection(posting.places) if posting else ():
                weights[place] += posting.weight if posting else 0.0
                counts[place] += 1
        found = [p for p in weights if counts[p] >= FEWEST and weights[p] >= ENOUGH * total]
        return min(found, key=lambda place: (-round(weights[place], 6), place), default=None)


def _stems(texts: Iterable[str]) -> set[str]:
    return {stem(word) for text in texts for word, _, _ in find_words(text)}


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None

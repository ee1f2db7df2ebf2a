"""How long a search takes: questions drawn from the words of an archive itself, each asked once.

    python bench/archive_search.py ARCHIVE [QUESTIONS]

ARCHIVE is a file or an address. What is asked: running words of reports, frequent ones as often as they stand
there; two to four words of one report; phrases; words near each other; beginnings of words; alternatives and
exclusions; the words that most reports have; a quarter of all with filters. The same questions in every run.
Times are those of the whole answer, fifty reports with their passages, as a library call gives it. The line
`processor` counts this process alone: what other processes took meanwhile is in the other lines.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from statistics import quantiles

from sqlalchemy import select

from riwaya.archive import Archive, schema
from riwaya.archive.archive import texts_of
from riwaya.questions import Desk, Filters
from riwaya.questions.search import search
from riwaya.text import tokenize

SEED, QUESTIONS, DRAWN = 20150723, 200, 600


def drawn_texts(archive: Archive, chance: random.Random) -> list[list[str]]:
    """Return the words of some reports."""
    with archive.reading() as connection:
        numbers = list(connection.scalars(select(schema.reports.c.n).order_by(schema.reports.c.key)))
        texts = texts_of(connection, chance.sample(numbers, min(DRAWN, len(numbers))))
    words = [
        [t.text for t in tokenize(text) if t.kind == "word" and t.text != "أو"]
        for _n, text in sorted(texts.items())
    ]
    return [each for each in words if len(each) > 12]


def questions(texts: list[list[str]], chance: random.Random, count: int) -> list[tuple[str, str]]:
    """Return kinds of questions and questions."""
    often = [word for word, _n in Counter(w for words in texts for w in words).most_common(20)]

    def some(low: int, high: int) -> list[str]:
        return chance.sample(chance.choice(texts), chance.randint(low, high))

    def phrase() -> str:
        words = chance.choice(texts)
        start = chance.randrange(len(words) - 4)
        return " ".join(words[start : start + chance.randint(2, 4)])

    def near() -> str:
        words = chance.choice(texts)
        start = chance.randrange(len(words) - 6)
        first, second = words[start], words[start + chance.randint(1, 5)]
        return f"{first} NEAR/5 {second}" if first[-3:] != second[-3:] else first

    kinds: list[tuple[str, int, Callable[[], str]]] = [
        ("one word", 60, lambda: some(1, 1)[0]),
        ("2-4 words", 50, lambda: " ".join(some(2, 4))),
        ("phrase", 35, lambda: f'"{phrase()}"'),
        ("near", 20, near),
        ("beginning", 10, lambda: max(some(3, 3), key=len)[:5] + "*"),
        ("or, minus", 10, lambda: "{} OR {} -{}".format(*some(3, 3))),
        ("frequent", 15, lambda: chance.choice(often)),
    ]
    total = sum(share for _kind, share, _make in kinds)
    return [(kind, make()) for kind, share, make in kinds for _n in range(round(count * share / total))]


def narrowed(archive: Archive, chance: random.Random) -> list[Filters]:
    """Return filters of several kinds, three of four none."""
    with archive.reading() as connection:
        outlets = sorted(set(connection.scalars(select(schema.reports.c.outlet))))
        days = sorted(set(connection.scalars(select(schema.reports.c.day))) - {None})
        parties = sorted(set(connection.scalars(select(schema.actors.c.party))) - {None})
    found = [Filters()] * 3
    found += [Filters(outlet=chance.choice(outlets))] * bool(outlets)
    found += [Filters(since=chance.choice(days))] * bool(days)
    found += [Filters(party=chance.choice(parties))] * bool(parties)
    return found + [Filters()] * 6


def main(name: str, count: int = QUESTIONS) -> None:
    """Print one line a kind of question."""
    # Questions and filters are no secrets.
    chance = random.Random(SEED)  # noqa: S311
    with Archive(name, create=False) as archive:
        asked = questions(drawn_texts(archive, chance), chance, count)
        filters = narrowed(archive, chance)
        desk = Desk(archive)
        search(desk, Filters(), asked[0][1])
        processor: list[float] = []
        times: dict[str, list[float]] = {}
        slowest = (0.0, "")
        for kind, text in asked:
            narrowing = chance.choice(filters)
            start, worked = time.perf_counter(), time.process_time()
            answer = search(desk, narrowing, text)
            took = (time.perf_counter() - start) * 1000
            processor.append((time.process_time() - worked) * 1000)
            times.setdefault(kind, []).append(took)
            slowest = max(slowest, (took, f"{text} ({answer.total} reports)"))
        reports = archive.count()["reports"]
    times["all"] = [took for each in times.values() for took in each]
    times["processor"] = processor
    print(f"{reports} reports; milliseconds")
    for kind, each in times.items():
        cuts = quantiles(each, n=100, method="inclusive")
        print(f"{kind:10} {len(each):4}   p50 {cuts[49]:6.1f}   p95 {cuts[94]:6.1f}   max {max(each):6.1f}")
    print(f"slowest: {slowest[1]}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))

"""How long the standing questions take: p50, p95 and longest, over filters drawn from it.

    python bench/archive_questions.py ARCHIVE [--calls 60] [--seed 7] [--only NAME]

Parties, places, outlets and days are drawn as often as the archive has claims of them, one to two filters a
call, a tenth of the calls without any. The first call of each question warms the database's memory and is
not counted; what it keeps is set aside from the collector of unused memory, as the workbench does. Times are
of the library call (question, gate and evidence, not of starting or printing), seconds of the processor: what
other processes take meanwhile does not count.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from riwaya.archive import Archive, schema
from riwaya.exchange.soundness import OTHER
from riwaya.questions import Desk, Filters
from riwaya.questions.catalogue import QUESTIONS, Extra, FilterName, Question

#: Days that `since` and `until` lie apart, and how often an option that is no filter is given.
SPANS = (0, 6, 29, 364)
GIVEN = 0.3


class Draw:
    """Draws filters and arguments, always the same from one seed and archive."""

    def __init__(self, connection: Connection, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a sample, no secret
        part, at = schema.claim_actors, schema.claim_places
        claims, reports, matters = schema.claims, schema.reports, schema.matters
        self._weighted = {
            "party": _counts(connection, schema.actors.c.party, part, part.c.actor == schema.actors.c.n),
            "place": _counts(connection, schema.places.c.id, at, at.c.place == schema.places.c.n),
            "outlet": _counts(connection, reports.c.outlet, claims, claims.c.report == reports.c.n),
            "mode": _counts(connection, claims.c.mode),
            "day": _counts(connection, reports.c.day),
        }
        self._words = [
            w for t in connection.scalars(select(reports.c.title).order_by(reports.c.key).limit(5000)) if t
            for w in t.split() if len(w) > 3 and any(map(str.isalpha, w))
        ]  # fmt: skip
        self._ids = {
            "report": connection.scalars(select(reports.c.key).order_by(reports.c.key)).all(),
            "matter": connection.scalars(select(matters.c.id).order_by(matters.c.id)).all(),
        }

    def filters(self, names: tuple[FilterName, ...]) -> Filters:
        """Filters as people might give them."""
        kinds = [n for n in ("party", "place", "outlet", "mode", "days") if n in names or n == "days"]
        chosen = self._random.sample(
            kinds, min(len(kinds), self._random.choice((0, 1, 1, 1, 1, 1, 2, 2, 2, 2)))
        )
        filters = Filters()
        for name in chosen:
            if name == "days":
                until = date.fromisoformat(self._one("day"))
                since = until - timedelta(self._random.choice(SPANS))
                filters = replace(filters, since=since.isoformat(), until=until.isoformat())
            else:
                changed: dict[str, Any] = {name: self._one(name)}
                filters = replace(filters, **changed)
        return filters

    def call(self, question: Question) -> tuple[Filters, dict[str, Any]]:
        """Filters and arguments of one call of a question."""
        return self.filters(question.filters), {
            x.name: self.value(x) for x in question.extras if not x.is_local
        }

    def value(self, extra: Extra) -> Any:
        """A value for an argument or option; None, or False, for an option that is not given."""
        if extra.name == "since":
            return self._one("day")  # what is new is new since a day
        if extra.metavar is None and self._random.random() > GIVEN:
            return False if extra.kind == "switch" else None
        if extra.kind == "switch":
            return True
        if extra.choices:
            return self._random.choice(extra.choices)
        if extra.kind == "number":
            return self._random.randint(1, 5)
        if extra.kind == "text":
            return self._text(extra)
        return self._one(extra.kind)

    def _text(self, extra: Extra) -> str | None:
        """What people might type where text is asked for: by what the argument is called."""
        called = (extra.metavar or extra.name).lower()
        if "matter" in called and self._ids["matter"]:
            return str(self._random.choice(self._ids["matter"]))
        if "report" in called or "matter" in called:
            return str(self._random.choice(self._ids["report"])) + ("/c1" if "matter" in called else "")
        if "source" in called or "outlet" in called:
            return self._one("outlet")
        if extra.metavar is None:
            return None
        return " ".join(self._random.sample(self._words, self._random.choice((1, 1, 2))))

    def _one(self, kind: str) -> str:
        values, weights = self._weighted[kind]
        return self._random.choices(values, weights)[0]


def _counts(
    connection: Connection, value: Any, counted: Any = None, on: Any = None
) -> tuple[list[str], list[int]]:
    statement = select(value, func.count()).where(value.is_not(None), value != OTHER).group_by(value)
    if counted is not None:
        statement = statement.select_from(value.table.join(counted, on))
    rows = sorted((str(v), n) for v, n in connection.execute(statement))
    return [v for v, _n in rows], [n for _v, n in rows]


def measure(desk: Desk, draw: Draw, question: Question, calls: int) -> list[float]:
    """Milliseconds of each call, sorted."""
    ask: Callable[..., Any] = question.load()
    found = []
    for number in range(calls + 1):
        filters, extras = draw.call(question)
        start = time.process_time()
        ask(desk, filters, **extras)
        found.append((time.process_time() - start) * 1000)
        if not number:
            gc.collect()
            gc.freeze()
    return sorted(found[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description="Times of the standing questions.")
    parser.add_argument("archive")
    parser.add_argument("--calls", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only")
    asked = parser.parse_args()
    with Archive(asked.archive, create=False) as archive:
        with archive.reading() as connection:
            draw = Draw(connection, asked.seed)
        desk = Desk(archive)
        print(f"{'question':<16}{'calls':>6}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
        for question in QUESTIONS:
            if asked.only in (None, question.name):
                times = measure(desk, draw, question, asked.calls)
                p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
                line = (times[len(times) // 2], p95, times[-1])
                print(f"{question.name:<16}{len(times):>6}" + "".join(f"{ms:>9.1f}" for ms in line))


if __name__ == "__main__":
    main()

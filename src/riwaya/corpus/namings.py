"""Which words an outlet has for whom, and how often it takes over texts or gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from riwaya.archive import schema
from riwaya.archive.archive import bodies_of, texts_of
from riwaya.archive.codec import Worded, unpack_naming
from riwaya.exchange.index import clean


@dataclass(frozen=True, slots=True)
class Naming:
    """Words for an actor: how often they stand in the reports, and how often all words for it do.

    `report` is the number of the newest report with them inside a claim, `claim` that claim's id and `start`
    where they stand in its text; None where they stand in no claim.
    """

    actor: str
    words: str
    count: int
    total: int
    report: int | None
    claim: str | None
    start: int | None


@dataclass(frozen=True, slots=True)
class Shared:
    """How many reports of one outlet have text of another's; `report` is the newest of them, by number."""

    outlet: str
    count: int
    report: int


def namings(connection: Connection, reports: Sequence[int], side: str | None = None) -> list[Naming]:
    """The words for actors in these reports, those of the most frequent one first; only of `side`, if given.

    The order of `reports` is that in which examples are looked for.
    """
    counts: dict[str, Counter[str]] = {}
    where: dict[tuple[str, str], tuple[int, str, int]] = {}
    bodies, texts = bodies_of(connection, reports), texts_of(connection, reports)
    for number in reports:
        if number not in bodies:
            continue
        reading, text = unpack_naming(bodies[number]), texts[number]
        sides = {actor.id: actor.party for actor in reading.actors}
        for mention in reading.mentions:
            actor = mention.actor
            if actor is None or (side is not None and side not in (actor, sides.get(actor))):
                continue
            words = clean(text[mention.start : mention.end])
            counts.setdefault(actor, Counter())[words] += 1
            if (actor, words) not in where:
                claim = _around(reading.claims, mention.start, mention.end)
                if claim:
                    where[actor, words] = number, claim.id, mention.start
    found = [
        Naming(actor, words, count, forms.total(), *where.get((actor, words), (None, None, None)))
        for actor, forms in counts.items()
        for words, count in forms.items()
    ]
    return sorted(found, key=lambda each: (-each.total, each.actor, -each.count, each.words))


def taken(connection: Connection, outlet: str, *, given: bool) -> list[Shared]:
    """The outlets from which an outlet's reports took text; with `given` those whose reports took from it."""
    table = schema.copies
    later, earlier = schema.reports.alias("later"), schema.reports.alias("earlier")
    ours, theirs = (earlier, later) if given else (later, earlier)
    newest = func.max(func.coalesce(later.c.day, "0000-00-00").concat(later.c.key)).label("newest")
    rows = connection.execute(
        select(theirs.c.outlet, func.count(func.distinct(table.c.report)).label("count"), newest)
        .select_from(table.join(later, later.c.n == table.c.report).join(earlier, earlier.c.n == table.c.of))
        .where(ours.c.outlet == outlet, table.c.kind.not_in(("cites", "revises")))
        .group_by(theirs.c.outlet)
    ).all()
    keys = {row.newest[len("2015-07-23") :]: row.outlet for row in rows}
    numbers = {
        key: n
        for n, key in connection.execute(
            select(schema.reports.c.n, schema.reports.c.key).where(schema.reports.c.key.in_(sorted(keys)))
        )
    }
    found = [Shared(row.outlet, row[1], numbers[row.newest[len("2015-07-23") :]]) for row in rows]
    return sorted(found, key=lambda each: (-each.count, each.outlet))


def _around(claims: Iterable[Worded], start: int, end: int) -> Worded | None:
    """The first claim whose words are around these characters."""
    return next((c for c in claims if c.content.start <= start and end <= c.content.end), None)

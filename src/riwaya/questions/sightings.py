"""The sightings of an archive, kept from question to question and brought up to date as reports change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.archive import Archive
from riwaya.archive.progress import Progress, changed_since, progress
from riwaya.questions.desk import Desk
from riwaya.questions.filters import TAKING_PART, Filters, claims_of, within
from riwaya.questions.whereabouts import Sighting, in_order, sightings_of
from riwaya.release import Policy


@dataclass(frozen=True, slots=True)
class Sightings:
    """All of an archive in the order of publication, the days of these, and when they were judged.

    `disputed` are the claims whose matters are.
    """

    items: tuple[Sighting, ...] = ()
    days: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    disputed: frozenset[int] = frozenset()
    state: Progress = field(default_factory=Progress)
    moment: datetime | None = None

    def between(self, since: str | None, until: str | None) -> Sequence[Sighting]:
        """Those that were published from one day to another, both included; all without days."""
        # What has no day of publication stands first.
        first = bisect_left(self.days, since or "0") if since or until else 0
        last = bisect_right(self.days, until) if until else len(self.days)
        return self.items[first:last]


_kept: WeakKeyDictionary[Archive, dict[Policy, Sightings]] = WeakKeyDictionary()
_looking = Lock()


def all_sightings(desk: Desk, connection: Connection) -> Sightings:
    """All that an archive has, those included that may not leave yet."""
    state = progress(connection)
    with _looking:
        kept = _kept.setdefault(desk.archive, {})
        before = kept.get(desk.gate.policy)
        # What was old enough then may not be yet at an earlier moment.
        if before is None or (before.moment and before.moment > desk.gate.now):
            before = Sightings()
        if before.state != state:
            before = kept[desk.gate.policy] = _brought_forward(desk, connection, before, state)
    return before


def sightings(
    desk: Desk, connection: Connection, filters: Filters
) -> tuple[list[Sighting], int, frozenset[int]]:
    """The sightings that the filters leave, in the order of publication.

    Also how many are held back, and the numbers of claims that are disputed. A place finds what is told of
    it or of a place in it, never what is told of a larger one.
    """
    everything = all_sightings(desk, connection)
    taking_part = None
    if filters.party is not None:
        taking_part = set(connection.scalars(claims_of(filters.party, *TAKING_PART)))
    there = None if filters.place is None else within(connection, filters.place)
    found: list[Sighting] = []
    waiting: list[Sighting] = []
    for each in everything.between(filters.since, filters.until):
        if (
            (filters.outlet is None or each.outlet == filters.outlet)
            and (filters.mode is None or each.mode == filters.mode)
            and (taking_part is None or each.claim in taking_part)
            and (there is None or any(spot.id in there for spot in each.spots))
        ):
            (waiting if each.held else found).append(each)
    ripe = list(_ripe(desk, connection, waiting))
    held = len(waiting) - len(ripe)
    return (in_order([*found, *ripe]) if ripe else found), held, everything.disputed


def _brought_forward(desk: Desk, connection: Connection, before: Sightings, state: Progress) -> Sightings:
    """The sightings as they are now; only reports are looked at of which something is new."""
    changed = None if before.state == Progress() else changed_since(connection, before.state)
    items = sightings_of(desk, connection, changed)
    if changed is not None:
        gone = set(changed)
        items += (each for each in before.items if each.report not in gone)
    items = in_order(items)
    day = schema.reports.c.day
    published = connection.scalars(select(day).where(day.is_not(None)).distinct().order_by(day))
    return Sightings(
        tuple(items), tuple(each.day for each in items), tuple(published),
        frozenset(connection.scalars(_DISPUTED)), state, desk.gate.now,
    )  # fmt: skip


_DISPUTED = (
    select(schema.matter_claims.c.claim)
    .select_from(
        schema.matter_claims.join(schema.matters, schema.matters.c.n == schema.matter_claims.c.matter)
    )
    .where(schema.matters.c.disputed)
)


def _ripe(desk: Desk, connection: Connection, waiting: Sequence[Sighting]) -> Iterator[Sighting]:
    """Those that were held back when they were looked at, and may be told by now."""
    told, _held = desk.tell(connection, [each.claim for each in waiting if each.decided])
    decided = {each.n: each.places for each in told}
    for each in waiting:
        if each.decided and each.claim in decided:
            yield each._replace(spots=decided[each.claim], held=False)
        elif not each.decided and desk.gate.is_old(each.published, each.last):
            yield each

"""Accusations in the tables: claims that accuse, what they accuse of, and which of them are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from riwaya.archive import schema
from riwaya.archive.projection import AGENT, HOPS, JOINTLY, PATIENT, SPEAKER
from riwaya.exchange.soundness import OTHER
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters, claims_of, conditions_about, lets_pass
from riwaya.questions.paging import JOINED
from riwaya.questions.remembered import remembered

#: The type of a claim that tells of an accusation, and what a speaker does whose words are one.
TELLS, IN_WORDS = "ACCUSE", "accuse"


class Accusation(NamedTuple):
    """Who accuses whom of what: `deed` is type, mode and phase, all None where it is not said."""

    claim: int
    theme: int | None
    accuser: tuple[str, ...]
    accused: tuple[str, ...]
    deed: tuple[str | None, str | None, str | None]
    day: str
    key: str
    outlet: str


@dataclass(slots=True)
class Group:
    """Accusations that are alike, the newest first."""

    items: list[Accusation] = field(default_factory=list)

    @property
    def newest(self) -> Accusation:
        """The one that was said last."""
        return self.items[0]

    @property
    def targets(self) -> list[int]:
        """The claims that a denial may be of."""
        return [n for item in self.items for n in (item.claim, item.theme) if n is not None]


def asked(
    desk: Desk, connection: Connection, filters: Filters, by: str | None = None, against: str | None = None
) -> Sequence[Accusation]:
    """All accusations that the filters leave, newest first, in no page.

    All that an archive has are kept in memory; whoever asks for some days or for an outlet gets his of those.
    """
    if (filters.party, filters.place, filters.mode, by, against) != (None, None, None, None, None):
        return find(connection, desk.fitting(connection, filters), by, against)
    every = remembered(desk.archive, connection, "accusations", lambda: find(connection, Filters()))
    return [each for each in every if lets_pass(filters, each.day, each.outlet)]


def find(
    connection: Connection, filters: Filters, by: str | None = None, against: str | None = None
) -> list[Accusation]:
    """All accusations that the filters leave, newest first, in no page."""
    told, worded = _told(by, against), _worded(by, against)
    found = [
        *_rows(connection, filters, told, themes=True),
        *_rows(connection, filters, worded, themes=False),
    ]
    found.sort(key=attrgetter("key", "claim"))
    found.sort(key=attrgetter("day"), reverse=True)
    return found


def grouped(found: Iterable[Accusation], *, each: bool) -> list[Group]:
    """Those that are alike together, in the order of the newest of them; with `each` every one alone.

    Whoever no registry lists is nobody's like, so an accusation by or of such stands alone.
    """
    groups: list[Group] = []
    known: dict[tuple[Any, ...], Group] = {}
    for item in found:
        alone = each or not item.accuser or not item.accused or OTHER in item.accuser or OTHER in item.accused
        group = None if alone else known.get(item[2:5])
        if group is None:
            group = Group([item])
            groups.append(group)
            if not alone:
                known[item[2:5]] = group
        else:
            group.items.append(item)
    return groups


def _told(by: str | None, against: str | None) -> list[ColumnElement[bool]]:
    """Claims that tell of an accusation: its agent or speaker accuses its patient or its theme's agent."""
    claims = schema.claims.c
    where = [claims.type == TELLS]
    if by is not None:
        own = and_(claims.agents == "", claims.n.in_(claims_of(by, SPEAKER)))
        where.append(or_(claims.n.in_(claims_of(by, AGENT)), own))
    if against is not None:
        doing = claims.theme.in_(claims_of(against, AGENT))
        where.append(or_(claims.n.in_(claims_of(against, PATIENT)), doing))
    return where


def _worded(by: str | None, against: str | None) -> list[ColumnElement[bool]]:
    """Claims whose words accuse: their speaker accuses their agent. What another tells of counts there."""
    claims, teller = schema.claims.c, schema.claims.alias("teller")
    told = exists().where(
        teller.c.type == TELLS, teller.c.report == claims.report, teller.c.theme == claims.n
    )
    where = [claims.act == IN_WORDS, claims.type != TELLS, ~told]
    if by is not None:
        where.append(claims.n.in_(claims_of(by, SPEAKER)))
    if against is not None:
        where.append(claims.n.in_(claims_of(against, AGENT)))
    return where


def _rows(
    connection: Connection, filters: Filters, where: list[ColumnElement[bool]], *, themes: bool
) -> Iterator[Accusation]:
    claims, reports, theme = schema.claims, schema.reports.c, schema.claims.alias("deed")
    deed = theme if themes else claims
    joined = JOINED.outerjoin(theme, theme.c.n == claims.c.theme) if themes else JOINED
    statement = (
        select(
            claims.c.n, claims.c.agents, claims.c.patients, claims.c.chain, deed.c.n.label("deed"),
            deed.c.agents.label("doers"), deed.c.type, deed.c.mode, deed.c.phase, reports.day, reports.key,
            reports.outlet,
        )
        .select_from(joined)
        .where(*where, *conditions_about(filters))
    )  # fmt: skip
    # All at once, as plain tuples: an archive has tens of thousands of accusations.
    rows = connection.execute(statement).all()
    for n, agents, patients, chain, number, doers, type_, mode, phase, day, key, outlet in rows:
        accuser, accused = _last_hop(chain), _ids(doers or "")
        if themes:
            accuser = _ids(agents) or accuser
            named = _ids(patients)
            accused = accused if accused and set(named) <= {OTHER} else named
        what = (type_, mode, phase)
        yield Accusation(n, number if themes else None, accuser, accused, what, day or "", key, outlet)


@lru_cache(maxsize=4096)
def _ids(joined: str) -> tuple[str, ...]:
    return tuple(joined.split())


@lru_cache(maxsize=4096)
def _last_hop(chain: str) -> tuple[str, ...]:
    return tuple(chain.rpartition(HOPS)[2].split(JOINTLY))

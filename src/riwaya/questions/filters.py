"""What a question is narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    or_,
    select,
)

from riwaya.archive import schema
from riwaya.archive.projection import AGENT, PATIENT, RECIPIENT, SPEAKER
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

#: How a derived place lies to the one it is derived from, when it is a part of it.
_INSIDE = ("in", "part")
_STEPS = 4
#: In which roles of a claim a party is found: whatever it says, does or undergoes.
TAKING_PART = (AGENT, PATIENT, RECIPIENT, SPEAKER)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question is narrowed to; None does not narrow.

    `party` is an id: what it says, does or undergoes, its members' too. `place` is a place id; places
    within it count too. `since` and
    `until` are days of publication (ISO 8601, both included). `outlet` is who published, `mode` an event's
    mode. `limit` and `offset` page through the rows. `away` are numbers of claims that the place does not
    find (`Desk.fitting`). Raises UsageError for what is no such day or number, and where `until` lies before
    `since`; ids may be unknown to an archive.
    """

    party: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    mode: str | None = None
    limit: int = 50
    offset: int = 0
    away: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        for name in ("party", "place", "outlet", "mode", "since", "until"):
            value: object = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise UsageError(_("{name}: {value!r} is no text").format(name=name, value=value))
        for name in ("since", "until"):
            day: str | None = getattr(self, name)
            if day is not None and not _is_day(day):
                problem = _("{name}: '{value}' is no day; write it as 2015-07-23")
                raise UsageError(problem.format(name=name, value=day))
        if self.since and self.until and self.until < self.since:
            raise UsageError(_("until lies before since"))
        for name in ("limit", "offset"):
            number: object = getattr(self, name)
            if not isinstance(number, int) or isinstance(number, bool) or number < 0:
                problem = _("{name}: {value!r} is no whole number from 0 on")
                raise UsageError(problem.format(name=name, value=number))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def lets_pass(filters: Filters, day: str | None, outlet: str) -> bool:
    """Whether the days and the outlet of the filters let a report pass; one of no day is of no days."""
    if (filters.since and not (day and day >= filters.since)) or (
        filters.until and not (day and day <= filters.until)
    ):
        return False
    return filters.outlet is None or filters.outlet == outlet


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """The filters as conditions on `claims` joined with `reports`."""
    claims, reports = schema.claims, schema.reports
    found: list[ColumnElement[bool]] = []
    if filters.party is not None:
        found.append(claims.c.n.in_(claims_of(filters.party, *TAKING_PART)))
    if filters.place is not None:
        found.append(claims.c.n.in_(claims_at(filters.place, filters.away)))
    if filters.since is not None:
        found.append(reports.c.day >= filters.since)
    if filters.until is not None:
        found.append(reports.c.day <= filters.until)
    if filters.outlet is not None:
        found.append(reports.c.outlet == filters.outlet)
    if filters.mode is not None:
        found.append(claims.c.mode == filters.mode)
    return found


def conditions_about(filters: Filters) -> list[ColumnElement[bool]]:
    """The filters for claims that are about another one: place and mode may be those of that theme."""
    claims, theme = schema.claims, schema.claims.alias()
    found = conditions(replace(filters, place=None, mode=None))
    if filters.place is not None:
        at = claims_at(filters.place, filters.away)
        found.append(or_(claims.c.n.in_(at), claims.c.theme.in_(at)))
    if filters.away:
        found.append(or_(claims.c.theme.is_(None), not_among(claims.c.theme, filters.away)))
    if filters.mode is not None:
        its = exists().where(theme.c.n == claims.c.theme, theme.c.mode == filters.mode)
        found.append(or_(claims.c.mode == filters.mode, its))
    return found


def claims_at(place: str, away: Sequence[int] = ()) -> Select[Any]:
    """Numbers of the claims about a place, or one in it; not of what lies north of it or around it.

    Nor those `away`.
    """
    at = schema.claim_places
    found = select(at.c.claim).where(at.c.place.in_(select(_places_in(place).c.n)))
    return found.where(not_among(at.c.claim, away)) if away else found


def within(connection: Connection, place: str) -> frozenset[str]:
    """The ids of a place and of those that lie in it."""
    return frozenset(connection.scalars(select(_places_in(place).c.id)))


def not_among(column: ColumnElement[Any], numbers: Sequence[int]) -> ColumnElement[bool]:
    """That a column has none of these numbers, of which there may be more than a statement has parameters."""
    listed: BindParameter[Any] = bindparam(
        "away", list(numbers), expanding=True, literal_execute=True, unique=True
    )
    return column.not_in(listed)


def _places_in(place: str) -> CTE:
    """Numbers and ids of a place and of those that lie in it, as far as units and holders are known.

    A facility lies in a town, that in a district, a governorate, a country: more steps there are not.
    """
    places = schema.places
    found = select(places.c.n, places.c.id).where(places.c.id == place).cte("within_0")
    for step in range(1, _STEPS + 1):
        ids = select(found.c.id)
        # What a place is derived from holds it too, be it north of that or in it.
        part = and_(
            places.c.holder.in_(ids), or_(places.c.relation.is_(None), places.c.relation.in_(_INSIDE))
        )
        inside = or_(places.c.id == place, places.c.unit.in_(ids), part)
        found = select(places.c.n, places.c.id).where(inside).cte(f"within_{step}")
    return found


def claims_of(party: str, *roles: int) -> Select[Any]:
    """Numbers of the claims in which a party, or a member of it, has one of these roles."""
    part, actors = schema.claim_actors, schema.actors
    return (
        select(part.c.claim)
        .select_from(part.join(actors, actors.c.n == part.c.actor))
        .where(and_(or_(actors.c.id == party, actors.c.party == party), part.c.role.in_(roles)))
    )

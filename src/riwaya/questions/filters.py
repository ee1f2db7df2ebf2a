"""What a question is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from riwaya.archive import schema
from riwaya.archive.projection import AGENT, PATIENT, RECIPIENT, SPEAKER


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question is narrowed to; None does not narrow.

    `party` is an id: what it says, does or undergoes, its members' too. `place` is a place id. `since` and
    `until` are days of publication (ISO 8601, both included). `outlet` is who published, `mode` an event's
    mode. `limit` and `offset` page through the rows.
    """

    party: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    mode: str | None = None
    limit: int = 50
    offset: int = 0


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """The filters as conditions on `claims` joined with `reports`."""
    claims, reports = schema.claims, schema.reports
    found: list[ColumnElement[bool]] = []
    if filters.party is not None:
        found.append(claims.c.n.in_(_of_party(filters.party)))
    if filters.place is not None:
        at = schema.claim_places.join(schema.places, schema.places.c.n == schema.claim_places.c.place)
        found.append(
            claims.c.n.in_(
                select(schema.claim_places.c.claim).select_from(at).where(schema.places.c.id == filters.place)
            )
        )
    if filters.since is not None:
        found.append(reports.c.day >= filters.since)
    if filters.until is not None:
        found.append(reports.c.day <= filters.until)
    if filters.outlet is not None:
        found.append(reports.c.outlet == filters.outlet)
    if filters.mode is not None:
        found.append(claims.c.mode == filters.mode)
    return found


def _of_party(party: str) -> Any:
    part, actors = schema.claim_actors, schema.actors
    return (
        select(part.c.claim)
        .select_from(part.join(actors, actors.c.n == part.c.actor))
        .where(
            and_(
                or_(actors.c.id == party, actors.c.party == party),
                part.c.role.in_((AGENT, PATIENT, RECIPIENT, SPEAKER)),
            )
        )
    )

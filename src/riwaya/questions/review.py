"""What is to be looked through first: claims that nobody judged yet, by how much hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import MACHINE, SPEAKER
from riwaya.exchange.soundness import OTHER
from riwaya.i18n import mark as _

Reason = Literal["dispute", "few", "violence", "toll", "source", "voice", "place", "headline"]
REASONS: tuple[Reason, ...] = get_args(Reason)
#: Why a claim waits, in words.
REASON_NAMES: Mapping[Reason, str] = {
    "dispute": _("its matter is disputed"),
    "few": _("few outlets tell the matter"),
    "violence": _("an allegation of violence"),
    "toll": _("counts people killed or hurt"),
    "source": _("its source is in no list"),
    "voice": _("unclear whose words it is"),
    "place": _("its place is not settled"),
    "headline": _("the headline asserts it"),
}
#: Those that the queue can be narrowed to: the others are looked up for claims that wait for another reason.
CHOICES: tuple[Reason, ...] = ("dispute", "violence", "toll", "source", "headline")
#: How much a reason weighs. A judgement, not a measurement: what a mistake would cost comes before what is
#: merely likely to be one, and no number of small doubts outweighs a dispute about violence.
WEIGHTS: Mapping[Reason, int] = {
    "dispute": 6, "few": 1, "violence": 4, "toll": 2, "source": 2, "voice": 1, "place": 1, "headline": 1,
}  # fmt: skip
_VIOLENCE = ("ASSAULT", "HARM", "COERCE")
_HURT = ("killed", "wounded", "abducted", "detained", "missing", "displaced")
#: Outlets of a matter that are few.
_FEW = 2
#: Candidates that each reason brings, the newest first: more than anybody gets through in a day.
_EACH = 150
_UNJUDGED: ColumnElement[bool] = schema.claims.c.status == MACHINE


@dataclass(frozen=True, slots=True)
class Queued:
    """A claim that waits: its report's key, its id there, why it waits, how much that weighs."""

    report: str
    claim: str
    reasons: tuple[Reason, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What of the queue is wanted: claims with a reason, of a report (its key), of a matter (its id)."""

    reason: Reason | None = None
    report: str | None = None
    matter: str | None = None


def queue(connection: Connection, narrowed: Narrowed) -> list[Queued]:
    """The claims that wait, the weightiest first; of equal weight those of the newest reports."""
    numbers = _wanted(connection, narrowed)
    rows = _rows(connection, numbers)
    disputed = _disputes(connection, [row.n for row in rows])
    unsettled = _unsettled(connection, rows)
    found = []
    for row in rows:
        reasons = tuple(
            _reasons(row, disputed.get(row.n), unsettled=not unsettled.isdisjoint(row.places.split()))
        )
        if reasons and (narrowed.reason is None or narrowed.reason in reasons):
            weight = sum(WEIGHTS[reason] for reason in reasons)
            found.append((-weight, -row.report, row.start, Queued(row.key, row.id, reasons, weight)))
    found.sort(key=lambda each: each[:3])
    return [each[3] for each in found]


def _wanted(connection: Connection, narrowed: Narrowed) -> list[int]:
    """The numbers of the claims that come into question."""
    claims, reports = schema.claims, schema.reports
    if narrowed.report is not None or narrowed.matter is not None:
        statement = select(claims.c.n).join(reports, reports.c.n == claims.c.report).where(_UNJUDGED)
        if narrowed.report is not None:
            statement = statement.where(reports.c.key == narrowed.report)
        if narrowed.matter is not None:
            member, matters = schema.matter_claims, schema.matters
            of = select(member.c.claim).join(matters, matters.c.n == member.c.matter)
            statement = statement.where(claims.c.n.in_(of.where(matters.c.id == narrowed.matter)))
        return list(connection.scalars(statement))
    found: dict[int, None] = {}
    for statement in _candidates():
        found |= dict.fromkeys(connection.scalars(statement))
    return list(found)


def _candidates() -> Iterable[Select[Any]]:
    """The newest claims for each of the reasons that are worth a search of their own."""
    claims, matters, member = schema.claims, schema.matters, schema.matter_claims
    disputed = select(matters.c.n).where(matters.c.disputed.is_(True)).order_by(matters.c.last.desc())
    yield (
        select(claims.c.n)
        .join(member, member.c.claim == claims.c.n)
        .where(_UNJUDGED, member.c.matter.in_(disputed.limit(_EACH)))
        .limit(_EACH * 3)
    )
    newest = select(claims.c.n).where(_UNJUDGED).order_by(claims.c.report.desc()).limit(_EACH)
    yield newest.where(claims.c.act == "accuse")
    yield newest.where(claims.c.headline.is_(True))
    for kind in _VIOLENCE:
        yield newest.where(claims.c.type == kind)
    for measure in _HURT:
        yield newest.where(claims.c.measure == measure)
    by, actors = schema.claim_actors, schema.actors
    nobody = select(actors.c.n).where(actors.c.id == OTHER).scalar_subquery()
    yield (
        select(by.c.claim)
        .where(by.c.actor == nobody, by.c.role == SPEAKER)
        .order_by(by.c.claim.desc())
        .limit(_EACH)
    )


def _rows(connection: Connection, numbers: Sequence[int]) -> list[Row[Any]]:
    claims, reports = schema.claims, schema.reports
    columns = (
        claims.c.n, claims.c.id, claims.c.report, claims.c.type, claims.c.act, claims.c.measure,
        claims.c.chain, claims.c.voice, claims.c.headline, claims.c.places, claims.c.start, reports.c.key,
    )  # fmt: skip
    statement = select(*columns).join(reports, reports.c.n == claims.c.report)
    found: list[Row[Any]] = []
    for part in in_parts(numbers):
        found += connection.execute(statement.where(claims.c.n.in_(part), _UNJUDGED))
    return found


def _disputes(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """How many outlets tell the matter of those claims whose matter is disputed."""
    matters, member = schema.matters, schema.matter_claims
    found: dict[int, int] = {}
    for part in in_parts(numbers):
        rows = connection.execute(
            select(member.c.claim, matters.c.outlets)
            .join(matters, matters.c.n == member.c.matter)
            .where(member.c.claim.in_(part), matters.c.disputed.is_(True))
        )
        found.update((row.claim, row.outlets) for row in rows)
    return found


def _unsettled(connection: Connection, rows: Sequence[Row[Any]]) -> set[str]:
    """The ids of those places of the claims that could not be settled."""
    ids = sorted({id for row in rows for id in row.places.split()})
    places = schema.places
    found: set[str] = set()
    for part in in_parts(ids):
        settled_by = places.c.method == "unresolved"
        found.update(connection.scalars(select(places.c.id).where(places.c.id.in_(part), settled_by)))
    return found


def _reasons(row: Row[Any], outlets: int | None, *, unsettled: bool) -> Iterable[Reason]:
    if outlets is not None:
        yield "dispute"
        if outlets <= _FEW:
            yield "few"
    if row.act == "accuse" or row.type in _VIOLENCE:
        yield "violence"
    if row.measure in _HURT:
        yield "toll"
    if row.chain.rpartition(" ")[2] == OTHER:
        yield "source"
    if row.voice == "unclear":
        yield "voice"
    if unsettled:
        yield "place"
    if row.headline:
        yield "headline"

"""What people decided across reports: which matters are one, what belongs to none, what is independent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.deciding import Wish
from riwaya.archive.decisions import Decision, Target, all_decisions, current
from riwaya.archive.patches import Record
from riwaya.archive.projection import HOPS, JOINTLY
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

#: A claim as decisions name it: the key of its report, and its id there.
Reference = tuple[str, str]
#: Two claims by their numbers in the archive, the lower first.
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merges:
    """Which claims are to be in one matter, and which are not, by their numbers; sorted.

    `unfit` are decisions one of whose claims is there no longer.
    """

    joined: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    unfit: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """Somebody's word on two claims: that their accounts are independent, or that they are not."""

    pair: Pair
    independent: bool
    decision: Decision


def one_matter(connection: Connection, first: Reference, second: Reference, why: str) -> Wish:
    """The wish that the matters of two claims be one. Raises UsageError when there is no such claim."""
    after = {"with": identity(connection, second)}
    return Wish(Target(first[0], "matter", first[1]), "merge", after, why=why)


def not_in_matter(connection: Connection, claim: Reference, other: Reference, why: str) -> Wish:
    """The wish that a claim be in no matter with `other`, by which a matter is named. Raises UsageError."""
    after = {"from": identity(connection, other)}
    return Wish(Target(claim[0], "matter", claim[1]), "reject", after, why=why)


def word_on_independence(
    connection: Connection, first: Reference, second: Reference, *, independent: bool, why: str
) -> Wish:
    """The wish that two accounts count as independent, or as not independent. Raises UsageError."""
    after = {"of": identity(connection, second)}
    target = Target(first[0], "independence", first[1])
    return Wish(target, "accept" if independent else "reject", after, why=why)


def matter_decisions(connection: Connection) -> Merges:
    """What people decided of matters, for whoever makes them: later decisions on a pair win."""
    said: dict[Pair, bool] = {}
    unfit = []
    for decision in _across(connection, "matter"):
        pair = _pair(connection, decision, "with" if decision.action == "merge" else "from")
        if pair is None:
            unfit.append(decision)
        else:
            said[pair] = decision.action == "merge"
    joined = tuple(sorted(pair for pair, one in said.items() if one))
    return Merges(joined, tuple(sorted(pair for pair, one in said.items() if not one)), tuple(unfit))


def independence(connection: Connection) -> dict[Pair, Independence]:
    """What people decided of the independence of two claims, by their numbers: later decisions win."""
    found: dict[Pair, Independence] = {}
    for decision in _across(connection, "independence"):
        pair = _pair(connection, decision, "of")
        if pair is not None:
            found[pair] = Independence(pair, decision.action == "accept", decision)
    return dict(sorted(found.items()))


def identity(connection: Connection, claim: Reference) -> Record:
    """What tells a claim again after another reading: reference, anchor, event type. Raises UsageError."""
    row = _claim(connection, claim)
    if row is None:
        raise UsageError(_("no claim {claim} in this archive").format(claim="/".join(claim)))
    anchor = {"start": row.anchor_start, "end": row.anchor_end}
    chain = [{"actors": hop.split(JOINTLY)} for hop in row.chain.split(HOPS)]
    return {"claim": "/".join(claim), "anchor": anchor, "chain": chain, "event": {"type": row.type}}


def _across(connection: Connection, kind: str) -> Iterable[Decision]:
    return [each for each in current(all_decisions(connection)) if each.target.kind == kind]


def _pair(connection: Connection, decision: Decision, key: str) -> Pair | None:
    target, other = decision.target, (decision.after or {}).get(key, {})
    first = _found(connection, (target.reading, target.id), decision.before or {})
    report, _slash, id = str(other.get("claim", "")).partition("/")
    second = _found(connection, (report, id), other)
    if first is None or second is None or first == second:
        return None
    return min(first, second), max(first, second)


def _found(connection: Connection, claim: Reference, known: Record) -> int | None:
    """The number of the claim, or of the only one at its anchor that is of its type."""
    anchor, kind = known.get("anchor", {}), known.get("event", {}).get("type")
    table = schema.claims
    rows = connection.execute(
        select(table.c.n, table.c.id, table.c.chain)
        .join(schema.reports, schema.reports.c.n == table.c.report)
        .where(
            schema.reports.c.key == claim[0],
            table.c.anchor_start == anchor.get("start"),
            table.c.anchor_end == anchor.get("end"),
            table.c.type == kind,
        )
    ).all()
    if len(rows) > 1:
        # A mutual accusation is two claims in the same words: by whom, tells them apart.
        chain = HOPS.join(JOINTLY.join(hop["actors"]) for hop in known.get("chain", ()))
        rows = [row for row in rows if row.chain == chain]
    own = [row.n for row in rows if row.id == claim[1]] or [row.n for row in rows]
    return own[0] if len(own) == 1 else None


def _claim(connection: Connection, claim: Reference) -> Any:
    table = schema.claims
    return connection.execute(
        select(table)
        .join(schema.reports, schema.reports.c.n == table.c.report)
        .where(schema.reports.c.key == claim[0], table.c.id == claim[1])
    ).one_or_none()


def founding_claim(connection: Connection, matter: str) -> Reference | None:
    """The claim that a matter starts from, by the matter's id; None when there is no such matter.

    A matter is called by a digest of that claim; where that claim has gone, its first one stands for it.
    """
    matters, joins, claims, reports = schema.matters, schema.matter_claims, schema.claims, schema.reports
    joined = (
        matters.join(joins, joins.c.matter == matters.c.n)
        .join(claims, claims.c.n == joins.c.claim)
        .join(reports, reports.c.n == claims.c.report)
    )
    columns = reports.c.key, claims.c.id, reports.c.day, claims.c.start
    rows = connection.execute(select(*columns).select_from(joined).where(matters.c.id == matter)).all()
    for row in rows:
        if matter_called(row.key, row.id) == matter:
            return row.key, row.id
    first = min(rows, key=lambda row: (row.day or "9999", row.key, row.start), default=None)
    return None if first is None else (first.key, first.id)


def matter_called(report: str, claim: str) -> str:
    """The id of the matter that starts from a claim: `m` and 12 hexadecimal digits."""
    return "m" + hashlib.sha256(f"{report}\n{claim}".encode()).hexdigest()[:12]

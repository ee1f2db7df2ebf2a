"""New reports, told apart by whether they are about conflict, with copies folded into the earliest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from riwaya.archive import schema
from riwaya.archive.projection import AGENT, PATIENT, RECIPIENT
from riwaya.corpus.relevance import WORDS, Relevance
from riwaya.questions.fresh import Fresh
from riwaya.questions.paging import JOINED
from riwaya.questions.watch import Watching

_COLUMNS = (
    "n", "id", "report", "type", "mode", "measure", "chain", "agents", "patients", "recipients", "places",
    "start",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Why:
    """Why a report is about conflict: a key of `REASONS`, the claim that says so or the headline's word."""

    rank: int
    reason: str
    claim: int | None
    word: str | None


@dataclass(frozen=True, slots=True)
class Folded:
    """A report with the outlets of its copies; `why` is None where none of them is about conflict."""

    report: int
    key: str
    outlet: str
    day: str | None
    why: Why | None
    copies: tuple[str, ...]


def relevant(
    connection: Connection, fresh: Fresh, rules: Relevance, watching: Watching
) -> tuple[dict[int, Why], set[int]]:
    """Why which new reports are about conflict, by number, and the claims that say so.

    Only claims that are watched count, and headlines only where everything is.
    """
    actors = schema.actors
    asked = select(actors.c.id, actors.c.kind).where(actors.c.kind.in_(rules.kinds))
    kinds: dict[str, str] = {row.id: row.kind for row in connection.execute(asked).all()}
    table = schema.claims
    rows = connection.execute(
        select(*(table.c[name] for name in _COLUMNS))
        .select_from(JOINED)
        .where(*fresh.where, _promising(rules))
    ).all()
    best: dict[int, tuple[int, int, str, int]] = {}
    claims: set[int] = set()
    for row in rows:
        rank = rules.rank(row, _kinds(row, kinds))
        if rank is None or not watching.concerns(row):
            continue
        claims.add(row.n)
        found = (rank, row.start, row.id, row.n)
        if row.report not in best or found < best[row.report]:
            best[row.report] = found
    why = {report: Why(rank, rules.rules[rank].reason, n, None) for report, (rank, _s, _i, n) in best.items()}
    return why, claims


def folded(
    connection: Connection, fresh: Fresh, why: Mapping[int, Why], rules: Relevance, *, headlines: bool
) -> list[Folded]:
    """Every new story once, under its earliest new report: by how firmly it is about conflict, then by size.

    With `headlines` a word of war in one makes a report relevant of which no claim does.
    """
    table, stories = schema.reports, schema.stories
    rows = connection.execute(
        select(
            table.c.n,
            table.c.key,
            table.c.outlet,
            table.c.day,
            table.c.published,
            table.c.title,
            stories.c.story,
        )
        .select_from(table.outerjoin(stories, stories.c.report == table.c.n))
        .where(*fresh.where)
    ).all()
    groups: dict[tuple[str, int], list[Any]] = {}
    for row in rows:
        group = ("report", row.n) if row.story is None else ("story", row.story)
        groups.setdefault(group, []).append(row)
    found = [_folded(group, why, rules if headlines else None) for group in groups.values()]
    last = len(rules.rules) + 1
    return sorted(
        found,
        key=lambda each: (each.why.rank if each.why else last, -len(each.copies), each.day or "", each.key),
    )


def _folded(group: list[Any], why: Mapping[int, Why], rules: Relevance | None) -> Folded:
    if len(group) > 1:
        group.sort(key=lambda row: (row.day or "9999", row.published or "9999", row.key))
    first = group[0]
    reasons = [why[row.n] for row in group if row.n in why]
    reason = min(reasons, key=lambda each: each.rank, default=None)
    if reason is None and rules:
        word = next((word for row in group if (word := rules.word(row.title))), None)
        reason = Why(len(rules.rules), WORDS, None, word) if word else None
    copies = tuple(row.outlet for row in group[1:])
    return Folded(first.n, first.key, first.outlet, first.day, reason, copies)


def _promising(rules: Relevance) -> ColumnElement[bool]:
    """What a claim must be like so that some rule may fit: the database passes over the others."""
    table, part, actors = schema.claims, schema.claim_actors, schema.actors
    asked = select(actors.c.n).where(actors.c.kind.in_(rules.kinds)).scalar_subquery()
    taking_part = select(part.c.claim).where(
        part.c.actor.in_(asked), part.c.role.in_((AGENT, PATIENT, RECIPIENT))
    )
    found = []
    for rule in rules.rules:
        each: list[ColumnElement[bool]] = [table.c.type.in_(sorted(rule.types))]
        if rule.modes:
            each.append(table.c.mode.in_(sorted(rule.modes)))
        if rule.measures:
            each.append(table.c.measure.in_(sorted(rule.measures)))
        if rule.place:
            each.append(table.c.places != "")
        if not rule.kinds:
            found.append(and_(*each))
    return or_(*found, table.c.n.in_(taking_part.scalar_subquery()))


def _kinds(row: Any, kinds: Mapping[str, str]) -> list[str]:
    ids = f"{row.agents} {row.patients} {row.recipients}".split()
    return [kinds[id] for id in ids if id in kinds]

"""What people decided: records that are only added to (claims.md, "Decisions"), and which of them stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

import msgspec
from sqlalchemy import Connection, Row, select

from riwaya.archive import schema
from riwaya.archive.intake import storable
from riwaya.archive.naming import next_number
from riwaya.archive.parts import in_parts

Action = Literal["accept", "reject", "correct", "add", "merge"]
Kind = Literal["claim", "attribution", "report", "matter", "independence"]
#: What a decision may be about, in a reading or across readings.
WITHIN: tuple[Kind, ...] = ("claim", "attribution", "report")
ACROSS: tuple[Kind, ...] = ("matter", "independence")

#: Hexadecimal digits of an id: 48 bits, which ten thousand decisions share once in five million archives.
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about: a report by its key, the kind of thing, its id within the reading.

    A report is its own id. A matter is named by its founding claim, a claim that is to be kept out of one by
    itself.
    """

    reading: str
    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `before` and `after` are partial JSON records; `when` is ISO 8601 in UTC.

    `before` holds what tells the target again in another reading (a claim's anchor and event type, an
    attribution's cue), and what was there of the parts that `after` changes. `retracts` is the id of the
    decision that this one takes back.
    """

    id: str
    target: Target
    action: Action
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    who: str
    when: str
    why: str
    retracts: str | None = None


def decision_id(number: int, record: Sequence[object]) -> str:
    """What an archive calls its decision `number`: `d` and 12 hexadecimal digits."""
    content = msgspec.json.encode([number, *record])
    return "d" + hashlib.sha256(content).hexdigest()[:_DIGITS]


def next_decision(connection: Connection) -> int:
    """The number of the next decision."""
    return next_number(connection, schema.decisions)


def insert_decision(connection: Connection, decision: Decision) -> None:
    """Add a decision to those that are kept."""
    target = decision.target
    connection.execute(
        schema.decisions.insert(),
        {
            "n": next_decision(connection),
            "id": decision.id,
            "reading": target.reading,
            "kind": target.kind,
            "target": target.id,
            "action": decision.action,
            "before": to_text(decision.before),
            "after": to_text(decision.after),
            "who": storable(decision.who),
            "when": decision.when,
            "why": storable(decision.why),
            "retracts": decision.retracts,
        },
    )


def decisions_of(connection: Connection, report_key: str) -> list[Decision]:
    """Every decision about a report and what is in it, the oldest first: retracted ones, retractions too."""
    return all_decisions(connection, [report_key])


def all_decisions(connection: Connection, report_keys: Sequence[str] | None = None) -> list[Decision]:
    """Every decision about these reports, or about any, the oldest first."""
    table = schema.decisions
    statement = select(table)
    if report_keys is None:
        rows = list(connection.execute(statement))
    else:
        about = (statement.where(table.c.reading.in_(part)) for part in in_parts(report_keys))
        rows = [row for each in about for row in connection.execute(each)]
    return [_decision(row) for row in sorted(rows, key=lambda row: cast(int, row.n))]


def current(decisions: Iterable[Decision]) -> list[Decision]:
    """Those that stand: neither retractions nor retracted. A retraction that was retracted has no force."""
    given = list(decisions)
    void: set[str] = set()
    for decision in reversed(given):
        if decision.retracts is not None and decision.id not in void:
            void.add(decision.retracts)
    return [each for each in given if each.retracts is None and each.id not in void]


def to_text(value: dict[str, Any] | None) -> str | None:
    """A part of a decision as JSON."""
    return None if value is None else msgspec.json.encode(value).decode()


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        id=row.id,
        target=Target(row.reading, row.kind, row.target),
        action=row.action,
        before=None if row.before is None else msgspec.json.decode(row.before),
        after=None if row.after is None else msgspec.json.decode(row.after),
        who=row.who,
        when=row.when,
        why=row.why,
        retracts=row.retracts,
    )

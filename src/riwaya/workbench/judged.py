"""What people judged: who judged what how, how far two agree, what a second person has still to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.decisions import Decision, all_decisions, current
from riwaya.evaluation.kappa import Agreement, agreement

#: A claim as decisions name it: the key of its report, its id.
Reference = tuple[str, str]
_VERDICTS = ("accept", "correct", "reject")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, how far they agree on the claims that both judged, and on which they do not."""

    first: str
    second: str
    agreement: Agreement
    apart: tuple[tuple[Reference, str, str], ...]


@dataclass(frozen=True, slots=True)
class Recent:
    """A decision of late, and whether it stands."""

    decision: Decision
    stands: bool


def verdicts(connection: Connection) -> dict[Reference, dict[str, str]]:
    """By claim, what each person said of it last: accept, correct or reject."""
    found: dict[Reference, dict[str, str]] = {}
    for decision in current(all_decisions(connection)):
        target = decision.target
        if target.kind == "claim" and decision.action in _VERDICTS:
            found.setdefault((target.reading, target.id), {})[decision.who] = decision.action
    return found


def pairs(said: Mapping[Reference, Mapping[str, str]]) -> list[Pair]:
    """Every two people who judged the same claims, those with most in common first."""
    people = sorted({who for by in said.values() for who in by})
    found = []
    for first, second in combinations(people, 2):
        both = [(claim, by[first], by[second]) for claim, by in said.items() if first in by and second in by]
        if both:
            made = agreement([(one, other) for _claim, one, other in both])
            apart = tuple(each for each in both if each[1] != each[2])
            found.append(Pair(first, second, made, apart))
    return sorted(found, key=lambda pair: (-pair.agreement.n, pair.first, pair.second))


def second_look(said: Mapping[Reference, Mapping[str, str]], who: str) -> list[Reference]:
    """The claims that another judged and `who` did not, those judged by fewest first."""
    open_ = [(len(by), claim) for claim, by in said.items() if who not in by]
    return [claim for _number, claim in sorted(open_)]


def recent(connection: Connection, limit: int, offset: int = 0) -> list[Recent]:
    """The newest decisions, without those that only take one back."""
    table = schema.decisions
    rows = connection.execute(
        select(table.c.id, table.c.reading)
        .where(table.c.retracts.is_(None))
        .order_by(table.c.n.desc())
        .limit(limit)
        .offset(offset)
    ).all()
    every = all_decisions(connection, sorted({row.reading for row in rows}))
    standing = {decision.id for decision in current(every)}
    known = {decision.id: decision for decision in every}
    return [Recent(known[row.id], row.id in standing) for row in rows]

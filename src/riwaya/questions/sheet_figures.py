"""What a row of a coding sheet says of a whole matter: how many, in which bounds, and since which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.corpus.order import moment_of
from riwaya.corpus.relations import TOLLS
from riwaya.questions.facing import Relation, stance_of, superseded
from riwaya.release import Told

#: The relations that tell which counts were replaced.
_REPLACING = ("supersedes", "supports", "repeats")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Figures:
    """The count and the day of a row.

    `counted` is the newest claim whose count nobody replaced, None where nothing is counted; `lowest` and
    `highest` are the bounds of all such counts of what it counts. `dated` is the claim of the earliest day.
    """

    counted: Told | None
    lowest: int | None
    highest: int | None
    dated: Told | None


def figures(claims: Sequence[Told], relations: Sequence[Relation]) -> Figures:
    """The figures of the claims of a matter, or of a claim alone; `relations` may be those of others too."""
    numbers = {each.n for each in claims}
    inside = [each for each in relations if each.source in numbers and each.target in numbers]
    counts = _counts([each for each in claims if _bounds(each) and stance_of(each) != "denies"])
    gone = superseded(claims, inside)
    standing = [each for each in counts if each.n not in gone] or counts
    bounds = [bound for each in standing for bound in _bounds(each)]
    days = [each for each in claims if each.day_from is not None]
    return Figures(
        max(standing, key=_newest, default=None),
        min(bounds, default=None),
        max(bounds, default=None),
        min(days, key=lambda each: (each.day_from or "", each.day_to or ""), default=None),
    )


def replacing(connection: Connection, claims: Sequence[Told]) -> list[Relation]:
    """The relations between claims that count something, by which counts are replaced or said again."""
    table = schema.links.c
    counted = sorted({each.n for each in claims if _bounds(each)})
    known, found = set(counted), []
    for some in in_parts(counted, _AT_ONCE):
        rows = connection.execute(
            select(table.source, table.target, table.relation).where(
                table.source.in_(some), table.relation.in_(_REPLACING)
            )
        )
        found += [Relation(*row) for row in rows if row.target in known]
    return found


def _counts(counted: Sequence[Told]) -> list[Told]:
    """Those that count what the matter is about: the killed, else the harm that most claims count.

    Money is no toll; running totals are none of one incident.
    """
    votes = Counter(each.measure or "" for each in counted)
    ranked = sorted(votes, key=lambda m: (m != "killed", m not in TOLLS, m == "money", -votes[m], m))
    same = [each for each in counted if each.measure == ranked[0]] if ranked else []
    return [each for each in same if each.scope != "cumulative"] or same


def _bounds(told: Told) -> list[int]:
    return [bound for bound in (told.low, told.high) if bound is not None]


def _newest(told: Told) -> tuple[str, str, bool, int]:
    moment = moment_of(told.published) if told.published else ""
    return moment, told.report, not told.headline, told.n

"""The reports that share a report's wording, cite it, or are other versions of it: its nearest relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from riwaya.archive import schema
from riwaya.archive.archive import texts_of
from riwaya.corpus.changes import find_changes
from riwaya.corpus.order import moment_of
from riwaya.exchange.index import clean
from riwaya.model import Span
from riwaya.questions.desk import Desk
from riwaya.questions.lineage import relation_of
from riwaya.release import Guard

#: Relations that are listed; the page of the lineage has all.
LISTED = 12
#: Versions whose changes are shown, and characters of both texts up to which they are looked for.
VERSIONS, COMPARED = 3, 60_000
#: What is asked of the other report.
_COLUMNS = ("n", "key", "outlet", "published", "guard")


@dataclass(frozen=True, slots=True)
class Relation:
    """Another report, what it is to this one and how (`lineage.KINSHIP`), and its share of the wording."""

    name: str
    kind: str
    share: float
    report: str
    outlet: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """Another version at the same address, and what changed from the earlier of the two to the later.

    `changes` are the words that went and that came; None where the texts are too long to compare here.
    """

    relation: Relation
    changes: tuple[tuple[str, str], ...] | None


@dataclass(frozen=True, slots=True)
class Kin:
    """How many relations of each name a report has, the nearest of them, and its versions."""

    counts: Mapping[str, int]
    nearest: tuple[Relation, ...]
    versions: tuple[Version, ...]


def kin(desk: Desk, connection: Connection, report: Row[Any]) -> Kin:
    """The relations of a report, a row of `schema.reports`: the closest first, then the earliest.

    Words that changed are shown as they may leave.
    """
    found = sorted(_relations(connection, report.n), key=lambda each: _rank(each[0]))
    counts: dict[str, int] = {}
    for relation, _row in found:
        counts[relation.name] = counts.get(relation.name, 0) + 1
    versions = [each for each in found if each[0].kind == "revises"][:VERSIONS]
    others = [relation for relation, _row in found if relation.kind != "revises"]
    compared = tuple(_version(desk, connection, report, *each) for each in versions)
    return Kin(counts, tuple(others[:LISTED]), compared)


def _relations(connection: Connection, report: int) -> list[tuple[Relation, Row[Any]]]:
    copies, reports = schema.copies, schema.reports
    columns = (copies.c.kind, copies.c.share, *(reports.c[name] for name in _COLUMNS))
    found: list[tuple[Relation, Row[Any]]] = []
    for took, own, other in ((True, copies.c.report, copies.c.of), (False, copies.c.of, copies.c.report)):
        joined = copies.join(reports, reports.c.n == other)
        for row in connection.execute(select(*columns).select_from(joined).where(own == report)):
            name = relation_of(row.kind, took=took)
            found.append((Relation(name, row.kind, row.share, row.key, row.outlet, row.published), row))
    return found


def _rank(relation: Relation) -> tuple[Any, ...]:
    return -relation.share, moment_of(relation.published), relation.report


def _version(
    desk: Desk, connection: Connection, report: Row[Any], relation: Relation, other: Row[Any]
) -> Version:
    texts = texts_of(connection, [report.n, other.n])
    before, after = (other, report) if relation.name == "revises" else (report, other)
    if sum(len(text) for text in texts.values()) > COMPARED:
        return Version(relation, None)
    changes = find_changes(texts[before.n], texts[after.n])
    return Version(
        relation,
        tuple(
            (_words(desk, before, texts, change.removed), _words(desk, after, texts, change.added))
            for change in changes
        ),
    )


def _words(desk: Desk, report: Row[Any], texts: Mapping[int, str], span: Span | None) -> str:
    if span is None:
        return ""
    words = texts[report.n][span.start : span.end]
    return clean(desk.gate.passage(words, span.start, Guard.load(report.guard), report.published))

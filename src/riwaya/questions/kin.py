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

#: Relations that are listed; the page of the lineage has all.
LISTED = 12
#: Versions whose changes are shown, and characters of both texts up to which they are looked for.
VERSIONS, COMPARED = 3, 60_000
#: Characters of one change that are shown.
SHOWN = 600
#: What a relation is, by its kind and by whether this report is the one that took (`lineage.KINSHIP`).
_NAMES = {
    ("cites", True): "cites",
    ("cites", False): "cited-by",
    ("revises", True): "revises",
    ("revises", False): "revised-by",
}


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


def kin(connection: Connection, report: Row[Any]) -> Kin:
    """The relations of a report, a row of `schema.reports`: the closest first, then the earliest."""
    found = sorted(_relations(connection, report.n), key=lambda each: _rank(each[0]))
    counts: dict[str, int] = {}
    for relation, _n in found:
        counts[relation.name] = counts.get(relation.name, 0) + 1
    versions = [each for each in found if each[0].kind == "revises"][:VERSIONS]
    others = [relation for relation, _n in found if relation.kind != "revises"]
    return Kin(counts, tuple(others[:LISTED]), tuple(_version(connection, report, v) for v in versions))


def _relations(connection: Connection, report: int) -> list[tuple[Relation, int]]:
    copies, reports = schema.copies, schema.reports
    found: list[tuple[Relation, int]] = []
    for took, own, other in ((True, copies.c.report, copies.c.of), (False, copies.c.of, copies.c.report)):
        rows = connection.execute(
            select(
                copies.c.kind,
                copies.c.share,
                reports.c.n,
                reports.c.key,
                reports.c.outlet,
                reports.c.published,
            )
            .select_from(copies.join(reports, reports.c.n == other))
            .where(own == report)
        )
        for row in rows:
            name = _NAMES.get((row.kind, took), "took" if took else "gave")
            relation = Relation(name, row.kind, row.share, row.key, row.outlet, row.published)
            found.append((relation, row.n))
    return found


def _rank(relation: Relation) -> tuple[Any, ...]:
    return -relation.share, moment_of(relation.published), relation.report


def _version(connection: Connection, report: Row[Any], version: tuple[Relation, int]) -> Version:
    relation, number = version
    texts = texts_of(connection, [report.n, number])
    before, after = (number, report.n) if relation.name == "revises" else (report.n, number)
    if len(texts[before]) + len(texts[after]) > COMPARED:
        return Version(relation, None)
    changes = find_changes(texts[before], texts[after])
    words = ((_words(texts[before], c.removed), _words(texts[after], c.added)) for c in changes)
    return Version(relation, tuple(words))


def _words(text: str, span: Span | None) -> str:
    if span is None:
        return ""
    words = clean(text[span.start : span.end])
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"

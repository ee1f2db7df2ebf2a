"""What a report took from others, who took from it, whom it cites, and how its versions differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from riwaya.archive import schema
from riwaya.archive.archive import texts_of
from riwaya.archive.parts import in_parts
from riwaya.corpus.changes import Change, find_changes
from riwaya.corpus.order import moment_of, order_of
from riwaya.errors import UsageError
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.model import Span
from riwaya.questions.answer import Answer, Cell, Column, Evidence, Line
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters
from riwaya.questions.story import story_graph, tree
from riwaya.release import Guard

COLUMNS = (
    Column("relation", _("relation"), "label"),
    Column("kind", _("how"), "label"),
    Column("report", _("report"), "key"),
    Column("outlet", _("outlet")),
    Column("published", _("published"), "day"),
    Column("order", _("published before or after"), "label"),
    Column("share", _("share of wording"), "number"),
    Column("title", _("title"), "words"),
    Column("words", _("words in common"), "words"),
    Column("removed", _("words that went"), "words"),
    Column("added", _("words that came"), "words"),
)
#: What the labels of these columns are in words.
KINSHIP: Mapping[str, str] = {
    "earliest": _("earliest of the story"),
    "took": _("has text of"),
    "gave": _("has text in"),
    "cites": _("cites"),
    "cited-by": _("is cited by"),
    "revises": _("is a later version of"),
    "revised-by": _("is an earlier version of"),
    "identical": _("the same words"),
    "near": _("nearly the same words"),
    "partial": _("half of the words or more"),
    "passage": _("a passage"),
    "earlier": _("before it"),
    "later": _("after it"),
    "unknown": _("not known"),
}
#: Relations, as they are listed, by kind of copy and by whether this report is the one that took.
_RELATIONS = {
    ("cites", True): "cites",
    ("cites", False): "cited-by",
    ("revises", True): "revises",
    ("revises", False): "revised-by",
}
_ORDER = ("took", "cites", "revises", "gave", "cited-by", "revised-by")
_EARLIEST = "earliest"


@dataclass(frozen=True, slots=True)
class _Relation:
    """One row of `schema.copies` seen from one of its two reports."""

    name: str
    kind: str
    share: float
    other: Row[Any]
    passages: list[tuple[Span, Span]]


def lineage(desk: Desk, filters: Filters, report: str) -> Answer:
    """Where the words of a report, by key or the beginning of one, come from and where they went.

    The first row is the earliest report of its story. Of versions of one address a row is one change.
    `filters` narrow by outlet and day of the other report, and page. Notes hold the story as a tree. Raises
    UsageError where there is no such report, or no text of it any more.
    """
    row = desk.archive.report(report)
    if row.redacted:
        problem = gettext("the text of report {key} was removed for good on {day}")
        raise UsageError(problem.format(key=row.key, day=row.redacted))
    with desk.archive.reading() as connection:
        earliest = _earliest(connection, row)
        relations = [each for each in _relations(connection, row) if _fits(each.other, filters)]
        texts = texts_of(connection, sorted({row.n, *(each.other.n for each in relations)}))
    lines: list[Line] = []
    if earliest is not None and _fits(earliest, filters):
        lines.append(Line(_cells(desk, row, earliest, _EARLIEST), ()))
    for each in relations:
        lines += _lines(desk, row, each, texts)
    page = tuple(lines[filters.offset : filters.offset + filters.limit])
    return Answer("lineage", COLUMNS, page, len(lines), notes=_notes(desk, row, relations, lines))


def _notes(desk: Desk, row: Row[Any], relations: list[_Relation], lines: list[Line]) -> tuple[str, ...]:
    notes: list[str] = []
    if not desk.archive.is_linked():
        notes.append(gettext("Reports came in since copies were last looked for: relate the reports anew."))
    if not lines:
        notes.append(gettext("No report here shares its wording; a search finds others on the subject."))
        return tuple(notes)
    first = next((r.other.key for r in relations if r.kind == "identical" and r.name == "took"), None)
    if first is not None:
        message = gettext("Its words are those of {report}; what these share with others is listed there.")
        notes.append(message.format(report=first))
    notes.append(gettext("Words in common show a shared origin, which may be a third one that is not here."))
    graph = story_graph(desk, row.key)
    if len(graph.nodes) > 1:
        notes.append(tree(graph))
    return tuple(notes)


def _earliest(connection: Connection, row: Row[Any]) -> Row[Any] | None:
    """The first report of the story, where that is another one."""
    reports, stories = schema.reports, schema.stories
    return connection.execute(
        select(reports)
        .select_from(stories.join(reports, reports.c.n == stories.c.story))
        .where(stories.c.report == row.n, stories.c.story != row.n)
    ).first()


def relation_of(kind: str, *, took: bool) -> str:
    """What a relation is, in `KINSHIP`, by the kind of copy and whether this report is the one that took."""
    return _RELATIONS.get((kind, took), "took" if took else "gave")


def _relations(connection: Connection, row: Row[Any]) -> list[_Relation]:
    """Everything that copies say of a report: the closest first, then the earliest."""
    copies, reports = schema.copies, schema.reports
    taken = connection.execute(select(copies).where(copies.c.report == row.n)).all()
    given = connection.execute(select(copies).where(copies.c.of == row.n)).all()
    numbers = sorted({each.of for each in taken} | {each.report for each in given})
    others: dict[int, Row[Any]] = {}
    for some in in_parts(numbers):
        part = select(reports).where(reports.c.n.in_(some))
        others.update((other.n, other) for other in connection.execute(part))
    found: list[_Relation] = []
    for took, rows in ((True, taken), (False, given)):
        for each in rows:
            spans = [(Span(a, b), Span(c, d)) for a, b, c, d in json.loads(each.passages)]
            name = relation_of(each.kind, took=took)
            passages = spans if took else [(there, here) for here, there in spans]
            other = others[each.of if took else each.report]
            found.append(_Relation(name, each.kind, each.share, other, passages))
    return sorted(found, key=_rank)


def _rank(relation: _Relation) -> tuple[Any, ...]:
    other = relation.other
    return _ORDER.index(relation.name), -relation.share, moment_of(other.published), other.key


def _fits(other: Row[Any], filters: Filters) -> bool:
    day = other.day or ""
    return (
        (filters.outlet is None or other.outlet == filters.outlet)
        and (filters.since is None or day >= filters.since)
        and (filters.until is None or "" < day <= filters.until)
    )


def _lines(desk: Desk, row: Row[Any], relation: _Relation, texts: Mapping[int, str]) -> Iterator[Line]:
    other = relation.other
    if relation.kind == "revises":
        yield from _versions(desk, row, relation, texts)
        return
    longest = max(relation.passages, key=lambda pair: pair[0].end - pair[0].start, default=None)
    evidence: tuple[Evidence, ...] = ()
    if longest is not None:
        spans = zip((row, other), longest, strict=True)
        evidence = tuple(_evidence(desk, report, span, texts) for report, span in spans)
    words = evidence[0].quotation if evidence else None
    yield Line(_cells(desk, row, other, relation.name, relation, (words, None, None)), evidence)


def _versions(desk: Desk, row: Row[Any], relation: _Relation, texts: Mapping[int, str]) -> Iterator[Line]:
    """A line for each change between two versions; one for versions whose words are the same in sum."""
    other = relation.other
    before, after = (other, row) if relation.name == "revises" else (row, other)
    changes = find_changes(texts[before.n], texts[after.n]) or [Change(None, None)]
    for change in changes:
        went = _evidence(desk, before, change.removed, texts) if change.removed else None
        came = _evidence(desk, after, change.added, texts) if change.added else None
        shown = (None, went.quotation if went else None, came.quotation if came else None)
        evidence = tuple(each for each in (went, came) if each is not None)
        yield Line(_cells(desk, row, other, relation.name, relation, shown), evidence)


def _cells(
    desk: Desk,
    row: Row[Any],
    other: Row[Any],
    name: str,
    relation: _Relation | None = None,
    shown: tuple[str | None, str | None, str | None] = (None, None, None),
) -> tuple[Cell, ...]:
    return (
        name,
        relation.kind if relation and (relation.kind, True) not in _RELATIONS else None,
        other.key,
        other.outlet,
        other.published,
        order_of(other.published, row.published),
        relation.share if relation else None,
        desk.gate.title(other.title, Guard.load(other.guard), other.published),
        *shown,
    )


def _evidence(desk: Desk, row: Row[Any], span: Span, texts: Mapping[int, str]) -> Evidence:
    """Characters of a report as evidence; they are no claim's."""
    guard = Guard.load(row.guard)
    words = desk.gate.passage(texts[row.n][span.start : span.end], span.start, guard, row.published)
    uri = desk.gate.uri(row.uri, guard)
    return Evidence(
        row.key, "", row.outlet, row.published, uri, span.start, span.end, words, status="machine"
    )

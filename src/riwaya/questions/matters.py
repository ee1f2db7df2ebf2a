"""What claims of several reports are about together: the list of matters, and one of them from all sides."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from textwrap import shorten
from typing import Any, cast, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, distinct, exists, func, or_, select, true

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import AGENT, PATIENT, RECIPIENT, SPEAKER
from riwaya.corpus.versions import MOST_OF_REPORT
from riwaya.errors import MissingError, UsageError
from riwaya.exchange.labels import name_label
from riwaya.i18n import gettext, language
from riwaya.i18n import mark as _
from riwaya.model import EventType, MatterKind, Name
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of
from riwaya.questions.columns import (
    FACTUALITY,
    OUTLET,
    PLACE,
    PUBLISHED,
    QUOTATION,
    SOURCE,
    TYPE,
    WHEN,
    empty_notes,
    places_of,
    source_of,
    yes,
)
from riwaya.questions.desk import Desk
from riwaya.questions.elsewhere import with_changed
from riwaya.questions.facing import (
    Position,
    Relation,
    Side,
    Toll,
    parties_of,
    positions,
    sides,
    stance_of,
    tolls,
)
from riwaya.questions.filters import Filters, claims_at, claims_of, conditions
from riwaya.questions.paging import HAS_CLAIMS, JOINED
from riwaya.reading.linking.wordings import (
    Named,
    arabic_in_sentence,
    compose_label,
    english_in_sentence,
)
from riwaya.release import Participant, Told

#: Characters of a claim's words that a label has room for.
_WORDS = 70
_NOBODY = Named((), ())
LISTED = (
    Column("matter", _("matter"), "key"),
    Column("kind", _("kind"), "label"),
    TYPE,
    Column("label", _("what it is about")),
    Column("first", _("first told"), "day"),
    Column("last", _("last told"), "day"),
    Column("reports", _("reports"), "number"),
    Column("outlets", _("outlets"), "number"),
    Column("sides", _("sides"), "number"),
    Column("disputed", _("disputed"), "label"),
    QUOTATION,
)
SHOWN = (
    Column("side", _("side"), "ids"),
    SOURCE,
    TYPE,
    Column("stance", _("stance"), "label"),
    FACTUALITY,
    Column("measure", _("counted"), "label"),
    Column("low", _("at least"), "number"),
    Column("high", _("at most"), "number"),
    PLACE,
    WHEN,
    PUBLISHED,
    OUTLET,
    Column("relation", _("how it relates"), "label"),
    Column("to", _("to which claim"), "key"),
    QUOTATION,
)


@dataclass(frozen=True, slots=True)
class MatterView:
    """One matter from all its sides, as it may leave. Nothing in it says who is right.

    `claims` are in the order of publication, `denials` and `answers` are relations between them. `copies`
    counts reports that took their words from another report of the matter, `collected` the outlets that the
    archive has reports of. `held_back` are claims that may not leave.
    """

    id: str
    kind: MatterKind
    label: Name
    disputed: bool
    reports: int
    copies: int
    outlets: int
    collected: int
    claims: tuple[Told, ...]
    sides: tuple[Side, ...]
    positions: tuple[Position, ...]
    tolls: tuple[Toll, ...]
    relations: tuple[Relation, ...]
    denials: tuple[Relation, ...]
    answers: tuple[Relation, ...]
    held_back: int


def matters(desk: Desk, filters: Filters, *, disputed: bool = False, kind: str | None = None) -> Answer:
    """Matters, last told first, with the words of the claim that each starts from.

    A filter keeps a matter that has one claim it fits. `disputed` keeps those in which claims collide, `kind`
    incidents or questions.
    """
    with desk.archive.reading() as connection:
        filters = desk.fitting(connection, filters)
        rows, total = page_of(connection, narrowed(filters, disputed=disputed, kind=kind), filters)
        claims = claims_in(connection, [row.n for row in rows])
        # The first that is told of the place that was asked for.
        first = [next(n for n in claims[row.n] if n not in filters.away) for row in rows]
        told, held = desk.tell(connection, first, filters.place)
        known = {each.n: each for each in told}
        changed = with_changed(connection, desk.gate, claims)
        lines = tuple(
            _listed(row, known[n], hidden=row.n in changed)
            for row, n in zip(rows, first, strict=True)
            if n in known
        )
    advice = gettext("Matters join claims of several reports: take in more, and ask without filters.")
    return Answer("matters", LISTED, lines, total, held, empty_notes(total, advice))


def matter(desk: Desk, id: str, place: str | None = None) -> Answer:
    """The claims of one matter in the order of publication, each with its side and what it relates to.

    `place` is the place that was asked for, if any. Raises UsageError when there is no such matter.
    """
    return matter_answer(view(desk, id, place))


def matter_answer(seen: MatterView) -> Answer:
    """The claims of a matter as a table, for whoever has seen it already."""
    known = {each.n: each for each in seen.claims}
    related: dict[int, Relation] = {}
    for each in seen.relations:
        related.setdefault(each.source, each)
    lines = tuple(_shown(told, related.get(told.n), known) for told in seen.claims)
    return Answer("matter", SHOWN, lines, len(lines) + seen.held_back, seen.held_back, _notes(seen))


def matter_asked(desk: Desk, filters: Filters, id: str) -> Answer:
    """`matter`, as the catalogue of questions asks it: only the gate is told the place asked for."""
    return matter(desk, id, filters.place)


def view(desk: Desk, id: str, place: str | None = None) -> MatterView:
    """One matter from all its sides. `place` is the place that was asked for, if any.

    Raises UsageError when there is no such matter.
    """
    with desk.archive.reading() as connection:
        row = find_matter(connection, id)
        numbers = claims_in(connection, [row.n])[row.n]
        told, held = desk.tell(connection, numbers, place)
        links = _links_of(connection, numbers)
        copies = copies_in(connection, [row.n])[row.n]
        hidden = bool(with_changed(connection, desk.gate, {row.n: numbers}))
        collected = connection.scalar(select(func.count(distinct(schema.reports.c.outlet)))) or 0
    known = {each.n for each in told}
    relations = tuple(each for each in links if each.source in known and each.target in known)
    return MatterView(
        id=row.id, kind=row.kind, label=label_of(row, told, hidden=hidden),
        disputed=bool(row.disputed), reports=row.reports,
        copies=copies, outlets=row.outlets, collected=collected, claims=tuple(told), sides=sides(told),
        positions=positions(told), tolls=tolls(told, relations), relations=relations,
        denials=tuple(r for r in relations if r.relation in ("denies", "contradicts", "counter-accuses")),
        answers=tuple(r for r in relations if r.relation == "answers"), held_back=held,
    )  # fmt: skip


def narrowed(filters: Filters, *, disputed: bool, kind: str | None) -> list[ColumnElement[bool]]:
    """The filters as conditions on `schema.matters`: what has one claim that fits them."""
    table = schema.matters
    where: list[ColumnElement[bool]] = []
    if disputed:
        where.append(table.c.disputed == true())
    if kind is not None:
        where.append(table.c.kind == kind)
    others = (filters.party, filters.place, filters.outlet, filters.mode)
    if others == (None, None, None, None):
        return [*where, *_told_between(filters.since, filters.until)]
    member = schema.matter_claims.c
    fitting = [member.claim.in_(each) for each in _fitting(filters)]
    if fitting:
        where.append(table.c.n.in_(select(member.matter).where(*fitting)))
    return where


def _told_between(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """That a matter has a claim of these days: its first or its last, or else one between them."""
    table, member = schema.matters, schema.matter_claims
    if since is None or until is None:
        return [table.c.last >= since] if since else [table.c.first <= until] if until else []
    days = conditions(Filters(since=since, until=until))
    inside = exists().select_from(JOINED.join(member, member.c.claim == schema.claims.c.n))
    between = inside.where(member.c.matter == table.c.n, *days)
    ends = or_(table.c.first.between(since, until), table.c.last.between(since, until))
    return [table.c.last >= since, table.c.first <= until, or_(ends, between)]


def _fitting(filters: Filters) -> Iterator[Select[Any]]:
    """The claims that fit, by each table that is asked: a store looks each up once, whatever it expects."""
    if filters.party is not None:
        yield claims_of(filters.party, AGENT, PATIENT, RECIPIENT, SPEAKER)
    if filters.place is not None:
        yield claims_at(filters.place, filters.away)
    rest = conditions(replace(filters, party=None, place=None))
    if rest:
        by_report = filters.since or filters.until or filters.outlet
        yield select(schema.claims.c.n).select_from(JOINED if by_report else schema.claims).where(*rest)


def page_of(
    connection: Connection,
    where: Sequence[ColumnElement[bool]],
    filters: Filters,
    first: Sequence[ColumnElement[Any]] = (),
) -> tuple[list[Row[Any]], int]:
    """The matters of a page, last told first, and how many there are in all; `first` is sorted by before."""
    table = schema.matters
    # Only numbers are sorted: the rest of the rows is looked up for those that are shown.
    fitting = select(table.c.n, func.count().over()).where(HAS_CLAIMS, *where)
    ordered = fitting.order_by(*first, table.c.last.desc().nulls_last(), table.c.n.desc())
    found = connection.execute(ordered.limit(filters.limit).offset(filters.offset)).all()
    rows = {
        row.n: row
        for row in connection.execute(select(table).where(table.c.n.in_([n for n, _total in found]))).all()
    }
    if found:
        total = found[0][1]
    else:  # nobody counts what a page behind the last one does not have
        total = connection.scalar(select(func.count()).select_from(table).where(HAS_CLAIMS, *where)) or 0
    return [rows[n] for n, _total in found], total


def find_matter(connection: Connection, id: str) -> Row[Any]:
    """The row of the matter with this id, or the one that begins so.

    Raises MissingError where there is none, UsageError where there are several.
    """
    table, wanted = schema.matters, id.strip()
    # A whole id is found by its index; the beginning of one only by looking at all.
    whole = connection.execute(select(table).where(table.c.id == wanted, HAS_CLAIMS)).first()
    if whole is not None:
        return whole
    rows = connection.execute(
        select(table)
        .where(table.c.id.startswith(wanted, autoescape=True), HAS_CLAIMS)
        .order_by(table.c.n)
        .limit(2)
    ).all()
    if len(rows) != 1 or not wanted:
        problem = gettext("no matter '{id}' in this archive; the list of matters has their ids")
        if len(rows) > 1 and wanted:
            several = gettext("several matters begin with '{id}'; give the whole id")
            raise UsageError(several.format(id=id))
        raise MissingError(problem.format(id=id))
    return rows[0]


def claims_in(connection: Connection, matters: Sequence[int]) -> dict[int, list[int]]:
    """The claims of matters, by number, oldest first; those of reports without a date last."""
    member = schema.matter_claims
    reports, claims = schema.reports, schema.claims
    statement = select(
        member.c.matter, reports.c.published, reports.c.key, claims.c.anchor_start, claims.c.id, claims.c.n
    ).select_from(JOINED.join(member, member.c.claim == claims.c.n))
    found: dict[int, list[tuple[str, str, int, str, int]]] = {number: [] for number in matters}
    for some in in_parts(matters):
        for matter, published, *rest in connection.execute(statement.where(member.c.matter.in_(some))):
            found[matter].append((published or "~", *rest))
    return {matter: [n for *_order, n in sorted(rows)] for matter, rows in found.items()}


def _links_of(connection: Connection, claims: Sequence[int]) -> list[Relation]:
    """The relations between the claims of a matter, in the order of their sources."""
    table = schema.links
    order = {n: place for place, n in enumerate(claims)}
    inside = table.c.source.in_(claims) & table.c.target.in_(claims)
    rows = connection.execute(select(table.c.source, table.c.target, table.c.relation).where(inside)).all()
    ordered = sorted(rows, key=lambda row: (order[row.source], order[row.target], row.relation))
    return [Relation(row.source, row.target, row.relation) for row in ordered]


def copies_in(connection: Connection, matters: Sequence[int]) -> dict[int, int]:
    """How many reports of a matter took their words, all or those of the claim, from another of it.

    Of several matters, by number.
    """
    member, claims = schema.matter_claims, schema.claims
    statement = select(member.c.matter, claims.c.report, claims.c.anchor_start).select_from(
        member.join(claims, claims.c.n == member.c.claim)
    )
    anchors: dict[int, dict[int, list[int]]] = {number: {} for number in matters}
    for some in in_parts(matters):
        for matter, report, anchor in connection.execute(statement.where(member.c.matter.in_(some))):
            anchors[matter].setdefault(report, []).append(anchor)
    taken = _taken(connection, {report for each in anchors.values() for report in each})
    found: dict[int, int] = {}
    for matter, own in anchors.items():
        copies = ((at, copy) for report, at in own.items() for copy in taken.get(report, ()))
        found[matter] = len({copy.report for at, copy in copies if copy.of in own and _is_of(copy, at)})
    return found


def _taken(connection: Connection, reports: Collection[int]) -> dict[int, list[Any]]:
    """Where each of these reports took words from another of them."""
    table = schema.copies
    statement = select(table.c.report, table.c.of, table.c.kind, table.c.passages)
    statement = statement.where(table.c.kind.in_((*MOST_OF_REPORT, "passage")))
    found: dict[int, list[Any]] = {}
    for some in in_parts(sorted(reports)):
        for copy in connection.execute(statement.where(table.c.report.in_(some))):
            if copy.of in reports:
                found.setdefault(copy.report, []).append(copy)
    return found


def _is_of(copy: Any, anchors: Sequence[int]) -> bool:
    """Whether a copy is of most of a report, or else of the words around one of these characters."""
    if copy.kind in MOST_OF_REPORT:
        return True
    return any(start <= at < end for start, end, *_there in json.loads(copy.passages) for at in anchors)


def _listed(row: Row[Any], first: Told, *, hidden: bool) -> Line:
    label = name_label(label_of(row, [first], hidden=hidden), language())
    cells: tuple[Cell, ...] = (
        row.id, row.kind, row.type, label, row.first, row.last,
        row.reports, row.outlets, row.sides, yes(row.disputed), first.quotation,
    )  # fmt: skip
    return Line(cells, evidence_of([first]))


def _shown(told: Told, related: Relation | None, known: dict[int, Told]) -> Line:
    target = known[related.target] if related else None
    cells: tuple[Cell, ...] = (
        parties_of(told), source_of(told), told.type, stance_of(told), told.factuality, told.measure,
        told.low, told.high, places_of(told), told.time, told.day, (told.outlet,),
        related.relation if related else None, f"{target.report}/{target.id}" if target else None,
        told.quotation,
    )  # fmt: skip
    return Line(cells, evidence_of([told]))


def label_of(row: Row[Any], claims: Sequence[Told], *, hidden: bool) -> Name:
    """The label of a matter; without its place where that of any of its claims is `hidden`."""
    if not hidden:
        return _worded(Name(row.label_ar, row.label_en), row, claims)
    agents = [person for told in claims[:1] for person in told.agents]
    patients = [person for told in claims[:1] for person in told.patients]
    label = compose_label(
        cast("EventType", row.type), row.kind, _named(agents), _named(patients), _NOBODY, None
    )
    return _worded(label, row, claims)


@lru_cache(maxsize=2)
def _bare(kind: MatterKind) -> frozenset[str | None]:
    """All labels in which nobody and no place is named."""
    types: tuple[EventType, ...] = get_args(EventType)
    themes = (None, *types)
    return frozenset(
        compose_label(of, kind, _NOBODY, _NOBODY, _NOBODY, theme).ar for of in types for theme in themes
    )


def _worded(label: Name, row: Row[Any], claims: Sequence[Told]) -> Name:
    """A label that names neither a party nor a place, with the first words of the first claim behind it."""
    quoted = next((told.quotation for told in claims if told.quotation), None)
    if quoted is None or label.ar not in _bare(row.kind):
        return label
    words = shorten(quoted, _WORDS, placeholder="…")
    return Name(f"{label.ar}: «{words}»", f"{label.en}: «{words}»")


def _named(people: Sequence[Participant]) -> Named:
    return Named(
        [arabic_in_sentence(person.name_ar) for person in people if person.name_ar],
        [english_in_sentence(person.name_en, person.kind or "") for person in people if person.name_en],
    )


def _notes(seen: MatterView) -> tuple[str, ...]:
    told = gettext(
        "Told by {reports} reports of {outlets} outlets, of {collected} collected; {copies} are copies."
    )
    notes = [
        told.format(reports=seen.reports, outlets=seen.outlets, collected=seen.collected, copies=seen.copies)
    ]
    for toll in seen.tolls:
        if toll.disputed:
            notes.append(gettext("They do not agree on how many; each count stands beside who gives it."))
            break
    if any(position.changed for position in seen.positions):
        notes.append(gettext("A side says something else than it said before."))
    return tuple(notes)

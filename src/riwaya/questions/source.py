"""Whom an outlet relays and in which words it speaks of whom; where a party is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from riwaya.archive import schema
from riwaya.corpus.namings import Naming, Shared, namings, taken
from riwaya.corpus.relays import Relayed, examples, newest_reports, quoted_in, relayed
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters, conditions
from riwaya.questions.names import find_party
from riwaya.release import Guard, Told

COLUMNS = (
    Column("about", _("what"), "label"),
    Column("who", _("who"), "ids"),
    Column("count", _("how often"), "number"),
    Column("share", _("per cent"), "number"),
    Column("act", _("acts"), "label"),
    Column("endorsing", _("endorsed"), "number"),
    Column("distancing", _("kept at a distance"), "number"),
    Column("words", _("words used"), "words"),
)
#: What a line is about.
ABOUT = {
    "relays": _("relays"),
    "calls": _("calls"),
    "took": _("has text of"),
    "gave": _("has text in"),
    "quoted": _("is quoted by"),
}
#: Newest reports of an outlet whose claims are counted, and those that are looked through for its words.
RECENT, LOOKED_THROUGH = 1000, 40
#: Acts that a line names, and words for one actor.
_ACTS, _WORDS = 3, 4
#: Whom an outlet relays, whom it calls something, with whom it shares text: so many of each, by count.
_RELAYED, _CALLED, _SHARING = 25, 20, 10


@dataclass(frozen=True, slots=True)
class _Draft:
    """A line before its evidence: a claim's number, or a report's with its claim's id (None: the first).

    `words` are the report's own in the last cell, and where they begin in it.
    """

    cells: tuple[Cell, ...]
    claim: int | None = None
    place: tuple[int, str | None] | None = None
    words: tuple[str, int] | None = None


def source(desk: Desk, filters: Filters, id: str) -> Answer:
    """An outlet: whom it relays, its words for whom, whose texts it has; a party: who quotes it.

    `id` is an id or name; an outlet is meant where both fit. `share` is per cent of the outlet's claims, or
    of all words for that actor. A line that no claim shows which may leave is left out. Raises UsageError
    when the archive knows nobody of that name.
    """
    with desk.archive.reading() as connection:
        filters = desk.fitting(connection, filters)
        outlet = _outlet(connection, id)
        if outlet is None:
            party = find_party(connection, id)
            drafts, notes = _party(connection, party, filters), _party_notes()
        else:
            drafts, notes = _outlet_drafts(connection, outlet, filters), _outlet_notes()
        claims = _claims(connection, drafts)
        numbers = sorted({n for n in claims if n is not None})
        told, held = desk.tell(connection, numbers, filters.place)
        guards = _guards(connection, drafts)
    known = {each.n: each for each in told}
    lines = [
        Line(_released(desk, draft, known[claim], guards), evidence_of([known[claim]]))
        for draft, claim in zip(drafts, claims, strict=True)
        if claim in known
    ]
    page = tuple(lines[filters.offset : filters.offset + filters.limit])
    return Answer("source", COLUMNS, page, len(lines), held, notes)


def _guards(connection: Connection, drafts: Sequence[_Draft]) -> dict[int, Guard]:
    """The guards of the reports whose words the lines have, by number."""
    table = schema.reports
    numbers = sorted({draft.place[0] for draft in drafts if draft.words and draft.place})
    rows = connection.execute(select(table.c.n, table.c.guard).where(table.c.n.in_(numbers)))
    return {n: Guard.load(guard) for n, guard in rows}


def _released(desk: Desk, draft: _Draft, told: Told, guards: Mapping[int, Guard]) -> tuple[Cell, ...]:
    """The cells of a line, the report's words in them as they may leave."""
    if draft.words is None or draft.place is None:
        return draft.cells
    words, start = draft.words
    return (*draft.cells[:-1], desk.gate.passage(words, start, guards[draft.place[0]], told.published))


def _outlet(connection: Connection, asked: str) -> str | None:
    """The outlet that is meant; None where no report is of one so called."""
    table = schema.reports
    there = select(func.count()).select_from(table).where(table.c.outlet == asked.strip())
    if connection.scalar(there):
        return asked.strip()
    actors = schema.actors
    named = select(actors.c.id).where(
        (actors.c.id == asked.strip()) | (actors.c.name_ar == asked) | (actors.c.name_en == asked)
    )
    for id in sorted(connection.scalars(named)):
        if connection.scalar(select(func.count()).select_from(table).where(table.c.outlet == id)):
            return str(id)
    return None


def _outlet_drafts(connection: Connection, outlet: str, filters: Filters) -> list[_Draft]:
    table = schema.reports
    where = []
    if filters.since is not None:
        where.append(table.c.day >= filters.since)
    if filters.until is not None:
        where.append(table.c.day <= filters.until)
    counted = relayed(connection, newest_reports(outlet, where, RECENT))
    looked = list(connection.scalars(newest_reports(outlet, where, LOOKED_THROUGH)))
    named = namings(connection, looked, filters.party)
    return [
        *_relays(connection, counted, "relays", _RELAYED),
        *_calls(named),
        *_copies("took", taken(connection, outlet, given=False)),
        *_copies("gave", taken(connection, outlet, given=True)),
    ]


def _party(connection: Connection, party: str, filters: Filters) -> list[_Draft]:
    counted = quoted_in(connection, party, conditions(filters))
    return list(_relays(connection, counted, "quoted", len(counted)))


def _relays(connection: Connection, counted: Sequence[Relayed], about: str, most: int) -> Iterable[_Draft]:
    total = sum(each.count for each in counted)
    first = examples(connection, counted[:most])
    for each in counted[:most]:
        acts = sorted(each.acts, key=lambda act: (-each.acts[act], act))[:_ACTS]
        cells: tuple[Cell, ...] = (
            about, each.ids, each.count, _percent(each.count, total), tuple(acts),
            each.distances["endorsing"] or None, each.distances["distancing"] or None, None,
        )  # fmt: skip
        yield _Draft(cells, first.get(each.ids))


def _calls(named: Sequence[Naming]) -> Iterable[_Draft]:
    seen: dict[str, int] = {}
    for each in named:
        seen[each.actor] = seen.get(each.actor, 0) + 1
        if seen[each.actor] <= _WORDS and len(seen) <= _CALLED:
            cells: tuple[Cell, ...] = (
                "calls", (each.actor,), each.count, _percent(each.count, each.total), None, None, None,
                each.words,
            )  # fmt: skip
            if each.report is not None and each.start is not None:
                yield _Draft(cells, None, (each.report, each.claim), (each.words, each.start))


def _copies(about: str, found: Sequence[Shared]) -> Iterable[_Draft]:
    for each in found[:_SHARING]:
        cells: tuple[Cell, ...] = (about, (each.outlet,), each.count, None, None, None, None, None)
        yield _Draft(cells, None, (each.report, None))


def _percent(count: int, total: int) -> float | None:
    return round(100 * count / total, 1) if total else None


def _claims(connection: Connection, drafts: Sequence[_Draft]) -> list[int | None]:
    """The claims that show what the lines say."""
    table = schema.claims
    reports = sorted({draft.place[0] for draft in drafts if draft.place})
    rows = connection.execute(
        select(table.c.report, table.c.start, table.c.id, table.c.n).where(table.c.report.in_(reports))
    ).all()
    by_id = {(report, id): n for report, _start, id, n in rows}
    first: dict[int, int] = {}
    for report, _start, _id, n in sorted(tuple(row) for row in rows):
        first.setdefault(report, n)
    found: list[int | None] = []
    for draft in drafts:
        if draft.place is None:
            found.append(draft.claim)
        else:
            report, id = draft.place
            found.append(by_id.get((report, id)) if id else first.get(report))
    return found


def _outlet_notes() -> tuple[str, ...]:
    return (
        gettext("Claims are counted in the {recent} newest reports, words in the {looked} newest.").format(
            recent=RECENT, looked=LOOKED_THROUGH
        ),
        gettext("Copies are counted by report, whoever had the text first."),
    )


def _party_notes() -> tuple[str, ...]:
    return (gettext("What is handed on through the party is counted too, and what its members say."),)

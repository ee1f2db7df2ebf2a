"""How many origins there are behind a matter or a claim, and how they stand to one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.corpus.alike import by_position, claims_like, claims_of_matter
from riwaya.corpus.collected import Collected
from riwaya.corpus.origins import Corroboration, Origin, origins
from riwaya.errors import UsageError
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of
from riwaya.questions.columns import QUOTATION
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters, conditions
from riwaya.questions.matters import find_matter
from riwaya.questions.paging import JOINED
from riwaya.questions.related import pack_notes, stale_notes
from riwaya.release import Told

COLUMNS = (
    Column("position", _("position"), "label"),
    Column("origin", _("origin"), "ids"),
    Column("state", _("lineage"), "label"),
    Column("reason", _("reason")),
    Column("tellings", _("tellings"), "number"),
    Column("outlets", _("outlets"), "ids"),
    Column("first", _("first on"), "day"),
    Column("joined", _("why one origin")),
    Column("camp", _("stands with"), "ids"),
    Column("interest", _("interest"), "label"),
    Column("interest_reason", _("why this interest")),
    QUOTATION,
)
#: What is said of each position as a whole.
_TOTALS: Mapping[str, str] = {
    "says": _("Tellings that say so: {tellings}; origins behind them: {origins} at most ({reason})."),
    "blames": _(
        "Tellings that blame another: {tellings}; origins behind them: {origins} at most ({reason})."
    ),
    "denies": _("Tellings that deny it: {tellings}; origins behind them: {origins} at most ({reason})."),
}
#: Tellings of an origin that are shown as its evidence.
SHOWN = 5


def corroboration(desk: Desk, filters: Filters, matter: str) -> Answer:
    """The origins behind a matter, or behind a claim (`KEY/c3`) and those that say the same.

    A matter is named by its id, or the beginning of it. A line is an origin, with those that hold it so first
    and those that deny it after them; the earliest come first. Copies are no origins. Raises
    UsageError when there is no such matter or claim.
    """
    with desk.archive.reading() as connection:
        sides = _sides(desk, connection, matter, filters)
        released, held = desk.tell(connection, [n for each in sides.values() for n in each], filters.place)
        known = {each.n: each for each in released}
        # What may not leave is behind no origin: neither its outlet nor how often it was told shows.
        told = {position: [n for n in each if n in known] for position, each in sides.items()}
        found = {position: origins(connection, each) for position, each in told.items() if each}
        pages = [(position, origin) for position, each in found.items() for origin in each.origins]
        page = pages[filters.offset : filters.offset + filters.limit]
        missing = pack_notes(connection)
    notes = (*_notes(found), *missing, *stale_notes(desk.archive))
    lines = tuple(
        _line(position, origin, [known[telling.claim] for telling in origin.tellings[:SHOWN]])
        for position, origin in page
    )
    return Answer("corroboration", COLUMNS, lines, len(pages), held, notes)


def _sides(desk: Desk, connection: Connection, asked: str, filters: Filters) -> Mapping[str, list[int]]:
    """The claims that are asked for by what they hold, narrowed by the filters."""
    key, slash, id = asked.strip().partition("/")
    if slash:
        claims: Mapping[str, list[int]] = by_position(
            connection.execute(
                select(schema.claims.c.n, schema.claims.c.factuality).where(
                    schema.claims.c.n.in_(claims_like(connection, _claim(desk, connection, key, id)))
                )
            )
        )
    else:
        claims = claims_of_matter(connection, find_matter(connection, asked).n)
    where = conditions(desk.fitting(connection, filters))
    if not where:
        return claims
    kept: dict[str, list[int]] = {}
    for position, numbers in claims.items():
        statement = (
            select(schema.claims.c.n).select_from(JOINED).where(schema.claims.c.n.in_(numbers), *where)
        )
        narrowed = sorted(connection.scalars(statement))
        if narrowed:
            kept[position] = narrowed
    return kept


def _claim(desk: Desk, connection: Connection, key: str, id: str) -> int:
    report = desk.archive.report(key)
    table = schema.claims
    number = connection.scalar(select(table.c.n).where(table.c.report == report.n, table.c.id == id))
    if number is None:
        problem = gettext("no claim '{claim}' in report {report}")
        raise UsageError(problem.format(claim=id, report=report.key))
    return int(number)


def _line(position: str, origin: Origin, told: Sequence[Told]) -> Line:
    first = origin.tellings[0]
    ids = tuple(speaker.id for speaker in origin.speakers) or (first.outlet,)
    leaning = origin.interest
    cells: tuple[Cell, ...] = (
        position, ids, origin.state, origin.reason, len(origin.tellings),
        tuple(dict.fromkeys(telling.outlet for telling in origin.tellings)), first.day,
        origin.joins[0].reason if origin.joins else None, tuple(sorted(origin.camps - set(ids))),
        leaning.leaning if leaning else None, leaning.reason if leaning else None, told[0].quotation,
    )  # fmt: skip
    return Line(cells, evidence_of(told))


def _notes(found: Mapping[str, Corroboration]) -> tuple[str, ...]:
    notes = [note for position, each in found.items() for note in _totals(position, each)]
    notes.append(gettext("Origins are counted, not copies; nothing here says who is right."))
    if any(each.state != "independent" and len(each.origins) > 1 for each in found.values()):
        notes.append(gettext("That origins are independent only a person can decide."))
    return tuple(notes)


def _totals(position: str, each: Corroboration) -> list[str]:
    tellings = sum(len(origin.tellings) for origin in each.origins)
    total = gettext(_TOTALS[position]).format(
        tellings=tellings, origins=len(each.origins), reason=each.reason
    )
    return [total, _collected(each.collected)]


def _collected(window: Collected) -> str:
    if window.since is None:
        sentence = gettext("{outlets} of {all} outlets collected tell it; no report of it has a date.")
    else:
        sentence = gettext("{outlets} of {all} outlets collected from {since} to {until} tell it.")
    return sentence.format(outlets=window.outlets, all=window.all, since=window.since, until=window.until)

"""What is new, as people read it: the lines of a brief by section, each with its way to matter and report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from riwaya.archive import Archive
from riwaya.errors import UsageError
from riwaya.exchange.labels import name_label
from riwaya.exchange.wording import both
from riwaya.i18n import gettext as _
from riwaya.i18n import language, mark
from riwaya.questions.answer import Column, Evidence, Line, values_of
from riwaya.questions.board import labels_of
from riwaya.questions.brief import COLUMNS, SECTIONS, brief
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters
from riwaya.questions.fresh import MOMENT
from riwaya.questions.names import names_of
from riwaya.questions.watch import Watch
from riwaya.questions.wording import ids_of, value_words, word_of
from riwaya.workbench.claims import name_in
from riwaya.workbench.watching import Watched, last_days, last_look, watch_of

#: Headings of the sections, in the order of `brief.SECTIONS`.
HEADINGS: Mapping[str, str] = {
    "toll": mark("Numbers that changed"),
    "denial": mark("Denials and contradictions"),
    "changed": mark("Sources that changed their word"),
    "side": mark("New sides in known matters"),
    "matter": mark("New matters"),
    "answer": mark("Answers to requests"),
    "revised": mark("Reports that were revised"),
    "report": mark("New reports about conflict"),
    "aside": mark("New reports not about conflict"),
}
#: Sections whose items are about another claim, which is shown with them.
_AGAINST = ("denial", "changed", "answer")
_LINES = 60


@dataclass(frozen=True, slots=True)
class Scope:
    """What a morning covers: since when (a day, or the moment of a look) and what is watched in it.

    `why` is how it came to be: `look`, `asked` for or `last` days.
    """

    since: str
    why: str
    watch: Watch
    watching: str


@dataclass(frozen=True, slots=True)
class Other:
    """What something new is about: a claim of another report, or of the same."""

    outlet: str
    day: str | None
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is new. Phrases hold isolates; `words` are the report's own."""

    reason: str
    who: str
    where: str
    matter: str | None
    matter_label: str
    report: str | None
    claim: str | None
    outlet: str
    day: str | None
    copied_in: str
    copies: int
    words: str
    status: str
    status_word: str
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is new, by section in their order; `notes` are sentences about the whole."""

    sections: tuple[tuple[str, str, tuple[Item, ...]], ...]
    total: int
    held_back: int
    notes: tuple[str, ...]


def scope_asked(
    archive: Archive, given: Mapping[str, str], who: str, watched: Sequence[Watched]
) -> Scope | None:
    """What the morning of somebody covers, by what they typed; None where no report has a day.

    Raises UsageError for a day that is none, and for what they do not watch.
    """
    with archive.reading() as connection:
        look, last = last_look(connection, who), last_days(connection)
    asked, watching = given.get("since", "").strip(), given.get("watching", "")
    if asked:
        since, why = asked, "asked"
    elif look and MOMENT.fullmatch(look):
        since, why = look, "look"
    elif last:
        since, why = last, "last"
    else:
        return None
    if not watching:
        return Scope(since, why, Watch(), "")
    chosen = [each for each in watched if watching in ("all", f"{each.kind} {each.id}")]
    if not chosen:
        raise UsageError(_("You watch nothing of that name: add it below, or show everything."))
    return Scope(since, why, watch_of(chosen), watching)


def news(desk: Desk, scope: Scope | None) -> News:
    """What is new in a scope, in the current language. Raises UsageError for a day that is none."""
    if scope is None:
        return News((), 0, 0, ())
    answer = brief(desk, Filters(limit=_LINES), scope.since, scope.watch)
    rows = [_named(line) for line in answer.lines]
    ids = {row["matter"] for row in rows if row["matter"]}
    labels = {id: name_label(name, language()) or id for id, name in labels_of(desk, ids).items()}
    with desk.archive.reading() as connection:
        outlets = {each.outlet for line in answer.lines for each in line.evidence}
        names = names_of(connection, ids_of(answer) | outlets, language())
    sections = []
    for section in SECTIONS:
        items = _folded(
            _item(line, row, names, labels)
            for line, row in zip(answer.lines, rows, strict=True)
            if row["section"] == section
        )
        if items:
            sections.append((section, _(HEADINGS[section]), items))
    return News(tuple(sections), answer.total, answer.held_back, answer.notes)


def _folded(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items that tell of one claim together: it may deny several others."""
    found: dict[tuple[object, ...], Item] = {}
    for each in items:
        key = (each.report, each.claim or len(found), each.matter)
        known = found.get(key)
        found[key] = replace(known, others=(*known.others, *each.others)) if known else each
    return tuple(found.values())


def _named(line: Line) -> dict[str, Any]:
    return {column.name: cell for column, cell in zip(COLUMNS, line.cells, strict=True)}


def _item(line: Line, row: Mapping[str, Any], names: Mapping[str, str], labels: Mapping[str, str]) -> Item:
    evidence = line.evidence[0] if line.evidence else None
    # A line about a report leads to it as a whole, one about a claim to the claim.
    claim = evidence.claim if evidence and row["section"] not in ("report", "aside", "revised") else None
    against = row["section"] in _AGAINST
    outlet = values_of(_column("outlet"), row["outlet"])
    return Item(
        reason="" if against else row["reason"] or "", who=_people(row["who"], names),
        where=_people(row["place"], names), matter=row["matter"],
        matter_label=labels.get(row["matter"] or "", row["matter"] or ""), report=row["report"], claim=claim,
        outlet=name_in(outlet[0], names) if outlet else "", day=row["published"],
        copied_in=_people(row["copied_in"], names), copies=row["copies"] or 0, words=row["words"] or "",
        status=evidence.status if evidence else "",
        status_word=word_of("status", evidence.status) if evidence else "",
        others=tuple(_other(each, names) for each in line.evidence[1:2]) if against else (),
    )  # fmt: skip


def _other(evidence: Evidence, names: Mapping[str, str]) -> Other:
    address = f"/report/{evidence.report}#{evidence.claim}"
    return Other(name_in(evidence.outlet, names), evidence.published, evidence.quotation, address)


def _people(cell: Any, names: Mapping[str, str]) -> str:
    column = _column("who")
    found = [value_words(column, value, names) for value in values_of(column, cell)]
    return both(found) if found else ""


def _column(name: str) -> Column:
    return next(column for column in COLUMNS if column.name == name)

"""Who accuses whom of what: an index to the quotations."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.accusing import Group, asked, grouped
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of, who
from riwaya.questions.columns import MODE, PHASE, QUOTATION, TYPE, empty_notes
from riwaya.questions.desk import Desk
from riwaya.questions.facing import NO_SIDE
from riwaya.questions.filters import Filters
from riwaya.questions.linked import sources_of
from riwaya.release import Participant, Told

COLUMNS = (
    Column("accuser", _("who accuses"), "ids"),
    Column("accused", _("accused"), "ids"),
    TYPE,
    MODE,
    PHASE,
    Column("first", _("first said"), "day"),
    Column("last", _("last said"), "day"),
    Column("times", _("times"), "number"),
    Column("outlets", _("outlets"), "number"),
    Column("denied_by", _("denied by"), "ids"),
    QUOTATION,
)


def accusations(
    desk: Desk, filters: Filters, by: str | None = None, against: str | None = None, *, each: bool = False
) -> Answer:
    """Accusations, what was said last first; alike ones in one row with the newest quotation, unless `each`.

    Alike are accuser, accused and the kind of deed; an accusation by or of somebody whom no registry lists
    stands alone. `by` and `against` are ids of parties, their members included. Place and mode may be those
    of the deed. `times` and `outlets` count copies too. `denied_by` is who denies it, here or elsewhere;
    never the accuser or somebody of its party.
    """
    with desk.archive.reading() as connection:
        groups = grouped(asked(desk, connection, filters, by, against), each=each)
        shown = groups[filters.offset : filters.offset + filters.limit]
        links = sources_of(connection, (n for group in shown for n in group.targets), "denies")
        numbers = [n for group in shown for n in (group.newest.claim, group.newest.theme) if n is not None]
        told = {
            each.n: each for each in desk.tell(connection, list(dict.fromkeys(numbers)), filters.place)[0]
        }
        denying = sorted({n for found in links.values() for n in found})
        denials = {each.n: each for each in desk.tell(connection, denying)[0]}
    lines = []
    for group in shown:
        if {group.newest.claim, group.newest.theme} - {None} <= told.keys():
            found = dict.fromkeys(n for target in group.targets for n in links.get(target, ()))
            lines.append(_line(group, told, [denials[n] for n in found if n in denials]))
    held = len(shown) - len(lines)
    return Answer("accusations", COLUMNS, tuple(lines), len(groups), held, _notes(len(groups)))


def _line(group: Group, told: dict[int, Told], denials: Sequence[Told]) -> Line:
    newest = told[group.newest.claim]
    deed = told[group.newest.theme] if group.newest.theme is not None else newest
    days = [item.day for item in group.items if item.day]
    accusers = _parties(group.newest.accuser, newest)
    denied = {each.n: _others(each, accusers) for each in denials}
    about = None if deed is newest and newest.type == "ACCUSE" else deed
    cells: tuple[Cell, ...] = (
        _named(group.newest.accuser, newest.origin.actors, newest.agents),
        _named(group.newest.accused, newest.patients, deed.agents),
        about.type if about else None,
        about.mode if about else None,
        about.phase if about else None,
        min(days, default=None),
        max(days, default=None),
        len(group.items),
        len({item.outlet for item in group.items}),
        who(actor for others in denied.values() for actor in others),
        newest.quotation,
    )
    return Line(cells, evidence_of([newest, *(each for each in denials if denied[each.n])]))


def _parties(ids: tuple[str, ...], told: Told) -> set[str]:
    """The accusers and their parties; nobody in particular is left out, since another may be meant by it."""
    people = [p for p in (*told.origin.actors, *told.agents) if p.id in ids and _is_somebody(p)]
    return {name for person in people for name in (person.id, person.party) if name}


def _others(denial: Told, accusers: set[str]) -> list[Participant]:
    """Who denies and did not accuse."""
    people = denial.origin.actors
    return [p for p in people if not _is_somebody(p) or not accusers & {p.id, p.party or p.id}]


def _is_somebody(person: Participant) -> bool:
    return person.kind == "media" or person.kind not in NO_SIDE


def _named(ids: tuple[str, ...], *people: tuple[Participant, ...]) -> Cell:
    """These ids, whoever is not listed with the words for him; only of what the gate let pass."""
    known = {person.id: person for group in people for person in group}
    return who(known[id] for id in ids if id in known)


def _notes(total: int) -> tuple[str, ...]:
    if not total:
        advice = gettext("Try without the accuser or the accused; a search finds reports by their words.")
        return empty_notes(total, advice)
    return (gettext("Times and outlets count copies too; an accusation is not a finding."),)

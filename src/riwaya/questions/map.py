"""What is said to have happened, or to be held, where: a row a place, never an area of control."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of
from riwaya.questions.claims import COLUMNS as CLAIM_COLUMNS
from riwaya.questions.claims import line_of
from riwaya.questions.columns import empty_notes
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters
from riwaya.questions.sightings import sightings
from riwaya.questions.whereabouts import Sighting
from riwaya.release import Spot

COLUMNS = (
    Column("place", _("where"), "ids"),
    Column("kind_of_place", _("kind of place"), "label"),
    Column("lon", _("longitude"), "number"),
    Column("lat", _("latitude"), "number"),
    Column("uncertainty_km", _("uncertain by km"), "number"),
    Column("claims", _("claims"), "number"),
    Column("denied", _("that say it is not so"), "number"),
    Column("reports", _("reports"), "number"),
    Column("outlets", _("outlets"), "number"),
    Column("type", _("what"), "label"),
    Column("mode", _("how"), "label"),
    Column("first", _("first said"), "day"),
    Column("last", _("last said"), "day"),
    Column("days", _("days ago"), "number"),
    Column("source", _("by whom said"), "ids"),
    Column("outlet", _("outlet"), "ids"),
    Column("holder", _("who is said to hold it"), "ids"),
    Column("held_said", _("when that was said"), "day"),
    Column("held_by", _("who said that"), "ids"),
    Column("disputed", _("disputed"), "label"),
)
#: Kinds of events, and ways, that a row names at most.
_MOST = 5


@dataclass(slots=True)
class SaidOf:
    """Everything that is said of one place, in the order of publication."""

    spot: Spot
    items: list[Sighting] = field(default_factory=list)
    disputed: bool = False

    @property
    def last(self) -> Sighting:
        """What was said last."""
        return self.items[-1]

    @property
    def held(self) -> list[Sighting]:
        """What was said last of who holds it: all claims of that day that do not deny it or tell its end."""
        said: list[Sighting] = []
        for each in reversed(self.items):
            if said and each.day != said[0].day:
                break
            if _holds(each):
                said.append(each)
        return said[::-1]


@dataclass(frozen=True, slots=True)
class Said:
    """The places that filters leave, most spoken of first; how many claims are held back."""

    places: tuple[SaidOf, ...]
    held_back: int


def said_where(desk: Desk, connection: Connection, filters: Filters) -> Said:
    """What is said of every place that the filters leave, in no page."""
    found, held, disputed = sightings(desk, connection, filters)
    places: dict[str, SaidOf] = {}
    for each in found:
        for spot in each.spots:
            said = places.get(spot.id)
            if said is None:
                said = places[spot.id] = SaidOf(spot)
            said.items.append(each)
            if each.claim in disputed:
                said.disputed = True
    ordered = sorted(places.values(), key=lambda said: (-len(said.items), said.spot.id))
    return Said(tuple(ordered), held)


def where(desk: Desk, filters: Filters) -> Answer:
    """A row for every place of which something is said, those most spoken of first.

    Events that happen somewhere, and claims of who holds a place or is there; asides, an undated past and
    what is left open are not among them. `days` counts to `until`, or to today. Evidence is what was said
    last, and of who holds the place.
    """
    with desk.archive.reading() as connection:
        said = said_where(desk, connection, filters)
        page = said.places[filters.offset : filters.offset + filters.limit]
        told, _held = desk.tell(connection, [n for each in page for n in _evidence(each)])
    by_number = {each.n: each for each in told}
    today = day_of(desk, filters)
    lines = tuple(
        Line(_cells(each, today), evidence_of(by_number[n] for n in _evidence(each) if n in by_number))
        for each in page
    )
    return Answer("map", COLUMNS, lines, len(said.places), said.held_back, _notes(len(said.places)))


def said_at(desk: Desk, filters: Filters, place: str) -> Answer:
    """The claims that are told of exactly this place (an id), those said last first."""
    with desk.archive.reading() as connection:
        found, _held, _disputed = sightings(desk, connection, replace(filters, place=place))
        numbers = [each.claim for each in reversed(found) if any(spot.id == place for spot in each.spots)]
        page = numbers[filters.offset : filters.offset + filters.limit]
        told, held = desk.tell(connection, page)
    return Answer("claims", CLAIM_COLUMNS, tuple(line_of(each) for each in told), len(numbers), held)


def day_of(desk: Desk, filters: Filters) -> date:
    """The day to which the days are counted that have gone by since something was said."""
    return date.fromisoformat(filters.until) if filters.until else desk.gate.now.date()


def days_since(said: Sighting, today: date) -> int | None:
    """How many days before `today` something was said."""
    return (today - date.fromisoformat(said.day)).days if said.day else None


def speakers(items: Iterable[Sighting]) -> tuple[str, ...]:
    """Whom claims start from, each once."""
    return tuple(dict.fromkeys(id for each in items for id in each.speakers))


def holders(items: Iterable[Sighting]) -> tuple[str, ...]:
    """Who is said to hold a place, each once."""
    return tuple(dict.fromkeys(id for each in items for id in each.agents))


def commonest(values: Iterable[str | None]) -> tuple[str, ...]:
    """The values that come most often, the most frequent first."""
    return tuple(value for value, _n in Counter(v for v in values if v).most_common(_MOST))


def _holds(each: Sighting) -> bool:
    return each.type == "CONTROL" and each.phase != "end" and not each.denied and bool(each.agents)


def _evidence(said: SaidOf) -> Sequence[int]:
    return list(dict.fromkeys((said.last.claim, *(each.claim for each in said.held[-2:]))))


def _cells(said: SaidOf, today: date) -> tuple[Cell, ...]:
    spot, items, held = said.spot, said.items, said.held
    days = [each.day for each in items if each.day]
    return (
        (spot.id,), spot.kind, spot.lon, spot.lat, spot.uncertainty_km, len(items),
        sum(each.denied for each in items), len({each.report for each in items}),
        len({each.outlet for each in items}), commonest(each.type for each in items),
        commonest(each.mode for each in items), min(days, default=None), said.last.day or None,
        days_since(said.last, today), speakers([said.last]), (said.last.outlet,), holders(held),
        held[-1].day or None if held else None, speakers(held), "yes" if said.disputed else None,
    )  # fmt: skip


def _notes(total: int) -> tuple[str, ...]:
    if not total:
        return empty_notes(total, gettext("Try more days, or fewer conditions."))
    return (
        gettext("What was said of these places on these days, not what is so today or was so in between."),
        gettext("A circle says how far off a place may be. It is no area that anybody holds."),
    )

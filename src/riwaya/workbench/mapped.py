"""The places of the map as a page shows them: each with its words, and what draws it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from riwaya.exchange.labels import EVENTS, MODES, PLACE_KINDS, label
from riwaya.exchange.wording import both, isolate
from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext
from riwaya.questions.answer import Column
from riwaya.questions.map import SaidOf, commonest, days_since, holders, speakers
from riwaya.questions.wording import value_words

#: Places that a page lists and draws at most: those most spoken of. The table has all.
MOST = 300
#: So many days up to the chosen one are shown; 0 stands for all.
WINDOWS = (1, 7, 30, 90, 365, 0)
USUAL = 30
#: Speakers that a line names at most.
_NAMED = 3
_IDS = Column("id", "", "ids")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One place: what draws it, and what is said of it in words. `drawn` is False where it has no circle."""

    id: str
    name: str
    kind: str
    lon: float | None
    lat: float | None
    km: float
    claims: int
    last: str
    what: str
    holder: str
    disputed: bool
    denied: str
    leads: str
    drawn: bool


def drawn_of(
    places: Sequence[SaidOf], names: Mapping[str, str], today: date, asked: Mapping[str, str]
) -> list[Drawn]:
    """Places as they are shown; `asked` are the parameters that a place's own page is asked for with."""
    return [_drawn(each, names, today, asked) for each in places]


def ids_of(places: Iterable[SaidOf]) -> set[str]:
    """All ids that `drawn_of` needs names for."""
    found: set[str] = set()
    for each in places:
        held = each.held
        found |= {each.spot.id, *speakers([each.last]), *holders(held), *speakers(held)}
    return found


def first_day(until: str, window: int) -> str:
    """The first of so many days up to a day, both included."""
    return date.fromordinal(max(1, date.fromisoformat(until).toordinal() - window + 1)).isoformat()


def _drawn(said: SaidOf, names: Mapping[str, str], today: date, asked: Mapping[str, str]) -> Drawn:
    spot, denied = said.spot, sum(each.denied for each in said.items)
    what = (*(label(EVENTS, t) for t in commonest(each.type for each in said.items)),
            *(label(MODES, m) for m in commonest(each.mode for each in said.items)))  # fmt: skip
    return Drawn(
        id=spot.id, name=_names((spot.id,), names), kind=label(PLACE_KINDS, spot.kind), lon=spot.lon,
        lat=spot.lat, km=spot.uncertainty_km or 0.0, claims=len(said.items), last=_last(said, names, today),
        what=_(", ").join(what), holder=_holder(said, names), disputed=said.disputed,
        denied=_denied(denied) if denied else "",
        leads="/map/place?" + urlencode({"id": spot.id, **asked}),
        drawn=spot.lat is not None and spot.kind != "country",
    )  # fmt: skip


def _last(said: SaidOf, names: Mapping[str, str], today: date) -> str:
    last, days = said.last, days_since(said.last, today)
    who = _names(speakers([last]), names)
    if days is None:
        return _("said by {who} on a day that is not known").format(who=who)
    if days == 0:
        return _("last said on {day}, the last day shown, by {who}").format(day=isolate(last.day), who=who)
    return ngettext(
        "last said on {day}, by {who}, {n} day ago", "last said on {day}, by {who}, {n} days ago", days
    ).format(day=isolate(last.day), who=who, n=days)


def _holder(said: SaidOf, names: Mapping[str, str]) -> str:
    held = said.held
    if not held:
        return ""
    who, by, day = _names(holders(held), names), _names(speakers(held), names), held[-1].day
    if not day:
        return _("said to be held by {who}, says {by}").format(who=who, by=by)
    return _("said to be held by {who}, says {by} on {day}").format(who=who, by=by, day=isolate(day))


def _denied(count: int) -> str:
    return ngettext("{n} claim says it is not so", "{n} claims say it is not so", count).format(n=count)


def _names(ids: Sequence[str], names: Mapping[str, str]) -> str:
    shown = [value_words(_IDS, id, names) for id in ids[:_NAMED]]
    return both(shown) + (" …" if len(ids) > _NAMED else "") if shown else _("somebody")

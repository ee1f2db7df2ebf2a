"""What of a report may not leave as it stands: found once, when it comes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from riwaya.model import Claim, Place, Reading
from riwaya.release.armed import ArmedWords, Happening, is_armed
from riwaya.release.guard import Armed, Guard, Veil
from riwaya.release.spots import facility_label, is_coarse, same_name
from riwaya.release.tables import ArmedUse
from riwaya.release.units import Units
from riwaya.release.veiling import joined
from riwaya.release.witnesses import witness_veils
from riwaya.text import Token, tokenize


def guard_of(
    reading: Reading,
    private: Sequence[tuple[int, int]],
    units: Units,
    days: Mapping[str, str | None],
    tokens: Sequence[Token] | None = None,
) -> Guard:
    """The guard of a report.

    `private` are the spans that `private_names` found, `days` the last days of the claims' events by id,
    `tokens` those of the report's text, where they are at hand.
    """
    words = ArmedWords(tokenize(reading.report.text) if tokens is None else tokens)
    names = [Veil(start, end, "name") for start, end in private]
    found = (*names, *witness_veils(reading), *_place_veils(reading, units))
    # Places are veiled only where armed presence is told of: they are kept apart from what always is.
    always = joined(veil for veil in found if veil.what != "place")
    veils = (*always, *(veil for veil in found if veil.what == "place"))
    return Guard(
        tuple(sorted(veils, key=lambda v: (v.start, v.end, v.what))),
        tuple(sorted(_armed(reading, words, days), key=lambda a: (a.start, a.end, a.places, a.claim))),
    )


def _place_veils(reading: Reading, units: Units) -> Iterator[Veil]:
    stand_ins = {place.id: tuple(_stand_ins(place, units)) for place in reading.places}
    for mention in reading.mentions:
        for label, ar in stand_ins.get(mention.place or "", ()):
            yield Veil(mention.start, mention.end, "facility" if label else "place", label, ar)


def _stand_ins(place: Place, units: Units) -> Iterator[tuple[str, str | None]]:
    """What may have to stand for the place: a facility's label, and the name of a unit; nothing if coarse."""
    label = facility_label(place.name.ar)
    if label:
        yield label, None
    if not is_coarse(place.kind, place.uncertainty_km):
        unit = units.unit(place)
        if unit is None or not same_name(unit.name_ar, place.name.ar):
            yield "", unit.name_ar if unit else None


def _armed(reading: Reading, words: ArmedWords, days: Mapping[str, str | None]) -> Iterator[Armed]:
    kinds = {actor.id: actor.kind for actor in reading.actors}
    places = {place.id: place.kind for place in reading.places}
    for claim in reading.claims:
        content = claim.content
        if is_armed(_happening(claim, words.within(content.start, content.end), kinds, places)):
            at = tuple(dict.fromkeys(claim.event.place))
            yield Armed(content.start, content.end, at, days.get(claim.id), claim.id)
    for start, end in words.sentences():
        named = (m.place for m in reading.mentions if m.place and start <= m.start < end)
        yield Armed(start, end, tuple(dict.fromkeys(named)))


def _happening(
    claim: Claim, uses: frozenset[ArmedUse], kinds: Mapping[str, str], places: Mapping[str, str]
) -> Happening:
    event = claim.event
    return Happening(
        event.type,
        event.mode,
        {kinds.get(role.actor) for role in (*event.agent, *event.patient, *event.recipient)},
        event.quantity.measure if event.quantity else None,
        {places[place] for place in event.place if place in places},
        uses,
    )

"""Places: from the words that name them to what and where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from riwaya.gazetteer import GazetteerPlace, PlaceIndex
from riwaya.gazetteer.borders import load_borders
from riwaya.gazetteer.transcribed import Transcriptions
from riwaya.lexicon.place_words import PlaceLexicon
from riwaya.model import Place, PlaceKind
from riwaya.reading.draft import ActorMention, PlaceMention
from riwaya.reading.places import place_geometry as geometry
from riwaya.reading.places.naming import Naming
from riwaya.reading.places.place_context import Settlement, countries_of, fitting, is_generic
from riwaya.reading.places.place_grammar import PlaceGrammar
from riwaya.reading.places.place_within import located, without_whereabouts
from riwaya.reading.places.plausible import OUR_COUNTRY, Plausible, Taken
from riwaya.text import Document

#: Regions of no country that reach farther than this are larger than one: no places of a report's events.
_WORLD_REGION_KM = 450.0
#: What the name behind a noun of these kinds may be a town's.
_SETTLED: frozenset[PlaceKind] = frozenset({"town", "village", "governorate", "district", "neighbourhood"})
#: How sure it is, where no country is named, that a report is about the home country.
_HOME = 0.5
#: So many tokens behind a place's name, the capital is still that of its country.
_JUST_BEFORE = 40


class PlaceFinder:
    """Finds the places of reports, by one index of places. Build it once: it prepares its tables.

    `home` is the ISO code of the country that a report is about where nothing in it says otherwise: the
    one in which most places of the pack lie. `media` are the ISO codes of the countries of media, by id.
    """

    def __init__(
        self, index: PlaceIndex, lexicon: PlaceLexicon, media: Mapping[str, str] | None = None
    ) -> None:
        self.grammar = PlaceGrammar(index, lexicon)
        self.index = index
        self.lexicon = lexicon
        self.media = dict(media or {})
        own = Counter(p.country for _, places in index.items() for p in places if p.method == "pack")
        self.home = max(own, key=lambda country: (own[country], country), default="")
        self.sectors = geometry.Sectors(index)

    @cached_property
    def transcriptions(self) -> Transcriptions:
        """Foreign towns by the consonants of their names, prepared when a report first needs them."""
        return Transcriptions(self.index)

    def find(
        self, document: Document, actors: Sequence[ActorMention] = (), *, country: str | None = None
    ) -> tuple[PlaceMention, ...]:
        """The places that `document` names, in order. Names inside the names of `actors` are left out.

        A report of an outlet of a `country` at hand, or one that names local media, is likely to be about it.
        """
        taken = Taken.by(document, actors)
        found = [self.grammar.namings(document, s.start, s.end) for s in document.sentences]
        found = self.grammar.renamings(document, found)
        countries = countries_of(document, chain.from_iterable(found), self.lexicon)
        named = (actor for mention in actors if mention.kind == "media" for actor in mention.actors)
        for code in (*(self.media.get(medium) for medium in named), country):
            if code:
                countries.setdefault(code, _HOME)
        if self.home and not countries:
            countries = {self.home: _HOME}
        plausible = Plausible(document, self.lexicon, taken, countries)
        namings: list[Naming] = []
        for _ in range(2):  # what is established further down counts above as well
            scopes = zip(document.sentences, found, strict=True)
            namings = [n for scope, ns in scopes for n in plausible.of(ns, scope.start, scope.end)]
        settlement = Settlement(self.lexicon, countries, namings)
        resolver = _Resolver(self, document, settlement, countries)
        mentions = ((naming, resolver.place(naming)) for naming in namings)
        settled = [(naming, place) for naming, place in mentions if place is not None]
        settled = without_whereabouts(document, settled, self.lexicon)
        places = located(document, settled, self.lexicon)
        return tuple(
            PlaceMention(naming.first, naming.end, naming.span, place)
            for (naming, _), place in zip(settled, places, strict=True)
        )


def find_places(
    document: Document, actors: Sequence[ActorMention], finder: PlaceFinder, *, country: str | None = None
) -> tuple[PlaceMention, ...]:
    """The places that `document`, a report of an outlet of `country`, names, in order of the text."""
    return finder.find(document, actors, country=country)


class _Resolver:
    """Makes places of one report's namings."""

    def __init__(
        self, finder: PlaceFinder, document: Document, settlement: Settlement, countries: Mapping[str, float]
    ) -> None:
        self._finder = finder
        self._document = document
        self._settlement = settlement
        self._countries = countries
        self._main = max(countries, key=lambda c: (countries[c], c)) if countries else ""
        #: Country of the place that was named last, and the token behind its name.
        self._last = ("", 0)

    def place(self, naming: Naming) -> Place | None:
        """The place that is meant; None where it is no place of its own (a continent, a vague part)."""
        words = self._document.slice(naming.span)
        if naming.relation == "border":
            found = load_borders().get(frozenset(naming.countries))
            return geometry.border(found, words) if found else None
        if naming.relation == "capital":
            return self._capital(naming)
        if naming.relation == "part":
            country = naming.countries[0] if naming.countries else self._main
            return self._finder.sectors.part(country, naming.bearing or 0.0, words)
        base = self._settlement.choose(naming)
        if base is None:
            base = self._transcribed(naming)
        if base is None:
            return self._unresolved(naming, words)
        if base.country and base.kind != "country":
            self._last = (base.country, naming.end)
        if base.uncertainty_km > _WORLD_REGION_KM and (
            (base.kind == "region" and not base.country) or (naming.relation and base.kind == "water")
        ):
            return None
        return self._derived(naming, base, words) if naming.relation else self._named(naming, base, words)

    def _capital(self, naming: Naming) -> Place | None:
        """The capital of the country that the words before are about, or else of the report's."""
        last, end = self._last
        country = last if last and naming.first - end <= _JUST_BEFORE else self._main
        demonyms = self._finder.lexicon.demonyms.values()
        forms = next((d.capitals for d in demonyms if d.country == country), ())
        for form in forms:
            for place in self._finder.index.lookup(form):
                if place.country == country and place.kind != "country":
                    return geometry.listed(place)
        return None

    def _named(self, naming: Naming, base: GazetteerPlace, words: str) -> Place | None:
        noun = naming.noun
        if noun and noun.role == "facility" and base.kind == "country":
            return geometry.unresolved(words, noun.kind)  # شارع سوريا is anywhere
        if noun and noun.role in ("facility", "landmark") and base.kind != noun.kind and _is_larger(base):
            return geometry.named_after(base, words, noun.word, noun.kind)
        return geometry.listed(base)

    def _derived(self, naming: Naming, base: GazetteerPlace, words: str) -> Place | None:
        if naming.relation == "between":
            other = self._settlement.choose(naming.other) if naming.other else None
            return geometry.between(base, other, words) if other else None
        if naming.relation == "distance" and naming.distance_km is not None:
            if naming.bearing is None:
                return geometry.distant(base, words, naming.distance_km)
            return geometry.directed(base, words, naming.bearing, naming.distance_km)
        if naming.relation == "direction" and naming.bearing is not None:
            part = self._finder.sectors.part(base.country, naming.bearing, words)
            if base.kind == "country" and part is not None:
                return part
            return geometry.directed(base, words, naming.bearing, None)
        if naming.relation == "middle":
            return geometry.middle(base, words)
        spread = naming.noun.spread_km if naming.noun else 0.0
        if base.kind == "country" and naming.bearing is None:
            return None
        return geometry.around(base, words, spread, naming.bearing)

    def _transcribed(self, naming: Naming) -> GazetteerPlace | None:
        """The town of a foreign country of the report that the name spells otherwise (مدينة كيبيك)."""
        if naming.candidates or naming.noun is None or naming.noun.kind not in _SETTLED or naming.relation:
            return None
        places = self._finder.transcriptions.lookup(naming.form)
        return next((p for p in places if self._countries.get(p.country, 0.0) >= OUR_COUNTRY), None)

    def _unresolved(self, naming: Naming, words: str) -> Place | None:
        noun = naming.noun or self._finder.lexicon.nouns.get(naming.form[0])
        if noun is None or (naming.noun is None and len(naming.form) == 1):
            return None
        if naming.noun and naming.candidates and noun.kind != "neighbourhood" and not fitting(naming):
            return None
        if is_generic(naming.form):
            return None
        return geometry.unresolved(words, noun.kind)


def _is_larger(place: GazetteerPlace) -> bool:
    """Whether a facility may be named after `place`: people live there."""
    return place.kind in ("town", "village", "governorate", "district", "subdistrict", "country", "region")

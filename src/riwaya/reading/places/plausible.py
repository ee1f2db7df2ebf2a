"""Whether words that may name a place do: told from ordinary words, people's names and names of bodies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from riwaya.gazetteer import GazetteerPlace
from riwaya.gazetteer.index import not_places
from riwaya.gazetteer.table import read_reaches
from riwaya.lexicon.place_words import PlaceLexicon
from riwaya.model import ActorKind, PlaceKind
from riwaya.reading.draft import ActorMention
from riwaya.reading.places.naming import SON_OF, Naming
from riwaya.text import Document

#: Share of a report (1 for its main country) that makes the small places of a country likely in it.
OUR_COUNTRY = 0.5
#: Actors whose names are proper names: a place in them (دمشق الآن، لواء القدس) is a part of the name.
_NAMED: frozenset[ActorKind] = frozenset({"media", "armed-group", "organisation", "coalition"})
#: A city of the world gazetteer of that size is known by its name alone.
_GREAT_CITY = 100_000
#: A town of the world gazetteer of that size is meant by في and its name, though that is a common word too.
_TOWN = 30_000
#: Names of so few letters are parts of many words.
_SHORT = 3
#: Names of so many letters are seldom anything else in another language.
_LONG_NAME = 5
#: Places of these kinds and one word are believed only in reports about their country.
_SMALL: frozenset[PlaceKind] = frozenset({"village", "neighbourhood", "facility", "base", "area"})
#: Signs after which a place goes on the list of places before them.
_LIST_SIGNS = frozenset("،,/-–و:")
_QUOTES = frozenset("\"“”«»„‹›'‘’")
_DASHES = frozenset("-–—")
_DATELINE = frozenset({"-", "–", "—", ":", "،", ",", "/", "(", "\n", ""})


@dataclass(frozen=True, slots=True)
class Taken:
    """What belongs to actors: `tokens` of names, `titled` ones of people and titles, `metonyms` as spans."""

    tokens: frozenset[int]
    titled: frozenset[int]
    metonyms: frozenset[tuple[int, int]]

    @classmethod
    def by(cls, document: Document, actors: Iterable[ActorMention]) -> Taken:
        """What the names of `actors` take up in `document`."""
        tokens: set[int] = set()
        titled: set[int] = set()
        metonyms: set[tuple[int, int]] = set()
        for actor in actors:
            if not actor.counts:
                titled.update(range(actor.first, actor.end))
                tokens.add(actor.first)
            elif actor.kind in _NAMED:
                inside = (
                    at for at in range(actor.first + 1, actor.end) if document.tokens[at].folded == "في"
                )
                tokens.update(range(actor.first, next(inside, actor.end)))
            else:
                metonyms.add((actor.span.start, actor.span.end))
        return cls(frozenset(tokens), frozenset(titled), frozenset(metonyms))


class Plausible:
    """Tells namings from ordinary words, people's names and names of bodies, by the words around them."""

    def __init__(
        self, document: Document, lexicon: PlaceLexicon, taken: Taken, countries: Mapping[str, float]
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._lexicon = lexicon
        self._taken = taken
        self._countries = countries
        self._first = self._end = 0
        self._established: set[tuple[str, ...]] = set()
        self._persons: set[tuple[str, ...]] = set()

    def of(self, namings: Iterable[Naming], first: int, end: int) -> list[Naming]:
        """Those of the `namings` of tokens `first`..`end` that name places.

        Members of a list take the kind noun of its first (محافظتي حلب وإدلب).
        """
        self._first, self._end = first, end
        kept: list[Naming] = []
        for found in namings:
            before = kept[-1] if kept and self._continues(kept[-1], found) else None
            noun = before.noun if before else None
            naming = found
            inherits = noun is not None and noun.role == "settlement" and found.noun is None
            if noun is not None and inherits and (noun.many or not found.word):
                naming = replace(found, noun=noun, in_context=True)
            if self._is_place(naming, listed=before is not None):
                kept.append(naming)
                if (naming.noun or naming.in_context) and not naming.relation:
                    self._established.add(naming.form)
        return kept

    def _word(self, at: int) -> str:
        return self._tokens[at].folded if self._first <= at < self._end else ""

    def _continues(self, before: Naming, naming: Naming) -> bool:
        """Whether `naming` follows `before` in a list: behind و or a comma."""
        gap = [self._word(at) for at in range(before.end, naming.first)]
        if gap and gap[0] in "()" and ")" in gap:  # واسط (ساحة المجلس)، المثنى
            gap = gap[gap.index(")") + 1 :]
        if gap and gap[0].removesuffix("ا") in self._lexicon.directions:  # الضالع شمالا ولحج جنوبا
            gap = gap[1:]
        if not gap and before.noun is not None and before.noun.many and not naming.weak:
            return True
        joined = self._word(naming.first)[:1] == "و" and naming.span.start > self._tokens[naming.first].start
        return (not gap and joined) or (len(gap) == 1 and gap[0] in _LIST_SIGNS)

    def _is_place(self, naming: Naming, *, listed: bool) -> bool:
        if self._is_in_a_name(naming) or self._lexicon.has(self._word(naming.first - 1), "clock"):
            return False
        if naming.relation and naming.weak and not naming.told:
            ours = any(self._is_ours(place) for place in naming.candidates)
            return naming.form in self._established or (naming.noun is None and not naming.word and ours)
        if naming.noun or naming.relation:
            return True
        at = naming.first - 1
        while self._word(at) in _QUOTES:
            at -= 1
        if self._is_otherwise_used(at, naming):
            return False
        located = naming.in_context or self._is_located(at)
        if any(place.kind == "country" for place in naming.candidates):
            return located or len(naming.candidates) > 1 or naming.candidates[0].kind == "country"
        return self._is_known_well(naming) or self._is_borne_out(naming, located=located, listed=listed)

    def _is_located(self, at: int) -> bool:
        """Whether token `at` says that a place follows: في حلب، ونحو حلب، محافظ حلب، بتحرير حلب، #حلب."""
        word, has = self._word(at), self._lexicon.has
        if has(word, "preposition") or has(word.removeprefix("و"), "preposition") or word == "#":
            return True
        if self._is_seat(word):
            return True
        return bool(word) and any(has(split.rest, "taken") for split in self._tokens[at].splits)

    def _is_seat(self, word: str) -> bool:
        return self._lexicon.has(word, "seat") or self._lexicon.has(word[1:], "seat")

    def _is_in_a_name(self, naming: Naming) -> bool:
        """Whether the words are a part of an actor's name."""
        first = self._document.token_at(naming.span.start)
        told = naming.noun is not None and naming.candidates and naming.first not in self._taken.tokens
        if first in self._taken.tokens and not told:  # a body is called as a district is (قضاء الفاو)
            return True
        return naming.first in self._taken.titled and self._is_shed(naming) and not naming.in_context

    def _is_otherwise_used(self, at: int, naming: Naming) -> bool:
        """Whether a name stands where it is a verb, a newspaper, a state that acts, a person or a body.

        `at` is the token before (لا نجد، النيل من، لـ«الرياض»، رفضت موسكو، الشيخ صالح، نادي حلب).
        """
        before, span = self._word(at), (naming.span.start, naming.span.end)
        after = self._word(naming.end)
        if after in self._lexicon.roles["from"] and naming.form[0] in self._lexicon.roles["deed"]:
            return True
        if self._lexicon.has(after, "other") or self._is_accord(at):
            return True
        if self._lexicon.has(before, "verbal") or (before == "ل" and at < naming.first - 1):
            return True
        acts = any(place.kind != "neighbourhood" for place in naming.candidates)
        if (
            span in self._taken.metonyms
            and acts
            and not naming.in_context
            and not self._is_where(before, naming)
        ):
            return True
        whole = naming.span.start == self._tokens[naming.first].start
        if whole and self._is_of_person(at, naming):
            self._persons.add(naming.form)
        return naming.form in self._persons or (whole and self._is_of_body(at))

    def _is_accord(self, at: int) -> bool:
        """Whether token `at` is an agreement, which is called after where it was made (اتفاق الطائف)."""
        if not self._first <= at < self._end:
            return False
        return any(self._lexicon.has(split.rest, "accord") for split in self._tokens[at].splits)

    def _is_known_well(self, naming: Naming) -> bool:
        """Whether the words mean a place whatever stands around them."""
        if naming.weak:
            return naming.form in self._established and not naming.word
        if naming.form[0] in self._lexicon.given_names:
            return False
        if self._is_shed(naming):
            short = len(naming.form) == 1 and len(naming.form[0]) <= _SHORT
            if short:
                return any(p.population >= _GREAT_CITY or self._is_unit_of_ours(p) for p in naming.candidates)
        return any(self._is_prominent(place, naming) for place in naming.candidates)

    def _is_shed(self, naming: Naming) -> bool:
        """Whether a name without the article is what a proclitic leaves: it may be a part of another word."""
        onto = naming.span.start > self._tokens[naming.first].start
        return onto and not (naming.form and naming.form[0].startswith("ال"))

    def _is_prominent(self, place: GazetteerPlace, naming: Naming) -> bool:
        if place.population >= _GREAT_CITY:
            return True
        if place.id.startswith("geonames:"):
            return False
        return len(naming.form) > 1 or place.kind not in _SMALL or self._is_ours(place)

    def _is_ours(self, place: GazetteerPlace) -> bool:
        return self._countries.get(place.country, 0.0) >= OUR_COUNTRY

    def _is_foreign_town(self, naming: Naming) -> bool:
        """Whether a small town is meant of a country that the report is about (في داماتورو).

        Names of towns far away are no Arabic words, unless a table says so.
        """
        name = naming.form[0]
        if len(name) < _LONG_NAME or name in self._lexicon.given_names or naming.form in not_places():
            return False
        if self._is_shed(naming) or self._word(naming.first - 1) == "علي":  # فاز على تشيلسي
            return False
        return any(self._is_ours(p) and read_reaches().get(p.country) != "arab" for p in naming.candidates)

    def _is_unit_of_ours(self, place: GazetteerPlace) -> bool:
        """Whether `place` is a governorate of a country that the report is about (ولحج)."""
        return place.kind == "governorate" and not place.needs_context and self._is_ours(place)

    def _is_borne_out(self, naming: Naming, *, located: bool, listed: bool) -> bool:
        """Whether the words around make a place of what alone may be an ordinary word or a person's name."""
        if naming.word or (len(naming.form) == 1 and naming.form[0] in self._lexicon.given_names):
            known = naming.form in self._established or self._is_foreign_town(naming)
            return (listed or located) and known
        shed = self._is_shed(naming)
        if naming.weak and self._has_pronoun(naming):
            return False
        if located and not shed and self._is_known(naming):
            return True
        at_place = listed or (not shed and (located or self._is_dateline(naming)))
        firm = listed or self._is_dateline(naming)
        return at_place and any(self._is_ours(p) and (firm or _is_town(p, naming)) for p in naming.candidates)

    def _has_pronoun(self, naming: Naming) -> bool:
        """Whether a name in ة ends in ه as written: a word with a pronoun (في حديثه is not في حديثة)."""
        name = naming.candidates[0].name_ar
        return name.endswith("ة") and self._document.slice(naming.span).endswith("ه")

    def _is_known(self, naming: Naming) -> bool:
        """Whether behind في a town of that name is meant though the report is not about its country.

        A common word is believed only where no country speaks against it (سيول في الزرقاء).
        """
        if naming.weak:
            return not self._countries and any(p.population >= _GREAT_CITY for p in naming.candidates)
        return any(p.population >= _TOWN for p in naming.candidates)

    def _is_of_person(self, at: int, naming: Naming) -> bool:
        """Whether the words are part of a person's name (الشيخ صالح، محمد الحلبي، صلاح الدين بن …).

        `at` is the token before. على and علي fold alike, and بأن and بان: as written, only the second ones
        are names. What has its noun of kind in its name is nobody's (سيطرت علي مطار حلب الدولي).
        """
        lexicon, before = self._lexicon, self._word(at)
        if self._is_seat(before) or (len(naming.form) > 1 and naming.form[0] in lexicon.nouns):
            return False
        written = self._tokens[at].text
        named = before in lexicon.given_names and not (written.endswith("ى") or written.startswith("بأ"))
        if before in lexicon.titles or named:
            return True
        after = self._word(naming.end)
        if naming.form[0] in lexicon.given_names and (after in lexicon.given_names or _is_family_name(after)):
            return True
        return after in SON_OF

    def _is_of_body(self, at: int) -> bool:
        """Whether token `at` makes the name one of a body (نادي حلب، لواء شهداء حلب; not شهداء حلب)."""
        bearers = self._lexicon.bearers
        if self._word(at) in self._lexicon.roles["dead"]:
            at -= 1
        return self._word(at) in bearers or self._word(at)[1:] in bearers

    def _is_where(self, before: str, naming: Naming) -> bool:
        """Whether a capital that may act is a place nevertheless: في موسكو، «سبق - الرياض: …»."""
        lexicon = self._lexicon
        within = lexicon.has(before, "preposition") and not lexicon.has(before, "from") and before != "علي"
        reached = lexicon.has(before, "object") or lexicon.has(before[1:], "object")
        return within or reached or (before in _DASHES and self._word(naming.end) in _DATELINE)

    def _is_dateline(self, naming: Naming) -> bool:
        """Whether the name stands at the head of a line with a sign behind it (دمشق - …)."""
        first = naming.first == self._first or self._word(naming.first - 1) in _DASHES
        return first and self._word(naming.end) in _DATELINE


def _is_family_name(word: str) -> bool:
    """Whether `word` looks like a name of origin (الأيوبي), as family names do."""
    return word.startswith("ال") and word.endswith("ي")


def _is_town(place: GazetteerPlace, naming: Naming) -> bool:
    """Whether a preposition before the name is enough to mean `place`, common word or not."""
    known = place.population >= _TOWN or not place.id.startswith("geonames:")
    return known or len(naming.form) > 1 or not naming.weak

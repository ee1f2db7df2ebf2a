"""What is known of actors by name: aliases of the pack, countries, nationality adjectives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product

from riwaya.lexicon.actors import ActorLexicon, Branch
from riwaya.lexicon.countries import Country
from riwaya.lexicon.cues import CueLexicon
from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.inflect import decline
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.predicates import PredicateLexicon
from riwaya.model import ActorKind
from riwaya.packs.outlet_names import OutletNames
from riwaya.packs.pack import Alias, Outlet, Pack
from riwaya.packs.rulers import Ruler
from riwaya.reading.actors.misspelled import NameSpelling
from riwaya.reading.draft import STATE_KINDS
from riwaya.text.fold import fold, words
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import Token, splits

_FINITE = frozenset(("past", "present", "jussive"))
_CACHE = 50_000
#: Proclitics that stand before the name of a town.
_BEFORE_TOWNS = frozenset(("", "ب", "ل", "و"))


#: Uses of aliases that are chosen where none other fits.
_AFTER_NAMES = frozenset(("label", "metonym"))
#: Event nouns of so few letters are personal names too.
_SHORT_NAME = 4
#: The verbal noun that cites, with عن behind it, folded.
_CITING = event_words("citing")
#: Those who oppose a state, folded.
_OPPOSITION = event_words("opposition")
#: Nouns before the name of a paper, folded.
_PAPERS = event_words("newspaper")


class ActorIndex:
    """Everything by which a report's actors are found, built once for a pack."""

    def __init__(
        self,
        pack: Pack,
        countries: Iterable[Country],
        lexicon: ActorLexicon,
        cues: CueLexicon,
        predicates: PredicateLexicon,
        towns: Mapping[tuple[str, ...], str] | None = None,
    ) -> None:
        self.pack = pack
        self.lexicon = lexicon
        self.stops = lexicon.stops
        self.words = lexicon.words
        self.countries = {c.id: c for c in countries}
        self.outlets: dict[str, Outlet] = {o.id: o for o in pack.outlets}
        self._outlet_names = OutletNames(pack.outlets)
        self._cues, self._predicates = cues, predicates
        self._by_code = {c.iso2: c.id for c in self.countries.values()}
        #: Countries by the folded names of their towns and provinces (`towns` gives their ISO codes).
        self.towns = {n: self._by_code[c] for n, c in (towns or {}).items() if c in self._by_code}
        self.aliases = self._aliases()
        self._rulers = _by_place(pack.rulers)
        #: Words in the longest name of a place that has a ruler of its own.
        self.longest_ruled = max(map(len, self._rulers), default=0)
        self.nationalities = self._nationalities()
        self.names = self._country_names()
        self.world_of = self._worlds()
        self.bodies = lexicon.institutions.first_words()
        self.offices = lexicon.titles.first_words()
        self._starts = self._first_words()
        self.may_start = lru_cache(maxsize=_CACHE)(self._may_start)
        labels = (a for a in pack.aliases if a.use == "label" and a.speaker)
        self._label_starts = frozenset(words(a.form)[0] for a in labels)
        self.may_be_label = lru_cache(maxsize=_CACHE)(self._may_be_label)
        self._town_starts = frozenset(name[0] for name in (*self.towns, *lexicon.homes))
        self.may_be_town = lru_cache(maxsize=_CACHE)(self._may_be_town)
        #: The country that a folded word names, by name, capital or nationality.
        self.country_in: Remembered[str | None] = Remembered(self._country_in_word)
        self.is_cue = lru_cache(maxsize=_CACHE)(self._is_cue)
        self.is_participle = lru_cache(maxsize=_CACHE)(self._is_participle)
        self.is_verb = lru_cache(maxsize=_CACHE)(self._is_verb)
        self.is_deed = lru_cache(maxsize=_CACHE)(self._is_deed)
        self.spelling = NameSpelling(self.aliases, self._name_words(), self._is_unknown)
        self.institution_of = lru_cache(maxsize=4_000)(self._institution_of)
        self.country_of = lru_cache(maxsize=4_000)(self._country_of)

    @cached_property
    def _ruling(self) -> frozenset[str]:
        """Those who govern a place in a state's stead."""
        return frozenset(ruler.ruler for ruler in self.pack.rulers)

    @cached_property
    def ruled_by(self) -> dict[str, str]:
        """The country of which each of those who govern a place in a state's stead holds a part."""
        return {ruler.ruler: ruler.country for ruler in self.pack.rulers}

    @cached_property
    def oppositions(self) -> dict[str, str]:
        """Who opposes a state, by the folded adjective of its nationality (السوري: المعارضة السورية)."""
        called = ((words(a.form), a.id) for a in self.pack.aliases if a.use == "name")
        return {
            said[1].removesuffix("ه"): actor
            for said, actor in called
            if len(said) == 2 and said[0] in _OPPOSITION
        }

    @cached_property
    def media_of(self) -> dict[str, tuple[str, ...]]:
        """The unnamed media that stand with a party, by its id."""
        sources = (p for p in self.pack.parties.values() if p.kind == "sources")
        return {p.affiliation: (p.id,) for p in sources if p.affiliation}

    @cached_property
    def _known_words(self) -> frozenset[str]:
        """The folded words of all names, nationalities and words that actors are told by."""
        found = {word for alias in self.pack.aliases for word in words(alias.form)}
        found |= self.nationalities.keys() | self.names.keys() | self.stops | self._starts
        return frozenset(found.union(*self.words.values(), self.lexicon.groups))

    def _is_unknown(self, folded: str) -> bool:
        """Whether no table knows the folded word, whatever proclitics it sheds."""
        if any(s.rest in self._known_words for s in splits(folded)):
            return False
        if folded in self.words["ordinary"]:
            return False
        return not (self._is_verb(folded) or self._predicates.look_up(folded) or self._cues.verb(folded))

    def kind(self, actor: str) -> ActorKind:
        """The kind of a registered actor; a state for what the pack does not list."""
        party = self.pack.parties.get(actor)
        return party.kind if party else "state"

    def party_of(self, actor: str) -> str:
        """The party that a registered actor belongs to; itself where none is listed."""
        party = self.pack.parties.get(actor)
        return party.party if party else actor

    def outlet_of(self, said: str | None) -> Outlet | None:
        """The outlet that a caller calls `said`; of one not listed, the country that its name tells."""
        if not said:
            return None
        listed = self._outlet_names.find(said)
        if listed is not None:
            return listed
        country = self._country_told(words(said))
        return Outlet(said, (), (), None, "unknown", country.iso2) if country else None

    def _country_told(self, said: Sequence[str]) -> Country | None:
        """The one country of which `said` has a name, in Arabic or English; None for several."""
        told = {self.countries[c].id for word in said if (c := self._country_in_word(word)) is not None}
        text = f" {' '.join(said)} "
        for country in self.countries.values():
            if any(f" {' '.join(words(n))} " in text for n in (country.name_en, *country.names_ar)):
                told.add(country.id)
        return self.countries[told.pop()] if len(told) == 1 else None

    def country_of_code(self, code: str) -> str | None:
        """The country of an ISO 3166 code."""
        return self._by_code.get(code)

    def choose(self, values: Iterable[Alias], day: str | None) -> Alias | None:
        """The alias that a form means on `day` in nobody's mouth in particular.

        Without a day the one that is still valid; names come before labels and metonyms.
        """
        fitting = [a for a in values if a.speaker is None and a.valid_on(day)]
        if len(fitting) > 1:
            fitting.sort(key=lambda a: (a.use in _AFTER_NAMES, day is None and a.valid_to is not None))
        return fitting[0] if fitting else None

    def _institution_of(self, owner: str, branch: Branch, day: str | None) -> str | None:
        """The id that acts for `owner` (a country or a party): its forces or its government on `day`."""
        country = self.countries.get(owner)
        if country is None:
            return owner if owner in self.pack.parties else None
        for adjective in country.adjectives:
            form = f"الجيش ال{adjective}" if branch == "forces" else f"الحكومة ال{adjective}ة"
            alias = self.choose(self.aliases.get(form), day)
            if alias is not None and alias.use in ("name", "body"):
                return alias.id
        chosen = country.forces if branch == "forces" else country.government
        for candidate in (chosen, country.government, country.id):
            if candidate and candidate in self.pack.parties:
                return candidate
        return None

    def _country_of(self, actor: str) -> str | None:
        """The country whose state, government or forces `actor` is."""
        for country in self.countries.values():
            if actor in (country.id, country.government, country.forces):
                return country.id
        return None

    def _aliases(self) -> PhraseIndex[Alias]:
        """The pack's aliases, but for those of members or branches of another (مقاتلو X, X في سوريا)."""
        named = {(words(a.form), a.id) for a in self.pack.aliases if a.use == "name"}
        members = self.words["member"]
        index: PhraseIndex[Alias] = PhraseIndex()
        for alias in self.pack.aliases:
            form = words(alias.form)
            if len(form) > 1 and form[0] in members and (form[1:], alias.id) in named:
                continue
            if len(form) > 2 and form[-2] == "في" and (form[:-2], alias.id) in named:
                continue
            index.add(form, alias)
        return index

    def _name_words(self) -> frozenset[str]:
        """The folded words of names of several words."""
        forms = (words(a.form) for a in self.pack.aliases if a.use in ("name", "body"))
        return frozenset(word for form in forms if len(form) > 1 for word in form)

    @cached_property
    def head_nouns(self) -> dict[str, frozenset[str]]:
        """The nouns with which names of each party begin (جماعة, حركة)."""
        found: dict[str, set[str]] = {}
        for alias in self.pack.aliases:
            form = words(alias.form)
            if alias.use == "name" and len(form) > 1:
                found.setdefault(alias.id, set()).add(form[0])
        return {actor: frozenset(nouns) for actor, nouns in found.items()}

    def _worlds(self) -> dict[str, frozenset[str]]:
        """For each speaker of labels the parties that it has labels for, and its own."""
        found: dict[str, set[str]] = {}
        for alias in self.pack.aliases:
            if alias.speaker:
                parties = found.setdefault(alias.speaker, {self.party_of(alias.speaker)})
                parties.add(self.party_of(alias.id))
        return {speaker: frozenset(parties) for speaker, parties in found.items()}

    @cached_property
    def papers(self) -> frozenset[str]:
        """Papers called by one word behind صحيفة or جريدة, folded (صحيفة الرياض)."""
        called = (words(a.form) for a in self.pack.aliases if self.kind(a.id) == "media")
        return frozenset(w[1] for w in called if len(w) == 2 and w[0] in _PAPERS)

    def _nationalities(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for country in self.countries.values():
            for adjective in country.adjectives:
                for form in decline(adjective):
                    found.setdefault(form.text, country.id)
            for people in country.people:
                found.setdefault(fold(people), country.id)
        for party in self.pack.parties.values():
            for adjective in party.adjectives if party.id not in self.countries else ():
                for form in decline(adjective):
                    found.setdefault(form.text, party.id)
        for country in self.countries.values():
            for name in country.names_ar:
                if not fold(name).startswith("ال"):
                    found.pop(fold(name), None)  # تركيا is the country, not an accusative of تركي
        for word in self.words["homonym"]:
            found.pop(word, None)
        return found

    def _country_names(self) -> dict[str, str]:
        """One-word names of countries and their capitals."""
        found: dict[str, str] = {}
        for country in self.countries.values():
            for name in (*country.names_ar, *country.capitals_ar):
                if len(words(name)) == 1 and fold(name) not in self.words["homonym"]:
                    found.setdefault(words(name)[0], country.id)
        return found

    @cached_property
    def realms(self) -> frozenset[str]:
        """The folded one-word names of countries, without those of their capitals."""
        named = (words(name) for c in self.countries.values() for name in c.names_ar)
        return frozenset(name[0] for name in named if len(name) == 1)

    @cached_property
    def first_of_names(self) -> dict[str, str]:
        """The first words of countries' names of two words, by their forms with and without proclitics."""
        return {prefix + first: first for first, _ in self.long_names for prefix in _BEFORE_TOWNS}

    @cached_property
    def long_names(self) -> dict[tuple[str, ...], str]:
        """Countries by their names and nationalities of two words (كوريا الشمالية, الكوري الشمالي)."""
        named = ((words(name), c.id) for c in self.countries.values() for name in c.names_ar)
        found: dict[tuple[str, ...], str] = {
            n: c for n, c in named if len(n) == 2 and n not in self.lexicon.homes
        }
        for country in self.countries.values():
            pairs = (a.split() for a in country.adjectives if a.count(" ") == 1)
            for first, second in pairs:
                inflected = product(decline(first), decline(second))
                found |= {(one.text, other.text): country.id for one, other in inflected}
        return found

    def _first_words(self) -> frozenset[str]:
        """The folded words with which any actor's words may begin."""
        lexicon = self.lexicon
        found = set(self.aliases.first_words()) | self.words["source"] | self.words["record"]
        found |= self.words["press"] | self.words["inquiry"]
        found |= {article + noun for noun in self.words["paper"] for article in ("", "ال")}
        for first in (lexicon.institutions, lexicon.titles, lexicon.populations, lexicon.generics):
            found |= first.first_words()
        return frozenset(found)

    def _may_start(self, folded: str) -> bool:
        return any(s.rest in self._starts for s in splits(folded))

    def _may_be_label(self, folded: str) -> bool:
        return any(s.rest in self._label_starts for s in splits(folded))

    def _may_be_town(self, folded: str) -> bool:
        return any(s.rest in self._town_starts for s in splits(folded))

    def is_mere_deed(self, folded: str, before: str) -> bool:
        """Whether the folded word says what somebody does, not who does it (وقف العدوان)."""
        deed = any(s.rest in self.words["deed"] for s in splits(folded))
        return deed and not (self.is_verb(before) or self.is_verb(before.removesuffix("ها")))

    def tells_whose(self, after: str) -> bool:
        """Whether the word behind forces is before the one whose they are (الميليشيات التابعة لحزب الله)."""
        return after in self.words["loyal"]

    def means_another(self, actor: str, after: str) -> bool:
        """Whether the word behind a label of one word shows that another than `actor` is meant.

        It tells whose forces these are, or makes another alliance of a coalition (التحالف الوطني).
        """
        other_alliance = self.kind(actor) == "coalition" and after in self.words["alliance"]
        return other_alliance or self.tells_whose(after)

    def country_of_town(self, folded: str, after: str) -> str | None:
        """The country of the town or province that the folded word, or it and the next one, names."""
        return self._country_in(self.towns, folded, after)

    def may_rule(self, actor: str) -> bool:
        """Whether `actor` is a state, one of its bodies, or rules a place in a state's stead."""
        return self.kind(actor) in STATE_KINDS or actor in self._ruling

    def ruler_of(self, name: tuple[str, ...], day: str | None) -> Ruler | None:
        """Who governs the place of this folded name in a state's stead on `day`."""
        return next((r for r in self._rulers.get(name, ()) if r.rules_on(day)), None)

    def country_of_body(self, folded: str, after: str) -> str | None:
        """The country that alone has the body which the folded word, or it and the next one, names."""
        return self._country_in(self.lexicon.homes, folded, after)

    def country_at_home(self, folded: str, after: str) -> str | None:
        """The country in which what the folded word, or it and the next one, names is at home.

        Besides towns these are bodies and districts that only one country has (معتمدية).
        """
        return self.country_of_body(folded, after) or self._country_in(self.towns, folded, after)

    @staticmethod
    def _country_in(known: Mapping[tuple[str, ...], str], folded: str, after: str) -> str | None:
        rests = [s.rest for s in splits(folded) if s.prefix in _BEFORE_TOWNS]
        names = [name for rest in rests for name in ((rest, after), (rest,))]
        return next((known[name] for name in names if name in known), None)

    def _country_in_word(self, folded: str) -> str | None:
        if folded in self.words["given"]:
            return None  # تركي بن X is no Turk
        named = self.nationalities.get(folded) or self.names.get(folded)
        if named is None and folded.startswith(("ب", "ل", "و", "ف")):
            named = next((self.names[s.rest] for s in splits(folded) if s.rest in self.names), None)
        return named if named in self.countries else None

    def _is_cue(self, folded: str) -> bool:
        """Whether the folded word may be a finite verb that attributes."""
        return any(h.form.tense in _FINITE and not h.pronoun for h in self._cues.verb(folded))

    def hands_on(self, folded: str) -> bool:
        """Whether the folded word hands on somebody's words (نقلت الوكالة عن …, نقلا عن)."""
        verbs = (h for h in self._cues.verb(folded) if not h.pronoun)
        return folded in _CITING or any("relay" in h.cue.takes for h in verbs)

    def _is_participle(self, folded: str) -> bool:
        """Whether the folded word may be an indefinite participle of a verb that attributes (داعية)."""
        if folded.startswith("ال"):
            return False
        forms = (h.form for h in self._cues.verb(folded) if not h.pronoun)
        return any(form.tense == "participle" and form.number == "singular" for form in forms)

    def _is_verb(self, folded: str) -> bool:
        """Whether the folded word may be a finite verb that attributes or says what happens."""
        if self._is_cue(folded):
            return True
        return any(r.word.category == "verb" for r in self._predicates.look_up(folded))

    def _is_deed(self, folded: str) -> bool:
        """Whether the folded word tells an event and is too long to be a name as well (نصر, حرب)."""
        return len(folded) > _SHORT_NAME and self._tells_event(folded)

    def person_end(self, tokens: Sequence[Token], at: int) -> int:
        """The token behind the full name of a person known to the pack at token `at`; `at` where none is."""
        found = self.aliases.match(tokens, at, whole_word=True)
        ends = (m.end for m in found if m.end > at + 1 and any(a.use == "person" for a in m.values))
        return max(ends, default=at)

    def is_deed_behind(self, prefix: str, folded: str) -> bool:
        """Whether the folded word, behind a proclitic, tells what something was done by (بغارة, برصاص)."""
        by = prefix == "ب" and folded in self.words["means"]
        return by or (prefix == "ب" and self._tells_event(folded)) or self.is_deed(folded)

    def _tells_event(self, folded: str) -> bool:
        nouns = (r for r in self._predicates.look_up(folded) if r.word.category == "noun" and not r.prefix)
        return any(r.word.predicate is not None and not r.pronoun for r in nouns)


def _by_place(rulers: Iterable[Ruler]) -> dict[tuple[str, ...], list[Ruler]]:
    """Who governs each place in a state's stead, one after the other."""
    found: dict[tuple[str, ...], list[Ruler]] = {}
    for ruler in rulers:
        for name in ruler.places:
            found.setdefault(name, []).append(ruler)
    return found

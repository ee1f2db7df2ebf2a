"""What is known of actors by name: aliases of the pack, countries, nationality adjectives."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from riwaya.lexicon.actors import ActorLexicon, Branch
from riwaya.lexicon.countries import Country
from riwaya.lexicon.cues import CueLexicon
from riwaya.lexicon.inflect import decline
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.predicates import PredicateLexicon
from riwaya.model import ActorKind
from riwaya.packs.pack import Alias, Outlet, Pack
from riwaya.text.fold import fold, words
from riwaya.text.tokens import splits

_FINITE = frozenset(("past", "present", "jussive"))


class ActorIndex:
    """Everything by which a report's actors are found, built once for a pack."""

    def __init__(
        self,
        pack: Pack,
        countries: Iterable[Country],
        lexicon: ActorLexicon,
        cues: CueLexicon,
        predicates: PredicateLexicon,
    ) -> None:
        self.pack = pack
        self.lexicon = lexicon
        self.stop_words = lexicon.stops
        self.countries = {c.id: c for c in countries}
        self.aliases: PhraseIndex[Alias] = PhraseIndex()
        for alias in pack.aliases:
            self.aliases.add(alias.form, alias)
        self.nationalities = self._nationalities()
        self.names = self._country_names()
        self.outlets: dict[str, Outlet] = {o.id: o for o in pack.outlets}
        self._by_code = {c.iso2: c.id for c in self.countries.values()}
        self._cues, self._predicates = cues, predicates
        self._starts = frozenset(words(a.form)[0] for a in pack.aliases if words(a.form)) | frozenset(
            self.names
        )
        self.is_verb = lru_cache(maxsize=50_000)(self._is_verb)
        self.may_start = lru_cache(maxsize=50_000)(self._may_start)
        self.institution_of = lru_cache(maxsize=4_000)(self._institution_of)

    def kind(self, actor: str) -> ActorKind:
        """The kind of a registered actor; a state for what the pack does not list."""
        party = self.pack.parties.get(actor)
        return party.kind if party else "state"

    def country_of_outlet(self, outlet: str | None) -> str | None:
        """The country an outlet reports from, by its registry id."""
        entry = self.outlets.get(outlet or "")
        return self._by_code.get(entry.country) if entry and entry.country else None

    def country_named(self, token: str) -> str | None:
        """The country whose one-word name is the folded word, clitics shed."""
        return next((self.names[s.rest] for s in splits(token) if s.rest in self.names), None)

    def choose(self, values: Iterable[Alias], day: str | None) -> Alias | None:
        """The alias that a form means on `day` in nobody's mouth in particular."""
        fitting = [a for a in values if a.speaker is None and a.valid_on(day)]
        if day is None:
            fitting.sort(key=lambda a: a.valid_to is not None)
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

    def _nationalities(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for country in self.countries.values():
            for adjective in country.adjectives:
                for form in decline(adjective):
                    found.setdefault(form.text, country.id)
            for people in country.people:
                found.setdefault(fold(people), country.id)
        for party in self.pack.parties.values():
            if party.id in self.countries:
                continue
            for adjective in party.adjectives:
                for form in decline(adjective):
                    found.setdefault(form.text, party.id)
        return found

    def _country_names(self) -> dict[str, str]:
        """One-word names of countries and their capitals."""
        found: dict[str, str] = {}
        for country in self.countries.values():
            for name in (*country.names_ar, *country.capitals_ar):
                if len(words(name)) == 1:
                    found.setdefault(words(name)[0], country.id)
        return found

    def _is_verb(self, folded: str) -> bool:
        """Whether the folded word may be a finite verb that attributes or says what happens."""
        if any(h.form.tense in _FINITE for h in self._cues.verb(folded)):
            return True
        return any(r.word.category == "verb" for r in self._predicates.look_up(folded))

    def _may_start(self, folded: str) -> bool:
        return any(s.rest in self._starts for s in splits(folded))

    def _first_words(self) -> frozenset[str]:
        """The folded words with which any actor's words may begin."""
        lists = (self.lexicon.institutions, self.lexicon.titles, self.lexicon.populations, self.lexicon.generics)
        found = set(self.aliases.first_words()) | set(self.lexicon.source_nouns)
        for phrases in lists:
            found |= phrases.first_words()
        return frozenset(found)

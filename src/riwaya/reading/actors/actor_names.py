"""Actors by their names: aliases of the pack, labels, capitals that act."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.model import Span
from riwaya.packs.pack import Alias
from riwaya.reading.actors.actor_pass import Subject
from riwaya.reading.actors.compositions import HYPHENS, KINSHIP
from riwaya.reading.actors.metonyms import acts
from riwaya.reading.actors.whereabouts import LED_BY
from riwaya.reading.draft import ActorMention
from riwaya.text.fold import words
from riwaya.text.tokens import DEFINITE

T = TypeVar("T")

#: Proclitics before a short name that are not more likely the first letters of another word.
_SAFE = frozenset(("", "و"))
#: Military bases, folded.
_BASES = event_words("base")
QUOTES = frozenset('"“”«»')
_MARKS = QUOTES | frozenset("()")
#: Adjectives between a coalition and by whom it is led.
_MOST_ADJECTIVES = 2
#: The kingdom that leads a coalition, and the adjective of its name, folded.
_KINGDOM, _ARABIAN = event_words("kingdom"), event_words("Arabian")
#: Of these a label means only one that the report names, or that of the country it is about.
_FACTIONS = frozenset(("armed-group", "organisation"))
#: The first word of given names of two words (عبد الله, عبد الكريم), folded.
_SERVANT = event_words("servant of")
#: A label that goes back to who was called so by name before, also behind what is his (طائرات العدو).
_ENEMY = event_words("label of a foe")
#: Before whom a spokesman speaks for, folded.
IN_NAME = event_words("in the name")
#: Beginnings of words for a leader of a group, folded: bases have commanders.
_LEADERS = word_beginnings("leading man")


class Names(Subject):
    """Finds what the pack lists by name."""

    def find(self, i: int) -> ActorMention | None:
        """The longest alias at token `i` that may mean its party there."""
        for match in self.index.aliases.match(self.tokens, i):
            alias = self.before.label(match.values) or self.index.choose(match.values, self.run.day)
            if alias is None or match.end > self.run.limit or not self._may_mean(match, alias):
                continue
            alias = self._acting(match, alias)
            actors: tuple[str, ...] = (alias.id,)
            if alias.speaker is None and (alias.use == "label" or any(a.speaker for a in match.values)):
                actors = self._labelled(match, alias)
                if not actors:
                    continue
            kind = self.index.kind(actors[0])
            if kind == "sources" and self._named_behind(match.end):
                continue
            end = self._behind_leader(match.end) if kind == "coalition" else match.end
            span = Span(match.start, match.stop if end == match.end else self.tokens[end - 1].end)
            office = self._is_office(alias, i)
            counts = alias.use != "person" and not office
            inner = self._leader(i, end) if kind == "coalition" else None
            if office and self._word(end - 1) in self.index.nationalities:
                inner = span, actors
            return ActorMention(i, end, span, actors, kind, counts, inner)
        return None

    def _named_behind(self, at: int) -> bool:
        """Whether marks at token `at` hold the name of the medium just described (الوكالة الرسمية (سانا))."""
        if at + 1 >= self.run.limit or self.tokens[at].text not in _MARKS or not self._word(at + 1):
            return False
        named = self.find(at + 1)
        return named is not None and named.kind == "media"

    def _leader(self, i: int, end: int) -> tuple[Span, tuple[str, ...]] | None:
        """The state behind بقيادة in the name of a coalition (التحالف العسكري بقيادة واشنطن), if any."""
        at = next((k + 1 for k in range(i + 1, end - 1) if self._word(k) in LED_BY), end)
        for match in self.index.aliases.match(self.tokens, at, whole_word=True) if at < end else ():
            state = self.before.label(match.values) or self.index.choose(match.values, self.run.day)
            if state is not None and state.id in self.index.countries and match.end <= end:
                return Span(match.start, self.tokens[end - 1].end), (state.id,)
        return None

    def _acting(self, match: PhraseMatch[Alias], alias: Alias) -> Alias:
        """The metonym among the values of a country's name, where it tells: its government (ناشد اليمن)."""
        if alias.use != "name" or alias.id not in self.index.countries or not self._tells(match):
            return alias
        metonyms = (a for a in match.values if a.use == "metonym" and a.valid_on(self.run.day))
        return next(metonyms, alias)

    def _tells(self, match: PhraseMatch[Alias]) -> bool:
        """Whether a verb of saying stands before a name, or behind it where it opens the sentence."""
        opens = match.first == self.run.begin and self.index.is_cue(self._word(match.end))
        return opens or self._spoken(match.first)

    def _behind_leader(self, end: int) -> int:
        """The token behind the state that leads a coalition (التحالف العسكري بقيادة واشنطن), else `end`."""
        if self._word(end - 1) in _KINGDOM and self._word(end) in _ARABIAN:
            return min(end + 2, self.run.limit)  # "بقيادة المملكة", and العربية السعودية behind it
        at = end
        while at < end + _MOST_ADJECTIVES and self._word(at).startswith("ال"):
            at += 1
        if self._word(at) not in LED_BY:
            return end
        for match in self.index.aliases.match(self.tokens, at + 1, whole_word=True):
            if match.end <= self.run.limit and any(a.id in self.index.countries for a in match.values):
                return match.end
        return at + 2 if self._word(at + 1) in self.index.names else end

    def _is_office(self, alias: Alias, i: int) -> bool:
        """Whether the alias names the holder of an office (الرئيس الروسي), which is a person's."""
        return alias.use == "body" and bool(self.index.lexicon.titles.match(self.tokens, i))

    def _labelled(self, match: PhraseMatch[Alias], alias: Alias) -> tuple[str, ...]:
        """The party that a label means outside of any mouth: one named in the report, else its usual one."""
        last = match.split.rest if match.end == match.first + 1 else self._word(match.end - 1)
        goes_back = last == match.split.rest or last in _ENEMY
        known = self.before.head(last.removeprefix("ال")) if goes_back else ()
        if known:
            return known
        meant = alias.id
        if len({a.id for a in match.values}) > 1:
            meant = self.before.likeliest(match.values)
        elif self.index.country_of(meant) is not None:
            return () if self._name_of_home(match) else (meant,)
        if self.index.kind(meant) not in _FACTIONS or self.before.is_at_hand(meant):
            return (meant,)
        return (meant,) if self._is_of_home(match, meant) else ()

    def _is_of_home(self, match: PhraseMatch[Alias], meant: str) -> bool:
        """Whether the report is about the country in whose mouth the label means `meant`, or names it."""
        speakers = (a.speaker for a in match.values if a.id == meant and a.speaker)
        countries = {c for s in speakers if (c := self.index.country_of(s)) is not None}
        home = self.before.home
        return home in countries or (home is None and any(self.before.votes[c] for c in countries))

    def _name_of_home(self, match: PhraseMatch[Alias]) -> bool:
        """Whether the label is part of the name of another country at hand (المملكة in Bahrain)."""
        home = self.index.countries.get(self.before.home or "")
        return home is not None and any(
            match.split.rest.removeprefix("ال") in (w.removeprefix("ال") for w in words(name))
            for name in home.names_ar
            if home.id != match.values[0].id
        )

    def _may_mean(self, match: PhraseMatch[Alias], alias: Alias) -> bool:
        before = self._word(match.first - 1)
        if self._is_other_word(match.split.rest, before, match):
            return False
        if before in self.index.words["bearer"] or self._is_namesake(before, match, alias):
            return False
        people = match.end == match.first + 1 and match.split.rest in self.index.words["people"]
        if people and not self._beside_verb(match):
            return False
        if alias.use == "label" and self._is_other_label(match, alias):
            return False
        if alias.use == "metonym":
            return self._stands_for(match, alias)
        return (
            self._long_name(match, alias) if match.end > match.first + 1 else self._short_name(match, alias)
        )

    def _is_other_word(self, word: str, before: str, match: PhraseMatch[Alias]) -> bool:
        """Whether the words before a name show that it is a district, a deed, order or an adjective."""
        if self.run.is_district(word, before) or self.index.is_mere_deed(word, before):
            return True
        if self.run.is_order(word, match.first, match.end):
            return True
        return not match.split.prefix and self.run.is_adjective(word, match.first)

    def _is_other_label(self, match: PhraseMatch[Alias], alias: Alias) -> bool:
        """Whether a label is another word here: an adjective, another alliance."""
        if match.end > match.first + 1:
            return False
        return self.index.means_another(alias.id, self._word(match.end)) or self._is_adjective(match)

    def _short_name(self, match: PhraseMatch[Alias], alias: Alias) -> bool:
        """Whether a name of one word means its party: no part of the world, no adjective."""
        before, bare = self._word(match.first - 1), not match.split.prefix
        country = alias.id in self.index.countries
        if country and self._word(match.end) in self.index.words["region"]:
            return False
        adjective = bare and match.split.rest in self.index.nationalities
        if country and bare and self._is_accusative(match, before):
            return False
        one = alias.use == "name" and match.split.rest.endswith("ي")
        if len(match.split.rest) <= 3 and match.split.prefix not in _SAFE:
            return country and match.split.prefix != "ك"
        if adjective and (country or one):
            definite = before.startswith(DEFINITE) and before not in self.index.stops
            return not definite or self.index.is_verb(before)
        return True

    def _is_accusative(self, match: PhraseMatch[Alias], before: str) -> bool:
        """Whether a country's name is an adjective by how it is written (معطفا روسيًا)."""
        written = self.tokens[match.end - 1].text.endswith(("ً", "ًا"))
        return written and not self.index.is_deed(before)  # "هجوما أوكرانيًا": it tells whose that is

    def _stands_for(self, match: PhraseMatch[Alias], alias: Alias) -> bool:
        """Whether a capital, or another metonym, stands for a party here."""
        kind, quoted = self.index.kind(alias.id), self._is_quoted(match)
        if kind == "armed-group":
            return quoted or self._is_network(match) or self._is_no_base(match, alias)
        if match.split.rest in self.index.papers and quoted:
            return False  # "علمت «الرياض» أن …": the paper
        if match.split.rest in self.index.realms:
            return self._tells(match)  # "قالت سوريا", not "دخل سوريا"
        cited = self._is_cited(match)
        if kind == "media" and self._is_adjective(match) and not quoted:
            return False  # "القوة العربية المشتركة"
        if kind == "media" and match.split.rest in self.index.nationalities and cited:
            return True  # "…. وفقا للفرنسية."
        if kind == "media" and match.split.rest in self.index.nationalities and not quoted:
            return False  # "قالت الفرنسية فلانة": only in quotation marks the agency
        return self.acts(match, media=kind == "media")

    def _is_cited(self, match: PhraseMatch[Alias]) -> bool:
        """Whether وفقا or its like stands before the name, and no other noun behind it."""
        before = self._word(match.first - 1)
        return before in self.index.words["by"] and not self._word(match.end)

    def _long_name(self, match: PhraseMatch[Alias], alias: Alias) -> bool:
        """Whether a name of several words means a party: common ones do near others of it."""
        sided = self._word(match.end - 1).removeprefix("ال") in self.index.words["sided"]
        if sided and any(s.prefix == "ل" for s in self._splits(match.end)):
            return False  # "الميليشيات الموالية للحوثي"
        unit = match.split.rest in self.index.words["unit"]
        common = unit or alias.use == "body" or self.index.kind(alias.id) == "government"
        own = alias.speaker is not None and alias.speaker in self.before.mouths
        return own or not common or self._near(match, alias)

    def _is_namesake(self, before: str, match: PhraseMatch[Alias], alias: Alias) -> bool:
        """Whether a surname has another given name before it than the person known by it."""
        if alias.use != "person":
            return False
        if match.end > match.first + 1:  # "محمد علي النعيمي" is not علي النعيمي
            given = self.index.words["given"]
            return before in given and match.split.rest in given and not self._is_speaker_of(match.first - 1)
        fathered = self._word(match.end) in KINSHIP  # "هادي بن سالم" is not the president
        if match.split.rest in self.index.words["given"] and (
            fathered or self.run.goes_on_as_name(match.end)
        ):
            return True
        servant = self._word(match.first - 2) in _SERVANT  # "عبد الله العبادي"; not "دعم حزب الله الأسد"
        if not (servant or before in self.index.words["given"]) or self._is_speaker_of(match.first - 1):
            return False
        starts = (match.first - 1, match.first - 2)[: 1 + (servant and match.first > 1)]
        full = (m for at in starts for m in self.index.aliases.match(self.tokens, at))
        return not any(m.end >= match.end for m in full)

    def _is_adjective(self, match: PhraseMatch[Alias]) -> bool:
        """Whether a word that may be an adjective follows a definite noun (الأدلة الشرعية)."""
        before, word = self._word(match.first - 1), match.split.rest
        describes = word.startswith("ال") and word.endswith(("يه", "ي")) and not match.split.prefix
        definite = before.startswith(DEFINITE) and before not in self.index.stops
        return describes and definite and not self.index.is_verb(before)

    def _is_quoted(self, match: PhraseMatch[Alias]) -> bool:
        """Whether nothing but the words stands in quotation marks or brackets."""
        first, end = match.first - 1, match.end
        return (
            self.tokens[first].text in _MARKS and end < len(self.tokens) and self.tokens[end].text in _MARKS
        )

    def _is_speaker_of(self, at: int) -> bool:
        """Whether باسم at token `at` goes on an office (المتحدث الرسمي باسم فلان) or names somebody."""
        if self._word(at) not in IN_NAME or at <= self.run.begin:
            return False
        office = self.index.lexicon.titles.match(self.tokens, at - 1)
        return bool(office) or self._word(at - 1) in self.index.words["link"]

    def _near(self, match: PhraseMatch[Alias], alias: Alias) -> bool:
        """Whether a body that any country may have (هيئة النزاهة) fits the countries of the report."""
        named = [t.folded for t in self.tokens[match.first : match.end]]
        if any(w in self.index.nationalities or w in self.index.names for w in named):
            return True
        first = match.split.rest
        if first not in self.index.bodies and first not in self.index.words["unit"]:
            return True
        country, home = self.index.country_of(alias.id), self.before.home
        return country is None or home in (None, country) or self.before.votes[country] > 0

    def acts(self, match: PhraseMatch[T], *, media: bool) -> bool:
        """Whether a capital or a common word stands where somebody who acts or speaks would."""
        last = self.run.found[-1].end if self.run.found else 0
        joined = bool(self.run.found) and last == match.first
        if joined and match.split.prefix == "ل":
            joined = self.run.found[-1].counts  # "دعم طهران لدمشق", not "زيارة الرئيس لدمشق"
        if last and last == match.first - 1 and self.tokens[last].text in HYPHENS:
            return not media and self.run.found[-1].kind != "media"
        colon = match.end < self.run.limit and self.tokens[match.end].text == ":"
        quoted = match.first > self.run.begin and self.tokens[match.first - 1].text in QUOTES

        def word(i: int) -> str:
            return self._word(i - 1 if quoted and i < match.first else i)

        return acts(match, word, self.index, media=media, joined=joined, colon=colon)

    def _beside_verb(self, match: PhraseMatch[T]) -> bool:
        """Whether a verb stands right before or behind the words."""
        after = self._word(match.end)
        future = after.startswith("سي") and after.endswith("ون")
        return future or self.index.is_verb(self._word(match.first - 1)) or self.index.is_verb(after)

    def _is_no_base(self, match: PhraseMatch[Alias], alias: Alias) -> bool:
        """Whether a report that names القاعدة in full, and tells of no base, means it."""
        named = self.before.is_named(alias.id) and not self._tells_of_bases
        return named and not self.run.goes_on(match.first, match.end)

    @cached_property
    def _tells_of_bases(self) -> bool:
        return any(split.rest in _BASES for token in self.tokens for split in token.splits)

    def _is_network(self, match: PhraseMatch[Alias]) -> bool:
        """Whether القاعدة is the organisation, not a base: beside another group, behind words of members."""
        if match.split.prefix not in ("", "و", "ب", "ل"):
            return False
        if self.run.goes_on(match.first, match.end):
            return False
        before = match.first - 1
        while before > self.run.begin and (self.tokens[before].text in QUOTES or self._word(before) == "او"):
            before -= 1
        if self._word(before) in self.index.words["network"]:
            return True
        if self._word(before) == "في" and self._word(before - 1).removeprefix("ال").startswith(_LEADERS):
            return True  # "مقتل قيادي في القاعدة": bases have commanders, no leaders
        joined = bool(self.run.found) and self.run.found[-1].end == before + 1
        return joined and self.run.found[-1].kind == "armed-group"

"""The actors that a report mentions: names, bodies with a nationality, unnamed sources, people, generics."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from riwaya.lexicon.actors import Branch, Generic, Institution, Title
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.model import Span
from riwaya.packs.pack import Alias
from riwaya.reading.actor_index import ActorIndex
from riwaya.reading.antecedents import Antecedents
from riwaya.reading.compositions import (
    HYPHENS,
    Owned,
    complement_end,
    find_owner,
    is_definite,
    is_feminine,
    name_end,
    purpose_end,
)
from riwaya.reading.draft import ActorMention
from riwaya.reading.metonyms import acts
from riwaya.text.document import Document
from riwaya.text.fold import fold, words
from riwaya.text.tokens import Split

T = TypeVar("T")

#: Words between a title and the body that its bearer speaks for (المتحدث الرسمي باسم X).
MOST_LINKS = 4
#: Words between forces and what says with whom they stand (وحدات من الجيش موالية لـ X).
MOST_BEFORE_LOYAL = 2
#: Words before people that say how many of them tell (عدد من سكان X).
MOST_BEFORE_PEOPLE = 3
#: Words that say where an unnamed source sits (مصدر مطلع في مجلس محافظة X).
MOST_SEAT_WORDS = 5
_SEATS = frozenset(("في", "داخل", "من", "لدي"))
#: Proclitics before a short name that are not more likely the first letters of another word.
_SAFE = frozenset(("", "و"))
#: Nouns that are no body of the state in these countries: a district (مديرية التعزية), police of
#: cities, a law (مخالفة النظام).
_NOT_THE_STATES = {
    fold("مديرية"): ("yemen",),
    fold("شرطة"): ("united-states",),
    fold("نظام"): ("saudi-arabia", "kuwait", "bahrain", "uae", "qatar", "oman", "jordan", "morocco"),
}
#: What points to the thing that comes from somewhere (مصدر هذا الحطام).
_THIS = frozenset(("هذا", "هذه", "ذلك", "تلك"))
#: Prepositions before القضاء where that is a district.
_INTO = frozenset(("في", "الي"))
#: Nouns before the name of a country.
_REALMS = frozenset(fold(noun) for noun in ("دولة", "جمهورية", "مملكة", "سلطنة"))
_QUOTES = frozenset('"“”«»')
#: A label that goes back to who was called so by name before, also behind what is his (طائرات العدو).
_ENEMY = "العدو"
#: What a person is who speaks for no party.
OTHER = ("other",)
#: Officials whom nobody names.
UNNAMED_OFFICIALS = ("official-sources",)
#: Kinds of bodies whose officials are nobody's name; one of a movement speaks for it.
_STATE_KINDS = frozenset(("state", "government", "armed-forces"))
#: Endings of an adjective that says what an official deals with (مسؤول انتخابي, مسؤولون انتخابيون).
_OFFICIAL = ("ي", "يه", "يون", "يين", "يان")


def find_actors(
    document: Document, index: ActorIndex, *, published: str | None, outlet: str | None
) -> tuple[ActorMention, ...]:
    """Every mention of an actor in `document`, in the order of the text.

    Those that count do not overlap; those that do not (persons) may hold others. `published` is an
    ISO day: it settles which party a name meant then.
    """
    return _Finder(document, index, published, outlet).find()


class _Finder:
    """One pass over one document; what was found before decides what generics mean."""

    def __init__(self, document: Document, index: ActorIndex, day: str | None, outlet: str | None) -> None:
        self.document, self.index, self.day = document, index, day
        self.tokens = index.spelling.correct(document)
        self.before = Antecedents(document, index, day, outlet)
        self.found: list[ActorMention] = []
        self._titled_to = self._bodies_from = 0
        self._begin = self._limit = 0

    def find(self) -> tuple[ActorMention, ...]:
        """All mentions, sorted by position, the wider first."""
        for sentence in self.document.sentences:
            i, self._begin, self._limit = sentence.start, sentence.start, sentence.end
            while i < sentence.end:
                token = self.tokens[i]
                if token.kind == "word" and self.index.may_start(token.folded):
                    i = self._at(i)
                else:
                    i += 1
        return tuple(sorted(self.found, key=lambda m: (m.span.start, -m.span.end)))

    def _at(self, i: int) -> int:
        """Look for a mention at token `i`; the token to go on from."""
        mention = self._named(i)
        open_ = mention is None or not mention.counts or mention.kind == "sources"
        title = self._title(i) if open_ and i >= self._titled_to else None
        if title is not None and (mention is None or title.end > mention.end):
            self._keep(title)
            return title.end if title.counts else i + 1
        if mention is None:
            return i + 1
        self._keep(mention)
        return i + 1 if title is not None and not mention.counts else mention.end

    def _named(self, i: int) -> ActorMention | None:
        """The longest mention at token `i` that is no title; of equals the one tried first."""
        finders = (
            self._sources, self._people, self._alias, self._press, self._body, self._generic, self._record,
        )  # fmt: skip
        found = [m for m in (find(i) for find in finders) if m is not None]
        best = max(found, key=lambda m: m.end) if found else None
        return self._with_loyalty(best) if best is not None and best.kind == "sources" else best

    def _keep(self, mention: ActorMention) -> None:
        self.found.append(mention)
        self.before.remember(mention)

    def _mention(
        self, i: int, end: int, split: Split, actors: tuple[str, ...], *, counts: bool = True
    ) -> ActorMention | None:
        if not actors:
            return None
        span = Span(self.tokens[i].start_of(split), self.tokens[end - 1].end)
        return ActorMention(i, end, span, actors, self.index.kind(actors[0]), counts)

    def _word(self, i: int) -> str:
        """The folded token at `i` when it is a word of the sentence at hand, else nothing."""
        if self._begin <= i < self._limit and self.tokens[i].kind == "word":
            return self.tokens[i].folded
        return ""

    # names

    def _alias(self, i: int) -> ActorMention | None:
        for match in self.index.aliases.match(self.tokens, i):
            alias = self.before.label(match.values) or self.index.choose(match.values, self.day)
            if alias is None or match.end > self._limit or not self._may_mean(match, alias):
                continue
            actors: tuple[str, ...] = (alias.id,)
            if alias.speaker is None and (alias.use == "label" or any(a.speaker for a in match.values)):
                actors = self._labelled(match, alias)
                if not actors:
                    continue
            kind = self.index.kind(actors[0])
            span = Span(match.start, match.stop)
            counts = alias.use != "person" and not self._is_office(alias, i)
            return ActorMention(i, match.end, span, actors, kind, counts)
        return None

    def _is_office(self, alias: Alias, i: int) -> bool:
        """Whether the alias names the holder of an office (الرئيس الروسي), which is a person's."""
        return alias.use == "body" and bool(self.index.lexicon.titles.match(self.tokens, i))

    def _labelled(self, match: PhraseMatch[Alias], alias: Alias) -> tuple[str, ...]:
        """The party that a label means outside of any mouth: one named in the report, else its usual one."""
        last = match.split.rest if match.end == match.first + 1 else self._word(match.end - 1)
        known = self.before.head(last.removeprefix("ال")) if last in (match.split.rest, _ENEMY) else ()
        if known:
            return known
        meant = alias.id
        if len({a.id for a in match.values}) > 1:
            meant = self.before.likeliest(match.values)
        elif self.index.country_of(meant) is not None:
            return () if self._name_of_home(match) else (meant,)
        if self.index.kind(meant) != "armed-group" or self.before.is_at_hand(meant):
            return (meant,)
        return (meant,) if self._is_of_home(match, meant) else ()

    def _is_of_home(self, match: PhraseMatch[Alias], meant: str) -> bool:
        """Whether the country that the report is about is the one in whose mouth the label means `meant`."""
        speakers = (a.speaker for a in match.values if a.id == meant and a.speaker)
        return any(self.index.country_of(s) == self.before.home for s in speakers)

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
        if self._is_district(match.split.rest, before) or self.index.is_mere_deed(match.split.rest, before):
            return False
        if before in self.index.words["bearer"] or self._is_namesake(before, match, alias):
            return False
        people = match.end == match.first + 1 and match.split.rest in self.index.words["people"]
        if people and not self._beside_verb(match):
            return False
        if alias.use == "metonym" and self.index.kind(alias.id) == "armed-group":
            return self._is_network(match)
        if alias.use == "metonym":
            return self._acts(match, media=self.index.kind(alias.id) == "media")
        if match.end > match.first + 1:
            unit = match.split.rest in self.index.words["unit"]
            common = unit or alias.use == "body" or self.index.kind(alias.id) == "government"
            return not common or self._near(match, alias)
        country = alias.id in self.index.countries
        adjective = not match.split.prefix and match.split.rest in self.index.nationalities
        if len(match.split.rest) <= 3 and match.split.prefix not in _SAFE:
            return country and match.split.prefix != "ك"
        if adjective and (country or (alias.use == "name" and match.split.rest.endswith("ي"))):
            definite = before.startswith(("ال", "لل", "وال", "بال")) and before not in self.index.stops
            return not definite or self.index.is_verb(before)
        return True

    def _is_namesake(self, before: str, match: PhraseMatch[Alias], alias: Alias) -> bool:
        """Whether a surname has another given name before it than the person known by it."""
        if alias.use != "person" or match.end > match.first + 1:
            return False
        if match.split.rest in self.index.words["given"] and self._goes_on_as_name(match.end):
            return True
        if before not in self.index.words["given"]:
            return False
        full = self.index.aliases.match(self.tokens, match.first - 1)
        return not any(m.end >= match.end for m in full)

    def _goes_on_as_name(self, at: int) -> bool:
        """Whether the word at token `at` may be the next of a personal name."""
        word = self._word(at)
        return bool(word) and word not in self.index.stops and not self.index.is_verb(word)

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

    def _acts(self, match: PhraseMatch[T], *, media: bool) -> bool:
        """Whether a capital or a common word stands where somebody who acts or speaks would."""
        last = self.found[-1].end if self.found else 0
        joined = bool(self.found) and last == match.first
        if last and last == match.first - 1 and self.tokens[last].text in HYPHENS:
            return not media and self.found[-1].kind != "media"
        colon = match.end < self._limit and self.tokens[match.end].text == ":"
        return acts(match, self._word, self.index, media=media, joined=joined, colon=colon)

    def _beside_verb(self, match: PhraseMatch[T]) -> bool:
        """Whether a verb stands right before or behind the words."""
        return self.index.is_verb(self._word(match.first - 1)) or self.index.is_verb(self._word(match.end))

    def _is_network(self, match: PhraseMatch[Alias]) -> bool:
        """Whether القاعدة is the organisation, not a base: beside another group, behind words of members."""
        if match.split.prefix not in ("", "و", "ب", "ل"):
            return False
        if self._goes_on(match.first, match.end):
            return False
        before = match.first - 1
        while before > self._begin and (self.tokens[before].text in _QUOTES or self._word(before) == "او"):
            before -= 1
        if self._word(before) in self.index.words["network"]:
            return True
        joined = bool(self.found) and self.found[-1].end == before + 1
        return joined and self.found[-1].kind == "armed-group"

    # bodies and offices

    def _body(self, i: int) -> ActorMention | None:
        if i < self._bodies_from:
            return None
        for match in self.index.lexicon.institutions.match(self.tokens, i):
            body = match.values[0]
            definite = is_definite(match, self.tokens)
            if body.alone == "definite" and not definite:
                continue
            if self.index.is_mere_deed(match.split.rest, self._word(match.first - 1)):
                continue
            owned = find_owner(self.tokens, match.end, self._limit, self.index, definite=definite)
            if owned is not None and (owned.agrees or not is_feminine(match)):
                counts = match.split.rest not in self.index.words["machine"]
                actors = self._actors_of(owned, body.branch)
                end = self._purpose_end(match.end, owned.end) if definite else owned.end
                return self._mention(i, end, match.split, actors, counts=counts)
            loyal = self._loyal_to(i, match) if body.branch == "forces" else None
            if loyal is not None:
                return loyal
            if definite:
                return self._public_body(i, match, body)
            return self._body_of_person(i, match) or self._body_alone(i, match, body)
        return None

    def _purpose_end(self, at: int, end: int) -> int:
        """The token behind what a public body is for (الهيئة الوطنية العراقية للرقابة النووية)."""
        public = any(self._word(i) in self.index.words["public"] for i in range(at, end))
        return purpose_end(self.tokens, end, self._limit, self.index) if public else end

    def _actors_of(self, owned: Owned, branch: str) -> tuple[str, ...]:
        kind = "forces" if branch == "forces" else "state"
        found = (self.index.institution_of(o, kind, self.day) for o in owned.owners)
        return tuple(dict.fromkeys(a for a in found if a is not None))

    def _body_of_person(self, i: int, match: PhraseMatch[Institution]) -> ActorMention | None:
        """A body named after who leads it (حكومة + name)."""
        if match.end >= self._limit:
            return None
        for person in self.index.aliases.match(self.tokens, match.end, whole_word=True):
            alias = self.index.choose(person.values, self.day)
            if alias is not None and alias.use == "person" and person.end <= self._limit:
                return self._mention(i, person.end, match.split, (alias.id,))
        return None

    def _loyal_to(self, i: int, match: PhraseMatch[T]) -> ActorMention | None:
        """Forces that are said to be somebody's (وحدات من الجيش موالية لـ X, سلاح الجو لقوات X)."""
        loyal = self.index.words["loyal"]
        for at in range(match.end, min(match.end + MOST_BEFORE_LOYAL + 1, self._limit)):
            word = self._word(at)
            if word in loyal:
                side = self._side(at + 1)
                return side and self._mention(i, side.end, match.split, side.actors)
            if self._word(at - 1) in self.index.words["arm"] and (side := self._side(at)):
                return self._mention(i, side.end, match.split, side.actors)
            if word != "من" and not word.startswith("ال"):
                return None
        return None

    def _side(self, at: int) -> ActorMention | None:
        """Whom the words from token `at` say that somebody stands with (للرئيس السابق X)."""
        alone = self._word(at) == "ل"
        if not alone and not any(s.prefix == "ل" for s in self.tokens[at].splits):
            return None
        at += alone
        while at < self._limit and self.tokens[at].text in _QUOTES:
            at += 1
        finders = (self._alias, self._surname, self._title, self._body, self._generic)
        found = [m for m in (find(at) for find in finders) if m is not None]
        if self.index.lexicon.titles.match(self.tokens, at) and (person := self._bearer(at + 1)):
            found.append(person)
        side = max(found, key=lambda m: m.end, default=None)
        if side is None or side.kind in ("sources", "population", "media"):
            return None
        named = self._bearer(side.end)
        former = self._word(side.end) in self.index.words["former"]
        if named is None:
            return None if former else side
        return replace(side, end=named.end, actors=named.actors if former else side.actors)

    def _surname(self, at: int) -> ActorMention | None:
        """Somebody whose name alone is enough where forces are said to be his (الموالية لصالح)."""
        for match in self.index.aliases.match(self.tokens, at):
            parties = {a.id for a in match.values if a.valid_on(self.day)}
            if len(parties) == 1 and match.values[0].use in ("person", "label") and match.end <= self._limit:
                return self._mention(at, match.end, match.split, tuple(parties), counts=False)
        return None

    def _bearer(self, at: int) -> ActorMention | None:
        """The person known to the pack who is named at token `at` or behind one adjective."""
        for first in (at, at + 1):
            person = self._alias(first) if self._word(first) else None
            if person is not None and not person.counts:
                return person
        return None

    def _body_alone(self, i: int, match: PhraseMatch[Institution], body: Institution) -> ActorMention | None:
        """A body without nationality: of the state that had one of this name, else of the country at hand."""
        if not body.alone:
            return None
        if self._is_not_the_states(match.split.rest):
            return None
        if body.alone == "town" and not self._state_of_town(match.end, body.branch):
            return None
        place = body.alone in ("place", "town")
        end = complement_end(self.tokens, match.end, self._limit, self.index, place=place)
        if end == match.end:
            return None
        seat = self._seat(end, body.branch)
        if seat is not None:
            return self._mention(i, seat[0], match.split, seat[1])
        known = self.before.body(match.split.rest, self._word(match.end))
        where = self._state_of_town(match.end, body.branch) if place else ()
        return self._mention(i, end, match.split, known or where or self.before.home_actor(body.branch))

    def _seat(self, at: int, branch: Branch) -> tuple[int, tuple[str, ...]] | None:
        """The end of the words that say whose a body is by where it sits (في العراق), and the state."""
        if self._word(at) != "في":
            return None
        state = self._alias(at + 1) if self._word(at + 1) else None
        if state is None or not state.counts or state.kind not in ("state", "government"):
            return None
        owners = (self.index.institution_of(a, branch, self.day) for a in state.actors)
        return state.end, tuple(a for a in owners if a is not None)

    def _state_of_town(self, at: int, branch: Branch) -> tuple[str, ...]:
        """The state whose body one named after the town at token `at` is (نيابة فرانكفورت)."""
        country = self.index.country_of_town(self._word(at), self._word(at + 1))
        actor = self.index.institution_of(country, branch, self.day) if country else None
        return (actor,) if actor else ()

    def _public_body(self, i: int, match: PhraseMatch[Institution], body: Institution) -> ActorMention | None:
        """A body that its adjectives make the state's (الهيئة العامة للسياحة): of the country at hand."""
        public, end = self.index.words["public"], match.end
        while self._word(end) in public:
            end += 1
        if end == match.end:
            return None
        known = self.before.body(match.split.rest, self._word(match.end))
        end = purpose_end(self.tokens, end, self._limit, self.index)
        return self._mention(i, end, match.split, known or self.before.home_actor(body.branch))

    def _title(self, i: int) -> ActorMention | None:
        for match in self.index.lexicon.titles.match(self.tokens, i):
            title = match.values[0]
            definite = is_definite(match, self.tokens)
            found = self._title_at_body(i, match)
            if found is None:
                owned = find_owner(self.tokens, match.end, self._limit, self.index, definite=definite)
                if owned is not None:
                    return self._title_of(i, match, title, owned)
                found = self._minister(i, match, title) or self._official(i, match)
            if found is not None:
                self._titled_to = found.end
                return found
        return None

    def _title_of(self, i: int, match: PhraseMatch[Title], title: Title, owned: Owned) -> ActorMention | None:
        actors = self._actors_of(owned, "state")
        if title.use == "official":
            unnamed = self._is_unnamed(i, match)
            return self._mention(i, owned.end, match.split, UNNAMED_OFFICIALS if unnamed else actors)
        if not owned.agrees or is_feminine(match):
            self._bodies_from = owned.end  # the nationality is the bearer's, not that of a body inside
        end = self._name_end(owned.end, title)
        self._titled_to = end
        if self._is_former(match.end, owned.end):
            actors = OTHER
        return self._mention(i, end, match.split, actors, counts=False)

    def _is_former(self, at: int, end: int) -> bool:
        """Whether the office told of in the tokens from `at` to `end` is no longer held."""
        return any(self._word(i) in self.index.words["former"] for i in range(at, end + 1))

    def _name_end(self, at: int, title: Title) -> int:
        return at if title.use == "group" else name_end(self.tokens, at, self._limit, self.index)

    def _title_at_body(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """A title with the body that its bearer speaks for (المتحدث باسم X, مدير X)."""
        for at in range(match.end, min(match.end + MOST_LINKS, self._limit)):
            word = self._word(at)
            if not word:
                return None
            body = self._named(at) if self.index.may_start(word) else None
            if body is not None and body.kind == "media" and body.span.start > self.tokens[at].start:
                return None  # مسؤولون لرويترز: told to the medium, not of it
            if body is not None and body.counts and body.kind not in ("sources", "population"):
                end = self._name_end(body.end, match.values[0])
                if end == body.end and body.kind in _STATE_KINDS and self._is_unnamed(i, match):
                    return self._mention(i, end, match.split, UNNAMED_OFFICIALS)
                actors = OTHER if self._is_former(match.end, body.end) else body.actors
                return self._mention(i, end, match.split, actors, counts=False)
            if word not in self.index.words["link"]:
                return None
        return None

    def _minister(self, i: int, match: PhraseMatch[Title], title: Title) -> ActorMention | None:
        """A minister without nationality: of the country at hand."""
        several = match.end > match.first + 1
        end = complement_end(self.tokens, match.end, self._limit, self.index, place=several)
        if title.use != "ministerial" or (end == match.end and match.end == i + 1):
            return None
        if self._is_former(match.end, end):
            return self._mention(i, end, match.split, OTHER, counts=False)
        actors = self.before.body("وزاره", self._word(match.end)) or self.before.home_actor("state")
        return self._mention(i, max(end, match.end), match.split, actors, counts=False)

    def _is_unnamed(self, i: int, match: PhraseMatch[Title]) -> bool:
        """Whether the title is that of an official who tells and whom nobody names (قال مسؤول)."""
        official = match.values[0].use == "official" and not is_definite(match, self.tokens)
        return official and (self._told_by(i) or self._heads_line(i, match.end))

    def _heads_line(self, i: int, end: int) -> bool:
        """Whether a headline begins here with the words of who speaks, and a colon (مسؤول كردي: …)."""
        if i != self._begin:
            return False
        return any(self.tokens[at].text == ":" for at in range(end, min(end + 3, self._limit)))

    def _official(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """An official who tells and is said to be nobody's (مسؤول انتخابي, مسؤول أمني)."""
        if not self._is_unnamed(i, match):
            return self._same_official(i, match)
        adjective = self._word(match.end)
        group = self.index.lexicon.groups.get(adjective)
        if group is None and (adjective.startswith("ال") or not adjective.endswith(_OFFICIAL)):
            return None
        return self._mention(i, match.end + 1, match.split, (group,) if group else UNNAMED_OFFICIALS)

    def _same_official(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """An unnamed official who was told of before and tells on (وأوضح المسؤول الأمني)."""
        definite = match.values[0].use == "official" and is_definite(match, self.tokens)
        if not definite or not self.before.last_source or not self._spoken(i):
            return None
        end = match.end
        if self._word(end) and self._word(end).removeprefix("ال") in self.index.lexicon.groups:
            end += 1
        if self._goes_on_as_name(end):
            return None
        return self._mention(i, end, match.split, self.before.last_source)

    # unnamed sources, people, generics

    def _sources(self, i: int) -> ActorMention | None:
        nouns = self.index.words["source"]
        split = next((s for s in self.tokens[i].splits if s.rest in nouns), None)
        if split is None:
            return None
        definite = split.rest.startswith("ال")
        group, end = None, i + 1
        while word := self._word(end):
            bare = word[1:] if word.startswith("و") and word not in self.index.lexicon.groups else word
            if bare.startswith("ال") != definite:
                break
            found = self.index.lexicon.groups.get(bare)
            if found is None and bare not in self.index.nationalities:
                break
            group = group or found
            end += 1
        if definite and group is None and self._is_other_source(end):
            return None
        if definite and group is None:
            tells = self._spoken(i) or self._tells_medium(end)
            known = self.before.last_source or (("unnamed-sources",) if tells else ())
            return self._mention(i, end, split, known)
        if group is None and end == i + 1 and not self._is_people(i):
            return None
        if not definite and self._word(end).startswith("بال"):
            end += 1
        elif not definite and self._word(end) in _SEATS:
            end = self._seat_end(end)
        return self._mention(i, end, split, (group or "unnamed-sources",))

    def _is_other_source(self, at: int) -> bool:
        """Whether an adjective that is no group's makes things of المصادر (المصادر التاريخية)."""
        word = self._word(at)
        return word.startswith("ال") and word.endswith(("يه", "وحه")) and word not in self.index.stops

    def _press(self, i: int) -> ActorMention | None:
        """Media of which no name is given (الصحف الفلسطينية, تقارير إخبارية تركية, وسائل إعلام محلية)."""
        heads = self.index.words["press"]
        split = next((s for s in self.tokens[i].splits if s.rest in heads), None)
        if split is None:
            return None
        nouns = i + 1 + (self._word(i + 1) in ("اعلام", "الاعلام"))
        end, about_media = nouns, nouns > i + 1
        while (word := self._word(end)) and word.endswith("ه"):
            group = self.index.lexicon.groups.get(word)
            if (
                group is None
                and word not in self.index.nationalities
                and word not in self.index.words["scope"]
            ):
                break
            about_media = about_media or group == "media-sources"
            end += 1
        if self._word(end) in self.index.words["social"]:
            return None
        told = self._told_by(i)
        papers = (split.rest.endswith("صحف") and (end > nouns or told)) or (told and end > nouns)
        return self._mention(i, end, split, ("media-sources",)) if papers or about_media else None

    def _record(self, i: int) -> ActorMention | None:
        """A document that speaks for a group of sources (حصيلة رسمية): no mention, but a speaker."""
        records = self.index.words["record"]
        split = next((s for s in self.tokens[i].splits if s.rest in records), None)
        group = self.index.lexicon.groups.get(self._word(i + 1)) if split is not None else None
        return self._mention(i, i + 2, split, (group,), counts=False) if split and group else None

    def _with_loyalty(self, sources: ActorMention) -> ActorMention:
        """Sources or media with the side that they are said to stand with (وسائل إعلام موالية لـ X)."""
        at, sided = sources.end, self.index.words["sided"]
        if self._word(at - 1) not in sided:
            if self._word(at) not in sided:
                return sources
            at += 1
        at += self._word(at) in ("ل", "من")
        side = self._alias(at) if self._word(at) and self.index.may_start(self._word(at)) else None
        if side is None or side.kind in ("sources", "population", "media"):
            return sources
        if self._word(at - 1) not in ("ل", "من") and side.span.start == self.tokens[at].start:
            return sources
        party = self.index.party_of(side.actors[0])
        actors = self.index.media_of.get(party) if self._is_media(sources) else sources.actors
        span = Span(sources.span.start, side.span.end)
        return ActorMention(sources.first, side.end, span, actors or ("media-sources",), "sources")

    def _is_media(self, sources: ActorMention) -> bool:
        actor = sources.actors[0]
        return actor == "media-sources" or (actor,) in self.index.media_of.values()

    def _spoken(self, i: int) -> bool:
        before = self._word(i - 1)
        if before.removeprefix("و") in self.index.words["by"] or before in self.index.words["by"]:
            return True
        stops = self.index.stops
        return before not in stops and before.removeprefix("و") not in stops and self.index.is_cue(before)

    def _is_people(self, i: int) -> bool:
        """Whether bare مصدر or مصادر means people, not where something comes from (مصادر المياه)."""
        after = self._word(i + 1)
        if self._word(i - 1) in self.index.words["deemed"]:
            return False
        if self._spoken(i):
            return True
        if after in _THIS:
            return False
        ends = not after or after in self.index.stops or after == "ل" or self._tells_medium(i + 1)
        return ends or after.startswith("بال") or self.index.is_cue(after)

    def _tells_medium(self, at: int) -> bool:
        """Whether the medium that somebody tells is named at token `at` (مصدر لرويترز)."""
        if not self._word(at) or not any(s.prefix == "ل" for s in self.tokens[at].splits):
            return False
        medium = self._alias(at)
        return medium is not None and medium.kind == "media"

    def _seat_end(self, at: int) -> int:
        """The token behind the words that say where a source sits; `at` if they do not."""
        end = at + 1
        while end - at <= MOST_SEAT_WORDS and (word := self._word(end)):
            if self.index.is_verb(word) or word in self.index.stops:
                break
            end += 1
        return end if end > at + 1 else at

    def _people(self, i: int) -> ActorMention | None:
        for match in self.index.lexicon.populations.match(self.tokens, i):
            if match.end > self._limit or self._word(i - 1) in self.index.words["bearer"]:
                continue
            people, end = match.values[0], match.end
            if people.when in ("harmed", "vulnerable") and not (self._is_harmed(i) or self._told_by(i)):
                continue
            if people.when == "placed":
                end = self._dwellers_end(end)
            speaking = self._told_by(i) or self._speaks_next(end)
            if people.when == "telling" and not speaking:
                continue
            actors = (people.speaking if speaking else people.id,)
            counts = people.when not in ("vulnerable", "telling")
            return self._mention(i, end, match.split, actors, counts=counts)
        return None

    def _told_by(self, i: int) -> bool:
        """Whether what is told is said to be told by these people, or by some of them (أحد الطلبة)."""
        at = i - 1
        while at > i - MOST_BEFORE_PEOPLE and self._word(at) in self.index.words["some"]:
            at -= 1
        return self._spoken(at + 1)

    def _speaks_next(self, at: int) -> bool:
        """Whether a verb of saying in the plural follows (الأهالي يناشدون)."""
        after = self._word(at)
        return after.endswith(("ون", "وا")) and self.index.is_cue(after)

    def _is_harmed(self, i: int) -> bool:
        """Whether people stand behind a count, a verb or a word of harm (ثلاثة أطفال, استشهد مدني)."""
        before = self._word(i - 1)
        if not before:
            return i > self._begin and self.tokens[i - 1].kind == "number"
        return before in self.index.words["harmed"] or self.index.is_verb(before)

    def _dwellers_end(self, at: int) -> int:
        """The token behind where people live (سكان المنطقة, أهالي بلدة X)."""
        for end in (at, at + 1):
            word = self._word(end)
            if not word or word in self.index.stops or self.index.is_verb(word):
                return end
            if word.startswith("ال"):
                return end + 1
            if end > at and word.startswith("و"):
                return end
        return at + 2

    def _generic(self, i: int) -> ActorMention | None:
        for match in self.index.lexicon.generics.match(self.tokens, i):
            if self._is_other_noun(match):
                continue
            if match.split.rest in self.index.words["ministry"] and not self._is_ministry(match):
                continue
            if match.end == i + 1 and self._word(i - 1) in self.index.words["bearer"]:
                continue
            if match.end <= self._limit and not self._goes_on(match.first, match.end):
                if self._is_district(match.split.rest, self._word(match.first - 1)):
                    return None
                if self._is_not_the_states(match.split.rest, self._word(match.end - 1)):
                    return None
                side = self._loyal_to(i, match) or self._of_country(i, match)
                return side or self._mention(
                    i, match.end, match.split, self.before.resolve(match.values[0], i)
                )
        return None

    def _is_ministry(self, match: PhraseMatch[Generic]) -> bool:
        """Whether a field (الداخلية) is its ministry: the subject of a clause."""
        before = self._word(match.first - 1)
        opens = not before or before in self.index.words["clause"] or self.index.is_cue(before)
        return opens and self._acts(match, media=False)

    def _of_country(self, i: int, match: PhraseMatch[Generic]) -> ActorMention | None:
        """A body of which ب and the name of a country say whose it is (مجلس الأمة بدولة الكويت)."""
        if not any(way.startswith("home") for way in match.values[0].ways) or not self._word(match.end):
            return None
        split = next((s for s in self.tokens[match.end].splits if s.prefix == "ب"), None)
        if split is None:
            return None
        country = self.index.names.get(split.rest)
        if country is None and split.rest in _REALMS:
            country = self.index.names.get(self._word(match.end + 1))
        if country is None:
            return None
        branch: Branch = "forces" if "home-forces" in match.values[0].ways else "state"
        actor = self.index.institution_of(country, branch, self.day)
        return self._mention(i, match.end, match.split, (actor or country,))

    def _is_other_noun(self, match: PhraseMatch[Generic]) -> bool:
        """Whether the report writes ة where the generic has a pronoun (مكتبة, not مكتبه)."""
        return match.values[0].form.endswith("ه") and self.tokens[match.end - 1].text.endswith("ة")

    def _is_district(self, word: str, before: str) -> bool:
        """Whether القضاء is a district of Iraq, in or around which something is, not the judiciary."""
        inside = before in self.index.words["within"] or (before in _INTO and self.before.home == "iraq")
        return word == "القضاء" and inside

    def _is_not_the_states(self, *nouns: str) -> bool:
        """Whether one of the nouns names no body of the state in the country at hand."""
        home = self.before.home
        return any(home in _NOT_THE_STATES.get(noun.removeprefix("ال"), ()) for noun in nouns)

    def _goes_on(self, first: int, end: int) -> bool:
        """Whether an adjective makes another thing of the noun (الحكومة المحلية, الحركة التجارية)."""
        after = self._word(end)
        if after in self.index.words["below"]:
            return True
        if after in self.index.words["gloss"] or after in self.index.stops:
            return after.startswith("علي") and self._word(first).endswith("قضاء")
        if not after.startswith("ال") or (end > first + 1 and self._word(end - 1).endswith("ه")):
            return False
        feminine = self._word(end - 1).endswith(("ه", "ات"))
        return after.endswith("ه" if feminine else "ي") and not self.index.is_verb(self._word(first - 1))

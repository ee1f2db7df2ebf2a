"""Bodies of states: with a nationality, with who leads them, or of the state at hand."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lexicon.actors import Branch, Institution
from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.reading.actors.actor_names import Names
from riwaya.reading.actors.actor_pass import Pass, Subject
from riwaya.reading.actors.compositions import (
    MOST_COMPLEMENTS,
    REALMS,
    Owned,
    complement_end,
    find_owner,
    has_cause,
    is_definite,
    is_feminine,
    is_private,
    place_start,
    purpose_end,
)
from riwaya.reading.actors.loyalty import Loyalty
from riwaya.reading.draft import ARMED, ActorMention
from riwaya.text.fold import fold

#: Nouns that say with ب by whom something is led, folded.
_LED = event_words("headed")
_COMMITTEE = event_words("committee")
#: An apparatus of the state, or a mere device.
_APPARATUS = event_words("apparatus of a state")
_CENTRAL = event_words("central")
#: Forces with what arms them, and the forces of order, beside powers and safety.
_POWERS, _SECURITY = event_words("powers"), event_words("security")
#: An office, or a mere circle.
_CIRCLE = event_words("circle")
#: Kinds of actors that have directorates of their own (مديرية الإعلام في هيئة الحشد الشعبي).
_SIDES = frozenset(("armed-group", "coalition"))
#: Kinds of actors that have ministries and courts of their own (وزارة الداخلية التابعة لحماس).
_RULING = _SIDES | {"government"}


class Bodies(Subject):
    """Finds bodies of states."""

    def __init__(self, run: Pass, names: Names, loyalty: Loyalty) -> None:
        super().__init__(run)
        self.names, self.loyalty = names, loyalty

    def find(self, i: int) -> ActorMention | None:
        """The body at token `i`, with the state or party that it belongs to."""
        if i < self.run.bodies_from:
            return None
        for match in self.index.lexicon.institutions.match(self.tokens, i):
            body = match.values[0]
            definite = is_definite(match, self.tokens)
            if definite != (body.alone == "definite") and body.alone in ("definite", "town"):
                continue
            if self._is_other_word(match):
                continue
            if has_cause(self.tokens, i, self.run.limit, self.index):
                return None
            owned = find_owner(self.tokens, match.end, self.run.limit, self.index, definite=definite)
            if body.alone == "never":
                end = owned.end if owned is not None else match.end
                return self._mention(i, end, match.split, ("other",), counts=False)
            if self._is_no_force(match, owned):
                continue
            if owned is not None and (
                owned.agrees or not is_feminine(match) or self._agrees_inside(match, owned)
            ):
                counts = match.split.rest not in self.index.words["machine"]
                actors = self._ruler(owned, body.branch) or self.actors_of(owned, body.branch)
                end = self._purpose_end(match.end, owned.end) if definite else owned.end
                return self._mention(i, end, match.split, actors, counts=counts)
            loyal = self.loyalty.of(i, match)
            if loyal is not None and (body.branch == "forces" or loyal.kind in _RULING):
                return loyal
            if parliamentary := self._committee(i, match, body):
                return parliamentary
            if definite:
                return self._public(i, match, body)
            return self._of_person(i, match) or self._alone(i, match, body)
        return None

    def _is_other_word(self, match: PhraseMatch[Institution]) -> bool:
        """Whether the noun of a body is no body here: who leads one, a deed, order or an adjective."""
        word = match.split.rest
        if match.split.prefix == "ب" and word in _LED:
            return True  # "لجنة برئاسة العبادي": who leads it is no body
        if self.index.is_mere_deed(word, self._word(match.first - 1)):
            return True
        if self.run.is_order(word, match.first, match.end):
            return True
        return not match.split.prefix and self.run.is_adjective(word, match.first)

    def _is_no_force(self, match: PhraseMatch[Institution], owned: Owned | None) -> bool:
        """Whether a noun that is of many things names no forces with the nationality behind it.

        So do القوى with an adjective of arms only (القوى الأمنية العراقية, not القوى السياسية), and
        الأمن only as the subject right before its verb (الأمن التركي يعتقل, not "يهدد الأمن التركي").
        """
        noun, arms = match.split.rest.removeprefix("ال"), self.index.words["armed"]
        if noun in _POWERS and owned is not None:
            return arms.isdisjoint(self._word(k) for k in range(match.end, owned.end + 1))
        if noun not in _SECURITY or match.end != match.first + 1:
            return False
        if owned is None:
            return True
        subject = owned.end == match.end + 1 and self.index.is_verb(self._word(owned.end))
        before = self._word(match.first - 1)
        return not subject or not (not before or before in self.index.stops)

    def _ruler(self, owned: Owned, branch: Branch) -> tuple[str, ...]:
        """Who governs in the owner's stead where the body sits (وزارة الصحة الفلسطينية في غزة)."""
        if branch != "state":
            return ()
        last = owned.end - 1  # "نيابة صنعاء", beside وزارة الصحة اليمنية في صنعاء
        ruled = self.run.ruler_at(owned.end) or self.run.ruler_named(last, self._word(last))
        return (ruled.ruler,) if ruled is not None and ruled.country in owned.owners else ()

    def _agrees_inside(self, match: PhraseMatch[Institution], owned: Owned) -> bool:
        """Whether the nationality goes with what the body is for (هيئة الطيران المدني السعودي)."""
        return match.values[0].alone == "complement" and owned.end > match.end + 1

    def _committee(self, i: int, match: PhraseMatch[Institution], body: Institution) -> ActorMention | None:
        """A committee of the parliament at hand (لجنة الأمن والدفاع النيابية)."""
        at = match.end
        while at < match.end + MOST_COMPLEMENTS and self._word(at).startswith(("ال", "وال")):
            if self._word(at) in self.index.words["parliamentary"]:
                if fold(body.noun) not in _COMMITTEE:
                    return None
                return self._mention(i, at + 1, match.split, self.before.home_actor("state"))
            at += 1
        return None

    def _purpose_end(self, at: int, end: int) -> int:
        """The token behind what a public body is for (الهيئة الوطنية العراقية للرقابة النووية)."""
        public = any(self._word(i) in self.index.words["public"] for i in range(at, end))
        return purpose_end(self.tokens, end, self.run.limit, self.index) if public else end

    def actors_of(self, owned: Owned, branch: str) -> tuple[str, ...]:
        """The ids that act for the owners: their forces or their governments."""
        kind = "forces" if branch == "forces" else "state"
        found = (self.index.institution_of(o, kind, self.run.day) for o in owned.owners)
        return tuple(dict.fromkeys(a for a in found if a is not None))

    def _of_person(self, i: int, match: PhraseMatch[Institution]) -> ActorMention | None:
        """A body named after who leads it, with or without his office (حكومة الرئيس + name)."""
        starts = (match.end, *self._behind_office(match.end)) if self._word(match.end) else ()
        for first in (at for at in starts if at < self.run.limit):
            for person in self.index.aliases.match(self.tokens, first, whole_word=True):
                alias = self.index.choose(person.values, self.run.day)
                leads = alias is not None and alias.use == "person" and person.end <= self.run.limit
                if alias is not None and leads and (actors := self._led_by(alias.id, match)):
                    return self._mention(i, person.end, match.split, actors)
        return None

    def _behind_office(self, at: int) -> Iterator[int]:
        """Where his name may begin who holds the office at token `at`: behind it, or one adjective."""
        for office in self.index.lexicon.titles.match(self.tokens, at, whole_word=True):
            if is_definite(office, self.tokens):
                yield office.end
                if self._word(office.end) in self.index.nationalities:
                    yield office.end + 1

    def _led_by(self, leader: str, match: PhraseMatch[Institution]) -> tuple[str, ...]:
        """Whose a body is that is named after a person who speaks for `leader`; a party's is no state's."""
        if match.values[0].branch != "forces":
            return (leader,) if self.index.may_rule(leader) else ()
        country = self.index.country_of(leader)
        actor = self.index.institution_of(country, "forces", self.run.day) if country else None
        return (actor or leader,)

    def _alone(self, i: int, match: PhraseMatch[Institution], body: Institution) -> ActorMention | None:
        """A body without nationality: of the state that had one of this name, else of the country at hand."""
        if not body.alone or self._is_nobodys(match, body):
            return None
        if (led := self._of_force(i, match)) is not None:
            return led
        place = body.alone in ("place", "town")
        end = complement_end(self.tokens, match.end, self.run.limit, self.index, place=place)
        within = self._word(end) == "في" and bool(self._word(end + 1))
        if end == match.end or (within and is_private(self.tokens, end + 1, self.run.limit, self.index)):
            return None  # "هيئة العلاقات في منظومة …"
        seat = self.seat(end, body.branch)
        if seat is not None and not self._is_anothers(i, end, seat[1]):
            return self._mention(i, seat[0], match.split, seat[1])
        if within and (force := self.names.find(end + 1)) is not None and force.kind in _SIDES:
            return self._mention(i, force.end, match.split, force.actors)
        known = self.before.body(match.split.rest, self._word(match.end))
        where = self._state_of_town(match.end, body.branch) if place else ()
        own = where or known or self.run.own_state(i, end, body.branch)
        return self._mention(i, end, match.split, own or self._at_home(match, end, body.branch))

    def _is_nobodys(self, match: PhraseMatch[Institution], body: Institution) -> bool:
        """Whether a body without nationality is none of a state's, by what it is and where."""
        noun, after = match.split.rest, self._word(match.end)
        town = self.index.country_of_town(after, self._word(match.end + 1))
        if self.run.is_not_the_states(noun):
            return True
        if town is not None and self.run.is_not_the_states(noun, country=town):
            return True  # "مديرية حرض" in a report from beyond the border
        if after and is_private(self.tokens, match.end, self.run.limit, self.index):
            return True  # "هيئة الهلال الأحمر"
        if body.alone == "town" and not self._state_of_town(match.end, body.branch):
            return True
        if body.alone == "complement" and self._is_provinces(match.end):
            return True
        if fold(body.noun) in _CIRCLE and not self._is_office(match):
            return True
        # "جهاز الكمبيوتر"
        return fold(body.noun) in _APPARATUS and after not in self.index.words["apparatus"]

    def _is_office(self, match: PhraseMatch[Institution]) -> bool:
        """Whether دائرة is an office, by what it is for or of, and no circle (اتسعت دائرة العنف)."""
        before = self.tokens[match.first - 1].splits if match.first else ()
        of = (self._word(match.end), self._word(match.end + 1))
        named = of[0] in self.index.words["field"] or any((w,) in self.index.towns for w in of)
        definite = any(w.startswith("ال") for w in of)
        return (named or definite) and self.index.words["widened"].isdisjoint(s.rest for s in before)

    def _at_home(self, match: PhraseMatch[Institution], end: int, branch: Branch) -> tuple[str, ...]:
        """The state at hand; of one that has such a body where that one has none (وزارة الخزانة).

        The state whose adjective ends what it deals with, if one does (وزارة الشؤون الخارجية البريطانية).
        """
        owners = (self.index.nationalities.get(self._word(k)) for k in (end, end - 1))
        if (owner := next((o for o in owners if o is not None), None)) is not None:
            return self.actors_of(Owned(end, (owner,), agrees=True), branch)
        if branch != "state":
            return self.before.home_actor(branch)
        told = (match.split.rest, *(self._word(k) for k in range(match.first + 1, end)))
        return self.before.home_holding(" ".join(told))

    def _is_anothers(self, i: int, end: int, actors: tuple[str, ...]) -> bool:
        """Whether the pack lists the body at token `i`, not as `actors` (هيئة الحشد الشعبي بالعراق)."""
        named = self.names.find(i)
        return named is not None and named.end >= end and named.actors != actors

    def _of_force(self, i: int, match: PhraseMatch[Institution]) -> ActorMention | None:
        """The command of a force that the pack lists (قيادة قوات التحالف العربي)."""
        if match.split.rest not in _LED:
            return None
        named = (self.names.find(k) for k in range(i + 1, match.end + 1) if self._word(k))
        force = next((m for m in named if m is not None and m.counts and m.kind in ARMED), None)
        return force and self._mention(i, force.end, match.split, force.actors)

    def _is_provinces(self, at: int) -> bool:
        """Whether the body is that of the province or town at token `at` (حكومة الأنبار), no capital."""
        word = self._word(at)
        return word not in self.index.names and bool(self.index.country_of_town(word, self._word(at + 1)))

    def seat(self, at: int, branch: Branch) -> tuple[int, tuple[str, ...]] | None:
        """The end of the words that say whose a body is by where it sits (في العراق), and the state.

        So do بالعراق, بجمهورية العراق; where somebody else rules it is his (في صنعاء).
        """
        if branch == "state" and (ruled := self.run.ruler_at(at)) is not None:
            return at, (ruled.ruler,)  # the place is told beside it
        inside = self._word(at) == "في"
        first = at + inside
        word = self._word(first)
        realm = word.removeprefix("ب") in REALMS
        whole = self.names.find(first) if realm else None  # "بجمهورية مصر العربية"
        state = whole or (self.names.find(first + realm) if self._word(first + realm) else None)
        if not inside and not word.startswith("ب"):
            return None
        if state is not None and not (inside or realm) and state.span.start == self.tokens[first].start:
            return None  # "وزارة الخارجية بريطانيا": its ب is its own
        if state is None or not state.counts or state.kind not in ("state", "government"):
            return None
        owners = (self.index.institution_of(a, branch, self.run.day) for a in state.actors)
        return state.end, tuple(a for a in owners if a is not None)

    def _state_of_town(self, at: int, branch: Branch) -> tuple[str, ...]:
        """The state, or ruler, whose body one named after the town at token `at` is (نيابة فرانكفورت)."""
        at = place_start(self.tokens, at, self.run.limit, self.index)
        if (ruled := self.run.ruler_named(at, self._word(at))) is not None:
            return (ruled.ruler,)
        country = self.index.country_of_town(self._word(at), self._word(at + 1))
        actor = self.index.institution_of(country, branch, self.run.day) if country else None
        return (actor,) if actor else ()

    def _public(self, i: int, match: PhraseMatch[Institution], body: Institution) -> ActorMention | None:
        """A body that its adjectives make the state's (الهيئة العامة للسياحة): of the country at hand."""
        public, end = self.index.words["public"], match.end
        if fold(body.noun) in _COMMITTEE and self._word(end) in _CENTRAL:
            return None  # "اللجنة المركزية": of a party, or of people of a town
        while self._word(end) in public:
            end += 1
        if end == match.end:
            return None
        seat = self.seat(end, body.branch)
        if seat is not None:
            return self._mention(i, seat[0], match.split, seat[1])
        known = self.before.body(match.split.rest, self._word(match.end))
        at, end = end, purpose_end(self.tokens, end, self.run.limit, self.index)
        if end > at and (seat := self.seat(end, body.branch)) is not None:
            return self._mention(i, seat[0], match.split, seat[1])
        inside = (self.index.nationalities.get(self._word(k)) for k in range(at, end))
        if (owner := next((o for o in inside if o), None)) is not None:
            known = self.actors_of(Owned(end, (owner,), agrees=True), body.branch)
        own = known or self.run.own_state(i, end, body.branch)
        return self._mention(i, end, match.split, own or self._at_home(match, at, body.branch))

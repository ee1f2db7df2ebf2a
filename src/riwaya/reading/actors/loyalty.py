"""Forces and media that are said to be, or to stand with, somebody: الموالية لـ X, التابعة لـ X."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeVar

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.reading.actors.actor_names import QUOTES, Names
from riwaya.reading.actors.actor_pass import Pass, Subject
from riwaya.reading.draft import ActorMention

T = TypeVar("T")

#: Words between forces and what says with whom they stand (وحدات من الجيش موالية لـ X).
MOST_BEFORE_LOYAL = 2
#: Prepositions before whom militias stand with, and nouns that من takes there, folded.
_WITH = frozenset(("ل", "ب", "من", "مع", "علي"))
_BY = event_words("either side") | {"قبل"}


class Loyalty(Subject):
    """Finds whose the forces are; `finders` say who is named where."""

    def __init__(self, run: Pass, names: Names) -> None:
        super().__init__(run)
        self.names = names
        self.finders: list[Callable[[int], ActorMention | None]] = [names.find, self._surname]

    def of(self, i: int, match: PhraseMatch[T]) -> ActorMention | None:
        """Forces that are said to be somebody's (وحدات من الجيش موالية لـ X, سلاح الجو لقوات X)."""
        loyal = self.index.words["loyal"]
        for at in range(match.end, min(match.end + MOST_BEFORE_LOYAL + 1, self.run.limit)):
            word = self._word(at)
            if word in loyal:
                side = None if self._has_own_name(i, at) else self._side(at + 1)
                return side and self._mention(i, side.end, match.split, side.actors)
            if self._word(at - 1) in self.index.words["arm"] and (side := self._side(at)):
                return self._mention(i, side.end, match.split, side.actors)
            if word != "من" and not word.startswith("ال"):
                return None
        return None

    def of_leadership(self, at: int) -> ActorMention | None:
        """Whose leadership it is that ends before token `at` (القيادة العسكرية العليا لحركة X)."""
        end = at
        while end < min(at + MOST_BEFORE_LOYAL, self.run.limit) and self._word(end).startswith("ال"):
            end += 1
        side = self._side(end) if end < self.run.limit else None
        return side if side is not None and side.counts else None

    def _has_own_name(self, i: int, end: int) -> bool:
        """Whether the pack lists an armed group by all the words before `end` (المقاومة الشعبية)."""
        named = self.names.find(i)
        return named is not None and named.end >= end > i + 1 and named.kind == "armed-group"

    def militia(self, i: int) -> ActorMention | None:
        """Militias of which it is only said with whom they stand (فصائل عراقية مسلحة مرتبطة بإيران)."""
        heads = self.index.words["militia"]
        split = next((s for s in self.tokens[i].splits if s.rest.removeprefix("ال") in heads), None)
        if split is None:
            return None
        stands, at = self.index.words["loyal"] | self.index.words["backed"], i + 1
        while at <= i + MOST_BEFORE_LOYAL and self._describes(at, stands):
            at += 1
        if self._word(at) not in stands:
            return None
        backer = self._backer(at + 1)
        if backer is None:
            return None
        party = self.index.party_of(backer.actors[0])
        militias = self.index.pack.militias.get(party)
        if militias is None or not self._are_there(militias.country, party, range(i + 1, at)):
            return None
        return self._mention(i, backer.end, split, (militias.id,))

    def _are_there(self, country: str | None, backer: str, adjectives: range) -> bool:
        """Whether militias of one country can be meant, by their adjectives or where the report is from."""
        words = (self.index.nationalities.get(self._word(at)) for at in adjectives)
        told = {nation for nation in words if nation is not None}
        return country is None or (told <= {country} if told else self.before.home in (None, country, backer))

    def _describes(self, at: int, stands: AbstractSet[str]) -> bool:
        """Whether an adjective of many stands at token `at`, and none that says with whom they stand."""
        word = self._word(at)
        return word.endswith(("ه", "ين", "ون")) and word not in stands and word not in self.index.stops

    def _backer(self, at: int) -> ActorMention | None:
        """With whom militias stand: لإيران, بطهران, من (قبل) إيران, مع إيران, على إيران."""
        alone = self._word(at) in _WITH
        at += alone + (alone and self._word(at + 1) in _BY)
        finders = [*self.finders, self._capital]
        found = [m for m in (find(at) for find in finders) if m is not None] if self._word(at) else []
        named = max(found, key=lambda m: m.end, default=None)
        if named is None or named.kind in ("sources", "population", "media"):
            return None
        return named if alone or named.span.start > self.tokens[at].start else None

    def _side(self, at: int) -> ActorMention | None:
        """Whom the words from token `at` say that somebody stands with (للرئيس السابق X)."""
        alone = self._word(at) == "ل"
        if not alone and not (self._word(at) and any(s.prefix == "ل" for s in self.tokens[at].splits)):
            return None
        at += alone
        while at < self.run.limit and self.tokens[at].text in QUOTES:
            at += 1
        if at >= self.run.limit:
            return None
        found = [m for m in (find(at) for find in self.finders) if m is not None]
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

    def _capital(self, at: int) -> ActorMention | None:
        """The state whose capital is named where only somebody can stand (مرتبطة بطهران)."""
        for match in self.index.aliases.match(self.tokens, at):
            capital = next((a for a in match.values if a.use == "metonym" and a.valid_on(self.run.day)), None)
            if capital is not None and match.end <= self.run.limit:
                return self._mention(at, match.end, match.split, (capital.id,))
        return None

    def _surname(self, at: int) -> ActorMention | None:
        """Somebody whose name alone is enough where forces are said to be his (الموالية لصالح)."""
        for match in self.index.aliases.match(self.tokens, at):
            parties = {a.id for a in match.values if a.valid_on(self.run.day)}
            if (
                len(parties) == 1
                and match.values[0].use in ("person", "label")
                and match.end <= self.run.limit
            ):
                return self._mention(at, match.end, match.split, tuple(parties), counts=False)
        return None

    def _bearer(self, at: int) -> ActorMention | None:
        """The person known to the pack who is named at token `at` or behind one adjective."""
        for first in (at, at + 1):
            person = self.names.find(first) if self._word(first) else None
            if person is not None and not person.counts:
                return person
        return None

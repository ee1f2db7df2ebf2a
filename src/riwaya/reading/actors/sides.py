"""Both sides (الطرفان، الجانبان): the two parties named last, in a fight no two that stand together."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.draft import PARTIES, ActorMention
from riwaya.text.document import Document
from riwaya.text.tokens import Token

#: Words before a country where something is, folded.
_WHERE = event_words("where")
#: Beginnings of words for a fight and what is of those who fight, folded, and how near one must be.
_FIGHTS = (*word_beginnings("fight"), *word_beginnings("casualty"), *word_beginnings("of two sides"))
_NEAR = 8


class Sides:
    """The parties that a report has named so far, the last of them last."""

    def __init__(self, document: Document, index: ActorIndex, day: str | None) -> None:
        self.document, self.tokens, self.index, self.day = document, document.tokens, index, day
        self._named: dict[str, None] = {}

    def remember(self, mention: ActorMention) -> None:
        """Let both sides go back to the one party of `mention`."""
        (actor,) = mention.actors
        if self.index.kind(actor) in PARTIES and not self._is_where(mention) and not self._is_land(actor):
            self._named.pop(actor, None)
            self._named[actor] = None

    def both(self, at: int) -> tuple[str, ...]:
        """The two sides that are meant at token `at`, the later one last."""
        fight, sides = self._is_fight(at), dict[str, str]()
        for actor in reversed(self._named):
            party = self.index.party_of(actor)
            if fight and any(self._stand_together(party, other) for other in sides):
                continue
            sides.setdefault(party, self._leader(actor) if fight else actor)
            if len(sides) == 2:
                return tuple(reversed(sides.values()))
        return ()

    def _is_where(self, mention: ActorMention) -> bool:
        """Whether a country is only where something is (في العراق, شمال العراق)."""
        token = self.tokens[mention.first]
        if self.index.kind(mention.actors[0]) != "state" or mention.end > mention.first + 1:
            return False
        before = self.tokens[mention.first - 1].folded if mention.first else ""
        return before in _WHERE or token.text[: mention.span.start - token.start].endswith("ب")

    def _is_land(self, actor: str) -> bool:
        """Whether `actor` is a country of which somebody else is the government (اليمن)."""
        return actor in self.index.countries and self.index.institution_of(actor, "state", self.day) != actor

    def _is_fight(self, at: int) -> bool:
        """Whether a fight, or people who fell, stand shortly before token `at` in its sentence."""
        return any(
            split.rest.removeprefix("ال").startswith(_FIGHTS)
            for token in self._before(at)
            for split in token.splits
        )

    def _before(self, at: int) -> Iterator[Token]:
        here = self.document.sentence_at(at)
        first = self.document.sentences[here].start if here is not None else at
        return (t for t in self.tokens[max(first, at - _NEAR) : at] if t.kind == "word")

    def _leader(self, actor: str) -> str:
        """The armed group with which another one stands, where the report names it."""
        leader = self.index.pack.parties[actor].affiliation or ""
        leads = self.index.kind(leader) == "armed-group" and leader in self._named
        return leader if leads else actor

    def _stand_together(self, one: str, other: str) -> bool:
        """Whether one party stands with the other, or both with the same."""
        parties = self.index.pack.parties
        friends = [{p, parties[p].affiliation or p} for p in (one, other) if p in parties]
        return len(friends) == 2 and bool(friends[0] & friends[1])

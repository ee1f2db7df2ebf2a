"""Both sides (الطرفان، الجانبان): the two between whom something is told, else the two parties named last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.draft import PARTIES, STATE_KINDS, ActorMention
from riwaya.text.document import Document
from riwaya.text.tokens import Token

#: Words before a country where something is, and before whom somebody fights, folded.
_WHERE = event_words("where")
_AGAINST = event_words("only fought")
#: Beginnings of words for a fight and what is of those who fight, folded, and how near one must be.
_FIGHTS = (*word_beginnings("fight"), *word_beginnings("casualty"), *word_beginnings("of two sides"))
_NEAR = 8
#: Between whom something is, folded; how near behind it the first is named, and how far the other may be.
_BETWEEN = "بين"
_FIRST_NEAR, _OTHER_FAR = 4, 24
#: Ending of verbs of which a country is the subject (اتفقت), not where somebody goes (زار).
_SHE_DID = "ت"
#: Sentences back to where the two are told of.
_SENTENCES_BACK = 2


class Sides:
    """The parties that a report has named so far, the last of them last."""

    def __init__(self, document: Document, index: ActorIndex, day: str | None) -> None:
        self.document, self.tokens, self.index, self.day = document, document.tokens, index, day
        self._named: dict[str, ActorMention] = {}
        self._told: list[ActorMention] = []
        #: The two who were meant last where no fight was told of.
        self._meant: tuple[str, ...] = ()
        #: The officer, known by name or office, who was told of last.
        self._officer: ActorMention | None = None
        self._opposing = frozenset(index.oppositions.values())

    def remember(self, mention: ActorMention) -> None:
        """Let both sides go back to the one party of `mention`."""
        (actor,) = mention.actors
        party = self.index.kind(actor) in PARTIES or actor in self._opposing
        if party and not self._is_where(mention) and not self._is_land(actor):
            self._named.pop(actor, None)
            self._named[actor] = mention
            self._told.append(mention)
        if not mention.counts and mention.kind in STATE_KINDS:
            self._officer = mention
            # an officer of another state: they are no more spoken of
            self._meant = self._meant if actor in self._meant else ()

    def both(self, at: int) -> tuple[str, ...]:
        """The two sides that are meant at token `at`, the later one last; none that are bodies of one.

        Without a fight they are those who were so before. The two named last are they if they are states
        or at war, or if nobody else is named near.
        """
        fight = self._is_fight(at)
        pair = self._pair_at(at, fight=fight)
        if not fight:
            self._meant = pair
        return pair

    def _pair_at(self, at: int, *, fight: bool) -> tuple[str, ...]:
        """The two between whom something was told, those who were meant before, or the two named last."""
        told = self._told_between(at)
        if told:
            return told if len(told) > 1 else ()
        meant = () if fight else self._doing_together(at) or self._meant
        if meant:
            return meant
        last = self._named_last(fight=fight)
        states = not fight and all(self.index.kind(actor) in STATE_KINDS for actor in last)
        return last if states or self._are_at_war(last) or self._are_alone(last, at) else ()

    def _are_at_war(self, pair: Sequence[str]) -> bool:
        """Whether the wars have the two on different sides."""
        camps = [{self.index.party_of(actor)} for actor in pair]
        wars = [w for w in self.index.pack.wars if w.lasts_on(self.day)]
        return len(camps) == 2 and any(
            one & set(w.side) and other & set(w.against) for w in wars for one, other in (camps, camps[::-1])
        )

    def _are_alone(self, pair: Sequence[str], at: int) -> bool:
        """Whether the sentence of token `at` and the one before it name no party but the two."""
        here = self.document.sentence_at(at) or 0
        begin = self.document.sentences[max(0, here - 1)].start
        near = {self.index.party_of(m.actors[0]) for m in self._told if begin <= m.first < at}
        return bool(pair) and near == {self.index.party_of(actor) for actor in pair}

    def _doing_together(self, at: int) -> tuple[str, ...]:
        """The last two states, joined by و, of whom a verb shortly before tells (اتفقت X وY على هدنة)."""
        here = self.document.sentence_at(at) or 0
        begin = self.document.sentences[max(0, here - _SENTENCES_BACK)].start
        for one, other in pairwise(m for m in reversed(self._told) if begin < m.first < at):
            joined = other.end == one.first and self.tokens[one.first].folded.startswith("و")
            states = one.kind in STATE_KINDS and other.kind in STATE_KINDS
            verb = self.tokens[other.first - 1].folded
            if joined and states and verb.endswith(_SHE_DID) and self.index.is_verb(verb):
                pair = tuple(dict.fromkeys((other.actors[0], one.actors[0])))
                since = self._officer if self._officer and self._officer.first > one.first else None
                return pair if since is None or since.actors[0] in pair else ()
        return ()

    def _named_last(self, *, fight: bool) -> tuple[str, ...]:
        sides = dict[str, str]()
        for actor, mention in reversed(self._named.items()):
            party = self.index.party_of(actor)
            if fight and any(self._stand_together(party, other) for other in sides):
                continue
            if not fight and (self._is_fought(mention) or self.index.kind(actor) not in PARTIES):
                continue
            sides.setdefault(party, self._leader(actor) if fight else actor)
            if len(sides) == 2:
                return tuple(reversed(sides.values()))
        return ()

    def _told_between(self, at: int) -> tuple[str, ...]:
        """The two between whom something was told shortly before token `at` (معارك بين X وY)."""
        here = self.document.sentence_at(at) or 0
        begin = self.document.sentences[max(0, here - _SENTENCES_BACK)].start
        between = (i for i in range(at - 1, begin - 1, -1) if self.tokens[i].folded == _BETWEEN)
        return next((pair for i in between if (pair := self._pair_behind(i, at))), ())

    def _pair_behind(self, i: int, at: int) -> tuple[str, ...]:
        """The two named behind بين at token `i`, the other one joined by و."""
        end = min(at, i + _OTHER_FAR, self.document.sentences[self.document.sentence_at(i) or 0].end)
        named = [m for m in self._told if i < m.first < end]
        if not named or named[0].first > i + _FIRST_NEAR:
            return ()
        one, fight = named[0].actors[0], self._is_fight(i) or self._is_fight(at)
        for mention in named[1:]:
            (other,) = mention.actors
            parties = (self.index.party_of(one), self.index.party_of(other))
            same = parties[0] == parties[1] and self.index.kind(one) in PARTIES
            if self._is_joined(mention) and not same and not (fight and self._stand_together(*parties)):
                return tuple(dict.fromkeys((one, other)))
        return ()

    def _is_joined(self, mention: ActorMention) -> bool:
        """Whether و joins what is named, or the noun before it, to what stands before (ومسلحي X)."""
        return any(self.tokens[k].folded.startswith("و") for k in (mention.first, mention.first - 1))

    def _is_fought(self, mention: ActorMention) -> bool:
        """Whether somebody is only told of as whom others fight (محاربة تنظيم داعش)."""
        before = self.tokens[mention.first - 1].splits if mention.first else ()
        return any(split.rest.removeprefix("ال") in _AGAINST for split in before)

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

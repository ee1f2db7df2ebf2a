"""What generics go back to: the actors named before, the country at hand, the mouth that speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from riwaya.lexicon.actors import Branch, Generic
from riwaya.packs.pack import Alias
from riwaya.reading.actor_index import ActorIndex
from riwaya.reading.draft import ActorMention
from riwaya.text.document import Document
from riwaya.text.fold import words

_PARTIES = frozenset(("state", "armed-group", "armed-forces", "coalition", "government"))


class Antecedents:
    """The memory of one pass over one document."""

    def __init__(self, document: Document, index: ActorIndex, day: str | None, outlet: str | None) -> None:
        self.document, self.index, self.day = document, index, day
        self.tokens = document.tokens
        self.outlet = outlet
        self.last_source: tuple[str, ...] = ()
        self._heads: dict[str, tuple[str, ...]] = {}
        self._recent: list[str] = []
        self._person: tuple[str, ...] = ()
        self._state: tuple[str, ...] = ()
        self._home: str | None = None
        self._home_known = False
        self._mouth: str | None = None
        self._mouth_known = False

    def new_sentence(self) -> None:
        """Nothing is forgotten at a full stop; a hook for what belongs to one sentence."""

    def remember(self, mention: ActorMention) -> None:
        """Let later generics go back to `mention`."""
        if mention.kind == "sources":
            self.last_source = mention.actors
            return
        if not mention.counts:
            self._person = mention.actors
        if mention.kind == "population":
            return
        if len(mention.actors) == 1:
            actor = mention.actors[0]
            if actor in self._recent:
                self._recent.remove(actor)
            self._recent.append(actor)
            if self.index.kind(actor) in ("state", "government") or not mention.counts:
                self._state = (actor,)
            if mention.counts:
                self._remember_heads(mention, actor)

    def _remember_heads(self, mention: ActorMention, actor: str) -> None:
        tokens = self.tokens[mention.first : mention.end]
        surface = next((t for t in tokens if t.kind == "word"), None)
        if surface is not None:
            for split in surface.splits:
                self._heads[split.rest.removeprefix("ال")] = (actor,)
        party = self.index.pack.parties.get(actor)
        if party is not None and mention.end - mention.first == 1:
            self._heads[words(party.name_ar)[0].removeprefix("ال")] = (actor,)

    def resolve(self, generic: Generic) -> tuple[str, ...]:
        """The actors that a generic means here; empty where nothing fits."""
        for way in generic.ways:
            found = self._by(way, generic)
            if found:
                return found
        return ()

    def _by(self, way: str, generic: Generic) -> tuple[str, ...]:
        if way == "head":
            return self._heads.get(generic.head.split()[0], ())
        if way == "kind":
            return next(((a,) for a in reversed(self._recent) if self.index.kind(a) in generic.kinds), ())
        if way == "home":
            branch: Branch = "forces" if generic.head == "جيش" else "state"
            actor = self.home_actor(branch)
            return (actor,) if actor else ()
        if way in ("pair", "state-pair"):
            kinds = _PARTIES if way == "pair" else frozenset(("state", "government"))
            pair = [a for a in self._recent if self.index.kind(a) in kinds][-2:]
            return tuple(pair) if len(pair) == 2 else ()
        if way == "own-person":
            return self._person
        return self._person or self._state

    def home_actor(self, branch: Branch) -> str | None:
        """The state (or its forces) of the country that the report is about."""
        home = self.home()
        return self.index.institution_of(home, branch, self.day) if home else None

    def home(self) -> str | None:
        """The country that the report is about: its outlet's, else the one most named."""
        if not self._home_known:
            self._home_known = True
            self._home = self._find_home()
        return self._home

    def _find_home(self) -> str | None:
        votes: Counter[str] = Counter()
        country = self.index.country_of_outlet(self.outlet)
        if country is not None:
            votes[country] += 2
        for sentence in self.document.sentences:
            for token in self.tokens[sentence.start : sentence.end]:
                if token.kind == "word":
                    named = self.index.nationalities.get(token.folded) or self.index.country_named(token.folded)
                    if named in self.index.countries:
                        votes[named] += 1
        for mention_country in self._outlets_named():
            votes[mention_country] += 2
        best = votes.most_common(2)
        if not best or (len(best) == 2 and best[0][1] == best[1][1]):
            return country
        return best[0][0]

    def _outlets_named(self) -> Iterable[str]:
        for actor in self._recent[:3]:
            country = self.index.country_of_outlet(actor)
            if country is not None:
                yield country

    def label(self, values: Iterable[Alias]) -> Alias | None:
        """The label among `values` that fits the mouth of this report."""
        labels = [a for a in values if a.speaker is not None and a.valid_on(self.day)]
        if not labels:
            return None
        mouth = self.mouth()
        return next((a for a in labels if a.speaker == mouth), None) if mouth else None

    def mouth(self) -> str | None:
        """The party in whose words the report is written: its outlet's, or the one its labels give away."""
        if not self._mouth_known:
            self._mouth_known = True
            self._mouth = self._find_mouth()
        return self._mouth

    def _find_mouth(self) -> str | None:
        outlet = self.index.outlets.get(self.outlet or "")
        if outlet is not None and outlet.party is not None:
            party = self.index.pack.parties[outlet.party]
            return party.affiliation or party.party
        votes: Counter[str] = Counter()
        for sentence in self.document.sentences:
            for i in range(sentence.start, sentence.end):
                if self.tokens[i].kind != "word" or not self.index.may_start(self.tokens[i].folded):
                    continue
                for match in self.index.aliases.match(self.tokens, i):
                    speakers = {a.speaker for a in match.values if a.use == "label" and a.speaker}
                    if match.end - match.first > 1 and len(speakers) == 1:
                        votes[speakers.pop()] += 1
        best = votes.most_common(1)
        return best[0][0] if best and best[0][1] > 1 else None

"""What generics go back to: the actors named before, the country at hand, the mouth that speaks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from riwaya.lexicon.actors import Branch, Generic
from riwaya.packs.pack import Alias, Outlet
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.draft import ActorMention
from riwaya.text.document import Document
from riwaya.text.fold import words

_PARTIES = frozenset(("state", "armed-group", "armed-forces", "coalition", "government"))
_STATES = frozenset(("state", "government"))
#: Weight of the outlet's own country against one mention of a country.
_OUTLET_VOTES = 3
#: A flag: two regional indicator symbols, which spell an ISO 3166 code (Unicode Technical Standard 51).
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FLAG_A = 0x1F1E6
#: Weight of a flag: whoever posts it says whom the post is about.
_FLAG_VOTES = 2
#: The country whose government is called النظام by those who write of it, and the day on which it fell.
_REGIME = "syria"
_FALL = "2024-12-08"
#: Sentences back to the name of the armed group that الإرهابيين are.
_SENTENCES_BACK = 2
#: Weight of a town: a report plays where its towns lie, whoever else is named in it.
_TOWN_VOTES = 2
#: Lead of a country at which towns need not be looked at.
_CLEAR_LEAD = 3


def _clear_winner(votes: Counter[str]) -> str | None:
    """Who has most votes; nobody where two have."""
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _first_of_several(votes: Counter[str]) -> str | None:
    """Who was named first of those that are named most; nobody where they are named but once."""
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


class Antecedents:
    """The memory of one pass over one document."""

    def __init__(
        self, document: Document, index: ActorIndex, day: str | None, outlet: Outlet | None
    ) -> None:
        self.document, self.index, self.day = document, index, day
        self.tokens = document.tokens
        self._outlet = outlet
        self.last_source: tuple[str, ...] = ()
        self._heads: dict[str, tuple[str, ...]] = {}
        self._bodies: dict[tuple[str, str], tuple[str, ...]] = {}
        self._recent: dict[str, None] = {}
        self._first_of: dict[str, int] = {}
        self._at = 0
        self._person: tuple[str, ...] = ()
        self._state: tuple[str, ...] = ()
        self._ways: dict[str, Callable[[Generic], tuple[str, ...]]] = {
            "head": lambda g: self.head(g.head.split()[0]),
            "kind": lambda g: next(((a,) for a in self._latest() if index.kind(a) in g.kinds), ()),
            "regime": lambda _: self._regime(),
            "sole": lambda g: self._sole(g.kinds),
            "home": lambda _: self.home_actor("state"),
            "home-forces": lambda _: self.home_actor("forces"),
            "settled": lambda _: self._settled_home(),
            "pair": lambda _: self._pair(_PARTIES),
            "state-pair": lambda _: self._pair(_STATES),
            "own-state": lambda _: self._person or self._state,
            "own-person": lambda _: self._person,
            "own-forces": lambda g: self._owner(feminine=g.form.endswith("ها")),
            "source": lambda _: self.last_source,
        }

    def remember(self, mention: ActorMention) -> None:
        """Let later generics go back to `mention`."""
        if mention.actors[0] not in self.index.pack.parties:
            return
        if mention.kind == "sources":
            noun = any(s.rest in self.index.words["source"] for s in self.tokens[mention.first].splits)
            if noun or not self.last_source:
                self.last_source = mention.actors
        elif mention.kind not in ("population", "media"):
            if len(mention.actors) == 1:
                self._recent.pop(mention.actors[0], None)
                self._recent[mention.actors[0]] = None
                self._first_of[mention.actors[0]] = mention.first
            if not mention.counts:
                self._person = mention.actors
            elif mention.kind in _STATES and len(mention.actors) == 1:
                self._state = mention.actors
        if mention.counts and mention.kind != "sources":
            self._remember_words(mention)

    def _remember_words(self, mention: ActorMention) -> None:
        """Head nouns by which the mention may be taken up, and the first two words of a body."""
        tokens = [t for t in self.tokens[mention.first : mention.end] if t.kind == "word"]
        for token in tokens:
            for split in token.splits if token.index == mention.first else token.splits[:1]:
                if split.rest not in self.index.nationalities:
                    self._heads[split.rest.removeprefix("ال")] = mention.actors
        if len(tokens) > 1:
            self._bodies[tokens[0].splits[-1].rest, tokens[1].folded] = mention.actors
            self._bodies[tokens[0].folded, tokens[1].folded] = mention.actors
        elif len(mention.actors) == 1:
            name = self.index.pack.parties[mention.actors[0]].name_ar
            self._heads[words(name)[0].removeprefix("ال")] = mention.actors

    def head(self, noun: str) -> tuple[str, ...]:
        """The actors last named with the head noun `noun` (folded, without article)."""
        return self._heads.get(noun, ())

    def body(self, first: str, second: str) -> tuple[str, ...]:
        """The actors of a body that was named before with the same first two words."""
        return self._bodies.get((first, second), ())

    def resolve(self, generic: Generic, at: int) -> tuple[str, ...]:
        """The actors that a generic at token `at` means; empty where nothing fits."""
        self._at = at
        found = next((found for way in generic.ways if (found := self._ways[way](generic))), ())
        return found or self._named_below(generic)

    def _named_below(self, generic: Generic) -> tuple[str, ...]:
        """Who has the noun of a headline as the first word of the only such name in the report."""
        title = self.document.title
        if title is None or self.tokens[self._at].start >= title.end or "head" not in generic.ways:
            return ()
        actors = self._heads_of_names.get(generic.head.split()[0], set())
        return tuple(actors) if len(actors) == 1 else ()

    @cached_property
    def _heads_of_names(self) -> dict[str, set[str]]:
        """The first words, without article, of the longer names in the report, and whose they are."""
        heads: dict[str, set[str]] = defaultdict(set)
        for i in self._starts():
            for match in self.index.aliases.match(self.tokens, i)[:1]:
                alias = self.index.choose(match.values, self.day)
                if alias is not None and alias.use == "name" and match.end - match.first > 1:
                    heads[match.split.rest.removeprefix("ال")].add(alias.id)
        return heads

    def _owner(self, *, feminine: bool) -> tuple[str, ...]:
        """Whose forces are spoken of: his who was named last, hers or theirs of the last party."""
        latest = next(((a,) for a in self._latest() if self.index.kind(a) in _PARTIES), ())
        return (latest or self._person) if feminine else (self._person or self._state or latest)

    def _latest(self) -> Iterable[str]:
        return reversed(self._recent)

    def _sole(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The one actor of these kinds that was named at all, where the sentences around name it."""
        named = [a for a in self._recent if self.index.kind(a) in kinds]
        if len({self.index.party_of(a) for a in named}) != 1:
            return ()
        here = self.document.sentence_at(self._at) or 0
        named_in = self.document.sentence_at(self._first_of[named[-1]]) or 0
        return (named[-1],) if here - named_in <= _SENTENCES_BACK else ()

    def _pair(self, kinds: frozenset[str]) -> tuple[str, ...]:
        """The two sides last named, the later one last."""
        sides: dict[str, str] = {}
        for actor in self._latest():
            party = self.index.pack.parties.get(actor)
            if self.index.kind(actor) in kinds and party is not None:
                sides.setdefault(party.party, actor)
            if len(sides) == 2:
                return tuple(reversed(sides.values()))
        return ()

    def home_actor(self, branch: Branch) -> tuple[str, ...]:
        """The state (or its forces) of the country that the report is about."""
        actor = self.index.institution_of(self.home, branch, self.day) if self.home else None
        return (actor,) if actor else ()

    def _regime(self) -> tuple[str, ...]:
        """The government of Syria until it fell, where the report tells of Syria; else that at hand."""
        told = self.votes[_REGIME] or self._votes_of_towns[_REGIME]
        fallen = self.day is not None and self.day >= _FALL
        actor = None if fallen or not told else self.index.institution_of(_REGIME, "state", self.day)
        return (actor,) if actor else self.home_actor("state")

    def _settled_home(self) -> tuple[str, ...]:
        """The state at hand where it is told by its country's name, no government of several."""
        actors = self.home_actor("state")
        return actors if actors == (self.home,) else ()

    @cached_property
    def votes(self) -> Counter[str]:
        """How often each country is named, by name, capital or nationality."""
        votes: Counter[str] = Counter()
        country_in = self.index.country_in
        for sentence in self.document.sentences:
            for token in self.tokens[sentence.start : sentence.end]:
                country = country_in[token.folded] if token.kind == "word" else None
                if country is not None and not self._is_surname(token.index):
                    votes[country] += 1
        return votes

    def _is_surname(self, i: int) -> bool:
        """Whether the nationality at token `i` stands behind a given name (سامي التركي)."""
        before = self.tokens[i - 1].folded if i else ""
        return self.tokens[i].folded.startswith("ال") and before in self.index.words["given"]

    @cached_property
    def home(self) -> str | None:
        """The country that the report is about: the one most named, the outlet's own counting for more.

        The outlet's own counts where a word of the report points to it: it tells of others, too.
        """
        code = self.outlet.country if self.outlet is not None else None
        own = self.index.country_of_code(code) if code else None
        ours = own if own and (self.votes[own] or self._votes_of_towns[own]) else None
        weighty = Counter(country for country in (ours, self._heading()) if country)
        votes = self.votes + Counter(dict.fromkeys(weighty, _OUTLET_VOTES)) + self._votes_of_flags()
        best = votes.most_common(2)
        if best and best[0][1] - sum(times for _, times in best[1:]) > _CLEAR_LEAD:
            return best[0][0]
        votes += self._votes_of_towns
        clear = _clear_winner(votes) or (ours is None and _first_of_several(votes))
        return clear or own or _clear_winner(self._votes_of_names())

    def _heading(self) -> str | None:
        """The country with whose name and a colon the report begins (ألمانيا: …)."""
        first = next((t.index for t in self.tokens if t.kind == "word"), None)
        if first is None or first + 1 >= len(self.tokens) or self.tokens[first + 1].text != ":":
            return None
        return self.index.names.get(self.tokens[first].folded)

    def _votes_of_flags(self) -> Counter[str]:
        """The countries whose flags the report shows."""
        votes: Counter[str] = Counter()
        for flag in _FLAG.findall(self.document.text):
            country = self.index.country_of_code("".join(chr(ord(c) - _FLAG_A + ord("A")) for c in flag))
            if country is not None:
                votes[country] += _FLAG_VOTES
        return votes

    def _votes_of_names(self) -> Counter[str]:
        """How often officials, bodies and bynames of each country are named."""
        votes: Counter[str] = Counter()
        for i in self._starts():
            for match in self.index.aliases.match(self.tokens, i)[:1]:
                alias = self.index.choose(match.values, self.day)
                country = self.index.country_of(self.index.party_of(alias.id)) if alias is not None else None
                if country is not None:
                    votes[country] += 1
        return votes

    def _starts(self) -> Iterator[int]:
        """The tokens with which the words of an actor may begin."""
        may_start = self.index.may_start
        for sentence in self.document.sentences:
            for token in self.tokens[sentence.start : sentence.end]:
                if token.kind == "word" and may_start(token.folded):
                    yield token.index

    @cached_property
    def _votes_of_towns(self) -> Counter[str]:
        """How many towns, provinces and bodies of each country are named that no other has."""
        found: dict[tuple[str, str], None] = {}
        may_be_town = self.index.may_be_town
        for sentence in self.document.sentences:
            for token in self.tokens[sentence.start : sentence.end]:
                if token.kind == "word" and may_be_town(token.folded):
                    following = token.index + 1
                    after = self.tokens[following].folded if following < sentence.end else ""
                    country = self.index.country_at_home(token.folded, after)
                    if country is not None:
                        found[country, token.folded] = None
        votes: Counter[str] = Counter()
        for country, _ in found:
            votes[country] += _TOWN_VOTES
        return votes

    @cached_property
    def outlet(self) -> Outlet | None:
        """The outlet as handed in, else the medium that a line of the report begins with (its dateline)."""
        if self._outlet is not None:
            return self._outlet
        for sentence in self.document.sentences[:6]:
            if self.tokens[sentence.start].kind == "word":
                for match in self.index.aliases.match(self.tokens, sentence.start, whole_word=True):
                    if match.values[0].id in self.index.outlets:
                        return self.index.outlets[match.values[0].id]
        return None

    def is_named(self, actor: str) -> bool:
        """Whether the report calls `actor`, or another of its party, by a name."""
        return self.index.party_of(actor) in self._named

    def is_at_hand(self, actor: str) -> bool:
        """Whether the report names the party of `actor` or the armed group that it stands with."""
        party = self.index.pack.parties.get(actor)
        ally = (party.affiliation or "") if party is not None else ""
        return self.is_named(actor) or (self.index.kind(ally) == "armed-group" and self.is_named(ally))

    @cached_property
    def _named(self) -> frozenset[str]:
        parties: set[str] = set()
        for i in self._starts():
            for match in self.index.aliases.match(self.tokens, i)[:1]:
                ids = (a.id for a in match.values if a.use in ("name", "person") and not a.speaker)
                parties.update(self.index.pack.parties[a].party for a in ids)
        return frozenset(parties)

    def likeliest(self, values: Iterable[Alias]) -> str:
        """The party that an ambiguous label means in this report.

        A party that the report names comes first, then the one whose speakers' countries it names most
        and of whose speakers' friends and foes it names most; of equals the usual meaning (the one
        without a speaker).
        """
        scores: Counter[str] = Counter()
        usual, world = "", defaultdict[str, set[str]](set)
        for alias in values:
            if alias.valid_on(self.day):
                country = self.index.country_of(alias.speaker or alias.id)
                scores[alias.id] += self.votes[country] + (country == self.home) if country else 0
                world[alias.id] |= self.index.world_of.get(alias.speaker or "", frozenset())
                usual = alias.id if alias.speaker is None else usual
        for actor, parties in world.items():
            scores[actor] += len(parties & self._named)
        return max(scores, key=lambda a: (self.is_named(a), scores[a], a == usual))

    def label(self, values: Iterable[Alias]) -> Alias | None:
        """The label among `values` that fits the mouth of this report, or the country that it is about.

        A country of which several are the government, or none is an actor, speaks with no mouth of its
        own: what is listed as its label is what the word means in reports about it.
        """
        labels = [a for a in values if a.speaker is not None and a.valid_on(self.day)]
        if not labels:
            return None
        mouths = self.mouths | (frozenset((self.home or "",)) - frozenset(self._settled_home()))
        return next((a for a in labels if a.speaker in mouths), None)

    @cached_property
    def mouths(self) -> frozenset[str]:
        """The parties in whose words the report is written: its outlet's, or whom its labels give away."""
        outlet = self.outlet
        if outlet is not None and outlet.id in self.index.outlets:
            found = {outlet.id, outlet.party or outlet.id}
            for name in tuple(found):
                party = self.index.pack.parties.get(name)
                if party is not None:
                    found |= {party.party, party.affiliation or party.party}
            return frozenset(found)
        given = [pair for i in self._starts() for pair in self._given_away(i)]
        best = Counter(speaker for speaker, _ in given).most_common(1)
        return frozenset(
            name for name, times in best if times > 1 and (name, True) in given and self._may_speak(name)
        )

    def _may_speak(self, speaker: str) -> bool:
        """Whether a report may be in the mouth of `speaker`: a state's is about its own country."""
        country = self.index.country_of(speaker)
        return country is None or country == self.home

    def _given_away(self, i: int) -> Iterable[tuple[str, bool]]:
        """The speaker that a label of several words at token `i` has, where only one party says so.

        Also whether the words are nobody's name in a reporter's mouth.
        """
        if not self.index.may_be_label(self.tokens[i].folded):
            return
        for match in self.index.aliases.match(self.tokens, i):
            speakers = {a.speaker for a in match.values if a.use == "label" and a.speaker}
            speakers = {s for s in speakers if self.index.kind(s) != "media"}
            if match.end - match.first > 1 and len(speakers) == 1:
                named = any(a.speaker is None and a.use != "label" for a in match.values)
                yield next(iter(speakers)), not named

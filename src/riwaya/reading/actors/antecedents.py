"""What generics go back to: the actors named before, the country at hand, the mouth that speaks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from riwaya.lexicon.actors import Branch, Generic
from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.packs.pack import Alias, Outlet
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.actors.sides import Sides
from riwaya.reading.actors.whereabouts import LED_BY, Whereabouts
from riwaya.reading.draft import PARTIES, STATE_KINDS, TELLERS, ActorMention
from riwaya.text.document import Document
from riwaya.text.fold import words

_GROUPS = frozenset(("armed-group", "coalition"))
#: Officials whom nobody names.
UNNAMED_OFFICIALS = ("official-sources",)
#: How the noun for them begins, folded.
_OFFICIALS = word_beginnings("official")
#: What a ministry named by its field (الخارجية) is taken up by, folded.
_MINISTRY = "وزاره"
#: What an air force is taken up by, whatever its aircraft were called, folded.
_AIR_FORCE = "طيران"
#: What every state has, so that those who left one are not taken up by it, folded.
_ARMY = "جيش"
_STATES = frozenset(("state", "government"))
_BRANCHES: tuple[Branch, ...] = ("state", "forces")
#: Aliases with a head noun that a headline may have alone.
_CALLED = ("name", "label")
#: The country whose government is called النظام by those who write of it, and the day on which it fell.
_REGIME = "syria"
_FALL = "2024-12-08"
#: Plurals, and endings of plurals and feminine nouns, folded: a singular masculine pronoun goes back to none.
_MEN = event_words("men")
_NOT_HIM = ("ه", "ات", "ا", "ين", "ون")
#: Nouns for bodies, and names of countries, that are masculine, folded, without article.
_HIM = event_words("masculine")
#: How a sentence begins that goes on to another country, folded.
_INSIDE = frozenset(("في", "وفي"))
#: Police of whom nobody says whose they are, and tokens from the town's preposition to them, at most.
_POLICE, _TOWN_BEFORE = "الشرطة", 6
#: Times that a country is named in a report that tells of its war.
_OFTEN = 2
#: Sentences back to the name of the armed group that الإرهابيين are.
_SENTENCES_BACK = 2


class Antecedents:
    """The memory of one pass over one document."""

    def __init__(self, document: Document, index: ActorIndex, day: str | None, outlet: Outlet | None) -> None:
        self.document, self.index, self.day = document, index, day
        self.tokens = document.tokens
        self.where = Whereabouts(document, index, day, outlet)
        self.sides = Sides(document, index, day)
        self.last_source: tuple[str, ...] = ()
        #: Whom المسؤولون means: the state of the officials who were told of last.
        self.officials: tuple[str, ...] = UNNAMED_OFFICIALS
        self._heads: dict[str, tuple[str, ...]] = {}
        self._head_at: dict[str, int] = {}
        self._ends: dict[int, int] = {}
        self._posts: dict[tuple[str, str], dict[tuple[str, ...], None]] = {}
        #: By the country gone on to: "وزارة الداخلية" is another's there.
        self._bodies_in: dict[str | None, dict[tuple[str, str], tuple[str, ...]]] = defaultdict(dict)
        self._recent: dict[str, None] = {}
        #: States of whose officers, known by name or office, was told.
        self._officers: dict[str, None] = {}
        self._first_of: dict[str, int] = {}
        #: Actors that were called by a masculine noun or name when they were named last.
        self._men: set[str] = set()
        self._at = 0
        #: The country to which the report has gone on, where it is not the one that all of it is about.
        self._here: str | None = None
        self._person: tuple[str, ...] = ()
        self._male: tuple[str, ...] = ()
        self._state: tuple[str, ...] = ()
        self._ways: dict[str, Callable[[Generic], tuple[str, ...]]] = {
            "head": lambda g: self._headed(*g.head.split()),
            "kind": self._of_kind,
            "regime": lambda _: self._regime(),
            "sole": lambda g: self._sole(g.kinds),
            "troops": lambda g: self._troops(g.kinds),
            "home": lambda g: self._of_town(g.form) or self.home_holding(g.form),
            "home-forces": lambda _: self.home_actor("forces"),
            "settled": lambda _: self._settled_home(),
            "pair": lambda _: self.sides.both(self._at),
            "state-pair": lambda _: self._pair(self._recent),
            "office-pair": lambda _: self._pair(self._officers),
            "own-state": lambda _: self._own_state(),
            "own-person": lambda _: self._person,
            "own-forces": lambda g: self._owner(feminine=g.form.endswith("ها")),
            "source": lambda _: self.last_source,
            "officials": lambda _: self.officials if self._is_told() else (),
        }

    def remember(self, mention: ActorMention) -> None:
        """Let later generics go back to `mention`."""
        self._ends[mention.first] = mention.end
        if mention.actors[0] not in self.index.pack.parties:
            return
        self._come_back(mention)
        if mention.kind == "sources":
            noun = any(s.rest in self.index.words["source"] for s in self.tokens[mention.first].splits)
            if noun or not self.last_source:
                self.last_source = mention.actors
        elif mention.kind not in TELLERS:
            # "الرئيسين التركي والأمريكي" names both, while "الرئيسان" only goes back to two who were named.
            described = not mention.counts and mention.end > mention.first + 1
            if len(mention.actors) == 1 or described:
                for actor in mention.actors:
                    self._remember_one(actor, mention)
            if not mention.counts:
                self._person = self._male = mention.actors
            elif mention.kind in PARTIES and self._is_masculine(mention):
                self._male = mention.actors
            elif mention.kind in _STATES and len(mention.actors) == 1:
                self._state = mention.actors
        if mention.counts and mention.kind != "sources":
            self._remember_words(mention)
        if any(s.rest.startswith(_OFFICIALS) for s in self.tokens[mention.first].splits):
            self.officials = mention.actors

    def _remember_one(self, actor: str, mention: ActorMention) -> None:
        _put_last(self._recent, actor)
        if not mention.counts:
            _put_last(self._officers, actor)
        self._first_of[actor] = mention.first
        if self._is_headed_by_him(mention):
            self._men.add(actor)
        else:
            self._men.discard(actor)
        self.sides.remember(replace(mention, actors=(actor,)))

    def _is_masculine(self, mention: ActorMention) -> bool:
        """Whether one masculine noun heads the mention, which names no country."""
        nouns = {s.rest for s in self.tokens[mention.first].splits}
        if mention.kind in _STATES:
            return self._is_headed_by_him(mention) and not nouns & self.index.names.keys()
        if nouns & (self.index.words["member"] | _MEN):
            return False
        return not self.tokens[mention.first].folded.endswith(_NOT_HIM)

    def _is_headed_by_him(self, mention: ActorMention) -> bool:
        """Whether the lists say that the noun or name that heads the mention is masculine."""
        return any(s.rest.removeprefix("ال") in _HIM for s in self.tokens[mention.first].splits)

    def _remember_words(self, mention: ActorMention) -> None:
        """Head nouns by which the mention may be taken up, and the first two words of a body."""
        tokens = [t for t in self.tokens[mention.first : mention.end] if t.kind == "word"]
        led = next((n for n, t in enumerate(tokens) if t.folded in LED_BY), len(tokens))
        if mention.kind == "population":
            led = 1  # "سكان الإقليم": the region is not its people
        parted = any(t.folded in self.index.words["loyal"] for t in tokens)  # "وحدات الجيش الموالية لـ…"
        for token in tokens[:led]:
            for split in token.splits if token.index == mention.first else token.splits[:1]:
                if parted and token.index > mention.first and split.rest.removeprefix("ال") == _ARMY:
                    continue
                if split.rest not in self.index.nationalities:
                    self._take_up(split.rest.removeprefix("ال"), mention)
        if mention.kind == "organisation" and mention.first > 0:
            before = {s.rest for s in self.tokens[mention.first - 1].splits} & self.index.bodies
            for noun in sorted(before):
                self._take_up(noun, mention)  # "لجنة الأمم المتحدة المعنية بالتحقيق … اللجنة"
        fields = {s.rest for s in tokens[0].splits} & self.index.words["ministry"] if tokens else set()
        if fields and mention.kind in _STATES:
            self._take_up(_MINISTRY, mention)  # "الخارجية الروسية … الوزارة"
        if tokens and {s.rest for s in tokens[0].splits} & self.index.words["air force"]:
            self._take_up(_AIR_FORCE, mention)  # "طائرات التحالف … المقاتلات"
        if len(tokens) > 1:
            self._bodies[tokens[0].splits[-1].rest, tokens[1].folded] = mention.actors
            self._bodies[tokens[0].folded, tokens[1].folded] = mention.actors
        elif len(mention.actors) == 1:
            name = self.index.pack.parties[mention.actors[0]].name_ar
            self._take_up(words(name)[0].removeprefix("ال"), mention)

    def _take_up(self, noun: str, mention: ActorMention) -> None:
        self._heads[noun], self._head_at[noun] = mention.actors, mention.first

    def head(self, noun: str) -> tuple[str, ...]:
        """The actors last named with the head noun `noun` (folded, without article)."""
        return self._heads.get(noun, ())

    def _is_told(self) -> bool:
        """Whether a verb of saying stands before the generic at hand."""
        return self._at > 0 and self.index.is_cue(self.tokens[self._at - 1].folded)

    def _of_kind(self, generic: Generic) -> tuple[str, ...]:
        """The one of a kind that was named last, who bears the generic's noun in a name before others."""
        fitting = [a for a in self._latest() if self.index.kind(a) in generic.kinds]
        so_called = [a for a in fitting if generic.head in self.index.head_nouns.get(a, ())]
        return tuple((so_called or fitting)[:1])

    def _headed(self, noun: str, field: str = "") -> tuple[str, ...]:
        """The actors last named with the head noun; a council of ministers is no other council."""
        return self.body(noun, f"ال{field}") if field else self._last_of(noun)

    def _last_of(self, noun: str) -> tuple[str, ...]:
        """The actors last named with the head noun, unless one who is not listed spoke since."""
        since = self._head_at.get(noun, self._at)
        unlisted = [i for i in range(since + 1, self._at) if self._speaks_unlisted(i, noun)]
        named = all(any(first <= i < end for first, end in self._ends.items()) for i in unlisted)
        return self.head(noun) if named else ()

    def _speaks_unlisted(self, i: int, noun: str) -> bool:
        """Whether somebody of the head noun, whom no list names, speaks at token `i` (قال حزب الوردة)."""
        if not any(s.rest == noun for s in self.tokens[i].splits) or i + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[i - 1].folded, self.tokens[i + 1]
        speaks = self.index.is_cue(before) or before in self.index.offices
        known = (noun, after.folded) in self._bodies
        return speaks and not known and after.kind == "word" and after.folded not in self.index.stops

    def body(self, first: str, second: str) -> tuple[str, ...]:
        """The actors of a body that was named before with the same first two words."""
        return self._bodies.get((first, second), ())

    def fill_post(self, post: tuple[str, str], actors: tuple[str, ...], *, guest: bool = False) -> None:
        """Let an office and its field (وزير الخارجية) mean, from here on, `actors` too.

        A `guest`, with whom another holder of such an office meets, does not take it from him.
        """
        held = self._posts.setdefault(post, {}) if actors else {}
        if actors and guest:
            self._posts[post] = {actors: None} | held
        elif actors:
            held.pop(actors, None)
            held[actors] = None

    def holder(self, post: tuple[str, str]) -> tuple[str, ...]:
        """For whom the holder of an office speaks: the country at hand where it was named, else the last."""
        held = self._posts.get(post, {})
        home = self.home_actor("state")
        return home if home in held else next(reversed(held), ())

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
        for i in self.where.starts():
            for match in self.index.aliases.match(self.tokens, i)[:1]:
                alias = self.label(match.values) or self.index.choose(match.values, self.day)
                if alias is not None and alias.use in _CALLED and match.end - match.first > 1:
                    several = alias.use == "label" and len({a.id for a in match.values}) > 1
                    actor = self.likeliest(match.values) if several else alias.id
                    heads[match.split.rest.removeprefix("ال")].add(actor)
        return heads

    def _owner(self, *, feminine: bool) -> tuple[str, ...]:
        """Whose forces are spoken of: his who was named last, hers or theirs of the last party.

        His is also what is called by a masculine noun (حزب, تنظيم, الجيش), and hers no such.
        """
        named = [a for a in self._latest() if self.index.kind(a) in PARTIES]
        latest = tuple(named[:1])
        if not feminine:
            return self._male or self._person or self._state or latest
        hers = next((a for a in named if a not in self._men), None)
        return (latest or self._person) if hers is None else (hers,)

    def _own_state(self) -> tuple[str, ...]:
        """Whose country is spoken of: his who was named last; of who acts for no state it is not known."""
        stateless = any(self.index.kind(actor) not in STATE_KINDS for actor in self._person)
        return () if stateless else self._person or self._state

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

    def _troops(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Whose soldiers are told of: the only forces named, unless a country at war with them is, too."""
        forces = self._sole(kinds)
        own = {self.index.party_of(actor) for actor in forces}
        camps = ((w.side, w.against) for w in self.index.pack.wars if w.lasts_on(self.day))
        foes = (
            foe for one, other in camps for a, b in ((one, other), (other, one)) if own & set(a) for foe in b
        )
        return () if any(self.votes[foe] for foe in foes) else forces

    def _pair(self, named: dict[str, None]) -> tuple[str, ...]:
        """The two states last named of these, the later one last."""
        sides: dict[str, str] = {}
        for actor in reversed(named):
            party = self.index.pack.parties.get(actor)
            if self.index.kind(actor) in _STATES and party is not None:
                sides.setdefault(party.party, actor)
            if len(sides) == 2:
                return tuple(reversed(sides.values()))
        return ()

    def home_actor(self, branch: Branch) -> tuple[str, ...]:
        """The state (or its forces) of the country that the report is about."""
        actor = self.index.institution_of(self.home, branch, self.day) if self.home else None
        return (actor,) if actor else ()

    def home_holding(self, office: str) -> tuple[str, ...]:
        """The state at hand; where that has no such office or body, the one named most of those that do."""
        held, home = self.index.lexicon.state_office(office), self.home
        if held is None or home is None or held.exists_in(home):
            return self.home_actor("state")
        named = (country for country, _ in self.votes.most_common() if held.exists_in(country))
        actor = self.index.institution_of(next(named, ""), "state", self.day)
        return (actor,) if actor else ()

    def _of_town(self, body: str) -> tuple[str, ...]:
        """The state of the town with which a sentence of police begins (وفي هلسنكي اعتقلت الشرطة …)."""
        near = range(self._at - 1, max(-1, self._at - _TOWN_BEFORE - 1), -1) if body == _POLICE else ()
        inside = next((i for i in near if self.tokens[i].folded in _INSIDE), None)
        if inside is None or inside + 1 >= self._at or (inside and self.tokens[inside - 1].kind == "word"):
            return ()  # "في الشرطة" names no town
        town, after = (self.tokens[inside + k].folded for k in (1, 2))
        country = self.index.country_at_home(town, after)
        actor = self.index.institution_of(country, "state", self.day) if country else None
        return (actor,) if actor else ()

    def _regime(self) -> tuple[str, ...]:
        """The government of Syria until it fell, where the report tells of Syria; elsewhere a mere order."""
        told = self.votes[_REGIME] or self.where.votes_of_towns[_REGIME]
        fallen = self.day is not None and self.day >= _FALL
        actor = None if fallen or not told else self.index.institution_of(_REGIME, "state", self.day)
        return (actor,) if actor else ()

    def _settled_home(self) -> tuple[str, ...]:
        """The state at hand where it is told by its country's name, no government of several."""
        actors = self.home_actor("state")
        return actors if actors == (self.home,) else ()

    @property
    def home(self) -> str | None:
        """The country that the report is about; that at hand where it goes on to another (وفي العراق، …)."""
        return self._here or self.where.home

    def enter(self, first: int) -> None:
        """Let a sentence that begins in a country tell of it, and so those behind it."""
        opening = [t.folded for t in self.tokens[first : first + 2]]
        if len(opening) == 2 and opening[0] in _INSIDE and opening[1] in self.index.realms:
            here = self.index.names.get(opening[1])
            if here is not None and here != self.home and self.votes[here] >= _OFTEN:
                self._here = here

    def _come_back(self, mention: ActorMention) -> None:
        """Let the report tell of its own country again where that one's state, or a body of it, is named."""
        home = self.where.home
        if self._here is None or home is None or not mention.counts or mention.kind in TELLERS:
            return
        own = {self.index.institution_of(home, branch, self.day) for branch in _BRANCHES}
        if mention.actors[0] in own or self.index.country_of(mention.actors[0]) == home:
            self._here = None

    @property
    def _bodies(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return self._bodies_in[self._here]

    @property
    def votes(self) -> Counter[str]:
        """How often each country is named, by name, capital or nationality."""
        return self.where.votes

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
        for i in self.where.starts():
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
        meant = next((a for a in labels if a.speaker in mouths and self._is_told_of(a)), None)
        return meant or next((a for a in labels if self._is_of_other_war(a)), None)

    def _is_of_other_war(self, label: Alias) -> bool:
        """Whether a label of several words tells of a country that the report names, though it is no home.

        "وافق الرئيس الأميركي على تزويد مقاتلي المعارضة في سوريا": where those are called so.
        """
        country = label.speaker if label.speaker in self.index.countries else None
        if country is None or " " not in label.form or self.index.kind(country) not in _STATES:
            return False
        spoken = self.index.institution_of(country, "state", self.day) == country
        return not spoken and self.votes[country] >= _OFTEN

    def _is_told_of(self, label: Alias) -> bool:
        """Whether the report is about those whom its outlet calls so: it writes of other wars as well."""
        if label.speaker in self._given_mouths or self.where.given is None:
            return True
        if self.index.kind(label.id) not in _GROUPS:
            return True
        at_home = label.speaker == self.home and not self._settled_home()
        return at_home or self.is_at_hand(label.id)

    @cached_property
    def mouths(self) -> frozenset[str]:
        """The parties in whose words the report is written: whom its labels give away, or its outlet's."""
        outlet = self.where.outlet
        if self._given_mouths or outlet is None or outlet.id not in self.index.outlets:
            return self._given_mouths
        found = {outlet.id, outlet.party or outlet.id}
        for name in tuple(found):
            party = self.index.pack.parties.get(name)
            if party is not None:
                found |= {party.party, party.affiliation or party.party}
        return frozenset(found)

    @cached_property
    def _given_mouths(self) -> frozenset[str]:
        """Whom the labels of the report give away."""
        given = [pair for i in self.where.starts() for pair in self._given_away(i)]
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


def _put_last(named: dict[str, None], actor: str) -> None:
    """Let `actor` be the one named last."""
    named.pop(actor, None)
    named[actor] = None

"""Which country a report is about: by what it names, by flags, and by the outlet that publishes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import takewhile

from riwaya.lexicon.event_words import event_words
from riwaya.packs.pack import Outlet
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.text.document import Document

#: Weight, against one mention of a country, of that which the outlet reports from where a town or body of
#: it is named, or no country at all.
_OUTLET_VOTES = 3
#: Weight of the outlet's country where only its name or nationality is told.
_NAMED_VOTES = 1
#: A flag: two regional indicator symbols, which spell an ISO 3166 code (Unicode Technical Standard 51).
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FLAG_A = 0x1F1E6
#: Weight of a flag: whoever posts it says whom the post is about.
_FLAG_VOTES = 2
#: Words with which a headline names a minister or ministry, folded.
_MINISTERS = event_words("minister")
#: Words among which a headline says whose the office or body is that it begins with.
_SUBJECT = 4
#: Weight of the country that a headline begins with: the outlet's own, named as often, is only told.
_HEADLINE_VOTES = 3
#: Weight of a town: a report plays where its towns lie, whoever else is named in it.
_TOWN_VOTES = 2
#: Lands of which others hold parts: their towns do not say whose forces are told of.
HELD = ("palestine", "syria")
#: Lead of a country at which the outlet's need not be looked at.
_CLEAR_LEAD = 3
#: Tokens among which the colon stands behind whoever speaks in all of a report, and words behind which it is
#: told where he is, folded.
_OPENING = 16
_WHERE = frozenset(("في", "لدي", "ضد", "بعد"))
#: Before the name of a country that is told of as another's, folded.
_AGAINST = "ضد"
#: By whom others are led, folded: who leads a coalition is named there and not the coalition.
LED_BY = event_words("led by")
#: Behind which it is told who leads others, folded, and how near (بقيادة المملكة العربية السعودية).
_LED = LED_BY | event_words("leading others")
_LEADER_FAR = 3
#: Lines among which the one that begins with the name of the medium is looked for.
_FIRST_LINES = 6


class Whereabouts:
    """Says which country one document is about; published on `day` by `outlet`, where that is known."""

    def __init__(self, document: Document, index: ActorIndex, day: str | None, outlet: Outlet | None) -> None:
        self.document, self.index, self.day, self.given = document, index, day, outlet
        self.tokens = document.tokens

    @cached_property
    def home(self) -> str | None:
        """The country that the report is about: the one most named, the outlet's own counting for more.

        One with whose name and a colon the report begins comes before all.
        The outlet's own counts where a word of the report points to it, or none to another.
        """
        if (heading := self._heading()) is not None:
            return heading
        own, towns = self._country_of(self.outlet), self.votes_of_towns
        told = self._votes_of_flags() + self._votes_of_headline() + self._votes_of_opening()
        named = self._votes_at_home(told + towns)
        votes = named + told
        if (leader := _far_ahead(votes + towns, own)) is not None:
            return leader
        ours = self._votes_of_media((own, self._country_of(self._dateline)))
        votes += ours + towns
        clear = _clear_winner(votes) or (own not in ours and _first_of_several(named + towns, towns))
        return clear or own or _clear_winner(self._votes_of_names(self.votes.keys() - named.keys()))

    @property
    def is_at_home(self) -> bool:
        """Whether the report is about the country of the outlet that a caller named."""
        return self.given is not None and self.home is not None and self._country_of(self.given) == self.home

    @cached_property
    def votes(self) -> Counter[str]:
        """How often each country is named, by name, capital or nationality."""
        return Counter(country for country, _ in self._named_at)

    @cached_property
    def _named_at(self) -> list[tuple[str, int]]:
        """The countries that are named, by name, capital or nationality, each with its token."""
        found: list[tuple[str, int]] = []
        country_in = self.index.country_in
        counted = -1
        for sentence in self.document.sentences:
            for token in self.tokens[sentence.start : sentence.end]:
                country = country_in[token.folded] if token.kind == "word" else None
                if token.folded in self.index.first_of_names:
                    long = self._of_two_words(token.index)
                    country, counted = long or country, token.index + 1 if long else counted
                elif token.index == counted:
                    continue  # جنوب السودان is not the Sudan
                if country is not None and not self._is_surname(token.index):
                    found.append((country, token.index))
        return found

    def _votes_at_home(self, told: Counter[str]) -> Counter[str]:
        """How often each country is named, but for those told of as another's alone (القصف التركي).

        Those of which something else is `told` count all the same.
        """
        inside = {country for country, at in self._named_at if told[country] or not self._is_outward(at)}
        return Counter({country: times for country, times in self.votes.items() if country in inside})

    def _is_outward(self, at: int) -> bool:
        """Whether the country named at token `at` is so behind what it does to others or sends to them."""
        if self._leads(at):
            return True
        outward = self.index.words["outward"]
        second, first = ("", "", *(t.folded for t in self.tokens[max(0, at - 2) : at]))[-2:]
        if self.tokens[at].folded not in self.index.nationalities:
            return first == _AGAINST
        described = second.startswith("ال") == first.startswith("ال")  # "القصف الجوي التركي"
        return first in outward or (described and second in outward)

    def _leads(self, at: int) -> bool:
        """Whether what is named at token `at` is told as whose lead others follow (بقيادة المملكة)."""
        before = [t.folded for t in self.tokens[max(0, at - _LEADER_FAR) : at]]
        while before and before[-1].startswith("ال"):
            before.pop()
        return bool(before) and before[-1] in _LED

    def _of_two_words(self, i: int) -> str | None:
        """The country that the word at token `i` and the next one name (كوريا الشمالية)."""
        after = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return self.index.long_names.get((self.index.first_of_names[self.tokens[i].folded], after))

    @cached_property
    def votes_of_towns(self) -> Counter[str]:
        """How many towns, provinces and bodies of each country are named that no other has."""
        found: dict[tuple[str, str], None] = {}
        may_be_town = self.index.may_be_town
        for sentence in self.document.sentences:
            for token in self.tokens[sentence.start : sentence.end]:
                if token.kind == "word" and may_be_town(token.folded):
                    following = token.index + 1
                    after = self.tokens[following].folded if following < sentence.end else ""
                    country = self.index.country_at_home(token.folded, after)
                    if country is not None and not self._leads(token.index):
                        found[country, token.folded] = None
        votes: Counter[str] = Counter()
        for country, _ in found:
            votes[country] += _TOWN_VOTES
        return votes + self._votes_of_tongue()

    @property
    def outlet(self) -> Outlet | None:
        """The outlet as handed in, else the medium that a line of the report begins with."""
        return self.given or self._dateline

    def starts(self) -> Iterator[int]:
        """The tokens with which the words of an actor may begin."""
        may_start = self.index.may_start
        for sentence in self.document.sentences:
            for token in self.tokens[sentence.start : sentence.end]:
                if token.kind == "word" and may_start(token.folded):
                    yield token.index

    @cached_property
    def _dateline(self) -> Outlet | None:
        """The medium that a line of the report begins with (شفق نيوز - بغداد)."""
        for sentence in self.document.sentences[:_FIRST_LINES]:
            if self.tokens[sentence.start].kind == "word":
                for match in self.index.aliases.match(self.tokens, sentence.start, whole_word=True):
                    if match.values[0].id in self.index.outlets:
                        return self.index.outlets[match.values[0].id]
        return None

    def _votes_of_media(self, countries: Iterable[str | None]) -> Counter[str]:
        """The weight of the countries that media report from, where a word points to them or to none."""
        votes: Counter[str] = Counter()
        for country in countries:
            if country and (self.votes_of_towns[country] or not (self.votes or self._plays_elsewhere)):
                votes[country] = _OUTLET_VOTES
            elif country and self.votes[country]:
                votes[country] = _NAMED_VOTES
        return votes

    @cached_property
    def _plays_elsewhere(self) -> bool:
        """Whether several towns of a country are named, or one and who rules a part of it (تعز, الحوثيون)."""
        own, towns = self._country_of(self.outlet), self.votes_of_towns
        others = [country for country in towns if country not in (own, *HELD)]
        if any(towns[country] > _TOWN_VOTES for country in others):
            return True
        named = (m for i in self.starts() for m in self.index.aliases.match(self.tokens, i)[:1])
        known = (self.index.choose(m.values, self.day) for m in named)
        return bool(others) and any(a is not None and self.index.ruled_by.get(a.id) in others for a in known)

    def _votes_of_tongue(self) -> Counter[str]:
        """The country of whose Arabic a word is (في جانفي), where it is not told who publishes the report."""
        tongues = self.index.lexicon.tongues if self.outlet is None else {}
        named = (tongues[t.folded] for t in self.tokens if t.kind == "word" and t.folded in tongues)
        country = next(named, None)
        return Counter({country: _TOWN_VOTES}) if country is not None else Counter()

    def _country_of(self, medium: Outlet | None) -> str | None:
        code = medium.country if medium is not None else None
        return self.index.country_of_code(code) if code else None

    def _is_surname(self, i: int) -> bool:
        """Whether the nationality at token `i` stands behind a given name (سامي التركي)."""
        before = self.tokens[i - 1].folded if i else ""
        return self.tokens[i].folded.startswith("ال") and before in self.index.words["given"]

    def _heading(self) -> str | None:
        """The country with whose name and a colon the report begins (ألمانيا: …)."""
        first = next((t.index for t in self.tokens if t.kind == "word"), None)
        if first is None or first + 1 >= len(self.tokens) or self.tokens[first + 1].text != ":":
            return None
        return self.index.names.get(self.tokens[first].folded)

    def _votes_of_headline(self) -> Counter[str]:
        """The country that a headline begins with: it does something (الأردن يصف الزيارة بالتاريخية).

        So does that of an office or body (وزير الدفاع الفرنسي: …).
        """
        title, index = self.document.title, self.index
        if title is None:
            return Counter()
        subject = [t.folded for t in self.tokens[:_SUBJECT] if t.kind == "word" and t.start < title.end]
        if not subject:
            return Counter()
        country, ministry = index.names.get(subject[0]), subject[0] in _MINISTERS | index.words["ministry"]
        if ministry or subject[0].removeprefix("ال") in index.offices | index.bodies:
            ends = index.stops | index.words["private"]
            inside = takewhile(lambda w: w not in ends and not index.is_verb(w), subject)
            country = next((c for w in inside if (c := index.nationalities.get(w)) in index.countries), None)
            if country is None and ministry:
                country = self._country_of(self.given)  # "الداخلية: …" is that of whoever writes so
        return Counter({country: _HEADLINE_VOTES}) if country is not None else Counter()

    def _votes_of_opening(self) -> Counter[str]:
        """The country of who speaks in all of the report (مصدر عسكري إيراني: …, ترامب: …).

        A headline may quote him as well, and what follows may tell of others.
        """
        colon = next((t for t in self.tokens[:_OPENING] if t.text == ":"), None)
        title = self.document.title
        if colon is None or (title is not None and colon.end < title.end):
            return Counter()
        said = [t for t in self.tokens[: colon.index] if t.kind == "word"]
        if not said:
            return Counter()
        country = self._country_of_person(said[0].index) or self._country_of_speaker([t.folded for t in said])
        return Counter({country: _HEADLINE_VOTES}) if country is not None else Counter()

    def _country_of_person(self, i: int) -> str | None:
        """The country for which the person known by name at token `i` speaks."""
        for match in self.index.aliases.match(self.tokens, i, whole_word=True)[:1]:
            alias = self.index.choose(match.values, self.day)
            if alias is not None and alias.use == "person":
                return self.index.country_of(self.index.party_of(alias.id))
        return None

    def _country_of_speaker(self, said: Sequence[str]) -> str | None:
        """The country whose nationality an office, body or source has that the folded words begin with."""
        index = self.index
        speaks = index.offices | index.bodies | index.words["source"] | index.words["ministry"]
        if said[0] not in speaks and said[0].removeprefix("ال") not in speaks:
            return None
        inside = takewhile(lambda w: w not in _WHERE and not index.is_verb(w), said)
        return next((c for w in inside if (c := index.nationalities.get(w)) in index.countries), None)

    def _votes_of_flags(self) -> Counter[str]:
        """The countries whose flags the report shows."""
        votes: Counter[str] = Counter()
        for flag in _FLAG.findall(self.document.text):
            country = self.index.country_of_code("".join(chr(ord(c) - _FLAG_A + ord("A")) for c in flag))
            if country is not None:
                votes[country] += _FLAG_VOTES
        return votes

    def _votes_of_names(self, foreign: AbstractSet[str]) -> Counter[str]:
        """How often officials, bodies and bynames of each country are named that is not `foreign`."""
        votes: Counter[str] = Counter()
        for i in self.starts():
            for match in self.index.aliases.match(self.tokens, i)[:1]:
                alias = self.index.choose(match.values, self.day)
                country = self.index.country_of(self.index.party_of(alias.id)) if alias is not None else None
                if country is not None and country not in foreign:
                    votes[country] += 1
        return votes


def _far_ahead(votes: Counter[str], own: str | None) -> str | None:
    """Who has so many votes more than the next that the outlet's country does not matter."""
    best = votes.most_common(2)
    lead = best[0][1] - sum(times for _, times in best[1:]) if best else 0
    needed = _CLEAR_LEAD + (0 if not best or own in (None, best[0][0]) else _OUTLET_VOTES)
    return best[0][0] if lead > needed else None


def _clear_winner(votes: Counter[str]) -> str | None:
    """Who has most votes; nobody where two have."""
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _first_of_several(votes: Counter[str], towns: Counter[str]) -> str | None:
    """Who was named first of those that are named most, before all whose several towns are.

    Nobody where they are named but once.
    """
    most = max(votes.values(), default=0)
    best = [country for country, times in votes.items() if times == most > 1]
    played = (c for c in best if towns[c] > _TOWN_VOTES and c not in HELD)
    return next(played, next(iter(best), None))

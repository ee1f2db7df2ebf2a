"""Outlines: what of a headline or claim can be compared with another, from the lexicon and the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from riwaya.lexicon.countries import load_countries
from riwaya.lexicon.inflect import decline
from riwaya.lexicon.oppositions import Pole, load_oppositions
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.tables import LEXICON
from riwaya.reading.quantities.numbers import find_amount
from riwaya.reading.reader import LANGUAGE, Reader
from riwaya.text import Token, tokenize
from riwaya.text.stems import skeleton, stem

#: How many words behind a negation it governs.
_GOVERNED = 2
#: What begins the key of a country, which no word begins with.
_COUNTRY = "@"


@dataclass(frozen=True, slots=True)
class Word:
    """A content word. Words of one `key` count as the same: of one root, or names of one country."""

    folded: str
    stem: str
    key: str
    poles: frozenset[Pole]
    negated: bool

    @property
    def country(self) -> bool:
        """Whether the word names a country, its capital or its people."""
        return self.key.startswith(_COUNTRY)


@dataclass(frozen=True, slots=True)
class Outline:
    """One text: its content words in order, and what names, numbers and events it holds.

    `events` are the types of the claims that the reader finds with whether they are denied, `roles` who
    takes part in which: (type, role, actor).
    """

    text: str
    words: tuple[Word, ...]
    negations: int
    question: bool
    amounts: frozenset[int]
    ordinals: frozenset[int]
    actors: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]
    events: frozenset[tuple[str, bool]]
    roles: frozenset[tuple[str, str, str]]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all content words."""
        return frozenset(word.key for word in self.words)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that are named, each once, in the order of the text."""
        return tuple(dict.fromkeys(word.key for word in self.words if word.country))


class Outliner:
    """Makes outlines with one pack. Building it loads all tables; raises PackError when one is not valid."""

    def __init__(self, pack: str | Path = "syria") -> None:
        folder = LEXICON / LANGUAGE
        self._reader = Reader(pack)
        self._oppositions = load_oppositions(folder)
        self._countries = _country_names(folder)
        self._known: dict[str, Outline] = {}

    @property
    def digest(self) -> str:
        """The digest of lexicon and pack, as readings have it."""
        return self._reader.about.digest

    @property
    def pack(self) -> str:
        """Id of the pack."""
        return self._reader.about.pack

    def outline(self, text: str) -> Outline:
        """The outline of `text`. Raises InputError for a text with half a character."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= 50_000:
                self._known.clear()
            known = self._known[text] = self._outline(text)
        return known

    def _outline(self, text: str) -> Outline:
        reading = self._reader.read(text)
        tokens = tokenize(text)
        negated, negations = self._negations(tokens)
        claims = [claim.event for claim in reading.claims]
        return Outline(
            text=text,
            words=tuple(self._words(tokens, negated)),
            negations=negations,
            question="؟" in text or "?" in text,
            amounts=frozenset(self._amounts(tokens)),
            ordinals=frozenset(self._ordinals(tokens)),
            actors=frozenset(m.actor for m in reading.mentions if m.actor is not None),
            places=frozenset(m.place for m in reading.mentions if m.place is not None),
            times=frozenset(m.time.value for m in reading.mentions if m.time is not None),
            events=frozenset((c.event.type, c.factuality.endswith("-")) for c in reading.claims),
            roles=frozenset(
                (event.type, name, role.actor)
                for event in claims
                for name, roles in (("agent", event.agent), ("patient", event.patient))
                for role in roles
            ),
        )

    def _words(self, tokens: Sequence[Token], negated: frozenset[int]) -> Iterator[Word]:
        clause_word = self._reader.lexicons.hedges.clause_word
        i = 0
        while i < len(tokens):
            token = tokens[i]
            poles = self._oppositions.poles[token.folded]
            # A function word counts where it has an opposite: شمال, قبل, رغم.
            empty = len(token.folded) < 2 or (not poles and clause_word(token.folded) is not None)
            if token.kind != "word" or empty:
                i += 1
                continue
            names = self._countries.match(tokens, i)
            key = _COUNTRY + names[0].values[0] if names else skeleton(token.folded)
            yield Word(token.folded, stem(token.folded), key, poles, token.index in negated)
            i = names[0].end if names else i + 1

    def _negations(self, tokens: Sequence[Token]) -> tuple[frozenset[int], int]:
        """The tokens that a negation governs, and how many negations there are."""
        governed: set[int] = set()
        count, i = 0, 0
        while i < len(tokens):
            matches = self._reader.lexicons.hedges.negations.match(tokens, i)
            if matches and matches[0].values[0] != "none":
                end = matches[0].end
                governed.update(range(end, min(end + _GOVERNED, len(tokens))))
                count += 1
            i = matches[0].end if matches else i + 1
        return frozenset(governed), count

    def _amounts(self, tokens: Sequence[Token]) -> Iterator[int]:
        i = 0
        while i < len(tokens):
            amount = find_amount(tokens, i, len(tokens), self._reader.numbers)
            if amount is not None and (amount.low or amount.high):
                yield amount.low or amount.high or 0
            i = amount.end if amount is not None else i + 1

    def _ordinals(self, tokens: Sequence[Token]) -> Iterator[int]:
        for token in tokens:
            for split in token.splits:
                for form in (split.rest, split.rest.removeprefix("ال")):
                    word = self._reader.numbers.word(form, "ordinal")
                    if word is not None:
                        yield word.value


def _country_names(folder: Path) -> PhraseIndex[str]:
    """Names, adjectives and peoples of countries, and their capitals, which stand for them in headlines."""
    index: PhraseIndex[str] = PhraseIndex()
    countries = load_countries(folder)
    for country in countries:
        for name in (*country.names_ar, *country.people):
            index.add(name, country.id)
        for adjective in country.adjectives:
            for form in decline(adjective):
                index.add((form.text,), country.id)
    for country in countries:
        for capital in country.capitals_ar:
            index.add(capital, country.id)
    return index

"""Which words of a sentence name a place, and how they are built: name, kind noun, direction, distance."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from riwaya.gazetteer import PlaceIndex
from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.place_words import PlaceLexicon, PlaceNoun
from riwaya.model import Span
from riwaya.reading.places.listed_names import ListedNames
from riwaya.reading.places.naming import Naming, Scope
from riwaya.reading.places.place_directions import PlaceDirections
from riwaya.reading.places.unlisted_names import definite_end, ends_pair
from riwaya.reading.places.unlisted_places import CLOSING, UnlistedPlaces
from riwaya.text import Document, Split
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import splits

_OPENING = frozenset("\"“”«„‹'‘(")
#: بلدة with ة is a town, written with ه as a rule somebody's country.
_TOWN_OR_COUNTRY = event_words("small town")
#: Names of fewer letters are too often words.
_SHORTEST = 4
#: Kind nouns may stand before kind nouns (منطقة حي الأسرى), but not without end.
_DEPTH = 3
#: What a country has on each of its sides, in the plural.
_PARTED = frozenset({"town", "village", "governorate", "area"})
#: Words that look like a valley where their hamza is folded: and led to, a heart.
_NO_VALLEY = re.compile("أدى$|ؤاد")
#: The sign of a hashtag.
_HASH = "#"

_Parser = Callable[[Scope, int, Split], list[Naming]]


class PlaceGrammar:
    """Finds namings, by an index of places and the language's place words."""

    def __init__(self, index: PlaceIndex, lexicon: PlaceLexicon) -> None:
        self.index = index
        self.lexicon = lexicon
        self._names = ListedNames(index, lexicon)
        self._unlisted = UnlistedPlaces(index, lexicon)
        self._directions = directions = PlaceDirections(self, self._names)
        roles = lexicon.roles
        self._parsers: dict[str, _Parser] = dict.fromkeys(lexicon.nouns, self.after_noun)
        self._parsers |= dict.fromkeys(lexicon.facilities, self._definite)
        self._parsers |= {
            w: directions.directed for w, d in lexicon.directions.items() if d.use != "adjective"
        }
        self._parsers |= dict.fromkeys(roles["border"], directions.border)
        self._parsers |= dict.fromkeys(roles["capital"], directions.capital)
        self._parsers |= dict.fromkeys(roles["part"], directions.part)
        self._parsers |= dict.fromkeys(roles["between"], directions.between)
        self._parsers |= dict.fromkeys(roles["middle"], directions.middle)
        self._openings = Remembered(self._opens)
        self._phrases = Remembered(self._begins_phrase)

    def _opens(self, folded: str) -> tuple[Split, ...]:
        """The ways of parting a folded word in which it may begin a naming."""
        ways = splits(folded)[:1] if folded in self.lexicon.given_names else splits(folded)
        return tuple([s for s in ways if self._names.begins(s.rest) or self._may_announce(s)])

    def _may_announce(self, split: Split) -> bool:
        """Whether what is left is a noun of kind or a direction; behind ك it as a rule is not (كتلة)."""
        return split.rest in self._parsers and not split.prefix.endswith("ك")

    def namings(self, document: Document, first: int, end: int) -> list[Naming]:
        """The namings in tokens `first`..`end`, in order of their first tokens."""
        scope = Scope(document.tokens, first, end)
        found: list[Naming] = []
        at = first
        while at < end:
            token = scope.tokens[at]
            phrase = self._phrase_end(scope, at) if self._phrases[token.folded] else 0
            if not phrase and token.kind == "word" and not self._openings[token.folded]:
                at += 1  # most words begin no naming
                continue
            if phrase:
                at = phrase
                continue
            here = self.at(scope, at)
            if here:
                found.extend(here)
                at = max(naming.end for naming in here)
            else:
                at += 1
        return found

    def renamings(self, document: Document, found: Sequence[list[Naming]]) -> list[list[Naming]]:
        """`found` by sentences, with the names that no gazetteer lists also where their noun is left out.

        What was called بلدة الزنكورة once is the same place in في الزنكورة.
        """
        names = {
            n.form[0]: n
            for naming in found
            for n in naming
            if n.noun and n.noun.role == "settlement" and not n.candidates and not n.relation
            if len(n.form) == 1 and len(n.form[0]) > _SHORTEST
        }
        if not names:
            return list(found)
        more = []
        for sentence, namings in zip(document.sentences, found, strict=True):
            scope = Scope(document.tokens, sentence.start, sentence.end)
            taken = {at for naming in namings for at in range(naming.first, naming.end)}
            again = [self._again(scope, at, names) for at in range(scope.first, scope.end) if at not in taken]
            more.append(sorted([*namings, *(n for n in again if n)], key=lambda n: n.first))
        return more

    def _again(self, scope: Scope, at: int, names: Mapping[str, Naming]) -> Naming | None:
        """The place of one of `names` at token `at`, behind a preposition."""
        token = scope.tokens[at]
        for split in token.splits:
            name = names.get(split.rest)
            located = "ب" in split.prefix or self.lexicon.has(scope.word(at - 1), "preposition")
            if name is not None and located:
                return replace(name, first=at, end=at + 1, span=Span(token.start_of(split), token.end))
        return None

    def _phrase_end(self, scope: Scope, at: int) -> int:
        """Where a set phrase that names no place ends, if one begins at token `at`; 0 otherwise."""
        for phrase in self._phrases[scope.tokens[at].folded]:
            end = at + len(phrase)
            if end <= scope.end and all(scope.word(at + k) == phrase[k] for k in range(1, len(phrase))):
                return end
        return 0

    def _begins_phrase(self, folded: str) -> tuple[tuple[str, ...], ...]:
        """The set phrases whose first word `folded` may be, with a proclitic or without."""
        return tuple(p for s in splits(folded) for p in self.lexicon.phrases.get(s.rest, ()))

    def at(self, scope: Scope, at: int) -> list[Naming]:
        """The namings that begin at token `at`, in whatever way its proclitics are parted from it."""
        token = scope.tokens[at]
        if token.kind == "number":
            return self._directions.distance(scope, at)
        if token.kind != "word":
            return []
        splits = self._openings[token.folded]
        if not splits:
            return []
        listed = self._names.listed(scope, at, splits)
        found = [listed] if listed else []
        for split in splits:
            parser = self._parsers.get(split.rest)
            if parser is not None and self._may_announce(split):
                built = parser(scope, at, split)
                if built and (not found or built[-1].end > found[-1].end):
                    found = built
        return found

    def phrase(self, scope: Scope, at: int, depth: int = 0) -> Naming | None:
        """The longest naming that begins at token `at` without a proclitic."""
        if at >= scope.end or scope.tokens[at].kind not in ("word", "number") or depth >= _DEPTH:
            return None
        split = scope.tokens[at].splits[0]
        best = self._names.listed(scope, at, (split,))
        noun = self.lexicon.nouns.get(split.rest)
        if noun is not None:
            built = self.after_noun(scope, at, split, depth + 1)
            if built and (best is None or built[0].end > best.end):
                best = built[0]
        return best

    def after_noun(self, scope: Scope, at: int, split: Split, depth: int = 0) -> list[Naming]:
        """A kind noun with the name after it (بلدة نبل، حي «الوعر»، ريف حلب الشمالي)."""
        noun = self.lexicon.nouns[split.rest]
        if split.rest in _TOWN_OR_COUNTRY and scope.tokens[at].text.endswith("ه"):
            return []
        if _NO_VALLEY.search(scope.tokens[at].text):
            return []
        part = self._directions.side(scope, at, split) if noun.many and noun.kind in _PARTED else None
        if part is not None:
            return [part]
        name_at = at + 1 + (scope.word(at + 1) == _HASH)
        bearing, after = (
            self._directions.adjectives(scope, name_at) if noun.role == "area" else (None, name_at)
        )
        if bearing is not None:
            inner = self._owner(scope, after, depth)
        else:
            inner = self._named(scope, name_at, noun, depth)
        if inner is None or (split.rest.startswith("ال") and inner.word):
            return []
        if self._is_of_a_person(inner) and scope.word(inner.end).startswith("لل"):
            return []  # a body, not a place: مدينة الملك عبد العزيز للعلوم
        end = inner.end + (scope.word(inner.end) in CLOSING and scope.word(name_at) in _OPENING)
        if noun.role == "area" and bearing is None:
            bearing, end = self._directions.adjectives(scope, end)
        quoted = noun.role == "unit" and scope.word(name_at) in _OPENING  # محافظة «إب»
        bare = quoted or (noun.role == "settlement" and not self._is_of_a_person(inner))
        start = inner.span.start if bare else scope.tokens[at].start_of(split)
        stop = inner.span.end if bare else scope.tokens[end - 1].end
        built = replace(inner, first=at, end=end, span=Span(start, stop), in_context=True)
        if noun.role == "area":
            told = inner.noun is not None
            return [replace(built, noun=noun, relation="around", bearing=bearing, told=told)]
        if inner.noun or inner.relation:
            return [built]
        if not built.candidates and end > inner.end:  # قاعدة "الأزرق" is listed with its noun
            built = replace(built, candidates=self.index.lookup((noun.word, *inner.form)))
        return [replace(built, noun=noun), *self._second(scope, end, noun)]

    def _second(self, scope: Scope, at: int, noun: PlaceNoun) -> list[Naming]:
        """The second of two names behind a noun in the dual, where no gazetteer lists it (حيي X والرسالة)."""
        word = scope.word(at)
        dual = noun.many and noun.role == "settlement" and noun.opens != "known"
        if not dual or word[:1] != "و" or word[1:] in self._parsers:
            return []
        if self._names.listed(scope, at, self._openings[word]):
            return []
        name = word[1:]
        bare = len(name) >= _SHORTEST - 1 and name.isalpha() and name not in self.lexicon.followers
        bare = bare and not name.startswith("ال") and ends_pair(scope.word, at + 1, self.lexicon)
        definite = name.startswith("ال") and self._unlisted.may_be_name(name, noun)
        if not definite and not bare:
            return []
        token = scope.tokens[at]
        span = Span(token.start_of(Split("و", name, 1)), token.end)
        return [Naming(at, at + 1, span, (name,), noun=noun, in_context=True)]

    def _named(self, scope: Scope, at: int, noun: PlaceNoun, depth: int) -> Naming | None:
        """The name behind `noun` at token `at`, listed or not.

        An obscure name is not meant where the words go on: حي عين السبيل، منطقة «أسان يورط».
        """
        quoted = scope.word(at) in _OPENING
        listed = self.phrase(scope, at + quoted, depth)
        begun = (
            listed is not None
            and not listed.relation
            and len(listed.form) == 1
            and ((quoted and listed.weak) or listed.form[0] in self.lexicon.roles["opener"])
        )
        if listed is not None and noun.role == "facility" and listed.word and not listed.noun:
            return self._unlisted.unlisted(
                scope, at + quoted, noun, quoted
            )  # مطار حمد is not of the town Hamad
        if listed is not None and not begun:
            return listed
        unlisted = self._unlisted.without_article(scope, at, noun) or self._unlisted.unlisted(
            scope, at + quoted, noun, quoted
        )
        return unlisted if listed is None or (unlisted and unlisted.end > listed.end) else listed

    def _is_of_a_person(self, inner: Naming) -> bool:
        """Whether what is called a town is a body that bears a person's name (مدينة الملك فهد الطبية)."""
        return not inner.candidates and inner.form[:1] != () and inner.form[0] in self.lexicon.titles

    def _owner(self, scope: Scope, at: int, depth: int) -> Naming | None:
        """The name behind ل (الريف الشمالي لحلب، لمدينة حلب)."""
        if at >= scope.end or depth >= _DEPTH:
            return None
        for split in scope.tokens[at].splits:
            if split.prefix != "ل":
                continue
            owner = self._names.listed(scope, at, (split,))
            if owner is None and split.rest in self.lexicon.nouns:
                owner = next(iter(self.after_noun(scope, at, split, depth + 1)), None)
            if owner is not None and owner.relation is None:
                return owner
        return None

    def _definite(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """A facility with the article that an adjective tells from others (قرب السفارة الأميركية)."""
        led = "ب" in split.prefix
        end = definite_end(scope.word, at, split.rest, self.lexicon, led=led)
        if not end:
            return []
        form = (split.rest, *(t.folded for t in scope.tokens[at + 1 : end]))
        span = Span(scope.tokens[at].start_of(split), scope.tokens[end - 1].end)
        noun = self.lexicon.facilities[split.rest].noun
        return [Naming(at, end, span, form, self.index.lookup(form), noun=noun, in_context=True)]

"""Which words of a sentence name a place, and how they are built: name, kind noun, direction, distance."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from riwaya.gazetteer import GazetteerPlace, PlaceIndex
from riwaya.gazetteer.index import not_places
from riwaya.lexicon.place_words import PlaceLexicon, PlaceNoun
from riwaya.model import Span
from riwaya.reading.places.place_spelling import as_written
from riwaya.reading.places.unlisted_names import (
    date_end,
    definite_end,
    ends_pair,
    is_pair,
    lies,
    located_end,
    person_end,
)
from riwaya.text import Document, Split, Token, words
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import splits

Relation = Literal["around", "direction", "distance", "between", "border", "part", "capital", "middle"]

_OPENING = frozenset("\"“”«„‹'‘(")
_CLOSING = frozenset("\"”“»‟›'’)")
_COMMAS = frozenset("،,(")
#: The sign of a hashtag, and the one that joins its words.
_HASH, _JOINT = "#", "_"
_DASHES = frozenset("-–—/")
#: بلدة with ة is a town, written with ه as a rule somebody's country.
_TOWN_OR_COUNTRY = "بلده"
#: The word for a country's capital, folded.
_CAPITAL = "العاصمه"
#: Behind nouns that open so, words as a rule are no names.
_CLOSED = frozenset({"known", "located"})
#: Names of fewer letters are too often words.
_SHORTEST = 4
#: Longest name that is taken from between quotation marks though no gazetteer lists it.
_QUOTED_WORDS = 3
#: Candidates of one name beyond these are too obscure to be meant.
_CANDIDATES = 12
#: Kind nouns may stand before kind nouns (منطقة حي الأسرى), but not without end.
_DEPTH = 3
#: Proclitics that a name without the article may carry; the others begin too many ordinary words.
_LIGHT_PREFIXES = frozenset({"و", "ب", "ل", "ف", "وب", "ول"})
#: So many times as long as a name, a phrase says more about where to go than about the place.
_LONG = 3
#: Nothing on earth is farther; such numbers are something else.
_FARTHEST_KM = 20_000
_SEPARATOR = re.compile("[.,٫٬]")
#: Before an indefinite noun: of any town, the first village it is said what it does.
_ANY = frozenset({"اي", "كل", "اول", "اكبر", "اكثر", "بعض"})
#: Endings of words that do not name places: بلدتهم، قراها.
_PRONOUNS = ("ها", "هم", "هما")
#: Passive participles and derived verbs describe: مدينة موجوعة، أول مدينة تستضيف، حي يسكنه.
_NO_NAME = re.compile("م..و.ه$|[تيس]?ست..|ي.*ه$")
#: Units whose names are unlisted only where they begin like a name (مديرية بني حشيش، not مديرية الصحة).
_UNITS = frozenset({"district", "subdistrict", "governorate"})
#: What a country has on each of its sides, in the plural.
_PARTED = frozenset({"town", "village", "governorate", "area"})
#: Words that look like a valley where their hamza is folded: and led to, a heart.
_NO_VALLEY = re.compile("أدى$|ؤاد")
#: Villages of tribes in Iraq begin so (البوعيثة، البوشجل), and nothing else does.
_TRIBAL = "البو"
_WITH_ARTICLE = ("بال", "وال", "فال", "كال", "لل", "ولل", "وبال")


@dataclass(frozen=True, slots=True)
class Naming:
    """Tokens `first`..`end` (half-open) that name a place, and their characters `span`.

    `form` holds the folded words of the name, `candidates` what they may mean (none: no gazetteer lists
    them). `relation` and what follows it say how the place meant is derived from the one named; `other` is
    the second of two between which it lies. `countries` are ISO codes where adjectives of nationality give
    them. `in_context`: the words around it say that it is a place; `told`: a noun of kind does so, though
    it is not `noun`, which is another's (أطراف قضاء الخالص).
    """

    first: int
    end: int
    span: Span
    form: tuple[str, ...]
    candidates: tuple[GazetteerPlace, ...] = ()
    noun: PlaceNoun | None = None
    relation: Relation | None = None
    bearing: float | None = None
    distance_km: float | None = None
    other: Naming | None = None
    countries: tuple[str, ...] = ()
    in_context: bool = False
    told: bool = False

    @property
    def weak(self) -> bool:
        """Whether the words alone more often mean something else."""
        return bool(self.candidates) and all(place.needs_context for place in self.candidates)

    @property
    def word(self) -> bool:
        """Whether the words alone are an ordinary word or a person's name, whatever stands before them."""
        return bool(self.candidates) and all(place.needs_noun for place in self.candidates)


@dataclass(frozen=True, slots=True)
class Scope:
    """The tokens that one sentence may use: up to `end` of the document's `tokens`."""

    tokens: Sequence[Token]
    first: int
    end: int

    def word(self, at: int) -> str:
        """The folded token `at`; nothing beyond the sentence."""
        return self.tokens[at].folded if self.first <= at < self.end else ""


_Parser = Callable[[Scope, int, Split], list[Naming]]


class PlaceGrammar:
    """Finds namings, by an index of places and the language's place words."""

    def __init__(self, index: PlaceIndex, lexicon: PlaceLexicon) -> None:
        self.index = index
        self.lexicon = lexicon
        self._lengths = _lengths_by_first_word(index)
        roles = lexicon.roles
        self._parsers: dict[str, _Parser] = dict.fromkeys(lexicon.nouns, self._after_noun)
        self._parsers |= dict.fromkeys(lexicon.facilities, self._definite)
        self._parsers |= {w: self._directed for w, d in lexicon.directions.items() if d.use != "adjective"}
        self._parsers |= dict.fromkeys(roles["border"], self._border)
        self._parsers |= dict.fromkeys(roles["capital"], self._capital)
        self._parsers |= dict.fromkeys(roles["part"], self._part)
        self._parsers |= dict.fromkeys(roles["between"], self._between)
        self._parsers |= dict.fromkeys(roles["middle"], self._middle)
        self._openings = Remembered(self._opens)
        self._phrases = Remembered(self._begins_phrase)

    def _opens(self, folded: str) -> tuple[Split, ...]:
        """The ways of parting a folded word in which it may begin a naming."""
        ways = splits(folded)[:1] if folded in self.lexicon.given_names else splits(folded)
        return tuple([s for s in ways if s.rest in self._lengths or self._may_announce(s)])

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
            here = self._at(scope, at)
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

    def _at(self, scope: Scope, at: int) -> list[Naming]:
        token = scope.tokens[at]
        if token.kind == "number":
            return self._distance(scope, at)
        if token.kind != "word":
            return []
        splits = self._openings[token.folded]
        if not splits:
            return []
        listed = self._listed(scope, at, splits)
        found = [listed] if listed else []
        for split in splits:
            parser = self._parsers.get(split.rest)
            if parser is not None and self._may_announce(split):
                built = parser(scope, at, split)
                if built and (not found or built[-1].end > found[-1].end):
                    found = built
        return found

    def _phrase(self, scope: Scope, at: int, depth: int = 0) -> Naming | None:
        """The longest naming that begins at token `at` without a proclitic."""
        if at >= scope.end or scope.tokens[at].kind not in ("word", "number") or depth >= _DEPTH:
            return None
        split = scope.tokens[at].splits[0]
        best = self._listed(scope, at, (split,))
        noun = self.lexicon.nouns.get(split.rest)
        if noun is not None:
            built = self._after_noun(scope, at, split, depth + 1)
            if built and (best is None or built[0].end > best.end):
                best = built[0]
        return best

    def _listed(self, scope: Scope, at: int, splits: Sequence[Split]) -> Naming | None:
        """The longest listed name that begins at token `at`, parted in one of the ways `splits`."""
        best: Naming | None = None
        for split in splits:
            found = self._longest(scope, at, split, best.end if best else at)
            if found is not None or (best is not None and self._is_rather_joined(scope, best, split)):
                best = found or self._longest(scope, at, split, at) or best
        return self._without_noun(scope, best) if best else None

    def _longest(self, scope: Scope, at: int, split: Split, beyond: int) -> Naming | None:
        """The longest listed name from token `at` on, parted by `split`, that ends behind token `beyond`."""
        tokens = scope.tokens
        if not _fits_prefix(split):
            return None
        for length in self._lengths.get(split.rest, ()):
            end = self._end(scope, at, length)
            if at + length > scope.end:
                continue
            if end <= beyond:
                break
            form = (split.rest, *(t.folded for t in tokens[at + 1 : end] if t.text != _JOINT))
            places = self.index.lookup(form)
            common = self._is_common(form) and not self._is_short_for(scope, form, end)
            if common and not self._is_state(scope, at, split, places):
                continue
            if not places:
                continue
            span = Span(tokens[at].start_of(split), tokens[end - 1].end)
            places = as_written(
                tokens[at].text[span.start - tokens[at].start :], form, places, self.lexicon.marked
            )
            if places:
                located = "ب" in split.prefix
                return Naming(at, end, span, form, places[:_CANDIDATES], in_context=located)
        return None

    def _is_rather_joined(self, scope: Scope, whole: Naming, split: Split) -> bool:
        """Whether و joins a name that is known (الرياض وجدة) rather than begins one that is less so (وجدة).

        Behind a preposition nothing is joined.
        """
        if split.prefix != "و" or len(whole.form) > 1 or not whole.weak:
            return False
        joined = self.index.lookup((split.rest,))
        known = any(not place.needs_context for place in joined)
        return known and not self.lexicon.has(scope.word(whole.first - 1), "preposition")

    @staticmethod
    def _end(scope: Scope, at: int, length: int) -> int:
        """Where `length` words from token `at` on end, of which a hashtag joins some (#دير_الزور)."""
        if length == 1 or scope.word(at + 1) != _JOINT:
            return at + length
        return min(at + 2 * length - 1, scope.end)

    def _is_common(self, form: tuple[str, ...]) -> bool:
        """Whether a name is only a kind noun or a word that describes places (المدينة، البلاد)."""
        bare = form[0].removeprefix("ال")
        if form[0] in self.lexicon.roles["capital"]:
            return len(form) > 2
        return len(form) == 1 and (form[0] in self.lexicon.followers or bare in self.lexicon.nouns)

    @staticmethod
    def _is_short_for(scope: Scope, form: tuple[str, ...], end: int) -> bool:
        """Whether a word that describes places is all of one's name: القطاع, not القطاع الخاص."""
        return not_places().get(form) == "home" and not scope.word(end).startswith("ال")

    def _is_state(self, scope: Scope, at: int, split: Split, places: Sequence[GazetteerPlace]) -> bool:
        """Whether what may be an adjective is the state's name (في سورية, شمال سورية, العراق وسورية)."""
        if all(place.kind != "country" for place in places):
            return False
        before = scope.word(at - 1)
        ruled = self.lexicon.has(before, "preposition") or any(
            s.rest in self.lexicon.directions for s in splits(before)
        )
        joined = split.prefix == "و" and self._country_name(scope, at - 1) is not None
        return joined or split.prefix in ("ب", "ل") or (not split.prefix and ruled)

    def _without_noun(self, scope: Scope, naming: Naming) -> Naming:
        """A listed `مدينة كان` names what كان does, with its noun outside the span."""
        noun = self.lexicon.nouns.get(naming.form[0])
        if noun is None or len(naming.form) < 2 or self._is_whole_name(naming):
            return naming
        if noun.role != "settlement":
            return replace(naming, in_context=True)
        span = Span(scope.tokens[naming.first + 1].start, naming.span.end)
        return replace(naming, span=span, noun=noun, in_context=True)

    @staticmethod
    def _is_whole_name(naming: Naming) -> bool:
        """Whether a place is called so, noun and all (المدينة المنورة)."""
        return any(words(place.name_ar) == naming.form for place in naming.candidates)

    def _after_noun(self, scope: Scope, at: int, split: Split, depth: int = 0) -> list[Naming]:
        """A kind noun with the name after it (بلدة نبل، حي «الوعر»، ريف حلب الشمالي)."""
        noun = self.lexicon.nouns[split.rest]
        if split.rest == _TOWN_OR_COUNTRY and scope.tokens[at].text.endswith("ه"):
            return []
        if _NO_VALLEY.search(scope.tokens[at].text):
            return []
        part = self._side(scope, at, split) if noun.many and noun.kind in _PARTED else None
        if part is not None:
            return [part]
        name_at = at + 1 + (scope.word(at + 1) == _HASH)
        bearing, after = self._adjectives(scope, name_at) if noun.role == "area" else (None, name_at)
        if bearing is not None:
            inner = self._owner(scope, after, depth)
        else:
            inner = self._named(scope, name_at, noun, depth)
        if inner is None or (split.rest.startswith("ال") and inner.word):
            return []
        if self._is_of_a_person(inner) and scope.word(inner.end).startswith("لل"):
            return []  # a body, not a place: مدينة الملك عبد العزيز للعلوم
        end = inner.end + (scope.word(inner.end) in _CLOSING and scope.word(name_at) in _OPENING)
        if noun.role == "area" and bearing is None:
            bearing, end = self._adjectives(scope, end)
        bare = noun.role == "settlement" and not self._is_of_a_person(inner)
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

    def _side(self, scope: Scope, at: int, split: Split) -> Naming | None:
        """The towns or provinces on one side of the report's country (محافظات الجنوب، محافظات جنوبية)."""
        word = scope.word(at + 1)
        direction = self.lexicon.directions.get(word) or self.lexicon.directions.get("ال" + word)
        adjective = direction is not None and direction.use == "adjective"
        if self.lexicon.nouns[split.rest].role == "area" and not word.startswith("ال"):
            return None  # parties in the west, said with the word for outskirts
        if direction is None or direction.use == "construct" or adjective == word.startswith("ال"):
            return None
        end = at + 2
        demonym = self.lexicon.demonyms.get(scope.word(end)) if word.startswith("ال") else None
        end += demonym is not None
        span = Span(scope.tokens[at].start_of(split), scope.tokens[end - 1].end)
        countries = (demonym.country,) if demonym else ()
        return Naming(
            at,
            end,
            span,
            (),
            relation="part",
            bearing=direction.bearing,
            countries=countries,
            in_context=True,
        )

    def _second(self, scope: Scope, at: int, noun: PlaceNoun) -> list[Naming]:
        """The second of two names behind a noun in the dual, where no gazetteer lists it (حيي X والرسالة)."""
        word = scope.word(at)
        dual = noun.many and noun.role == "settlement" and noun.opens != "known"
        if not dual or word[:1] != "و" or word[1:] in self._parsers:
            return []
        if self._listed(scope, at, self._openings[word]):
            return []
        name = word[1:]
        bare = len(name) >= _SHORTEST - 1 and name.isalpha() and name not in self.lexicon.followers
        bare = bare and not name.startswith("ال") and ends_pair(scope.word, at + 1, self.lexicon)
        definite = name.startswith("ال") and self._may_be_name(name, noun)
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
        listed = self._phrase(scope, at + quoted, depth)
        begun = (
            listed is not None
            and not listed.relation
            and len(listed.form) == 1
            and ((quoted and listed.weak) or listed.form[0] in self.lexicon.roles["opener"])
        )
        if listed is not None and noun.role == "facility" and listed.word and not listed.noun:
            return self._unlisted(scope, at + quoted, noun, quoted)  # مطار حمد is not of the town Hamad
        if listed is not None and not begun:
            return listed
        unlisted = self._without_article(scope, at, noun) or self._unlisted(scope, at + quoted, noun, quoted)
        return unlisted if listed is None or (unlisted and unlisted.end > listed.end) else listed

    def _without_article(self, scope: Scope, at: int, noun: PlaceNoun) -> Naming | None:
        """A listed name with the article or without, other than usual, behind a noun of government.

        قضاء بعاج is البعاج, ناحية النمرود is نمرود.
        """
        word = scope.word(at)
        if noun.kind not in _UNITS or noun.many or len(word) < _SHORTEST or word in self.lexicon.followers:
            return None
        other = word[2:] if word.startswith("ال") else "ال" + word
        towns = tuple(place for place in self.index.lookup((other,)) if not place.id.startswith("geonames:"))
        return replace(_plain(scope, at, at + 1), form=(other,), candidates=towns) if towns else None

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
            owner = self._listed(scope, at, (split,))
            if owner is None and split.rest in self.lexicon.nouns:
                owner = next(iter(self._after_noun(scope, at, split, depth + 1)), None)
            if owner is not None and owner.relation is None:
                return owner
        return None

    def _adjectives(self, scope: Scope, at: int) -> tuple[float | None, int]:
        """The bearing that definite adjectives of direction from token `at` on give, and their end."""
        bearings: list[float] = []
        while len(bearings) < 2:
            direction = self.lexicon.directions.get(scope.word(at))
            if direction is None or direction.use != "adjective":
                break
            bearings.append(direction.bearing)
            at += 1
        return (mean_bearing(bearings), at) if bearings else (None, at)

    def _unlisted(self, scope: Scope, at: int, noun: PlaceNoun, quoted: bool) -> Naming | None:
        """The words after a kind noun that must be a name though no gazetteer lists them."""
        if quoted:
            end = 0 if scope.word(at) in self.lexicon.nouns else _closing(scope, at)
            return _plain(scope, at, end) if end else None
        if scope.word(at - 2) in _ANY:
            return None
        if self._is_called_after_landmark(scope, at, noun):
            return _plain(scope, at, at + 2)
        told = self._told_by_shape(scope, at, noun)
        if told:
            return _plain(scope, at, told)
        if not self._may_be_name(scope.word(at), noun) and not self._is_unit_there(scope, at, noun):
            return None
        end, roles = at + 1, self.lexicon.roles
        while scope.word(end - 1) in roles["opener"] and end - at < _QUOTED_WORDS:
            if not self._may_go_on(scope, end):
                break
            end += 1
        if scope.word(end - 1) in roles["opener"] and end - at < _QUOTED_WORDS - 1:
            return None
        end = self._descent(scope, end)
        if scope.word(end) in roles["qualifier"]:
            end += 1
        return _plain(scope, at, end)

    def _told_by_shape(self, scope: Scope, at: int, noun: PlaceNoun) -> int:
        """Where a name ends that its shape or what stands around it tells; 0 where none does."""
        word, lexicon = scope.word, self.lexicon
        end = person_end(word, at, noun, lexicon) or date_end(word, at, noun, lexicon)
        end = end or _latin_end(scope, at)
        if not end and is_pair(word, at, noun, lexicon):
            return at + 1
        if not end and self._is_inside(scope, at - 1):
            return located_end(word, at, noun, lexicon)
        return end

    def _is_inside(self, scope: Scope, at: int) -> bool:
        """Whether a preposition stands before the noun at token `at`."""
        word, before = (scope.word(k).removeprefix("و") for k in (at, at - 1))
        return word[:1] == "ب" or before in self.lexicon.roles["preposition"]

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

    def _descent(self, scope: Scope, end: int) -> int:
        """Where a person's name ends that a place bears (مطار الأمير محمد بن عبد العزيز)."""
        while scope.word(end) in ("بن", "ابن") and self._may_go_on(scope, end + 1):
            end += 2 + (scope.word(end + 1) == "عبد" and self._may_go_on(scope, end + 2))
        return end

    def _is_called_after_landmark(self, scope: Scope, at: int, noun: PlaceNoun) -> bool:
        """Whether a settlement has the name of a feature (قرية نهر الزهر)."""
        inner = self.lexicon.nouns.get(scope.word(at))
        name = scope.word(at + 1)
        named = name.startswith("ال") and name not in self.lexicon.followers
        return inner is not None and inner.role == "landmark" and noun.role == "settlement" and named

    def _may_be_name(self, word: str, noun: PlaceNoun) -> bool:
        """Whether `word` after `noun` names a place rather than describing it or going on."""
        lexicon = self.lexicon
        if word.startswith(_TRIBAL) and len(word) > len(_TRIBAL):
            return True
        if noun.opens in _CLOSED or len(word) < 3 or not word.isalpha() or word.isascii():
            opens = noun.opens not in _CLOSED or noun.role == "facility" or noun.kind in _UNITS
            return word in lexicon.roles["opener"] and opens
        if word in lexicon.roles["opener"]:
            return True
        if word in lexicon.followers or word in lexicon.nouns or word in lexicon.demonyms:
            return False
        if word.startswith("ال"):
            return word[2:] not in lexicon.nouns
        other = word.endswith(("يه", *_PRONOUNS)) or (word.endswith("ي") and not noun.word.endswith("ه"))
        other = other or _NO_NAME.match(word) is not None
        return noun.opens == "any" and not other and not self._has_proclitic(word)

    def _may_go_on(self, scope: Scope, at: int) -> bool:
        word = scope.word(at)
        place = word[:1] == "ب" and word[1:] in self.lexicon.nouns  # أم حوش بريف حلب
        return word.isalpha() and word not in self.lexicon.followers and not place

    def _is_unit_there(self, scope: Scope, at: int, noun: PlaceNoun) -> bool:
        """Whether `noun` before token `at` is a place's, no side's or court's (في ناحية المشيرفة)."""
        word, before = scope.word(at), scope.word(at - 2)
        if noun.opens != "located" or not word.startswith("ال"):
            return False
        inside = scope.word(at - 1)[:1] == "ب" or before == "في" or before in self.lexicon.nouns
        seat = before in self.lexicon.roles["seat"] or lies(scope.word, at + 1, self.lexicon)
        inside = inside or (seat and noun.kind in _UNITS)
        if noun.role == "facility":  # what is struck or stood before is no body either
            roles = self.lexicon.roles
            inside = (
                inside or before in roles["struck"] or (before in roles["preposition"] and before != "من")
            )
        return inside and word not in self.lexicon.followers and word[2:] not in self.lexicon.nouns

    def _has_proclitic(self, word: str) -> bool:
        """Whether `word` is known to be a proclitic with something else (بريف، للنازحين، ومحافظة)."""
        if word.startswith(_WITH_ARTICLE):
            return True
        lexicon = self.lexicon
        if word[:1] not in tuple("وبلفك"):
            return False
        rest = word[1:]
        known = rest in lexicon.nouns or rest in lexicon.followers or rest in lexicon.directions
        return known or bool(self.index.lookup((rest,)))

    def _directed(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """A direction and what it is reckoned from (شمال شرقي حلب) or belongs to (الشمال السوري)."""
        direction = self.lexicon.directions[split.rest]
        bearing, after = self._bearing(scope, at, direction.bearing)
        start = scope.tokens[at].start_of(split)
        if direction.use == "construct":
            base = self._phrase(scope, after) or self._capital_at(scope, after)
            return [_directed_from(base, at, start, bearing, None)] if base and base.relation is None else []
        demonym = self.lexicon.demonyms.get(scope.word(after))
        if demonym is not None and scope.word(after).startswith("ال"):
            span = Span(start, scope.tokens[after].end)
            part = Naming(
                at,
                after + 1,
                span,
                (),
                relation="part",
                bearing=bearing,
                countries=(demonym.country,),
                in_context=True,
            )
            return [part]
        if scope.word(after) not in self.lexicon.roles["from"]:
            return []
        base = self._phrase(scope, after + 1)
        return _with_base(_directed_from(base, at, start, bearing, None), base) if base else []

    def _capital_at(self, scope: Scope, at: int) -> Naming | None:
        """The capital without its name at token `at` (غرب العاصمة)."""
        if scope.word(at) != _CAPITAL:
            return None
        return next(iter(self._capital_alone(scope, at, scope.tokens[at].splits[0])), None)

    def _bearing(self, scope: Scope, at: int, first: float) -> tuple[float, int]:
        """The bearing of one direction word or two (شمال شرق، شمال - غرب), and where they end."""
        after = at + 1
        second_at = after + (scope.word(after) in _DASHES)
        second = self.lexicon.directions.get(scope.word(second_at))
        if second is None or second.use == "noun" or second.bearing == first:
            return first, after
        return mean_bearing([first, second.bearing]), second_at + 1

    def _distance(self, scope: Scope, at: int) -> list[Naming]:
        """A distance from a place, with or without a direction (20 كم شمال حلب، 5 كيلومترات من تدمر)."""
        roles = self.lexicon.roles
        if scope.word(at + 1) not in roles["kilometre"]:
            return []
        after = at + 2 + (scope.word(at + 2) in roles["unit-rest"])
        after += scope.word(after) in roles["towards"]
        direction = self.lexicon.directions.get(scope.word(after))
        bearing = None
        if direction is not None:
            bearing, after = self._bearing(scope, after, direction.bearing)
        is_from = scope.word(after) in roles["from"]
        if direction is None and not is_from:
            return []
        base = self._phrase(scope, after + is_from)
        if base is None:
            return []
        first = at
        while scope.word(first - 1) in roles["away"] or scope.word(first - 1) in roles["about"]:
            first -= 1
        start, distance = scope.tokens[first].start, _number(scope.word(at))
        if distance > _FARTHEST_KM:
            return [base]
        return [_directed_from(base, first, start, bearing, distance), replace(base, in_context=True)]

    def _middle(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """The middle of a country (محافظة إب وسط اليمن); of a town it is the town."""
        base = self._listed(scope, at + 1, scope.tokens[at + 1].splits[:1]) if at + 1 < scope.end else None
        located = "ب" in split.prefix or self.lexicon.has(scope.word(at - 1), "preposition")
        if base is None or base.candidates[0].kind != "country" or (base.weak and not located):
            return []
        span = Span(scope.tokens[at].start_of(split), base.span.end)
        return [replace(base, first=at, span=span, relation="middle", in_context=True, told=True)]

    def _between(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """Two places and what lies between them, behind a word for a way (الطريق بين حمص وتدمر)."""
        if not any(scope.word(k) in self.lexicon.roles["route"] for k in (at - 1, at - 2)):
            return []
        one = self._phrase(scope, at + 1)
        if one is None or not scope.word(one.end).startswith("و"):
            return []
        two = next(iter(self._at(scope, one.end)), None)
        if two is None or two.first != one.end or one.relation or two.relation:
            return []
        one, two = replace(one, in_context=True), replace(two, in_context=True, noun=two.noun or one.noun)
        span = Span(scope.tokens[at].start_of(split), two.span.end)
        area = replace(one, first=at, end=two.end, span=span, relation="between", other=two)
        return [area, one, two]

    def _border(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """The border of two states (الحدود السورية - التركية، الحدود بين لبنان وسوريا)."""
        countries: list[str] = []
        after = at + 1
        between = scope.word(after) in self.lexicon.roles["between"]
        after += between
        while len(countries) < 2 and after < scope.end:
            word = scope.word(after)
            country = self._country_name(scope, after) if between else self.lexicon.demonyms.get(word)
            if country is None:
                if word not in _DASHES or not countries:
                    break
            else:
                countries.append(country.country)
            after += 1
        if len(countries) < 2 or countries[0] == countries[1]:
            return []
        span = Span(scope.tokens[at].start_of(split), scope.tokens[after - 1].end)
        return [Naming(at, after, span, (), relation="border", countries=tuple(countries), in_context=True)]

    def _country_name(self, scope: Scope, at: int) -> GazetteerPlace | None:
        """The country that token `at` names, after و too."""
        for split in scope.tokens[at].splits:
            if split.prefix in ("", "و"):
                for place in self.index.lookup((split.rest,)):
                    if place.kind == "country":
                        return place
        return None

    def _capital(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """A capital by its state (العاصمة الروسية), where its name does not follow."""
        named = self._after_noun(scope, at, split)
        demonym = self.lexicon.demonyms.get(scope.word(at + 1))
        after = at + 2 + (scope.word(at + 2) in _COMMAS)
        if not named and demonym is None:
            return self._capital_alone(scope, at, split)
        if named or demonym is None or self._phrase(scope, after):
            return named
        span = Span(scope.tokens[at].start_of(split), scope.tokens[at + 1].end)
        for form in demonym.capitals:
            places = tuple(
                p for p in self.index.lookup(form) if p.country == demonym.country and p.kind != "country"
            )
            if places:
                return [
                    Naming(
                        at,
                        at + 2,
                        span,
                        form,
                        places,
                        noun=self.lexicon.nouns.get(split.rest),
                        in_context=True,
                    )
                ]
        return []

    def _capital_alone(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """The capital of the country that the report is about (وسط العاصمة; not العاصمة الاقتصادية)."""
        if split.rest != _CAPITAL or scope.word(at + 1).startswith("ال"):
            return []
        token = scope.tokens[at]
        span = Span(token.start_of(split), token.end)
        return [Naming(at, at + 1, span, (split.rest,), relation="capital", in_context=True)]

    def _part(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """A part of the country that the report is about (المحافظات الجنوبية)."""
        bearing, after = self._adjectives(scope, at + 1)
        if bearing is None:
            return []
        countries: tuple[str, ...] = ()
        if scope.word(after) in self.lexicon.roles["from"] and after + 1 < scope.end:
            country = self._country_name(scope, after + 1)
            base = self._phrase(scope, after + 1)
            if country is not None:
                countries, after = (country.country,), after + 2
            elif base is not None and base.relation is None:
                start = scope.tokens[at].start_of(split)
                return _with_base(_directed_from(base, at, start, bearing, None), base)
        span = Span(scope.tokens[at].start_of(split), scope.tokens[after - 1].end)
        return [
            Naming(
                at, after, span, (), relation="part", bearing=bearing, countries=countries, in_context=True
            )
        ]


def mean_bearing(bearings: Sequence[float]) -> float:
    """The middle of one or two bearings in degrees (0 and 270 give 315)."""
    if len(bearings) == 2 and abs(bearings[0] - bearings[1]) > 180:
        return (sum(bearings) + 360) / 2 % 360
    return sum(bearings) / len(bearings)


def _directed_from(
    base: Naming, first: int, start: int, bearing: float | None, distance: float | None
) -> Naming:
    """What lies in a direction of `base`; a short name alone is its span, which the rest would drown."""
    if base.relation == "capital":
        return replace(base, first=first)
    relation: Relation = "direction" if distance is None else "distance"
    long = base.span.end - start > _LONG * (base.span.end - base.span.start)
    if long and distance is None and base.candidates and base.candidates[0].kind != "country":
        start = base.span.start
    return replace(
        base, first=first, span=Span(start, base.span.end), relation=relation, bearing=bearing,
        distance_km=distance, in_context=True, told=base.noun is not None,
    )  # fmt: skip


def _with_base(area: Naming, base: Naming) -> list[Naming]:
    """An area and the place it is reckoned from, unless the same words name both."""
    return [area] if area.span == base.span else [area, replace(base, in_context=True)]


def _plain(scope: Scope, at: int, end: int) -> Naming:
    span = Span(scope.tokens[at].start, scope.tokens[end - 1].end)
    return Naming(at, end, span, tuple(t.folded for t in scope.tokens[at:end]), in_context=True)


def _latin_end(scope: Scope, at: int) -> int:
    """Where a name in Latin letters ends (منطقة Hoevenen، معسكر K1); 0 where none begins."""
    if not scope.word(at) or not scope.word(at).isascii() or not scope.tokens[at].text[:1].isupper():
        return 0
    end = at + 1
    while end - at < _QUOTED_WORDS and scope.word(end) and scope.tokens[end].text[:1].isupper():
        end += 1
    return end + (scope.word(end).isdecimal() and scope.tokens[end].start == scope.tokens[end - 1].end)


def _closing(scope: Scope, at: int) -> int:
    """Where the quotation that began before token `at` closes; 0 if not within the words of a name."""
    for end in range(at + 1, min(at + _QUOTED_WORDS, scope.end - 1) + 1):
        if scope.word(end) in _CLOSING:
            return end if all(t.kind == "word" for t in scope.tokens[at:end]) else 0
    return 0


def _number(text: str) -> float:
    """The value of a number token; three digits behind a sign are thousands, fewer or more a fraction."""
    whole, *groups = _SEPARATOR.split(text)
    if groups and len(groups[-1]) != 3:
        return float("".join((whole, *groups[:-1])) + "." + groups[-1])
    return float("".join((whole, *groups)))


def _lengths_by_first_word(index: PlaceIndex) -> dict[str, tuple[int, ...]]:
    """How many words the listed names have that begin with each word, longest first."""
    lengths: dict[str, set[int]] = {}
    for form, _ in index.items():  # noqa: PERF102 - no mapping, but an index
        lengths.setdefault(form[0], set()).add(len(form))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def _fits_prefix(split: Split) -> bool:
    """Whether a name may be what is left when a word sheds `split.prefix`."""
    return not split.prefix or split.rest.startswith("ال") or split.prefix in _LIGHT_PREFIXES

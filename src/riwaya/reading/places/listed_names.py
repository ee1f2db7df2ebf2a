"""Names that a gazetteer lists, found in a sentence: the longest that begins at a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.gazetteer import GazetteerPlace, PlaceIndex
from riwaya.gazetteer.index import not_places
from riwaya.lexicon.place_words import PlaceLexicon
from riwaya.model import Span
from riwaya.reading.places.naming import Naming, Scope
from riwaya.reading.places.place_spelling import as_written
from riwaya.text import Split, words
from riwaya.text.tokens import splits

#: Candidates of one name beyond these are too obscure to be meant.
_CANDIDATES = 12
#: Proclitics that a name without the article may carry; the others begin too many ordinary words.
_LIGHT_PREFIXES = frozenset({"و", "ب", "ل", "ف", "وب", "ول"})
#: The sign that joins the words of a hashtag.
JOINT = "_"


class ListedNames:
    """Finds listed names, by an index of places and the language's place words."""

    def __init__(self, index: PlaceIndex, lexicon: PlaceLexicon) -> None:
        self.index = index
        self.lexicon = lexicon
        self._lengths = _lengths_by_first_word(index)

    def begins(self, word: str) -> bool:
        """Whether a listed name begins with the folded `word`."""
        return word in self._lengths

    def listed(self, scope: Scope, at: int, ways: Sequence[Split]) -> Naming | None:
        """The longest listed name that begins at token `at`, parted in one of the `ways`."""
        best: Naming | None = None
        for split in ways:
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
            form = (split.rest, *(t.folded for t in tokens[at + 1 : end] if t.text != JOINT))
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
        if length == 1 or scope.word(at + 1) != JOINT:
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
        joined = split.prefix == "و" and self.country_name(scope, at - 1) is not None
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

    def country_at(self, scope: Scope, at: int) -> tuple[str, int] | None:
        """The ISO code of the country that the words from token `at` on name, after و too, and their end."""
        for split in scope.tokens[at].splits:
            found = self._longest(scope, at, split, at + 1) if split.prefix in ("", "و") else None
            country = next((p for p in found.candidates if p.kind == "country"), None) if found else None
            if found is not None and country is not None:
                return country.country, found.end
        place = self.country_name(scope, at)
        return (place.country, at + 1) if place is not None else None

    def country_name(self, scope: Scope, at: int) -> GazetteerPlace | None:
        """The country that token `at` names, after و too."""
        for split in scope.tokens[at].splits:
            if split.prefix in ("", "و"):
                for place in self.index.lookup((split.rest,)):
                    if place.kind == "country":
                        return place
        return None


def _lengths_by_first_word(index: PlaceIndex) -> dict[str, tuple[int, ...]]:
    """How many words the listed names have that begin with each word, longest first."""
    lengths: dict[str, set[int]] = {}
    for form, _ in index.items():  # noqa: PERF102 - no mapping, but an index
        lengths.setdefault(form[0], set()).add(len(form))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def _fits_prefix(split: Split) -> bool:
    """Whether a name may be what is left when a word sheds `split.prefix`."""
    return not split.prefix or split.rest.startswith("ال") or split.prefix in _LIGHT_PREFIXES

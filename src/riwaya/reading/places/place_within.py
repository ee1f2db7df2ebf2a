"""Where a place lies that no gazetteer lists: in the place that the words beside its name say.

مستشفى السلام التعليمي في البصرة، حي نوروز بكركوك، قرية سوسيا جنوب الخليل: nothing more is known of them
than that, and it is enough for a point with the uncertainty of what they lie in.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from riwaya.gazetteer.place import POPULATED
from riwaya.lexicon.place_words import PlaceLexicon
from riwaya.model import Place, PlaceKind
from riwaya.reading.places import place_geometry as geometry
from riwaya.reading.places.naming import Naming
from riwaya.text import Document

Found = tuple[Naming, Place]

#: So many words may stand between the name and what says where it lies.
_GAP = 4
#: So many names before and behind a quarter's may be that of its town.
_NEAR = 10
#: What lies in a town rather than beside one: a town named in the same sentence is enough.
_URBAN: frozenset[PlaceKind] = frozenset({"neighbourhood"})
#: Places of these kinds hold others.
_HOSTS: frozenset[PlaceKind] = frozenset(
    {"town", "village", "neighbourhood", "subdistrict", "district", "governorate", "area"}
)
#: What lies in a town where no other is named in the sentence, so near to the name.
_BUILT: frozenset[PlaceKind] = frozenset({"facility"})
_CLOSE = 15
#: So far down stands the town that a report is from or about.
_HEAD = 40
_SIGNS = frozenset("،,(\"'»«”“-–")
#: What is wider than this says too little about where a place in it lies.
_WIDEST_KM = 250.0


def located(document: Document, found: Sequence[Found], lexicon: PlaceLexicon) -> list[Place]:
    """The places of `found`, in the same order; the unresolved ones in their hosts where these are named."""
    hosts = _Hosts(document, found, lexicon)
    named: dict[tuple[str, ...], Place] = {}
    for at, (naming, place) in enumerate(found):
        if place.geometry is None and naming.form not in named:
            host = hosts.beside(at)
            if host is not None:
                named[naming.form] = host
    places: list[Place] = []
    for at, (naming, place) in enumerate(found):
        host = None
        if place.geometry is None:
            host = named.get(naming.form) or hosts.around(at) or hosts.only(at)
        places.append(geometry.inside(host, place) if host else place)
    return places


def without_whereabouts(document: Document, found: Sequence[Found], lexicon: PlaceLexicon) -> list[Found]:
    """`found` without the distances that only say where the place named before them lies.

    قاعدة العند التي تبعد 60 كلم عن عدن is one place, and عدن another; 60 كلم من عدن by itself is a third.
    """
    kept: list[Found] = []
    told = False
    for naming, place in found:
        before = kept[-1][0] if kept else None
        listed = before is not None and before.candidates and (told or before.relation is None)
        told = naming.relation == "distance" and before is not None and bool(listed)
        told = told and before is not None and _lies_there(document, before, naming, lexicon)
        if not told:
            kept.append((naming, place))
    return kept


def _lies_there(document: Document, before: Naming, distance: Naming, lexicon: PlaceLexicon) -> bool:
    """Whether nothing but words for lying stands between a name and a distance."""
    between = [token.folded for token in document.tokens[before.end : distance.first]]
    said = all(word in _SIGNS or word.startswith("ال") or lexicon.has(word, "lies") for word in between)
    return distance.first >= before.end and len(between) <= _GAP and said


class _Hosts:
    """Finds what a named place lies in, by the places named next to it."""

    def __init__(self, document: Document, found: Sequence[Found], lexicon: PlaceLexicon) -> None:
        self._document = document
        self._found = found
        self._lexicon = lexicon

    def beside(self, at: int) -> Place | None:
        """The place named behind the one at index `at` that says where it lies (حي نوروز في كركوك)."""
        naming = self._found[at][0]
        for other, host in self._found[at + 1 : at + 3]:
            between = [t.folded for t in self._document.tokens[naming.end : other.first]]
            if other.first < naming.end or len(between) > _GAP or "\n" in between:
                return None
            if self._leads(between, other) and _holds(host):
                return host
        return None

    def _leads(self, between: Sequence[str], other: Naming) -> bool:
        """Whether the words `between` a name and `other` say that it lies there."""
        if not all(self._is_filling(word) for word in between):
            return False
        within = any(self._lexicon.has(word, "preposition") for word in between)
        attached = other.in_context and other.span.start > self._document.tokens[other.first].start
        return within or attached or other.relation in ("direction", "around", "capital")

    def _is_filling(self, word: str) -> bool:
        """Whether `word` may stand between a name and where it lies (التعليمي، التابعة، a comma, في)."""
        noun = self._lexicon.nouns.get(word)
        area = noun is not None and noun.role == "area"
        return area or word in _SIGNS or word.startswith("ال") or self._lexicon.has(word, "preposition")

    def around(self, at: int) -> Place | None:
        """The town nearest to the quarter at index `at` in its sentence, the only one for a facility."""
        naming, place = self._found[at]
        if place.kind not in _URBAN | _BUILT:
            return None
        sentences = self._document.sentences
        sentence = sentences[bisect(sentences, naming.first, key=lambda s: s.start) - 1]
        near = [
            (abs(other.first - naming.first), other, host)
            for other, host in self._found[max(0, at - _NEAR) : at + _NEAR + 1]
            if sentence.start <= other.first < sentence.end and _is_town(host)
        ]
        if not near:
            return None
        away, other, nearest = min(near, key=lambda found: found[0])
        alone = len({host.id for _, _, host in near}) == 1 and away <= _CLOSE and self._is_where(other)
        return nearest if place.kind in _URBAN or alone else None

    def only(self, at: int) -> Place | None:
        """The one town of the whole report, named at its head, for a quarter or facility further down."""
        naming, place = self._found[at]
        if place.kind not in _URBAN | _BUILT:
            return None
        towns = [(other.first, host) for other, host in self._found if _is_town(host)]
        alone = len({host.id for _, host in towns}) == 1 and towns[0][0] < min(_HEAD, naming.first)
        return towns[0][1] if alone else None

    def _is_where(self, host: Naming) -> bool:
        """Whether something is said to be in `host` or beside it, rather than to come from there."""
        token = self._document.tokens[host.first]
        before = self._document.tokens[host.first - 1].folded if host.first else ""
        if self._lexicon.has(before, "from"):
            return False
        attached = host.span.start > token.start and token.folded.startswith("ب")
        return attached or host.relation is not None or self._lexicon.has(before, "preposition")


def _holds(host: Place) -> bool:
    """Whether `host` is a place with a point that other places may lie in."""
    known = host.geometry is not None and host.geometry["type"] == "Point"
    return known and host.kind in _HOSTS and (host.uncertainty_km or 0.0) <= _WIDEST_KM


def _is_town(host: Place) -> bool:
    """Whether `host` is a place where people live, with a point that other places may lie in."""
    return host.kind in POPULATED and _holds(host)

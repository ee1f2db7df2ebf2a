"""Places that no gazetteer lists: the words behind a noun of kind that must be a name."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.gazetteer import PlaceIndex
from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.place_words import PlaceLexicon, PlaceNoun
from riwaya.reading.places.naming import SON_OF, Naming, Scope, plain
from riwaya.reading.places.unlisted_names import date_end, is_pair, lies, located_end, person_end

#: Behind nouns that open so, words as a rule are no names.
_CLOSED = frozenset({"known", "located"})
#: Names of fewer letters are too often words.
_SHORTEST = 4
#: Longest name that is taken from between quotation marks though no gazetteer lists it.
_QUOTED_WORDS = 3
#: Endings of words that do not name places: بلدتهم، قراها.
_PRONOUNS = ("ها", "هم", "هما")
#: Passive participles and derived verbs describe: مدينة موجوعة، أول مدينة تستضيف، حي يسكنه.
_NO_NAME = re.compile("م..و.ه$|[تيس]?ست..|ي.*ه$")
#: Units whose names are unlisted only where they begin like a name (مديرية بني حشيش، not مديرية الصحة).
_UNITS = frozenset({"district", "subdistrict", "governorate"})
#: Villages of tribes in Iraq begin so (البوعيثة، البوشجل), and nothing else does.
_TRIBAL = "البو"
#: The first word of given names of two words, folded.
_SERVANT = event_words("servant of")
_WITH_ARTICLE = ("بال", "وال", "فال", "كال", "لل", "ولل", "وبال")
CLOSING = frozenset("\"”“»‟›'’)")


class UnlistedPlaces:
    """Reads names that are not listed, by an index of places and the language's place words."""

    def __init__(self, index: PlaceIndex, lexicon: PlaceLexicon) -> None:
        self.index = index
        self.lexicon = lexicon

    def without_article(self, scope: Scope, at: int, noun: PlaceNoun) -> Naming | None:
        """A listed name with the article or without, other than usual, behind a noun of government.

        قضاء بعاج is البعاج, ناحية النمرود is نمرود.
        """
        word = scope.word(at)
        if noun.kind not in _UNITS or noun.many or len(word) < _SHORTEST or word in self.lexicon.followers:
            return None
        other = word[2:] if word.startswith("ال") else "ال" + word
        towns = tuple(place for place in self.index.lookup((other,)) if not place.id.startswith("geonames:"))
        return replace(plain(scope, at, at + 1), form=(other,), candidates=towns) if towns else None

    def unlisted(self, scope: Scope, at: int, noun: PlaceNoun, quoted: bool) -> Naming | None:
        """The words after a kind noun that must be a name though no gazetteer lists them."""
        if quoted:
            end = 0 if scope.word(at) in self.lexicon.nouns else closing(scope, at)
            return plain(scope, at, end) if end else None
        if scope.word(at - 2) in self.lexicon.roles["any"]:
            return None
        if self._is_called_after_landmark(scope, at, noun):
            return plain(scope, at, at + 2)
        told = self._told_by_shape(scope, at, noun)
        if told:
            return plain(scope, at, told)
        if not self.may_be_name(scope.word(at), noun) and not self._is_unit_there(scope, at, noun):
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
        return plain(scope, at, end)

    def _told_by_shape(self, scope: Scope, at: int, noun: PlaceNoun) -> int:
        """Where a name ends that its shape or what stands around it tells; 0 where none does."""
        word, lexicon = scope.word, self.lexicon
        end = person_end(word, at, noun, lexicon) or date_end(word, at, noun, lexicon)
        end = end or latin_end(scope, at)
        if not end and is_pair(word, at, noun, lexicon):
            return at + 1
        if not end and self._is_inside(scope, at - 1):
            return located_end(word, at, noun, lexicon)
        return end

    def _is_inside(self, scope: Scope, at: int) -> bool:
        """Whether a preposition stands before the noun at token `at`."""
        word, before = (scope.word(k).removeprefix("و") for k in (at, at - 1))
        return word[:1] == "ب" or before in self.lexicon.roles["preposition"]

    def _descent(self, scope: Scope, end: int) -> int:
        """Where a person's name ends that a place bears (مطار الأمير محمد بن عبد العزيز)."""
        while scope.word(end) in SON_OF and self._may_go_on(scope, end + 1):
            end += 2 + (scope.word(end + 1) in _SERVANT and self._may_go_on(scope, end + 2))
        return end

    def _is_called_after_landmark(self, scope: Scope, at: int, noun: PlaceNoun) -> bool:
        """Whether a settlement has the name of a feature (قرية نهر الزهر)."""
        inner = self.lexicon.nouns.get(scope.word(at))
        name = scope.word(at + 1)
        named = name.startswith("ال") and name not in self.lexicon.followers
        return inner is not None and inner.role == "landmark" and noun.role == "settlement" and named

    def may_be_name(self, word: str, noun: PlaceNoun) -> bool:
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


def latin_end(scope: Scope, at: int) -> int:
    """Where a name in Latin letters ends (منطقة Hoevenen، معسكر K1); 0 where none begins."""
    if not scope.word(at) or not scope.word(at).isascii() or not scope.tokens[at].text[:1].isupper():
        return 0
    end = at + 1
    while end - at < _QUOTED_WORDS and scope.word(end) and scope.tokens[end].text[:1].isupper():
        end += 1
    return end + (scope.word(end).isdecimal() and scope.tokens[end].start == scope.tokens[end - 1].end)


def closing(scope: Scope, at: int) -> int:
    """Where the quotation that began before token `at` closes; 0 if not within the words of a name."""
    for end in range(at + 1, min(at + _QUOTED_WORDS, scope.end - 1) + 1):
        if scope.word(end) in CLOSING:
            return end if all(t.kind == "word" for t in scope.tokens[at:end]) else 0
    return 0

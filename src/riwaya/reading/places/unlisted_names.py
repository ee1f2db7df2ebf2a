"""Names of places that no gazetteer lists, told by their shape or by what stands around them."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lexicon.place_words import PlaceLexicon, PlaceNoun
from riwaya.reading.places.naming import SON_OF

#: The folded word at a token; empty outside the sentence.
Words = Callable[[int], str]

#: Names of fewer letters are too often words.
_SHORTEST = 4
#: Beginnings of verbs, which may follow a noun as well.
_VERBS = ("ي", "ت", "ست", "سي", "ن")
#: Endings of adjectives and of words with a pronoun.
_NO_ENDINGS = ("يه", "ين", "ون", "ات", "ها", "هم", "هما", "وا")
#: Prepositions behind which an embassy speaks or has its people, rather than lies.
_SPEAKING = frozenset(("من", "عن", "في"))
#: Nouns of these roles are told by what lies behind an unlisted name.
_LOCATED = frozenset(("unit", "facility", "landmark"))
_ALL_NATIONS = "demonym"
_ONE = "واحد"


def definite_end(words: Words, at: int, noun: str, lexicon: PlaceLexicon, *, led: bool) -> int:
    """Where a facility told by an adjective ends (السفارة الأميركية، السجن المركزي); 0 where it is none.

    `led` says that the noun has a preposition before it as a proclitic. Without any a body acts or speaks.
    """
    known = lexicon.facilities[noun]
    foreign = _ALL_NATIONS in known.adjectives
    before = words(at - 1).removeprefix("و")
    speaks = foreign and known.noun.kind != "base" and before in _SPEAKING
    located = (led and not (foreign and known.noun.kind != "base")) or (
        before in lexicon.roles["preposition"] and not speaks
    )
    located = located or before in lexicon.nouns or before in lexicon.roles["struck"]
    if not located:
        return 0
    end = at + 1
    while words(end) in known.adjectives or (foreign and _is_of_nation(words(end), lexicon)):
        end += 1
    return end if end > at + 1 else 0


def _is_of_nation(word: str, lexicon: PlaceLexicon) -> bool:
    return word.startswith("ال") and word in lexicon.demonyms


def person_end(words: Words, at: int, noun: PlaceNoun, lexicon: PlaceLexicon) -> int:
    """Where the name of a person ends that a facility bears (مسجد عمر بن الخطاب); 0 where none begins."""
    if noun.role != "facility" or words(at) not in lexicon.given_names:
        return 0
    following = words(at + 1)
    family = following.startswith("ال") and following not in lexicon.followers
    if following in SON_OF and words(at + 2).isalpha():
        return at + 3
    return at + 2 if family or following in lexicon.given_names else 0


def date_end(words: Words, at: int, noun: PlaceNoun, lexicon: PlaceLexicon) -> int:
    """Where the date ends that a quarter or a street is called after (حي 17 تموز); 0 where none begins."""
    numbered = words(at).isdecimal() or words(at) == _ONE
    named = numbered and words(at + 1) in lexicon.roles["month"]
    return at + 2 if named and noun.role in ("facility", "landmark") else 0


def located_end(words: Words, at: int, noun: PlaceNoun, lexicon: PlaceLexicon) -> int:
    """Where a word ends that is no known one and lies somewhere (منطقة شوراو بمدينة كركوك); else 0.

    An adjective of nation or use behind it tells as much (جزيرة رينيون الفرنسية، مطار ساكي العسكري).
    """
    word, end = words(at), at + 1
    if noun.many or noun.opens not in ("definite", "known") or noun.role not in _LOCATED:
        return 0
    plain = word.isalpha() and not word.isascii() and len(word) >= _SHORTEST
    if not plain or word in lexicon.followers or word in lexicon.nouns or word in lexicon.demonyms:
        return 0
    feminine = noun.word.endswith("ه")
    agrees = word.endswith("ه" if feminine else "ي")
    if agrees or word.startswith(("ال", "لل", *_VERBS)) or word.endswith(_NO_ENDINGS):
        return 0
    told = _is_of_nation(words(end), lexicon) or words(end) in lexicon.roles["function"]
    return end if told or lies(words, end, lexicon) else 0


def is_pair(words: Words, at: int, noun: PlaceNoun, lexicon: PlaceLexicon) -> bool:
    """Whether a dual before token `at` has two names behind it (منطقتي جلوى والميدان)."""
    word = words(at)
    plain = word.isalpha() and not word.isascii() and len(word) >= _SHORTEST
    unknown = word not in lexicon.followers and word not in lexicon.nouns and word not in lexicon.demonyms
    dual = noun.many and noun.opens != "known" and noun.word.endswith(("تي", "يي", "تا"))
    return dual and plain and unknown and words(at + 1).startswith("و") and len(words(at + 1)) > _SHORTEST


def ends_pair(words: Words, at: int, lexicon: PlaceLexicon) -> bool:
    """Whether the second of two names may end before token `at`: the words go on with where they lie."""
    word = words(at)
    goes_on = word in lexicon.roles["preposition"] or word in lexicon.directions or not word.isalpha()
    return goes_on or lies(words, at, lexicon) or word.startswith(("ب", "ل"))


def lies(words: Words, at: int, lexicon: PlaceLexicon) -> bool:
    """Whether the words at token `at` say where what is named before them lies."""
    word = words(at)
    direction = lexicon.directions.get(word)
    within = word[:1] == "ب" and (word[1:] in lexicon.nouns or word[1:] in lexicon.directions)
    lying = word in lexicon.roles["lying"] or (direction is not None and direction.use == "construct")
    return within or lying

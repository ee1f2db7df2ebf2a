"""Phenomena: what makes an annotated item easy or hard to read, told from the gold and the text alone.

So a phenomenon is the same whatever reader is measured, and does not move when a table of the reader grows.
An item may show several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.evaluation.gold import OUTLET, Gold, GoldAttribution, GoldClaim, GoldQuantity, GoldTime
from riwaya.i18n import mark
from riwaya.text import fold

#: Words that begin "according to X", without و or ك before them.
_PREPOSITIONS = frozenset(
    map(fold, ("بحسب", "حسب", "حسبما", "وفق", "وفقا", "وفقما", "طبقا", "نقلا", "استنادا", "عن", "على", "بزعم",
               "برأي"))
)  # fmt: skip
#: Particles that negate the verb after them.
_NEGATIONS = frozenset(("لم", "لن", "لا", "ما", "ولم", "ولن", "ولا", "وما", "فلم", "فلن", "فلا"))
#: Words before the one that attributes.
_BEFORE = frozenset(("كما", "قد", "كان", "وكان", "وكانت", "كانت", *_NEGATIONS))
#: Heads of a source that only points back to one named before.
_BACK_REFERENCES = frozenset(
    map(fold, ("المصدر", "المصادر", "البيان", "المتحدث", "الناطق", "التقرير", "المسؤول", "الوكالة", "الصحيفة",
               "الموقع", "الأخير", "الأخيرة", "المصدران", "المصدرين"))
)  # fmt: skip
#: Words with their vowel marks, which are no letters.
_LETTERS = re.compile(r"\w[\w\u064b-\u0652]*")
#: مشيرا، مضيفة، مؤكدين; قائلا، نافية، داعين: participles as they carry a speaker on.
_PARTICIPLE = re.compile(r"م\w{2,}(?:ا|ة|ين|ان)|\wا\w{2,}(?:ا|ة|ين)")
#: Endings and the article, which no verb in the third person has, and verbal nouns without either.
_NOUN = re.compile(
    r"ال\w{3,}|\w+ة|\w+ات(?:ه|ها|هم)?"
    r"|[بل]?(?:بيان|اتهام|تهم|تصريح|نفي|قول|تحذير|اعلان|تقرير|تقارير|انباء|دعوت|توجيه)(?:ه|ها|هم|نا|ا)?"
)

CUE_KINDS = {
    "verb": mark("cue: a verb"),
    "participle": mark("cue: a participle (مشيرا، قائلا)"),
    "preposition": mark("cue: “according to” (بحسب، وفق، عن)"),
    "noun": mark("cue: a noun (اتهامات، دعوة)"),
    "colon": mark("cue: a colon or another sign"),
}
ATTRIBUTION = {
    **CUE_KINDS,
    "headline": mark("in the headline"),
    "nested": mark("inside or through somebody else's words"),
    "relaying": mark("hands somebody else's words on"),
    "named": mark("its source is named there"),
    "elided": mark("its source was named before (وأضاف)"),
    "back reference": mark("its source only points back (المصدر)"),
    "coordinated": mark("several sources together"),
    "quoted": mark("quoted"),
    "negated": mark("negated (لم يؤكد)"),
    "denial": mark("a denial"),
    "request": mark("a request, a refusal, a promise or a threat"),
    "accusation": mark("an accusation"),
    "not neutral": mark("the reporter endorses it or stands off from it"),
}
CLAIM = {
    "headline": mark("in the headline"),
    "own": mark("the outlet's own"),
    "attributed": mark("through one source"),
    "relayed": mark("through two sources or more"),
    "uncertain": mark("denied, negated or not certain"),
    "speech act": mark("a request, a refusal, an accusation, a threat"),
    "violence": mark("an attack, a casualty, an arrest"),
    "state": mark("control, presence, movement, shelter"),
    "placed": mark("at a named place"),
    "gloss": mark("the reporter's own words inside somebody's words, or perhaps"),
}
QUANTITY = {
    "exact": mark("an exact number"),
    "open": mark("a number that is open to one side or both"),
}
TIME = {
    "dated": mark("a day, a month, a moment"),
    "vague": mark("a time that the text leaves open"),
    "duration": mark("a duration"),
}

_SPEECH_ACTS = frozenset(("REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONCEDE", "AGREE"))
_VIOLENCE = frozenset(("ASSAULT", "HARM", "COERCE"))
_STATES = frozenset(("CONTROL", "PRESENCE", "MOVE", "SHELTER", "MONITOR", "RETREAT", "MOBILIZE"))


def cue_kind(cue: str) -> str:
    """The kind of an attributing expression by its form: one of `CUE_KINDS`.

    >>> [cue_kind(cue) for cue in ("وقال", "مشيرا", "بحسب", "اتهامات", ":")]
    ['verb', 'participle', 'preposition', 'noun', 'colon']
    """
    words = _forms(cue)
    if not words:
        return "colon"
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    word = words[0]
    bare = word[1:] if len(word) > 3 and word[0] in "وفك" and word not in _PREPOSITIONS else word
    if {fold(word), fold(bare)} & _PREPOSITIONS or word == "ل":
        return "preposition"
    if _PARTICIPLE.fullmatch(bare):
        return "participle"
    return "noun" if _NOUN.fullmatch(bare) else "verb"


def _forms(words: str) -> list[str]:
    """Words folded, but for ة and ى at their end, which tell a noun (دعوة، نفي) from a verb (نفته، نفى)."""
    found = _LETTERS.findall(words)
    return [fold(word[:-1]) + word[-1] if word[-1] in "ةى" else fold(word) for word in found]


def of_attribution(gold: Gold, item: GoldAttribution) -> Iterator[str]:
    """The phenomena of an attribution: keys of `ATTRIBUTION`."""
    yield cue_kind(gold.text[slice(*item.cue)])
    if _in_headline(gold, item.cue[0]):
        yield "headline"
    if item.parent is not None:
        yield "nested"
    if any(other.parent == item.id for other in gold.attributions):
        yield "relaying"
    yield _source_kind(gold, item)
    if len(item.actor) > 1:
        yield "coordinated"
    if item.quoted:
        yield "quoted"
    if _negated(gold, item):
        yield "negated"
    if item.act == "deny":
        yield "denial"
    if item.act in ("request", "refuse", "commit", "threaten"):
        yield "request"
    if item.act == "accuse":
        yield "accusation"
    if item.distance not in (None, "neutral"):
        yield "not neutral"


def _source_kind(gold: Gold, item: GoldAttribution) -> str:
    if item.source is None:
        return "elided"
    words = _LETTERS.findall(gold.text[slice(*item.source)])
    points_back = len(words) <= 2 and words and fold(words[0]) in _BACK_REFERENCES
    return "back reference" if points_back else "named"


def _negated(gold: Gold, item: GoldAttribution) -> bool:
    inside = _LETTERS.findall(gold.text[slice(*item.cue)])
    before = _LETTERS.findall(gold.text[max(0, item.cue[0] - 12) : item.cue[0]])
    return any(fold(word) in _NEGATIONS for word in (*inside[:1], *before[-1:]))


def _in_headline(gold: Gold, at: int) -> bool:
    """Whether an offset lies in the first line, with more text behind it."""
    line, _newline, rest = gold.text.partition("\n")
    return at < len(line) and bool(rest.strip())


def of_claim(gold: Gold, item: GoldClaim) -> Iterator[str]:
    """The phenomena of a claim: keys of `CLAIM`."""
    if item.anchor is not None and _in_headline(gold, item.anchor[0]):
        yield "headline"
    yield "own" if item.within == OUTLET else "attributed" if len(item.chain) <= 2 else "relayed"
    if item.factuality != "CT+":
        yield "uncertain"
    if item.type in _SPEECH_ACTS:
        yield "speech act"
    if item.type in _VIOLENCE:
        yield "violence"
    if item.type in _STATES:
        yield "state"
    if item.at:
        yield "placed"
    if item.within != OUTLET and (item.voice in ("reporter", "unclear") or OUTLET in item.holder):
        yield "gloss"


def of_quantity(item: GoldQuantity) -> str:
    """The phenomenon of a count: a key of `QUANTITY`."""
    return "exact" if item.low is not None and item.low == item.high else "open"


def of_time(item: GoldTime) -> str:
    """The phenomenon of a time: a key of `TIME`."""
    if item.value.startswith("P") and not item.value.endswith("_REF"):
        return "duration"
    return "vague" if item.value.endswith("_REF") else "dated"

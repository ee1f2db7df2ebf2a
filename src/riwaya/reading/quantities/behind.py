"""What stands behind a count and tells what became of those counted: verbs, adjectives, asides."""

from __future__ import annotations

from riwaya.lexicon.inflect import NOT
from riwaya.model import Measure
from riwaya.reading.quantities.counted import CountedSentence, governor_at, noun_at, second_noun

#: How far behind a count the words may stand that it is not divided (… من مقاتليه سقطوا بين قتيل وجريح).
_UNDIVIDED = 4
#: How far behind the noun a verb may stand that tells what became of the people counted.
_PASSIVE_AFTER = 8
#: How far behind people an adjective that says what befell them may stand.
_ADJECTIVE = 4
#: How near behind a count an aside begins, or before it the word of what people were exposed to.
_CLOSE = 3
#: How many words an aside may have that says who is among those counted.
_ASIDE = 14
#: Where a clause ends.
ENDS_CLAUSE = frozenset("؛;.!؟")


def killed_and_wounded(view: CountedSentence, i: int) -> list[Measure]:
    """Both measures of a count that is not divided: سقوط 30 شخصا بين قتيل وجريح."""
    near = range(i, min(view.limit, i + _UNDIVIDED))
    at = next((k for k in near if view.tokens[k].kind != "word" or view.folded(k) == "بين"), i)
    if view.folded(at) != "بين":
        return []
    first, end = noun_at(view, at + 1)
    second = second_noun(view, first, end)[0] if first is not None else None
    return [first.measure, second] if first is not None and first.measure and second else []


def told_both(view: CountedSentence, i: int) -> list[Measure]:
    """The measures of two verbs behind a count (عشرات المدنيين قتلوا وجرحوا)."""
    one, other = view.folded(i), view.folded(i + 1)
    if not (one.endswith("وا") and other.startswith("و") and other.endswith("وا")):
        return []
    both = [view.lexicon.governors.get(one), view.lexicon.governors.get(other[1:])]
    return [m for m in both if m is not None] if None not in both and "destroyed" not in both else []


def described(view: CountedSentence, end: int) -> list[Measure]:
    """The measure that an adjective behind a noun of people tells (عائلة نازحة، نقل 18 شخصا مصابين).

    With the article it tells it of all of whom these are some (17 شخصا من بين الضحايا), or agrees with
    the noun (عشرات الأسر النازحة).
    """
    for i in range(end, min(view.limit, end + _ADJECTIVE)):
        if view.tokens[i].kind != "word" or view.folded(i).startswith("و"):
            return []
        entry, _ = noun_at(view, i)
        if entry is None or entry.kind != "casualty" or entry.measure is None:
            continue
        some = view.folded(i - 1) in ("بين", "ضمن") and view.folded(i).startswith("ال")
        some = some or (i == end and view.folded(i)[:2] == view.folded(i - 1)[:2] == "ال")
        families = i == end + 1 and view.folded(i).endswith("ه")  # "a hundred Syriac families held there"
        plural = i == end or families or entry.plural or view.folded(i).endswith(("ين", "ون", "ي"))
        return [entry.measure] if some or (plural and not view.folded(i).startswith("ال")) else []
    return []


def suffered(view: CountedSentence, first: int, end: int) -> list[Measure]:
    """The measure of what people were exposed to (تعرض اثنين من رجال الأمن للإصابة)."""
    exposed = tuple(view.lexicon.words["exposure"])
    if not any(view.folded(i).startswith(exposed) for i in range(first - _CLOSE, first)):
        return []
    for i in range(end, min(view.limit, end + _PASSIVE_AFTER)):
        if view.tokens[i].kind == "word" and view.folded(i).startswith("ل"):
            told = governor_at(view, i)
            if told is not None and told != "destroyed":
                return [told]
    return []


def said_behind(view: CountedSentence, end: int) -> list[Measure]:
    """What words behind people say of them: that they joined a fight, are in need, or were aboard."""
    for i in range(end, min(view.limit, end + _PASSIVE_AFTER)):
        if view.tokens[i].kind == "number" or view.folded(i) in ENDS_CLAUSE:
            return []
        cue = view.cues.get(i)
        if cue == "enlist":
            return ["fighters"]
        if cue == "affected" or (cue == "aboard" and i < end + 2):
            return ["other"]
    return []


def told_behind(view: CountedSentence, end: int, *, two: bool = False) -> Measure | None:
    """The measure of a verb right behind a count (وإن ستة آخرين أصيبوا؛ و32 جرحوا؛ اثنان قتلا)."""
    word = view.folded(end)
    if word in view.lexicon.words["with-wounds"]:
        return "wounded"
    among = view.lexicon.words["numbered-among"]
    if not among.isdisjoint((view.folded(end + 1), view.folded(end + 2))):
        # "220 others are among the missing"
        entry, _ = noun_at(view, end + 2 + (view.folded(end + 2) in among))
        return entry.measure if entry is not None and entry.kind == "casualty" else None
    told = word.endswith("وا") or (two and word.endswith("ا"))
    measure = view.lexicon.governors.get(word) if told else None
    return measure if measure not in ("destroyed", "fighters") and _befell(view, end) else None


def _befell(view: CountedSentence, i: int) -> bool:
    """Whether the verb at token `i` says what befell those before it: not denied, nor done by them."""
    counts = i + 1 < view.limit and i + 1 not in view.taken
    number = counts and (view.tokens[i + 1].kind == "number" or view.folded(i + 1) in view.numbers.words)
    return not number and view.folded(i - 1) not in NOT


def governed_after(view: CountedSentence, end: int) -> list[Measure]:
    """The measure of a verb close behind, or behind an aside (ثلاثة جنود، بينهم ضابط، قتلوا)."""
    aside = _behind_aside(view, end)
    return _verb_behind(view, end) or (_verb_behind(view, aside) if aside is not None else [])


def _behind_aside(view: CountedSentence, end: int) -> int | None:
    """The token behind an aside that says who is among those counted."""
    near = range(end, min(view.limit, end + _CLOSE))
    first = next((i for i in near if view.folded(i) == "،" and view.cues.get(i + 1) == "among"), None)
    if first is None:
        return None
    far = range(first + 1, min(view.limit, first + _ASIDE))
    return next((i + 1 for i in far if view.folded(i) == "،"), None)


def _verb_behind(view: CountedSentence, end: int) -> list[Measure]:
    """The measure of a verb from token `end` on (ثلاثة جنود قتلوا؛ 5 أشخاص لقوا مصرعهم)."""
    for i in range(end, min(view.limit, end + _PASSIVE_AFTER)):
        word = view.folded(i)
        among = view.cues.get(i - 1) == "among"  # "297 people, 37 of them foreigners, were taken"
        if view.tokens[i].kind == "number" and view.folded(i - 1) == "و":
            return _verb_behind(view, i + 1)  # "28 soldiers and 18 fighters were killed"
        if (view.tokens[i].kind == "number" and not among) or word in ENDS_CLAUSE:
            return []
        measure = view.lexicon.governors.get(word) or view.lexicon.governors.get(word.removesuffix("هم"))
        forced = measure in ("displaced", "detained") and word.startswith("ال")
        led = {"علي", "الي"} | view.lexicon.words["detention"]
        forced = forced and view.folded(i - 1) in led  # "were moved to detention"
        if not forced and not word.endswith(("وا", "ا", "هم", "هما")):
            continue
        if measure not in (None, "destroyed", "fighters"):
            return [measure] if _befell(view, i) else []
    return []

"""What a word before a count says became of those whom it governs: مقتل 20 شخصا، خطف 170 مدنيا."""

from __future__ import annotations

from riwaya.lexicon.inflect import without_pronoun
from riwaya.model import Measure
from riwaya.reading.draft import QuantityMention
from riwaya.reading.quantities.behind import ENDS_CLAUSE
from riwaya.reading.quantities.counted import CountedSentence, governor_at, noun_at
from riwaya.reading.quantities.told import told_by_phrase

#: How many words before a number its governing word is looked for; measured on annotated reports.
REACH = 14
#: The same for a number whose noun is not said; where it is said but not known, only the word before counts.
ELIDED = 6
#: How far a word that says what people are taken for (حكم، تجنيد) governs them.
NEAR = 3
#: What is counted as goods are, whether it was destroyed or seized.
GOODS = frozenset(("weapons", "destroyed", "other"))
QUOTES = frozenset('"«“')
#: How a verb ends that leaves nothing to what "and" joins to it: they were killed.
_DONE_WITH = ("و", "وا", "ا", "هم", "هما")
#: How far a notion governs: a life full of killing says nothing of those who live it.
_BESIDE = 2
#: How far before the words for what it is made of a group may be named.
_GROUP = 6
#: How far before an execution the court that orders it is named.
_SENTENCE = 6
#: Measures that nouns of the held, missing and displaced tell: they may have been killed or freed since.
CUSTODY = frozenset(("abducted", "detained", "displaced", "missing", "other"))


def governing(
    view: CountedSentence, first: int, reach: int, before: list[QuantityMention], *, things: bool
) -> list[Measure]:
    """The measures of the nearest governing word before token `first`, and of one joined to it by و.

    Words that can only be said of things are passed over where people are counted, and the reverse.
    """
    for i in range(first - 1, max(view.begin, first - reach) - 1, -1):
        cue = view.cues.get(i)
        if cue == "barrier" or view.folded(i) in ENDS_CLAUSE:
            return []
        if cue == "made-of":
            return [] if things else _of_a_group(view, i)
        named = cue == "namely" and (i == first - 1 or (i == first - 2 and view.folded(i + 1) in QUOTES))
        if cue == "among" or named:
            told = governor_at(view, i - 1)  # "of whom 471 died"
            among = told or (before[-1].measure if before else casualties(view, i))
            fits = among in GOODS if things else among not in ("destroyed", "weapons")
            return [among] if among is not None and fits else []
        if cue == "aboard" and things:
            return []  # "they came on four trucks"
        if cue in ("aboard", "affected") and not things:
            return ["other"]
        measure = told_by_phrase(view, i, first)
        if measure is None and _is_out_of_reach(view, i, first):
            continue
        measure = measure or governor_at(view, i) or _killing(view, i, first)
        if measure == "killed" and (_sentenced(view, i) or _attempted(view, i)):
            return ["other"]
        if measure is not None and (measure == "destroyed") == things:
            # "killed and wounded …", but not "they were killed, and … was wounded"
            done = (*_DONE_WITH, *view.lexicon.words["his-death"])
            shared = view.folded(i).startswith("و") and not view.folded(i - 1).endswith(done)
            joined = governor_at(view, i - 1) if shared else None
            return [joined, measure] if joined not in (None, measure, "destroyed") else [measure]
    return []


def _is_out_of_reach(view: CountedSentence, i: int, first: int) -> bool:
    """Whether the word at token `i`, which may be another word or a notion (القتل), is too far to govern."""
    bare = view.folded(i).lstrip("وفب")
    if bare in view.lexicon.words["notion"]:
        return i < first - _BESIDE
    return (i < first - NEAR and bare in view.lexicon.words["judged"]) or (
        i != first - 1 and bare in view.lexicon.words["adjacent"]
    )


def _of_a_group(view: CountedSentence, i: int) -> list[Measure]:
    """What became of a gang or cell made of those counted behind token `i` (ضبط عصابة مؤلفة من ثلاثة)."""
    near = range(max(view.begin, i - _GROUP), i)
    named = (*view.lexicon.words["group"], *view.lexicon.words["family"])
    group = next((k for k in near if any(s.rest.startswith(named) for s in view.tokens[k].splits)), None)
    if group is None:
        return []
    family = any(s.rest.startswith(tuple(view.lexicon.words["family"])) for s in view.tokens[group].splits)
    for k in range(group - 1, group - (NEAR if family else REACH), -1):
        told = governor_at(view, k) if view.folded(k) not in ENDS_CLAUSE else None
        if told is not None or view.cues.get(k) == "barrier":
            taken = told in CUSTODY or (family and told in ("killed", "wounded"))
            return [told] if told is not None and taken else []
    return []


def _killing(view: CountedSentence, i: int, first: int) -> Measure | None:
    """What a noun with its doer's pronoun does to those counted behind ل (تدميرهم لثلاث مدارس; راح ضحية)."""
    word, fell = view.folded(i), tuple(view.lexicon.words["fell"])
    if word in view.lexicon.words["victim"] and view.folded(i - 1).lstrip("وي").startswith(fell):
        return "killed"
    if word in view.lexicon.words["crossing"] and any(
        stem in view.folded(k) for stem in view.lexicon.words["foiled"] for k in (i - 1, i - 2)
    ):
        return "detained"  # who is kept from crossing a border
    apart = view.folded(first - 1) == "ل"
    if i != first - 1 - apart or not (apart or view.folded(first).startswith("ل")):
        return None
    for split in view.tokens[i].splits:
        for bare, _ in without_pronoun(split.rest):
            if bare in view.lexicon.governors and not bare.endswith(("وا", "ت")):
                return view.lexicon.governors[bare]
    return None


def governs_near(view: CountedSentence, first: int, measure: Measure) -> bool:
    """Whether a word of `measure` stands right before token `first`."""
    near = range(first - NEAR, first)
    return any(governor_at(view, i) == measure or view.cues.get(i) == "aboard" for i in near)


def casualties(view: CountedSentence, i: int) -> Measure | None:
    """What the uncounted dead or wounded before token `i` are ("among the dead are eight children")."""
    for k in range(i - 1, max(view.begin, i - REACH) - 1, -1):
        entry, _ = noun_at(view, k)
        if entry is not None and entry.kind == "casualty" and view.folded(k).startswith("ال"):
            return entry.measure
    return None


def _attempted(view: CountedSentence, i: int) -> bool:
    """Whether the killing at token `i` was only tried (الشروع في قتل تسعة)."""
    return "attempt" in (view.cues.get(i - 1), view.cues.get(i - 2))


def _sentenced(view: CountedSentence, i: int) -> bool:
    """Whether the killing at token `i` is a court's sentence, not yet a death (الحكم بإعدام عشرة)."""
    near = range(max(view.begin, i - _SENTENCE), i)
    words = view.lexicon.words
    carried_out = any(done in view.folded(k) for k in near for done in words["carried-out"])
    court = any(view.cues.get(k) == "court" for k in near)
    execution = any(stem in view.folded(i) for stem in words["execution"])
    return execution and court and not carried_out

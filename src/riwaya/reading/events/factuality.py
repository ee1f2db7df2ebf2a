"""How sure a claim's own source is: negation, hedges, conditions, and what the attributing act implies.

Values are FactBank's: CT certain, PR probable, PS possible, each + or -, and Uu where no stand is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import Before, Hedge, HedgeLexicon, Scope
from riwaya.lexicon.inflect import NOT, OBJECTS
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.model import Act, Factuality, Span
from riwaya.reading.draft import STRIKING, AttributionDraft
from riwaya.reading.events.anchors import NOT_DONE, Anchor
from riwaya.reading.events.naming import SEVERAL
from riwaya.reading.events.senses import CLAUSE_ENDS
from riwaya.reading.events.spoken import SINCE
from riwaya.text import Document, Token
from riwaya.text.sentences import Sentence

#: Scopes of hedges that stand right before what they weaken, or before its subject.
_BEFORE: tuple[Scope, ...] = ("next", "governed", "direct", "goal", "plan", "aim")
#: Hedges that do not count behind one that leaves all open, by its scope (هل تستطيع تركيا مهاجمة البلدة؟).
_ASKED: dict[Scope, tuple[Scope, ...]] = {
    "clause": _BEFORE,
    "condition": _BEFORE[1:],  # "إذا حاولت تركيا الهجوم": what one tries there is a condition
}
#: How many tokens may stand between a hedge and the head of the clause that it weakens.
_REACH = {
    "present": 2,
    "next": 3,
    "governed": 0,
    "direct": 0,
    "goal": 6,
    "plan": 4,
    "aim": 6,
    "clause": 9,
    "condition": 9,
}
#: How far ليس and لم يكن reach to a noun, and دون to a masdar.
_NOMINAL_REACH = 2
#: How far they reach to what something is not meant for, behind ل.
_MEANT_REACH = 4
_MASDAR_REACH = 3
#: How far each kind of negation reaches to a noun; those that are not here reach to none.
_DENIED_REACH: dict[Before, int] = {
    "both": _NOMINAL_REACH,
    "noun": _MASDAR_REACH,
    "failure": _MASDAR_REACH,
    "denial": _MASDAR_REACH,
    "bare": 0,
}
#: How far behind a denied light verb a definite noun may stand that is its own: لم تتمكن من السيطرة.
_DEFINITE_REACH = 4
#: How far "there is no" reaches: "لا توجد أي مؤشرات على تعرض المدينة إلى قصف".
_EXISTENCE_REACH = 10
#: How far behind قد the noun may stand that is its verb's subject or object: "قد يصدر عليه حكم".
_MAY_REACH = 4
#: No hedge or negation reaches further than this many tokens, its own words included.
_WINDOW = 16
#: Words, folded, behind which a clause tells of something else than what is said not to be there.
_ELSEWHERE = event_words("details") | {
    "التي", "الذي", "الذين", "بعد", "منذ", "خلال", "اثناء", "رغم", "بسبب", "جراء", "اثر", "حيث", "لكن",
    "ولكن", "سوي", "ان", "كما", "فيما", "بينما", "مثل", "فقط",
}  # fmt: skip
#: Prepositions, folded, behind which what is said not to be done has something else for its object.
_UPON = frozenset(("علي", "من", "مع", "وراء", "خلف", "عن"))
#: For him and for them, folded.
_FOR_HIM = frozenset("ل" + pronoun for pronoun in OBJECTS)
#: Nouns of being able and of doing, folded, behind which the deed itself stands: عدم القدرة على ضبط الحدود.
_DOING = event_words("doing")
#: Words, folded, that tell of news: دون معلومات عن خسائر.
_NEWS = event_words("news")
#: What light verbs mean that say only who tells of the event.
_TELLING = frozenset(("announce", "confess to", "claim as one's own"))
#: After, and yet where it stands right behind a verb that is denied, folded.
_AFTER = "بعد"
#: How many words the subject between "no longer" and its verb may have.
_SUBJECT = 4
#: How many words the subject between "failed" and the preposition before what was not done may have.
_FAILING = 6
#: How the nominative of many ends.
_NOMINATIVE = "ون"
#: Prepositions, folded, before what somebody fails to do or is unable to do.
_FAILED_IN = frozenset(("في", "عن"))
#: That, folded, before what may be.
_THAT = "ان"
#: Before what somebody aims at, folded.
_TOWARDS = "الي"
#: Before a past, folded, it tells of what was done before.
_HAD = "قد"
#: Nobody, behind a negation, folded (لم تعلن أي جهة, لم يعلن أحد).
_ANYBODY = frozenset(("اي", "ايه", "احد"))
#: Any, whichever it may be, folded.
_WHICHEVER = _ANYBODY - {"احد"}
#: Beginnings of words, folded, for who or what stands beside a deed that was done, and of verbs that tell so.
_OF_DONE = word_beginnings("beside a deed done")
_TELLS_DONE = word_beginnings("telling as done")
#: How many adjectives stand before the clause that tells more of it.
_DESCRIBED = 4
#: Types of deeds of which something comes.
_KNOWN = frozenset(("ASSAULT", "HARM", "AGREE", "COERCE", "SANCTION"))
#: How far behind a word of what happened before (بعد, بسبب) that may be named.
_CAUSED = 3
#: Forms, folded, of "was" before which قد is no "may": كانت الحكومة قد تعهدت.
_WAS = frozenset(("كان", "كانت", "كانوا", "كنا"))
_PAST_ENDINGS = ("ت", "نا", "وا")
#: Forms, folded, of the verb of courts: what they rule is done by that.
_RULINGS = event_words("court rules")
#: Words, folded, behind which a clause has a verb of its own.
RELATIVES = frozenset(("التي", "الذي", "الذين", "والتي", "والذي", "والذين"))
_T = TypeVar("_T")
_NEGATED: dict[Factuality, Factuality] = {"CT+": "CT-", "PR+": "PR-", "PS+": "PS-"}
_ACTS: dict[Act, Factuality] = {
    "hypothesise": "PR+",
    "expect": "PS+",
    "request": "Uu",
    "warn": "PS+",
    "refuse": "CT-",
    "threaten": "PS+",
}
#: What joins a phrase to what stands before it, and the prepositions besides.
_JOINED = ("", "و", "ف")
_SHED = tuple(joined + preposition for joined in _JOINED for preposition in ("", "ل", "ب"))
#: Words, folded, that say that what is warned of is there already: "حذر من تكرار الهجمات".
_THERE_ALREADY = event_words("there already")


@dataclass(frozen=True, slots=True)
class Modality:
    """The negations and hedges of one sentence, in order."""

    document: Document
    sentence: Sentence
    negations: tuple[PhraseMatch[Before], ...]
    hedges: tuple[PhraseMatch[Hedge], ...]


def find_modality(document: Document, sentence: Sentence, lexicon: HedgeLexicon) -> Modality:
    """Match the lists of negations and hedges once a sentence."""
    negations: list[PhraseMatch[Before]] = []
    hedges: list[PhraseMatch[Hedge]] = []
    passed = passed_hedge = sentence.start
    for i in range(sentence.start, sentence.end):
        if document.tokens[i].folded not in lexicon.openers:
            continue
        if i >= passed:
            for negation in lexicon.negations.match(document.tokens, i)[:1]:
                if _may_begin(negation) and negation.end <= sentence.end:
                    negations.append(negation)
                    passed = negation.end
        if i >= passed_hedge:
            for hedge in lexicon.hedges.match(document.tokens, i)[:1]:
                if hedge.split.prefix in _SHED and hedge.end <= sentence.end:
                    hedges.append(hedge)
                    passed_hedge = hedge.end
    return Modality(document, sentence, tuple(negations), tuple(hedges))


def _may_begin(negation: PhraseMatch[Before]) -> bool:
    """Whether what a negation begins with says nothing of its own: before a noun also ل and ب (لفشله في)."""
    return negation.split.prefix in (_SHED if negation.values[0] in ("noun", "failure") else _JOINED)


def factuality_of(
    anchor: Anchor, modality: Modality, attribution: AttributionDraft | None
) -> tuple[Factuality, Span | None]:
    """The claim's value and the words that show it; None for a plain assertion."""
    value, cue = _shown(anchor, modality, attribution)
    which = modality.document.tokens[anchor.head - 1] if anchor.head else None
    if value == "CT+" and which is not None and _is_whichever(anchor, which):
        return "Uu", modality.document.span(which.index, which.index)
    return value, cue


def _is_whichever(anchor: Anchor, before: Token) -> bool:
    """Whether "any" right before an event without article leaves open that there is one: الرد على أي هجوم."""
    open_ = not (anchor.verbal or _is_definite(anchor))
    return open_ and before.kind == "word" and any(s.rest in _WHICHEVER for s in before.splits)


def _shown(
    anchor: Anchor, modality: Modality, attribution: AttributionDraft | None
) -> tuple[Factuality, Span | None]:
    """What hedges, conditions, negations and the act of telling make of an event, and the words for it."""
    given = _took_place(anchor, modality.document.tokens)
    hedge = None if given else _hedge(anchor, modality)
    value: Factuality = "CT+" if hedge is None else hedge.values[0].factuality
    cue = None if hedge is None else _span(hedge)
    condition = _condition(anchor, modality) if hedge is None else None
    if condition is not None:
        value, cue = "PS+", _span(condition)
    negation = _negation(anchor, modality)
    # A denial that is an attribution as well negates once, as what its holder does.
    if negation is not None and (attribution is None or negation.first != attribution.cue_token):
        impossible = hedge is not None and value == "PS+" and negation.first < hedge.first
        # "لا يستطيع قصف المدينة": what is not possible is not done
        value, cue = "CT-" if impossible else _NEGATED.get(value, value), cue or _span(negation)
    if attribution is None or attribution.cue_token == anchor.token:
        return value, cue
    if attribution.act == "deny":  # "نفت أي محاولة للهجوم": what was not tried either is not done
        return ("CT+" if value == "CT-" else "CT-" if value == "PS+" else _NEGATED.get(value, value)), (
            attribution.cue
        )
    implied = _implied(anchor, attribution, modality.document.tokens)
    if implied is not None and value == "CT+" and not given:
        return implied, attribution.cue
    return value, cue


def _took_place(anchor: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether words beside a definite attack or death take it as done: ضحايا القصف, الهجوم الذي وقع."""
    if anchor.verbal or anchor.predicate.type not in STRIKING or not _is_definite(anchor):
        return False
    before = tokens[max(0, anchor.token - 2) : anchor.token]
    near = before[:1] if before and before[-1].folded in ("في", "عن") else before[-1:]
    if any(split.rest.startswith(_OF_DONE) for t in near for split in t.splits):
        return True
    end = anchor.token + 1
    while end < min(len(tokens), anchor.token + _DESCRIBED) and _is_adjective(tokens[end]):
        end += 1
    told = [t.folded for t in tokens[end : end + 2]]
    return len(told) > 1 and told[0] in RELATIVES and _tells_as_done(told[1])


def _is_adjective(token: Token) -> bool:
    return token.folded.startswith("ال") and token.folded not in RELATIVES


def _tells_as_done(verb: str) -> bool:
    """Whether the verb of a relative clause tells what was done, or goes on: استهدف, تشنها; not أحبطته."""
    goes_on = verb[:1] in ("ي", "ت") and verb.endswith(("ها", "ه"))
    return goes_on or verb.startswith(_TELLS_DONE)


def _implied(anchor: Anchor, attribution: AttributionDraft, tokens: Sequence[Token]) -> Factuality | None:
    """What the act makes of the event that it is about: a request for P does not say that P is so."""
    value = _ACTS.get(attribution.act)
    if value is None:
        return None
    if attribution.act in ("hypothesise", "expect"):
        return None if tokens[anchor.head - 1].folded in RELATIVES else value
    if attribution.act == "refuse" and anchor.predicate.type == "REQUEST":
        return None  # "رفضت طلب موسكو": what is refused was asked for
    ruled = tokens[attribution.cue_token].folded.lstrip("وف") in _RULINGS
    past = ruled or (anchor.verbal and anchor.reading.tense == "past")
    if anchor.predicate.type in STRIKING and _is_cause(anchor, attribution.content_first, tokens):
        return None  # "طالب بمحاسبة الجناة بعد مقتل أربعة جنود"
    first = anchor.head - attribution.content_first <= 4
    if attribution.act in ("warn", "threaten"):
        there = any(tokens[i].folded in _THERE_ALREADY for i in range(anchor.token - 1, anchor.token + 1))
        return value if not anchor.verbal and first and not there else None
    return value if first and not past else None


def _span(match: PhraseMatch[Hedge] | PhraseMatch[Before]) -> Span:
    return Span(match.start, match.stop)


def _open(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing between the tokens ends a clause."""
    return not any(tokens[i].text in CLAUSE_ENDS or tokens[i].folded == "الا" for i in range(start, end))


def _hedge(anchor: Anchor, modality: Modality) -> PhraseMatch[Hedge] | None:
    """The hedge nearest to the anchor whose scope holds it."""
    tokens = modality.document.tokens
    best: PhraseMatch[Hedge] | None = None
    for match in _near(modality.hedges, anchor):
        hedge = match.values[0]
        if hedge.scope == "after":
            if 0 < match.first - anchor.token <= 2 and _open(tokens, anchor.token, match.first):
                return match
            continue
        if _weakens(match, anchor, modality, best):
            best = match
    return best


def _weakens(
    match: PhraseMatch[Hedge], anchor: Anchor, modality: Modality, best: PhraseMatch[Hedge] | None
) -> bool:
    """Whether the anchor stands in the scope of a hedge before it; `best` is the one found before."""
    tokens, hedge = modality.document.tokens, match.values[0]
    before = hedge.scope in _BEFORE
    if match.first > (anchor.token if before else anchor.head):
        return False
    # "حاولت الشرطة منع": the verb that lends its subject to the noun is the hedge itself.
    head = anchor.token if before and anchor.head < match.end else anchor.head
    distance = head - match.end
    if distance < 0 or distance > _reach(hedge, anchor) or not _open(tokens, match.end, head):
        return False
    if before or hedge.scope == "present":
        return _weakens_near(hedge, anchor, tokens, match.end, best)
    if _is_in_relative(anchor, match.end, tokens):
        return False
    if hedge.factuality != "Uu" and _is_cause(anchor, match.end, tokens):
        return False
    return hedge.scope != "condition" or not _has_verb_between(match.end, anchor.head, tokens)


def _weakens_near(
    hedge: Hedge, anchor: Anchor, tokens: Sequence[Token], start: int, best: PhraseMatch[Hedge] | None
) -> bool:
    """Whether a hedge that ends before token `start` holds for the anchor, which is in its reach."""
    earlier = None if best is None else best.values[0]
    open_ = (
        earlier is not None and earlier.factuality == "Uu" and hedge.scope in _ASKED.get(earlier.scope, ())
    )
    if open_:
        return False  # "إذا كانت هناك خطة لتحرير المدينة": whether there is one is asked
    if hedge.scope == "present" and not _present(anchor, tokens, start):
        return False
    if anchor.predicate.type == "PROTEST" and tokens[anchor.token].folded.endswith(_NOMINATIVE):
        return False  # "كاد محتجون أن يقتحموا": who almost did it, and not what
    if hedge.scope == "governed" and (anchor.verbal or _is_definite(anchor)):
        return False
    head = anchor.head if anchor.head >= start else anchor.token
    if hedge.scope in ("goal", "plan", "aim") and not _is_aim(hedge, anchor, tokens, range(start, head)):
        return False
    between = {t.folded for t in tokens[start:head]}
    if hedge.scope == "next" and not between.isdisjoint(_ELSEWHERE - {_THAT}):
        return False
    # "يعتزم الرد على الهجوم": what a preposition adds is there; but "يتطلب مزيدا من التعاون"
    upon = start < anchor.head and tokens[anchor.head - 1].folded in _UPON
    upon = upon and tokens[anchor.head - 2].folded not in SEVERAL
    if hedge.scope == "next" and upon and not anchor.verbal and _is_definite(anchor):
        return False
    return hedge.factuality == "Uu" or not _is_cause(anchor, start, tokens)


def _is_aim(hedge: Hedge, anchor: Anchor, tokens: Sequence[Token], between: range) -> bool:
    """Whether a noun is what somebody aims at, by a word `between` whose end and the noun these tokens stand.

    A goal stands right behind (بهدف قتل الجنود); behind a verb it has إلى or ل, and the subject goes on (تهدف
    العملية إلى تحرير البلدة). What is planned stands right behind without article, or has ل (خطة تركية
    لمهاجمة البلدة). "And" joins another to it (بهدف قتل الجنود وتدمير المقر).
    """
    if anchor.verbal or not _ELSEWHERE.isdisjoint(tokens[i].folded for i in between):
        return False
    reading = anchor.light_reading or anchor.reading
    if reading.prefix.startswith("و") and not _is_definite(anchor):
        # "خطط له وتستر عليه": what is planned is not told, so that nothing is joined to it
        return tokens[between.start].folded not in _FOR_HIM
    if hedge.scope == "goal":
        return not between
    if hedge.scope == "plan" and not between and not _is_definite(anchor):
        return True
    return tokens[between.stop - 1].folded == _TOWARDS or reading.prefix.endswith("ل")


def _is_in_relative(anchor: Anchor, start: int, tokens: Sequence[Token]) -> bool:
    """Whether a relative clause begins between token `start` and the anchor."""
    return any(t.folded in RELATIVES for t in tokens[start : anchor.head])


def _is_cause(anchor: Anchor, start: int, tokens: Sequence[Token]) -> bool:
    """Whether what somebody is unsure of, behind token `start`, comes of a deed: السفن العالقة بسبب حصار."""
    caused = range(max(start, anchor.token - _CAUSED), anchor.token)
    deed = not anchor.verbal and anchor.predicate.type in _KNOWN
    return deed and any(tokens[i].folded in SINCE for i in caused)


def _condition(anchor: Anchor, modality: Modality) -> PhraseMatch[Hedge] | None:
    """The condition of what will be done only then: "إذا تدخلوا سنهاجم", "سننسحب في حال انسحبوا"."""
    reading = anchor.light_reading or anchor.reading
    if reading.tense != "present" or not reading.prefix.endswith("س"):
        return None
    return next((m for m in _near(modality.hedges, anchor) if m.values[0].scope == "condition"), None)


def _near(matches: Sequence[PhraseMatch[_T]], anchor: Anchor) -> Sequence[PhraseMatch[_T]]:
    """The matches that can reach the anchor's clause."""
    low = bisect_left(matches, anchor.head - _WINDOW, key=lambda m: m.first)
    return matches[low : bisect_left(matches, anchor.token + _WINDOW, key=lambda m: m.first)]


def _has_verb_between(start: int, end: int, tokens: Sequence[Token]) -> bool:
    """A second conditional particle's answer (فإن, فسوف) lies outside the condition."""
    return any(tokens[i].folded.startswith(("فس", "فان", "فقد")) for i in range(start, end + 1))


def _reach(hedge: Hedge, anchor: Anchor) -> int:
    nominal = hedge.scope == "present" and anchor.head == anchor.token and not anchor.verbal
    return _MAY_REACH if nominal else _REACH[hedge.scope]


def _present(anchor: Anchor, tokens: Sequence[Token], start: int) -> bool:
    """Whether قد means "may": before a present, also that of a plain verb whose noun is the anchor."""
    if any(t.folded.removeprefix("و") in _WAS for t in tokens[max(0, start - _CAUSED - 1) : start - 1]):
        return False
    reading = anchor.light_reading or anchor.reading
    if reading.tense in ("present", "jussive"):
        return True
    told = (
        anchor.head == anchor.token and not anchor.verbal and not tokens[anchor.token].folded.startswith("ال")
    )
    verb = tokens[start].folded
    return told and verb[:1] in ("ي", "ت") and not verb.endswith(_PAST_ENDINGS) and start < anchor.token


def _negation(anchor: Anchor, modality: Modality) -> PhraseMatch[Before] | None:
    tokens = modality.document.tokens
    finite = anchor.verbal or (
        anchor.light_reading is not None and anchor.light_reading.word.category == "verb"
    )
    for match in _near(modality.negations, anchor):
        if match.first > anchor.token:
            break
        if match.split.rest in anchor.predicate.needs:
            continue  # "لن نسمح": the negation is what makes it a refusal
        kind = match.values[0]
        if kind in ("verb", "both", "bare") and finite and _denies_verb(anchor, match, tokens):
            return match
        if kind in ("existence", "outcome") and _is_absent(anchor, match, tokens):
            return match
        if kind in ("failing", "failure") and _fails(anchor, match, tokens):
            return match
        if not anchor.verbal and _denies_noun(anchor, match, tokens):
            return match
    return None


def _denies_verb(anchor: Anchor, match: PhraseMatch[Before], tokens: Sequence[Token]) -> bool:
    """Whether the negation stands before the clause's verb, and the verb's noun is what is not done."""
    between = tokens[match.end : anchor.head]
    goes_on = len(between) == 1 and between[0].folded.removeprefix("و") in NOT  # "لم ولن يتنازلوا"
    goes_on = goes_on or _stands_between(anchor, match, tokens)
    if anchor.verbal and match.first < anchor.token < match.end:
        return True  # "لم يعد إلى بلاده"
    if anchor.head < match.end or (between and not goes_on):
        return False
    return anchor.verbal or _is_lights_own(anchor, tokens)


def _fails(anchor: Anchor, match: PhraseMatch[Before], tokens: Sequence[Token]) -> bool:
    """Whether a noun is what the subject of a verb of failing did not do: فشلت القوات في اقتحام البلدة."""
    at = anchor.head - 1
    if anchor.verbal or not match.end <= at <= match.end + _FAILING or tokens[at].folded not in _FAILED_IN:
        return False
    subject = [t.folded for t in tokens[match.end : at]]
    return _open(tokens, match.end, at) and _ELSEWHERE.isdisjoint(subject) and _FAILED_IN.isdisjoint(subject)


def _stands_between(anchor: Anchor, match: PhraseMatch[Before], tokens: Sequence[Token]) -> bool:
    """Whether the subject alone parts the verb from "was not", "no longer": لم يعد الجيش يسيطر على الحي.

    A past has قد before it (لم يكن الجيش قد انسحب).
    """
    reading = anchor.light_reading or anchor.reading
    between = tokens[match.end : anchor.head]
    carried = match.values[0] == "both" and tokens[match.first].folded.removeprefix("و") == NOT_DONE
    had = reading.tense == "past" and bool(between) and between[-1].folded == _HAD
    between = between[:-1] if had else between
    if carried and had and not between:
        return True
    carried = carried and (had or reading.tense == "present") and not reading.prefix
    if not carried or len(between) > _SUBJECT or not _open(tokens, match.end, anchor.head):
        return False
    if any(t.folded in RELATIVES or t.folded in _ELSEWHERE for t in between):
        return False
    # "لم تعد الأنفاق مكانا يحمي أحدا": a clause describes what has no article
    return len(between) == 1 or all(t.folded.startswith("ال") for t in between[-1:])


def _is_lights_own(anchor: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether a noun is not done where its light verb is denied: لم تشن غارات.

    Where nobody tells of an attack it is not denied (لم تعلن أي جهة مسؤوليتها عن الهجوم), and what stands
    beside the verb's own noun goes on as it is (لم ينجح بسبب المعارك).
    """
    light = None if anchor.light_reading is None else anchor.light_reading.word.light
    between = [t.folded for t in tokens[anchor.head + 1 : anchor.token]]
    if light is None or (light.gloss in _TELLING and not _ANYBODY.isdisjoint(between)):
        return False
    yet = between[:1] == [_AFTER] and len(between) > 1  # "لم تقدم بعد أي طلب"
    if not _ELSEWHERE.isdisjoint(between[yet:]):
        return False
    pointed = between[-1:] != [] and between[-1].startswith("هذ")
    return not (_is_definite(anchor) and (pointed or len(between) > _DEFINITE_REACH))


def _is_definite(anchor: Anchor) -> bool:
    return anchor.reading.word.form.definite


def _denies_noun(anchor: Anchor, match: PhraseMatch[Before], tokens: Sequence[Token]) -> bool:
    """Whether a noun is what is not, or not done: ليس هجوما, دون وقوع إصابات, لا إصابات.

    What a preposition adds to the noun before is there: عدم الانجرار وراء الدعوات, ليسوا سعداء بالاتفاق.
    """
    kind, distance = match.values[0], anchor.token - match.end
    meant = kind == "both" and anchor.reading.prefix.endswith("ل")  # "لم تكن المدينة مكانا للهجمات"
    meant = meant and not any(t.folded.startswith("و") for t in tokens[match.end : anchor.token])
    reach = _DENIED_REACH.get(kind, -1)
    if kind == "verb" and tokens[match.end].folded in _NEWS:
        reach = _MASDAR_REACH  # "دون أن تشير إلى إصابات"
    if not 0 <= distance <= (_MEANT_REACH if meant else reach) or not _open(tokens, match.end, anchor.token):
        return False
    if kind == "denial" and anchor.predicate.type == "ACCUSE":
        return False  # "نفى اتهامات": he was accused
    definite = _is_definite(anchor)
    if distance == 0:
        return kind != "bare" or not definite
    between = [t.folded for t in tokens[match.end : anchor.token]]
    if not _ELSEWHERE.isdisjoint(between):
        return False
    if kind == "both":
        return meant or not definite
    if kind == "denial" or not _NEWS.isdisjoint(between):
        return not definite or distance == 1
    if not _DOING.isdisjoint(between):
        return True
    return _UPON.isdisjoint(between) and (not definite or distance == 1)


def _is_absent(anchor: Anchor, match: PhraseMatch[Before], tokens: Sequence[Token]) -> bool:
    """Whether "there is no" (`match`) holds for the anchor: its own word, or a noun of the same clause."""
    if match.first < anchor.token < match.end:
        return True
    if match.values[0] == "outcome" and anchor.predicate.type != "HARM":
        return False  # "لم يسفر القصف عن ضحايا": what had no victims took place
    if anchor.verbal or not 0 <= anchor.token - match.end <= _EXISTENCE_REACH:
        return False
    between = {t.folded for t in tokens[match.end : anchor.token]}
    goes_on = {"ان"} if not _NEWS.isdisjoint(between) else set()  # "لا يوجد دليل على أن …"
    return _open(tokens, match.end, anchor.token) and between.isdisjoint(_ELSEWHERE - goes_on)

"""Clauses that describe: whose doing something is (القرار الذي اتخذته إسرائيل), who does what they tell."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HUMAN, PERSONAL
from riwaya.lexicon.inflect import OBJECTS
from riwaya.reading.events.agreement import disagrees
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import (
    FORCES,
    Roles,
    Setting,
    head_word,
    is_accusative,
    is_event,
    owning_pronoun,
    participants,
    target_kind,
    unspanned,
)
from riwaya.text.tokens import DEFINITE

#: Beginnings of verbs for what one undergoes or judges (الهجمات التي شهدتها تركيا, الخطة التي رفضتها).
_OF_ANOTHERS = word_beginnings("another's doing")
#: Words for forces, folded, with one that is strength as well.
_FORCES = FORCES | event_words("strength")
#: The person and number of a verb before its subject.
_OF_ONE = (3, "singular")
#: Signs with which a clause ends, so that what follows opens another.
_ENDS = frozenset('.:;؛|«"“-–')


def doer_in_relative(setting: Setting, phrase: Phrase) -> Roles:
    """The subject of the clause whose verb takes up the phrase: الدور الذي تلعبه تركيا; or nobody."""
    index = setting.phrase_of[phrase.first]
    following = setting.phrases[index + 1 : index + 4]
    subject = subject_in_relative(setting, index + 2)
    if subject is None or following[0].mark != "relative":
        return ()
    # "الدور الذي تقوم به تركيا", but "الهجمات التي تعرضت لها تركيا"
    other = following[2].pronoun and following[2].preposition != "ب"
    judged = setting.document.tokens[following[1].first].folded.startswith(_OF_ANOTHERS)
    return () if other or judged else unspanned(participants(subject))


def subject_in_relative(setting: Setting, index: int) -> Phrase | None:
    """The subject of the verb at phrase `index` of a clause that takes up what it describes by a pronoun.

    الدور الذي اضطلع به الفقيد, الجهود التي بذلها الفريق.
    """
    around = setting.phrases[max(0, index - 1) : index + 3]
    if len(around) < 3 or around[0].mark != "relative" or around[1].kind != "verb":
        return None
    verb, following = around[1], around[2:]
    by_preposition = following[0].pronoun and not following[0].words
    resumed = by_preposition or setting.document.tokens[verb.first].folded.endswith(OBJECTS)
    subject = next(iter(following[by_preposition:]), None)
    return subject if resumed and subject is not None and subject.bare and subject.words else None


def topic_before(setting: Setting, index: int) -> Phrase | None:
    """With whom the clause begins that a relative one parts from its verb at phrase `index`; or nobody.

    "إن القوات التي يدعمها التحالف استعادت المدينة": it is not the coalition that took it.
    """
    phrases = setting.phrases
    verb = _before_nouns(phrases, index)
    if phrases[index].joined or verb < 1 or verb == index - 1 or phrases[verb].kind != "verb":
        return None
    mark = _before_nouns(phrases, verb)
    if mark == verb - 1 > 0 and phrases[mark].kind in ("auxiliary", "verb"):
        mark -= 1  # "التي بدأت تقصف"
    if mark < 1 or phrases[mark].mark != "relative":
        return None
    start = _before_nouns(phrases, mark)
    opens = start < 0 or phrases[start].mark == "complementiser" or phrases[start].mark in _ENDS
    topic = next((p for p in phrases[start + 1 : mark] if p.bare and p.words), None)
    if topic is None or not opens or _is_described(setting, phrases[index - 1]):
        return None
    head = head_word(setting, topic)
    event = is_event(setting.lexicons, head) and target_kind(setting.lexicons, head) is None
    return None if event else topic


def taken_up(setting: Setting, anchor: Anchor, subject: Phrase) -> Phrase | None:
    """The noun without article before a verb whose pronoun takes it up and whose subject stands behind.

    رهائن احتجزهم مسلحون, بصاروخ أطلقته قوة من الجيش; or nothing.
    """
    index, form = setting.phrase_of[anchor.token], anchor.reading.word.form
    before = setting.phrases[index - 1] if index else None
    plain = anchor.reading.pronoun and not anchor.reading.prefix and (form.person, form.number) == _OF_ONE
    if not plain or anchor.passive or before is None or before.end != anchor.token:
        return None
    people = all(m.kind == "population" for m in before.actors)
    if subject.first != anchor.token + 1 or not (people and _is_indefinite(setting, before)):
        return None
    head = head_word(setting, subject)
    kind = target_kind(setting.lexicons, head)
    known = kind in PERSONAL or head in _FORCES
    acts = bool(subject.actors) or known or (kind is None and head.startswith(DEFINITE))
    behind = acts and not is_accusative(setting, subject)
    return before if behind and not disagrees(setting.document, setting.lexicons, anchor, subject) else None


def described(setting: Setting, anchor: Anchor, bare: Sequence[Phrase]) -> Phrase | None:
    """The people without article that the verb right behind says more of: القبض على رجل قتل جاره."""
    index = setting.phrase_of[anchor.token]
    phrase = setting.phrases[index - 1] if index else None
    if phrase is None or not phrase.words or anchor.reading.prefix:
        return None
    many = anchor.reading.word.form.number == "plural" and bool(bare) and phrase.end == anchor.token
    object_ = many and _follows_verb(setting, index - 1)  # "قتل الجيش مسلحين استهدفوا القرية"
    if not (phrase.preposition or object_) and anchor.predicate.type != "THREATEN":
        return None
    phrase = _behind_deed(setting, phrase)
    head = head_word(setting, phrase)
    named = phrase.actors[0] if phrase.actors else None
    if phrase.joined or (named is not None and named.first == phrase.words[0] and named.kind != "population"):
        return None
    if head.startswith(DEFINITE) or owning_pronoun(setting, phrase):
        return None
    if anchor.predicate.type == "THREATEN" and phrase.end == anchor.token and not phrase.actors:
        return phrase  # "أنشطة تهدد الأمن"
    kind = target_kind(setting.lexicons, head)
    things = kind == "thing" and anchor.predicate.type == "ASSAULT" and anchor.reading.tense == "present"
    things = things and bool(bare)
    if (kind == "body" or things) and _bodies_do(setting, anchor, index):
        return phrase  # "خلايا تستهدف البلدين"
    people = target_kind(setting.lexicons, head) in HUMAN or (
        head.endswith("ين") and head in setting.adjectives
    )
    return phrase if people and _same_number(anchor, head) else None


def _behind_deed(setting: Setting, phrase: Phrase) -> Phrase:
    """The phrase without the masdar that it begins with: لطرد مسلحين تحصنوا فيه."""
    first = setting.document.tokens[phrase.words[0]]
    known = target_kind(setting.lexicons, first.folded) is not None or len(phrase.words) == 1
    if known or not any(is_event(setting.lexicons, split.rest) for split in first.splits):
        return phrase
    return msgspec.structs.replace(phrase, words=phrase.words[1:], anchors=[])


def _bodies_do(setting: Setting, anchor: Anchor, index: int) -> bool:
    """Whether bodies do what the feminine verb right behind them tells: عقوبات على شركات تدعم …."""
    resumed = anchor.reading.pronoun or any(p.pronoun for p in setting.phrases[index + 1 : index + 3])
    feminine = anchor.reading.word.form.gender == "feminine" and anchor.reading.word.form.number == "singular"
    return feminine and not resumed and setting.phrases[index - 1].end == anchor.token


def _same_number(anchor: Anchor, head: str) -> bool:
    """Whether a verb behind people agrees with them in number and gender as far as their ending shows."""
    form = anchor.reading.word.form
    if form.person != 3:
        return False
    if head.endswith(("ون", "ين", "ان")):
        return form.number != "singular"
    if form.number != "singular":
        return True
    return head.endswith(("ه", "ات")) == (form.gender == "feminine")


def _follows_verb(setting: Setting, index: int) -> bool:
    """Whether phrase `index` stands behind the verb of its clause, and does not begin it."""
    verb = _before_nouns(setting.phrases, index)
    return verb >= 0 and setting.phrases[verb].kind == "verb"


def _before_nouns(phrases: Sequence[Phrase], index: int) -> int:
    """The phrase before the nouns and times that stand before phrase `index`; -1 where there is none."""
    k = index - 1
    while k >= 0 and phrases[k].kind in ("noun", "time"):
        k -= 1
    return k


def _is_described(setting: Setting, phrase: Phrase) -> bool:
    """Whether a verb right behind may describe the noun, which has no article: قذائف قتلت مدنيين."""
    return not phrase.actors and _is_indefinite(setting, phrase)


def _is_indefinite(setting: Setting, phrase: Phrase) -> bool:
    """Whether a noun without article and name is all that the phrase holds."""
    if phrase.kind != "noun" or phrase.places or not phrase.words:
        return False
    return not any(setting.document.tokens[i].folded.startswith(DEFINITE) for i in phrase.words)

"""Who asks, blames, helps and receives whom, as nouns of such deeds say it beside their genitives."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import PERSONAL
from riwaya.lexicon.predicates import Predicate
from riwaya.model import Span
from riwaya.reading.draft import RoleDraft
from riwaya.reading.events.agreement import gender_at
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.bound import is_bound
from riwaya.reading.events.casts import Cast
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.fights import UNSIDED
from riwaya.reading.events.naming import (
    QUANTIFIERS,
    Roles,
    Setting,
    is_public,
    listed,
    participants,
    somebody,
    target_kind,
)
from riwaya.reading.events.roles import assign, is_person, prepositional
from riwaya.text import Document, Token
from riwaya.text.tokens import splits

#: How far before a need whose it is may be named: ليس أمام النظام من خيار.
_CALLED = 3
#: How many phrases behind a reception those who receive may be named.
_RECEIVING = 3
#: Types whose nouns name with من from whom they come.
_COMING_FROM = frozenset(("ACCUSE", "REJECT", "PROTEST", "SANCTION"))
#: Words for a side, folded, from which an attack comes.
_SIDE = frozenset("ال" + side for side in event_words("either side"))
#: What the right that one has is called.
_RIGHT = "right of self-defence"
#: Nouns of going on with a deed, setting about it or trying it, folded: their owner does it.
_GOING_ON = event_words("going on")
#: Words for the part that somebody plays in a deed, folded.
_PART_PLAYED = event_words("part played")
#: Words for letting somebody do what ب names or helping him to what من, على or في does, folded, and for
#: what somebody has done before.
LETTING = event_words("letting")
_ENABLING = event_words("enabling")
_BEFORE = event_words("done before")
#: Words for making somebody do what على or إلى names, folded.
_COMPELLING = word_beginnings("compelling")
#: Words for the way that is open before whoever does what ل names, folded, without article.
_OPENING = event_words("opening")
#: How far before who is helped the word for it may stand, in phrases.
_HELPED = 3
#: Participles for who is charged with a deed or to answer for it, folded, with their endings, and
#: prepositions of the deed.
_ANSWERABLE = event_words("answerable")
_ENDINGS = ("ين", "ون", "ان", "ا", "ه", "")
_OF_DEED = frozenset(("ب", "في", "عن"))
#: The noun for fighting whose genitive names the enemy, folded.
_FIGHTING = event_words("fighting")
#: Endings of words before على and the wish upon which something is done, folded.
_UPON = word_beginnings("upon somebody's wish")
#: Words for what somebody has by right, whoever breaches it, folded.
_RIGHTS = event_words("right")


def charged_before(setting: Setting, index: int, first: int) -> Roles:
    """Who did the deed with which phrase `index` begins, at token `first`, by a participle right before it.

    Those whom it describes, else whoever it names itself: داعش المتهم بتفجير, المسؤولين عن خطف المدنيين.
    """
    phrase, k = setting.phrases[index], index - 1
    if phrase.preposition not in _OF_DEED or phrase.words[:1] != [first]:
        return ()
    if k > 0 and setting.phrases[k].pronoun:
        k -= 1  # "المشتبه بهم في"
    before = setting.phrases[k] if k >= 0 else None
    if before is None or not before.words or not _is_answerable(setting, before.words[-1]):
        return ()
    participle = setting.document.tokens[before.words[-1]]
    described = before if len(before.words) > 1 else None
    if described is None and k and setting.phrases[k - 1].end == before.first:
        described = setting.phrases[k - 1]
    agrees = described is not None and _agrees(setting, participle, described)
    who = somebody(setting, described) if described is not None and agrees else ()
    if not who and "ال" not in participle.folded[:3] and not participle.folded.startswith("لل"):
        return ()  # "كانوا متورطين في قتل": of whom it is told stands further off
    return who or (RoleDraft("other", Span(participle.start, participle.end)),)


def _agrees(setting: Setting, participle: Token, described: Phrase) -> bool:
    """Whether the participle may describe the phrase by number and gender."""
    if described.kind != "noun" or not described.words:
        return False
    if participle.folded.endswith(("ين", "ون")):
        words = (setting.document.tokens[i].folded for i in described.words)
        return is_person(setting, described) or any(w.endswith(("ين", "ون")) for w in words)
    gender = "feminine" if participle.text.endswith("ة") else "masculine"
    return gender_at(setting.document, described.words[0]) in (None, gender)


def _is_answerable(setting: Setting, token: int) -> bool:
    bare = setting.document.tokens[token].folded.removeprefix("و").removeprefix("لل").removeprefix("ال")
    return any(bare.endswith(e) and bare.removesuffix(e) in _ANSWERABLE for e in _ENDINGS)


def related(setting: Setting, cast: Cast, anchor: Anchor, index: int, following: Sequence[Phrase]) -> None:
    """Give the roles that prepositions behind the noun at phrase `index` name."""
    predicate = anchor.predicate
    if predicate.type in _COMING_FROM and following and predicate.role_of("من") == "none":
        _from(setting, cast, following[0])
    if predicate.type == "ASSAULT" and predicate.subject == "agent":
        cast.give("agent", _from_the_side(setting, following))
    cast.give("patient", _fought(setting, anchor, setting.phrases[index]))
    prepositional(setting, cast, predicate, following)
    if predicate.type == "REQUEST" and predicate.subject == "none" and cast.agent:
        # "ضرورة احترام الهدنة من قبل الحوثيين": it is asked of them
        cast.agent, cast.patient = (), cast.patient or cast.agent
    if predicate.type == "REQUEST" and predicate.subject == "none" and not cast.patient:
        prepositional(setting, cast, predicate, setting.phrases[max(0, index - _CALLED) : index])
    if predicate.type == "REQUEST" and is_reason(setting.document, anchor) and not cast.agent:
        cast.agent, cast.patient = cast.patient, ()  # "بطلب من الحكومة": she asks
    if predicate.gloss == _RIGHT:
        cast.give("patient", _rightful(setting, index))
    if predicate.mode == "visit" and not anchor.reading.pronoun:  # "زيارته لمصر"
        _visitor(setting, cast, predicate, following)


def _fought(setting: Setting, anchor: Anchor, phrase: Phrase) -> Roles:
    """Whom a fight is with that is named right behind it: قتال داعش; an army there may be who fights.

    Not so where somebody is to go to it: استعدوا لقتال الجيش.
    """
    first = next((i for i in phrase.words if i > anchor.token), -1)
    named = next((m for m in phrase.actors if m.first == first), None)
    readings = setting.document.tokens[anchor.token].splits
    if named is None or all(split.rest not in _FIGHTING for split in readings):
        return ()
    enemy = named.kind == "armed-group" or anchor.reading.prefix.endswith("ل")
    return listed(setting, phrase, anchor.token) if enemy else ()


def _rightful(setting: Setting, index: int) -> Roles:
    """Whose the right is by "has" before it: لتركيا الحق في الدفاع, تركيا لها الحق في الدفاع."""
    before = setting.phrases[max(0, index - 2) : index]
    if not before or before[-1].preposition != "ل":
        return ()
    holder = before[0] if before[-1].pronoun else before[-1]
    return participants(holder) if holder.bare or not before[-1].pronoun else ()


def is_awaiting(setting: Setting, anchor: Anchor) -> bool:
    """Whether the noun says who was there to receive somebody: كان في استقباله أمير المنطقة."""
    before = setting.document.tokens[anchor.token - 1].folded if anchor.token else ""
    return anchor.predicate.gloss == "receive" and before == "في"


def awaiting(setting: Setting, anchor: Anchor, index: int) -> Cast:
    """Who received whom: في استقبال الرئيس أمير المنطقة."""
    cast, phrase = Cast(), setting.phrases[index]
    if anchor.reading.pronoun:
        cast.pronouns.append("patient")
    else:
        assign(setting, cast, anchor.predicate, "patient", phrase, anchor.token)
    behind = setting.phrases[index + 1 : index + 1 + _RECEIVING]
    cast.give("agent", next((somebody(setting, p) for p in behind if p.bare and p.words), ()))
    return cast


def _visitor(setting: Setting, cast: Cast, predicate: Predicate, following: Sequence[Phrase]) -> None:
    """Whose visit it is where ل names him before "to": زيارة لوزير الخارجية إلى بغداد."""
    whose = next((p for p in following if p.preposition == "ل" and p.words), None)
    goal = next((p for p in following if p.preposition == "الي" and p.words), None)
    if whose is not None and goal is not None and whose.first < goal.first and not cast.agent:
        cast.agent, cast.patient = somebody(setting, whose), ()
        assign(setting, cast, predicate, "patient", goal)


def _from(setting: Setting, cast: Cast, phrase: Phrase) -> None:
    """From whom blame, protest or sanctions come: احتجاجات من الناخبين, عقوبات من واشنطن."""
    if phrase.preposition == "من" and phrase.words and not phrase.anchors and not phrase.places:
        cast.give("agent", somebody(setting, phrase))


def _from_the_side(setting: Setting, following: Sequence[Phrase]) -> Roles:
    """From whose side an attack comes by an adjective of nationality: هجمات من الجانب الأوكراني."""
    tokens = setting.document.tokens
    for phrase in following:
        if phrase.preposition != "من" or not phrase.words or tokens[phrase.words[0]].folded not in _SIDE:
            continue
        whose = tokens[min(phrase.words[0] + 1, len(tokens) - 1)]
        actor = setting.adjectives.get(whose.folded)
        return participants(phrase) or (
            () if actor is None else (RoleDraft(actor, Span(whose.start, whose.end)),)
        )
    return ()


def is_reason(document: Document, anchor: Anchor) -> bool:
    """Whether the noun says by whose help or at whose request something is done: بدعم, بناء على طلب."""
    if anchor.reading.prefix.endswith("ب"):
        return not is_bound(document, anchor)
    before = [t.folded for t in document.tokens[max(0, anchor.token - 2) : anchor.token]]
    return before[1:] == ["علي"] and before[0].endswith(_UPON)


def is_of_right(document: Document, anchor: Anchor) -> bool:
    """Whether a right is what is breached, of which its owner is told behind it: انتهاك سيادة لبنان."""
    following = document.tokens[anchor.token + 1 : anchor.token + 2]
    return anchor.predicate.type == "REJECT" and bool(following) and following[0].folded in _RIGHTS


def people_behind(setting: Setting, phrase: Phrase, anchor: Anchor) -> Roles:
    """Unlisted people or a body whose deed the noun is: احتجاجات المعارضة, مطالب مختلف الأحزاب."""
    words = [i for i in phrase.words if i > anchor.token]
    heads = [i for i in words[:2] if setting.document.tokens[i].folded not in QUANTIFIERS][:1]
    kinds = {target_kind(setting.lexicons, setting.document.tokens[i].folded) for i in heads}
    if not kinds & PERSONAL and not is_public(setting.document, words, setting.adjectives):
        return ()
    who = somebody(setting, phrase, anchor.token)
    public = anchor.predicate.type in ("REQUEST", "PROTEST") and is_public(
        setting.document, words, setting.adjectives
    )
    return tuple(replace(r, actor="civilians") if public and r.actor == "other" else r for r in who)


def goes_on(document: Document, phrase: Phrase) -> bool:
    """Whether the phrase is somebody's going on with what follows, setting about it or trying it."""
    if len(phrase.actors) != 1:
        return False
    before = document.tokens[phrase.actors[0].first - 1].folded
    return any(split.rest in _GOING_ON for split in splits(before))


def part_played(setting: Setting, index: int) -> Roles:
    """Who plays a part in the deed of phrase `index` by the noun before: دور القبائل في تحرير البلدة.

    An adjective only says what part it is: دور بارز في العمليات.
    """
    phrase, before = setting.phrases[index], setting.phrases[index - 1] if index else None
    if before is None or phrase.preposition != "في" or before.end != phrase.first:
        return ()
    tokens = setting.document.tokens
    for i, behind in itertools.pairwise((before.first - 1, *before.words)):
        if any(split.rest in _PART_PLAYED for split in tokens[i].splits):
            people = target_kind(setting.lexicons, tokens[behind].folded) in PERSONAL
            return somebody(setting, before, i) if people else participants(before, i)
    return ()


def let_do(setting: Setting, index: int, first: int) -> Roles:
    """Whom others let or helped do the deed with which phrase `index` begins, or who did it before.

    سمحت تركيا للقوات الأمريكية بقصف …, تمكين المقاومة من استعادة …, سبق للجيش (أو: سبق له) قصف …,
    أتاح الفرصة أمام الثوار للسيطرة على ….
    """
    phrase, whom = setting.phrases[index], setting.phrases[index - 1] if index else None
    if whom is None or whom.kind != "noun" or whom.end != phrase.first or phrase.words[:1] != [first]:
        return ()
    if whom.preposition == "ل":
        before = _BEFORE if phrase.bare else LETTING if phrase.preposition == "ب" else frozenset()
        topic = setting.phrases[index - 3] if whom.pronoun and index > 2 else whom
        return somebody(setting, topic) if _stands_before(setting, index, before) else ()
    if whom.preposition == "امام" and whom.words and phrase.preposition == "ل":
        # Of parties only: people to whom a holiday gives an opportunity do nothing that is told.
        sides = tuple(r for r in somebody(setting, whom) if r.actor not in UNSIDED)
        return sides if _stands_before(setting, index, _OPENING) else ()
    if not whom.words or phrase.preposition not in ("من", "علي", "في"):
        return ()
    inside = whom.words[0] if setting.document.tokens[whom.words[0]].folded in _ENABLING else -1
    if not whom.bare and inside < 0:
        return ()
    helped = inside >= 0 or _stands_before(setting, index, _ENABLING)
    return somebody(setting, whom, inside) if helped else ()


def compels(token: Token) -> bool:
    """Whether the word says that somebody is made to do something: أجبر, أرغمتهم, إجبار."""
    return any(split.rest.removeprefix("ال").startswith(_COMPELLING) for split in token.splits)


def _stands_before(setting: Setting, index: int, words: AbstractSet[str]) -> bool:
    """Whether one of the words stands right before a phrase before phrase `index`, or before that one's."""
    firsts = (p.first for p in setting.phrases[max(0, index - _HELPED + 1) : index] if p.first)
    found = (s.rest for i in firsts for s in setting.document.tokens[i - 1].splits)
    return any(rest in words or rest.removeprefix("ال") in words for rest in found)

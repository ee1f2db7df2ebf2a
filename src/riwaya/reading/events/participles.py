"""Who takes part in what a participle says of the noun before it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from riwaya.model import Span
from riwaya.reading.draft import ActorMention, RoleDraft
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.casts import Cast, head_before
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import Roles, Setting, is_people, participants, target_kind
from riwaya.reading.events.roles import assign, prepositional
from riwaya.text import Document

#: How many phrases a clause may reach to either side of its verb.
_CLAUSE = 40
#: Longest span given for whom a participle describes.
_OTHER_WORDS = 8


def cast_of_participle(setting: Setting, anchor: Anchor, index: int) -> Cast:
    """A participle describes the noun before it: القوات المتمركزة في, مناطق خاضعة لسيطرة."""
    cast, phrase, predicate = Cast(), setting.phrases[index], anchor.predicate
    passive = anchor.reading.word.category == "passive"
    if passive and _doing(setting, anchor, phrase):
        assign(setting, cast, predicate, predicate.object, phrase, anchor.token)
        return cast
    role = predicate.object if passive and predicate.subject == "agent" else predicate.subject
    words = [i for i in phrase.words if i < anchor.token]
    if predicate.type == "PROTEST" and not passive and is_people(setting, anchor.token):
        token = setting.document.tokens[anchor.token]
        cast.give("agent", (RoleDraft("civilians", Span(token.start, token.end)),))  # "محتجون"
    described = phrase if words else head_before(setting.phrases, index)
    if not passive and not words and _circumstantial(setting, anchor):
        described = None  # "طالبين منهم": it describes the clause's subject, which the caller knows
    if not words:
        described = _predicated(setting, anchor, index, described)
    if described is not None:
        earlier = tuple(m for m in described.actors if m.first < anchor.token)
        if role == "place":
            cast.places.extend(m for m in described.places if m.first < anchor.token)
        elif earlier:  # "مطالب روسيا مرفوضة": what is refused is hers
            cast.give("patient" if role == "theme" else role, _drafts(earlier))
        elif words or described is not phrase:
            cast.give(role, _other_of(setting, described, anchor.token))
    if participants(phrase, anchor.token):
        cast.give("agent" if passive else "none", participants(phrase, anchor.token))
    behind = setting.phrases[index + 1 : index + _CLAUSE]
    following = list(itertools.takewhile(lambda p: p.kind in ("noun", "time"), behind))
    prepositional(setting, cast, predicate, following)
    if predicate.phase and not cast.agent:  # خاضعة لسيطرة قوات …: the masdar between carries the holder
        cast.give("agent", participants(following[0]) if following else ())
    return cast


def _doing(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether a word without vowels is rather active: "تواصل غاراتها مستهدفة مواقع", before its object."""
    folded = setting.document.tokens[anchor.token].folded.removeprefix("و")
    object_behind = phrase.words[:1] == [anchor.token] and len(phrase.words) > 1
    known = len(phrase.words) > 1 and target_kind(
        setting.lexicons, setting.document.tokens[phrase.words[1]].folded
    ) not in (None, "abstract", "adjective")
    object_behind = object_behind and (known or bool(participants(phrase, anchor.token)))
    alone = not folded.startswith("ال") and not phrase.preposition and folded.endswith(("ه", "ا", "ين"))
    return anchor.predicate.object == "patient" and object_behind and alone


def _predicated(setting: Setting, anchor: Anchor, index: int, described: Phrase | None) -> Phrase | None:
    """What a clause says the participle of: هؤلاء المقاتلون كانوا مرتبطين, محاولات الوصاية … مرفوضة."""
    phrases = setting.phrases
    refused = anchor.reading.word.category == "passive" and anchor.predicate.object == "theme"
    topic = refused and described is not None and bool(described.preposition)
    was = index > 0 and phrases[index - 1].kind == "auxiliary"
    if setting.document.tokens[anchor.token].folded.startswith("ال") or not (topic or was):
        return described
    for phrase in reversed(phrases[max(0, index - _CLAUSE) : index]):
        if phrase.kind in ("stop", "mark", "verb"):
            break
        if phrase.bare and phrase.words:
            return phrase
    return described


def _circumstantial(setting: Setting, anchor: Anchor) -> bool:
    """An active participle without article that ends in ا or ين: doing so, asking for."""
    folded = setting.document.tokens[anchor.token].folded
    return folded.endswith(("ا", "ين")) and not folded.removeprefix("و").startswith("ال")


def is_of_many(document: Document, anchor: Anchor) -> bool:
    """Whether an active participle without article tells what many men do besides: مطالبين, ومنددين."""
    folded = document.tokens[anchor.token].folded
    active = anchor.reading.word.category == "active" and folded.endswith("ين")
    return active and not folded.removeprefix("و").startswith(("ال", "لل"))


def _drafts(mentions: Sequence[ActorMention]) -> Roles:
    return tuple({a: RoleDraft(a, m.span) for m in mentions for a in m.actors}.values())


def _other_of(setting: Setting, phrase: Phrase, before: int) -> Roles:
    words = [i for i in phrase.words if i < before and i not in phrase.anchors][-_OTHER_WORDS:]
    if not words:
        return ()
    tokens = setting.document.tokens
    return (RoleDraft("other", Span(tokens[words[0]].start, tokens[words[-1]].end)),)

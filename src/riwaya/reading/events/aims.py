"""Aims: whom a fight is made on, where it is only said for going against whom or driving him out of where.

"معارك لتطهير الحي من الحوثيين", "بدأت عملية عسكرية لاستعادة الجامعة من سيطرة التنظيم", "حملة لملاحقة داعش".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.draft import FIGHTERS, ActorMention, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.fights import are_sided
from riwaya.text import Document

#: Beginnings of nouns for driving somebody out or away, and nouns for going against somebody, folded.
_DRIVING = word_beginnings("driving out")
_GOING_AGAINST = event_words("going against")
#: A noun that is so only with its preposition, and is the courts without, folded.
_DOING_AWAY, _WITH = word_beginnings("doing away"), "علي"
#: How far behind the fight its aim may be said, and behind the aim who is meant, in tokens: behind the place
#: that he is driven out of, or as the object himself.
_AIM = 12
_MEANT = 10
_OBJECT = 3
#: Words that open another clause, folded.
_ENDS = event_words("clause")
#: What stands before "resistance" where no party of that name is meant, folded.
_POCKETS = event_words("pocket")


def with_aims(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings, sides: Mapping[str, str]
) -> list[ClaimDraft]:
    """The claims; a fight that names no enemy has the one whom it is said to be for driving out."""
    named = {m.first: m for m in findings.actors if m.kind in FIGHTERS}
    return [
        replace(claim, patient=found)
        if (found := _driven(document, claim, named, sides)) and not are_sided(claim.patient)
        else claim
        for claim in claims
    ]


def _driven(
    document: Document, claim: ClaimDraft, named: Mapping[int, ActorMention], sides: Mapping[str, str]
) -> tuple[RoleDraft, ...]:
    """Whom the words behind the fight say that it is for driving out."""
    if claim.type != "ASSAULT" or any(role.span is not None for role in claim.patient):
        return ()
    end = _end(document, claim.anchor_token)
    acting = {sides.get(r.actor, r.actor) for r in claim.agent}
    aim = next(
        (
            i
            for i in range(claim.anchor_token + 1, min(end, claim.anchor_token + _AIM))
            if _drives(document, i)
        ),
        end,
    )
    against = aim < end and any(s.rest in _GOING_AGAINST for s in document.tokens[aim].splits)
    for i in range(aim, min(end, aim + (_OBJECT if against else _MEANT))):
        # "جيوب المقاومة" are pockets of resistance, whose is said behind
        mention = None if document.tokens[i - 1].folded in _POCKETS else named.get(i)
        if mention is not None and not acting & {sides.get(a, a) for a in mention.actors}:
            return tuple(RoleDraft(a, mention.span) for a in mention.actors)
    return ()


def _drives(document: Document, i: int) -> bool:
    """Whether the token is "for driving out" or "for going against": لتطهير, للقضاء على, لملاحقة."""
    nouns = [s.rest.removeprefix("ال") for s in document.tokens[i].splits if s.prefix.endswith("ل")]
    if any(noun.startswith(_DOING_AWAY) for noun in nouns):
        return i + 1 < len(document.tokens) and document.tokens[i + 1].folded.startswith(_WITH)
    return any(noun.startswith(_DRIVING) or noun in _GOING_AGAINST for noun in nouns)


def _end(document: Document, token: int) -> int:
    """The token where the clause of `token` ends."""
    sentence = document.sentence_at(token)
    for i in range(token + 1, len(document.tokens)):
        word = document.tokens[i]
        if document.sentence_at(i) != sentence or word.folded in _ENDS or word.text in ".;؛:":
            return i
    return len(document.tokens)

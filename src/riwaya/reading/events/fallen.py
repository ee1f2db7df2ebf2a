"""Fighters who fell or were taken and whose side is not said: those of the one group that is told of.

"صدت البيشمركة هجوما لداعش وقتلت 15 مسلحا": the fifteen are داعش's. Where two groups are named beside who
did it, or none, they stay somebody's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.inflect import THEIRS
from riwaya.reading.draft import VIOLENT, ActorMention, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.discourse import MORE_OF_THEM
from riwaya.reading.events.fights import UNSIDED
from riwaya.reading.events.naming import QUANTIFIERS, SEVERAL, are_of_some_body
from riwaya.text import Document

#: Stems of words for fighters whom nobody names, folded.
_FIGHTERS = word_beginnings("unnamed fighter")
#: Words for a people, folded, that say of fighters whose they are.
_PEOPLES = event_words("people")
#: Complementisers with the pronoun of who does it, folded.
_THEY = frozenset(f"{proclitic}ان{who}" for proclitic in ("", "و", "ب") for who in THEIRS)
#: Beginnings of words for those who go with somebody, folded.
_COMPANIONS = word_beginnings("companion")
#: How many words of those named are looked at.
_WORDS = 5


def with_fallen(
    document: Document,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    adjectives: Mapping[str, str],
    sides: Mapping[str, str],
) -> list[ClaimDraft]:
    """The claims; unnamed fighters whom violence befell are those of the only group that is told of there."""
    groups = [m for m in findings.actors if m.kind == "armed-group" and len(m.actors) == 1]
    if not groups:
        return list(claims)
    named = frozenset(m.first for m in findings.actors)

    def unnamed(claim: ClaimDraft) -> bool:
        fallen = claim.type in VIOLENT and [r.actor for r in claim.patient] == ["other"]
        return fallen and _are_fighters(document, claim.patient[0], adjectives, named)

    return [_settled(document, c, groups, sides) if unnamed(c) else c for c in claims]


def _settled(
    document: Document, claim: ClaimDraft, groups: Sequence[ActorMention], sides: Mapping[str, str]
) -> ClaimDraft:
    here = document.sentence_at(claim.anchor_token)
    before = document.tokens[claim.anchor_token - 1].folded
    unsaid = all(r.actor == "other" for r in claim.agent) and before in _THEY
    if here is None or unsaid:  # "أعلنت جبهة النصرة أنها خطفت مقاتلين": they are not whom it means
        return claim
    doing = {sides.get(r.actor, r.actor) for r in claim.agent}
    near = (m.actors[0] for m in groups if (document.sentence_at(m.first) or 0) in (here, here - 1))
    told = {a for a in near if sides.get(a, a) not in doing}
    if len({sides.get(a, a) for a in told}) != 1:
        return claim
    return replace(claim, patient=(RoleDraft(min(told), claim.patient[0].span),))


def _are_fighters(
    document: Document, role: RoleDraft, adjectives: Mapping[str, str], named: AbstractSet[int]
) -> bool:
    """Whether those named are fighters of whom neither a name nor an adjective says whose they are."""
    if role.span is None:
        return False
    first, end = document.token_range(role.span.start, role.span.end)
    words = [t.folded.removeprefix("و") for t in document.tokens[first : min(end, first + _WORDS)]]
    sided = any(word in adjectives or word.removeprefix("ال") in _PEOPLES for word in words)
    if sided or named & set(range(first, end + 2)) or are_of_some_body(document, end):
        return False
    bare = (word.removeprefix("ال") for word in words)
    return any(word.startswith(_FIGHTERS) and not word.endswith(("يه", "يات")) for word in bare)


def with_more_of_them(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; "others" who fell beside some are of the same party: مصرع 38 متمردا وإصابة 29 آخرين."""
    found: list[ClaimDraft] = []
    before: ClaimDraft | None = None
    for claim in claims:
        settled = claim
        if before is not None and claim.type == "HARM" and _are_more(document, claim.patient):
            here, there = (document.sentence_at(c.anchor_token) for c in (claim, before))
            if here == there and any(r.actor != "civilians" for r in before.patient):
                span = claim.patient[0].span
                settled = replace(claim, patient=tuple(RoleDraft(r.actor, span) for r in before.patient))
        before = settled if claim.type == "HARM" else before
        found.append(settled)
    return found


def _are_more(document: Document, patient: Sequence[RoleDraft]) -> bool:
    """Whether words only say that some more of those told of are meant, or who went with them."""
    if len(patient) != 1 or patient[0].actor not in UNSIDED or patient[0].span is None:
        return False
    first, end = document.token_range(patient[0].span.start, patient[0].span.end)
    words = [t.folded for t in document.tokens[first:end]]
    # "خمسة جنود آخرين", "عشرات آخرين"; but "مدنيين آخرين"
    only = (word in MORE_OF_THEM or word in QUANTIFIERS or word in SEVERAL for word in words)
    named = patient[0].actor == "civilians" and not all(only)
    more = not named and any(word in MORE_OF_THEM for word in words)
    return more or any(word.startswith(_COMPANIONS) and word.endswith(THEIRS) for word in words)

"""Harm that somebody is said to have done, told without a count: the deed is what is told, and no toll.

"دمر الطيران عربة للمتمردين" tells of an attack, "دمر الطيران تسع عربات" of what it did.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.reading.draft import PARTIES, ClaimDraft, Findings
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.casts import Cast
from riwaya.reading.events.naming import SEVERAL, Setting, target_kind
from riwaya.text import Document

#: Kinds of what is done by arms.
_DEEDS = frozenset(("by arms", "to people"))
#: How far behind its verb who does it may stand.
_NEAR = 2
#: How far behind it may be said how many were harmed.
_MANY = 5


def is_deed(setting: Setting, anchor: Anchor, cast: Cast) -> bool:
    """Whether a word for harm tells in the active who did it: قتلت الحركة رجلا, not قتل رجل.

    Who is named far behind the verb is said of something else: قتل في هجوم شنته الحركة. A missile is not
    whoever fired it: مقذوف حوثي يقتل رجلا.
    """
    if anchor.predicate.kind not in _DEEDS or cast.passive or anchor.passive:
        return False
    document = setting.document
    starts = [document.token_at(r.span.start) for r in cast.agent if r.span is not None]
    heads = (document.tokens[at - 1].folded for at in starts if at)
    missile = any(target_kind(setting.lexicons, head) == "thing" for head in heads)
    # "أحد رجال الحرس قتل": without those who were harmed it is he who was
    named = any(r.span is not None for r in cast.patient) or bool(anchor.reading.pronoun)
    harmed = named or not anchor.verbal or anchor.predicate.kind != "to people"
    return not missile and any(at <= anchor.token + _NEAR and (harmed or at > anchor.token) for at in starts)


def with_inflicted(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings, deeds: AbstractSet[int]
) -> list[ClaimDraft]:
    """The claims; harm that is a deed of a party's and not counted is an attack unless one is told before."""
    parties = {a for m in findings.actors if m.kind in PARTIES for a in m.actors}
    found: list[ClaimDraft] = []
    for claim in claims:
        deed = claim.type == "HARM" and claim.anchor_token in deeds and bool(claim.patient)
        deed = deed and any(r.actor in parties for r in claim.agent)
        deed = deed and claim.quantity is None and not _is_counted(document, claim)
        deed = deed and not any(_attacked_before(document, attack, claim) for attack in found)
        found.append(replace(claim, type="ASSAULT") if deed else claim)
    return found


def _attacked_before(document: Document, attack: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether the sentence tells before that the same attacked, so that the harm is what came of it."""
    same = document.sentence_at(attack.anchor_token) == document.sentence_at(claim.anchor_token)
    doing = {r.actor for r in claim.agent} & {r.actor for r in attack.agent}
    return attack.type == "ASSAULT" and same and bool(doing)


def _is_counted(document: Document, claim: ClaimDraft) -> bool:
    """Whether words say without a number how many were harmed: عدد من المقاتلين."""
    behind = document.tokens[claim.anchor_token + 1 : claim.anchor_token + 1 + _MANY]
    return any(t.kind == "number" or t.folded in SEVERAL for t in behind)

"""Lead: those whom a headline only counts are those of whom the lead tells as many: مقتل سبعة إرهابيين.

"سيناء.. مقتل 7 إرهابيين" above "لقي سبعة من عناصر التنظيم مصرعهم": the seven are the group's.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.hedges import HedgeLexicon, TargetKind
from riwaya.reading.draft import ARMED, VIOLENT, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.fights import CASUALTIES, UNSIDED, begins_as
from riwaya.reading.events.naming import Roles
from riwaya.text import Document

#: How many sentences behind the headline are its lead.
_LEAD = 3
#: Kinds of nouns for people who may be anybody's, and for things.
_ANYBODY: frozenset[TargetKind | None] = frozenset(("person", "civil", "thing", "place"))
#: Kinds of parties whose people fight for them.
_FOUGHT_FOR = ARMED | {"organisation"}


def with_lead(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings, hedges: HedgeLexicon
) -> list[ClaimDraft]:
    """The claims; so many fighters of a headline are of the party of which the lead tells so many."""
    title = document.title
    if title is None:
        return list(claims)
    fought_for = frozenset(a for m in findings.actors if m.kind in _FOUGHT_FOR for a in m.actors)
    lead = [c for c in claims if c.anchor.start >= title.end and _in_lead(document, c)]
    found: list[ClaimDraft] = []
    for claim in claims:
        kinds = _kinds_counted(document, claim, hedges) if claim.anchor.end <= title.end else _ANYBODY
        told = None if kinds & _ANYBODY else next((c for c in lead if _is_of_as_many(claim, c)), None)
        theirs = told is not None and _is_party(told.patient, fought_for, soldiers="soldier" in kinds)
        found.append(replace(claim, patient=_as_in(claim, told)) if told is not None and theirs else claim)
    return found


def _is_party(roles: Roles, fought_for: AbstractSet[str], *, soldiers: bool) -> bool:
    """Whether words name a party for which people fight, and of soldiers any party at all."""
    sided = all(r.actor not in UNSIDED and r.span is not None for r in roles)
    return bool(roles) and sided and (soldiers or all(r.actor in fought_for for r in roles))


def _as_in(claim: ClaimDraft, told: ClaimDraft) -> Roles:
    return tuple(RoleDraft(r.actor, claim.patient[0].span) for r in told.patient)


def _kinds_counted(
    document: Document, claim: ClaimDraft, hedges: HedgeLexicon
) -> frozenset[TargetKind | None]:
    """The kinds of the words for those of no known party whom the claim counts; anybody where it does not."""
    count = claim.quantity
    unnamed = len(claim.patient) == 1 and claim.patient[0].actor in UNSIDED and claim.type in VIOLENT
    if count is None or count.low is None or not unnamed:
        return _ANYBODY
    words = [t for t in document.tokens[count.first : count.end] if not begins_as(t, CASUALTIES)]
    return frozenset(hedges.targets.get(s.rest.removeprefix("ال")) for t in words for s in t.splits)


def _in_lead(document: Document, claim: ClaimDraft) -> bool:
    here = document.sentence_at(claim.anchor_token)
    return here is not None and here <= _LEAD


def _is_of_as_many(claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether both tell of the same number that the same befell."""
    one, two = claim.quantity, other.quantity
    if one is None or two is None or claim.type != other.type:
        return False
    return one.low == two.low and one.measure == two.measure

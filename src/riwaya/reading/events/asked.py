"""Asked: whom a request is made of, where it is only told of as what somebody does something upon.

"أعلن التحالف هدنة بناء على طلب الرئيس", "وافقت إسرائيل على طلب مصر": who does it, or consents, was asked.
Who protests for it demands it: "خرج المئات في مسيرة للمطالبة بالماء".
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words
from riwaya.model import ActorKind
from riwaya.reading.draft import STATE_KINDS, ClaimDraft
from riwaya.reading.events.fights import UNSIDED
from riwaya.reading.events.naming import Roles, unspanned
from riwaya.reading.events.somebody import PEOPLE
from riwaya.text import Document

#: Words behind which a request is why somebody does something, folded, and how far before it they stand.
_UPON = event_words("upon a request")
_BEFORE = 3
#: How far behind a protest that is made for it the demand may stand, in tokens.
_FOR = 20
#: How far before a plural participle those whom it tells of may act, in tokens.
_CROWD = 45
#: Kinds of parties that are one and not many.
_SINGLE = frozenset((*STATE_KINDS, "media"))
#: Types of what is said to a request.
_ANSWERS = frozenset(("CONCEDE", "REJECT"))


def with_asked(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; requests upon which somebody acts, or that he grants or refuses, were made of him."""
    found = list(claims)
    sentences = [document.sentence_at(c.anchor_token) for c in claims]
    for i, claim in enumerate(found):
        if claim.type != "REQUEST":
            continue
        found[i] = replace(claim, agent=_protesting(document, found, sentences, i) or claim.agent)
        acted_on = _is_acted_on(document, claim)
        if acted_on and _comes_from(document, claim):
            found[i] = replace(claim, agent=claim.patient, patient=())
        who = _answering(found, i) or (_acting(found, sentences, i) if acted_on else ())
        if who and not {r.actor for r in found[i].agent} & {r.actor for r in who}:
            found[i] = replace(found[i], patient=who)
    return found


def _is_acted_on(document: Document, claim: ClaimDraft) -> bool:
    """Whether words before the request say that something is done upon it."""
    before = document.tokens[max(0, claim.anchor_token - _BEFORE + 1) : claim.anchor_token]
    return any(t.folded in _UPON for t in before)


def _protesting(
    document: Document, claims: Sequence[ClaimDraft], sentences: Sequence[int | None], i: int
) -> Roles:
    """Who protests or goes somewhere before for what he demands: احتجاجات في المدينة للمطالبة بالماء."""
    claim = claims[i]
    for_it = document.tokens[claim.anchor_token].folded.startswith("لل")
    if not for_it or any(r.actor != "other" or r.span is not None for r in claim.agent):
        return ()
    for k in range(i - 1, -1, -1):
        near = sentences[k] == sentences[i] and claim.anchor_token - claims[k].anchor_token <= _FOR
        who = unspanned(tuple(r for r in claims[k].agent if r.actor != "other"))
        protest = claims[k].type == "PROTEST"
        if not near or protest or (who and claims[k].type != "MOVE"):
            return (who or _whoever(claims[k])) if near and protest else ()
        if who:
            return who
    return ()


def with_crowd(
    document: Document, claims: Sequence[ClaimDraft], many: AbstractSet[int], kinds: Mapping[str, ActorKind]
) -> list[ClaimDraft]:
    """The claims; a plural participle tells of people who act before it: تظاهر العشرات …، مطالبين الحكومة.

    `many` are the tokens of such participles; no state, army or medium is many.
    """
    found = list(claims)
    for i, claim in enumerate(found):
        bodies = all(r.actor == "other" or kinds.get(r.actor) in _SINGLE for r in claim.agent)
        if claim.anchor_token not in many or any(r.span is not None for r in claim.agent) or not bodies:
            continue
        who = _crowd(document, found, i)
        found[i] = replace(claim, agent=who) if who else claim
    return found


def _crowd(document: Document, claims: Sequence[ClaimDraft], i: int) -> Roles:
    """The people who protest or act before, as the nearest claim of the sentence tells."""
    here, at = document.sentence_at(claims[i].anchor_token), claims[i].anchor_token
    for k in range(i - 1, -1, -1):
        claim = claims[k]
        if document.sentence_at(claim.anchor_token) != here or at - claim.anchor_token > _CROWD:
            return ()
        if any(r.actor == "civilians" for r in claim.agent):
            named = {r.actor: r for r in claim.agent if r.actor != "other"}
            return unspanned(tuple(named.values()))
        if claim.type == "PROTEST" and all(r.actor == "other" for r in claim.agent):
            return _whoever(claim)
    return ()


def _whoever(claim: ClaimDraft) -> Roles:
    """Who protests without a party: people, unless words call them something else."""
    named = any(r.span is not None and r.actor == "other" for r in claim.agent)
    return unspanned(claim.agent) if named else PEOPLE


def _comes_from(document: Document, claim: ClaimDraft) -> bool:
    """Whether those taken for the asked are who asks: نزولا عند طلب من الحركة."""
    span = claim.patient[0].span if claim.patient else None
    if span is None or any(r.span is not None for r in claim.agent):
        return False
    first, _ = document.token_range(span.start, span.end)
    return first > 0 and document.tokens[first - 1].folded == "من"


def _answering(claims: Sequence[ClaimDraft], i: int) -> Roles:
    """Who grants or refuses the request right before it is named: وافقت … على طلب …."""
    before = claims[i - 1] if i else None
    near = before is not None and 0 < claims[i].anchor_token - before.anchor_token <= _BEFORE
    return _sided(before.agent) if near and before is not None and before.type in _ANSWERS else ()


def _acting(claims: Sequence[ClaimDraft], sentences: Sequence[int | None], i: int) -> Roles:
    """Who does what the sentence tells to be done upon the request."""
    asking = {r.actor for r in claims[i].agent}
    around = itertools.chain(range(i - 1, -1, -1), range(i + 1, len(claims)))
    near = (claims[k] for k in around if sentences[k] == sentences[i])
    doers = (_sided(c.agent) for c in near if c.type != "REQUEST")
    return next((who for who in doers if who and not asking & {r.actor for r in who}), ())


def _sided(roles: Roles) -> Roles:
    return unspanned(tuple(r for r in roles if r.actor not in UNSIDED))

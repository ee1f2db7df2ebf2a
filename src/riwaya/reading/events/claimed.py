"""Claimed: a bomber whom nobody names is of the only group that says that a bombing was its own.

"تبنى داعش التفجير. وقال مصدر إن انتحاريا فجر نفسه": he is theirs, and what he did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.reading.draft import STRIKING, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.fights import SUICIDE, UNSIDED, begins_as
from riwaya.reading.events.incidents import taken_up
from riwaya.reading.events.turning import turns
from riwaya.text import Document

#: Beginnings of words for what explodes, and for attacks of those who die in them, folded.
_BOMBING = (*word_beginnings("blast"), *SUICIDE)
_HIMSELF = ("نفسه", "نفسها")
#: How far before and behind the claiming of an attack the words for it stand.
_BEFORE, _BEHIND = 4, 8


def with_claimed(document: Document, claims: Sequence[ClaimDraft], findings: Findings) -> list[ClaimDraft]:
    """The claims; who blows himself up is of whoever claims a bombing, if only one does."""
    groups = {who for token, who in taken_up(document, claims, findings).items() if _bombs(document, token)}
    who = next(iter(groups), ())
    found = list(claims)
    if len(groups) != 1 or len(who) != 1 or who[0] in UNSIDED:
        return found
    bombed = {document.sentence_at(c.anchor_token) for c in claims if _is_bomber(document, c)}
    done = {n for n in bombed if n is not None and not turns(document, n)}  # "إلى ذلك، …": another bombing
    for i, claim in enumerate(found):
        here = document.sentence_at(claim.anchor_token) in done
        understood = (
            here and claim.type in STRIKING and [(r.actor, r.span) for r in claim.agent] == [("other", None)]
        )
        own = here and _is_bomber(document, claim) and who[0] not in {r.actor for r in claim.patient}
        if own or (understood and claim.factuality == "CT+"):
            spans = [r.span for r in claim.agent] or [None]
            found[i] = replace(claim, agent=tuple(RoleDraft(who[0], span) for span in spans))
    return found


def _bombs(document: Document, token: int) -> bool:
    """Whether what is claimed at a token is a bombing: الهجوم الانتحاري الذي تبناه داعش, تبنى التفجير."""
    near = document.tokens[max(0, token - _BEFORE) : token + _BEHIND]
    here = document.sentence_at(token)
    return any(begins_as(t, _BOMBING) and document.sentence_at(t.index) == here for t in near)


def _is_bomber(document: Document, claim: ClaimDraft) -> bool:
    """Whether only "a bomber" says who blew himself up; of what nation one is says more."""
    if claim.type != "ASSAULT" or claim.factuality != "CT+" or len(claim.agent) > 1:
        return False
    if not claim.agent:  # "فجر نفسه"
        behind = document.tokens[claim.anchor_token + 1 : claim.anchor_token + 2]
        return claim.mode == "explosives" and any(t.folded in _HIMSELF for t in behind)
    role = claim.agent[0]
    if role.actor != "other" or role.span is None:
        return False
    first, end = document.token_range(role.span.start, role.span.end)
    return end - first == 1 and begins_as(document.tokens[first], SUICIDE)


__all__ = ["with_claimed"]

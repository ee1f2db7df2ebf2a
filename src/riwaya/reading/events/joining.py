"""Joining: people belong to an armed group and swear allegiance to it, and no state or its forces.

"أعلنت السلطات تفكيك خلية على علاقة بالتنظيم", "اعتقلت 320 شخصا ينتمون للتنظيم": who is only understood there
is not whoever arrested them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.reading.draft import STATE_KINDS, AttributionDraft, ClaimDraft, Findings
from riwaya.reading.events.naming import SOMEBODY, are_understood
from riwaya.text import Document

#: Beginnings of nouns for a link, folded, of which a state may speak as its own: نفت تركيا ارتباطها بالتنظيم.
_LINKS = word_beginnings("link")
#: Beginnings of words for joining a group or belonging to it, folded.
_JOINING = (*word_beginnings("joining"), *_LINKS)
#: Acts that may well say so of a state: اتهمت أنقرة بالارتباط بالتنظيم.
_LAID_ON = frozenset(("accuse", "deny"))
_STATES = STATE_KINDS | {"coalition"}


def without_states_joining(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings
) -> list[ClaimDraft]:
    """The claims; no state that words do not name joins an armed group."""
    kinds = findings.kinds()

    def joins(claim: ClaimDraft) -> bool:
        group = any(kinds.get(r.actor) == "armed-group" for r in claim.patient)
        state = any(kinds.get(r.actor) in _STATES for r in claim.agent)
        return (
            are_understood(claim.agent)
            and group
            and state
            and _is_joining(document, claim, findings.attributions)
        )

    return [replace(claim, agent=SOMEBODY) if joins(claim) else claim for claim in claims]


def _is_joining(document: Document, claim: ClaimDraft, attributions: Sequence[AttributionDraft]) -> bool:
    token = document.tokens[claim.anchor_token]
    if claim.type not in ("COOPERATE", "SUPPORT"):
        return False
    said = None if claim.attribution is None else attributions[claim.attribution]
    if said is not None and said.act in _LAID_ON:
        return False
    own = token.folded.endswith(("ها", "نا"))
    words = [split.rest for split in token.splits if split.rest.startswith(_JOINING)]
    return any(not (own and word.startswith(_LINKS)) for word in words)


__all__ = ["without_states_joining"]

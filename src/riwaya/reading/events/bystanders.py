"""Bystanders: who is only spoken of near violence, and is no sort of party that did it.

Who attacks and kills without being named there is understood from what was told before; a council of human
rights, a city, or the state in whose capital a bomb goes off did not do it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.model import ActorKind
from riwaya.reading.draft import PARTIES, STATE_KINDS, STRIKING, UNIDENTIFIED, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.fights import SUICIDE, begins_as
from riwaya.reading.events.somebody import is_terror
from riwaya.reading.events.struck import CHARGES
from riwaya.text import Document

#: Ids that stand for somebody of no party.
_ANYBODY = frozenset(("other", UNIDENTIFIED))
#: Kinds of parties that attack from the air and with guns: they lay no bombs and are called no terrorists.
_STATES = STATE_KINDS | {"coalition"}
#: Beginnings of words for bombs and those who carry them, folded, and how far off they stand.
_BOMBS = (*CHARGES, *word_beginnings("blast"), *word_beginnings("rigged"), *SUICIDE)
_NEAR = 12
#: Beginnings of words by which a deed is called a crime, folded.
_CRIMINAL = word_beginnings("criminal deed")
#: Beginnings of words for destroying things, folded.
_DESTROYING = word_beginnings("destroying")


def without_bystanders(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings
) -> list[ClaimDraft]:
    """The claims without doers whom no words name and who are not of the kind that does such a thing."""
    kinds = findings.kinds()
    return [
        replace(claim, agent=_doers(document, claim, kinds))
        if claim.type in STRIKING and any(role.span is None for role in claim.agent)
        else claim
        for claim in claims
    ]


def _doers(document: Document, claim: ClaimDraft, kinds: Mapping[str, ActorKind]) -> tuple[RoleDraft, ...]:
    bombed = _is_bombing(document, claim) or _is_called_terror(document, claim)
    return tuple(
        role
        for role in claim.agent
        if role.span is not None
        or role.actor in _ANYBODY
        or (_is_able(kinds.get(role.actor)) and not (bombed and kinds.get(role.actor) in _STATES))
    )


def _is_able(kind: ActorKind | None) -> bool:
    """Whether a party of the kind may attack; one that only an adjective names is a state."""
    return kind is None or kind in PARTIES


def _is_called_terror(document: Document, claim: ClaimDraft) -> bool:
    """Whether an attack of which no pronoun says whose it is is called terror or a crime: العمل الإجرامي.

    But "جرائمها الإرهابية" is of whom the pronoun means.
    """
    owned = document.tokens[claim.anchor_token].folded.endswith(("ها", "هم"))
    behind = document.tokens[claim.anchor_token + 1 : claim.anchor_token + 2]
    terror = is_terror(document, claim) or any(begins_as(t, _CRIMINAL) for t in behind)
    return claim.type == "ASSAULT" and not owned and terror


def _is_bombing(document: Document, claim: ClaimDraft) -> bool:
    """Whether a bomb is told of around the claim's word in its sentence, and not to be destroyed itself."""
    token = claim.anchor_token
    if begins_as(document.tokens[token], _DESTROYING):
        return False  # "دمر الجيش ثلاث عجلات مفخخة"
    sentence = document.sentence_at(token)
    near = range(max(0, token - _NEAR), min(len(document.tokens), token + _NEAR))
    return any(
        document.tokens[i].folded.lstrip("وفبل").removeprefix("ال").startswith(_BOMBS)
        and document.sentence_at(i) == sentence
        for i in near
    )

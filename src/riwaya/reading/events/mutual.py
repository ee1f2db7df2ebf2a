"""Mutual accusations: "A and B traded accusations of P" is two claims (claims.md, rule 7).

Two who condemn a third in one breath accuse him and not each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.reading.draft import AttributionDraft, ClaimDraft, RoleDraft
from riwaya.text import Document

#: Beginnings of words for what two do or say to each other, folded.
_EACH_OTHER = word_beginnings("each other")
#: How many have an exchange.
_TWO = 2


def is_exchange(document: Document, attribution: AttributionDraft) -> bool:
    """Whether two accuse each other: تبادلت موسكو وأنقرة الاتهامات; not أدانت موسكو وأنقرة الهجوم."""
    if attribution.act != "accuse" or len(attribution.actors) != _TWO:
        return False
    here = document.sentence_at(attribution.cue_token)
    first = attribution.cue_token if here is None else document.sentences[here].start
    told = document.tokens[first : max(attribution.cue_token + 1, attribution.content_first)]
    return any(split.rest.removeprefix("ال").startswith(_EACH_OTHER) for t in told for split in t.splits)


def with_mutual_accusations(
    document: Document, claims: Sequence[ClaimDraft], attributions: Sequence[AttributionDraft]
) -> list[ClaimDraft]:
    """Split each act and its first content into one claim for either accuser; themes follow their claims."""
    split: dict[int, tuple[str, str]] = {}
    acts = {c.anchor_token: i for i, c in enumerate(claims) if c.type == "ACCUSE"}
    first_inside: dict[int, int] = {}
    for i, claim in enumerate(claims):
        if claim.attribution is not None:
            first_inside.setdefault(claim.attribution, i)
    for k, attribution in enumerate(attributions):
        if is_exchange(document, attribution):
            first, second = attribution.actors
            both = (acts.get(attribution.cue_token), first_inside.get(k))
            split.update((i, (first, second)) for i in both if i is not None)
    found: list[ClaimDraft] = []
    moved: dict[tuple[int, int], int] = {}
    for i, claim in enumerate(claims):
        for side in (0, 1) if i in split else (0,):
            moved[i, side] = len(found)
            found.append(_one_side(claim, split[i], side) if i in split else claim)
    origin = {index: key for key, index in moved.items()}
    return [
        c if c.theme is None else replace(c, theme=moved.get((c.theme, origin[i][1]), moved[c.theme, 0]))
        for i, c in enumerate(found)
    ]


def _one_side(claim: ClaimDraft, parties: tuple[str, str], side: int) -> ClaimDraft:
    """The claim as `parties[side]` makes it against the other."""
    accuser, accused = parties[side], parties[1 - side]
    spans = {r.actor: r.span for r in (*claim.agent, *claim.patient)}
    if claim.type == "ACCUSE":
        return replace(
            claim,
            agent=(RoleDraft(accuser, spans.get(accuser)),),
            patient=(RoleDraft(accused, spans.get(accused)),),
        )
    patient = tuple(r for r in claim.patient if r.actor not in parties)
    return replace(claim, agent=(RoleDraft(accused, None),), patient=patient, holders=(accuser,))

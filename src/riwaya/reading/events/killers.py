"""Killers: who killed those of whom only the attack in which they fell, or how they died, tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words
from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.fights import FIGHTS, UNSIDED, is_word_of, leads_to
from riwaya.reading.events.incidents import by_mishap, is_at_large
from riwaya.reading.events.naming import SOMEBODY, unspanned
from riwaya.reading.events.somebody import SHELLING, STRIKE
from riwaya.text import Document

#: Modes of attacks that a person makes with his own hand on people who are there.
_BY_HAND = frozenset(("firearms", "primitive"))
#: Words for killing, words that say that somebody was killed by hand, folded, and how far behind the death
#: these stand.
_KILLING = event_words("killing")
_BY_HAND_WORDS = event_words("killed by hand")
_HOW = 8


def with_killed_in_attacks(
    document: Document,
    claims: Sequence[ClaimDraft],
    verbs: AbstractSet[int],
    sentence_of: Mapping[int, int],
) -> list[ClaimDraft]:
    """The claims; whom an attack left dead, he killed who made it: مقتل شخصين في هجوم تبناه داعش.

    The attack is the one that a preposition leads to, whoever made it; else the nearest of the same sentence
    or of the one beside it, if somebody without a side made that: فتح النار …. Who fell in a fight fell to
    either side.
    """
    attacks = [c for c in claims if c.type == "ASSAULT" and c.factuality != "CT-"]
    attacks = [a for a in attacks if not is_at_large(document, a)]
    return [_killed_in_attack(document, claim, attacks, verbs, sentence_of) for claim in claims]


def _killed_in_attack(
    document: Document,
    claim: ClaimDraft,
    attacks: Sequence[ClaimDraft],
    verbs: AbstractSet[int],
    sentence_of: Mapping[int, int],
) -> ClaimDraft:
    here = sentence_of.get(claim.anchor_token)
    untold = claim.type == "HARM" and not claim.agent and claim.factuality != "CT-"
    if not untold or here is None or by_mishap(document, claim):
        return claim
    behind = (a for a in attacks if a.anchor_token > claim.anchor_token)
    led = next((a for a in behind if leads_to(document, claim, a)), None)
    if led is not None and _is_told(document, led, claim) and not is_word_of(document, led, FIGHTS):
        # "إصابة 4 بمقذوفات حوثية": whose the shells are did not fall by them
        whole = range(led.anchor.start, led.anchor.end)
        befell = tuple(r for r in claim.patient if r.span is None or r.span.start not in whole)
        return replace(claim, agent=unspanned(led.agent), patient=befell)
    by_people = claim.anchor_token not in verbs and _is_killing(document, claim)
    if by_people or _is_by_hand(document, claim):
        return replace(claim, agent=SOMEBODY)
    away = [(abs(sentence_of[a.anchor_token] - here), a) for a in attacks if a.anchor_token in sentence_of]
    beside = [(far, abs(a.anchor_token - claim.anchor_token), a) for far, a in away if far <= 1]
    attack = min(beside, key=lambda n: n[:2], default=(0, 0, None))[2]
    if attack is None or is_word_of(document, attack, FIGHTS):
        return claim
    if attack.anchor_token > claim.anchor_token and attack.mode not in _BY_HAND:
        return claim
    of_no_side = bool(attack.agent) and all(role.actor == "other" for role in attack.agent)
    return replace(claim, agent=SOMEBODY) if of_no_side else claim


def _is_told(document: Document, attack: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether it is told who made the attack that somebody fell by; of a strike only by words.

    Who fell where somebody attacked a party to which he does not belong may have attacked it himself: قتل
    المسلح في هجوم على الجيش.
    """
    unlike = attack.mode != SHELLING and not is_word_of(document, attack, STRIKE)
    named = any(r.span is not None for r in attack.agent)
    befell = {r.actor for r in claim.patient} - {"civilians"}
    hit = {r.actor for r in attack.patient} - UNSIDED
    theirs = named or not (hit and befell) or bool(hit & befell)
    return bool(attack.agent) and theirs and (unlike or named)


def _is_by_hand(document: Document, claim: ClaimDraft) -> bool:
    """Whether words behind the harm say how people did it: مقتل شاب طعنا."""
    token = claim.anchor_token
    here = document.sentence_at(token)
    behind = document.tokens[token + 1 : token + 1 + _HOW]
    how = (t for t in behind if document.sentence_at(t.index) == here)
    return any(split.rest.removeprefix("ال") in _BY_HAND_WORDS for t in how for split in t.splits)


def _is_killing(document: Document, claim: ClaimDraft) -> bool:
    """Whether the harm is a noun for what people do: قتل المصلين, but "مقتل المصلين", "وقتل شخصان"."""
    token = document.tokens[claim.anchor_token]
    bare = (split for split in token.splits if not split.prefix.startswith(("و", "ف")))
    return any(split.rest.removeprefix("ال") in _KILLING for split in bare)


__all__ = ["with_killed_in_attacks"]

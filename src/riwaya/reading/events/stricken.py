"""Stricken: the dead and wounded that an attack on fighters is said to have led to are theirs.

"استهدفت الغارات مقرات التنظيم وأوقعت عشرات القتلى". Those of a fight may be of either side, and where plain
people are told of beside them nobody knows whose they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.lexicon.hedges import HedgeLexicon
from riwaya.reading.draft import ARMED, ClaimDraft, Findings
from riwaya.reading.events.fights import ASIDE, CASUALTIES, FIGHTS, begins_as, is_word_of
from riwaya.reading.events.naming import QUANTIFIERS, SEVERAL, unspanned
from riwaya.text import Document

#: How far behind an attack those who fell in it may be told of, in tokens.
_WITHIN = 24
#: Beginnings of words for plain people, folded.
_HARMLESS = word_beginnings("harmless")
#: Words for how many they are, folded.
_MANY = tuple(sorted(SEVERAL | QUANTIFIERS))


def with_stricken(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings, hedges: HedgeLexicon
) -> list[ClaimDraft]:
    """The claims; unnamed casualties behind an attack on the fighters of a party are its own."""
    armed = frozenset(a for m in findings.actors if m.kind in ARMED for a in m.actors)
    found: list[ClaimDraft] = []
    attack: ClaimDraft | None = None
    for claim in claims:
        if claim.type == "ASSAULT" and not _is_the_same(attack, claim):
            attack = claim if _is_on_fighters(document, claim, armed) else None
        if attack is not None and _is_led_to(document, attack, claim) and _are_any(document, claim, hedges):
            found.append(replace(claim, patient=unspanned(attack.patient)))
        else:
            found.append(claim)
    return found


def _is_the_same(attack: ClaimDraft | None, other: ClaimDraft) -> bool:
    """Whether another word only tells of the attack again: استهدفت غارات …."""
    if attack is None or any(r.span is not None for r in other.patient):
        return False
    return {r.actor for r in other.patient} == {r.actor for r in attack.patient}


def _is_on_fighters(document: Document, attack: ClaimDraft, armed: AbstractSet[str]) -> bool:
    """Whether words name the fighters, or what is theirs, that an attack of one side hit."""
    named = all(r.actor in armed and r.span is not None for r in attack.patient)
    real = attack.factuality != "CT-" and not is_word_of(document, attack, FIGHTS)
    return bool(attack.patient) and named and real


def _is_led_to(document: Document, attack: ClaimDraft, harm: ClaimDraft) -> bool:
    """Whether the same mouth tells the harm behind the attack in its clause, and of no plain people."""
    first, token = attack.anchor_token + 1, harm.anchor_token
    here = document.sentence_at(token)
    together = harm.attribution == attack.attribution and here == document.sentence_at(attack.anchor_token)
    if harm.type != "HARM" or not together or here is None or not 0 < token - first <= _WITHIN:
        return False
    if any(t.folded in ASIDE or t.text in "؛;" for t in document.tokens[first:token]):
        return False
    return not any(begins_as(t, _HARMLESS) for t in document.tokens[first : document.sentences[here].end])


def _are_any(document: Document, harm: ClaimDraft, hedges: HedgeLexicon) -> bool:
    """Whether only a number, or a word for the dead or wounded, says who fell."""
    if [r.actor for r in harm.patient] != ["civilians"] or harm.patient[0].span is None:
        return False
    first, end = document.token_range(harm.patient[0].span.start, harm.patient[0].span.end)
    words = [t for t in document.tokens[first:end] if not begins_as(t, (*CASUALTIES, *_MANY))]
    kinds = {hedges.targets.get(split.rest.removeprefix("ال")) for t in words for split in t.splits}
    count = harm.quantity
    bare = count is not None and count.noun is None and count.low is not None
    return (bare or len(words) < end - first) and not kinds & {"person", "civil"}

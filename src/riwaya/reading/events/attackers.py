"""Attackers: harm of which nothing tells by whom it was is the doing of the next attacker who is told of.

"ارتفاع عدد القتلى. … وهاجم التنظيم السوق": a report begins with what came of an attack and says later who
made it. Where a party is only accused of attacks or denies them, it is not said, and nobody is understood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from riwaya.model import ActorKind
from riwaya.reading.draft import PARTIES, STRIKING, UNIDENTIFIED, ClaimDraft, Findings
from riwaya.reading.events.bystanders import without_bystanders
from riwaya.reading.events.fights import FIGHTS, UNSIDED, is_word_of
from riwaya.reading.events.incidents import by_mishap, is_at_large, is_for_an_end, taken_up
from riwaya.reading.events.naming import Roles, unspanned
from riwaya.reading.events.rivals import Rivals
from riwaya.text import Document

#: How far behind, in tokens, the attack of an armed group may be told.
_REACH = 50
#: The same of anybody else's, who does much besides, so that others attack where he does.
_BY_OTHERS = 15
#: The kind of those who make war by attacks.
_GROUP = "armed-group"
#: Acts by which somebody else lays a deed to a party, or the party says that it did not do it.
_DISPUTED = frozenset(("accuse", "deny", "hypothesise"))


def with_attackers(
    document: Document,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    sides: Mapping[str, str],
    rivals: Rivals,
    fresh: AbstractSet[int],
) -> list[ClaimDraft]:
    """The claims; attacks and harm of nobody are those of the next party that is told to attack.

    `fresh` are the anchor tokens of attacks that are brought up as new, and so may be anybody's.
    """
    report = _Report(document, claims, findings, sides, rivals, findings.kinds())
    found = list(claims)
    if report.is_disputed():
        return found
    attacks = report.attacks()
    for i, claim in enumerate(found):
        if report.is_open(claim, fresh):
            who = report.next_attacker(claim, attacks)
            found[i] = without_bystanders(document, (replace(claim, agent=who),), findings)[0]
    return found


@dataclass(frozen=True, slots=True)
class _Report:
    document: Document
    claims: Sequence[ClaimDraft]
    findings: Findings
    sides: Mapping[str, str]
    rivals: Rivals
    kinds: Mapping[str, ActorKind]

    def is_disputed(self) -> bool:
        """Whether a party is only accused of an attack or said not to have made it."""
        return any(
            c.type in STRIKING and (c.factuality == "CT-" or self._lies_in_dispute(c))
            for c in self.claims
            if any(r.actor not in UNSIDED for r in c.agent)
        )

    def attacks(self) -> list[ClaimDraft]:
        """Attacks and harm by parties, as they are told."""
        taken = taken_up(self.document, self.claims, self.findings)
        told = (c for c in self.claims if c.type in STRIKING and c.anchor_token not in taken and c.agent)
        told = (c for c in told if not is_at_large(self.document, c) and not self._is_fight(c))
        made = (c for c in told if all(self._is_party(r.actor) for r in c.agent))
        return sorted(made, key=lambda c: c.anchor_token)

    def _is_party(self, actor: str) -> bool:
        return actor != UNIDENTIFIED and self.kinds.get(actor) in PARTIES

    def _is_fight(self, claim: ClaimDraft) -> bool:
        return claim.type == "ASSAULT" and is_word_of(self.document, claim, FIGHTS)

    def _lies_in_dispute(self, claim: ClaimDraft) -> bool:
        """Whether the claim lies within somebody's accusation or denial, however deep."""
        at = claim.attribution
        while at is not None:
            within = self.findings.attributions[at]
            if within.act in _DISPUTED:
                return True
            at = within.parent
        return False

    def is_open(self, claim: ClaimDraft, fresh: AbstractSet[int]) -> bool:
        """Whether the claim is of an attack or harm that took place, and nothing tells by whom."""
        took_place = claim.type in STRIKING and claim.factuality == "CT+" and not claim.agent
        if not took_place or claim.anchor_token in fresh or self._lies_in_dispute(claim):
            return False
        document = self.document
        if is_at_large(document, claim) or by_mishap(document, claim) or is_for_an_end(document, claim):
            return False
        here = document.sentence_at(claim.anchor_token)
        fights = (c for c in self.claims if self._is_fight(c))
        fought = any(document.sentence_at(c.anchor_token) == here for c in fights)
        return not fought and any(r.actor != "other" for r in claim.patient)

    def next_attacker(self, claim: ClaimDraft, attacks: Sequence[ClaimDraft]) -> Roles:
        """Who made the next attack, unless in another way or on himself; of the parties their enemy alone."""
        hit = {self.sides.get(r.actor, r.actor) for r in claim.patient} - UNSIDED
        enemy = self.rivals.of(claim.patient) if hit else None
        for attack in attacks:
            far = attack.anchor_token - claim.anchor_token
            who = {self.sides.get(r.actor, r.actor) for r in attack.agent}
            if far <= 0 or claim.mode not in (None, attack.mode) or (hit and enemy not in who):
                continue
            by_group = all(self.kinds.get(r.actor) == _GROUP for r in attack.agent)
            return unspanned(attack.agent) if far <= (_REACH if by_group else _BY_OTHERS) else ()
        return ()

"""Prevailing: the party that a report is about, where words leave open who takes part in what it tells.

A report that names the authorities of a land or the group that rules a town again and again tells of their
arrests, bans and help, and of what threatens them or they are blamed for: "فرض حظر للتجوال" in a report on
what Iraq's ministry does is Iraq's ban. Who is named once or twice is told of beside them, and takes no part
so. Whose doing is praised is named behind it, and who carries out a state's orders is its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.lexicon.predicates import RoleName
from riwaya.reading.draft import (
    BODIES,
    STATE_KINDS,
    ActorMention,
    AttributionDraft,
    ClaimDraft,
    Findings,
    RoleDraft,
)
from riwaya.reading.events.fights import is_word_of
from riwaya.reading.events.naming import Roles
from riwaya.text import Document

#: How often a report names whom it is about. Fewer mentions than this are right less often than "somebody".
_OFTEN = 3
_GROUPS = frozenset(("armed-group",))
#: Whom acts of a type leave open, and of which kinds he is who takes that part.
_OPEN = {
    ("COERCE", "agent"): BODIES,
    ("AID", "agent"): BODIES,
    ("RETREAT", "agent"): _GROUPS,
    ("THREATEN", "patient"): BODIES,
    ("ACCUSE", "patient"): _GROUPS,
    ("MONITOR", "patient"): BODIES,
    ("REJECT", "patient"): BODIES,
}
#: Beginnings of words for orders, folded, which a state gives to its own.
_ORDERS = word_beginnings("order")
#: Beginnings of words for what is done to whom a report is about, folded, and not by him.
_UNDERMINING = word_beginnings("undermining")
#: How far behind an act of praise or support, in tokens, he may be named whose doing it is.
_BEHIND = 15
#: Signs that end the words on what is praised.
_ENDS = frozenset(("»", '"', "”"))


def with_prevailing(document: Document, claims: Sequence[ClaimDraft], findings: Findings) -> list[ClaimDraft]:
    """The claims; where only somebody takes part, it is the party that the report is about."""
    report = _Report.of(document, findings)
    return [report.completed(claim) for claim in claims]


def _is_somebody(roles: Roles) -> bool:
    """Whether but one takes part of whom neither a word nor the sentences before say who he is."""
    return len(roles) == 1 and roles[0].actor == "other" and roles[0].span is None


@dataclass(frozen=True, slots=True)
class _Report:
    """Whom a report names: the bodies it tells of, those named most often first."""

    document: Document
    mentions: Sequence[ActorMention]
    said: Sequence[AttributionDraft]
    kinds: dict[str, str]
    often: tuple[str, ...]

    @classmethod
    def of(cls, document: Document, findings: Findings) -> _Report:
        named = [m for m in findings.actors if m.counts and m.kind in BODIES]
        counts = Counter(a for m in named for a in m.actors)
        often = tuple(a for a, n in counts.most_common() if n >= _OFTEN)  # of equals, who is named first
        return cls(
            document, named, findings.attributions, {a: m.kind for m in named for a in m.actors}, often
        )

    def completed(self, claim: ClaimDraft) -> ClaimDraft:
        """The claim with those who take part in it where nobody is said to."""
        if claim.type == "SUPPORT" and _is_somebody(claim.patient):
            return replace(claim, patient=self._whose(claim) or claim.patient)
        if claim.type == "REQUEST" and _is_somebody(claim.patient):
            return replace(claim, patient=self._its_own(claim) or claim.patient)
        if claim.type == "REJECT" and claim.theme is not None and not claim.patient:
            # "رفضت الفصائل تسليم السلاح": he wanted it; "رفضت التعليق" leaves it at that
            return replace(claim, patient=self._main(claim, "patient", claim.agent))
        agent = self._main(claim, "agent", claim.patient) if _is_somebody(claim.agent) else claim.agent
        claim = replace(claim, agent=agent)
        patient = self._main(claim, "patient", agent) if _is_somebody(claim.patient) else claim.patient
        return replace(claim, patient=patient)

    def _main(self, claim: ClaimDraft, role: RoleName, others: Roles) -> Roles:
        """Whom the report names most often of the kinds that take the role, else who takes it now."""
        kinds = _OPEN.get((claim.type, role), frozenset())
        taken = {r.actor for r in others} | self._apart(claim)
        who = next((a for a in self.often if self.kinds[a] in kinds and a not in taken), None)
        return (claim.agent if role == "agent" else claim.patient) if who is None else (RoleDraft(who, None),)

    def _apart(self, claim: ClaimDraft) -> set[str]:
        """Who takes no part: the speaker whom nobody accuses, all where one is undermined or is left to."""
        if is_word_of(self.document, claim, _UNDERMINING) or (claim.type == "RETREAT" and claim.patient):
            return set(self.often)
        if claim.type != "ACCUSE" or claim.attribution is None:
            return set()
        return set(self.said[claim.attribution].actors)

    def _its_own(self, claim: ClaimDraft) -> Roles:
        """A state that gives an order, which its own carry out: أوعزت تركيا بإغلاق المعبر."""
        one = len(claim.agent) == 1 and self.kinds.get(claim.agent[0].actor) in STATE_KINDS
        ordered = one and claim.factuality != "CT-" and is_word_of(self.document, claim, _ORDERS)
        return (RoleDraft(claim.agent[0].actor, None),) if ordered else ()

    def _whose(self, claim: ClaimDraft) -> Roles:
        """Whose doing is praised or backed: ترحب بأي اتفاق مع إيران, مثمنا تصنيف السعودية للحزب."""
        tokens, first = self.document.tokens, claim.anchor_token + 1
        sentence = self.document.sentence_at(claim.anchor_token)
        last = first if sentence is None else min(self.document.sentences[sentence].end, first + _BEHIND)
        end = next((i for i in range(first, last) if tokens[i].text in _ENDS), last)
        acting = {r.actor for r in claim.agent}
        near = (m for m in self.mentions if first <= m.first < end)
        who = next((m.actors for m in near if not acting.intersection(m.actors)), ())
        return tuple(RoleDraft(a, None) for a in who)


__all__ = ["with_prevailing"]

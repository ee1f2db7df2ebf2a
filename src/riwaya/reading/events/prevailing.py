"""Prevailing: the state that a report is about, where no words say whose arrests and orders it tells of.

A report that names the authorities of one land again and again, and hardly any other's, tells of their
arrests, verdicts and bans: "تقرر حظر التجوال" in a report on what Iraq's ministry does is Iraq's ban.
Who is named beside them takes no part so. Whose doing is praised is named close behind it, and who carries
out a state's orders is its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.lexicon.event_words import event_words, word_beginnings
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
from riwaya.reading.events.naming import Roles, are_open
from riwaya.text import Document, word_before

#: How often a report names the state that it is about, and how many times as often as any other body: of
#: fewer mentions "somebody" is right more often.
_OFTEN = 3
_FAR_MORE = 2
#: Modes of what a state does to people on its land.
_OF_STATES = frozenset(("arrest", "ban", "restrict", "seize", "deport", "censor", "execute", "convict"))
#: Words for a land's police and courts, folded, without article.
_POLICE = event_words("police")
#: Beginnings of words for orders, folded, which a state gives to its own.
_ORDERS = word_beginnings("order")
#: How far behind an act of praise or support, in tokens, he may be named whose doing it is.
_BEHIND = 6
#: Acts of a speaker by which he tells of his own doing; of another's he says what it is like.
_OWN_DOING = frozenset(("announce", "confirm", "commit"))
#: "Of whoever", folded, behind which nobody does what is told: ولا أظلم ممن منع ….
_WHOEVER = "ممن"
#: Signs that end the words on what is praised.
_ENDS = frozenset(("»", '"', "”"))


def with_prevailing(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings, sides: Mapping[str, str]
) -> list[ClaimDraft]:
    """The claims; where only somebody takes part, it is the state that the report is about.

    `sides` names the party of each actor.
    """
    report = _Report.of(document, findings, sides)
    return [report.completed(claim) for claim in claims]


def _is_somebody(roles: Roles) -> bool:
    """Whether but one takes part of whom neither a word nor the sentences before say who he is."""
    return len(roles) == 1 and are_open(roles)


@dataclass(frozen=True, slots=True)
class _Report:
    """Whom a report names, and the state that it is about, if there is one."""

    document: Document
    said: Sequence[AttributionDraft]
    sides: Mapping[str, str]
    mentions: Sequence[ActorMention]
    kinds: Mapping[str, str]
    state: str | None

    @classmethod
    def of(cls, document: Document, findings: Findings, sides: Mapping[str, str]) -> _Report:
        named = [m for m in findings.actors if m.counts and m.kind in BODIES]
        kinds = {a: m.kind for m in named for a in m.actors}
        most = Counter(a for m in named for a in m.actors).most_common(2)
        others = most[1][1] if len(most) > 1 else 0
        alone = bool(most) and most[0][1] >= max(_OFTEN, _FAR_MORE * others)
        state = most[0][0] if alone and kinds[most[0][0]] in STATE_KINDS else None
        return cls(document, findings.attributions, sides, named, kinds, state)

    def completed(self, claim: ClaimDraft) -> ClaimDraft:
        """The claim with those who take part in it where nobody is said to."""
        if claim.type == "SUPPORT" and _is_somebody(claim.patient):
            return replace(claim, patient=self._whose(claim) or claim.patient)
        if claim.type == "REQUEST" and _is_somebody(claim.patient):
            return replace(claim, patient=self._its_own(claim) or claim.patient)
        hit = {role.actor for role in claim.patient}
        unnamed = _is_somebody(claim.agent) or self._is_police(claim.agent)
        of_state = claim.type == "COERCE" and claim.mode in _OF_STATES and unnamed
        if self.state is None or self.state in hit or not of_state or self._is_anothers(claim):
            return claim
        return replace(claim, agent=(RoleDraft(self.state, claim.agent[0].span),))

    def _is_anothers(self, claim: ClaimDraft) -> bool:
        """Whether another state tells of its own doing, or of whoever does so: ممن منع."""
        if word_before(self.document.tokens, claim.anchor_token) == _WHOEVER:
            return True
        by = None if claim.attribution is None else self.said[claim.attribution]
        said = by.actors if by is not None and by.act in _OWN_DOING else ()
        states = {self.sides.get(actor, actor) for actor in said if self.kinds.get(actor) in STATE_KINDS}
        return bool(states) and self.sides.get(self.state or "", self.state) not in states

    def _is_police(self, roles: Roles) -> bool:
        """Whether a land's police or courts are named, and nothing behind them says whose they are.

        "اعتقلت الشرطة", not "اعتقلت الشرطة في جزيرة بعيدة" nor "شرطة المرور": the latter may be a town's.
        """
        if len(roles) != 1 or roles[0].actor != "other" or roles[0].span is None:
            return False
        first, end = self.document.token_range(roles[0].span.start, roles[0].span.end)
        words = [t.folded.removeprefix("ال") for t in self.document.tokens[first : end + 1]]
        return words[0] in _POLICE and "في" not in words

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

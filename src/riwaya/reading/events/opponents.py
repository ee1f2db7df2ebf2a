"""Opponents: whom a party fights all over the report is whom it took a place from, or whose soldiers fell.

Only where the report tells of one such side; of two nobody is guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Literal

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HedgeLexicon
from riwaya.reading.draft import STATE_KINDS, STRIKING, UNIDENTIFIED, VIOLENT, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.losers import takes
from riwaya.reading.events.naming import Roles, are_of_some_body
from riwaya.reading.events.rivals import Rivals
from riwaya.reading.events.struck import CHARGES
from riwaya.text import Document
from riwaya.text.tokens import DEFINITE, splits

_FIGHTING = frozenset(("ASSAULT", "HARM", "COERCE", "CONTROL", "RETREAT"))
_NOBODY = frozenset(("other", "civilians", UNIDENTIFIED))
Whose = Literal["a state's", "a group's", "anybody's"]
#: Beginnings of words for soldiers and policemen, and for what is fired or laid, folded.
_SOLDIERS = word_beginnings("soldier")
_FIRED = (*CHARGES, *word_beginnings("fired"))
#: How often a state must be named for soldiers to be its own, and endings of adjectives for whose they are.
_NAMED = 2
_NATIONS = ("يون", "يين", "يان", "ي", "يا")
#: Words for a people, folded, that say of fighters whose they are.
_PEOPLES = event_words("people")
#: How many words of those hit are looked at.
_WORDS = 4


def with_opponents(
    document: Document,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    hedges: HedgeLexicon,
    sides: Mapping[str, str],
    verbs: AbstractSet[int],
    rivals: Rivals,
) -> list[ClaimDraft]:
    """The claims; places were taken from, and soldiers and positions are, the only group that is fought.

    Where the report tells of no fight with anybody, those are the only rival's in a war. `verbs` are the
    anchor tokens that are finite verbs.
    """
    groups = {a for m in findings.actors if m.kind == "armed-group" for a in m.actors}
    return _Fights(document, claims, hedges, sides, frozenset(groups), verbs, rivals).settled(claims)


class _Fights:
    """Who fights whom in a report, by how often it says so."""

    def __init__(
        self,
        document: Document,
        claims: Sequence[ClaimDraft],
        hedges: HedgeLexicon,
        sides: Mapping[str, str],
        groups: AbstractSet[str],
        verbs: AbstractSet[int],
        rivals: Rivals,
    ) -> None:
        self.document, self.hedges, self.sides, self.rivals = document, hedges, sides, rivals
        self.groups, self.verbs = groups, verbs
        self.fought: dict[str, Counter[str]] = defaultdict(Counter)
        self.beaten: Counter[str] = Counter()
        for claim in claims:
            if claim.type in _FIGHTING and claim.factuality != "CT-":
                self._note(claim)

    def _note(self, claim: ClaimDraft) -> None:
        losing = claim.agent if claim.type == "RETREAT" else claim.patient
        self.beaten.update({r.actor for r in losing} & self.groups)
        for one in {r.actor for r in claim.agent} - _NOBODY:
            for other in {r.actor for r in claim.patient} - _NOBODY:
                a, b = self.sides.get(one, one), self.sides.get(other, other)
                if a != b:
                    self.fought[a][other] += 1
                    self.fought[b][one] += 1

    def settled(self, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
        """The claims with the opponents whom they leave unsaid."""
        return [self._settled(claim) for claim in claims]

    def _settled(self, claim: ClaimDraft) -> ClaimDraft:
        """The claim with whom a place was taken from, or whose the soldiers and things are that were hit."""
        if not claim.patient and takes(self.document, claim):
            told = self._parties(claim.agent) or any(r.span is not None for r in claim.agent)
            if not told and claim.anchor_token in self.verbs:
                return claim  # "منذ أن سيطر": whoever is spoken of
            known = self._enemy(claim.agent), self._beaten(claim.agent), self.rivals.of(claim.agent)
            group = next((enemy for enemy in known if enemy in self.groups), None)
            return claim if group is None else replace(claim, patient=(RoleDraft(group, None),))
        of = _whose(self.document, claim.patient, self.hedges) if claim.type in STRIKING else None
        enemy = None if of is None else self._enemy(claim.agent, of) or self._rival(claim.agent, of)
        if enemy is None:
            return claim
        return replace(claim, patient=(RoleDraft(enemy, claim.patient[0].span),))

    def _parties(self, roles: Roles) -> set[str]:
        return {self.sides.get(r.actor, r.actor) for r in roles} - _NOBODY

    def _enemy(self, agents: Roles, of: Whose = "anybody's") -> str | None:
        """The one side, group or state that the doers fight."""
        own = self._parties(agents)
        against: Counter[str] = Counter()
        for party in own:
            fought: Mapping[str, int] = self.fought.get(party, {})
            against.update({a: n for a, n in fought.items() if self._fits(a, of)})
        return self._only(against, own)

    def _rival(self, agents: Roles, of: Whose) -> str | None:
        """The doers' only rival in a war, where the report tells of nobody whom they fight."""
        if any(self.fought.get(party) for party in self._parties(agents)):
            return None
        rival = self.rivals.of(agents)
        return rival if rival is not None and self._fits(rival, of) else None

    def _fits(self, actor: str, of: Whose) -> bool:
        return of == "anybody's" or (actor in self.groups) == (of == "a group's")

    def _beaten(self, agents: Roles) -> str | None:
        """The one group that is fought, where a state's forces or nobody known takes a place."""
        known = {r.actor for r in agents} & self.groups
        return None if known else self._only(self.beaten, self._parties(agents))

    def _only(self, against: Counter[str], own: set[str]) -> str | None:
        """The one side of these, or the most fought of a camp that wages war together."""
        found = {a: n for a, n in against.items() if self.sides.get(a, a) not in own}
        parties = {self.sides.get(a, a) for a in found}
        camps = [(party,) for party in parties] + [war.side for war in self.rivals.wars]
        camp = next((c for c in camps if parties and parties <= set(c)), None)
        if camp is None:
            return None
        return min(found, key=lambda a: (-found[a], camp.index(self.sides.get(a, a)), a))


def _whose(document: Document, patient: Roles, hedges: HedgeLexicon) -> Whose | None:
    """Whose those hit must be, if they are fighters or military things of whom nothing is said."""
    if len(patient) != 1 or patient[0].actor != "other" or patient[0].span is None:
        return None
    first, end = document.token_range(patient[0].span.start, patient[0].span.end)
    words = [_bare(t.folded) for t in document.tokens[first : min(end, first + _WORDS)]]
    after = document.tokens[end].folded if end < len(document.tokens) else ""
    if after.startswith("لل") or any(word in _PEOPLES for word in words) or are_of_some_body(document, end):
        return None
    kinds = {hedges.targets.get(s.rest) for word in words for s in splits(word)}
    if kinds & {"person", "civil"} or any(word.startswith(_FIRED) for word in words):
        return None
    if any(word.startswith(_SOLDIERS) for word in words):
        return "a state's"
    if "fighter" in kinds:
        return "a group's"
    return "anybody's" if "thing" in kinds else None


def _bare(folded: str) -> str:
    """The word without article, also behind a proclitic."""
    return next((folded[len(p) :] for p in DEFINITE if folded.startswith(p)), folded)


def with_own_soldiers(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings, sides: Mapping[str, str]
) -> list[ClaimDraft]:
    """The claims; soldiers and policemen of whom nothing is said are those of the report's own state.

    That is the state named most of all, and more than twice, where it does not act itself.
    """
    named = Counter(
        sides.get(a, a) for m in findings.actors if m.kind in STATE_KINDS for a in m.actors if m.counts
    )
    best = named.most_common(2)
    if not best or best[0][1] < _NAMED or (len(best) > 1 and best[0][1] <= best[1][1]):
        return list(claims)
    state = best[0][0]
    return [
        replace(claim, patient=(RoleDraft(state, claim.patient[0].span),))
        if claim.type in VIOLENT
        and state not in {sides.get(r.actor, r.actor) for r in claim.agent}
        and _are_soldiers(document, claim.patient)
        else claim
        for claim in claims
    ]


def _are_soldiers(document: Document, patient: Roles) -> bool:
    """Whether soldiers or policemen are named, and nothing behind them says whose."""
    if len(patient) != 1 or patient[0].actor != "other" or patient[0].span is None:
        return False
    first, end = document.token_range(patient[0].span.start, patient[0].span.end)
    words = [_bare(t.folded) for t in document.tokens[first:end]]
    after = document.tokens[end].folded if end < len(document.tokens) else ""
    heads = [k for k, word in enumerate(words[:_WORDS]) if word.startswith(_SOLDIERS)]
    return bool(heads) and not any(w.endswith(_NATIONS) for w in words[heads[0] + 1 :]) and after != "من"

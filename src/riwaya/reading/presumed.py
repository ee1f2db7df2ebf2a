"""Who is left unsaid because the report as a whole says it: the other side of the war, the state, people.

The last resort of the roles: only claims that every nearer reading left open are completed here, and what
is taken over carries no span.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from riwaya.model import ActorKind, EventType
from riwaya.reading.anchors import Lexicons
from riwaya.reading.draft import ActorMention, ClaimDraft, Findings, RoleDraft
from riwaya.reading.naming import Roles, target_kind
from riwaya.text import Document

#: Types whose two sides are at war with each other.
_FIGHTING = frozenset(("ASSAULT", "HARM", "CONTROL"))
#: Kinds of parties that wage war.
_WARRING = frozenset(("state", "government", "armed-group", "armed-forces", "coalition"))
#: Types that are done to the enemy where nobody else is named.
_TO_A_FOE = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
#: Types whose things and fighters are the enemy's where nobody is named, and what kinds of words those are.
_OF_THE_FOE = frozenset(("ASSAULT", "HARM"))
_FIGHTERS = frozenset(("fighter",))
_OWNED = frozenset(("thing", "place", "fighter", "soldier"))
#: How many words into a phrase, behind a number, the noun may stand.
_HEAD = 3
#: Types that are done by the enemy of whom they befall.
_BY_A_FOE = frozenset(("ASSAULT",))
#: Types that somebody always does, and that are always done to somebody.
_BY_SOMEBODY = frozenset(("ASSAULT", "COERCE", "CONTROL", "PROTEST", "REQUEST", "REJECT"))
_TO_SOMEBODY = frozenset(
    ("REJECT", "ASSAULT", "COERCE", "REQUEST", "SUPPORT", "COOPERATE", "ACCUSE", "CONSULT", "PROTEST")
)
#: Types that a state does, and that are aimed at the state, where the report speaks of one.
_BY_THE_STATE = frozenset(("COERCE", "MOBILIZE"))
_TO_THE_STATE = frozenset(("PROTEST", "REQUEST"))
#: Beginnings of words for people killed, hurt or driven away, folded; other harm is done to things.
_CASUALTIES = (
    "قتل",
    "قتيل",
    "شهيد",
    "شهداء",
    "جرح",
    "جريح",
    "ضحايا",
    "اصاب",
    "وفا",
    "وفي",
    "مصرع",
    "انتحار",
    "نزوح",
    "نازح",
)
_SOMEBODY: Roles = (RoleDraft("other", None),)
_PEOPLE: Roles = (RoleDraft("civilians", None),)


def with_presumed(
    document: Document,
    lexicons: Lexicons,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    aimed: AbstractSet[int],
    sides: Mapping[str, str],
) -> list[ClaimDraft]:
    """The claims; who is still missing is the foe, the state, those who live where it struck, or somebody.

    `aimed` are the anchor tokens of attacks on a place that is named. `sides` maps actors to the party that
    they belong to.
    """
    report = _Report.of(document, lexicons, claims, findings.actors, sides)
    return [report.completed(claim, aimed) for claim in claims]


@dataclass(frozen=True, slots=True)
class _Report:
    """Who fights whom in a report, and the state that it speaks of most."""

    document: Document
    lexicons: Lexicons
    foes: Mapping[str, Counter[str]]
    sides: Mapping[str, str]
    state: str | None
    kinds: Mapping[str, ActorKind]

    @classmethod
    def of(
        cls,
        document: Document,
        lexicons: Lexicons,
        claims: Sequence[ClaimDraft],
        mentions: Sequence[ActorMention],
        sides: Mapping[str, str],
    ) -> _Report:
        kinds = {a: m.kind for m in mentions for a in m.actors}
        foes: dict[str, Counter[str]] = {}
        for claim in claims:
            if claim.type not in _FIGHTING:
                continue
            for one in (r.actor for r in claim.agent if kinds.get(r.actor) in _WARRING):
                for other in (r.actor for r in claim.patient if kinds.get(r.actor) in _WARRING):
                    if sides.get(one, one) != sides.get(other, other):
                        foes.setdefault(sides.get(one, one), Counter())[other] += 1
                        foes.setdefault(sides.get(other, other), Counter())[one] += 1
        states = Counter(a for m in mentions if m.kind in ("state", "government") for a in m.actors)
        state = states.most_common(1)[0][0] if states else None
        return cls(document, lexicons, foes, sides, state, kinds)

    def completed(self, claim: ClaimDraft, aimed: AbstractSet[int]) -> ClaimDraft:
        """The claim with the roles that are left open, as its type allows."""
        agent, patient = claim.agent, claim.patient
        if claim.type in _TO_A_FOE and not patient:
            patient = self._foe(agent)
        if claim.type == "HARM" and self._fell_attacking(agent, patient):
            # "صد هجوم للتنظيم … وقتل 15 مسلحا": fighters who fell are those of the armed group
            agent, patient = self._foe(agent), tuple(replace(r, actor=agent[0].actor) for r in patient)
        if (
            claim.type in _OF_THE_FOE
            and {r.actor for r in patient} == {"other"}
            and self._is_vague(patient[0])
        ):
            patient = tuple(replace(r, span=patient[0].span) for r in self._foe(agent)) or patient
        if not patient and claim.type == "ASSAULT" and claim.anchor_token in aimed:
            patient = _PEOPLE
        if not patient and claim.type == "HARM":
            folded = self.document.tokens[claim.anchor_token].folded
            patient = _PEOPLE if any(stem in folded for stem in _CASUALTIES) else _SOMEBODY
        if not agent and claim.type in _BY_A_FOE:
            agent = self._foe(patient)
        if not agent and claim.type in _BY_THE_STATE:
            agent = self._state(patient)
        if not patient and claim.type in _TO_THE_STATE and not self._is_party(agent):
            patient = self._state(agent)
        if claim.mode != "explosives":  # a bomb goes off; nobody need be said to have laid it
            agent = agent or self._somebody(claim.type, _BY_SOMEBODY)
        patient = patient or self._somebody(claim.type, _TO_SOMEBODY)
        return replace(claim, agent=agent, patient=patient)

    def _is_vague(self, role: RoleDraft) -> bool:
        """Whether only things, a place or fighters are named that may be the enemy's: مبنى, مسلحا."""
        return role.span is None or self._heads(role, _OWNED)

    def _fell_attacking(self, agent: Roles, patient: Roles) -> bool:
        """Whether an armed group is only understood to have killed fighters of nobody, and has a foe."""
        if [r.actor for r in patient] != ["other"] or len(agent) != 1 or agent[0].span is not None:
            return False
        group = self.kinds.get(agent[0].actor) == "armed-group"
        return group and bool(self._foe(agent)) and self._heads(patient[0], _FIGHTERS)

    def _heads(self, role: RoleDraft, kinds: AbstractSet[str]) -> bool:
        """Whether a word of one of the kinds is among the first that name the participant."""
        if role.span is None:
            return False
        words = self.document.tokens[slice(*self.document.token_range(role.span.start, role.span.end))]
        return any(target_kind(self.lexicons, t.folded) in kinds for t in words[:_HEAD])

    def _is_party(self, who: Roles) -> bool:
        return any(self.kinds.get(r.actor) in _WARRING for r in who)

    @staticmethod
    def _somebody(kind: EventType, kinds: AbstractSet[str]) -> Roles:
        return _SOMEBODY if kind in kinds else ()

    def _foe(self, of: Roles) -> Roles:
        """Whom the report tells of most often as the enemy of somebody; nobody where it tells of none."""
        for role in of:
            against = self.foes.get(self.sides.get(role.actor, role.actor))
            if against:
                return (RoleDraft(against.most_common(1)[0][0], None),)
        return ()

    def _state(self, other: Roles) -> Roles:
        """The state that the report speaks of, unless it is on the other side."""
        taken = {self.sides.get(r.actor, r.actor) for r in other}
        return () if self.state is None or self.state in taken else (RoleDraft(self.state, None),)

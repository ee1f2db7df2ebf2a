"""Nobody attacks, harms or accuses himself: who is only understood to do it to his own side does not.

Only a bomber is told of as blowing himself up, by which he attacks those who are there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.lexicon.hedges import HUMAN
from riwaya.packs.wars import War
from riwaya.reading.draft import UNIDENTIFIED, ClaimDraft, RoleDraft
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.casts import Cast
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.fights import SUICIDE
from riwaya.reading.events.naming import Roles, Setting, is_self, somebody, target_kind, words_of
from riwaya.reading.events.roles import assign

#: Types that nobody does to his own side unless words say so.
_AGAINST = frozenset(("ASSAULT", "HARM", "COERCE", "CONTROL", "ACCUSE", "THREATEN", "SANCTION"))
#: Ids that stand for many: one of them may do it to another.
_MANY = frozenset(("other", "civilians", UNIDENTIFIED))

#: How many claims before one its doer may have been named.
_BEFORE = 2

#: How far behind its verb "himself" may stand.
_NEAR = 5
#: Prepositions of those among whom or before whom somebody blows himself up.
_AMONG = frozenset(("في", "وسط", "بين", "داخل", "امام", "قرب", "عند", "قباله", "لدي"))


def blows_himself_up(setting: Setting, anchor: Anchor) -> bool:
    """Whether a verb for blasting has "himself" as its object: فجر انتحاري نفسه, فجر نفسه."""
    return _himself(setting, anchor) is not None


def _himself(setting: Setting, anchor: Anchor) -> int | None:
    """The token of "himself"; "the same" behind a noun with the article is another: فجر المنزل نفسه."""
    if not anchor.verbal or anchor.predicate.mode != "explosives" or anchor.predicate.object != "patient":
        return None
    tokens = setting.document.tokens
    for i in range(anchor.token + 1, min(len(tokens), anchor.token + 1 + _NEAR)):
        if tokens[i].kind == "sign":
            return None
        if is_self(tokens[i]):
            before = tokens[i - 1].folded
            own = i == anchor.token + 1 or not before.startswith("ال") or _is_bomber(setting, before)
            return i if own else None
    return None


def _is_bomber(setting: Setting, folded: str) -> bool:
    """Whether the word before "himself" names people: فجر الانتحاري نفسه."""
    people = target_kind(setting.lexicons, folded) in HUMAN
    return people or folded.removeprefix("ال").startswith(SUICIDE)


def give_bombed(
    setting: Setting, cast: Cast, anchor: Anchor, subject: Phrase | None, right: Sequence[Phrase]
) -> None:
    """Let who blows himself up do it to those among whom he does: فجر انتحاري نفسه وسط تجمع للقوات, في سوق.

    He is no civilian, and a land is only where.
    """
    himself = _himself(setting, anchor)
    if himself is None:
        return
    between = setting.phrase_of.get(anchor.token + 1) if himself > anchor.token + 1 else None
    who = subject if between is None or setting.phrases[between].preposition else setting.phrases[between]
    named = bool(cast.agent) and who is subject
    if who is not None and who.words and not (named and any(r.actor != "civilians" for r in cast.agent)):
        listed = tuple(r for r in somebody(setting, who) if r.actor != "civilians")
        cast.agent = listed or (RoleDraft("other", words_of(setting, who, who.words)),)
    there = next((p for p in right if p.preposition in _AMONG and p.words), None)
    if there is not None and not any(m.kind == "state" for m in there.actors):
        assign(setting, cast, anchor.predicate, "patient", there)


def not_against_oneself(
    claims: Sequence[ClaimDraft], sides: Mapping[str, str], wars: Sequence[War]
) -> list[ClaimDraft]:
    """The claims without participants that no words name and that stand on both sides.

    `sides` names the party of each actor: soldiers of a state are no enemies of their government. Nor are
    those who wage one of the `wars` together, unless words tell of an attack of one on another. Of two that
    are both understood the doer is the less sure.
    """
    told = [_parties(c.agent, sides) | _parties(c.patient, sides) for c in claims if _is_named(c)]
    camps = [c for c in _camps(wars, sides) if not any(len(both) > 1 and both <= c for both in told)]
    found = [_parted(claim, sides) if claim.type in _AGAINST else claim for claim in claims]
    return [
        _without_allies(c, sides, camps, _last_doers(found[max(0, i - _BEFORE) : i]))
        if c.type in _AGAINST
        else c
        for i, c in enumerate(found)
    ]


def _last_doers(claims: Sequence[ClaimDraft]) -> frozenset[str]:
    """Who of these claims, which stand just before, was last told in words to act against others."""
    acts = (c for c in reversed(claims) if c.type in _AGAINST and c.agent)
    last = next((c for c in acts if all(r.span is not None for r in c.agent)), None)
    return frozenset() if last is None else frozenset(r.actor for r in last.agent)


def _camps(wars: Sequence[War], sides: Mapping[str, str]) -> list[frozenset[str]]:
    """Those who wage a war together: one side of it, or with a government all who help it."""
    camps = [w.side for w in wars] + [w.against for w in wars if w.government is not None]
    return [frozenset(sides.get(actor, actor) for actor in camp) for camp in camps if len(camp) > 1]


def _is_named(claim: ClaimDraft) -> bool:
    """Whether words name both sides."""
    return claim.type in _AGAINST and all(
        side and all(role.span is not None for role in side) for side in (claim.agent, claim.patient)
    )


def _without_allies(
    claim: ClaimDraft, sides: Mapping[str, str], camps: Sequence[frozenset[str]], before: frozenset[str]
) -> ClaimDraft:
    """The claim without those who are only understood to act against an ally, or to suffer it from him.

    Who was told to act right `before` does so again: it is only unknown against whom.
    """
    doing, suffering = _parties(claim.agent, sides), _parties(claim.patient, sides)
    allied = doing and suffering and any(doing | suffering <= camp for camp in camps)
    if not allied or _is_named(claim):
        return claim
    agent, patient = (
        tuple(r for r in side if not _is_understood(claim, r)) for side in (claim.agent, claim.patient)
    )
    counted = tuple(replace(r, actor="other") for r in claim.patient if r.span is not None)
    if not (agent or patient) and (counted or {r.actor for r in claim.agent} <= before):
        return replace(claim, patient=counted)  # "شن التحالف غارات. وأسفرت عن مقتل 8": who flew them was told
    return replace(claim, agent=agent, patient=patient)


def _is_understood(claim: ClaimDraft, role: RoleDraft) -> bool:
    """Whether no words name whom the role tells of: a bare count does not, مقتل 8."""
    q = claim.quantity
    return role.span is None or (q is not None and q.noun is None and q.span == role.span)


def _parted(claim: ClaimDraft, sides: Mapping[str, str]) -> ClaimDraft:
    both = _parties(claim.agent, sides) & _parties(claim.patient, sides)
    if not both:
        return claim
    if any(_is_told_of_them(r, claim.patient) for r in claim.agent):
        return replace(claim, agent=())
    agent = tuple(r for r in claim.agent if r.span is not None or sides.get(r.actor, r.actor) not in both)
    if len(agent) < len(claim.agent):
        return replace(claim, agent=agent)
    patient = tuple(r for r in claim.patient if r.span is not None or sides.get(r.actor, r.actor) not in both)
    return replace(claim, patient=patient)


def _is_told_of_them(role: RoleDraft, patient: Roles) -> bool:
    """Whether the same words name whom it befell, or go on with them: قتل [9 من [عناصر التنظيم]] في هجوم."""
    span = role.span
    return span is not None and any(
        r.actor == role.actor
        and r.span is not None
        and r.span.start <= span.end + 1
        and span.start <= r.span.end + 1
        for r in patient
    )


def _parties(roles: Roles, sides: Mapping[str, str]) -> set[str]:
    return {sides.get(r.actor, r.actor) for r in roles} - _MANY

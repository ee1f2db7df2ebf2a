"""Matters: the claims that are about one incident, or about what is contested of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.model import MatterKind
from riwaya.packs.pack import Party
from riwaya.reading.draft import ClaimDraft, Findings, LinkDraft, MatterDraft
from riwaya.reading.linking.wordings import label_of
from riwaya.text import Document

#: Links whose ends contest one thing; the others only tell it again or explain it.
CONTESTED = frozenset(("denies", "contradicts", "counter-accuses"))
_TOGETHER = CONTESTED | {"answers", "supports", "repeats", "supersedes"}
#: What a matter is named after first: what is alleged, before the talk about it.
_LEADING = (
    "ASSAULT", "SHELTER", "HARM", "CONTROL", "COERCE", "RETREAT", "MOBILIZE", "MONITOR", "PRESENCE", "MOVE",
    "AID", "SUPPORT", "COOPERATE", "SANCTION", "PROTEST", "REQUEST", "REJECT", "AGREE", "CONSULT", "CONCEDE",
    "THREATEN", "ACCUSE",
)  # fmt: skip
#: Acts that name a matter where what they are about did not happen, or is not said to.
_ACTS = frozenset(("REQUEST", "REJECT"))
_LINKED_HARM = 15


def find_matters(
    document: Document,
    claims: Sequence[ClaimDraft],
    links: Sequence[LinkDraft],
    findings: Findings,
    parties: Mapping[str, Party],
) -> tuple[MatterDraft, ...]:
    """Groups of at least two claims, in the order of their first claim; each claim in one matter at most."""
    leader = list(range(len(claims)))
    for link in links:
        if link.relation in _TOGETHER:
            _join(leader, link.source, link.target)
    for i, claim in enumerate(claims):
        if claim.theme is not None:
            _join(leader, i, claim.theme)
        if claim.type == "HARM" and i and _same_incident(document, claims[i - 1], claim):
            _join(leader, i, i - 1)
    groups: dict[int, list[int]] = {}
    for i in range(len(claims)):
        groups.setdefault(_root(leader, i), []).append(i)
    contested = {_root(leader, link.source) for link in links if link.relation in CONTESTED}
    contested |= {_root(leader, i) for i, c in enumerate(claims) if _disputed(c, findings)}
    found: list[MatterDraft] = []
    for root, members in groups.items():
        if len(members) > 1:
            kind: MatterKind = "question" if root in contested else "incident"
            leading, theme = _leading(claims, members, links)
            label = label_of(document, leading, kind, parties, theme)
            found.append(MatterDraft(kind, label, tuple(members)))
    return tuple(found)


def _leading(
    claims: Sequence[ClaimDraft], members: Sequence[int], links: Sequence[LinkDraft]
) -> tuple[ClaimDraft, ClaimDraft | None]:
    """The claim that a matter is named after; with its theme where that was only asked for or refused."""
    sides = {link.source for link in links if link.relation == "counter-accuses"}
    sides |= {link.target for link in links if link.relation == "counter-accuses"}
    # What two accuse each other of says more than the headline, which takes one side.
    first = min(
        members, key=lambda i: (_LEADING.index(claims[i].type), i not in sides, not claims[i].agent, i)
    )
    act = next((i for i in members if claims[i].theme == first and claims[i].type in _ACTS), None)
    if act is not None and claims[first].factuality in ("CT-", "Uu"):
        return claims[act], claims[first]
    if first not in sides:
        return claims[first], None
    accused = {r.actor: r for i in sorted(sides & set(members)) for r in claims[i].agent}
    return replace(claims[first], agent=tuple(accused.values())), None


def _disputed(claim: ClaimDraft, findings: Findings) -> bool:
    """A claim that its source only thinks likely, denies, or accuses somebody of."""
    if claim.factuality in ("PR+", "PS+", "PR-", "PS-"):
        return True
    return claim.attribution is not None and findings.attributions[claim.attribution].act in (
        "accuse",
        "deny",
    )


def _same_incident(document: Document, before: ClaimDraft, harm: ClaimDraft) -> bool:
    """Victims named beside an attack, in the same sentence and by the same source, are that attack's."""
    near = harm.anchor_token - before.anchor_token <= _LINKED_HARM and before.attribution == harm.attribution
    same = document.sentence_at(before.anchor_token) == document.sentence_at(harm.anchor_token)
    return near and same and before.type in ("ASSAULT", "HARM")


def _root(leader: list[int], i: int) -> int:
    while leader[i] != i:
        leader[i] = leader[leader[i]]
        i = leader[i]
    return i


def _join(leader: list[int], one: int, other: int) -> None:
    a, b = _root(leader, one), _root(leader, other)
    leader[max(a, b)] = min(a, b)

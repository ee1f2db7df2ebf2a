"""The chains of a reading after somebody corrected who said what, through whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from riwaya.model import Attribution, Claim, Hop, Reading

Attributions = Mapping[str, Attribution]


def rechained(before: Reading, after: Reading, claims: Collection[str] | None) -> Reading:
    """`after`, with the chains that follow from its attributions.

    Only `claims` are looked at, or, for None, those that rest on an attribution whose source or parent is
    another than in `before`. Hops of attributions that did not change stay as they are.
    """
    old = {item.id: item for item in before.attributions}
    new = {item.id: item for item in after.attributions}
    changed = {id for id, item in new.items() if id not in old or _facts(item) != _facts(old[id])}
    if claims is None and not changed:
        return after
    outlet = after.report.outlet
    found = tuple(
        replace(claim, chain=_chain(claim, old, new, outlet))
        if (claim.id in claims if claims is not None else changed & {*_path(claim.attribution, new)})
        else claim
        for claim in after.claims
    )
    return replace(after, claims=found)


def used_actors(reading: Reading) -> list[str]:
    """The ids of everybody whom a reading names, each once: sources, hops and roles."""
    found = [actor for said in reading.attributions for actor in said.source_actors]
    for claim in reading.claims:
        found += [actor for hop in claim.chain for actor in hop.actors]
        event = claim.event
        found += [role.actor for role in (*event.agent, *event.patient, *event.recipient)]
    return list(dict.fromkeys(found))


def _facts(item: Attribution) -> tuple[tuple[str, ...], str | None]:
    return item.source_actors, item.parent


def _path(attribution: str | None, known: Attributions) -> Iterator[str]:
    """The attribution and those that it was relayed through, from the origin towards the outlet."""
    seen: set[str] = set()
    at = attribution
    while at is not None and at in known and at not in seen:
        seen.add(at)
        yield at
        at = known[at].parent


def _chain(claim: Claim, old: Attributions, new: Attributions, outlet: str) -> tuple[Hop, ...]:
    own = {hop.attribution: hop.actors for hop in claim.chain if hop.attribution is not None}
    hops = [Hop((outlet,), None)]
    told = {*_path(claim.attribution, old)}
    for id in reversed(list(_path(claim.attribution, new))):
        actors = new[id].source_actors
        if own and id in told and id not in own and _facts(new[id]) == _facts(old[id]):
            continue  # who goes on in his own words is one hop
        if id in own and id in old:
            actors = _successors(own[id], old[id].source_actors, actors)
        # Where nobody is named the outlet speaks for itself, which is no hop of its own.
        if actors != (outlet,):
            hops.append(Hop(actors, id))
    return tuple(hops)


def _successors(own: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """Who takes the place of a claim's holders, when one attribution has several sources (claims.md, 7)."""
    if own == before:
        return after
    if len(before) == len(after):
        following = dict(zip(before, after, strict=True))
        return tuple(following.get(actor, actor) for actor in own)
    return tuple(actor for actor in own if actor in after) or after

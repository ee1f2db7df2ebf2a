"""From findings to the reading: ids given in the order of the text, registries kept to what is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from riwaya.model import (
    Actor,
    Attribution,
    Claim,
    Event,
    Hop,
    Link,
    Matter,
    Mention,
    Name,
    Place,
    Quantity,
    Role,
    Span,
    Speaker,
)
from riwaya.packs.pack import Party
from riwaya.reading.draft import (
    AttributionDraft,
    ClaimDraft,
    Findings,
    LinkDraft,
    MatterDraft,
    QuantityMention,
    RoleDraft,
)

#: The reserved id of a person or body that no registry lists; it is never listed under `actors`.
OTHER = "other"


def mentions(findings: Findings) -> tuple[Mention, ...]:
    """One mention for each span and what it means: actors, places and times apart."""
    named = [(m.span, m.actors) for m in findings.actors if m.counts]
    named += _inner(findings)
    found = [
        Mention(span.start, span.end, actor, None, None)
        for span, actors in named
        for actor in actors
        if actor != OTHER
    ]
    found += [Mention(m.span.start, m.span.end, None, m.place.id, None) for m in findings.places]
    found += [Mention(m.span.start, m.span.end, None, None, m.time) for m in findings.times]
    return tuple(sorted(set(found), key=lambda m: (m.start, m.end, m.actor or "", m.place or "")))


def _inner(findings: Findings) -> list[tuple[Span, tuple[str, ...]]]:
    """The offices (الوزير الروسي) and leaders told inside other words, where no mention but those stands."""
    named = [m for m in findings.actors if m.counts and m.actors != (OTHER,)]
    found: list[tuple[Span, tuple[str, ...]]] = []
    for m in findings.actors:  # the wider first: "ولي ولي العهد السعودي"
        if m.inner is None or (found and _overlap(found[-1][0], m.inner[0])):
            continue
        if not any(n is not m and _overlap(n.span, m.inner[0]) for n in named):
            found.append(m.inner)
    return found


def _overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def places(findings: Findings) -> tuple[Place, ...]:
    """The places of mentions and claims, each once, in the order of the text."""
    found: dict[str, Place] = {}
    claimed = (p for c in findings.claims for p in c.places)
    for mention in (*findings.places, *claimed):
        found.setdefault(mention.place.id, mention.place)
    return tuple(found.values())


def actors(used: Iterable[str], registry: dict[str, Party]) -> tuple[Actor, ...]:
    """The registry's entries for the ids in `used`, each once, in that order; `other` has none."""
    found: dict[str, Actor] = {}
    for actor in used:
        party = registry.get(actor)
        if party is not None and actor not in found:
            found[actor] = Actor(party.id, party.kind, party.party, Name(party.name_ar, party.name_en))
    return tuple(found.values())


def attributions(drafts: Sequence[AttributionDraft], outlet: str) -> tuple[Attribution, ...]:
    """The attributions with ids a1, a2 … in the order of their cues.

    One without a speaker (لم يتسن التحقق) speaks of the outlet itself.
    """
    return tuple(
        Attribution(
            id=f"a{index + 1}",
            cue=d.cue,
            source=d.source,
            source_actors=d.actors or (outlet,),
            speaker=Speaker(d.name, d.role) if d.name is not None or d.role is not None else None,
            content=d.content,
            parent=None if d.parent is None else f"a{d.parent + 1}",
            act=d.act,
            distance=d.distance,
            quoted=d.quoted,
            basis=d.basis,
            addressee=d.addressee,
            venue=d.venue,
            said_at=d.said_at,
        )
        for index, d in enumerate(drafts)
    )


def chain(attribution: int | None, drafts: Sequence[AttributionDraft], outlet: str) -> tuple[Hop, ...]:
    """The hops from the outlet to the speaker of `attribution`, outlet first, origin last.

    Whoever speaks inside his own words is one hop.
    """
    hops: list[Hop] = []
    seen: set[int] = set()
    at: int | None = attribution
    counted = False
    while at is not None and at not in seen:
        seen.add(at)
        said = drafts[at]
        if said.actors and not counted:
            hops.append(Hop(said.actors, f"a{at + 1}"))
        at, counted = said.parent, said.goes_on
    hops.append(Hop((outlet,), None))
    return tuple(reversed(hops))


def claims(drafts: Sequence[ClaimDraft], said: Sequence[AttributionDraft], outlet: str) -> tuple[Claim, ...]:
    """The claims with ids c1, c2 …, each with the chain it came through."""
    return tuple(
        Claim(
            id=f"c{index + 1}",
            anchor=d.anchor,
            content=d.content,
            attribution=None if d.attribution is None else f"a{d.attribution + 1}",
            voice=d.voice,
            chain=_own_chain(d, said, outlet),
            factuality=d.factuality,
            factuality_cue=d.factuality_cue,
            event=_event(d),
        )
        for index, d in enumerate(drafts)
    )


def _own_chain(draft: ClaimDraft, said: Sequence[AttributionDraft], outlet: str) -> tuple[Hop, ...]:
    """The chain of a claim; one that only some of several speakers make ends with those."""
    hops = chain(draft.attribution, said, outlet)
    if draft.holders is None or draft.attribution is None:
        return hops
    return (*hops[:-1], Hop(draft.holders, hops[-1].attribution))


def _event(draft: ClaimDraft) -> Event:
    return Event(
        type=draft.type,
        mode=draft.mode,
        phase=draft.phase,
        agent=_roles(draft.agent),
        patient=_roles(draft.patient),
        recipient=_roles(draft.recipient),
        place=tuple(dict.fromkeys(p.place.id for p in draft.places)),
        time=draft.time,
        quantity=None if draft.quantity is None else _quantity(draft.quantity),
        theme=None if draft.theme is None else f"c{draft.theme + 1}",
    )


def _roles(drafts: Sequence[RoleDraft]) -> tuple[Role, ...]:
    return tuple(Role(d.actor, d.span) for d in drafts)


def _quantity(mention: QuantityMention) -> Quantity:
    return Quantity(
        measure=mention.measure,
        low=mention.low,
        high=mention.high,
        approximate=mention.approximate,
        preliminary=mention.preliminary,
        scope=mention.scope,
        span=Span(mention.span.start, mention.span.end),
    )


def links(drafts: Sequence[LinkDraft], matters: Sequence[MatterDraft]) -> tuple[Link, ...]:
    """The links, each with the matter that holds both its ends."""
    holding: dict[int, list[int]] = {}
    for index, matter in enumerate(matters):
        for claim in matter.claims:
            holding.setdefault(claim, []).append(index)
    return tuple(
        Link(f"c{d.source + 1}", f"c{d.target + 1}", d.relation, _matter_of(d, holding)) for d in drafts
    )


def _matter_of(link: LinkDraft, holding: Mapping[int, Sequence[int]]) -> str | None:
    """The first matter that holds both ends; `holding` lists the matters of each claim."""
    there = frozenset(holding.get(link.target, ()))
    both = next((index for index in holding.get(link.source, ()) if index in there), None)
    return None if both is None else f"m{both + 1}"


def matters(drafts: Sequence[MatterDraft]) -> tuple[Matter, ...]:
    """The matters, with ids from m1 on."""
    return tuple(
        Matter(f"m{index + 1}", d.kind, d.label, tuple(f"c{c + 1}" for c in d.claims))
        for index, d in enumerate(drafts)
    )

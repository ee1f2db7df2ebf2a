"""Labels that mean another party in another mouth: العدو, قواتنا, القوات المسلحة."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.reading.actor_index import ActorIndex
from riwaya.reading.draft import ActorMention, AttributionDraft
from riwaya.text.document import Document


def resolve_labels(
    document: Document,
    mentions: tuple[ActorMention, ...],
    attributions: Sequence[AttributionDraft],
    index: ActorIndex,
    *,
    outlet: str | None,
) -> tuple[ActorMention, ...]:
    """The mentions with every label inside somebody's words meaning what it does in that mouth.

    Outside of attributed words a label means what it does in the mouth of `outlet`.
    """
    by_start = sorted(attributions, key=lambda a: (a.content_first, -a.content_end))
    own = index.outlets.get(outlet or "")
    mouth: tuple[str, ...] = (own.party,) if own is not None and own.party else ()
    open_: list[AttributionDraft] = []
    resolved: list[ActorMention] = []
    at = 0
    for mention in sorted(mentions, key=lambda m: m.first):
        while at < len(by_start) and by_start[at].content_first <= mention.first:
            open_.append(by_start[at])
            at += 1
        while open_ and open_[-1].content_end <= mention.first:
            open_.pop()
        speakers = next((a.actors for a in reversed(open_) if a.actors), mouth)
        resolved.append(_in_mouth(document, mention, speakers, index))
    return tuple(sorted(resolved, key=lambda m: (m.span.start, -m.span.end)))


def _in_mouth(
    document: Document, mention: ActorMention, speakers: tuple[str, ...], index: ActorIndex
) -> ActorMention:
    if not speakers or not mention.counts:
        return mention
    said = {p.party for p in (index.pack.parties.get(s) for s in speakers) if p is not None} | set(speakers)
    for match in index.aliases.match(document.tokens, mention.first):
        if match.end == mention.end:
            meant = next((a for a in match.values if a.use == "label" and a.speaker in said), None)
            if meant is not None:
                return replace(mention, actors=(meant.id,), kind=index.kind(meant.id))
            break
    return mention

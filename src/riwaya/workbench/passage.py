"""The passage of a report that a claim or attribution stands in, cut where its parts begin and end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from riwaya.exchange.index import CONTROLS
from riwaya.i18n import mark as _
from riwaya.model import Attribution, Claim, Span
from riwaya.workbench.item import Item

#: Parts that are marked, by class, as the legend calls them.
PARTS: Mapping[str, str] = {
    "source": _("source"),
    "cue": _("words that attribute"),
    "content": _("content"),
    "anchor": _("word of the event"),
    "agent": _("who does it"),
    "patient": _("to whom"),
    "recipient": _("for whom"),
    "place": _("place"),
    "time": _("when"),
    "count": _("how many"),
    "hedge": _("hedge"),
    "selected": _("selected"),
}
#: Characters before and after, where a paragraph is longer.
_AROUND = 600
_ZERO_WIDTH = "\u2060"


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that belong to the same parts. `at` is where they begin in the report."""

    at: int
    words: str
    parts: tuple[str, ...]

    @property
    def classes(self) -> str:
        """The parts as classes of an element."""
        return " ".join(f"part-{part}" for part in self.parts)


@dataclass(frozen=True, slots=True)
class Passage:
    """What is shown of the text around an item, in order."""

    segments: tuple[Segment, ...]
    cut_before: bool
    cut_after: bool

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The parts that are marked in it: class and name."""
        there = {part for segment in self.segments for part in segment.parts}
        return tuple((part, name) for part, name in PARTS.items() if part in there)


def passage_of(item: Item) -> Passage:
    """The paragraphs that an item's parts stand in, with the parts marked."""
    return passage(item.text, _parts(item))


def passage(text: str, parts: list[tuple[str, Span]]) -> Passage:
    """The paragraphs of `text` in which these parts stand."""
    spans = [span for _part, span in parts]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    start = max(text.rfind("\n", 0, first) + 1, first - _AROUND)
    found = text.find("\n", last)
    end = min(len(text) if found < 0 else found, last + _AROUND)
    cuts = sorted({start, end, *(at for span in spans for at in (span.start, span.end))})
    segments = []
    for left, right in pairwise(cuts):
        here = tuple(dict.fromkeys(p for p, span in parts if span.start <= left and right <= span.end))
        # One character for one, so that places in what is shown are places in the text.
        segments.append(Segment(left, CONTROLS.sub(_ZERO_WIDTH, text[left:right]), here))
    return Passage(tuple(segments), text[:start].strip() != "", text[end:].strip() != "")


def _parts(item: Item) -> list[tuple[str, Span]]:
    thing, index = item.thing, item.index
    if isinstance(thing, Attribution):
        found = [("content", thing.content), ("cue", thing.cue), ("source", thing.source)]
    else:
        said = index.attributions.get(thing.attribution or "")
        found = [("content", thing.content), ("anchor", thing.anchor), ("hedge", thing.factuality_cue)]
        found += [("cue", said.cue), ("source", said.source)] if said else []
        found += _event_parts(item, thing)
    return [(part, span) for part, span in found if span is not None and span.end > span.start]


def _event_parts(item: Item, claim: Claim) -> list[tuple[str, Span | None]]:
    event = claim.event
    found: list[tuple[str, Span | None]] = []
    for part, roles in (("agent", event.agent), ("patient", event.patient), ("recipient", event.recipient)):
        found += [(part, role.span) for role in roles]
    found.append(("time", event.time.span if event.time else None))
    found.append(("count", event.quantity.span if event.quantity else None))
    places = [
        ("place", Span(mention.start, mention.end))
        for mention in item.state.reading.mentions
        if mention.place in event.place
        and claim.content.start <= mention.start
        and mention.end <= claim.content.end
    ]
    return [*found, *places]

"""Faults: every single disagreement of a reading with its gold, in words and in its context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from riwaya.evaluation.agreement import dice, overlaps
from riwaya.evaluation.figures import Layer
from riwaya.evaluation.gold import GoldAttribution, GoldClaim, Offsets
from riwaya.evaluation.matching import OVERLAP, LinkKey, Match, Matched, Pair, offsets
from riwaya.i18n import mark
from riwaya.model import Attribution, Claim, Role

#: Characters of context on either side: about a line of a terminal in all.
CONTEXT = 70

#: What can be wrong, in the order in which a report lists it.
KINDS: dict[str, str] = {
    "missed": mark("missed"),
    "surplus": mark("not in the gold"),
    "content": mark("wrong content"),
    "speaker": mark("wrong speaker"),
    "source": mark("wrong words for the speaker"),
    "parent": mark("wrong relayer"),
    "act": mark("wrong act"),
    "distance": mark("wrong distance"),
    "quoted": mark("wrongly quoted or not"),
    "party": mark("wrong party"),
    "near": mark("located elsewhere"),
    "measure": mark("wrong measure"),
    "value": mark("wrong value"),
    "who": mark("wrong roles"),
    "holder": mark("wrong origin"),
    "where": mark("wrong place"),
    "sure": mark("wrong factuality"),
    "theme": mark("wrong theme"),
    "voice": mark("wrong voice"),
    "chain": mark("wrong chain"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One disagreement: what is wrong with which words, what the gold has there and what was read."""

    report: str
    layer: Layer
    kind: str
    start: int
    end: int
    wanted: str
    got: str
    before: str
    words: str
    after: str

    @property
    def key(self) -> tuple[str, str, str, int, int, str]:
        """What makes it the same fault in another run."""
        return self.report, self.layer, self.kind, self.start, self.end, self.wanted


def faults(match: Match) -> tuple[Fault, ...]:
    """Every fault of one report, by layer and then in the order of the text."""
    found = [
        *_attributions(match),
        *_mentions(match),
        *_places(match),
        *_values(match, "time", match.times),
        *_quantities(match),
        *_claims(match),
        *_links(match),
        *_repeats(match),
    ]
    order: dict[Layer, int] = {}
    for fault in found:
        order.setdefault(fault.layer, len(order))
    kinds = list(KINDS)
    found.sort(key=lambda fault: (order[fault.layer], fault.start, fault.end, kinds.index(fault.kind)))
    return tuple(found)


def _fault(match: Match, layer: Layer, kind: str, span: Offsets, wanted: str = "", got: str = "") -> Fault:
    text = match.gold.text
    start, end = span
    return Fault(
        report=match.gold.id,
        layer=layer,
        kind=kind,
        start=start,
        end=end,
        wanted=wanted,
        got=got,
        before=text[max(0, start - CONTEXT) : start],
        words=text[start:end],
        after=text[end : end + CONTEXT],
    )


def _words(match: Match, span: Offsets | None) -> str:
    return f"«{match.gold.text[slice(*span)]}»" if span else "–"


def _names(actors: Iterable[str]) -> str:
    return " + ".join(actors) or "–"


def _attributions(match: Match) -> Iterator[Fault]:
    layer = match.attributions
    missed, surplus = set(layer.missed()), set(layer.surplus())
    for i in sorted(missed):
        want = layer.gold[i]
        other = next((j for j in sorted(surplus) if overlaps(want.cue, offsets(layer.read[j].cue))), None)
        if other is None:
            about = f"{_names(want.actor)}: {_words(match, want.content)}"
            yield _fault(match, "attribution", "missed", want.cue, about)
        else:
            surplus.discard(other)
            content = offsets(layer.read[other].content)
            contents = _words(match, want.content), _words(match, content)
            yield _fault(match, "attribution", "content", want.cue, *contents)
    for j in sorted(surplus):
        got = layer.read[j]
        about = f"{_names(got.source_actors)}: {_words(match, offsets(got.content))}"
        yield _fault(match, "attribution", "surplus", offsets(got.cue), got=about)
    for pair in layer.pairs:
        for kind in sorted(pair.faults):
            want, got = layer.gold[pair.gold], layer.read[pair.read]
            yield _fault(match, "attribution", kind, want.cue, *_said(match, kind, want, got))


def _said(match: Match, kind: str, want: GoldAttribution, got: Attribution) -> tuple[str, str]:
    """What gold and reading have where an attribution differs."""
    if kind == "speaker":
        return _names(want.actor), _names(got.source_actors)
    if kind == "source":
        return _words(match, want.source), _words(match, offsets(got.source) if got.source else None)
    if kind == "parent":
        cues = {each.id: each.cue for each in match.gold.attributions}
        read = {each.id: offsets(each.cue) for each in match.attributions.read}
        return _words(match, cues.get(want.parent or "")), _words(match, read.get(got.parent or ""))
    if kind == "quoted":
        return "quoted" if want.quoted else "–", "quoted" if got.quoted else "–"
    return str(getattr(want, kind)), str(getattr(got, kind))


def _mentions(match: Match) -> Iterator[Fault]:
    layer = match.mentions
    surplus = set(layer.surplus())
    for i in layer.missed():
        want = layer.gold[i]
        other = next((j for j in sorted(surplus) if dice(want.span, layer.read[j].span) >= OVERLAP), None)
        if other is None:
            yield _fault(match, "actor", "missed", want.span, _names(want.actor))
        else:
            surplus.discard(other)
            got = _names(sorted(layer.read[other].sides))
            yield _fault(match, "actor", "party", want.span, _names(want.actor), got)
    for j in sorted(surplus):
        read = layer.read[j]
        yield _fault(match, "actor", "surplus", read.span, got=_names(sorted(read.sides)))


def _unpaired(match: Match, name: Layer, layer: Matched[Any, Any]) -> Iterator[Fault]:
    """Items of a layer of spans that only one side has."""
    for i in layer.missed():
        yield _fault(match, name, "missed", layer.gold[i].span)
    for j in layer.surplus():
        yield _fault(match, name, "surplus", layer.read[j].span)


def _places(match: Match) -> Iterator[Fault]:
    layer = match.places
    yield from _unpaired(match, "place", layer)
    for pair in layer.pairs:
        if "near" in pair.faults:
            want, got = layer.gold[pair.gold], layer.read[pair.read]
            at = f"{got.at[0]:.3f}, {got.at[1]:.3f}" if got.at else "–"
            there = f"{want.at[0]}, {want.at[1]}" if want.at else "–"
            yield _fault(match, "place", "near", want.span, there, f"{got.place.id} ({at})")


def _values(match: Match, name: Layer, layer: Matched[Any, Any]) -> Iterator[Fault]:
    yield from _unpaired(match, name, layer)
    for pair in layer.pairs:
        if pair.faults:
            want, got = layer.gold[pair.gold], layer.read[pair.read]
            yield _fault(match, name, "value", want.span, want.value, got.value)


def _quantities(match: Match) -> Iterator[Fault]:
    layer = match.quantities
    surplus = set(layer.surplus())
    for i in layer.missed():
        want = layer.gold[i]
        spans = {j: offsets(layer.read[j].span) for j in sorted(surplus)}
        other = next((j for j, span in spans.items() if dice(want.span, span) >= OVERLAP), None)
        if other is None:
            yield _fault(match, "quantity", "missed", want.span, want.measure)
        else:
            surplus.discard(other)
            yield _fault(match, "quantity", "measure", want.span, want.measure, layer.read[other].measure)
    for j in sorted(surplus):
        read = layer.read[j]
        yield _fault(match, "quantity", "surplus", offsets(read.span), got=read.measure)
    for pair in layer.pairs:
        if pair.faults:
            want, got = layer.gold[pair.gold], layer.read[pair.read]
            bounds = f"{want.low}–{want.high}", f"{got.low}–{got.high}"
            yield _fault(match, "quantity", "value", want.span, *bounds)


def _claims(match: Match) -> Iterator[Fault]:
    layer = match.claims
    for i in layer.missed():
        want = layer.gold[i]
        about = f"{want.type} {_names(want.agent)} → {_names(want.patient)}"
        yield _fault(match, "claim", "missed", want.anchor or (0, 0), about)
    for j in layer.surplus():
        got = layer.read[j]
        about = f"{got.event.type} {_roles(got.event.agent)} → {_roles(got.event.patient)}"
        yield _fault(match, "claim", "surplus", offsets(got.anchor), got=about)
    for pair in layer.pairs:
        yield from _about_claim(match, pair, layer.gold[pair.gold], layer.read[pair.read])


def _about_claim(match: Match, pair: Pair, want: GoldClaim, got: Claim) -> Iterator[Fault]:
    themes = {each.id: offsets(each.anchor) for each in match.claims.read}
    anchors = {each.id: each.anchor for each in match.gold.claims}
    said = {
        "who": (f"{_names(want.agent)} → {_names(want.patient)}",
                f"{_roles(got.event.agent)} → {_roles(got.event.patient)}"),
        "holder": (_names(want.holder), _names(got.chain[-1].actors)),
        "where": ("; ".join(f"{at[0]}, {at[1]}" if at else "–" for at in want.at),
                  "; ".join(got.event.place) or "–"),
        "sure": (want.factuality, got.factuality),
        "theme": (_words(match, anchors.get(want.theme or "")),
                  _words(match, themes.get(got.event.theme or ""))),
        "voice": (want.voice or "–", got.voice),
        "chain": (" ← ".join(map(_names, want.chain)), " ← ".join(_names(hop.actors) for hop in got.chain)),
    }  # fmt: skip
    for kind in sorted(pair.faults):
        yield _fault(match, "claim", kind, want.anchor or offsets(got.anchor), *said[kind])


def _roles(roles: Iterable[Role]) -> str:
    return _names(role.actor for role in roles)


def _links(match: Match) -> Iterator[Fault]:
    wanted, got = match.links
    for kind, keys in (("missed", wanted - got), ("surplus", got - wanted)):
        for key in sorted(keys, key=_link_order):
            relation, ends = key[0], _ends(key)
            anchors = {each.id: each.anchor for each in match.gold.claims}
            about = f"{_words(match, anchors[ends[0]])} {relation} {_words(match, anchors[ends[1]])}"
            pair = (about, "") if kind == "missed" else ("", about)
            yield _fault(match, "link", kind, anchors[ends[0]] or (0, 0), *pair)


def _ends(key: LinkKey) -> tuple[str, str]:
    """The claims of a link, source first; those of a symmetric one in the order of their ids."""
    ends = key[1] if isinstance(key[1], tuple) else tuple(sorted(key[1]))
    return ends[0], ends[-1]


def _link_order(key: LinkKey) -> tuple[str, ...]:
    return (key[0], *_ends(key))


def _repeats(match: Match) -> Iterator[Fault]:
    wanted, got = match.repeats
    for kind, those in (("missed", wanted - got), ("surplus", got - wanted)):
        for span in _runs(sorted(those)):
            yield _fault(match, "repeat", kind, span)


def _runs(offsets_: list[int]) -> Iterator[Offsets]:
    """Neighbouring offsets as spans."""
    start = last = None
    for at in offsets_:
        if start is None or last is None or at != last + 1:
            if start is not None and last is not None:
                yield start, last + 1
            start = at
        last = at
    if start is not None and last is not None:
        yield start, last + 1

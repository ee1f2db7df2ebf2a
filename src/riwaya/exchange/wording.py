"""A reading's parts in the current interface language: names, chains, events, quantities as short phrases.

Words that may run against the direction of the interface are set between first-strong isolates (FSI, PDI);
whoever shows the phrase keeps them (terminal), turns them into `<bdi>` (page) or drops them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from babel.lists import format_list

from riwaya.exchange.index import Index, clean
from riwaya.exchange.labels import (
    BASES,
    MEASURES,
    event_label,
    label,
    mode_label,
    name_label,
    time_label,
)
from riwaya.exchange.soundness import OTHER
from riwaya.i18n import direction, gettext, language
from riwaya.model import Attribution, Claim, Hop, Quantity, Role, Span

FSI, PDI = "\u2068", "\u2069"
#: An outlet that nobody named (claims.md).
UNKNOWN_OUTLET = "outlet"
OPENING, CLOSING = tuple('«"“”'), tuple('»"”“')
#: Longest quotation that is shown whole; a longer one is shown around its claim's anchor.
QUOTATION_LIMIT = 360
#: Longest name that is shown whole.
NAME_LIMIT = 240


@dataclass(frozen=True, slots=True)
class Station:
    """One hop of a chain: who, in which words of the report, by which attribution."""

    name: str
    words: str
    attribution: str | None


def isolate(text: str) -> str:
    """The text without control characters, shielded from the direction of what stands around it."""
    return f"{FSI}{clean(text)}{PDI}"


def brief(words: str) -> str:
    """Words of a report that name something, cut where they are longer than a name can be."""
    return words if len(words) <= NAME_LIMIT else words[: NAME_LIMIT - 1] + "…"


def both(items: Iterable[str]) -> str:
    """Several phrases as the language lists them: "a, b and c"."""
    phrases = list(items)
    return phrases[0] if len(phrases) == 1 else format_list(phrases, locale=language())


def arrow(*, forth: bool) -> str:
    """An arrow to what follows (`forth`) or back to what came before, as the script runs."""
    return "→" if forth == (direction() == "ltr") else "←"


def actor_name(actor: str, words: str, index: Index) -> str:
    """An actor's name; words of the report for whoever has none; an id as the last resort."""
    known = index.actors.get(actor)
    name = name_label(known.name, language()) if known else None
    if name is None and actor == index.reading.report.outlet:
        name = gettext("the outlet") if actor == UNKNOWN_OUTLET else actor
    if name is None and actor == OTHER:
        name = gettext("“{words}”").format(words=brief(words)) if words else gettext("somebody")
    return isolate(name or actor)


def place_name(place: str, index: Index) -> str:
    """A place's name; its id where it has none."""
    known = index.places.get(place)
    return isolate(brief((name_label(known.name, language()) if known else None) or place))


def roles(items: Sequence[Role], index: Index) -> str:
    """Everybody in one role of an event; empty for nobody."""
    names = [actor_name(role.actor, index.words(role.span), index) for role in items]
    return both(dict.fromkeys(names)) if names else ""


def source_name(attribution: Attribution, index: Index) -> str:
    """Who speaks in an attribution."""
    words = index.source_words(attribution)
    return both(actor_name(actor, words, index) for actor in attribution.source_actors or (OTHER,))


def station(hop: Hop, index: Index) -> Station:
    """One hop of a chain in words."""
    attribution = index.attributions.get(hop.attribution or "")
    words = index.source_words(attribution)
    name = both(actor_name(actor, words, index) for actor in hop.actors or (OTHER,))
    basis = attribution.basis if attribution else None
    if basis is not None and basis != "other":
        name = f"{name} ({label(BASES, basis)})"
    return Station(name=name, words=words, attribution=hop.attribution)


def chain(claim: Claim, index: Index) -> tuple[Station, ...]:
    """A claim's chain, outlet first, origin last."""
    return tuple(station(hop, index) for hop in claim.chain)


def chain_of(attribution: Attribution, index: Index) -> tuple[Station, ...]:
    """The chain of an attribution: the outlet, whoever relayed it, and who speaks in it.

    Whoever goes on in his own words is one hop.
    """
    hops: list[Hop] = []
    seen: set[str] = set()
    at: Attribution | None = attribution
    goes_on = False
    while at is not None and at.id not in seen:
        seen.add(at.id)
        if not goes_on:
            hops.append(Hop(at.source_actors, at.id))
        parent = index.attributions.get(at.parent or "")
        goes_on = parent is not None and at.source is None and at.source_actors == parent.source_actors
        at = parent
    hops.append(Hop((index.reading.report.outlet,), None))
    return tuple(station(hop, index) for hop in reversed(hops))


def chain_line(stations: Sequence[Station]) -> str:
    """A chain on one line: "Shaam ← media sources ← Coalition (investigation)".

    Who goes on speaking from hop to hop hands nothing on, and is named once.
    """
    return f" {arrow(forth=False)} ".join(name for name, _ in groupby(item.name for item in stations))


def gist(claim: Claim, index: Index, *, themes: bool = True) -> str:
    """What a claim says, coded: "Russia → shelters → Islamic State · by protecting · 55 km zone"."""
    event = claim.event
    parts = [deed(claim, index)]
    parts.extend(place_name(place, index) for place in event.place)
    if event.time:
        parts.append(isolate(time_label(event.time, index.words(event.time.span))))
    if event.quantity:
        parts.append(quantity(event.quantity, index))
    theme = index.claims.get(event.theme or "")
    if themes and theme is not None:
        parts.append(gettext("about: {theme}").format(theme=gist(theme, index, themes=False)))
    return " · ".join(parts)


def deed(claim: Claim, index: Index) -> str:
    """Who does what to whom in which way, without where, when and how many."""
    event = claim.event
    verb = event_label(event.type, event.phase)
    core = [roles(event.agent, index), verb, roles(event.patient, index)]
    parts = [f" {arrow(forth=True)} ".join(part for part in core if part)]
    if event.recipient:
        parts.append(gettext("to {recipient}").format(recipient=roles(event.recipient, index)))
    if event.mode:
        parts.append(mode_label(event.mode))
    return " · ".join(parts)


def quantity(count: Quantity, index: Index) -> str:
    """A count as its bounds allow: "at least 12 killed", "15–20 wounded", else the words as said."""
    low, high = count.low, count.high
    if low is None and high is None:
        number = isolate(index.words(count.span))
    elif high is None:
        number = gettext("at least {low}").format(low=low)
    elif low is None:
        number = gettext("at most {high}").format(high=high)
    else:
        number = str(low) if low == high else isolate(f"{low}–{high}")
    if count.approximate and low is not None:
        number = gettext("about {number}").format(number=number)
    said = gettext("{measure}: {number}").format(measure=label(MEASURES, count.measure), number=number)
    note = gettext("preliminary")
    return f"{said} ({note})" if count.preliminary else said


def quoted(words: str) -> str:
    """Words in quotation marks, unless they stand in some already."""
    own = words[:1] in OPENING and words[-1:] in CLOSING
    return words if own else f"«{words}»"


def quotation(content: Span, anchor: Span, index: Index) -> str:
    """The words of a claim; a long passage is cut to what stands around the anchor."""
    if content.end - content.start <= QUOTATION_LIMIT:
        return index.words(content)
    text, half = index.reading.report.text, QUOTATION_LIMIT // 2
    start = max(content.start, anchor.start - half)
    end = min(content.end, max(anchor.end, start + QUOTATION_LIMIT))
    if start > content.start:
        start = _next_blank(text, start, anchor.start)
    if end < content.end:
        end = _last_blank(text, anchor.end, end)
    before = "… " if start > content.start else ""
    after = " …" if end < content.end else ""
    return before + index.words(Span(start, end)) + after


def _next_blank(text: str, start: int, stop: int) -> int:
    """The first word boundary from `start` on, so that no word is cut."""
    return next((at for at in range(start, stop) if text[at].isspace()), start)


def _last_blank(text: str, start: int, stop: int) -> int:
    """The last word boundary before `stop`, so that no word is cut."""
    return next((at for at in range(stop, start, -1) if text[at - 1].isspace()), stop)

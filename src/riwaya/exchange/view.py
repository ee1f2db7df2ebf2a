"""What an editor wants to see of a reading, in the current language: the matter of dossier and page.

Each function answers one question on the reading; nothing here knows of terminals or pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from riwaya.exchange.index import Index
from riwaya.exchange.labels import (
    ACTS,
    DISTANCES,
    FACTUALITIES,
    PLACE_KINDS,
    RELATIONS,
    TIMES,
    VOICES,
    event_label,
    label,
    name_label,
)
from riwaya.exchange.soundness import OTHER
from riwaya.exchange.wording import (
    UNKNOWN_OUTLET,
    Station,
    actor_name,
    both,
    brief,
    chain,
    chain_of,
    gist,
    isolate,
    place_name,
    quotation,
    roles,
    station,
)
from riwaya.i18n import gettext, language, ngettext
from riwaya.model import Attribution, Claim, Link, Matter, Span

#: Beginning of a repeated passage that is shown, in characters.
EXCERPT = 90
#: Relations in which one side speaks against another.
DISPUTES = ("contradicts", "denies", "counter-accuses")


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said in one go: the words, the claims read in them if any, the chain, the hedges."""

    claims: tuple[Claim, ...]
    span: Span
    words: str
    gists: tuple[str, ...]
    stations: tuple[Station, ...]
    attribution: Attribution | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """All that one origin says on a matter."""

    name: str
    origin: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two sides of a matter, by their position; equal for one side with itself."""

    source: int
    target: int
    relation: str
    words: str


@dataclass(frozen=True, slots=True)
class MatterView:
    """A matter with its sides, in the order in which they are heard.

    `told` are claims that only tell of a side's saying it ("B accuses A"): the side itself is heard.
    """

    id: str
    label: str
    question: bool
    sides: tuple[Side, ...]
    ties: tuple[Tie, ...]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Request:
    """Who asked whom for what, and what came of it."""

    asked: Statement
    asker: str
    addressee: str
    wish: str
    answers: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """Who is said to hold places or to be at them, and by whom."""

    claim: Claim
    places: str
    holder: str
    how: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Headline:
    """Something that the headline asserts, and where the body has it from."""

    asserted: Statement
    attributed: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Repetition:
    """A passage that stands in the report again."""

    start: int
    end: int
    words: str
    of: Span


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that could not be settled, and what can be done about it."""

    what: str
    names: tuple[str, ...]
    advice: str


def statements(claims: Iterable[Claim], index: Index) -> tuple[Statement, ...]:
    """Claims gathered by the words in which they were said."""
    groups: dict[tuple[str | None, Span, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.attribution, claim.content, _origin_key(claim, index)), []).append(claim)
    return tuple(_statement(group, index) for group in groups.values())


def _statement(claims: list[Claim], index: Index) -> Statement:
    first = claims[0]
    attribution = index.attributions.get(first.attribution or "")
    return Statement(
        claims=tuple(claims),
        span=first.content,
        words=quotation(first.content, first.anchor, index),
        gists=tuple(dict.fromkeys(gist(claim, index) for claim in claims)),
        stations=chain(first, index),
        attribution=attribution,
        notes=tuple(dict.fromkeys(_notes(claims, attribution, index))),
    )


def _notes(claims: list[Claim], attribution: Attribution | None, index: Index) -> Iterable[str]:
    """Act, distance, hedges and voice, where they are worth a word."""
    if attribution is not None:
        yield from _attribution_notes(attribution, index)
    for claim in claims:
        if claim.factuality != "CT+":
            yield hedge(claim, index)
        if claim.voice != "source" and attribution is not None:
            yield label(VOICES, claim.voice)


def _attribution_notes(attribution: Attribution, index: Index) -> Iterable[str]:
    """What the speaker does with the words, and how the reporter stands to it, unless neutral."""
    yield label(ACTS, attribution.act)
    if attribution.distance != "neutral":
        yield _with_words(label(DISTANCES, attribution.distance), index.words(attribution.cue))


def hedge(claim: Claim, index: Index) -> str:
    """How sure the source is, with the words that say so."""
    return _with_words(label(FACTUALITIES, claim.factuality), index.words(claim.factuality_cue))


def _with_words(judgement: str, words: str) -> str:
    """A judgement and the words of the report that it rests on."""
    if not words:
        return judgement
    return gettext("{judgement} (“{words}”)").format(judgement=judgement, words=isolate(brief(words)))


def matter_views(index: Index) -> tuple[MatterView, ...]:
    """All matters, first those that sides dispute, then those on which more than one is heard."""
    views = [_matter(matter, index) for matter in index.reading.matters]
    disputed = {label(RELATIONS, relation) for relation in DISPUTES}
    return tuple(
        sorted(
            views,
            key=lambda view: (
                disputed.isdisjoint(tie.relation for tie in view.ties),
                len(view.sides) < 2,
            ),
        )
    )


def _matter(matter: Matter, index: Index) -> MatterView:
    every = [index.claims[claim] for claim in matter.claims if claim in index.claims]
    told = _told(every)
    claims = [claim for claim in every if claim.id not in told]
    by_origin: dict[str, list[Claim]] = {}
    for claim in claims:
        by_origin.setdefault(_origin_key(claim, index), []).append(claim)
    side_of = {claim.id: number for number, group in enumerate(by_origin.values()) for claim in group}
    sides = tuple(_side(group, index) for group in by_origin.values())
    return MatterView(
        id=matter.id,
        label=isolate(name_label(matter.label, language()) or matter.id),
        question=matter.kind == "question",
        sides=sides,
        ties=tuple(_ties(index.reading.links, side_of, sides)),
        told=told,
    )


def _told(claims: Sequence[Claim]) -> frozenset[str]:
    """Claims that somebody says something which, one hop further on, he says himself among `claims`."""
    heard = {
        (claim.id, actor): len(claim.chain)
        for claim in claims
        if claim.chain
        for actor in claim.chain[-1].actors
    }
    return frozenset(
        claim.id
        for claim in claims
        for role in claim.event.agent
        if heard.get((claim.event.theme or "", role.actor), 0) > len(claim.chain)
    )


def _side(claims: list[Claim], index: Index) -> Side:
    last = chain(claims[0], index)[-1:]
    name = last[0].name if last else gettext("somebody")
    origin = claims[0].chain[-1].actors if claims[0].chain else ()
    return Side(name=name, origin=origin, statements=statements(claims, index))


def _origin_key(claim: Claim, index: Index) -> str:
    """Equal for claims with one origin: the actors at the end of the chain, by their words if not listed."""
    if not claim.chain:
        return ""
    last = station(claim.chain[-1], index)
    actors = claim.chain[-1].actors
    return last.words if OTHER in actors else " ".join(actors)


def _ties(links: Iterable[Link], side_of: dict[str, int], sides: tuple[Side, ...]) -> Iterable[Tie]:
    """Each relation between two sides once."""
    seen = set()
    for link in links:
        if link.source not in side_of or link.target not in side_of:
            continue
        source, target = side_of[link.source], side_of[link.target]
        if source == target or (source, target, link.relation) in seen:
            continue
        seen.add((source, target, link.relation))
        words = gettext("{source} {relation} {target}").format(
            source=sides[source].name, relation=label(RELATIONS, link.relation), target=sides[target].name
        )
        yield Tie(source, target, label(RELATIONS, link.relation), words)


def requests(index: Index) -> tuple[Request, ...]:
    """Requests in the order of the text, each with its answers; not those of nobody for nothing."""
    asked = (claim for claim in index.reading.claims if claim.event.type == "REQUEST")
    return tuple(_request(claim, index) for claim in asked if claim.event.agent or claim.event.theme)


def _request(claim: Claim, index: Index) -> Request:
    event = claim.event
    theme = index.claims.get(event.theme or "")
    answers = [
        index.claims[link.source]
        for link in index.reading.links
        if link.relation == "answers"
        and link.target in (claim.id, event.theme)
        and link.source in index.claims
    ]
    speaker = chain(claim, index)[1:][-1:]  # not the outlet, which tells of the request
    return Request(
        asked=statements([claim], index)[0],
        asker=roles(event.agent, index) or (speaker[0].name if speaker else gettext("somebody")),
        addressee=roles((*event.patient, *event.recipient), index),
        wish=gist(theme, index) if theme else "",
        answers=statements(answers, index),
    )


def holdings(index: Index) -> tuple[Holding, ...]:
    """Who is said to hold or be at which places, in the order in which the text first names these."""
    states = (claim for claim in index.reading.claims if claim.event.type in ("CONTROL", "PRESENCE"))
    found = [claim for claim in states if claim.event.place and claim.event.agent]
    order = {place.id: number for number, place in enumerate(index.reading.places)}
    found.sort(key=lambda claim: [order.get(place, len(order)) for place in claim.event.place])
    return tuple(
        Holding(
            claim=claim,
            places=both(place_name(place, index) for place in claim.event.place),
            holder=roles(claim.event.agent, index),
            how=event_label(claim.event.type, claim.event.phase),
            statement=statements([claim], index)[0],
        )
        for claim in found
    )


def headlines(index: Index) -> tuple[Headline, ...]:
    """What the headline asserts in the outlet's own voice and the body only attributes to others."""
    title = index.reading.report.title
    if title is None:
        return ()
    pairs: dict[str, list[Claim]] = {}
    for link in index.reading.links:
        source, target = index.claims.get(link.source), index.claims.get(link.target)
        if link.relation == "supports" and source and target and _inside(target.anchor, title):
            pairs.setdefault(target.id, []).append(source)
    return tuple(
        Headline(statements([index.claims[claim]], index)[0], statements(body, index))
        for claim, body in pairs.items()
        if len(index.claims[claim].chain) <= 1 and all(len(item.chain) > 1 for item in body)
    )


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def remaining(index: Index, shown: Iterable[str]) -> tuple[Statement, ...]:
    """What is said beyond the claims `shown` elsewhere, with or without claims, in the order of the text."""
    done = set(shown)
    found = statements((claim for claim in index.reading.claims if claim.id not in done), index)
    return tuple(sorted((*found, *_unread(index)), key=lambda item: (item.span.start, -item.span.end)))


def _unread(index: Index) -> Iterable[Statement]:
    """Attributions in whose own words no claim was recognised and that relay nobody else."""
    used = {claim.attribution for claim in index.reading.claims}
    used |= {item.parent for item in index.reading.attributions}
    for item in index.reading.attributions:
        if item.id not in used:
            words = quotation(item.content, Span(item.content.start, item.content.start), index)
            notes = tuple(_attribution_notes(item, index))
            yield Statement((), item.content, words, (), chain_of(item, index), item, notes)


def repetitions(index: Index) -> tuple[Repetition, ...]:
    """Passages that repeat earlier ones, each with its beginning."""
    text = index.reading.report.text
    return tuple(
        Repetition(
            item.start, item.end, index.words(Span(item.start, min(item.end, item.start + EXCERPT))), item.of
        )
        for item in index.reading.report.repeats
        if text[item.start : item.end].strip()
    )


def open_points(index: Index) -> tuple[OpenPoint, ...]:
    """What could not be settled: outlet, date, places, relative times, people and bodies not listed."""
    report = index.reading.report
    found: list[OpenPoint] = []
    if report.outlet == UNKNOWN_OUTLET:
        found.append(OpenPoint(gettext("the outlet is not known"), (), gettext("name it with --outlet ID")))
    elif not _named(report.outlet, index):
        advice = gettext("name it by an id of the pack's outlets, or add it to them")
        found.append(
            OpenPoint(gettext("an outlet that the pack does not list"), (isolate(report.outlet),), advice)
        )
    if report.published is None:
        advice = gettext("give the day with --published DATE and relative times become dates")
        found.append(OpenPoint(gettext("the day of publication is not known"), (), advice))
    for what, names, advice in (
        (gettext("places not settled"), _unsettled(index), gettext("add them to the places of a pack")),
        (gettext("times without a date"), _undated(index), ""),
        (gettext("people and bodies that no registry lists"), _unlisted(index), ""),
    ):
        if names:
            found.append(OpenPoint(what, names, advice))
    return tuple(found)


def _named(actor: str, index: Index) -> bool:
    known = index.actors.get(actor)
    return known is not None and name_label(known.name, language()) is not None


def _unsettled(index: Index) -> tuple[str, ...]:
    return tuple(
        f"{place_name(place.id, index)} ({label(PLACE_KINDS, place.kind)})"
        for place in index.reading.places
        if place.basis.method == "unresolved"
    )


def _undated(index: Index) -> tuple[str, ...]:
    """Relative or vague times, as said."""
    times = (item.time for item in index.reading.mentions if item.time is not None)
    vague = (time for time in times if time.span and time.value.endswith("_REF"))
    return tuple(
        dict.fromkeys(f"{isolate(index.words(time.span))} ({label(TIMES, time.value)})" for time in vague)
    )


def _unlisted(index: Index) -> tuple[str, ...]:
    """Who speaks or acts without being listed, in the words of the report."""
    spans = [item.source for item in index.reading.attributions if OTHER in item.source_actors]
    for claim in index.reading.claims:
        event = claim.event
        everybody = (*event.agent, *event.patient, *event.recipient)
        spans.extend(role.span for role in everybody if role.actor == OTHER)
    names = dict.fromkeys(index.words(span) for span in spans)
    return tuple(isolate(name) for name in names if name)


def summary(index: Index) -> str:
    """One line on how much was found."""
    reading = index.reading
    voices = {item.source_actors for item in reading.attributions}
    counts: tuple[tuple[Callable[[int], str], int], ...] = (
        (lambda n: ngettext("{n} claim", "{n} claims", n), len(reading.claims)),
        (lambda n: ngettext("{n} voice", "{n} voices", n), len(voices)),
        (lambda n: ngettext("{n} matter", "{n} matters", n), len(reading.matters)),
        (lambda n: ngettext("{n} place", "{n} places", n), len(reading.places)),
    )
    return both(word(number).format(n=number) for word, number in counts)


def outlet_name(index: Index) -> str:
    """The outlet's name, its id, or that it is not known."""
    return actor_name(index.reading.report.outlet, "", index)

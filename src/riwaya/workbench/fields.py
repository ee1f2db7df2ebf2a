"""What a claim or an attribution holds, field by field: for the form by which people correct it.

A field that is words of the report comes with where they stand (`at`: "12-17"), so that words which nobody
touched keep their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from riwaya.exchange.index import Index
from riwaya.exchange.labels import (
    ACTS,
    BASES,
    DISTANCES,
    EVENTS,
    FACTUALITIES,
    MEASURES,
    METHODS,
    MODES,
    VOICES,
    label,
)
from riwaya.exchange.wording import gist, source_name
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.model import Attribution, Claim, Role, Span
from riwaya.workbench.choosing import Labels, parties_of, places_of
from riwaya.workbench.item import Item

FieldKind = Literal["choice", "words", "parties", "roles", "places", "switch", "number", "text"]
Choice = tuple[str, str]

PHASES: Mapping[str, str] = {"begin": mark("begins"), "hold": mark("holds on"), "end": mark("ends")}
SCOPES: Mapping[str, str] = {
    "incident": mark("in one incident"),
    "cumulative": mark("in all"),
    "unclear": mark("unclear"),
}
TIME_TYPES: Mapping[str, str] = {
    "DATE": mark("a day or longer"),
    "TIME": mark("a time of day"),
    "DURATION": mark("how long"),
    "SET": mark("how often"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field as a form shows it: what is typed or chosen, and the words it comes from."""

    value: str = ""
    words: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is called, what is there, where that comes from, what may be chosen."""

    name: str
    label: str
    kind: FieldKind
    values: tuple[Value, ...] = (Value(),)
    choices: tuple[Choice, ...] = ()
    help: str = ""
    origin: str = ""

    @property
    def first(self) -> Value:
        """The value, where a field has one."""
        return self.values[0] if self.values else Value()

    @property
    def more(self) -> tuple[Value, ...]:
        """The values of a list, and an empty one to be filled."""
        return (*self.values, Value())


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together, under a heading."""

    heading: str
    fields: tuple[Field, ...]


def groups_of(item: Item) -> tuple[Group, ...]:
    """All fields of an item, with what is there."""
    if isinstance(item.thing, Claim):
        return claim_groups(item, item.thing)
    return attribution_groups(item, item.thing)


def attribution_groups(item: Item, said: Attribution) -> tuple[Group, ...]:
    """The fields of an attribution."""
    index, parties = item.index, parties_of(item)
    speaker = said.speaker
    others = [(a.id, said_line(a, index)) for a in item.state.reading.attributions if a.id != said.id]
    return (
        Group(
            _("Who says it"),
            (
                Field("source_actors", _("Source"), "parties", _ids(said.source_actors, parties)),
                _words("source", _("Words that name the source"), said.source, index),
                _words("speaker_name", _("The speaker's name"), speaker.name if speaker else None, index),
                _words("speaker_role", _("The speaker's role"), speaker.role if speaker else None, index),
                _choice("parent", _("Relayed through"), said.parent, others, _("nobody but the outlet")),
            ),
        ),
        Group(
            _("How it is said"),
            (
                _choice("act", _("Act"), said.act, _worded(ACTS)),
                _choice("distance", _("The reporter's stance"), said.distance, _worded(DISTANCES)),
                _choice("basis", _("Rests on"), said.basis, _worded(BASES), _("nothing that is named")),
                Field("quoted", _("In quotation marks"), "switch", (Value("1" if said.quoted else ""),)),
            ),
        ),
        Group(
            _("What is said, to whom, where"),
            (
                _words("content", _("Words of the content"), said.content, index),
                _words("addressee", _("Said to"), said.addressee, index),
                _words("venue", _("Said at"), said.venue, index),
            ),
        ),
    )


def claim_groups(item: Item, claim: Claim) -> tuple[Group, ...]:
    """The fields of a claim."""
    index, event = item.index, claim.event
    reading = item.state.reading
    parties = parties_of(item)
    said = [(a.id, said_line(a, index)) for a in reading.attributions]
    themes = [(c.id, f"{c.id}: {gist(c, index)}") for c in reading.claims if c.id != claim.id]
    return (
        Group(
            _("Who says it, and how sure"),
            (
                _choice("attribution", _("Attribution"), claim.attribution, said, _("the outlet itself")),
                _choice("voice", _("Whose words"), claim.voice, _worded(VOICES)),
                _choice(
                    "factuality", _("How sure its source is"), claim.factuality, _worded(FACTUALITIES),
                    origin=index.words(claim.factuality_cue),
                ),
                _words("content", _("Words of the claim"), claim.content, index),
            ),
        ),
        Group(
            _("What happens"),
            (
                _choice("type", _("Event"), event.type, _worded(EVENTS), origin=index.words(claim.anchor)),
                _choice("mode", _("Manner"), event.mode, _worded(MODES), _("not said")),
                _choice("phase", _("Phase"), event.phase, _worded(PHASES), _("not said")),
                _choice("theme", _("About the claim"), event.theme, themes, _("none")),
            ),
        ),
        Group(
            _("Who takes part"),
            (
                Field("agent", _("Who does it"), "roles", _roles(event.agent, parties, index)),
                Field("patient", _("To whom"), "roles", _roles(event.patient, parties, index)),
                Field("recipient", _("For whom"), "roles", _roles(event.recipient, parties, index)),
            ),
        ),
        Group(_("Where and when"), (_places(item, event.place), *_time(claim, index))),
        Group(_("How many"), _quantity(claim, index)),
    )  # fmt: skip


def said_line(said: Attribution, index: Index) -> str:
    """An attribution on one line: who, in which words."""
    return f"{said.id}: {source_name(said, index)} «{index.words(said.cue)}»"


def at_of(span: Span | None) -> str:
    """Where a span stands, as forms say it."""
    return f"{span.start}-{span.end}" if span else ""


def _words(name: str, label: str, span: Span | None, index: Index) -> Field:
    return Field(name, label, "words", (Value("", index.words(span), at_of(span)),))


def _choice(
    name: str, label: str, value: str | None, choices: Iterable[Choice], none: str = "", origin: str = ""
) -> Field:
    """A field to choose from; `none` is the name of no choice, empty where there has to be one."""
    offered = (*((("", none),) if none else ()), *choices)
    if value and value not in dict(offered):
        offered = (*offered, (value, value))
    return Field(name, label, "choice", (Value(value or ""),), offered, origin=origin)


def _worded(table: Mapping[str, str]) -> list[Choice]:
    return [(key, label(table, key)) for key in table]


def _ids(ids: Iterable[str], labels: Labels) -> tuple[Value, ...]:
    return tuple(Value(labels.shown(id)) for id in ids)


def _roles(roles: Iterable[Role], labels: Labels, index: Index) -> tuple[Value, ...]:
    return tuple(Value(labels.shown(r.actor), index.words(r.span), at_of(r.span)) for r in roles)


def _places(item: Item, ids: Iterable[str]) -> Field:
    labels = places_of(item)
    known = item.index.places
    methods = [label(METHODS, known[id].basis.method) for id in ids if id in known]
    values = tuple(Value(labels.shown(id)) for id in ids)
    return Field("place", _("Place"), "places", values, help=_(", ").join(dict.fromkeys(methods)))


def _time(claim: Claim, index: Index) -> tuple[Field, ...]:
    time = claim.event.time
    advice = _("a day as 2025-03-09, from and to as 2025-03-01/2025-03-09, three days as P3D")
    return (
        Field("time_value", _("When"), "text", (Value(time.value if time else ""),), help=advice),
        _choice("time_type", _("What kind of time"), time.type if time else "DATE", _worded(TIME_TYPES)),
        _words("time_words", _("Words that say when"), time.span if time else None, index),
    )


def _quantity(claim: Claim, index: Index) -> tuple[Field, ...]:
    count = claim.event.quantity

    def number(value: int | None) -> tuple[Value, ...]:
        return (Value("" if value is None else str(value)),)

    def switch(on: bool | None) -> tuple[Value, ...]:
        return (Value("1" if on else ""),)

    measure = count.measure if count else None
    return (
        _choice("measure", _("What is counted"), measure, _worded(MEASURES), _("nothing")),
        Field("low", _("At least"), "number", number(count.low if count else None)),
        Field("high", _("At most"), "number", number(count.high if count else None)),
        _choice("scope", _("Counted"), count.scope if count else "unclear", _worded(SCOPES)),
        Field("approximate", _("About so many"), "switch", switch(count.approximate if count else None)),
        Field("preliminary", _("Preliminary"), "switch", switch(count.preliminary if count else None)),
        _words("count_words", _("Words that count"), count.span if count else None, index),
    )

"""A reading looked up by id, and its words as they may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Protocol

from riwaya.model import Actor, Attribution, Claim, Place, Reading, Span

#: What a quotation must not carry into a terminal, a table or a page: control characters (escape sequences,
#: NUL), and bidirectional controls that would reorder what stands around it. Joiners belong to the spelling.
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
BLANKS = re.compile(r"\s+")


class Index:
    """Lookup tables over one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.actors: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        self.places: dict[str, Place] = {place.id: place for place in reading.places}
        self.attributions: dict[str, Attribution] = {item.id: item for item in reading.attributions}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in reading.claims}

    def words(self, span: Span | None) -> str:
        """The words of a span on one line, without control characters; empty for None."""
        return clean(self.reading.report.text[span.start : span.end]) if span else ""

    def raw(self, span: Span | None) -> str:
        """The characters of a span exactly as they stand; empty for None."""
        return self.reading.report.text[span.start : span.end] if span else ""

    def source_words(self, attribution: Attribution | None) -> str:
        """The words that name an attribution's source; where they are left out, those it goes on from."""
        return self.words(self.source_span(attribution))

    def source_span(self, attribution: Attribution | None) -> Span | None:
        """Where the words are that `source_words` gives; None where there are none."""
        if attribution is None:
            return None
        return attribution.source or self._sources.get(attribution.id)

    @cached_property
    def _sources(self) -> dict[str, Span]:
        return source_spans(self.reading.attributions)


class Sourced(Protocol):
    """What may name a source and those it is."""

    @property
    def id(self) -> str:
        """What it is called by."""

    @property
    def source(self) -> Span | None:
        """Where the source is named, if it is."""

    @property
    def source_actors(self) -> tuple[str, ...]:
        """Who the source is."""


def source_spans(attributions: Iterable[Sourced]) -> dict[str, Span]:
    """By id, where attributions name their source; without one, the last before with the same actors."""
    last: dict[tuple[str, ...], Span] = {}
    found: dict[str, Span] = {}
    for item in attributions:
        if item.source is not None:
            last[item.source_actors] = item.source
        if item.source_actors in last:
            found[item.id] = last[item.source_actors]
    return found


def clean(text: str) -> str:
    """Text on one line, without control characters."""
    return BLANKS.sub(" ", CONTROLS.sub("", text)).strip()

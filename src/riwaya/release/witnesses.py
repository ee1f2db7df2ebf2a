"""Descriptions by which a witness could be found: "a nurse at that hospital in this village"."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model import Attribution, Mention, Reading, Span
from riwaya.release.guard import Veil
from riwaya.release.tables import load_tables
from riwaya.text import Token, tokenize

#: Groups of sources: who belongs to one of them speaks for no body.
_NOBODY = frozenset({"other", "eyewitnesses", "civilians", "detainees", "journalists", "population"})
#: A word of role this near to the beginning is that of the speaker.
_HEAD = 3
#: With so many words more than the role, a phrase says enough to find somebody by.
_DETAIL = 2


def witness_veils(reading: Reading) -> Iterator[Veil]:
    """Veils over the sources of a reading that describe a witness closely."""
    for said in reading.attributions:
        if said.source is not None and not _is_public(said, reading):
            words = reading.report.text[said.source.start : said.source.end]
            tokens = tokenize(words)
            label, end = _role(tokens)
            if label and (len(tokens) - end >= _DETAIL or _names(reading.mentions, said.source)):
                yield Veil(said.source.start, said.source.end, "witness", label)


def _is_public(said: Attribution, reading: Reading) -> bool:
    kinds = {actor.id: actor.kind for actor in reading.actors}
    groups = {"sources", "population"}
    return not all(a in _NOBODY or kinds.get(a) in groups for a in said.source_actors)


def _role(tokens: tuple[Token, ...]) -> tuple[str, int]:
    """The label of the witness that the phrase begins with, and the token behind its words."""
    index = load_tables().witnesses
    for i, _token in enumerate(tokens[:_HEAD]):
        for match in index.match(tokens, i):
            return match.values[0], match.end
    return "", 0


def _names(mentions: tuple[Mention, ...], span: Span) -> bool:
    return any(m.place for m in mentions if m.start < span.end and span.start < m.end)

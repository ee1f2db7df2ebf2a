"""How texts and readings are kept: compressed, and a reading without the text that stands beside it.

Readings say the same keys over and over: they are compressed with a dictionary (RFC 1950, section 2.2), a
small reading made here. It must stay as it is, byte for byte, as long as there are archives that were written
with it; its checksum stands in every kept reading, so that another one is refused rather than misread.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TypeVar

import msgspec

from riwaya import model
from riwaya.model import Reading

T = TypeVar("T")

_LEVEL = 6
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Reading)


class DamagedError(ValueError):
    """What was kept cannot be read back."""


class Sourced(msgspec.Struct, gc=False):
    """Of an attribution: where its source is named, and who that is."""

    id: str
    source: model.Span | None
    source_actors: tuple[str, ...]


class Taking(msgspec.Struct, gc=False):
    """Of an event: who takes part."""

    agent: tuple[model.Role, ...]
    patient: tuple[model.Role, ...]
    recipient: tuple[model.Role, ...]


class Said(msgspec.Struct, gc=False):
    """Of a claim: through whom it comes, and who takes part in its event."""

    id: str
    chain: tuple[model.Hop, ...]
    event: Taking


class Speech(msgspec.Struct, gc=False):
    """The parts of a reading that say who says what; a decoder passes over all others."""

    attributions: tuple[Sourced, ...]
    claims: tuple[Said, ...]


class Named(msgspec.Struct, gc=False):
    """Of a mention: where it stands, and of whom it is, if of anybody."""

    start: int
    end: int
    actor: str | None


class Sided(msgspec.Struct, gc=False):
    """Of an actor: the side that it belongs to."""

    id: str
    party: str | None


class Worded(msgspec.Struct, gc=False):
    """Of a claim: where its words are."""

    id: str
    content: model.Span


class Naming(msgspec.Struct, gc=False):
    """The parts of a reading that say who is called what, and in which claims."""

    actors: tuple[Sided, ...]
    mentions: tuple[Named, ...]
    claims: tuple[Worded, ...]


_speech_decoder = msgspec.json.Decoder(Speech)
_naming_decoder = msgspec.json.Decoder(Naming)


def pack_bytes(data: bytes) -> bytes:
    """`data`, compressed (zlib, RFC 1950)."""
    return zlib.compress(data, _LEVEL)


def unpack_bytes(data: bytes) -> bytes:
    """What `pack_bytes` was given. Raises DamagedError."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise DamagedError(str(error)) from None


def pack_text(text: str) -> bytes:
    """A text, compressed."""
    return pack_bytes(text.encode("utf-8"))


def unpack_text(data: bytes) -> str:
    """What `pack_text` was given. Raises DamagedError."""
    try:
        return unpack_bytes(data).decode("utf-8")
    except UnicodeDecodeError as error:
        raise DamagedError(str(error)) from None


def pack_reading(reading: Reading) -> bytes:
    """A reading without its text, compressed."""
    data = _encoder.encode(replace(reading, report=replace(reading.report, text="")))
    compressor = zlib.compressobj(_LEVEL, zdict=DICTIONARY)
    return compressor.compress(data) + compressor.flush()


def unpack_reading(data: bytes, text: str) -> Reading:
    """The reading that `pack_reading` was given, with its text put back. Raises DamagedError."""
    reading = _decoded(_decoder, data)
    return replace(reading, report=replace(reading.report, text=text))


def unpack_speech(data: bytes) -> Speech:
    """Who says what in the reading that `pack_reading` was given. Raises DamagedError."""
    return _decoded(_speech_decoder, data)


def unpack_naming(data: bytes) -> Naming:
    """Who is called what in the reading that `pack_reading` was given. Raises DamagedError."""
    return _decoded(_naming_decoder, data)


def _decoded(decoder: msgspec.json.Decoder[T], data: bytes) -> T:
    try:
        decompressor = zlib.decompressobj(zdict=DICTIONARY)
        return decoder.decode(decompressor.decompress(data) + decompressor.flush())
    except (zlib.error, msgspec.DecodeError) as error:
        raise DamagedError(str(error)) from None


def _dictionary() -> bytes:
    """What readings have in common, the most frequent last: a compressor looks back from the end."""
    span = model.Span(100, 120)
    time = model.Time("DATE", "2015-07-23", span)
    names = model.Name("القوات", "forces")
    basis = model.PlaceBasis("gazetteer", "GeoNames 170063", (), None, None)
    point = {"type": "Point", "coordinates": [37.16117, 36.20124]}
    quantity = model.Quantity("killed", 10, None, False, False, "incident", span)
    hops = (model.Hop(("outlet",), None), model.Hop(("other",), "a1"))
    event = model.Event("ASSAULT", None, None, (model.Role("other", span),), (), (), (), None, None, None)
    claim = model.Claim("c1", span, span, "a1", "source", hops, "CT+", None, event)
    parts = (
        model.Reader("0", "ar", "syria", "sha256:"),
        model.Report("sha256:", "", span, "ar", "outlet", "2015-07-23", None, ()),
        model.Link("c2", "c1", "supports", None),
        model.Matter("m1", "incident", names, ("c1", "c2")),
        model.Place("geonames:170063", names, "town", point, 7.5, basis),
        model.Actor("population", "population", "other", names),
        replace(claim, event=replace(event, quantity=quantity, time=time, place=("geonames:170063",))),
        model.Attribution(
            "a1", span, span, ("other",), model.Speaker(span, span), span, None, "report", "neutral",
            False, None, None, None, None,
        ),
        model.Mention(100, 120, None, None, time),
        model.Mention(100, 120, None, "geonames:170063", None),
        claim,
        model.Mention(100, 120, "other", None, None),
    )  # fmt: skip
    return b",".join(_encoder.encode(part) for part in parts)


DICTIONARY = _dictionary()

"""A reading as JSON: written, read back with its types, and the schema that binds both."""

from __future__ import annotations

from pathlib import Path

import msgspec

from riwaya.errors import InputError
from riwaya.exchange.soundness import problems
from riwaya.i18n import gettext as _
from riwaya.model import Reading

SCHEMA_FILE = Path(__file__).parents[1] / "reading.schema.json"
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Reading)


def to_json(reading: Reading, *, indent: int = 0) -> bytes:
    """The reading in UTF-8, keys in the order of the model, a newline at the end.

    Without `indent` it is one line, as JSON Lines needs it. The same reading gives the same bytes.
    """
    data = _encoder.encode(reading)
    return (msgspec.json.format(data, indent=indent) if indent else data) + b"\n"


def from_json(data: bytes, source: str = "reading") -> Reading:
    """The reading that these bytes hold; `source` names them in an error.

    Raises:
        InputError: not JSON, not a reading, unknown keys, or spans and ids that point to nothing.
    """
    try:
        plain = msgspec.json.decode(data)
        reading = _decoder.decode(data)
    except msgspec.MsgspecError as error:
        problem = _("not a reading: {why}").format(why=error)
        raise InputError(source, problem, _("expected one object of riwaya.reading/1")) from error
    if msgspec.json.decode(_encoder.encode(reading)) != plain:
        raise InputError(source, _("not a reading: it has keys that riwaya.reading/1 does not know"))
    found = problems(reading)
    if found:
        raise InputError(source, _("not a sound reading: {why}").format(why=found[0]))
    return reading


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of what `to_json` writes."""
    return SCHEMA_FILE.read_text(encoding="utf-8").rstrip("\n") + "\n"

"""JSON Lines: one object a line, of which each is a record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO

import msgspec

from riwaya.capture.bring import too_large
from riwaya.capture.records import FieldMap, Record, Refused, record_of
from riwaya.capture.unpack import PACKING_ERRORS
from riwaya.errors import InputError
from riwaya.i18n import gettext as _

#: A file in whose first records none has the field for the text was not meant so.
_PROBE = 100
#: A letter of Arabic, 2 bytes in UTF-8, may stand as an escape of 6; other fields come on top.
ROOM = 4
_MARK = b"\xef\xbb\xbf"
_Parsed = tuple[str, dict[str, Any] | InputError, bytes, int]


def read_json_lines(
    stream: BinaryIO, name: str, fields: FieldMap, max_bytes: int, position: Callable[[], int]
) -> Iterator[Record | Refused]:
    """The records of `stream`, named `name:line`; `position` says how far into its file it has come.

    Lines of more than four times `max_bytes` are refused without being held. Raises InputError when none of
    the first records has the field for the text.
    """
    parsed = _parsed(stream, name, max_bytes, position)
    first, broken = _probed(parsed)
    objects = [values for _source, values, _line, _at in first if isinstance(values, dict)]
    if objects and not any(set(fields.names["text"]) & values.keys() for values in objects):
        fields.require_text(name, list(objects[0]))
    for source, values, line, at in chain(first, parsed):
        try:
            if isinstance(values, InputError):
                raise values
            yield record_of(source, values, fields, at)
        except InputError as error:
            yield Refused(error, line, at)
    if broken is not None:
        raise broken


def _probed(parsed: Iterator[_Parsed]) -> tuple[list[_Parsed], Exception | None]:
    """The first records, and what ended the file within them, if anything did: it does not undo them."""
    first: list[_Parsed] = []
    try:
        for entry in islice(parsed, _PROBE):
            first.append(entry)  # noqa: PERF402 - what came before an error is kept
    except (*PACKING_ERRORS, OSError, InputError) as error:
        return first, error
    return first, None


def _parsed(stream: BinaryIO, name: str, max_bytes: int, position: Callable[[], int]) -> Iterator[_Parsed]:
    """Every line that is not blank: its name, its object or what is wrong, its bytes, the position."""
    limit = ROOM * max_bytes
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        source = f"{name}:{number}"
        if len(line) > limit:
            _skip_line(stream, line)
            yield source, too_large(source, max_bytes), b"", position()
            continue
        line = (line.removeprefix(_MARK) if number == 1 else line).strip()
        if number == 1 and line.startswith(b"["):
            problem = _("a JSON array, not JSON Lines: one object a line")
            raise InputError(name, problem, _("jq -c '.[]' makes lines of it"))
        if line:
            yield source, _object(line, source), line, position()


def _skip_line(stream: BinaryIO, part: bytes) -> None:
    while part and not part.endswith(b"\n"):
        part = stream.readline(1 << 20)


def _object(line: bytes, source: str) -> dict[str, Any] | InputError:
    try:
        values = _decoded(line)
    except UnicodeDecodeError:
        return InputError(source, _("the line is not UTF-8"), _("save the file as UTF-8"))
    except RecursionError:
        return InputError(source, _("the JSON is nested too deep"), _("one flat object a line"))
    except ValueError as error:
        problem = _("the line is no JSON: {why}").format(why=str(error).splitlines()[0][:100])
        return InputError(source, problem, _("one JSON object a line"))
    if not isinstance(values, dict):
        return InputError(source, _("the line is no JSON object"), _("one JSON object a line"))
    return values


def _decoded(line: bytes) -> Any:
    try:
        return msgspec.json.decode(line)
    except msgspec.MsgspecError:
        # Python writes NaN where a table had nothing, which JSON does not know.
        return json.loads(line)

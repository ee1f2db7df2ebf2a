"""Files that hold many reports, a record each: what a record says, and which of its fields is which of ours.

Records come one after another as they are asked for, so that a file may be larger than memory. A record that
is no report costs itself; what is wrong with a whole file comes as the last entry, after all that was good.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from riwaya.capture.bring import too_large
from riwaya.capture.captured import Captured, CaptureOptions, parse_published
from riwaya.capture.html import outlet_of
from riwaya.capture.language import LANGUAGE, require_arabic
from riwaya.capture.outlets import outlet_id
from riwaya.capture.published import understand_published
from riwaya.errors import InputError, UsageError
from riwaya.i18n import gettext as _
from riwaya.text import fold

#: What we call the fields of a record.
FIELDS = ("text", "title", "outlet", "published", "uri")
#: Longer addresses are none that a browser would open.
_LONGEST_URI = 2000
_EXAMPLE = "--map text=body,outlet=source"
_encoder = msgspec.json.Encoder(order="sorted")


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The names under which a file has our fields, each with those that are tried one after another."""

    names: Mapping[str, tuple[str, ...]]

    def columns(self) -> tuple[str, ...]:
        """Every name that is looked for."""
        return tuple(dict.fromkeys(name for names in self.names.values() for name in names))

    def require_text(self, source: str, present: Sequence[str]) -> None:
        """Raise InputError unless a file with these fields has one for the text."""
        if not set(self.names["text"]) & set(present):
            wanted = self.names["text"][0]
            shown = ", ".join(present[:20])
            problem = _("no field '{name}' for the text; there are: {fields}")
            remedy = _("say which it is: {example}").format(example=_EXAMPLE)
            raise InputError(source, problem.format(name=wanted, fields=shown), remedy)


DEFAULT_MAP = FieldMap({name: (name,) for name in FIELDS} | {"uri": ("uri", "url")})


def parse_map(assignments: Sequence[str]) -> FieldMap:
    """The map that `text=body,outlet=source` means; what it does not name keeps its name.

    Raises UsageError.
    """
    names = dict(DEFAULT_MAP.names)
    said: set[str] = set()
    for pair in (pair for each in assignments for pair in each.split(",")):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or not theirs or ours not in FIELDS:
            problem = _("'{pair}' maps no field; write it as {example}; the fields are {fields}")
            raise UsageError(problem.format(pair=pair, example=_EXAMPLE, fields=", ".join(FIELDS)))
        if ours in said:
            raise UsageError(_("the field '{name}' is mapped twice").format(name=ours))
        said.add(ours)
        names[ours] = (theirs,)
    return FieldMap(names)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: where it stood (`file:line`), its fields under our names, and what was passed over.

    Fields that say nothing are absent. `published` is the field of that name where it is a date, else None.
    `position` says how far into the file reading had come, in bytes.
    """

    source: str
    fields: Mapping[str, str]
    published: str | None
    warnings: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """What holds no report: why, and its bytes where there are any."""

    error: InputError
    payload: bytes = b""
    position: int = 0

    @property
    def source(self) -> str:
        """Where it stood."""
        return self.error.source


def record_id(fields: Mapping[str, str]) -> str:
    """The id of a record: the SHA-256 of its fields in one form, whatever file they came in.

    The form is a JSON object of the fields that say something, under our names, sorted, without spaces, in
    UTF-8 with only those characters escaped that JSON makes one escape. `published` is as it was understood.
    """
    return "sha256:" + hashlib.sha256(canonical(fields)).hexdigest()


def canonical(fields: Mapping[str, str]) -> bytes:
    """The one form of a record that its id is made from."""
    return _encoder.encode(fields)


def record_of(source: str, values: Mapping[str, object], fields: FieldMap, position: int = 0) -> Record:
    """The record that `values` are, by the file's own names. Raises InputError where it can be no report."""
    found: dict[str, str] = {}
    published: str | None = None
    warnings: list[str] = []
    for name in FIELDS:
        value = next((v for n in fields.names[name] if not _is_nothing(v := values.get(n))), None)
        if value is None:
            continue
        if name == "published":
            published, whole = understand_published(value)
            if not whole:
                shown = " ".join(str(value).split())[:60]
                warnings.append(
                    _("{source}: the date '{value}' was not understood").format(source=source, value=shown)
                )
            value = published or ("" if isinstance(value, date) else value)
        found[name] = _string(source, name, value)
    if not found.get("text", "").strip():
        remedy = _("say which field is the text: {example}").format(example=_EXAMPLE)
        raise InputError(source, _("the record has no text"), remedy)
    uri = found.get("uri", "")
    if uri and (len(uri) > _LONGEST_URI or not uri.isprintable() or " " in uri):
        del found["uri"]
        warnings.append(_("{source}: its address is none and was passed over").format(source=source))
    return Record(source, {n: v for n, v in found.items() if v}, published, tuple(warnings), position)


def capture_record(record: Record, options: CaptureOptions) -> Captured:
    """The report that a record is. Raises InputError.

    The text is title, newline, text, where a title is given and the text does not begin with it. The outlet
    has its id in `options.outlets` if its name or the domain of the address is known there.
    """
    said = record.fields
    text, title = said["text"], said.get("title")
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n{text}"
    if len(text.encode("utf-8")) > options.max_bytes:
        raise too_large(record.source, options.max_bytes)
    require_arabic(text, record.source)
    return Captured(
        source=record.source,
        id=record_id(said),
        text=text,
        outlet=outlet_of_record(record, options),
        published=parse_published(options.published) if options.published else record.published,
        uri=said.get("uri"),
        language=LANGUAGE,
    )


def outlet_of_record(record: Record, options: CaptureOptions) -> str | None:
    """The id of who published a record: as the caller says, as it says itself, or by its address, else None.

    Raises InputError where what it says can be no id.
    """
    name, uri = record.fields.get("outlet"), record.fields.get("uri")
    if options.outlet:
        return options.outlet
    if name:
        found: str | None = options.outlets.get(name) or options.outlets.get(fold(name)) or name
    else:
        found = outlet_of(uri, options.outlets) if uri else None
    try:
        return outlet_id(found) if found else None
    except UsageError as error:
        remedy = _("map another field: {example}").format(example=_EXAMPLE)
        raise InputError(record.source, str(error), remedy) from None


def _is_nothing(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def _string(source: str, name: str, value: object) -> str:
    """A field's value as text; names and titles on one line. Raises InputError."""
    if isinstance(value, int | float) and not isinstance(value, bool) and name not in ("text", "title"):
        value = str(value)
    if not isinstance(value, str):
        problem = _("the field '{name}' is no text").format(name=name)
        raise InputError(source, problem, _("map another field: {example}").format(example=_EXAMPLE))
    if "\0" in value:
        problem = _("the field '{name}' holds NUL characters").format(name=name)
        raise InputError(source, problem, _("take them out"))
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        problem = _("the field '{name}' is not UTF-8").format(name=name)
        raise InputError(source, problem, _("save the file as UTF-8")) from None
    return value if name == "text" else " ".join(value.split())

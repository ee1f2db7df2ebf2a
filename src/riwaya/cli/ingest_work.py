"""What every process of `riwaya ingest` does: items to rows for the archive; known ones are not read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from riwaya.archive import Archive, Prepared, prepare
from riwaya.archive.codec import pack_bytes
from riwaya.archive.intake import report_key
from riwaya.capture import (
    Captured,
    CaptureOptions,
    Page,
    Record,
    Refused,
    canonical,
    capture_page,
    capture_path,
    capture_record,
    known_outlets,
    outlet_of_record,
)
from riwaya.capture.captured import identity
from riwaya.cli.console import visible
from riwaya.cli.ingest_items import Chunk, Item
from riwaya.cli.work import died, internal
from riwaya.errors import InputError, RiwayaError
from riwaya.i18n import gettext as _
from riwaya.i18n import set_language
from riwaya.packs import Pack
from riwaya.reading.reader import UNKNOWN_OUTLET, Reader

#: Larger inputs are not kept when they are rejected; the reason is.
_KEPT = 65_536


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """What holds for one run: the archive's file or address, the pack, the language, the options."""

    archive: str
    pack: Pack
    language: str
    options: CaptureOptions

    def start(self) -> Callable[[Chunk], Taken]:
        """What takes the chunks of a run."""
        return Intake(self).take

    def lost(self, chunk: Chunk) -> Taken:
        """A chunk over which its process died: to be tried item by item, if there is more than one."""
        if len(chunk.items) > 1:
            return Taken(position=chunk.items[0].position, lost=chunk)
        (item,) = chunk.items
        taken = Taken(position=item.position, seen=1)
        taken.reject(item, InputError(item.name, died()), self.options)
        return taken


@dataclass(slots=True)
class Taken:
    """What became of a chunk: `seen` items, of which `known` and `removed` ones were passed over.

    `messages` says of each rejected item what is wrong with it. `failure` is what stops the whole run.
    """

    position: int
    seen: int = 0
    known: int = 0
    removed: int = 0
    prepared: list[Prepared] = field(default_factory=list)
    rejects: list[dict[str, Any]] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    lost: Chunk | None = None
    failure: RiwayaError | None = None

    def reject(self, item: Item, error: InputError, options: CaptureOptions) -> None:
        """Note that an item cannot be taken in, with what is known about it."""
        self.messages.append(str(error))
        self.rejects.append(_reject(item, error, options))


class Intake:
    """Captures, looks up, reads and prepares the items of chunks."""

    def __init__(self, settings: IngestSettings) -> None:
        set_language(settings.language)
        self._settings = settings
        outlets = known_outlets(settings.pack.outlets)
        self._options = replace(settings.options, outlets=outlets)
        self._archive: Archive | None = None
        self._reader: Reader | None = None

    def close(self) -> None:
        """Close the archive, which was opened if anything was looked up."""
        if self._archive is not None:
            self._archive.close()

    def take(self, chunk: Chunk) -> Taken:
        """What became of a chunk. Whatever is wrong with an item costs this item only."""
        taken = Taken(position=chunk.items[-1].position, seen=len(chunk.items))
        captured: dict[str, tuple[Item, Captured]] = {}
        for item in chunk.items:
            try:
                found = self._capture(item, taken)
            except InputError as error:
                taken.reject(item, error, self._options)
            except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other items
                taken.reject(item, InputError(item.name, internal(error)), self._options)
            else:
                key = report_key(found.id, found.outlet or UNKNOWN_OUTLET, found.uri)
                taken.known += key in captured
                captured[key] = item, found
        try:
            self._pass_over(captured, taken)
        except RiwayaError as error:
            taken.failure = error
            return taken
        for item, found in captured.values():
            self._read(item, found, taken)
        return taken

    def _capture(self, item: Item, taken: Taken) -> Captured:
        content = item.content
        if isinstance(content, Refused):
            raise content.error
        if isinstance(content, Record):
            taken.warnings += content.warnings
            captured = capture_record(content, self._options)
        elif isinstance(content, Page):
            captured = capture_page(content, item.name, options=self._options)
        else:
            captured = capture_path(content, source=item.name, options=self._options)
        if any("\0" in said for said in (captured.text, captured.outlet or "", captured.uri or "")):
            raise InputError(item.name, _("the text holds NUL characters"), _("take them out"))
        return captured

    def _pass_over(self, captured: dict[str, tuple[Item, Captured]], taken: Taken) -> None:
        """Leave out what the archive knows, or was to forget. Raises ArchiveError."""
        # Opened when first needed, so that whatever goes wrong has a place where it is reported.
        self._archive = self._archive or Archive(self._settings.archive, create=False)
        known = self._archive.known(list(captured))
        removed = self._archive.removed(list(known)) if known else set()
        taken.known += len(known - removed)
        taken.removed += len(removed)
        for key in known:
            del captured[key]

    def _read(self, item: Item, captured: Captured, taken: Taken) -> None:
        try:
            self._reader = self._reader or Reader(self._settings.pack)
            reading = self._reader.read(
                captured.text,
                id=captured.id,
                outlet=captured.outlet,
                published=captured.published,
                uri=captured.uri,
            )
            taken.prepared.append(prepare(reading, visible(item.name), self._reader.pack))
        except RiwayaError as error:
            taken.reject(item, InputError(item.name, str(error)), self._options)
        except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other items
            taken.reject(item, InputError(item.name, internal(error)), self._options)


def _reject(item: Item, error: InputError, options: CaptureOptions) -> dict[str, Any]:
    """The row of `schema.rejects` for an item; the same input of the same outlet has the same id."""
    content = item.content
    outlet, published = options.outlet, options.published
    if isinstance(content, Record):
        payload = canonical(content.fields)
        with suppress(InputError):  # it may be rejected for its outlet's name
            outlet = outlet_of_record(content, options)
        published = published or content.published
    elif isinstance(content, Page):
        payload = content.data
    elif isinstance(content, Refused):
        payload = content.payload
    else:
        payload = _beginning(content)
    id = identity(payload or f"{item.name}\n{error.problem}".encode("utf-8", "surrogateescape"))
    uri = content.uri if isinstance(content, Page) else None
    return {
        "source": visible(item.name),
        "id": report_key(id, outlet or UNKNOWN_OUTLET, uri),
        "outlet": outlet,
        "day": published[:10] if published else None,
        "reason": visible(error.problem),
        "payload": pack_bytes(payload) if 0 < len(payload) <= _KEPT else None,
    }


def _beginning(path: Path) -> bytes:
    """What of a file decides whether it is kept: all of it, or more than would be."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(_KEPT + 1)
    return b""

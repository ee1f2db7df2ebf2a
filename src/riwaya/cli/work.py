"""One input to one piece of output: what every process of a batch does, and how it is told to."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from riwaya.capture import (
    Captured,
    CaptureOptions,
    Page,
    capture_bytes,
    capture_page,
    capture_path,
    known_outlets,
)
from riwaya.errors import InputError, RiwayaError
from riwaya.exchange import Style, to_csv, to_dossier, to_html, to_json
from riwaya.i18n import gettext as _
from riwaya.i18n import set_language
from riwaya.model import Reading
from riwaya.packs import load_pack
from riwaya.reading.reader import Reader

Format = Literal["dossier", "json", "html", "csv"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole batch. `style` is for dossiers."""

    pack: str
    format: Format
    language: str
    options: CaptureOptions
    style: Style

    def start(self) -> Callable[[Job], Result]:
        """What does the jobs of a batch. Raises PackError when the pack is not valid."""
        return Work(self).do

    def lost(self, job: Job) -> Result:
        """What is said of an input whose process died over it."""
        return Result(job.number, None, b"", f"{job.name}: {died()}")


@dataclass(frozen=True, slots=True)
class Job:
    """One input by its number: a file to open, or what standard input or an address yielded."""

    number: int
    name: str
    path: Path | None = None
    content: bytes | Page | None = None
    problem: InputError | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one job: the report's id and the output, or the one line that says why not."""

    number: int
    id: str | None
    output: bytes
    error: str | None


class Work:
    """Reads inputs with one reader, as the settings say. Raises PackError when the pack is not valid."""

    def __init__(self, settings: Settings) -> None:
        set_language(settings.language)
        self._settings = settings
        self._reader = Reader(settings.pack)
        outlets = known_outlets(load_pack(settings.pack).outlets)
        self._options = replace(settings.options, outlets=outlets)

    def do(self, job: Job) -> Result:
        """Capture, read and render one input. Whatever goes wrong costs this input only."""
        try:
            captured = self._capture(job)
            reading = self._reader.read(
                captured.text,
                id=captured.id,
                outlet=captured.outlet,
                published=captured.published,
                uri=captured.uri,
            )
            return Result(job.number, captured.id, render(reading, self._settings), None)
        except RiwayaError as error:
            return Result(job.number, None, b"", str(error))
        except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other inputs
            return Result(job.number, None, b"", f"{job.name}: {internal(error)}")

    def _capture(self, job: Job) -> Captured:
        if job.problem is not None:
            raise job.problem
        if isinstance(job.content, Page):
            return capture_page(job.content, job.name, options=self._options)
        if job.path is not None:
            return capture_path(job.path, source=job.name, options=self._options)
        return capture_bytes(job.content or b"", job.name, options=self._options)


def render(reading: Reading, settings: Settings) -> bytes:
    """A reading in the format asked for; CSV without byte-order mark and header, which a file has once."""
    if settings.format == "json":
        return to_json(reading)
    if settings.format == "csv":
        return to_csv([reading], header=False).encode("utf-8")
    if settings.format == "html":
        return to_html(reading, language=settings.language).encode("utf-8")
    style = settings.style
    dossier = to_dossier(
        reading, language=settings.language, color=style.colour, width=style.width, bidi=style.bidi
    )
    return dossier.encode("utf-8")


def died() -> str:
    """What is said of an input whose process died over it."""
    return _("the process that read it died; read it alone to see whether it does again")


def internal(error: BaseException) -> str:
    """One line about an error that nobody foresaw: what, and where in the code, for a bug report."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    what = " ".join(f"{type(error).__name__} {error}".split())[:200]
    return _("internal error, please report it: {what} at {where}").format(what=what, where=where)

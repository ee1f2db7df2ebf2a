"""Where output goes: standard output, or one file an input below a folder."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from riwaya.cli.console import visible
from riwaya.cli.inputs import Source
from riwaya.cli.work import Format, Result
from riwaya.errors import InputError, RiwayaError, UsageError
from riwaya.exchange import to_csv
from riwaya.i18n import gettext as _

SUFFIX: Mapping[Format, str] = {"dossier": ".txt", "json": ".json", "html": ".html", "csv": ".csv"}
_BOM = b"\xef\xbb\xbf"
#: The disk is full, over quota or read-only: no other file will fare better.
_HOPELESS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class OutputClosedError(Exception):
    """Whoever read standard output has had enough (`riwaya read … | head`)."""


class OutputError(RiwayaError):
    """Output cannot be written, and for the inputs that follow it could not be either."""


class Sink(Protocol):
    """Takes results in order."""

    def put(self, source: Source, result: Result) -> None:
        """Write the output of one input. Raises InputError when only this one cannot be written."""


class StandardOutput:
    """All output in one stream; of `several` inputs each dossier stands below the name of its input."""

    def __init__(self, form: Format, *, several: bool = False) -> None:
        self._form = form
        self._several = several
        self._first = True

    def put(self, source: Source, result: Result) -> None:
        """Write one result behind those before it."""
        before = b""
        if self._form == "csv" and self._first:
            before = csv_head()
        elif self._form == "dossier" and self._several:
            # A post has no headline, and often neither outlet nor day: its name alone says which it is.
            before = f"{'' if self._first else chr(10)}==> {visible(source.name)} <==\n".encode()
        self._first = False
        write_out(before + result.output)


class Folder:
    """One file an input, mirroring the folders that were read.

    Raises UsageError when two inputs would be written to one name, or one over an input.
    """

    def __init__(self, folder: Path, form: Format, sources: Sequence[Source]) -> None:
        self._folder = folder
        self._form = form
        self._names: dict[Path, Source] = {}
        for source in sources:
            if source.stem is not None:
                self._take(source.stem, source)
        self._spare_inputs(sources)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(_("{path}: no folder can be made there").format(path=folder)) from error

    def put(self, source: Source, result: Result) -> None:
        """Write one result to its file, whole or not at all."""
        stem = source.stem
        if stem is None:
            stem = Path((result.id or "").removeprefix("sha256:")[:12])
            try:
                self._take(stem, source)
            except UsageError as error:
                raise InputError(source.name, str(error)) from None
        head = csv_head() if self._form == "csv" else b""
        path = self._path(stem)
        try:
            write_whole(path, head + result.output)
        except OSError as error:
            problem = _("cannot write {path}: {why}").format(path=path, why=error.strerror)
            if error.errno in _HOPELESS:
                raise OutputError(f"{source.name}: {problem}") from None
            raise InputError(source.name, problem, _("choose another --out-dir")) from None

    def _path(self, stem: Path) -> Path:
        return self._folder / stem.parent / (stem.name + SUFFIX[self._form])

    def _take(self, stem: Path, source: Source) -> None:
        path = self._path(stem)
        other = self._names.setdefault(Path(os.path.normcase(path)), source)
        if other is not source:
            problem = _("{a} and {b} would both be written to {path}; rename one or read them apart")
            raise UsageError(problem.format(a=other.name, b=source.name, path=path))

    def _spare_inputs(self, sources: Sequence[Source]) -> None:
        """A report's bytes never change: refuse to write over one."""
        inputs = {os.path.realpath(source.path): source for source in sources if source.path}
        for path in self._names:
            source = inputs.get(os.path.realpath(path))
            if source is not None:
                problem = _("the output {path} would replace the input {name}; choose another --out-dir")
                raise UsageError(problem.format(path=path, name=source.name))


def csv_head() -> bytes:
    """What a file of claims begins with: the byte-order mark and the header."""
    return _BOM + to_csv([]).encode("utf-8")


def write_out(data: bytes) -> None:
    """Write to standard output. Raises OutputClosedError or OutputError."""
    if sys.stdout is None:
        raise OutputError(_("standard output is closed"))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _drop_stdout()
        raise OutputClosedError from None
    except OSError as error:
        _drop_stdout()
        raise OutputError(_("cannot write to standard output: {why}").format(why=error.strerror)) from None


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader of the folder sees all of it or none. Raises OSError."""
    with writing_whole(path) as file:
        file.write(data)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """A file that stands at `path` once the block is through, and not at all if it fails. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.parent / f".riwaya-{os.getpid()}.part"
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _drop_stdout() -> None:
    """Point standard output nowhere, so that the interpreter's last flush does not complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)

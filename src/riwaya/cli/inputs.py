"""From what the caller names to single inputs: folders are walked, addresses and `-` stay what they are."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from riwaya.capture import SUFFIXES, is_url, unreadable
from riwaya.errors import InputError, UsageError
from riwaya.i18n import gettext as _

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One input. `name` is how messages call it, `stem` where its output goes below the output folder.

    `path` is None for addresses and `-`, whose output is named by the report's id and whose `stem` is
    therefore None. A source with a `problem` cannot be read at all.
    """

    name: str
    path: Path | None = None
    stem: Path | None = None
    problem: InputError | None = None


def expand(inputs: Sequence[str], endings: Collection[str] = SUFFIXES) -> list[Source]:
    """Every single input, in the order given; files of a folder in the order of their names.

    Of a folder the files count whose names end in one of `endings`, in small letters or capitals. Raises
    UsageError when standard input is named twice.
    """
    if sum(1 for each in inputs if each == STDIN) > 1:
        raise UsageError(_("'-' is given twice, but standard input can be read only once"))
    return [source for each in inputs for source in _expand(each, tuple(endings))]


def _expand(name: str, endings: tuple[str, ...]) -> Iterator[Source]:
    if name == STDIN or is_url(name):
        yield Source(name)
        return
    if not name:
        # A path without a name is the current folder, which nobody means by an empty variable.
        yield Source(
            name, problem=InputError(repr(name), _("is no name"), _("give a file, folder or address"))
        )
        return
    path = Path(name)
    try:
        folder = path.is_dir()
    except OSError as error:
        # A name that is too long, or below a folder that may not be entered: it costs this input only.
        yield Source(name, problem=unreadable(name, error))
        return
    if not folder:
        yield Source(name, path, Path(path.stem))
        return
    found = list(_walk(path, path, set(), endings))
    yield from found
    if not found:
        suffixes = ", ".join(sorted(endings))
        problem = _("no reports in this folder")
        yield Source(name, problem=InputError(name, problem, _("files must end in {s}").format(s=suffixes)))


def _walk(folder: Path, top: Path, seen: set[tuple[int, int]], endings: tuple[str, ...]) -> Iterator[Source]:
    """The reports in `folder` and below. Each real folder is walked once, so that links cannot loop."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            names = sorted(
                (e for e in entries if not e.name.startswith(".")), key=lambda e: os.fsencode(e.name)
            )
    except OSError as error:
        yield Source(str(folder), problem=unreadable(str(folder), error))
        return
    for entry in names:
        path = folder / entry.name
        if _is_folder(entry):
            yield from _walk(path, top, seen, endings)
        elif entry.name.lower().endswith(endings) and _is_file_or_broken(entry):
            yield Source(str(path), path, path.relative_to(top).with_suffix(""))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file_or_broken(entry: os.DirEntry[str]) -> bool:
    """Whether this is a file or a link to nothing (worth a message); pipes and devices are passed over."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True

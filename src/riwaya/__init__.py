"""Riwaya: who says what about whom, through whom, in Arabic conflict reporting.

>>> import riwaya
>>> reading = riwaya.read("قال الجيش التركي إن طائراته قصفت مواقع للتنظيم.", published="2020-01-02")
>>> [claim.event.type for claim in reading.claims]
['ASSAULT']
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from riwaya.errors import ArchiveError, FetchError, InputError, PackError, RiwayaError, UsageError
from riwaya.model import Reading

if TYPE_CHECKING:
    from riwaya.archive import Archive
    from riwaya.reading.reader import Reader

__version__ = version("riwaya")

__all__ = [
    "Archive",
    "ArchiveError",
    "FetchError",
    "InputError",
    "PackError",
    "Reading",
    "RiwayaError",
    "UsageError",
    "__version__",
    "read",
]


def read(
    report: str | Path,
    *,
    pack: str | Path = "syria",
    outlet: str | None = None,
    published: str | None = None,
) -> Reading:
    """Read one report: a text (str) or a file (Path), with the pack of that name or folder.

    `outlet` is the id of who published it, `published` an ISO 8601 day or moment; both beat what a
    file says of itself. The reader of a pack is built once and kept. Raises InputError when the report
    cannot be read, PackError when the pack is not valid, UsageError when an option makes no sense.
    """
    from riwaya.capture import CaptureOptions, capture_path, capture_text

    options = CaptureOptions(outlet=outlet, published=published, outlets=_outlets(pack))
    if isinstance(report, Path):
        captured = capture_path(report, options=options)
    else:
        captured = capture_text(report, options=options)
    return _reader(pack).read(
        captured.text,
        id=captured.id,
        outlet=captured.outlet,
        published=captured.published,
        uri=captured.uri,
    )


def __getattr__(name: str) -> Any:
    # The archive brings a database library with it, which `import riwaya` alone does not need.
    if name == "Archive":
        from riwaya.archive import Archive

        return Archive
    raise AttributeError(name)


@lru_cache(maxsize=4)
def _outlets(pack: str | Path) -> dict[str, str]:
    from riwaya.capture import known_outlets
    from riwaya.packs import load_pack

    return known_outlets(load_pack(pack).outlets)


@lru_cache(maxsize=4)
def _reader(pack: str | Path) -> Reader:
    # Imported when first needed: `import riwaya` alone stays quick.
    from riwaya.reading.reader import Reader

    return Reader(pack)

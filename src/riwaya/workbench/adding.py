"""Reports that come in through the browser: put into a folder, then taken in by a job."""

from __future__ import annotations

import json
import re
import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from riwaya.capture import RECORD_SUFFIXES, SUFFIXES, CaptureOptions
from riwaya.errors import FieldError, UsageError
from riwaya.i18n import gettext as _

#: What may be uploaded: what `riwaya ingest` takes.
ENDINGS = SUFFIXES | RECORD_SUFFIXES
#: Files of one upload.
MOST_FILES = 200
_UNFIT = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the reports that are added, where they do not say it themselves."""

    outlet: str = ""
    published: str = ""
    uri: str = ""

    def check(self) -> None:
        """Raises FieldError for what can be no outlet, and no day or moment."""
        with _of_field("outlet"):
            CaptureOptions(outlet=self.outlet.strip() or None)
        with _of_field("published"):
            CaptureOptions(published=self.published.strip() or None)

    def options(self) -> list[str]:
        """The same as options of `riwaya ingest`."""
        named = (("--outlet", self.outlet), ("--published", self.published))
        return [f"{name}={value.strip()}" for name, value in named if value.strip()]

    def headed(self, text: str) -> str:
        """A pasted text with its address before it, as files of text say it of themselves."""
        uri = " ".join(self.uri.split())
        return f"---\nuri: {json.dumps(uri)}\n---\n{text}" if uri else text


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sends it: its name, which is not to be trusted, and its bytes."""

    name: str
    data: bytes


@contextmanager
def _of_field(name: str) -> Iterator[None]:
    try:
        yield
    except UsageError as error:
        raise FieldError(name, str(error)) from None


def keep(uploads: Iterable[Upload]) -> Path:
    """A new folder within one for this job alone, with its files under harmless names that still tell.

    Raises FieldError where there is none, or one of a kind that cannot be read.
    """
    files = list(_checked(uploads))
    if not files:
        raise FieldError("text", _("there is nothing to add: paste a report or choose files"))
    folder = Path(tempfile.mkdtemp(prefix="riwaya-add-")) / f"added-{secrets.token_hex(4)}"
    folder.mkdir()
    for number, file in enumerate(files, 1):
        (folder / f"{number:03}-{file.name}").write_bytes(file.data)
    return folder


def _checked(uploads: Iterable[Upload]) -> Iterator[Upload]:
    for number, upload in enumerate(uploads, 1):
        if number > MOST_FILES:
            problem = _("more than {n} files at once; add them in parts")
            raise FieldError("files", problem.format(n=MOST_FILES))
        # Letters, digits, dots: no way out of the folder, no option of a command, no hidden file.
        name = _UNFIT.sub("-", Path(upload.name.replace("\\", "/")).name).strip("-.")[-100:] or "report.txt"
        if not any(name.lower().endswith(ending) for ending in ENDINGS):
            known = " ".join(sorted(ENDINGS))
            problem = _("{name}: such files are not read; these are: {known}")
            raise FieldError("files", problem.format(name=name, known=known))
        yield Upload(name, upload.data)

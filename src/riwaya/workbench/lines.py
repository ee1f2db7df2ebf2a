"""What a command says, as everybody at the workbench may read it: without the places of this machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePath

from riwaya.archive.dialect import shown_address

#: A path from the root on, by its last name; addresses of the web have a colon or a host before it.
_PATH = re.compile(r"(?<![\w:/.-])/(?:[^\s/:]+/)+([^\s/:]+)")
#: The folder of what was uploaded, and the number that keeps its files apart.
_UPLOADED = re.compile(r"added-[0-9a-f]{8}/\d{3}-")
#: Options whose values are places: the archive is the one that everybody works on, and needs no name.
_ARCHIVE, _PACK = "--archive", "--pack"


def plain_line(line: str, command: Sequence[str]) -> str:
    """A line that this command said, without the folders and addresses that it was given.

    >>> plain_line("riwaya: /srv/news.riwaya: new: 1", ["ingest", "--archive", "/srv/news.riwaya"])
    'new: 1'
    """
    line = line.strip().removeprefix("riwaya: ")
    given = dict(pairwise(command))
    if place := given.get(_ARCHIVE):
        for name in (place, shown_address(place)):
            line = line.replace(name, "")
    if place := given.get(_PACK):
        line = line.replace(place, PurePath(place).name)
    line = _UPLOADED.sub("", _PATH.sub(r"\1", line))
    return line.lstrip(": ").strip()

"""Words in an encoding of addresses, JSON or HTML, decoded with the places where each character stood."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_CODED = re.compile(
    r"(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|(?P<json>(?:\\u[0-9A-Fa-f]{4})+)"
    r"|(?P<html>&#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});)"
)
#: What is encoded may have been encoded before.
_DEPTH = 3
#: Bytes of the longest character in UTF-8.
_LONGEST = 4


def decoded(text: str) -> tuple[str, list[int]] | None:
    r"""The text with %D8%B3, \u0633 and &#1587; decoded, and where each of its characters began in `text`.

    The list ends with the length of `text`. None where nothing is encoded.
    """
    found: tuple[str, list[int]] | None = None
    for _round in range(_DEPTH):
        now = text if found is None else found[0]
        if _CODED.search(now) is None:
            break
        letters, places = _once(now)
        found = letters, places if found is None else [found[1][place] for place in places]
    return found


def _once(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for match in _CODED.finditer(text):
        letters += text[at : match.start()]
        places += range(at, match.start())
        for letter, place in _letters(match):
            letters.append(letter)
            places.append(match.start() + place)
        at = match.end()
    letters += text[at:]
    places += range(at, len(text) + 1)
    return "".join(letters), places


def _letters(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """What an encoded run says, and where in it each character begins."""
    run = match[0]
    if match["percent"]:
        at = 0
        for letter, size in _characters(bytes.fromhex(run.replace("%", ""))):
            yield letter, 3 * at
            at += size
    elif match["json"]:
        units = range(0, len(run), 6)
        yield from ((chr(int(run[at + 2 : at + 6], 16)), at) for at in units)
    else:
        yield html.unescape(run) or "\ufffd", 0


def _characters(data: bytes) -> Iterator[tuple[str, int]]:
    """The characters of UTF-8 with how many bytes each takes; what is none is read as Windows-1256.

    Older addresses are in that throughout, and addresses may be cut in the middle of a character.
    """
    at = 0
    while at < len(data):
        for size in range(1, _LONGEST + 1):
            try:
                yield data[at : at + size].decode("utf-8"), size
            except UnicodeDecodeError:
                continue
            break
        else:
            size = 1
            yield data[at : at + 1].decode("cp1256", "replace"), size
        at += size

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
        data = bytes.fromhex(run.replace("%", ""))
        try:
            at = 0
            for letter in data.decode("utf-8"):
                yield letter, 3 * at
                at += len(letter.encode("utf-8"))
        except UnicodeDecodeError:
            # Older addresses are in Windows-1256: a byte a character.
            yield from ((letter, 3 * at) for at, letter in enumerate(data.decode("cp1256", "replace")))
    elif match["json"]:
        units = range(0, len(run), 6)
        yield from ((chr(int(run[at + 2 : at + 6], 16)), at) for at in units)
    else:
        yield html.unescape(run) or "\ufffd", 0

"""Text with what may not leave replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from riwaya.exchange.index import clean
from riwaya.release.guard import Veil
from riwaya.release.labels import CODES, stand_in

#: Where veils overlap, the one that says least wins.
_STRENGTH = {"place": 0, "facility": 1, "name": 2, "witness": 3, "held": 4}


def veiled(text: str, start: int, veils: Iterable[Veil]) -> tuple[str, tuple[str, ...]]:
    """`text`, which begins at `start` of its report, on one line behind its veils; and what was done.

    A word of which a veil covers a part at the edge of the text is covered as far as it is there.
    """
    parts: list[str] = []
    done: dict[str, None] = {}
    at = 0
    for veil in joined(v for v in veils if v.start < start + len(text) and start < v.end):
        first, last = max(veil.start - start, 0), min(veil.end - start, len(text))
        parts += (text[at:first], stand_in(veil))
        done[CODES[veil.what]] = None
        at = last
    return clean("".join((*parts, text[at:]))), tuple(done)


def joined(veils: Iterable[Veil]) -> list[Veil]:
    """The veils in order, those that overlap as one."""
    found: list[Veil] = []
    for veil in sorted(veils, key=lambda v: (v.start, -v.end, -_STRENGTH[v.what])):
        if not found or veil.start >= found[-1].end:
            found.append(veil)
            continue
        before = found.pop()
        strong = veil if _STRENGTH[veil.what] > _STRENGTH[before.what] else before
        found.append(replace(strong, start=before.start, end=max(before.end, veil.end)))
    return found

"""Right-to-left text for terminals that do not order it themselves.

`visual` puts one line into the order in which it is seen, left to right, and joins its letters. It follows
the Unicode Bidirectional Algorithm (UAX #9, revision 48: W1-W7, N1-N2, I1-I2, L1-L4) for text whose only
explicit controls are isolates; paired brackets (N0) get the direction of the text around them.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
ISOLATES = frozenset((LRI, RLI, FSI))
ZWNJ, ZWJ, TATWEEL = "\u200c", "\u200d", "\u0640"
STRONG = ("L", "R", "AL")
NUMBERS = ("EN", "AN")
MIRRORS = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
#: Presentation forms A and B: the code points that show a letter by its place in the word.
PRESENTATION_FORMS = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))


@dataclass(slots=True)
class Cluster:
    """A character with its combining marks, or a whole isolate; `kind` is its bidirectional class."""

    text: str
    kind: str
    level: int = 0


def visual(line: str, *, base: str = "ltr") -> str:
    """The line as it is seen from left to right; `base` is the direction of the paragraph."""
    return _ordered(shape(line), 1 if base == "rtl" else 0)


def first_strong(text: str) -> str:
    """The direction of a text by its first letter; without letters left to right."""
    kind = next((kind for char in text if (kind := unicodedata.bidirectional(char)) in STRONG), "L")
    return "ltr" if kind == "L" else "rtl"


def strip_isolates(text: str) -> str:
    """The text without isolates, in logical order."""
    return "".join(char for char in text if char not in ISOLATES and char != PDI)


def _ordered(text: str, base: int) -> str:
    clusters = _clusters(text)
    _resolve(clusters, base)
    return "".join(item.text for item in _reversed_runs(clusters))


def _clusters(text: str) -> list[Cluster]:
    """Characters with their marks; what stands in an isolate is ordered on its own and counts as neutral."""
    clusters: list[Cluster] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char in ISOLATES:
            end = _isolate_end(text, at)
            clusters.append(Cluster(_isolated(char, text[at + 1 : end]), "ON"))
            at = end
        elif unicodedata.combining(char) and clusters:
            clusters[-1].text += char
        elif char not in (PDI, ZWNJ, ZWJ):
            clusters.append(Cluster(char, unicodedata.bidirectional(char) or "L"))
        at += 1
    return clusters


def _isolate_end(text: str, start: int) -> int:
    """Where the isolate that opens at `start` is closed; the end of the text if it is not."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in ISOLATES) - (text[at] == PDI)
        if depth == 0:
            return at
    return len(text)


def _isolated(opener: str, inner: str) -> str:
    """An isolate's inside in visual order, by the direction it names or its first strong character."""
    if opener == FSI:
        return _ordered(inner, 1 if first_strong(inner) == "rtl" else 0)
    return _ordered(inner, 1 if opener == RLI else 0)


def _resolve(clusters: list[Cluster], base: int) -> None:
    """Give each cluster its level: rules W1-W7 for weak, N1-N2 for neutral characters, I1-I2, L1."""
    kinds = [item.kind for item in clusters]
    edge = "R" if base else "L"
    _weak(kinds, edge)
    _neutral(kinds, edge)
    for item, kind in zip(clusters, kinds, strict=True):
        if kind == "L":
            item.level = base + base % 2
        elif kind == "R":
            item.level = 1
        else:
            item.level = 2
    for item in reversed(clusters):
        if item.kind not in ("WS", "S", "B"):
            break
        item.level = base


def _weak(kinds: list[str], edge: str) -> None:
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        elif kind in ("ES", "CS") and 0 < at < len(kinds) - 1:
            before, after = kinds[at - 1], kinds[at + 1]
            after = "AN" if after == "EN" and strong == "AL" else after
            if before == after and (before == "EN" or (before == "AN" and kind == "CS")):
                kinds[at] = before
    _terminators(kinds)
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in STRONG:
            strong = kind
            kinds[at] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        elif kind not in NUMBERS:
            kinds[at] = "ON"


def _terminators(kinds: list[str]) -> None:
    """W5: signs such as % or $ beside a European number belong to it."""
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            if kinds[at] == "ET" and kinds[at + step] == "EN":
                kinds[at] = "EN"


def _neutral(kinds: list[str], edge: str) -> None:
    """N1-N2: neutrals between two equal directions take theirs, others that of the paragraph."""
    at = 0
    while at < len(kinds):
        if kinds[at] != "ON":
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] == "ON":
            end += 1
        before = edge if at == 0 else _direction(kinds[at - 1])
        after = edge if end == len(kinds) else _direction(kinds[end])
        kinds[at:end] = [before if before == after else edge] * (end - at)
        at = end


def _direction(kind: str) -> str:
    return "R" if kind in NUMBERS else kind


def _reversed_runs(clusters: list[Cluster]) -> list[Cluster]:
    """L2 and L4: reverse every run from the highest level down to 1, mirror brackets on odd levels."""
    for item in clusters:
        if item.level % 2 and len(item.text) == 1:
            item.text = item.text.translate(MIRRORS)
    order = clusters
    for level in range(max((item.level for item in clusters), default=0), 0, -1):
        order = _reversed_from(order, level)
    return order


def _reversed_from(clusters: list[Cluster], level: int) -> list[Cluster]:
    out: list[Cluster] = []
    run: list[Cluster] = []
    for item in clusters:
        if item.level >= level:
            run.append(item)
            continue
        out += [*reversed(run), item]
        run = []
    return [*out, *reversed(run)]


@lru_cache(maxsize=1)
def _forms() -> dict[str, dict[str, str]]:
    """Letter (or lam-alef) to its forms, isolated, initial, medial, final, by the character database."""
    forms: dict[str, dict[str, str]] = {}
    for code in PRESENTATION_FORMS:
        place, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        word = "".join(chr(int(letter, 16)) for letter in letters)
        if place in ("<isolated>", "<initial>", "<medial>", "<final>") and _shapes(word):
            forms.setdefault(word, {}).setdefault(place[1:-1], chr(code))
    return forms


def _shapes(word: str) -> bool:
    """Single letters, and lam with an alef: the one ligature that Arabic writing requires."""
    return len(word) == 1 or (len(word) == 2 and word[0] == "ل" and word[1] in "اأإآ")


def shape(text: str) -> str:
    """The text with each Arabic letter in the form that its neighbours ask for."""
    forms = _forms()
    out: list[str] = []
    joined = False  # whether the letter before connects to this one
    at = 0
    while at < len(text):
        unit = text[at : at + 2] if text[at : at + 2] in forms else text[at]
        at += len(unit)
        if unicodedata.combining(unit[0]):
            out.append(unit)
        elif unit in (TATWEEL, ZWJ):
            out.append(unit)
            joined = True
        elif unit not in forms:
            out.append(unit)
            joined = False
        else:
            onward = "initial" in forms[unit] and _connects(text, at)
            place = ("medial" if onward else "final") if joined else ("initial" if onward else "isolated")
            out.append(forms[unit].get(place, unit))
            joined = onward
    return "".join(out)


def _connects(text: str, at: int) -> bool:
    """Whether what stands at `at`, after marks, lets the letter before it connect."""
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at < len(text) and (text[at] in (TATWEEL, ZWJ) or "final" in _forms().get(text[at], {}))

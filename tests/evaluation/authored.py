"""Annotations as people write them, strings of the report, turned into offsets.

A string stands for its first occurrence from the line of the cue on, else for its first in the text;
`{"s": STRING, "n": 2}` for its second occurrence; `[FIRST, LAST]` for all from FIRST to the next LAST.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from evaluation import corpus
from evaluation.measure import Span

CLITICS = "وفبلكس"


class NotInTextError(ValueError):
    """An annotation names characters that the report does not have."""


def compiled(authored: dict[str, Any], text: str) -> dict[str, Any]:
    """The annotation with offsets for strings; raises NotInTextError when a string is not in the text."""
    repeats = [_span(text, each, 0) for each in authored["repeats"]]
    attributions = _attributions(text, authored["attributions"])
    origin = {each["id"]: each["actors"] for each in attributions} | {"outlet": ["outlet"]}
    return {
        "id": authored["id"],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "published": authored["published"],
        "repeats": repeats,
        "attributions": attributions,
        "actors": [
            {"span": span, "actors": _listed(authored["actors"][surface])}
            for span, surface in _everywhere(text, authored["actors"], repeats)
        ],
        "places": [
            {"span": span, "at": authored["places"][surface]}
            for span, surface in _everywhere(text, authored["places"], repeats)
        ],
        "times": [{"span": span, "value": row[1]} for span, row in _in_order(text, authored["times"])],
        "quantities": [
            {"span": span, "measure": row[1], "low": row[2], "high": row[3]}
            for span, row in _in_order(text, authored["quantities"])
        ],
        "claims": [_claim(text, each, origin, authored["places"]) for each in authored["claims"]],
        "links": authored["links"],
    }


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _find(text: str, wanted: str, after: int) -> Span:
    start = text.find(wanted, after)
    if start < 0:
        start = text.find(wanted)
    if start < 0:
        raise NotInTextError(wanted)
    return start, start + len(wanted)


def _span(text: str, wanted: Any, after: int) -> Span:
    """The characters that one annotation means, as the head of the module says."""
    if isinstance(wanted, list):
        first = _span(text, wanted[0], after)
        return first[0], _find(text, wanted[1], first[0])[1]
    if isinstance(wanted, str):
        return _find(text, wanted, after)
    start = -1
    for _ in range(wanted["n"]):
        start = text.find(wanted["s"], start + 1)
        if start < 0:
            raise NotInTextError(wanted["s"])
    return start, start + len(wanted["s"])


def _attributions(text: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    result = []
    reached = 0
    for row in rows:
        cue = _span(text, row["cue"], reached)
        reached = cue[0]
        line = text.rfind("\n", 0, cue[0]) + 1
        result.append(
            {
                "id": row["id"],
                "cue": cue,
                "source": _span(text, row["source"], line) if row["source"] else None,
                "actors": _listed(row["actor"]),
                "content": _span(text, row["content"], line),
                **{key: row[key] for key in ("parent", "act", "distance", "quoted")},
            }
        )
    return result


def _everywhere(text: str, surfaces: dict[str, Any], repeats: list[Span]) -> list[tuple[Span, str]]:
    """Every occurrence of every surface as a word of its own, the longest surface first."""
    found: list[tuple[Span, str]] = []
    for surface in sorted(surfaces, key=lambda each: (-len(each), each)):
        pattern = rf"(?<!\w)[{CLITICS}]{{0,3}}({re.escape(surface)})(?!\w)"
        hits = [match.span(1) for match in re.finditer(pattern, text)]
        if not hits:
            raise NotInTextError(surface)
        found += [
            (hit, surface)
            for hit in hits
            if not any(hit[0] < end and start < hit[1] for (start, end), _ in found)
            and not any(start <= hit[0] < end for start, end in repeats)
        ]
    return sorted(found)


def _in_order(text: str, rows: list[list[Any]]) -> list[tuple[Span, list[Any]]]:
    """Rows in the order of the text; two for the same words follow one another when both fit them."""
    result: list[tuple[Span, list[Any]]] = []
    for row in rows:
        taken = {span for span, other in result if other[1:] == row[1:]}
        after = result[-1][0][0] if result else 0
        span = _find(text, row[0], after)
        while span in taken:
            span = _find(text, row[0], span[0] + 1)
        result.append((span, row))
    return result


def _claim(
    text: str, row: dict[str, Any], origin: dict[str, list[str]], places: dict[str, Any]
) -> dict[str, Any]:
    return {
        "id": row["id"],
        "in": row["in"],
        "holders": row.get("holder") or origin[row["in"]],
        "type": row["type"],
        "agents": row["agent"],
        "patients": row["patient"],
        "at": [places[name] for name in row["place"] if places[name]],
        "factuality": row["factuality"],
        "anchor": _span(text, row["anchor"], 0),
    }


def main() -> None:
    """Write the offsets of all annotated reports of the project anew."""
    for name in corpus.NAMES:
        gold = compiled(corpus.annotation(name, "authored"), corpus.text(name))
        line = json.dumps(gold, ensure_ascii=False, separators=(",", ":"))
        (corpus.FOLDER / "gold" / f"{name}.json").write_text(line + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Annotations as people write them, with strings of the report, turned into gold with offsets.

A string stands for its first occurrence from the line of the cue on, else for its first in the text;
`{"s": STRING, "n": 2}` for its second occurrence; `[FIRST, LAST]` for all from FIRST to the next LAST.
A gold folder holds such files as `authored/ID.json`, one beside each `texts/ID.txt`.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import msgspec

from riwaya.errors import InputError, UsageError
from riwaya.evaluation.gold import OUTLET, Offsets, decoded_text, json_bytes, parse_gold
from riwaya.i18n import gettext as _

#: Conjunctions and prepositions written onto a word, which are no part of a name.
_CLITICS = "وفبلكس"


class NotInTextError(ValueError):
    """An annotation names characters that the report does not have."""


def authored_files(folder: Path) -> list[Path]:
    """The annotations with strings in a gold folder, by name.

    Raises:
        UsageError: there are none.
    """
    found = sorted((folder / "authored").glob("*.json"))
    if not found:
        problem = _("{folder} holds no annotated report (ID.json)")
        raise UsageError(problem.format(folder=folder / "authored"))
    return found


def compile_file(path: Path) -> bytes:
    """The gold that `authored/ID.json` says of `texts/ID.txt`, as the bytes of `gold/ID.json`.

    Raises:
        InputError: a file cannot be read or lacks a key, a string is not in the text, or the gold would
            not be valid; nothing is written then.
    """
    text = decoded_text(path.parent.parent / "texts" / f"{path.stem}.txt")
    see = _("see 'Gold files' in the documentation")
    try:
        gold = compiled(msgspec.json.decode(json_bytes(path)), text)
    except NotInTextError as error:
        problem = _("{string} is not in the text, or not as often as it is annotated")
        problem = problem.format(string=f"«{error}»")
        raise InputError(str(path), problem, _("copy it from the text as it is")) from None
    except KeyError as error:
        raise InputError(str(path), _("key {key} is missing").format(key=error), see) from None
    except RecursionError:
        raise InputError(str(path), _("not an annotation: nested too deeply"), see) from None
    except (msgspec.MsgspecError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise InputError(str(path), _("not an annotation: {why}").format(why=error), see) from None
    data = msgspec.json.encode(gold) + b"\n"
    parse_gold(data, path, text)
    return data


def compiled(authored: dict[str, Any], text: str) -> dict[str, Any]:
    """The annotation with offsets for strings. Raises NotInTextError or KeyError."""
    repeats = [_span(text, each, 0) for each in authored.get("repeats", ())]
    attributions = _attributions(text, authored["attributions"])
    by_id = {each["id"]: each for each in attributions}
    places = authored["places"]
    return {
        "id": authored["id"],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "length": len(text),
        "published": authored.get("published"),
        "repeats": repeats,
        "attributions": attributions,
        "mentions": [
            {"span": span, "actor": _listed(authored["actors"][surface])}
            for span, surface in _everywhere(text, authored["actors"], repeats)
        ],
        "places": [
            {"span": span, "at": places[surface]} for span, surface in _everywhere(text, places, repeats)
        ],
        "times": [
            {"span": span, "value": row[1]} for span, row in _in_order(text, authored.get("times", ()))
        ],
        "quantities": [
            {"span": span, "measure": row[1], "low": row[2], "high": row[3]}
            for span, row in _in_order(text, authored.get("quantities", ()))
        ],
        "claims": [_claim(text, each, by_id, places) for each in authored["claims"]],
        "links": authored.get("links", []),
    }


def _listed(value: str | list[str] | None) -> list[str]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _find(text: str, wanted: str, after: int) -> Offsets:
    start = text.find(wanted, after)
    if start < 0:
        start = text.find(wanted)
    if start < 0 or not wanted:
        raise NotInTextError(wanted)
    return start, start + len(wanted)


def _span(text: str, wanted: Any, after: int) -> Offsets:
    """The characters that one annotation means, as the head of the module says."""
    if isinstance(wanted, list):
        first = _span(text, wanted[0], after)
        return first[0], _find(text, wanted[1], first[0])[1]
    if isinstance(wanted, str):
        return _find(text, wanted, after)
    start = -1
    for _occurrence in range(wanted["n"]):
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
                "source": _span(text, row["source"], line) if row.get("source") else None,
                "actor": _listed(row.get("actor")),
                "content": _span(text, row["content"], line),
                "parent": row.get("parent"),
                "act": row.get("act"),
                "distance": row.get("distance"),
                "quoted": row.get("quoted", False),
            }
        )
    return result


def _everywhere(text: str, surfaces: dict[str, Any], repeats: list[Offsets]) -> list[tuple[Offsets, str]]:
    """Every occurrence of every surface as a word of its own, the longest surface first."""
    found: list[tuple[Offsets, str]] = []
    for surface in sorted(surfaces, key=lambda each: (-len(each), each)):
        pattern = rf"(?<!\w)[{_CLITICS}]{{0,3}}({re.escape(surface)})(?!\w)"
        hits = [match.span(1) for match in re.finditer(pattern, text)]
        if not hits:
            raise NotInTextError(surface)
        found += [
            (hit, surface)
            for hit in hits
            if not any(hit[0] < end and start < hit[1] for (start, end), _surface in found)
            and not any(start <= hit[0] < end for start, end in repeats)
        ]
    return sorted(found)


def _in_order(text: str, rows: list[list[Any]]) -> list[tuple[Offsets, list[Any]]]:
    """Rows in the order of the text; two for the same words follow one another when both fit them."""
    result: list[tuple[Offsets, list[Any]]] = []
    for row in rows:
        taken = {span for span, other in result if other[1:] == row[1:]}
        after = result[-1][0][0] if result else 0
        span = _span(text, row[0], after)
        while span in taken:
            start, span = span[0], _find(text, row[0], span[0] + 1)
            if span[0] <= start:  # back at the first: the text has these words no further time
                raise NotInTextError(row[0])
        result.append((span, row))
    return result


def _claim(
    text: str, row: dict[str, Any], attributions: dict[str, dict[str, Any]], places: dict[str, Any]
) -> dict[str, Any]:
    """One claim, its holder from the attribution that it is in, unless it says otherwise."""
    within = row["in"]
    own = within == OUTLET
    claim = {
        "id": row["id"],
        "in": within,
        "holder": _listed(row.get("holder")) or ([OUTLET] if own else attributions[within]["actor"]),
        "type": row["type"],
        "agent": row["agent"],
        "patient": row["patient"],
        "at": [places[name] for name in row.get("place", ())],
        "factuality": row.get("factuality", "CT+"),
        "anchor": _span(text, row["anchor"], 0) if row.get("anchor") else None,
        "theme": row.get("theme"),
        "voice": row.get("voice") or "source",
    }
    # A chain that follows from the attributions is left to whoever loads the gold.
    return claim | ({"chain": row["chain"]} if row.get("chain") else {})

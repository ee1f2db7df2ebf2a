"""Measure how the reader locates cities and towns in tweets, without a pack, and print a Markdown table.

    python scripts/places.py [FOLDER]

FOLDER (or RIWAYA_SHARED) holds `data/idrisi`: the Arabic part of IDRISI-D (Suwaileh et al., CC BY 4.0),
tweets about disasters in which every mention of a place is annotated and located. A mention of a city or
town counts as named when the reader finds a place with coordinates in its words, and as near when that place
lies within 25 km of the annotated point. Some points cannot be met: they are middles of provinces, or other
places of the name. Two files were kept aside while the gazetteer was written; they have rows of their own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accuracy import shared
from riwaya.gazetteer import PlaceIndex, distance_km, load_world, read_overlay
from riwaya.lexicon.place_words import load_place_words
from riwaya.lexicon.tables import LEXICON
from riwaya.reading.places.places import PlaceFinder
from riwaya.text import analyse

NEAR_KM = 25.0
#: Events whose tweets were not read while names and rules were added.
KEPT_ASIDE = frozenset({"beirut_explosion_2020", "jordan_floods_2018"})


@dataclass(slots=True)
class Located:
    """How many mentions there are, how many are named, and how many of those near the annotated point."""

    mentions: int = 0
    named: int = 0
    near: int = 0

    def add(self, other: Located) -> None:
        """Count what `other` counts as well."""
        self.mentions += other.mentions
        self.named += other.named
        self.near += other.near


def measure(folder: Path) -> dict[str, Located]:
    """Return the figures of each event's file in `folder`, by its name."""
    index = PlaceIndex([read_overlay(), load_world()])
    finder = PlaceFinder(index, load_place_words(LEXICON / "ar"))
    found: dict[str, Located] = {}
    for path in sorted(folder.glob("*.jsonl")):
        counts = found.setdefault(path.stem, Located())
        for line in path.read_text(encoding="utf-8").splitlines():
            counts.add(_tweet(finder, json.loads(line)))
    return found


def total(figures: dict[str, Located], names: frozenset[str] | None = None) -> Located:
    """Return the figures of all files, or of those that are named, as one."""
    whole = Located()
    for name, counts in figures.items():
        if names is None or name in names:
            whole.add(counts)
    return whole


def _tweet(finder: PlaceFinder, tweet: dict[str, Any]) -> Located:
    counts = Located()
    cities = [m for m in tweet["mentions"] if m["type"] == "City/town" and m["lat"]]
    if not cities:
        return counts
    found = finder.find(analyse(tweet["text"]))
    for city in cities:
        counts.mentions += 1
        overlaps = [(min(m.span.end, city["end"]) - max(m.span.start, city["start"]), m) for m in found]
        overlaps = [(size, m) for size, m in overlaps if size > 0 and m.place.geometry is not None]
        if not overlaps:
            continue
        counts.named += 1
        _, mention = max(overlaps, key=lambda pair: pair[0])
        at = float(city["lat"]), float(city["lon"])
        counts.near += distance_km(*at, *_middle(mention.place.geometry or {})) <= NEAR_KM
    return counts


def _middle(geometry: dict[str, Any]) -> tuple[float, float]:
    """Return latitude and longitude of a point, or of the middle of a line."""
    coordinates = geometry["coordinates"]
    points = [coordinates] if geometry["type"] == "Point" else coordinates
    return sum(p[1] for p in points) / len(points), sum(p[0] for p in points) / len(points)


def _rows(figures: dict[str, Located]) -> Iterator[tuple[str, Located]]:
    yield from ((name, counts) for name, counts in figures.items() if counts.mentions)
    yield "kept aside", total(figures, KEPT_ASIDE)
    yield "all", total(figures)


def table(figures: dict[str, Located]) -> str:
    """Return the figures as Markdown."""
    rows = ["| event | mentions | named | within 25 km |", "|---|---|---|---|"]
    for name, c in _rows(figures):
        rows.append(f"| {name} | {c.mentions} | {c.named / c.mentions:.2f} | {c.near / c.mentions:.2f} |")
    return "\n".join(rows)


def main() -> int:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shared().parent
    tweets = folder / "data" / "idrisi"
    if not tweets.is_dir():
        print(f"no located tweets at {tweets}; name their folder or set RIWAYA_SHARED", file=sys.stderr)
        return 1
    print(table(measure(tweets)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

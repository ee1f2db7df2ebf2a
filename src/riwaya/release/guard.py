"""What a report has that may not leave as it stands: found at intake, kept beside the report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

import msgspec

#: A private person's `name`, a phrase by which a `witness` could be found, a `facility` that shelters or
#: heals, a `place` finer than a subdistrict, and whatever is `held` back until it is old enough.
What = Literal["name", "witness", "facility", "place", "held"]


@dataclass(frozen=True, slots=True)
class Veil:
    """Characters `start`..`end` of a report that something else may have to stand for.

    `label` is a code of `labels.LABELS` (witness, facility), or empty; `ar` the Arabic name of the coarser
    place that stands for a place, or None.
    """

    start: int
    end: int
    what: What
    label: str = ""
    ar: str | None = None


@dataclass(frozen=True, slots=True)
class Armed:
    """A claim of armed presence or movement by its id: its characters, the ids of its places, its last day.

    `day` is None where the claim names none.
    """

    start: int
    end: int
    places: tuple[str, ...] = ()
    day: str | None = None
    claim: str = ""


_decoder = msgspec.json.Decoder()

T = TypeVar("T", Veil, Armed)


@dataclass(frozen=True, slots=True)
class Guard:
    """The veils of a report and where it speaks of armed presence or movement; in order of the text."""

    veils: tuple[Veil, ...] = ()
    armed: tuple[Armed, ...] = ()

    def within(self, start: int, end: int) -> Guard:
        """What of it touches the characters `start`..`end`."""
        return Guard(tuple(_touching(self.veils, start, end)), tuple(_touching(self.armed, start, end)))

    def is_armed(self, claim: str, start: int, end: int, places: Iterable[str]) -> bool:
        """Whether a claim (id, characters, ids of its places) is of armed presence or movement.

        So is one about the place of such a one that its words hold.
        """
        at = set(places)
        return any(a.claim == claim or not at.isdisjoint(a.places) for a in _touching(self.armed, start, end))

    def dump(self) -> str:
        """As JSON, for the archive."""
        veils = [[v.start, v.end, v.what, v.label, v.ar] for v in self.veils]
        armed = [[a.start, a.end, " ".join(a.places), a.day, a.claim] for a in self.armed]
        return json.dumps([veils, armed], ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def load(data: str) -> Guard:
        """What `dump` wrote."""
        return _loaded(data)


#: What a report has of which everything may leave.
NOTHING = Guard()


@lru_cache(maxsize=2048)
def _loaded(data: str) -> Guard:
    """Whoever looks at the claims of a report asks for its guard again and again."""
    veils, armed = _decoder.decode(data)
    return Guard(
        tuple(Veil(*each) for each in veils),
        tuple(
            Armed(start, end, tuple(places.split()), day, claim) for start, end, places, day, claim in armed
        ),
    )


def _touching(spans: Iterable[T], start: int, end: int) -> Iterator[T]:
    return (each for each in spans if each.start < end and start < each.end)

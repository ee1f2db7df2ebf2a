"""How fine a place is, and what it becomes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from riwaya.release.tables import load_tables
from riwaya.release.told import Spot
from riwaya.text.fold import fold, words

_UNITS = frozenset({"country", "region", "governorate", "district", "subdistrict"})
#: Landscapes and areas may be of any size.
_WIDE = frozenset({"area", "zone", "water", "mountain"})
#: About the radius of a subdistrict: an area at least as uncertain is no finer.
SUBDISTRICT_KM = 15.0

#: What stands for a place of which nothing is known that may be told.
WITHHELD = Spot("withheld", "area", None, None, None, None, None, "unresolved", None)


def is_coarse(kind: str, uncertainty_km: float | None) -> bool:
    """Whether a place is no finer than a subdistrict."""
    return kind in _UNITS or (kind in _WIDE and (uncertainty_km or 0.0) >= SUBDISTRICT_KM)


@lru_cache(maxsize=20_000)
def facility_label(name: str | None) -> str:
    """The code of `labels.LABELS` for a place that heals or shelters, by its name; empty for others."""
    index = load_tables().facilities
    form = words(name or "")
    for first in range(len(form)):
        for last in range(len(form), first, -1):
            if found := index.get(" ".join(form[first:last])):
                return found[0]
    return ""


def unit_of(spot: Spot) -> Spot:
    """The place itself where it is no finer than a subdistrict, else the unit that holds it."""
    if spot.id == WITHHELD.id or is_coarse(spot.kind, spot.uncertainty_km):
        return _bare(spot)
    return _bare(spot.unit) if spot.unit else WITHHELD


def holder_of(spot: Spot) -> Spot:
    """The next larger place that a hospital, camp or shelter lies in, unless that is one itself."""
    holder = spot.holder
    if holder is None or facility_label(holder.name_ar):
        return _bare(spot.unit) if spot.unit else WITHHELD
    # A holder keeps its unit until it is known whether that has to stand for it.
    return holder


def _bare(spot: Spot) -> Spot:
    return replace(spot, holder=None, unit=None)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are read the same."""
    return bool(one and other) and fold(one or "") == fold(other or "")

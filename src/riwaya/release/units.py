"""Which larger place holds a place: looked up at intake, since the world's gazetteer takes time to load."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from riwaya.errors import PackError
from riwaya.gazetteer import GazetteerPlace, load_world, read_overlay, read_pack_places
from riwaya.gazetteer.place import ADMINISTRATIVE
from riwaya.model import Place
from riwaya.packs.pack import find_pack
from riwaya.text.fold import words

#: Parents of parents are followed no further than this: a table might name a place its own ancestor.
_STEPS = 6


class Units:
    """The units of government over places, by the parents that gazetteers give."""

    def __init__(self, places: Mapping[str, GazetteerPlace]) -> None:
        self._places = places
        self._seats: dict[tuple[str, ...], list[GazetteerPlace]] = {}
        for place in places.values():
            if place.kind in ADMINISTRATIVE - {"country"}:
                for name in place.names:
                    self._seats.setdefault(words(name), []).append(place)

    def unit(self, place: Place) -> GazetteerPlace | None:
        """The unit that holds `place`: its subdistrict, else district, governorate, country.

        A derived place has that of what it is derived from. None where it is not known.
        """
        at = self._base(place)
        for _step in range(_STEPS):
            if at is None or at.kind in ADMINISTRATIVE:
                return at
            at = self._seat_of(at) or self._places.get(at.parent)
        return None

    def holder(self, place: Place) -> GazetteerPlace | None:
        """The next larger place that `place` lies in: what it is derived from, or its parent."""
        base = self._base(place)
        return base if base is None or base.id != place.id else self._places.get(base.parent)

    def _base(self, place: Place) -> GazetteerPlace | None:
        if place.basis.method == "derived":
            return next((p for p in map(self._places.get, place.basis.of) if p), None)
        return self._places.get(place.id)

    def _seat_of(self, town: GazetteerPlace) -> GazetteerPlace | None:
        """The unit that is called after `town`, where gazetteers give no nearer parent than the country."""
        above = self._places.get(town.parent)
        if town.kind != "town" or (above is not None and above.kind != "country"):
            return None
        units = (unit for name in town.names for unit in self._seats.get(words(name), ()))
        near = [unit for unit in units if unit.distance_km(town) <= unit.uncertainty_km]
        return min(near, key=lambda unit: (unit.uncertainty_km, unit.id), default=None)


@lru_cache(maxsize=4)
def load_units(pack: str | Path | None) -> Units:
    """The units known to a pack (name or folder) and to the gazetteer of the world.

    A pack that is not found here, or None, lends none of its own: what only it knows is then withheld.
    """
    try:
        own = read_pack_places(find_pack(pack)) if pack else ()
    except PackError:
        own = ()
    return Units({place.id: place for layer in (load_world(), read_overlay(), own) for place in layer})

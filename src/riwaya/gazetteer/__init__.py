"""Places: the world gazetteer, the overlay that ships with it, and gazetteers that a user imports into a pack."""

from riwaya.gazetteer.imports import ImportReport, import_places
from riwaya.gazetteer.index import PlaceIndex
from riwaya.gazetteer.place import GazetteerPlace, distance_km
from riwaya.gazetteer.table import read_overlay, read_pack_places
from riwaya.gazetteer.world import World, load_world

__all__ = [
    "GazetteerPlace",
    "ImportReport",
    "PlaceIndex",
    "World",
    "distance_km",
    "import_places",
    "load_world",
    "read_overlay",
    "read_pack_places",
]

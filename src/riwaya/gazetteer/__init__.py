"""Places: the gazetteer of the world, its overlay, and gazetteers that users import into their packs."""

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

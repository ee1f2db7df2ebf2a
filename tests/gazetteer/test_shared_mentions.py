"""Places that people wrote about, beside the checkout: how many the gazetteer names, and how near."""

import json
from pathlib import Path

from riwaya.gazetteer import PlaceIndex, distance_km, import_places, load_world, read_overlay
from riwaya.gazetteer.table import COLUMNS
from riwaya.text import words


def test_city_mentions_in_tweets_are_named_and_near(shared: Path) -> None:
    index = PlaceIndex([read_overlay(), load_world()])
    total = named = near = 0
    for path in sorted((shared / "data" / "idrisi").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for mention in json.loads(line)["mentions"]:
                if mention["type"] != "City/town" or not mention["lat"]:
                    continue
                total += 1
                found = index.lookup(words(mention["text"].replace("_", " ")))
                named += bool(found)
                if found:
                    best = max(found, key=lambda place: place.population)
                    at = float(mention["lat"]), float(mention["lon"])
                    near += distance_km(*at, best.lat, best.lon) <= 25
    # By the exact name only, prepositions and place nouns left on: a reader that splits them finds more.
    assert named / total >= 0.80
    assert near / total >= 0.60


def test_a_national_gazetteer_can_be_imported_whole(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    report = import_places(shared / "data" / "places_sy.jsonl", tmp_path)
    assert report.added > 7_500

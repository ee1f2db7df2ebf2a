"""Foreign gazetteers brought into a pack: what goes in, what does not, and files that mean harm."""

import json
import zipfile
from pathlib import Path

import pytest

from riwaya.errors import PackError, UsageError
from riwaya.gazetteer import import_places, read_pack_places, sources
from riwaya.gazetteer.table import COLUMNS

JSON_LINES: list[object] = [
    {"name_ar": "عين المثال", "en": "Ayn", "lat": 34.5, "lon": 38.25, "kind": "community", "pcode": "C1"},
    {"name": "Tell", "arabic": "تل المثال", "latitude": "35.1", "lng": "39", "type": "hill", "aliases": "تل"},
]
GEONAMES = [
    "7", "Qaryat al Mithal", "", "Qaryat,قرية المثال,مثال القديمة", "34.5", "38.25", "P", "PPL", "SY", "",
    "11", "", "", "", "8000", "", "", "Asia/Damascus", "2020-01-01",
]  # fmt: skip
COD = (
    "admin1Name_en,admin1Pcode,admin4Name_en,admin4Name_ar,admin4Pcode,Latitude_y,Longitude_x\n"
    "Somewhere,SY01,Ayn,عين المثال,C9,34.5,38.25\n"
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "places.csv").write_text(
        ",".join(COLUMNS) + "\nx:old,town,البلدة,Town,,34,38,2,,a map,\n", encoding="utf-8"
    )
    return folder


def written(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def lines(records: list[object]) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def test_json_lines_by_any_field_names(tmp_path: Path, pack: Path) -> None:
    report = import_places(
        written(tmp_path, "My Places.jsonl", lines(JSON_LINES)), pack, source_name="a survey"
    )
    assert (report.layer.name, report.added, report.rejected) == ("places-my-places.csv", 2, ())
    places = {place.name_ar: place for place in read_pack_places(pack)}
    assert places["عين المثال"].id == "my-places:C1"
    assert (places["عين المثال"].kind, places["عين المثال"].source) == ("village", "a survey")
    assert (places["تل المثال"].kind, places["تل المثال"].aliases) == ("mountain", ("تل",))
    assert (places["تل المثال"].lat, places["تل المثال"].lon) == (35.1, 39.0)


def test_importing_again_changes_nothing(tmp_path: Path, pack: Path) -> None:
    path = written(tmp_path, "p.jsonl", lines(JSON_LINES))
    first = import_places(path, pack).layer.read_bytes()
    assert import_places(path, pack).layer.read_bytes() == first
    assert [p.name for p in sorted(pack.iterdir())] == ["places-p.csv", "places.csv"]


def test_geonames_dump_plain_and_zipped(tmp_path: Path, pack: Path) -> None:
    path = written(tmp_path, "SY.txt", "\t".join(GEONAMES) + "\n")
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "x" * 10_000)
        archive.writestr("../../SY.txt", path.read_text(encoding="utf-8"))
    plain = import_places(path, pack).layer.read_bytes()
    assert import_places(tmp_path / "SY.zip", pack).layer.read_bytes() == plain
    place = next(p for p in read_pack_places(pack) if p.id == "geonames:7")
    assert (place.name_ar, place.kind, place.source) == ("المثال", "town", "GeoNames 7")
    assert place.aliases == ("مثال القديمة",)


def test_csv_with_p_codes_by_levels(tmp_path: Path, pack: Path) -> None:
    report = import_places(written(tmp_path, "cod.csv", COD), pack)
    place = next(p for p in read_pack_places(pack) if p.id == "cod:C9")
    assert (place.name_ar, place.kind, report.added) == ("عين المثال", "village", 1)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"name_en": "Only Latin", "lat": 1, "lon": 1}, "no Arabic name"),
        ({"name_ar": "عين", "lat": 91, "lon": 1}, "latitude"),
        ({"name_ar": "عين", "lat": "1e999", "lon": 1}, "latitude"),
        ({"name_ar": "عين", "lat": "north", "lon": 1}, "latitude"),
        ({"name_ar": "عين", "lat": 0, "lon": 0}, "latitude"),
        ({"name_ar": "عين"}, "latitude"),
        ({"name_ar": "عين", "lat": 1, "lon": 1, "kind": "planet"}, "no kind of place"),
        ({"name_ar": {"ar": "عين"}, "lat": 1, "lon": 1}, "no Arabic name"),
        (["not", "an", "object"], "not a JSON object"),
    ],
)
def test_what_is_no_place_is_listed_with_line_and_reason(
    tmp_path: Path, pack: Path, record: object, reason: str
) -> None:
    report = import_places(written(tmp_path, "p.jsonl", lines([*JSON_LINES, record])), pack)
    ((line, why),) = [(r.line, r.reason) for r in report.rejected]
    assert line == 3
    assert reason in why


def test_an_id_that_the_pack_has_is_rejected(tmp_path: Path, pack: Path) -> None:
    path = written(tmp_path, "p.jsonl", lines([JSON_LINES[0], JSON_LINES[0]]))
    report = import_places(path, pack)
    assert report.added == 1
    assert "already in the pack" in report.rejected[0].reason


def test_names_cannot_break_the_table(tmp_path: Path, pack: Path) -> None:
    record = {"name_ar": 'عين "المثال", نعم\n|', "lat": 1, "lon": 1, "id": "../../etc", "aliases": "أ|ب"}
    import_places(written(tmp_path, "p.jsonl", lines([record])), pack)
    place = read_pack_places(pack)[-1]
    assert place.name_ar == 'عين "المثال", نعم'
    assert place.id == "p:..-..-etc"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.jsonl", b"", "empty"),
        ("binary.csv", b"\xff\xfe\x00,\x80", "UTF-8"),
        ("quote.csv", b'name_ar,"lat\n', "end of data"),
        ("prose.txt", b"just some words\n", "neither"),
        ("none.jsonl", b"{}\n", "no place could be read; line 1: no Arabic name"),
        ("bad.zip", b"PK\x03\x04 broken", "not a ZIP"),
        ("long.jsonl", b"{" + b" " * (sources.MAX_LINE + 5), "longer than"),
    ],
)
def test_a_file_that_cannot_be_used_gives_one_clear_error(
    tmp_path: Path, pack: Path, name: str, content: bytes, problem: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(PackError, match=problem):
        import_places(path, pack)
    assert [p.name for p in pack.iterdir()] == ["places.csv"]


def test_a_zip_that_unpacks_to_too_much_is_stopped(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 100_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", (lines(JSON_LINES) + "\n") * 5_000)
    with pytest.raises(PackError, match="import a part of it"):
        import_places(tmp_path / "bomb.zip", pack)


def test_a_zip_without_a_table(tmp_path: Path, pack: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("picture.png", b"")
    with pytest.raises(PackError, match="holds no table"):
        import_places(tmp_path / "z.zip", pack)


def test_only_into_a_pack(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a pack"):
        import_places(written(tmp_path, "p.jsonl", lines(JSON_LINES)), tmp_path)


def test_a_missing_file(tmp_path: Path, pack: Path) -> None:
    with pytest.raises(PackError, match="cannot be read"):
        import_places(tmp_path / "absent.jsonl", pack)

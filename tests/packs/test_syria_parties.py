"""The parties, names, outlets and countries of the pack `syria` are whole and fit together."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

import riwaya.text
from riwaya.text.fold import words

PACKAGE = Path(riwaya.text.__file__).parents[1]
PACK = PACKAGE / "packs" / "syria"
COUNTRIES = PACKAGE / "lexicon" / "ar" / "countries.csv"

KINDS = {
    "state",
    "government",
    "organisation",
    "coalition",
    "armed-forces",
    "armed-group",
    "media",
    "sources",
    "population",
}
USES = {"name", "body", "metonym", "person", "label"}
LOYALTIES = {"pro-government", "opposition", "pro-russian", "state", "independent", "unknown"}
#: Words that stand for whatever fitting party was named last; as a name they would always mean the same one.
GENERICS = [
    "التنظيم",
    "القوات",
    "الحزب",
    "السلطات",
    "الحركة",
    "الجماعة",
    "الحكومة",
    "الجيش",
    "الوزارة",
    "الهيئة",
    "المصدر",
    "المصادر",
    "الوكالة",
    "القناة",
    "الصحيفة",
    "المنظمة",
    "الجبهة",
    "الميليشيا",
    "الطرفان",
    "الطرفين",
    "الجانبان",
    "الجانبين",
    "المجموعة",
    "الفصائل",
    "الرئيس",
    "الوزير",
    "المتحدث",
    "الدولة",
    "الإدارة",
    "اللجنة",
    "المجلس",
    "النظام",
    "الأمن",
    "الشرطة",
]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


PARTIES = table(PACK / "parties.csv")
ALIASES = table(PACK / "aliases.csv")
OUTLETS = table(PACK / "outlets.csv")
IDS = {row["id"] for row in PARTIES}


def many(value: str) -> list[str]:
    return value.split("|") if value else []


def period(row: dict[str, str]) -> tuple[date, date]:
    """The first and the last day for which a row holds."""
    start, end = row["valid_from"], row["valid_to"]
    return (
        date.fromisoformat(start) if start else date.min,
        date.fromisoformat(end) if end else date.max,
    )


def test_pack_names_itself() -> None:
    pack = tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8"))
    assert (pack["id"], pack["language"], pack["licence"]) == ("syria", "ar", "Apache-2.0")
    assert pack["covers"]
    assert pack["sources"]


def test_parties_are_unique_and_complete() -> None:
    assert len(IDS) == len(PARTIES) >= 150
    for row in PARTIES:
        assert row["kind"] in KINDS, row
        assert row["party"] in IDS, row
        assert row["name_ar"], row
        assert row["name_en"], row
        assert row["source"], row
        assert row["affiliation"] in IDS - {row["id"]} | {""}, row
        start, end = period(row)
        assert start < end, row


def test_every_party_with_an_actor_has_a_name_in_text() -> None:
    named = {row["id"] for row in ALIASES}
    assert IDS - named == {"syria"}, "the country alone is never an actor of its war"


def test_aliases_point_to_parties() -> None:
    assert len(ALIASES) >= 900
    for row in ALIASES:
        assert words(row["form"]), row
        assert row["form"] == row["form"].strip(), row
        assert row["id"] in IDS, row
        assert row["use"] in USES, row
        assert not row["speaker"] or (row["speaker"] in IDS and row["use"] == "label"), row
        start, end = period(row)
        assert start < end, row


def meanings() -> Iterator[list[dict[str, str]]]:
    """Rows that one spelling can mean in one mouth."""
    by_form: dict[tuple[tuple[str, ...], str], list[dict[str, str]]] = {}
    for row in ALIASES:
        by_form.setdefault((words(row["form"]), row["speaker"]), []).append(row)
    yield from by_form.values()


def test_a_form_means_one_party_at_a_time() -> None:
    for rows in meanings():
        for one, other in combinations(rows, 2):
            uses = {one["use"], other["use"]}
            if uses in ({"name", "metonym"}, {"label"}):
                continue  # the report tells which: a country or its government, the group or foe that it names
            start, end = max(period(one)[0], period(other)[0]), min(period(one)[1], period(other)[1])
            assert start > end, f"{one} and {other} overlap"


def test_no_name_is_a_generic_word() -> None:
    generics = {words(generic) for generic in GENERICS}
    assert not [row for row in ALIASES if words(row["form"]) in generics and not row["speaker"]]


@pytest.mark.parametrize(
    ("form", "speaker", "on", "expected"),
    [
        ("دمشق", "", "2016-05-01", "syrian-government"),
        ("دمشق", "", "2025-05-01", "syrian-transitional-government"),
        ("الجيش السوري", "", "2014-01-01", "syrian-army"),
        ("الجيش السوري", "", "2026-01-01", "syrian-transitional-army"),
        ("أحمد الشرع", "", "2024-11-30", "hts"),
        ("أحمد الشرع", "", "2025-06-01", "syrian-transitional-government"),
        ("العدو", "houthis", "2016-01-01", "saudi-arabia"),
        ("العدو", "hezbollah", "2016-01-01", "israel"),
        ("الانقلابيون", "", "2015-08-01", "houthis"),
        ("مركز المصالحة الروسي", "", "2019-01-01", "russian-forces"),
    ],
)
def test_form_at_a_time_in_a_mouth(form: str, speaker: str, on: str, expected: str) -> None:
    day = date.fromisoformat(on)
    rows = [row for row in ALIASES if (words(row["form"]), row["speaker"]) == (words(form), speaker)]
    found = [row["id"] for row in rows if period(row)[0] <= day <= period(row)[1]]
    assert found == [expected]


def test_outlets_are_media_with_a_described_loyalty() -> None:
    kinds = {row["id"]: row["kind"] for row in PARTIES}
    assert len({row["id"] for row in OUTLETS}) == len(OUTLETS) >= 80
    domains = [domain for row in OUTLETS for domain in many(row["domains"])]
    assert len(domains) == len(set(domains)), "a domain belongs to one outlet"
    for row in OUTLETS:
        assert kinds[row["party"]] == "media", row
        assert row["loyalty"] in LOYALTIES, row
        assert many(row["names"]), row
        assert len(row["country"]) == 2, row


def test_countries_name_their_forces_and_government() -> None:
    countries = table(COUNTRIES)
    assert len({row["id"] for row in countries}) == len(countries) >= 120
    assert len({row["iso2"] for row in countries}) == len(countries)
    for row in countries:
        assert row["name_ar"], row
        assert row["capital_ar"], row
        assert row["forces"] in IDS | {""}, row
        assert row["government"] in IDS | {""}, row


def test_every_state_of_the_pack_is_a_country() -> None:
    countries = {row["id"] for row in table(COUNTRIES)}
    assert {row["id"] for row in PARTIES if row["kind"] == "state"} <= countries


def test_reserved_ids_of_the_evaluation_keep_kind_and_party(shared: Path) -> None:
    ours = {row["id"]: (row["kind"], row["party"]) for row in PARTIES}
    for row in table(shared / "parties.csv"):
        assert ours.get(row["id"]) == (row["kind"], row["party"]), row["id"]

"""Countries: their names, nationality adjectives, capitals, and the party ids that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from riwaya.lexicon.tables import read_table

COLUMNS = (
    "id", "name_ar", "name_en", "adjectives", "people", "capital", "capital_ar", "forces", "iso2",
    "government",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """`forces` and `government` are the party ids of its armed forces and government, where listed."""

    id: str
    names_ar: tuple[str, ...]
    name_en: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals_ar: tuple[str, ...]
    forces: str | None
    iso2: str
    government: str | None


def load_countries(folder: Path) -> tuple[Country, ...]:
    """The countries listed in `folder`/countries.csv. Raises PackError where the table is not valid."""
    return tuple(
        Country(
            id=row.text("id"),
            names_ar=row.many("name_ar"),
            name_en=row.text("name_en"),
            adjectives=row.many("adjectives"),
            people=row.many("people"),
            capitals_ar=row.many("capital_ar"),
            forces=row.optional("forces"),
            iso2=row.text("iso2"),
            government=row.optional("government"),
        )
        for row in read_table(folder / "countries.csv", COLUMNS)
    )

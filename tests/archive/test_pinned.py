"""What archives that exist rely on, byte for byte. A change here is a new version of the tables."""

from hashlib import sha256

from riwaya.archive import schema
from riwaya.archive.codec import DICTIONARY

#: By `SCHEMA_VERSION`: a change of the tables needs another version, a step in `migrations.STEPS`, a line here.
TABLES = {
    1: "df0de84b8b452ba34b01e150c36cf2cbc6d173613c8c49f033c4b23952a120d1",
    2: "0f77785bb0e00ad2c6655088aecf681a116f13d8fd73072f4a8ac2295c8a3975",
}


def test_the_dictionary_of_kept_readings_never_changes() -> None:
    assert (
        sha256(DICTIONARY).hexdigest() == "20d69a861e464958b15fa302244f9fb451db5baae03b7f70e9af178ad4e057d0"
    )


def described() -> str:
    """All tables with all that counts, one a line."""
    lines = []
    for table in schema.metadata.sorted_tables:
        for column in table.columns:
            refers = sorted(str(key.column) for key in column.foreign_keys)
            traits = (column.nullable, column.primary_key, bool(column.unique), refers)
            lines.append(f"{column} {type(column.type).__name__} {traits}")
        lines += sorted(
            f"{index.name} {[str(c) for c in index.columns]} {index.unique}" for index in table.indexes
        )
    return "\n".join(lines)


def test_tables_change_with_their_version_only() -> None:
    assert TABLES[schema.SCHEMA_VERSION] == sha256(described().encode()).hexdigest(), described()

"""Ids of parties and outlets, which chains of sources are made of."""

import shutil
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.packs.pack import PACKS, load_pack


@pytest.mark.parametrize("table", ["parties.csv", "outlets.csv"])
@pytest.mark.parametrize("id", ["canal+", "a b", "a>b", "x" * 201])
def test_an_id_that_would_break_chains_is_refused(tmp_path: Path, table: str, id: str) -> None:
    header, first, *rest = (PACKS / "syria" / table).read_text(encoding="utf-8").splitlines()
    for name in ("pack.toml", "parties.csv", "aliases.csv", "outlets.csv"):
        shutil.copy(PACKS / "syria" / name, tmp_path / name)
    changed = id + first[first.index(",") :]
    (tmp_path / table).write_text("\n".join([header, first, changed, *rest]), encoding="utf-8")

    with pytest.raises(PackError, match="is no id") as caught:
        load_pack(tmp_path)
    assert caught.value.line == 3

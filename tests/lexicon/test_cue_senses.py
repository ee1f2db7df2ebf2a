"""The other senses of verbs of saying: every row is of a cue, and a broken table is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.lexicon import cue_senses
from riwaya.lexicon.tables import LEXICON


def test_every_sense_is_of_a_cue() -> None:
    tables = ("cue_verbs.csv", "cue_phrases.csv")
    rows = [
        row for name in tables for row in (LEXICON / "ar" / name).read_text(encoding="utf-8").splitlines()
    ]
    forms = {row.partition(",")[0] for row in rows}
    assert set(cue_senses.cue_senses()) <= forms


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("رد,,,,reply\n", ":2: the entry lists no word"),
        ("رد,رد,,,\n", ":2: column 'is' is empty"),
        ("رد,رد,,فعل,reaction\nرد,رد,,فعل,reply\n", ":3: 'رد' is listed twice"),
    ],
)
def test_a_broken_table_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: str, complaint: str
) -> None:
    path = tmp_path / "cue_senses.csv"
    path.write_text(",".join(cue_senses.COLUMNS) + "\n" + rows, encoding="utf-8")
    monkeypatch.setattr(cue_senses, "_TABLE", path)
    with pytest.raises(PackError) as caught:
        cue_senses.cue_senses.__wrapped__()

    assert complaint in str(caught.value)

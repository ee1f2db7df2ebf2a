"""Oppositions: every form finds its poles, and a table that is not valid is refused with its line."""

from collections import Counter
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.lexicon.oppositions import COLUMNS, TABLE, load_oppositions
from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.text import fold

ARABIC = LEXICON / "ar"


@pytest.mark.parametrize(
    ("word", "poles"),
    [
        ("يرتفع", {"level/up"}),
        ("بارتفاعها", {"level/up"}),
        ("للهبوط", {"level/down"}),
        ("وتراجعت", {"level/down", "control/leave"}),
        ("نفته", {"truth/deny"}),
        ("المعتقلين", {"custody/taken"}),
        ("إطلاق", {"custody/free", "course/on"}),
        ("ينسحبون", {"control/leave"}),
        ("قتلى", {"life/dead"}),
        ("موافقته", {"consent/yes"}),
        ("شمالي", {"direction/north"}),
        ("طاولة", set()),
        ("حلب", set()),
    ],
)
def test_a_form_finds_its_poles(word: str, poles: set[str]) -> None:
    found = load_oppositions(ARABIC).poles[fold(word)]

    assert {f"{pole.axis}/{pole.name}" for pole in found} == poles


def test_no_entry_is_listed_twice() -> None:
    rows = Counter(tuple(row.values.items()) for row in read_table(ARABIC / TABLE, COLUMNS))

    assert [row for row, count in rows.items() if count > 1] == []


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("a,x,,,,,,nothing\na,y,,,,كلمة,,word\n", ":2: the entry lists no word"),
        ("a,x,,,,كلمة,,word\n", ":2: axis 'a' has only one pole"),
        ("a,,,,,كلمة,,word\n", ":2: column 'pole' is empty"),
        ("a,x,,,,كلمة,,\n", ":2: column 'gloss' is empty"),
    ],
)
def test_a_broken_table_is_named_with_its_line(tmp_path: Path, rows: str, complaint: str) -> None:
    (tmp_path / TABLE).write_text(",".join(COLUMNS) + "\n" + rows, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_oppositions(tmp_path)

    assert complaint in str(caught.value)

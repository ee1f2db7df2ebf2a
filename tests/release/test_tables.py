import shutil
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.release.labels import CODES, LABELS, MASKED
from riwaya.release.tables import TABLES, load_tables
from riwaya.release.vocabulary import ordinary
from riwaya.text import fold


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TABLES, tmp_path / "ar"))


@pytest.mark.parametrize(
    ("table", "row", "complaint"),
    [
        ("armed_events.csv", "FLEE,,armed,", "'FLEE' is none of"),
        ("armed_events.csv", "MOVE,walk,seldom,", "'seldom' is none of"),
        ("armed_events.csv", "MOVE,,armed,again", "'MOVE' is listed twice"),
        ("armed_words.csv", "سرب,birds", "'birds' is none of"),
        ("armed_words.csv", ",force", "column 'phrase' is empty"),
        ("sensitive_places.csv", "ملعب,pitch", "'pitch' is none of"),
        ("witness_words.csv", "+شاهد عيان,witness", "only a single word is inflected"),
        ("person_words.csv", "فلان,famous", "'famous' is none of"),
        ("given_names.csv", "سامر,verb", "'verb' is none of"),
        ("common_words.csv", "كلمة,كلمة", "2 values for 1 columns"),
    ],
)
def test_a_row_that_is_not_valid_is_named(folder: Path, table: str, row: str, complaint: str) -> None:
    path = folder / table
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")

    with pytest.raises(PackError) as caught:
        load_tables.__wrapped__(folder)
    assert complaint in str(caught.value)
    assert table in str(caught.value)


def test_an_inflected_word_is_known_in_its_forms(folder: Path) -> None:
    path = folder / "witness_words.csv"
    path.write_text(path.read_text(encoding="utf-8") + "+قابل,medic\n", encoding="utf-8")

    assert load_tables.__wrapped__(folder).witnesses.get("القابلات") == ("medic",)


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.csv")), ids=lambda path: path.name)
def test_no_row_is_there_twice(path: Path) -> None:
    rows = path.read_text(encoding="utf-8").splitlines()

    assert [row for row in rows if rows.count(row) > 1] == []


def test_every_label_and_code_has_its_words() -> None:
    tables = load_tables()
    assert set(CODES.values()) <= set(MASKED)
    assert {tables.facilities.get(word)[0] for word in ("مستشفى", "مخيم", "مدرسة")} <= set(LABELS)


def test_words_of_the_reader_s_lexicon_are_ordinary() -> None:
    assert {fold(word) for word in ("قصفت", "القرية", "سورية", "مكتب", "المكتب")} <= ordinary()
    assert fold("الحلواني") not in ordinary()

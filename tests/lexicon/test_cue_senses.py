"""Other senses of cues: what stands beside one tells, and a table that is not valid is refused with its line."""

from csv import DictReader
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.lexicon.cue_senses import COLUMNS, cue_senses
from riwaya.lexicon.tables import LEXICON
from riwaya.text import fold


def _table(path: Path, rows: str) -> Path:
    table = path / "cue_senses.csv"
    table.write_text(",".join(COLUMNS) + "\n" + rows, encoding="utf-8")
    return table


@pytest.mark.parametrize(
    ("written", "before", "after", "fits"),
    [
        ("أبلغ", "أشد", "أن", True),
        ("أبلغ", "قد", "أن", False),
        ("يبلغ", "أشد", "أن", False),
        ("أبلغ", "قد", "الأثر", True),
    ],
)
def test_words_beside_a_cue_show_its_sense(
    tmp_path: Path, written: str, before: str, after: str, fits: bool
) -> None:
    senses = cue_senses(_table(tmp_path, "أبلغ,أبلغ,أشد|أقسى,,more\nأبلغ,أبلغ,,الأثر,most\n"))
    forms = [frozenset((fold(word),)) for word in (written, before, after)]

    assert any(sense.fits(*forms) for sense in senses["أبلغ"]) is fits


def test_every_sense_is_of_a_cue() -> None:
    forms: set[str] = set()
    for table in ("cue_verbs.csv", "cue_phrases.csv"):
        with (LEXICON / "ar" / table).open(encoding="utf-8") as rows:
            forms |= {next(iter(row.values())) for row in DictReader(rows)}

    assert set(cue_senses()) - forms == set()


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("أبلغ,,,,more\n", ":2: the entry lists no word"),
        ("أبلغ,أبلغ,,,\n", ":2: column 'is' is empty"),
        (",أبلغ,,,more\n", ":2: column 'form' is empty"),
        ("أبلغ,أبلغ,,,more\nأبلغ,ابلغ,,,most\n", ":3: 'أبلغ' is listed twice"),
    ],
)
def test_a_broken_table_is_named_with_its_line(tmp_path: Path, rows: str, complaint: str) -> None:
    with pytest.raises(PackError) as caught:
        cue_senses(_table(tmp_path, rows))

    assert complaint in str(caught.value)

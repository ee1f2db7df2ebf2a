"""Answers as JSON and CSV."""

import csv
import json
from io import StringIO

from riwaya.questions import Answer, Column, Evidence, Line
from riwaya.questions.render import to_csv, to_json

COLUMNS = (
    Column("who", "who", "ids"),
    Column("chain", "chain", "chain"),
    Column("n", "number", "number"),
    Column("say", "words", "words"),
)
FIRST = Evidence("r1", "c1", "okaz", "2015-07-22", "https://okaz.example/1", 3, 9, "=قصف", "machine")
SECOND = Evidence("r2", "c4", "sana", None, None, 0, 4, "نفى", "accepted")
ANSWER = Answer(
    "sample",
    COLUMNS,
    (
        Line((("iran", "other: +فلان"), ("okaz", "iran"), -5, "=1+1"), (FIRST, SECOND)),
        Line(("iran france", (), None, None), ()),
    ),
    7,
    2,
    ("a note",),
)


def test_json_has_every_row_with_its_evidence() -> None:
    whole = json.loads(to_json(ANSWER))

    assert {key: whole[key] for key in ("question", "total", "held_back", "notes")} == {
        "question": "sample", "total": 7, "held_back": 2, "notes": ["a note"],
    }  # fmt: skip
    first, second = whole["rows"]
    assert (first["who"], first["chain"], first["n"]) == (["iran", "other: +فلان"], ["okaz", "iran"], -5)
    assert (second["who"], second["say"], second["evidence"]) == (["iran", "france"], None, [])
    assert first["evidence"][0].items() >= {
        "report": "r1", "claim": "c1", "outlet": "okaz", "published": "2015-07-22",
        "uri": "https://okaz.example/1", "start": 3, "end": 9, "quotation": "=قصف", "status": "machine",
    }.items()  # fmt: skip


def test_csv_is_one_line_a_row_and_harmless() -> None:
    header, first, second = csv.reader(StringIO(to_csv(ANSWER)))
    row = dict(zip(header, first, strict=True))

    assert header[:5] == ["who", "chain", "n", "say", "evidence"]
    assert (row["who"], row["chain"], row["n"], row["say"]) == (
        "iran; other: +فلان",
        "okaz > iran",
        "-5",
        "'=1+1",
    )
    assert (row["evidence"], row["evidence_start"]) == ("r1/c1; r2/c4", "3; 0")
    assert (row["evidence_quotation"], row["evidence_published"]) == ("'=قصف; نفى", "2015-07-22; ")
    assert second[4:] == [""] * 8
    assert to_csv(ANSWER).endswith("\r\n")

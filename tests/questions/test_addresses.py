"""No question tells by an address what its words leave out."""

from hashlib import sha256
from urllib.parse import quote, unquote

from questions.helpers import reader
from riwaya.archive import Archive, prepare, schema
from riwaya.questions import Desk, Filters
from riwaya.questions.answer import Answer
from riwaya.questions.casualties import casualties
from riwaya.questions.lineage import lineage
from riwaya.questions.search import search
from riwaya.questions.shown import shown

TEXT = "أعلن المرصد السوري مقتل الشاب نزار القادري و3 مدنيين في غارات على مدينة الرقة."


def take_in(archive: Archive) -> list[str]:
    keys = []
    for number in (1, 2):
        reading = reader().read(
            TEXT,
            id=f"sha256:{sha256(str(number).encode()).hexdigest()}",
            outlet="okaz",
            published=f"2015-08-0{number}",
            uri=f"https://okaz.example/{number}/" + quote("مقتل-الشاب-نزار-القادري"),
        )
        made = prepare(reading, "test")
        archive.add(archive.begin_batch("test"), [made])
        keys.append(made.report["key"])
    return keys


def told(answer: Answer) -> str:
    assert any(line.evidence for line in answer.lines)
    return unquote(repr(answer))


def test_no_address_names_whom_the_words_do_not_name(archive: Archive) -> None:
    keys = take_in(archive)
    with archive.writing() as connection:
        row = {"report": 2, "of": 1, "kind": "near", "share": 0.9, "passages": "[[0,40,0,40]]"}
        connection.execute(schema.copies.insert(), row)
    desk = Desk(archive)
    with archive.reading() as connection:
        one = shown(connection, 1, None, desk.tell, context=False)

    answers = (
        search(desk, Filters(), "غارات"), casualties(desk, Filters()), lineage(desk, Filters(), keys[1]), one,
    )  # fmt: skip

    for answer in answers:
        assert "القادري" not in told(answer)
        assert "https://okaz.example/" in told(answer)

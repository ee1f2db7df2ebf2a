"""Files of records: the same records from every kind of file, and what is wrong with files and records."""

import csv
import gzip
import hashlib
import io
import json
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from riwaya.capture import (
    DEFAULT_MAP,
    CaptureOptions,
    FieldMap,
    Record,
    Refused,
    capture_record,
    is_record_file,
    parse_map,
    read_record_stream,
    read_records,
    record_id,
    tables,
    unpack,
)
from riwaya.errors import InputError, UsageError

ROWS: list[dict[str, Any]] = [
    {
        "title": "هدوء حذر في الميادين",
        "text": "قال ناشطون إن الهدوء عاد إلى الميادين بعد ليلة من الاشتباكات.\nولم يصدر تعليق رسمي.",
        "outlet": "الفرات بوست",
        "published": "2019-03-02 08:15:00",
        "uri": "https://example.org/n/1",
    },
    {
        "title": "",
        "text": 'أكد مجلس مدني في الرقة، "وهو يتبع قسد"، أن المياه ستعود غدا؛ وقال:\r\n\r\nالعمل جار.',
        "outlet": "raqqa-news",
        "published": "2019-03-03",
        "uri": "",
    },
    {
        "title": "مقتل راعيين",
        "text": "مقتل راعيين\nقتل راعيان بانفجار لغم قرب السخنة، بحسب مصدر طبي.",
        "outlet": "",
        "published": "",
        "uri": "",
    },
]


def as_lines(rows: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=n % 2 == 0).encode() + b"\n" for n, row in enumerate(rows))


def as_csv(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def as_parquet(rows: list[dict[str, Any]]) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), buffer)
    return buffer.getvalue()


def entries(
    path: Path, data: bytes, fields: FieldMap = DEFAULT_MAP, limit: int = 100_000
) -> list[Record | Refused]:
    path.write_bytes(data)
    return list(read_records(path, path.name, fields, limit))


def taken(found: list[Record | Refused]) -> list[Record]:
    assert [entry.error for entry in found if isinstance(entry, Refused)] == []
    return [entry for entry in found if isinstance(entry, Record)]


def refused(found: list[Record | Refused]) -> list[str]:
    return [str(entry.error) for entry in found if isinstance(entry, Refused)]


KINDS = {
    "a.jsonl": as_lines(ROWS),
    "a.ndjson": b"\xef\xbb\xbf" + as_lines(ROWS).replace(b"\n", b"\r\n\r\n"),
    "A.JSONL.GZ": gzip.compress(as_lines(ROWS)),
    "a.jsonl.zst": zstandard.compress(as_lines(ROWS[:1])) + zstandard.compress(as_lines(ROWS[1:])),
    "a.csv": as_csv(ROWS),
    "b.csv": b"\xef\xbb\xbf" + as_csv(ROWS, ";"),
    "c.csv": as_csv(ROWS, "\t"),
    "a.csv.gz": gzip.compress(as_csv(ROWS)),
    "a.csv.zst": zstandard.compress(as_csv(ROWS)),
    "a.parquet": as_parquet(ROWS),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_yields_the_same_records(name: str, tmp_path: Path) -> None:
    records = taken(entries(tmp_path / name, KINDS[name]))

    assert is_record_file(name)
    assert [record.fields for record in records] == [
        {key: value for key, value in row.items() if value}
        | ({"published": "2019-03-02T08:15:00"} if "08" in row["published"] else {})
        for row in ROWS
    ]
    assert [record.published for record in records] == ["2019-03-02T08:15:00", "2019-03-03", None]
    assert not any(record.warnings for record in records)


def test_the_id_is_that_of_the_fields_in_one_form() -> None:
    fields = {"uri": "https://example.org/ü?a=1&b=2", "text": 'قال "هو"\t\\ /\n\x7f\u2028😀', "title": "خبر"}
    form = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert record_id(fields) == "sha256:" + hashlib.sha256(form.encode()).hexdigest()


def test_where_records_stand(tmp_path: Path) -> None:
    def sources(name: str) -> list[str]:
        return [record.source for record in taken(entries(tmp_path / name, KINDS[name]))]

    assert sources("a.jsonl") == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]
    assert sources("a.ndjson") == ["a.ndjson:1", "a.ndjson:3", "a.ndjson:5"]
    assert sources("a.csv") == ["a.csv:2", "a.csv:4", "a.csv:7"]
    assert sources("a.parquet") == ["a.parquet:1", "a.parquet:2", "a.parquet:3"]


def test_how_far_reading_has_come(tmp_path: Path) -> None:
    for name, data in KINDS.items():
        positions = [record.position for record in taken(entries(tmp_path / name, data))]
        assert positions == sorted(positions)
        assert len(data) - 2 <= positions[-1] <= len(data)


def test_tables_may_hold_moments_numbers_and_bytes(tmp_path: Path) -> None:
    moment = datetime(2019, 3, 2, 8, 15)  # noqa: DTZ001 - what a table without a zone holds
    table = pa.table(
        {
            "text": pa.array([ROWS[0]["text"].encode()] * 2, pa.binary()),
            "outlet": pa.array([7, None]),
            "published": pa.array([moment, None], pa.timestamp("ns")),
        }
    )
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    first, second = taken(entries(tmp_path / "x.parquet", buffer.getvalue()))

    assert first.fields == {"text": ROWS[0]["text"], "outlet": "7", "published": "2019-03-02T08:15:00"}
    assert second.fields == {"text": ROWS[0]["text"]}


def test_a_string_of_a_table_that_is_no_text_costs_its_row(tmp_path: Path) -> None:
    strings = pa.array([b"\xd8", "نص".encode()], pa.binary())
    raw = pa.Array.from_buffers(pa.string(), 2, strings.buffers())
    buffer = io.BytesIO()
    pq.write_table(pa.table({"text": raw}), buffer)
    bad, good = entries(tmp_path / "x.parquet", buffer.getvalue())

    assert isinstance(bad, Refused)
    assert "'text' is not UTF-8" in str(bad.error)
    assert isinstance(good, Record)


def test_fields_are_mapped(tmp_path: Path) -> None:
    row = {"body": ROWS[0]["text"], "source": "raqqa-news", "url": "https://example.org/7", "title": "عنوان"}
    fields = parse_map(["text=body, outlet=source", "title=headline"])
    (record,) = taken(entries(tmp_path / "x.jsonl", as_lines([row]), fields))

    assert record.fields == {"text": row["body"], "outlet": "raqqa-news", "uri": row["url"]}


@pytest.mark.parametrize(
    ("assignments", "problem"),
    [
        (["text"], "'text' maps no field"),
        (["text="], "'text=' maps no field"),
        (["body=text"], "the fields are text, title, outlet, published, uri"),
        (["text=a,text=b"], "'text' is mapped twice"),
        (["text=a", "text=b"], "'text' is mapped twice"),
        ([""], "'' maps no field"),
    ],
)
def test_a_map_that_makes_no_sense(assignments: list[str], problem: str) -> None:
    with pytest.raises(UsageError, match=problem.replace("(", "\\(")):
        parse_map(assignments)


GOOD = json.dumps(ROWS[0]).encode()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "the line is no JSON"),
        (b"[1]", "the line is no JSON object"),
        (b'"x"', "the line is no JSON object"),
        (b'{"text": "\xd8"}', "not UTF-8"),
        (b'{"text": "\\ud800"}', "'text' is not UTF-8"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": null}', "no text"),
        (b'{"text": " \\n "}', "no text"),
        (b'{"text": 5}', "'text' is no text"),
        (b'{"text": "x", "outlet": ["a"]}', "'outlet' is no text"),
        (b'{"text": "x", "outlet": true}', "'outlet' is no text"),
        (b'{"tekst": "x"}', "no text"),
        (b'{"a":' + b"[" * 50_000, "nested too deep"),
        (b'{"text": "' + b"x" * 500_000 + b'"}', "larger than 100000 bytes"),
    ],
)
def test_a_bad_line_costs_itself(line: bytes, problem: str, tmp_path: Path) -> None:
    found = entries(tmp_path / "x.jsonl", GOOD + b"\n" + line + b"\n" + GOOD)

    assert [type(entry) for entry in found] == [Record, Refused, Record]
    (message,) = refused(found)
    assert message.startswith("x.jsonl:2: ")
    assert problem in message


def test_what_tables_of_python_write_for_nothing(tmp_path: Path) -> None:
    data = b'{"text": "x", "outlet": NaN, "published": NaN, "uri": null}\n'
    (record,) = taken(entries(tmp_path / "x.jsonl", data))

    assert record.fields == {"text": "x"}


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("x.jsonl", b"[\n" + GOOD + b"\n]", "a JSON array"),
        ("x.jsonl", b'{"body": "x", "when": "y"}\n', "no field 'text' for the text; there are: body, when"),
        ("x.csv", b"body,when\nx,y\n", "no field 'text' for the text; there are: body, when"),
        ("x.csv", b"", "no field 'text'"),
        ("x.parquet", as_parquet([{"body": "x"}]), "no field 'text' for the text; there are: body"),
        ("x.parquet", b"PAR1 nonsense", "cannot be read as Parquet"),
        ("x.parquet", as_parquet(ROWS)[:-9], "cannot be read as Parquet"),
        ("x.jsonl.gz", b"no gzip", "cannot be unpacked"),
        ("x.jsonl.zst", b"no zstandard", "cannot be unpacked"),
        ("x.csv.gz", b"\x1f\x8b\x08\x00", "ends too early"),
        ("x.csv", "text,outlet\nنص,".encode("utf-16"), "UTF-16"),
        ("x.csv", b"text\n" + b"x" * 400_001, "a line of more than 400000 characters"),
    ],
)
def test_what_is_wrong_with_a_whole_file(name: str, data: bytes, problem: str, tmp_path: Path) -> None:
    found = entries(tmp_path / name, data)

    (message,) = refused(found)
    assert len(found) == 1
    assert message.startswith(f"{name}: ")
    assert problem in message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("x.jsonl", "x.csv.gz", "x.parquet"):
        (entry,) = read_records(tmp_path / name, name, DEFAULT_MAP, 1000)
        assert "No such file" in str(entry.error if isinstance(entry, Refused) else "")


@pytest.mark.parametrize(
    ("name", "pack"), [("x.jsonl.gz", gzip.compress), ("x.jsonl.zst", zstandard.compress)]
)
def test_a_packed_file_that_ends_too_early_keeps_what_it_holds(name: str, pack: Any, tmp_path: Path) -> None:
    lines = [json.dumps({"text": hashlib.sha256(str(n).encode()).hexdigest() * 20}) for n in range(3000)]
    data = pack("\n".join(lines).encode())
    found = entries(tmp_path / name, data[: len(data) // 2])

    assert 500 < sum(isinstance(entry, Record) for entry in found) < 2500
    assert isinstance(found[-1], Refused)
    assert "ends too early" in str(found[-1].error)


@pytest.mark.parametrize("kind", ["x.jsonl.gz", "x.csv.gz", "x.jsonl.zst", "x.csv.zst"])
def test_a_small_packed_file_that_is_cut_keeps_every_whole_record(kind: str, tmp_path: Path) -> None:
    rows = [{"text": hashlib.sha256(str(n).encode()).hexdigest() * 120, "outlet": "a"} for n in range(60)]
    data = (as_csv if ".csv" in kind else as_lines)(rows)
    if kind.endswith(".gz"):
        packed = gzip.compress(data)
        cut = packed[: len(packed) * 2 // 3]
        held = zlib.decompressobj(wbits=31).decompress(cut)
    else:
        packed = zstandard.compress(data)
        cut = packed[:-10]
        held = zstandard.ZstdDecompressor().decompressobj().decompress(cut)
    whole = held.count(b"\n") - (".csv" in kind)
    found = entries(tmp_path / kind, cut)

    assert 10 < whole < 60
    assert [e.fields["text"] for e in found if isinstance(e, Record)] == [r["text"] for r in rows[:whole]]
    (message,) = refused(found)
    assert "ends too early" in message
    assert isinstance(found[-1], Refused)


@pytest.mark.parametrize(("name", "pack"), [("x.jsonl.gz", gzip.compress), ("x.csv.zst", zstandard.compress)])
def test_what_unpacks_to_far_too_much(
    name: str, pack: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpack, "_HARMLESS", 1_000_000)
    message = refused(entries(tmp_path / name, pack(b"text" + b"\n" * 5_000_000)))[-1]

    assert "unpacks to more than 200 times its size" in message


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    data = b'text,outlet\r\n"one",a\r\n"two,b\r\n' + b"three,c\r\n" * 100_000
    found = entries(tmp_path / "x.csv", data)

    assert [entry.fields["text"] for entry in found if isinstance(entry, Record)] == ["one"]
    (message,) = refused(found)
    assert "line" in message
    assert "never closed" in message


def test_rows_with_too_few_fields_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    data = "text,outlet\nنص,a\nنص\nنص,a,b\n\n".encode() + b"\xc7\xe1,a\n" + "نص,\n".encode()
    found = entries(tmp_path / "x.csv", data)

    assert [entry.source for entry in found] == ["x.csv:2", "x.csv:3", "x.csv:4", "x.csv:6", "x.csv:7"]
    assert [problem.split(": ")[1].split(" (")[0] for problem in refused(found)] == [
        "1 fields where the header has 2",
        "3 fields where the header has 2",
        "the field 'text' is not UTF-8",
    ]


def test_a_field_longer_than_a_reader_of_csv_usually_takes(tmp_path: Path) -> None:
    data = as_csv([ROWS[0] | {"text": "نص " * 60_000}])

    assert len(taken(entries(tmp_path / "x.csv", data, limit=1_000_000))) == 1


def test_a_date_that_nobody_understands_costs_the_date(tmp_path: Path) -> None:
    (record,) = taken(entries(tmp_path / "x.jsonl", as_lines([ROWS[0] | {"published": "قبل يومين"}])))

    assert record.published is None
    assert record.fields["published"] == "قبل يومين"
    assert record.warnings == ("x.jsonl:1: the date 'قبل يومين' was not understood",)
    assert capture_record(record, CaptureOptions()).published is None


def test_an_address_that_is_none_is_passed_over(tmp_path: Path) -> None:
    rows = [ROWS[0] | {"uri": "see page 4"}, ROWS[0] | {"uri": "https://example.org/" + "x" * 3000}]
    records = taken(entries(tmp_path / "x.jsonl", as_lines(rows)))

    assert ["uri" in record.fields for record in records] == [False, False]
    assert all("address" in record.warnings[0] for record in records)


def test_the_text_begins_with_the_title_once(tmp_path: Path) -> None:
    first, _second, third = taken(entries(tmp_path / "x.jsonl", as_lines(ROWS)))

    assert capture_record(first, CaptureOptions()).text == f"{ROWS[0]['title']}\n{ROWS[0]['text']}"
    assert capture_record(third, CaptureOptions()).text == ROWS[2]["text"]


@pytest.mark.parametrize(
    ("fields", "said", "expected"),
    [
        ({"outlet": "Enab Baladi"}, None, "enab-baladi"),
        ({"outlet": "مجلة"}, None, "مجلة"),
        ({"uri": "https://www.enab.example/1"}, None, "enab-baladi"),
        ({"uri": "https://www.other.example/1"}, None, "other.example"),
        ({"outlet": "مجلة", "uri": "https://www.enab.example/1"}, None, "مجلة"),
        ({"outlet": "مجلة"}, "mine", "mine"),
        ({}, None, None),
    ],
)
def test_who_published(fields: dict[str, str], said: str | None, expected: str | None) -> None:
    outlets = {"enab baladi": "enab-baladi", "enab.example": "enab-baladi"}
    record = Record("x:1", {"text": ROWS[0]["text"], **fields}, None)

    assert capture_record(record, CaptureOptions(outlet=said, outlets=outlets)).outlet == expected


def test_a_text_in_another_language_or_too_long_is_no_report() -> None:
    for text, problem in (("The army denied it.", "English"), ("نص " * 30_000, "larger than 100000 bytes")):
        with pytest.raises(InputError, match=problem):
            capture_record(Record("x:1", {"text": text}, None), CaptureOptions(max_bytes=100_000))


def test_a_stream_of_lines() -> None:
    found = list(read_record_stream(io.BytesIO(as_lines(ROWS)), "-", DEFAULT_MAP, 1000))

    assert [entry.source for entry in found] == ["-:1", "-:2", "-:3"]


def test_parquet_without_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(tables, "import_module", missing)
    with pytest.raises(UsageError, match=r"riwaya\[parquet\]"):
        list(read_records(tmp_path / "x.parquet", "x.parquet", DEFAULT_MAP, 1000))


def test_a_large_file_is_never_held(tmp_path: Path) -> None:
    line = json.dumps(ROWS[0]).encode() + b"\n"
    path = tmp_path / "x.jsonl"
    path.write_bytes(line * 2000)
    first = next(iter(read_records(path, "x", DEFAULT_MAP, 100_000)))

    assert isinstance(first, Record)
    assert first.position < 200 * len(line)

"""The table of claims: its columns, one row a claim, nothing that a spreadsheet runs."""

import csv
import dataclasses
from io import StringIO
from pathlib import Path

import pytest

from exchange.sample import bare, sample
from riwaya.exchange import CSV_ENCODING, to_csv
from riwaya.exchange.table import COLUMNS
from riwaya.model import Reading, Report

ROOT = Path(__file__).resolve().parents[2]


def rows(*readings: Reading) -> dict[str, dict[str, str]]:
    return {row["claim_id"]: row for row in csv.DictReader(StringIO(to_csv(readings), newline=""))}


def renamed(outlet: str, published: str | None = None) -> Reading:
    report: Report = dataclasses.replace(sample().report, outlet=outlet, published=published)
    return dataclasses.replace(sample(), report=report)


@pytest.mark.parametrize(
    ("claim", "column", "value"),
    [
        ("c1", "chain", "barid-al-badia"),
        ("c1", "speaker", "barid-al-badia"),
        ("c1", "act", ""),
        ("c1", "mode", "protect"),
        ("c1", "place", "geonames:163808"),
        ("c1", "lat", "34.88639"),
        ("c1", "lon", "38.87194"),
        ("c1", "uncertainty_km", "3"),
        ("c4", "chain", "barid-al-badia > local-sources > us-led-coalition"),
        ("c4", "speaker", "us-led-coalition"),
        ("c4", "distance", "endorsing"),
        ("c5", "agent", "us-led-coalition"),
        ("c5", "patient", "russia"),
        ("c8", "factuality", "CT-"),
        ("c9", "place", "unresolved:تل الرماد"),
        ("c9", "lat", ""),
        ("c10", "voice", "unclear"),
        ("c11", "chain", "barid-al-badia > other: مدير ناحية السخنة"),
        ("c11", "patient", "other: جندياً"),
        ("c11", "low", "12"),
        ("c11", "high", ""),
        ("c11", "measure", "killed"),
        ("c11", "time", "2023-05-16"),
        ("c11", "quotation", "أن 12 جندياً على الأقل ربما قتلوا أمس"),
        ("c11", "status", "machine"),
    ],
)
def test_a_claim_in_its_columns(claim: str, column: str, value: str) -> None:
    assert rows(sample())[claim][column] == value


def test_start_and_end_are_those_of_the_quotation() -> None:
    text = sample().report.text

    for row in rows(sample()).values():
        assert text[int(row["start"]) : int(row["end"])] == row["quotation"]


def test_several_readings_share_one_header_and_one_row_is_a_claim() -> None:
    table = to_csv([sample(), bare(), sample()])

    assert table.split("\r\n")[0] == ",".join(COLUMNS)
    assert table.count("\r\n") == 1 + 2 * len(sample().claims)


def test_the_header_can_be_left_out() -> None:
    assert to_csv([bare()], header=False) == ""


def test_the_encoding_puts_a_byte_order_mark() -> None:
    assert to_csv([bare()]).encode(CSV_ENCODING).startswith(b"\xef\xbb\xbfreport_id")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_no_cell_starts_a_formula(start: str) -> None:
    table = rows(renamed(outlet=f"{start}cmd|' /C calc'!A0", published=f"{start}1"))

    assert table["c1"]["outlet"].startswith(f"'{start}")
    assert table["c1"]["chain"].startswith("barid") or table["c1"]["chain"].startswith("'")
    assert table["c1"]["published"] == f"'{start}1"


def test_commas_quotation_marks_and_line_breaks_stay_in_their_cell() -> None:
    assert rows(renamed(outlet='a,"b"'))["c1"]["outlet"] == 'a,"b"'


def test_coordinates_below_zero_stay_numbers() -> None:
    reading = sample()
    south = dataclasses.replace(reading.places[0], geometry={"type": "Point", "coordinates": [-60.5, -12.25]})

    row = rows(dataclasses.replace(reading, places=(south, reading.places[1])))["c1"]

    assert (row["lat"], row["lon"]) == ("-12.25", "-60.5")


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_documented(column: str) -> None:
    page = (ROOT / "docs" / "reference" / "csv.md").read_text(encoding="utf-8")

    assert f"`{column}`" in page

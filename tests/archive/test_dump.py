"""The logical dump: the same for archives that hold the same."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reports import fill, invented
from riwaya.archive import Archive
from riwaya.archive.dump import dump
from riwaya.archive.sorting import sorted_lines


@pytest.fixture
def expected(tmp_path: Path) -> list[str]:
    """The dump of all invented reports, taken in at once."""
    with Archive(tmp_path / "expected.riwaya") as archive:
        fill(archive)
        return list(dump(archive))


@pytest.mark.parametrize("size", [1, 2, 7])
def test_neither_store_nor_batches_nor_order_show(archive: Archive, expected: list[str], size: int) -> None:
    prepared = invented()
    random.Random(size).shuffle(prepared)  # noqa: S311 - an order, no secret
    for start in range(0, len(prepared), size):
        batch = archive.begin_batch(f"part {start}")
        archive.add(batch, prepared[start : start + size])
        archive.add(batch, prepared[:size])
    assert list(dump(archive)) == expected


def test_it_holds_texts_and_readings_in_clear(archive: Archive) -> None:
    keys = fill(archive)
    rows = [json.loads(line) for line in dump(archive)]
    texts = {row["report"]: row["body"] for row in rows if row["table"] == "texts"}
    readings = {row["report"]: row["body"] for row in rows if row["table"] == "readings"}
    assert set(texts) == set(readings) == set(keys)
    for key in keys:
        number = archive.report(key).n
        assert texts[key] == archive.text(number)
        assert len(readings[key]["claims"]) == len(archive.read(number).claims)


def test_rows_refer_to_each_other_by_names(archive: Archive) -> None:
    fill(archive)
    rows = [json.loads(line) for line in dump(archive)]
    claims = {f"{row['report']}#{row['id']}" for row in rows if row["table"] == "claims"}
    assert claims
    assert {row["claim"] for row in rows if row["table"] == "claim_actors"} <= claims
    assert {row["theme"] for row in rows if row["table"] == "claims"} <= claims | {None}
    assert not [row for row in rows if "n" in row or "batch" in row]


def test_one_row_more_or_less_shows(archive: Archive, expected: list[str]) -> None:
    prepared = invented()
    archive.add(archive.begin_batch("-"), prepared[:-1])
    assert list(dump(archive)) != expected
    archive.add(archive.begin_batch("-"), prepared[-1:])
    archive.reject(archive.begin_batch("-"), [{"source": "a", "id": "b", "reason": "c"}])
    lines = list(dump(archive))
    assert [json.loads(line)["id"] for line in lines if line not in expected] == ["b"]


def test_digests_tell_archives_apart_and_nothing_else(archive: Archive) -> None:
    prepared = invented()
    archive.add(archive.begin_batch("-"), prepared[:-1])
    before = list(dump(archive, hashed=True))
    archive.add(archive.begin_batch("-"), prepared[-1:])
    lines = list(dump(archive, hashed=True))
    assert lines != before
    rows = [json.loads(line) for line in lines]
    assert {len(row["body"]) for row in rows if row["table"] in ("texts", "readings")} == {64}
    assert [set(row) for row in rows if row["table"] == "claims"] == [{"table", "rows", "sha256"}]
    assert all(line.isascii() for line in lines)


def test_little_memory_makes_no_difference(archive: Archive) -> None:
    fill(archive)
    assert list(dump(archive, room=2000)) == list(dump(archive))


@given(
    st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))), st.integers(0, 20)
)
def test_lines_come_back_sorted(lines: list[str], room: int) -> None:
    assert list(sorted_lines(lines, room=room)) == sorted(lines)

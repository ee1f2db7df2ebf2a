"""What is made ready before a report comes into an archive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import riwaya
from riwaya.archive import Archive, prepare, schema
from riwaya.archive.dump import dump
from riwaya.packs import Outlet, load_pack
from riwaya.questions.names import names_of

WELL = "قال مجلس القرية إن البئر الجديدة بدأت الضخ."
OUTLET = Outlet("barid-al-bir", ("بريد البئر", "Well Post"), (), None, "unknown", None)
PACK = replace(load_pack("syria"), outlets=(OUTLET,))


def test_an_outlet_that_nobody_speaks_of_is_named_all_the_same(archive: Archive) -> None:
    reading = riwaya.read(WELL, outlet=OUTLET.id, published="2021-03-01")
    archive.add(archive.begin_batch("test"), [prepare(reading, "test", PACK)])
    with archive.reading() as connection:
        assert names_of(connection, [OUTLET.id], "ar") == {OUTLET.id: "بريد البئر"}
        assert names_of(connection, [OUTLET.id], "en") == {OUTLET.id: "Well Post"}


#: The same two places in other words, and outlets that only some reports speak of.
WORDED = (
    ("sana", "قال الجيش السوري إن طائرات قصفت مواقع شمالي حلب."),
    ("enab", "قصفت طائرات روسية قرى شمال حلب، بحسب وكالة سانا."),
    ("sana", "الطقس غدا معتدل."),
    ("tass", "اتهمت روسيا تركيا بإرسال مسلحين إلى الشمال السوري."),
    ("enab", "أفاد ناشطون بأن تركيا أرسلت تعزيزات إلى شمال سوريا."),
)


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (1, 0, 2, 4, 3), (2, 4, 0, 3, 1)])
def test_names_do_not_depend_on_which_report_came_first(
    archive: Archive, tmp_path: Path, order: tuple[int, ...]
) -> None:
    pack = load_pack("syria")
    ready = [prepare(riwaya.read(text, outlet=outlet, published="2021-03-01"), "test", pack)
             for outlet, text in WORDED]  # fmt: skip
    with Archive(tmp_path / "together.riwaya") as together:
        together.add(together.begin_batch("test"), ready)
        expected = list(dump(together))
    batch = archive.begin_batch("test")
    for n in order:
        archive.add(batch, [ready[n]])
    assert list(dump(archive)) == expected


def test_a_row_without_a_name_is_filled_when_a_report_brings_one(archive: Archive) -> None:
    """A speaker that only a decision or a role names has no row of its own in the reading."""
    reading = riwaya.read(WORDED[0][1], outlet="enab", published="2021-03-01")
    whole = prepare(reading, "test")
    bare = prepare(replace(reading, report=replace(reading.report, id="sha256:bare")), "test")
    bare.rows.actors.clear()
    batch = archive.begin_batch("test")
    archive.add(batch, [bare])
    with archive.reading() as connection:
        assert names_of(connection, ["syrian-army"], "en").get("syrian-army") in (None, "syrian-army")
    archive.add(batch, [whole])
    archive.add(batch, [bare])
    with archive.reading() as connection:
        row = connection.execute(schema.actors.select().where(schema.actors.c.id == "syrian-army")).one()
    assert (row.kind, row.name_ar is not None) == ("armed-forces", True)

"""What is made ready before a report comes into an archive."""

from __future__ import annotations

import riwaya
from riwaya.archive import Archive, prepare
from riwaya.packs import Outlet
from riwaya.questions.names import names_of

WELL = "قال مجلس القرية إن البئر الجديدة بدأت الضخ."
OUTLET = Outlet("barid-al-bir", ("بريد البئر", "Well Post"), (), None, "unknown", None)


def test_an_outlet_that_nobody_speaks_of_is_named_all_the_same(archive: Archive) -> None:
    reading = riwaya.read(WELL, outlet=OUTLET.id, published="2021-03-01")
    archive.add(archive.begin_batch("test"), [prepare(reading, "test", outlet=OUTLET)])
    with archive.reading() as connection:
        assert names_of(connection, [OUTLET.id], "ar") == {OUTLET.id: "بريد البئر"}
        assert names_of(connection, [OUTLET.id], "en") == {OUTLET.id: "Well Post"}

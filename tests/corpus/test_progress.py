"""What people are told while an archive is related."""

from archive.invented import MARKET, MUTUAL, take_in
from riwaya.archive import Archive
from riwaya.corpus.relate import relate


def test_every_step_is_said(archive: Archive) -> None:
    take_in(archive, MARKET, MUTUAL)
    said: list[str] = []
    relate(archive, said.append)

    assert said == [
        "finding copies",
        "reading the list of reports",
        "comparing reports",
        "looking for versions and citations",
        "relating claims",
        "reading claims",
        "joining claims of the same happening",
        "relating claims across reports",
    ]

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from riwaya.archive import Archive, schema
from riwaya.errors import UsageError
from riwaya.model import Reading
from riwaya.questions import Desk
from riwaya.release import OPEN, Guard, Told

Keep = Callable[..., Reading]
LATE = datetime(2021, 6, 30, tzinfo=UTC)


def answer(archive: Archive, **how: object) -> tuple[list[Told], int]:
    desk = Desk(archive, **{"moment": LATE, **how})  # type: ignore[arg-type]
    with archive.reading() as connection:
        numbers = list(connection.scalars(select(schema.claims.c.n).order_by(schema.claims.c.n)))
        return desk.tell(connection, numbers)


def test_what_is_kept_leaves_with_names_and_places_covered(archive: Archive, keep: Keep) -> None:
    keep(
        "نقلت مصادر محلية عن وصول رتل عسكري تابع لقوات سوريا الديمقراطية إلى بلدة عين عيسى.\n"
        "وقال المواطن فراس النجار إن الطائرات قصفت مستشفى الأمل في مدينة الرقة."
    )
    told, held = answer(archive)

    assert held == 0
    assert told
    shown = " ".join(repr(each) for each in told)
    assert not [word for word in ("عين عيسى", "فراس", "النجار", "مستشفى الأمل") if word in shown]
    codes = {code for each in told for code in each.masked}
    assert {"witness-generalised", "place-coarsened", "facility-coarsened"} <= codes


def test_young_movement_is_counted_and_not_told(archive: Archive, keep: Keep) -> None:
    keep("قالت مصادر محلية إن رتلا عسكريا تابعا للجيش التركي وصل إلى بلدة سراقب.", published="2021-06-29")
    told, held = answer(archive)

    assert held >= 1
    assert "سراقب" not in repr(told)


def test_an_override_tells_all_and_is_kept(archive: Archive, keep: Keep) -> None:
    keep("قالت مصادر محلية إن رتلا عسكريا تابعا للجيش التركي وصل إلى بلدة سراقب.", published="2021-06-29")
    with pytest.raises(UsageError):
        answer(archive, policy=OPEN)
    told, held = answer(archive, policy=OPEN, who="An Editor", why="own archive")

    assert held == 0
    assert "سراقب" in " ".join(spot.name_ar or "" for each in told for spot in each.places)
    with archive.reading() as connection:
        (row,) = connection.execute(select(schema.overrides)).all()
    assert (row.who, row.why) == ("An Editor", "own archive")
    assert row.what == f"library: {OPEN}"


def test_the_title_of_a_report_on_movement_is_covered_from_its_row(archive: Archive, keep: Keep) -> None:
    keep("رتل عسكري تركي يصل بلدة سراقب\nوصل رتل عسكري تابع للجيش التركي إلى بلدة سراقب فجرا.")
    with archive.reading() as connection:
        row = connection.execute(select(schema.reports)).one()
    title = Desk(archive, moment=LATE).gate.title(row.title, Guard.load(row.guard), row.published)

    assert "سراقب" in row.title
    assert title is not None
    assert "سراقب" not in title


def test_reading_one_s_own_report_stays_whole(keep: Keep) -> None:
    reading = keep("قالت مصادر محلية إن رتلا عسكريا تابعا للجيش التركي وصل إلى بلدة سراقب.")

    assert "سراقب" in reading.report.text
    assert any(place.name.ar and "سراقب" in place.name.ar for place in reading.places)


def test_a_passage_on_movement_is_covered_though_nothing_was_read_in_it(archive: Archive, keep: Keep) -> None:
    text = "وصلت تعزيزات عسكرية ضخمة إلى سراقب. وفي سراقب سوق كبير."
    keep(text)
    with archive.reading() as connection:
        row = connection.execute(select(schema.reports)).one()
    passage = Desk(archive, moment=LATE).gate.passage(text, 0, Guard.load(row.guard), row.published)

    assert passage.count("سراقب") == 1
    assert passage.endswith("وفي سراقب سوق كبير.")

"""The morning's brief: what is new, what changed, and which reports are about conflict."""

from datetime import date
from pathlib import Path

import pytest

from corpus.told import Told, add_matter
from questions.helpers import rows, take_in
from riwaya.archive import Archive, schema
from riwaya.errors import PackError, UsageError
from riwaya.questions import Desk, Filters
from riwaya.questions.brief import brief
from riwaya.questions.watch import Watch, load_watch

BEFORE = ("shaam", "2016-02-28", "قال المرصد السوري إن الجيش السوري قصف مدينة دوما.")
TODAY = (
    ("orient", "2016-03-01", "قصف الجيش السوري مدينة دوما بالمدفعية اليوم."),
    ("enab-baladi", "2016-03-01", "قصف الجيش السوري مدينة دوما بالمدفعية اليوم."),
    ("shaam", "2016-03-01", "افتتحت الجامعة معرضا للكتاب حضره طلاب كثيرون."),
    ("sana", "2016-03-01", "اشتباكات قرب المعبر\nأغلق المعبر أبوابه أمام المسافرين منذ الصباح."),
)
DAY = Filters(since="2016-03-01")


def ready(archive: Archive) -> list[str]:
    """Take in all reports; the second copies the first of the day."""
    keys = take_in(archive, BEFORE, *TODAY)
    with archive.writing() as connection:
        story = [{"report": n, "story": 2 if n == 3 else n} for n in range(1, 6)]
        connection.execute(schema.stories.insert(), story)
    return keys


def claims_of(archive: Archive, report: int) -> list[int]:
    """The numbers of a report's claims."""
    with archive.reading() as connection:
        table = schema.claims
        statement = table.select().with_only_columns(table.c.n).where(table.c.report == report)
        return sorted(connection.scalars(statement))


def test_copies_are_folded_and_every_report_has_its_reason(archive: Archive) -> None:
    ready(archive)

    answer = brief(Desk(archive), DAY)

    first, *others = rows(answer, "section", "reason", "copies", "copied_in")
    assert first[0] == "report"
    assert first[1].startswith("attack (Syrian Arab Army")
    assert first[2:] in [(1, ("enab-baladi",)), (1, ("orient",))]
    assert others == [
        ("report", "words of war in the headline (اشتباكات)", None, ()),
        ("aside", "no claim and no headline speaks of armed conflict", None, ()),
    ]
    assert answer.notes[0] == "4 new reports are 3 without copies; 2 of them are about conflict."


def test_matters_are_new_or_known_with_a_new_side(archive: Archive) -> None:
    ready(archive)
    old, new = claims_of(archive, 1)[0], claims_of(archive, 2)[0]
    add_matter(archive, "m1", [new, claims_of(archive, 3)[0]], reports=2, outlets=2)
    told = brief(Desk(archive), DAY)
    assert ("matter", "told in 2 reports of 2 outlets", "m1") in rows(told, "section", "reason", "matter")

    with archive.writing() as connection:
        connection.execute(schema.matter_claims.delete())
        connection.execute(schema.matters.delete())
        chain = schema.claims.update().where(schema.claims.c.n == new)
        connection.execute(chain.values(chain="orient > turkey"))
    add_matter(archive, "m2", [old, new])

    assert ("side", ("turkey",), "m2") in rows(brief(Desk(archive), DAY), "section", "who", "matter")


@pytest.mark.parametrize(
    ("relation", "section", "reason"),
    [
        ("denies", "denial", "denies "),
        ("supersedes", "changed", "instead of "),
        ("answers", "answer", "attacks"),
    ],
)
def test_what_new_claims_do_to_others_is_told(
    archive: Archive, relation: str, section: str, reason: str
) -> None:
    keys = ready(archive)
    with archive.writing() as connection:
        row = {"source": claims_of(archive, 2)[0], "target": claims_of(archive, 1)[0], "relation": relation}
        connection.execute(schema.links.insert(), {**row, "within": False, "matter": None})

    answer = brief(Desk(archive), DAY)

    told = [row for row in rows(answer, "section", "reason", "report") if row[0] == section]
    assert len(told) == 1
    assert told[0][1].startswith(reason)
    assert told[0][2] == keys[1]


def test_a_toll_that_changed_is_told_with_both_numbers(archive: Archive) -> None:
    earlier, later = (
        ("shaam", "2016-02-28", "قال المرصد السوري إن قصف الجيش السوري على دوما أدى إلى مقتل 9 مدنيين."),
        (
            "shaam",
            "2016-03-01",
            "قال المرصد السوري إن عدد قتلى قصف الجيش السوري على دوما ارتفع إلى 14 قتيلا.",
        ),
    )
    take_in(archive, earlier, later)
    with archive.writing() as connection:
        table = schema.claims
        counted = (
            table.select().with_only_columns(table.c.report, table.c.n).where(table.c.measure == "killed")
        )
        numbers = {row.report: row.n for row in connection.execute(counted)}
        # Whatever was read of the later one, its claim on the attack belongs to the fighting.
        row = {"source": numbers[2], "target": numbers[1], "relation": "supersedes"}
        connection.execute(schema.links.insert(), {**row, "within": False, "matter": None})
        connection.execute(table.update().where(table.c.n == numbers[2]).values(patients="syrian-army"))

    told = rows(brief(Desk(archive), DAY), "section", "reason")

    assert ("toll", "killed: 9, now 14") in told


def test_another_version_of_a_report_is_told(archive: Archive) -> None:
    keys = ready(archive)
    with archive.writing() as connection:
        row = {"report": 2, "of": 1, "kind": "revises", "share": 0.5, "passages": "[]"}
        connection.execute(schema.copies.insert(), row)

    told = rows(brief(Desk(archive), DAY), "section", "reason", "report")

    assert ("revised", f"another version of {keys[0]}", keys[1]) in told


def test_a_watch_list_narrows_the_morning(archive: Archive, tmp_path: Path) -> None:
    ready(archive)
    listed = tmp_path / "watch.csv"
    listed.write_text("kind,name,note\nparty,syrian-government,\n", encoding="utf-8")

    watched = brief(Desk(archive), DAY, watch=listed)
    elsewhere = brief(Desk(archive), DAY, watch=Watch(parties=frozenset({"turkey"})))

    assert {row[0] for row in rows(watched, "section")} == {"report"}
    assert len(watched.lines) == 1
    assert elsewhere.lines == ()
    assert brief(Desk(archive), Filters(since="2016-03-01", party="turkey")).lines == ()


def test_a_place_is_watched_wherever_a_claim_names_it(archive: Archive) -> None:
    ready(archive)
    (place,) = {row[0][0] for row in rows(brief(Desk(archive), DAY), "place") if row[0]}

    watched = brief(Desk(archive), DAY, watch=Watch(places=frozenset({place})))

    assert [row[0] for row in rows(watched, "section")] == ["report"]
    assert brief(Desk(archive), DAY, watch=Watch(places=frozenset({"world:madrid"}))).lines == ()


@pytest.mark.parametrize(
    "data",
    [
        "kind;name;note\r\nparty;syrian-government;\r\n".encode("utf-8-sig"),
        "\ufeffkind,name,note\n\nparty,syrian-government,\n".encode(),
        "kind\tname\tnote\nparty\tsyrian-government\n".encode("utf-16"),
    ],
)
def test_a_watch_list_may_come_out_of_a_spreadsheet(archive: Archive, tmp_path: Path, data: bytes) -> None:
    ready(archive)
    listed = tmp_path / "watch.csv"
    listed.write_bytes(data)

    with archive.reading() as connection:
        assert load_watch(listed, connection) == Watch(parties=frozenset({"syrian-government"}))


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("kind,name,note\nparty,فرقة لا وجود لها,\n", "no party 'فرقة لا وجود لها'"),
        ("kind,name,note\nhouse,دوما,\n", "none of party, place"),
        ("kind,name\nparty,turkey\n", "the columns are kind,name"),
        ("kind,name,note\n", "names nobody and no place"),
    ],
)
def test_a_watch_list_that_is_wrong_is_refused(
    archive: Archive, tmp_path: Path, table: str, problem: str
) -> None:
    Told(archive)
    listed = tmp_path / "watch.csv"
    listed.write_text(table, encoding="utf-8")

    with archive.reading() as connection, pytest.raises(PackError, match=problem):
        load_watch(listed, connection)


def test_what_came_in_since_a_moment_is_new_whenever_it_was_published(archive: Archive) -> None:
    ready(archive)
    with archive.reading() as connection:
        started = connection.scalar(schema.batches.select().with_only_columns(schema.batches.c.started))

    assert brief(Desk(archive), Filters(), since=str(started)[:16] + "Z").notes[0].startswith("5 new reports")
    assert brief(Desk(archive), Filters(), since="2999-01-01T00:00Z").notes[0].startswith("0 new reports")


@pytest.mark.parametrize("since", [None, "yesterday", "2016-3-1"])
def test_since_when_has_to_be_said(archive: Archive, since: str | None) -> None:
    with pytest.raises(UsageError, match="since when"):
        brief(Desk(archive), Filters(), since=since)


def test_of_too_many_new_reports_the_newest_are_looked_at(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(archive)
    monkeypatch.setattr("riwaya.questions.brief.LOOKED_AT", 4)

    answer = brief(Desk(archive), Filters(), since="2016-02-28")

    assert {published for (published,) in rows(answer, "published")} == {"2016-03-01"}
    assert answer.notes[0].startswith("4 new reports are 3 without copies")
    assert answer.notes[2] == (
        "Looked at are the 4 newest of 5 new reports; an earlier last day leads to the others."
    )
    earlier = brief(Desk(archive), Filters(until="2016-02-28"), since="2016-02-28")
    assert rows(earlier, "published") == [("2016-02-28",)]
    assert not any("Looked at" in note for note in earlier.notes)


def test_what_was_not_looked_at_is_new_all_the_same(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(archive)
    old, new = claims_of(archive, 1)[0], claims_of(archive, 2)[0]
    add_matter(archive, "m1", [old, new])
    monkeypatch.setattr("riwaya.questions.brief.LOOKED_AT", 4)

    answer = brief(Desk(archive), Filters(), since="2016-02-28")

    assert "matter" in [section for (section,) in rows(answer, "section")]


def test_a_day_that_is_no_text_is_refused(archive: Archive) -> None:
    with pytest.raises(UsageError, match="since when"):
        brief(Desk(archive), Filters(), since=date(2016, 3, 1))  # type: ignore[arg-type]

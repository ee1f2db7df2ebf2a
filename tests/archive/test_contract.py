"""What an archive promises, the same on SQLite and PostgreSQL."""

import threading
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, func, select, text, update

from archive.reports import fill, invented, read, ready
from riwaya.archive import Archive, dialect, schema
from riwaya.archive.archive import readings_of, set_fact, texts_of
from riwaya.archive.migrations import STEPS, bring_forward
from riwaya.archive.projection import AGENT, SPEAKER
from riwaya.errors import ArchiveError, RiwayaError, UsageError
from riwaya.exchange import to_json
from stores import Server

EMPTY = {"reports": 0, "claims": 0, "matters": 0, "rejects": 0}


# ---- opening ------------------------------------------------------------------------------------------


def test_a_new_archive_is_empty_and_linked(archive: Archive) -> None:
    assert archive.count() == EMPTY
    assert archive.is_linked()
    assert archive.fact("version") == str(schema.SCHEMA_VERSION)
    assert archive.fact("colour") is None


def test_what_was_added_is_there_when_the_archive_is_opened_again(archive_url: str) -> None:
    with Archive(archive_url) as first:
        keys = fill(first)
        counts = first.count()
    with Archive(archive_url, create=False) as second:
        assert second.count() == counts
        assert second.known(keys) == set(keys)


def test_no_archive_is_made_when_none_is_to_be_made(archive_url: str) -> None:
    with pytest.raises(ArchiveError, match="no archive there"):
        Archive(archive_url, create=False)
    Archive(archive_url).close()
    Archive(archive_url, create=False).close()


def test_a_database_of_something_else_is_left_alone(archive_url: str) -> None:
    engine = dialect.make_engine(archive_url)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("CREATE TABLE bookkeeping (amount integer)"))
    with pytest.raises(ArchiveError, match="database of something else"):
        Archive(archive_url)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(text("bookkeeping"))) == 0
    engine.dispose()


def test_a_table_named_about_makes_no_archive(archive_url: str) -> None:
    engine = dialect.make_engine(archive_url)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("CREATE TABLE about (name text, value text)"))
    engine.dispose()
    with pytest.raises(ArchiveError, match="database of something else"):
        Archive(archive_url)


def test_an_archive_of_a_newer_riwaya_is_refused(archive: Archive, archive_url: str) -> None:
    with archive.writing() as connection:
        set_fact(connection, "version", str(schema.SCHEMA_VERSION + 1))
    with pytest.raises(ArchiveError, match="newer Riwaya"):
        Archive(archive_url)


def set_colour(connection: Connection) -> None:
    set_fact(connection, "colour", "green")


def fail(_connection: Connection) -> None:
    raise ValueError("a step that fails")


def test_an_older_archive_is_brought_forward_step_by_step(archive: Archive, archive_url: str) -> None:
    now = schema.SCHEMA_VERSION
    engine = dialect.make_engine(archive_url)
    steps = {now: set_colour, now + 1: lambda connection: set_fact(connection, "colour", "blue")}
    bring_forward(engine, "archive", create=False, steps=steps, target=now + 2)
    engine.dispose()
    assert (archive.fact("version"), archive.fact("colour")) == (str(now + 2), "blue")


def test_steps_count_all_or_none(archive: Archive, archive_url: str) -> None:
    now = schema.SCHEMA_VERSION
    engine = dialect.make_engine(archive_url)
    with pytest.raises(ValueError, match="a step that fails"):
        bring_forward(engine, "archive", create=False, steps={now: set_colour, now + 1: fail}, target=now + 2)
    engine.dispose()
    assert (archive.fact("version"), archive.fact("colour")) == (str(now), None)


def test_there_is_a_step_from_every_released_version() -> None:
    assert sorted(STEPS) == list(range(1, schema.SCHEMA_VERSION))


# ---- taking in ----------------------------------------------------------------------------------------


def test_a_report_is_added_once(archive: Archive) -> None:
    batch = archive.begin_batch("invented")
    first = archive.add(batch, invented())
    again = archive.add(batch, [*invented(), *invented()])
    assert (first.new, first.known) == (7, 0)
    assert (again.new, again.known, again.redacted) == (0, 14, 0)
    assert archive.count()["reports"] == 7


def test_the_same_text_of_two_outlets_is_two_reports(archive: Archive) -> None:
    told = "نفت وزارة الدفاع الروسية سقوط طائرة قرب اللاذقية."
    added = archive.add(
        archive.begin_batch("-"), [ready(told, "tass"), ready(told, "enab"), ready(told, "enab")]
    )
    assert (added.new, added.known) == (2, 1)


def test_what_was_removed_for_good_does_not_come_back(archive: Archive) -> None:
    prepared = invented()
    row = {
        "n": 1,
        "report": prepared[0].report["key"],
        "id": "-",
        "what": "text",
        "when": "-",
        "who": "-",
        "why": "-",
    }
    with archive.writing() as connection:
        connection.execute(schema.tombstones.insert(), row)
    added = archive.add(archive.begin_batch("-"), prepared)
    assert (added.new, added.known, added.redacted) == (6, 0, 1)
    assert archive.known([row["report"], "r0"]) == {row["report"]}


def test_a_reject_is_kept_once_with_its_reason(archive: Archive) -> None:
    row = {"source": "a\udcff.txt", "id": "sha256:00", "reason": "no text", "payload": b"\x00\xff"}
    archive.reject(archive.begin_batch("a"), [row])
    archive.reject(archive.begin_batch("b"), [row, {**row, "id": "sha256:01"}])
    with archive.reading() as connection:
        rows = connection.execute(select(schema.rejects).order_by(schema.rejects.c.n)).all()
    assert [(r.id, r.reason, r.batch, bytes(r.payload)) for r in rows] == [
        ("sha256:00", "no text", 1, b"\x00\xff"),
        ("sha256:01", "no text", 2, b"\x00\xff"),
    ]


def test_a_batch_that_came_to_its_end_says_so(archive: Archive) -> None:
    first, second = archive.begin_batch("a"), archive.begin_batch("b")
    archive.finish_batch(second)
    with archive.reading() as connection:
        rows = connection.execute(select(schema.batches).order_by(schema.batches.c.n)).all()
    assert [(r.n, r.sources, r.finished is None) for r in rows] == [(first, "a", True), (second, "b", False)]


def test_claims_that_were_added_are_not_linked_yet(archive: Archive) -> None:
    fill(archive)
    assert not archive.is_linked()


def test_numbers_texts_and_names_are_kept_as_they_are(archive: Archive) -> None:
    told = "قُتل 99999999999999999999 شخصا في \U0001f4a5 حمص\u200f، بحسب «مصادر» \x00 محلية."
    prepared = ready(told, "outlet'); DROP TABLE reports; --", uri="http://x/?a=%20\x00")
    archive.add(archive.begin_batch("\udcff"), [prepared])
    row = archive.report(prepared.report["key"])
    assert archive.text(row.n) == told
    assert row.outlet == "outlet'); DROP TABLE reports; --"
    assert row.uri == "http://x/?a=%20\ufffd"


# ---- transactions -------------------------------------------------------------------------------------


def test_what_fails_halfway_never_was(archive: Archive) -> None:
    batch = archive.begin_batch("-")
    good, bad = invented()[:2]
    broken = replace(bad, report={**bad.report, "key": None})
    with pytest.raises(ArchiveError):
        archive.add(batch, [good, broken])
    assert archive.count() == EMPTY
    assert archive.is_linked()


def test_an_error_of_the_caller_undoes_what_was_written(archive: Archive) -> None:
    def paint() -> None:
        with archive.writing() as connection:
            set_fact(connection, "colour", "red")
            raise KeyError

    with pytest.raises(KeyError):
        paint()
    assert archive.fact("colour") is None


def test_a_reader_sees_one_state_while_another_writes(archive: Archive, archive_url: str) -> None:
    count = select(func.count()).select_from(schema.reports)
    with Archive(archive_url) as other, archive.reading() as connection:
        before = connection.scalar(count)
        fill(other)
        assert connection.scalar(count) == before == 0
    assert archive.count()["reports"] == 7


def test_an_archive_opens_while_somebody_writes(archive: Archive, archive_url: str) -> None:
    with archive.writing() as connection:
        set_fact(connection, "colour", "red")
        with Archive(archive_url, create=False) as other:
            assert other.fact("colour") is None


def test_two_writers_wait_for_each_other(archive_url: str) -> None:
    Archive(archive_url).close()
    prepared = invented()
    failed: list[Exception] = []

    def add(part: int) -> None:
        try:
            with Archive(archive_url) as own:
                batch = own.begin_batch(str(part))
                for number in range(len(prepared)):
                    own.add(batch, [prepared[(part + number) % len(prepared)]])
        except RiwayaError as error:
            failed.append(error)

    threads = [threading.Thread(target=add, args=(part,)) for part in (0, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with Archive(archive_url) as archive, archive.reading() as connection:
        assert sorted(connection.scalars(select(schema.reports.c.n))) == list(range(1, 8))


# ---- what is kept -------------------------------------------------------------------------------------


def test_a_reading_comes_back_byte_for_byte(archive: Archive) -> None:
    for told in (
        "اتهمت تركيا قوات النظام بقصف نقطة مراقبة في مورك.\n\nوقالت: «سنرد».",
        "x",
        "ـ \u202b نعم \ufeff",
    ):
        prepared = ready(told)
        archive.add(archive.begin_batch("-"), [prepared])
        number = archive.report(prepared.report["key"]).n
        assert to_json(archive.read(number)) == to_json(read(told))


def test_a_text_that_was_removed_is_empty_and_has_no_words(archive: Archive) -> None:
    keys = fill(archive)
    number = archive.report(keys[0]).n
    with archive.writing() as connection:
        connection.execute(delete(schema.texts).where(schema.texts.c.report == number))
    assert archive.text(number) == ""
    with archive.reading() as connection:
        assert texts_of(connection, [number, number + 1])[number] == ""
        assert readings_of(connection, [number])[number].report.text == ""


def test_there_is_no_reading_of_a_report_without_one(archive: Archive) -> None:
    with pytest.raises(UsageError, match="no reading"):
        archive.read(4711)


@pytest.mark.parametrize("shorten", [lambda key: key, lambda key: key[:9], lambda key: f" {key.upper()} "])
def test_a_report_is_meant_by_its_key_or_its_beginning(
    archive: Archive, shorten: Callable[[str], str]
) -> None:
    for key in fill(archive):
        assert archive.report(shorten(key)).key == key


def test_a_report_is_meant_by_its_checksum(archive: Archive) -> None:
    prepared = ready("دخلت قافلة مساعدات إلى مخيم الركبان.")
    archive.add(archive.begin_batch("-"), [prepared])
    id = prepared.report["id"]
    for reference in (id, id[:20], id.removeprefix("sha256:"), id.removeprefix("sha256:")[:9]):
        assert archive.report(reference).id == id


@pytest.mark.parametrize(
    "reference", ["", " ", "r0000", "%", "r%", "_", "sha256:zz", "r\x00", "\udcff", "تقرير"]
)
def test_what_means_no_report_is_said(archive: Archive, reference: str) -> None:
    fill(archive)
    with pytest.raises(UsageError, match="no report"):
        archive.report(reference)


def test_what_means_several_reports_names_them(archive: Archive) -> None:
    keys = sorted(fill(archive))
    with pytest.raises(UsageError, match="several reports") as caught:
        archive.report("r")
    assert ", ".join(keys[:5]) in str(caught.value)


def test_claims_have_their_actors_places_and_links(archive: Archive) -> None:
    fill(archive)
    part, actors, claims = schema.claim_actors, schema.actors, schema.claims
    with archive.reading() as connection:
        accused = connection.execute(
            select(claims.c.type)
            .select_from(
                claims.join(part, part.c.claim == claims.c.n).join(actors, actors.c.n == part.c.actor)
            )
            .where(actors.c.id == "russia", part.c.role == SPEAKER)
        ).all()
        assert {row.type for row in accused} >= {"SHELTER"}
        at = select(func.count()).select_from(schema.claim_places)
        assert connection.scalar(at)
        assert connection.scalar(select(func.count()).select_from(part).where(part.c.role == AGENT))
        ends = {
            *connection.scalars(select(schema.links.c.source)),
            *connection.scalars(select(schema.links.c.target)),
        }
        assert ends <= set(connection.scalars(select(claims.c.n)))


def test_facts_are_set_and_set_anew(archive: Archive) -> None:
    for value in ("one", "two", "'; --"):
        with archive.writing() as connection:
            set_fact(connection, "colour", value)
        assert archive.fact("colour") == value


def test_statistics_and_forgetting_leave_the_archive_as_it_is(archive: Archive) -> None:
    keys = fill(archive)
    counts = archive.count()
    archive.refresh_statistics()
    archive.forget_for_good()
    assert archive.count() == counts
    assert archive.known(keys) == set(keys)


# ---- what goes wrong ----------------------------------------------------------------------------------


def test_damage_to_what_is_kept_is_said(archive: Archive) -> None:
    keys = fill(archive)
    with archive.writing() as connection:
        connection.execute(update(schema.readings).values(body=zlib.compress(b"{}")))
    number = archive.report(keys[0]).n
    with pytest.raises(ArchiveError):
        archive.read(number)
    with archive.writing() as connection:
        connection.execute(update(schema.texts).values(body=b"no text"))
    with pytest.raises(ArchiveError):
        archive.text(number)


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("a letter\n" * 200)
    with pytest.raises(ArchiveError, match="not a database"):
        Archive(path)
    assert path.read_text().startswith("a letter")


def test_a_folder_and_a_missing_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is a folder"):
        Archive(tmp_path)
    with pytest.raises(ArchiveError, match="no folder for it"):
        Archive(tmp_path / "missing" / "a.riwaya")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["أرشيف.riwaya", "a b?c#d%20.riwaya", "x;y'z.riwaya", "a:b@c.riwaya"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    for given in (tmp_path / name, str(tmp_path / name)):
        with Archive(given) as archive:
            assert archive.name == str(tmp_path / name)
    assert (tmp_path / name).is_file()


def test_a_file_in_use_by_somebody_who_does_not_let_go_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.riwaya"
    with (
        Archive(path) as first,
        Archive(path, patience=0.05) as second,
        first.writing(),
        pytest.raises(ArchiveError, match="locked"),
    ):
        second.begin_batch("late")


def test_a_file_that_may_only_be_read_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.riwaya"
    with Archive(path) as archive:
        keys = fill(archive)
    with Archive(f"sqlite:///file:{path}?mode=ro&uri=true", create=False) as archive:
        assert archive.known(keys) == set(keys)
        with pytest.raises(ArchiveError):
            archive.begin_batch("-")


def test_a_python_without_full_text_search_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "_MODULE", "fts0")
    with pytest.raises(ArchiveError, match="FTS5"):
        Archive(tmp_path / "a.riwaya")


@pytest.mark.parametrize(
    "url", ["mysql://u:geheim@h/d", "postgresql://u:geheim@127.0.0.1:1/d", "ftp://u:geheim@h/x"]
)
def test_a_password_is_shown_to_nobody(url: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive(url)
    assert "geheim" not in str(caught.value)
    assert "geheim" not in caught.value.archive


def test_a_server_that_is_not_there_is_said_in_plain_words() -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive("postgresql://u:geheim@127.0.0.1:1/d")
    assert caught.value.archive == "postgresql://u:***@127.0.0.1:1/d"
    assert caught.value.problem == "cannot be reached: Connection refused"


def test_a_database_that_is_not_there_is_said_in_the_words_of_the_server(postgresql: Server) -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive(postgresql.url("nowhere"))
    assert caught.value.archive == postgresql.url("nowhere")
    assert caught.value.problem == 'the database says: database "nowhere" does not exist'


def test_the_name_of_an_archive_has_no_password(postgresql: Server) -> None:
    url = postgresql.url("postgres").replace("riwaya@", "riwaya:geheim@")
    engine = dialect.make_engine(url)
    assert "geheim" not in str(engine.url)
    engine.dispose()


@pytest.mark.parametrize("url", ["://", "postgresql://[", "postgresql://u:geheim@h:port/d", "postgres:///"])
def test_an_address_that_is_none_is_an_error(url: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive(url)
    assert "geheim" not in str(caught.value)


def test_a_connection_that_is_cut_is_an_error_and_comes_back(postgresql: Server) -> None:
    postgresql.run("CREATE DATABASE cut TEMPLATE template0")

    def ask(archive: Archive) -> None:
        with archive.reading() as connection:
            own = connection.scalar(text("SELECT pg_backend_pid()"))
            postgresql.run(f"SELECT pg_terminate_backend({own}, 5000)")
            connection.execute(select(schema.reports)).all()

    with Archive(postgresql.url("cut")) as archive:
        with pytest.raises(ArchiveError):
            ask(archive)
        assert archive.count() == EMPTY
    postgresql.run("DROP DATABASE cut WITH (FORCE)")

"""What is removed for good is nowhere: not in a table, not in the file, not behind a compressed body."""

from __future__ import annotations

import json
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import select, text, update

import riwaya
from archive.invented import MARKET, STRIKE, as_decided, as_read, claim_at, said_by, take_in
from riwaya.archive import Archive, overwriting, prepare, redaction, schema, searching
from riwaya.archive.blotting import Blot
from riwaya.archive.codec import DICTIONARY, pack_bytes
from riwaya.archive.deciding import decide
from riwaya.archive.decisions import Target
from riwaya.archive.redaction import find_name, redact_name, redact_text, same_text
from riwaya.archive.searching import make_anew, stems_of
from riwaya.archive.writing import insert_reports
from riwaya.errors import ArchiveError, UsageError

BY = {"who": "Rana", "why": "asked to"}
LETTER = (
    "رسالة من سالم الدرعاني\n"
    "وقال سالم الدِّرعاني إن وسالم الدرعانى اسمه، وإن سيارة سالم الدرعاني قصفت أمس. #سالم_الدرعاني يشكر النشامى."
)
ADDRESS = "https://example.org/news/%D8%B3%D8%A7%D9%84%D9%85-%D8%A7%D9%84%D8%AF%D8%B1%D8%B9%D8%A7%D9%86%D9%8A"


NAME = "سالم الدرعاني"
CHANNEL = "قناة-سالم-الدرعاني"
ENCODED = quote("سالم الدرعاني")


def take_in_as(archive: Archive, text: str, outlet: str, uri: str | None, source: str) -> str:
    """Read one report, with where it was found, into the archive; returns its key."""
    reading = riwaya.read(text, published="2020-01-02", outlet=outlet)
    reading = replace(reading, report=replace(reading.report, uri=uri))
    report = prepare(reading, source)
    archive.add(archive.begin_batch(source), [report])
    return str(report.report["key"])


def everything(archive: Archive) -> bytes:
    """Every value of every table, what is compressed also as it was, and the bytes of the files."""
    found: list[bytes] = []
    with archive.reading() as connection:
        if connection.dialect.name == "sqlite":
            names = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        else:
            names = connection.scalars(
                text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
            ).all()
        for name in names:
            for row in connection.execute(text(f'SELECT * FROM "{name}"')):  # noqa: S608 - its own names
                for value in row:
                    found += _forms(value)
    path = Path(archive.name)
    found += [file.read_bytes() for file in path.parent.glob(path.name + "*") if file.is_file()]
    return b"\n".join(found)


def _forms(value: Any) -> list[bytes]:
    if not isinstance(value, bytes | memoryview):
        return [str(value).encode()]
    data = bytes(value)
    found = [data]
    both: tuple[dict[str, Any], ...] = ({}, {"zdict": DICTIONARY})
    for options in both:
        try:
            found.append(zlib.decompressobj(**options).decompress(data))
        except zlib.error:
            continue
    return found


def searched(archive: Archive, stem: str) -> set[int]:
    """The numbers of the reports that the search index has a stem for."""
    with archive.reading() as connection:
        if connection.dialect.name == "sqlite":
            found = connection.scalars(
                text("SELECT rowid FROM search WHERE search MATCH :stem"), {"stem": f'"{stem}"'}
            )
        else:
            found = connection.scalars(
                text("SELECT report FROM search WHERE stems @@ to_tsquery('simple', :stem)"), {"stem": stem}
            )
        return set(found)


WORDS = ("الدرعاني", "درعان", "القصف", "وزارة الدفاع", "طائراته", "روسيه", "انسحاب")


def test_the_tests_own_search_finds_what_is_there(archive: Archive) -> None:
    take_in(archive, STRIKE)
    found = everything(archive).decode("utf-8", "replace")
    assert "وزارة الدفاع" in found
    assert "الدرعاني" in found
    assert searched(archive, stems_of("الدرعاني"))


def test_a_removed_text_is_nowhere(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    read = as_read(archive, key)
    why = "قيل في النص: طائراته"
    decide(archive, Target(key, "claim", claim_at(read, "قصفت").id), "accept", who="Rana", why=why)
    batch = archive.begin_batch("again")
    row = {"source": "a.txt", "id": read.report.id, "reason": "x", "payload": pack_bytes(STRIKE.encode())}
    archive.reject(batch, [row])
    done = redact_text(archive, [key], **BY)
    assert done.reports == (key,)
    left = everything(archive)
    for word in (*STRIKE.split(), *stems_of(STRIKE).split()):
        if len(word) > 3 and word not in MARKET and word not in stems_of(MARKET).split():
            assert word.encode() not in left or word.encode() in _registry(archive), word
    assert archive.text(archive.report(key).n) == ""
    assert searched(archive, stems_of("سوق")) == {archive.report(other).n}
    kept = archive.report(key)
    assert (kept.outlet, kept.day, kept.title, kept.uri) == ("enab", "2020-01-02", None, None)
    assert kept.redacted is not None


def _registry(archive: Archive) -> bytes:
    """Names of actors, kinds and ids: words that are the pack's, not a report's."""
    with archive.reading() as connection:
        names = list(connection.scalars(select(schema.actors.c.name_ar)))
        names += connection.scalars(
            select(schema.places.c.name_ar).where(schema.places.c.method != "unresolved")
        )
    return " ".join(map(str, names)).encode()


def test_a_removed_text_does_not_come_back(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    redact_text(archive, [key], **BY)
    prepared = prepare(riwaya.read(STRIKE, published="2020-01-02", outlet="enab"), "test")
    added = archive.add(archive.begin_batch("again"), [prepared])
    assert (added.new, added.redacted) == (0, 1)
    with pytest.raises(UsageError, match="was removed"):
        decide(archive, Target(key, "claim", "c1"), "accept", who="Rana", why="x")
    assert redact_text(archive, [key], **BY).reports == ()


def test_the_same_text_of_another_outlet_is_named(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    (copy,) = take_in(archive, STRIKE, outlet="sana")
    assert same_text(archive, key) == sorted((key, copy))
    assert redact_text(archive, [key], **BY).also == (copy,)
    assert redact_text(archive, [copy], **BY).also == ()


def test_a_removed_name_is_nowhere_and_all_offsets_hold(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    before, said = as_read(archive, key), said_by(as_read(archive, key), "وأضاف")
    decide(
        archive, Target(key, "attribution", said.id), "correct", after={"source_actors": ["sohr"]},
        who="Rana", why="سالم الدرعاني يعمل هناك",
    )  # fmt: skip
    done = redact_name(archive, "سالم الدرعاني", [key], **BY)
    assert (done.reports, done.times) == ((key,), 1)
    left = everything(archive)
    for word in ("سالم", "الدرعاني"):
        assert word.encode() not in left, word
        assert searched(archive, stems_of(word)) == set()
    after = as_read(archive, key)
    assert len(after.report.text) == len(before.report.text)
    assert [c.anchor for c in after.claims] == [c.anchor for c in before.claims]
    name = said.speaker.name if said.speaker else None
    assert name is not None
    assert after.report.text[name.start : name.end] == "████ ████████"
    assert as_decided(archive, key).attributions[2].source_actors == ("sohr",)
    assert searched(archive, stems_of("انسحاب")) == {archive.report(key).n}
    assert as_read(archive, other).report.text == MARKET


def test_a_name_is_removed_in_every_spelling_from_title_address_and_refused_input(archive: Archive) -> None:
    reading = riwaya.read(LETTER, published="2020-01-02", outlet="enab")
    report = prepare(reading, "سالم-الدرعاني.txt")
    report.report["uri"] = ADDRESS
    archive.add(archive.begin_batch("سالم الدرعاني"), [report])
    row = {"source": "x", "id": "y", "reason": "سالم الدرعاني", "payload": pack_bytes(LETTER.encode())}
    archive.reject(1, [row])
    take_in(archive, STRIKE)
    found = find_name(archive, "سالم الدرعاني", None)
    assert found.forms == {
        "سالم الدرعاني": 3, "سالم الدرعانى": 1, "سالم الدِّرعاني": 1, "سالم_الدرعاني": 1,
        "سالم-الدرعاني": 2,
    }  # fmt: skip
    done = redact_name(archive, "سالم الدرعاني", None, who="Rana", why="سالم الدرعاني asked")
    assert (len(done.reports), done.times) == (2, 8)
    left = everything(archive)
    for word in ("سالم", "الدرعاني", "الدرعانى", "الدِّرعاني", ADDRESS.rpartition("/")[2]):
        assert word.encode() not in left, word
    kept = archive.report(report.report["key"])
    assert (kept.title, kept.uri) == ("رسالة من ████ ████████", None)
    assert "و████ ████████ اسمه" in archive.text(kept.n)


def words_left(archive: Archive) -> list[str]:
    """Which parts of the name are still somewhere, as they are or encoded for addresses or in JSON."""
    left = everything(archive)
    forms = [f for word in NAME.split() for f in (word, quote(word), quote(quote(word)), ascii(word)[1:-1])]
    return [form for form in forms if form.encode() in left or form.lower().encode() in left]


def test_a_name_is_removed_from_outlets_addresses_batches_and_refused_input(archive: Archive) -> None:
    named = take_in_as(archive, MARKET, CHANNEL, None, "market.txt")
    found_at = take_in_as(archive, STRIKE.replace(NAME, "هناك"), "enab", ADDRESS, ADDRESS)
    filed = take_in_as(archive, MARKET + " وأكد ذلك شهود.", "enab", None, f"{quote(ENCODED)}.txt")
    said = take_in_as(
        archive, f"{LETTER} https://example.org/?q={ENCODED.replace('%20', '+')}", "enab", None, "x"
    )
    payload = json.dumps({"text": LETTER, "link": ADDRESS}).encode()
    row = {"source": ADDRESS, "id": "y", "outlet": CHANNEL, "reason": ENCODED, "payload": pack_bytes(payload)}
    archive.reject(1, [row])
    take_in_as(archive, MARKET + " وأضاف أن القصف استمر.", "sana", None, "other.txt")
    assert len(words_left(archive)) == 8
    lengths = {key: len(archive.text(archive.report(key).n)) for key in (named, said)}
    done = redact_name(archive, NAME, None, **BY)
    assert done.reports == tuple(sorted((named, found_at, filed, said)))
    assert words_left(archive) == []
    assert {key: len(archive.text(archive.report(key).n)) for key in lengths} == lengths
    assert archive.report(found_at).uri is None
    assert as_read(archive, found_at).report.uri is None
    assert archive.report(filed).source.endswith("█.txt")
    kept, outlet = archive.report(named), "قناة-█████████████"
    assert kept.outlet == outlet == as_read(archive, named).report.outlet
    claims, roles, actors = schema.claims, schema.claim_actors, schema.actors
    with archive.reading() as connection:
        chains = connection.scalars(select(claims.c.chain).where(claims.c.report == kept.n)).all()
        ids = set(connection.scalars(select(actors.c.id)))
        numbers = set(connection.scalars(select(actors.c.n)))
        assert set(connection.scalars(select(roles.c.actor))) <= numbers
    assert chains
    assert all(chain.startswith(f"{outlet} > ") or chain == outlet for chain in chains)
    assert CHANNEL not in ids


def test_an_outlet_that_speaks_itself_is_another_actor_afterwards(archive: Archive) -> None:
    key = take_in_as(
        archive, "قصف الطيران الحربي بلدة الأتارب أمس، ما أدى إلى مقتل 4 مدنيين.", CHANNEL, None, "x"
    )
    actors = schema.actors
    with archive.reading() as connection:
        assert CHANNEL in set(connection.scalars(select(actors.c.id)))
    redact_name(archive, NAME, None, **BY)
    assert words_left(archive) == []
    with archive.reading() as connection:
        assert archive.report(key).outlet in set(connection.scalars(select(actors.c.id)))


def test_a_removed_texts_channel_loses_the_name_too(archive: Archive) -> None:
    key = take_in_as(archive, MARKET, CHANNEL, None, "x")
    redact_text(archive, [key], **BY)
    assert redact_name(archive, NAME, None, **BY).reports == (key,)
    assert words_left(archive) == []
    assert archive.report(key).redacted is not None


@pytest.mark.parametrize("by_name", [False, True])
def test_what_a_batch_was_asked_for_goes_with_its_report(archive: Archive, *, by_name: bool) -> None:
    key = take_in_as(archive, STRIKE, "enab", ADDRESS, ADDRESS)
    id = as_read(archive, key).report.id
    archive.begin_batch("untouched")
    row = {"source": ADDRESS, "id": id, "reason": "x", "payload": None}
    archive.reject(archive.begin_batch(f"again {ADDRESS}"), [row])
    if by_name:
        redact_name(archive, NAME, [key], **BY)
    else:
        redact_text(archive, [key], **BY)
    assert words_left(archive) == []
    with archive.reading() as connection:
        assert "untouched" in set(connection.scalars(select(schema.batches.c.sources)))


def test_a_report_that_comes_in_meanwhile_loses_the_name_too(archive: Archive, archive_url: str) -> None:
    take_in(archive, MARKET)
    late = prepare(riwaya.read(STRIKE, published="2020-01-02", outlet="enab"), "x")
    with ThreadPoolExecutor(1) as threads:
        with Archive(archive_url) as other, other.writing() as connection:
            insert_reports(connection, 1, [late])
            done = threads.submit(redact_name, archive, NAME, None, **BY)
            # Time enough to look before the other has written, if it did not wait.
            time.sleep(1)
        assert done.result(timeout=60).reports == (late.report["key"],)
    assert words_left(archive) == []


@pytest.mark.parametrize("everywhere", [False, True])
def test_many_reports_are_taken_part_by_part(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, *, everywhere: bool
) -> None:
    for module in (redaction, searching, overwriting):
        monkeypatch.setattr(module, "_AT_ONCE", 2)
    keys = take_in(archive, *(f"{STRIKE}\nالخبر رقم {n}." for n in range(5)))
    rejects = [{"source": ADDRESS, "id": f"y{n}", "reason": NAME, "payload": None} for n in range(5)]
    archive.reject(1, rejects if everywhere else [])
    done = redact_name(archive, NAME, None if everywhere else keys, **BY)
    assert (done.reports, done.times) == (tuple(sorted(keys)), 5)
    assert words_left(archive) == []
    assert searched(archive, stems_of("انسحاب")) == {archive.report(key).n for key in keys}
    assert redact_text(archive, keys, **BY).reports == tuple(sorted(keys))
    assert searched(archive, stems_of("انسحاب")) == set()
    assert "طائراته".encode() not in everything(archive)


@pytest.mark.parametrize(
    "words",
    [
        ENCODED,
        f"https://example.org/{quote(NAME.replace(' ', '_'))}/2",
        f"?q={quote(NAME).replace('%20', '+')}",
        quote(quote(NAME)),
        quote(NAME, encoding="cp1256"),
        ascii(NAME),
        "".join(f"&#{ord(letter)};" for letter in NAME),
        f"100% {NAME}",
        f"https://example.org/{quote(NAME + ' قال')[:-3]}",
        rf"\ud83d\ude00 {ascii(NAME)[1:-1]} &#1; %FF",
    ],
)
def test_encoded_names_are_found_and_keep_their_length(words: str) -> None:
    left = Blot(NAME).over(words)
    assert len(left) == len(words)
    assert left != words
    assert Blot(NAME).spans(left) == []


@pytest.mark.parametrize(
    ("name", "words", "left"),
    [
        ("أحمد الخطيب", "ولأحمد الخطيب", "ول████ ██████"),
        ("عبد الله حمدو", "عبدالله حمدو", "███████ ████"),
        ("عبدالله حمدو", "لعبد الله حمدو", "ل███ ████ ████"),
        ("أبو بكر الشامي", "أبي بكر الشامي", "███ ███ ██████"),
        ("خالد بن وليد", "خالد ابن وليد", "████ ███ ████"),
        ("John Doe", "JOHN DOE and Johnny", "████ ███ and Johnny"),
        ("سالم الدرعاني", "سالم\nالدرعاني", "████\n████████"),
        ("سالم الدرعاني", "سالم الحلبي والدرعاني", "سالم الحلبي والدرعاني"),
        ("سامر", "سامراء", "سامراء"),
    ],
)
def test_names_are_found_in_their_forms(name: str, words: str, left: str) -> None:
    assert Blot(name).over(words) == left
    assert Blot(name).over(left) == left


@pytest.mark.parametrize("name", ["", "في", "!!"])
def test_what_is_no_name_is_refused(archive: Archive, name: str) -> None:
    with pytest.raises(UsageError, match="too short"):
        redact_name(archive, name, None, **BY)


def test_somebody_must_answer_for_it(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    with pytest.raises(UsageError, match="name and a reason"):
        redact_text(archive, [key], who="Rana", why=" ")
    assert archive.text(archive.report(key).n) == STRIKE


def test_an_index_that_an_older_reader_filled_forgets_too(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    numbers = {archive.report(key).n, archive.report(other).n}
    with archive.writing() as connection:
        if connection.dialect.name == "sqlite":
            statement = "INSERT INTO search (rowid, stems) VALUES (:n, 'كلمهقديمه')"
            connection.execute(text(statement), {"n": archive.report(key).n})
    redact_text(archive, [key], **BY)
    assert "كلمهقديمه".encode() not in everything(archive)
    assert searched(archive, stems_of("سوق")) == numbers - {archive.report(key).n}


def test_the_index_is_made_anew_from_what_is_kept(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    with archive.writing() as connection:
        make_anew(connection)
    assert searched(archive, stems_of("سوق")) == {archive.report(other).n}
    assert searched(archive, stems_of("انسحاب")) == {archive.report(key).n}


def test_a_matter_loses_the_name_that_a_removed_text_gave_it(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    with archive.writing() as connection:
        matter = {
            "n": 1, "id": "m", "kind": "incident", "type": "ASSAULT", "reports": 1, "outlets": 1, "sides": 1,
            "disputed": False, "label_ar": "طائراته قصفت",
        }  # fmt: skip
        connection.execute(schema.matters.insert(), matter)
        claim = connection.scalar(select(schema.claims.c.n).limit(1))
        connection.execute(schema.matter_claims.insert(), {"matter": 1, "claim": claim})
    redact_text(archive, [key], **BY)
    assert "طائراته".encode() not in everything(archive)


def test_others_that_have_the_file_open_are_told(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db", patience=0.05) as archive, Archive(tmp_path / "a.db") as other:
        (key,) = take_in(archive, STRIKE)
        with other.reading() as connection:
            connection.execute(select(schema.reports)).all()
            with pytest.raises(ArchiveError, match="others have the archive open"):
                redact_text(archive, [key], **BY)
        redact_text(archive, [key], **BY)
        assert "طائراته".encode() not in everything(archive)


def test_unrelated_rows_stay(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    table = schema.reports
    with archive.writing() as connection:
        connection.execute(update(table).where(table.c.key == other).values(title="سالم الدرعاني"))
    redact_name(archive, "سالم الدرعاني", [key], **BY)
    assert archive.report(other).title == "سالم الدرعاني"

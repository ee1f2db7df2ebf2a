"""What readings rest on that were made with a pack of the user's own, in a folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

import riwaya
from cli.helpers import call
from riwaya.archive import Archive, schema
from riwaya.archive.deciding import decide
from riwaya.archive.decisions import Target
from riwaya.archive.dump import dump
from riwaya.archive.packs import note_folder, pack_of
from riwaya.corpus.tellings import register_for
from riwaya.packs import load_pack
from riwaya.packs.pack import PACKS
from riwaya.questions import Desk, Filters
from riwaya.questions.answer import Answer
from riwaya.questions.corroboration import corroboration
from riwaya.questions.matters import matters, view

MARKET = Path(riwaya.__file__).parent / "examples" / "market"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a copy of the example's pack, which may be changed and moved."""
    return Path(shutil.copytree(MARKET / "pack", tmp_path / "own"))


def take_in(url: str | Path, pack: Path) -> Archive:
    """Take the example in with this pack."""
    done = call("ingest", MARKET / "reports", "--pack", pack, "--archive", url, "--jobs", "1")
    assert done.status == 0, done.err
    return Archive(url, create=False)


def disputed(archive: Archive) -> Answer:
    """The origins behind the matter of the market."""
    desk = Desk(archive)
    ids = [str(line.cells[0]) for line in matters(desk, Filters()).lines]
    return corroboration(desk, Filters(), next(id for id in ids if view(desk, id).disputed))


def camps(answer: Answer) -> dict[str, set[str]]:
    """With whom origins stand, by origin."""
    names = [column.name for column in answer.columns]
    at, camp = names.index("origin"), names.index("camp")
    found: dict[str, set[str]] = {}
    for line in answer.lines:
        ids, others = line.cells[at], line.cells[camp]
        assert isinstance(ids, tuple)
        assert isinstance(others, tuple)
        found.update({id: set(others) for id in ids})
    return found


def guards(archive: Archive) -> dict[str, str]:
    with archive.reading() as connection:
        rows = connection.execute(select(schema.reports.c.key, schema.reports.c.guard))
        return {row.key: row.guard for row in rows}


def first_claims(archive: Archive) -> list[tuple[str, str]]:
    """The key of every report that has a claim, and the claim's id."""
    with archive.reading() as connection:
        rows = connection.execute(
            select(schema.reports.c.key, schema.claims.c.id).join(
                schema.claims, schema.claims.c.report == schema.reports.c.n
            )
        )
        return sorted({row.key: row.id for row in rows}.items())


def test_camps_and_interests_are_those_of_the_users_own_pack(archive_url: str, own: Path) -> None:
    with take_in(archive_url, own) as archive:
        answer = disputed(archive)
        found = camps(answer)
        assert found["sardal-forces"] == {"sardal"}
        interest = [column.name for column in answer.columns].index("interest")
        assert "own interest" in {line.cells[interest] for line in answer.lines}
        with archive.reading() as connection:
            register = register_for(connection)
        assert "sardal" in register.camps("sardal-news-agency")
        assert "highland-front" in register.camps("voice-of-the-highlands")
        assert register.outlet("صحيفة بريد الساحل") == "barid-al-sahil"
        assert not any("read again with it" in note for note in answer.notes)

        own.rename(own.with_name("moved"))
        assert any("sardal" in note and "read again with it" in note for note in disputed(archive).notes)

    done = call("reread", "--pack", own.with_name("moved"), "--archive", archive_url)
    assert done.status == 0, done.err
    with Archive(archive_url, create=False) as archive:
        assert camps(disputed(archive)) == found


def test_a_decision_that_changes_nothing_leaves_what_is_guarded(archive_url: str, own: Path) -> None:
    with take_in(archive_url, own) as archive:
        before, places = guards(archive), projected(archive, "places")
        assert any("عين الرمان" in json.dumps(json.loads(g), ensure_ascii=False) for g in before.values())
        for key, claim in first_claims(archive):
            decide(archive, Target(key, "claim", claim), "accept", who="Rana", why="as it is said")
        assert guards(archive) == before
        assert projected(archive, "places") == places


def projected(archive: Archive, *tables: str) -> list[str]:
    """The dump of the projected tables, or of these."""
    wanted = tables or tuple(table.name for table in schema.PROJECTED)
    return [line for line in dump(archive) if json.loads(line)["table"] in wanted]


def change(pack: Path) -> None:
    """Rename a party and an outlet, move a place and put it into another unit."""
    for file, old, new in (
        ("parties.csv", "Highland Front", "Front of the Highlands"),
        ("outlets.csv", "صحيفة منارة سردال|", "جريدة منارة سردال|صحيفة منارة سردال|"),
        ("places.csv", "10.63,60.87,3,sardal:rummana-district", "10.66,60.85,4,sardal:east"),
    ):
        text = (pack / file).read_text(encoding="utf-8")
        assert old in text
        (pack / file).write_text(text.replace(old, new), encoding="utf-8")


def test_after_rereading_names_and_places_are_those_of_the_changed_pack(
    archive_url: str, own: Path, tmp_path: Path
) -> None:
    with take_in(archive_url, own) as archive:
        before = projected(archive)
    change(own)
    with take_in(tmp_path / "fresh.riwaya", own) as fresh:
        expected = projected(fresh)
    assert expected != before
    done = call("reread", "--archive", archive_url, "--jobs", "1")
    assert done.status == 0, done.err
    with Archive(archive_url) as archive:
        assert projected(archive) == expected


def test_a_pack_is_found_where_it_was_noted_last(archive: Archive, own: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(own, tmp_path / "other"))
    with archive.reading() as connection:
        assert pack_of(connection, "sardal") is None
        assert pack_of(connection, "syria") == PACKS / "syria"
    note_folder(archive, load_pack(own))
    note_folder(archive, load_pack(other))
    with archive.reading() as connection:
        assert pack_of(connection, "sardal") == other
    manifest = other / "pack.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"sardal"', '"other"'), encoding="utf-8")
    with archive.reading() as connection:
        assert pack_of(connection, "sardal") is None


def test_a_users_own_copy_of_a_pack_that_ships_counts_as_long_as_it_was_the_last(
    archive: Archive, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(PACKS / "syria", tmp_path / "copy"))
    note_folder(archive, load_pack(copy))
    with archive.reading() as connection:
        assert pack_of(connection, "syria") == copy
    note_folder(archive, load_pack("syria"))
    with archive.reading() as connection:
        assert pack_of(connection, "syria") == PACKS / "syria"


def test_a_folder_beside_which_somebody_works_is_no_pack(
    archive: Archive, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.rename(own.with_name("sardal"))
    monkeypatch.chdir(own.parent)
    assert Path("sardal/pack.toml").is_file()
    with archive.reading() as connection:
        assert pack_of(connection, "sardal") is None

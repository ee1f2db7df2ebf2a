"""The local layer: a form means a party everywhere, and no more once it is withdrawn."""

from __future__ import annotations

import csv
import json
import shutil
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from riwaya.archive import Archive
from riwaya.archive.dump import dump
from riwaya.archive.layer import Entry, add_entry, all_entries, layered_pack, reports_with, withdraw_entry
from riwaya.archive.packs import pack_of
from riwaya.capture import DEFAULT_MAP, CaptureOptions
from riwaya.cli.ingest import ingest
from riwaya.errors import UsageError
from riwaya.packs import Alias, load_pack
from riwaya.packs.layer import layered
from riwaya.reading.reader import Reader
from riwaya.workbench.rooms.layer import alias_rows
from workbench.conftest import EXAMPLE
from workbench.forms import form_of

DENIAL = "ra114057e7d945ca9"
PACK = EXAMPLE / "pack"
FORM = "القلعة"


def source_of(archive: Archive, key: str, attribution: str) -> tuple[str, ...]:
    """Who the source of an attribution is, as it was read."""
    reading = archive.read(archive.report(key).n)
    return next(a.source_actors for a in reading.attributions if a.id == attribution)


def done(client: TestClient, path: str) -> None:
    """Wait until a job is over, and see that it went well."""
    state = ""
    for _try in range(600):
        state = client.get(f"{path}/state").json()["state"]
        if state in ("done", "failed"):
            break
        time.sleep(0.1)
    assert state == "done"


def test_a_correction_is_applied_everywhere_and_withdrawn(client: TestClient, market: Archive) -> None:
    assert source_of(market, DENIAL, "a1") == ("other",)
    page = client.get(f"/report/{DENIAL}/a1").text
    form = form_of(page, "/layer")
    assert form["form"] == [FORM]
    form |= {"party": ["Armed forces of Sardal"], "use": ["body"], "why": ["the seat of the ministry"]}
    answer = client.post("/layer", data=form, follow_redirects=False)
    assert answer.status_code == 303
    done(client, answer.headers["location"])
    assert source_of(market, DENIAL, "a1") == ("sardal-forces",)
    assert market.is_linked()
    (entry,) = client.get("/api/layer").json()
    assert (entry["form"], entry["id"], entry["use"], entry["who"]) == (FORM, "sardal-forces", "body", "Rana")
    rows = client.get("/layer.csv").text.splitlines()
    assert rows[0] == "form,id,use,speaker,valid_from,valid_to,note"
    assert rows[1].startswith(f"{FORM},sardal-forces,body,,,,")
    withdraw = form_of(client.get("/layer").text, "/layer/withdraw")
    answer = client.post("/layer/withdraw", data=withdraw, follow_redirects=False)
    done(client, answer.headers["location"])
    assert source_of(market, DENIAL, "a1") == ("other",)
    assert "withdrawn" in client.get("/layer").text
    assert client.get("/layer.csv").text.count("\n") == 1


def test_decisions_stay_where_the_layer_reads_anew(client: TestClient) -> None:
    accept = form_of(client.get(f"/report/{DENIAL}/c3").text, "/decide", action="accept")
    client.post("/decide", data=accept)
    form = form_of(client.get(f"/report/{DENIAL}/a1").text, "/layer")
    form |= {"party": ["sardal-forces"], "why": ["the seat of the ministry"]}
    answer = client.post("/layer", data=form, follow_redirects=False)
    done(client, answer.headers["location"])
    assert "accepted" in client.get(f"/report/{DENIAL}/c3").text.split("</h1>")[0]


@pytest.mark.parametrize(
    ("form", "party", "use", "said"),
    [
        ("", "Sardal", "name", "a form is a few words"),
        ("...", "Sardal", "name", "a form is a few words"),
        ("كلمة " * 50, "Sardal", "name", "a form is a few words"),
        ("القلعة", "Atlantis", "name", "no party"),
        ("القلعة", "Sardal", "nickname", "no way to mean a party"),
    ],
)
def test_what_makes_no_entry(client: TestClient, form: str, party: str, use: str, said: str) -> None:
    sent = {"form": form, "party": party, "use": use, "why": "a test"}
    token = form_of(client.get(f"/report/{DENIAL}/a1").text, "/layer")["token"]
    answer = client.post("/layer", data={**sent, "token": token}, follow_redirects=False)
    assert answer.status_code == 422
    assert said in answer.text
    assert client.get("/api/layer").json() == []


def test_an_entry_is_laid_over_the_pack_and_tells_in_the_digest(market: Archive) -> None:
    pack = load_pack(PACK)
    entry = add_entry(market, pack, FORM, "sardal-forces", "name", who="Rana", why="a test")
    with pytest.raises(UsageError, match="already"):
        add_entry(market, pack, "القَلعة", "sardal", "name", who="Rana", why="a test")
    over = layered_pack(market, str(PACK))
    assert over.entries == (Alias(FORM, "sardal-forces", "name", None, None, None),)
    assert Reader(over).about.digest != Reader(PACK).about.digest
    assert Reader(over).about.pack == Reader(PACK).about.pack
    assert DENIAL in reports_with(market, [FORM])
    withdraw_entry(market, entry.n)
    assert Reader(layered_pack(market, str(PACK))).about == Reader(PACK).about
    with pytest.raises(UsageError, match="withdrawn already"):
        withdraw_entry(market, entry.n)
    with market.reading() as connection:
        (kept,) = all_entries(connection)
        assert pack_of(connection, pack.id) is not None
    assert kept.withdrawn is not None


def test_an_entry_counts_for_more_than_the_same_form_of_the_pack() -> None:
    pack = load_pack(PACK)
    form = next(a.form for a in pack.aliases if a.id == "sardal")
    entry = Alias(form, "highland-front", "name", None, None, None)
    stray = Alias("شيء", "of-another-pack", "name", None, None, None)
    over = layered(pack, [entry, stray])
    assert [a.id for a in over.aliases if a.form == form and a.speaker is None] == ["highland-front"]
    assert over.entries == (entry,)
    assert layered(pack, [stray]) is pack


def test_ingest_reads_with_the_layer(tmp_path: Path) -> None:
    path = tmp_path / "small.riwaya"
    reports = tmp_path / "reports"
    reports.mkdir()
    with Archive(path) as archive:
        add_entry(archive, load_pack(PACK), FORM, "sardal-forces", "body", who="Rana", why="a test")
    shutil.copy(EXAMPLE / "reports" / "06-sna.txt", reports)
    options = CaptureOptions()
    status = ingest(
        [str(reports)], archive=str(path), pack=str(PACK), fields=DEFAULT_MAP, jobs=1, options=options,
        related=False,
    )  # fmt: skip
    assert status == 0
    with Archive(path) as archive:
        assert source_of(archive, "r", "a1") == ("sardal-forces",)


def test_no_row_of_the_layer_is_a_formula() -> None:
    entry = Entry(1, "=1+1", "sardal-forces", "body", "Rana", "2025-03-15T10:00", "+why", None, None)
    rows = list(csv.DictReader(alias_rows([entry]).splitlines()))
    assert rows[0]["form"] == "'=1+1"


def test_undoing_a_correction_tells_of_its_entry_and_takes_it_back_too(
    client: TestClient, market: Archive
) -> None:
    where = f"/report/{DENIAL}/a1"
    accept = form_of(client.get(where).text, "/decide", action="accept")
    client.post("/decide", data=accept)
    form = form_of(client.get(where).text, "/layer")
    assert form["decision"] != [""]
    form |= {"party": ["sardal-forces"], "why": ["the seat of the ministry"]}
    done(client, client.post("/layer", data=form, follow_redirects=False).headers["location"])
    assert "Withdraw the entry too" not in client.get(where).text
    history = client.get("/review/history").text
    undo = form_of(history, "/undo")
    assert undo["back"] == ["/review/history"]
    answer = client.post("/undo", data=undo, follow_redirects=False)
    assert answer.headers["location"] == where
    page = client.get(where).text
    assert "the entry that came from it still applies everywhere" in page
    assert f'<a href="{where}">its entry still applies everywhere</a>' in client.get("/review/history").text
    answer = client.post("/layer/withdraw", data=form_of(page, "/layer/withdraw"), follow_redirects=False)
    done(client, answer.headers["location"])
    assert f'href="{where}">Back to where you were' in client.get(answer.headers["location"]).text
    assert source_of(market, DENIAL, "a1") == ("other",)
    assert "Withdraw the entry too" not in client.get(where).text
    assert "its entry still applies" not in client.get("/review/history").text


def test_a_dump_holds_the_layer_and_closes_its_words(market: Archive) -> None:
    bare = list(dump(market))
    add_entry(market, load_pack(PACK), FORM, "sardal-forces", "name", who="Rana", why="a test")
    (line,) = set(dump(market)) - set(bare)
    assert {"table": "entries", "form": FORM, "id": "sardal-forces", "use": "name"}.items() <= json.loads(
        line
    ).items()
    (closed,) = (each for each in dump(market, hashed=True) if '"table":"entries"' in each)
    row = json.loads(closed)
    assert (row["who"], row["use"], row["withdrawn"]) == ("Rana", "name", None)
    assert {len(row[name]) for name in ("form", "id", "why")} == {64}

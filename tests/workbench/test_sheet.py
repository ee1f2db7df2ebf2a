"""The coding sheet goes out and comes back through the browser, as `riwaya sheet` does."""

import csv
import io
import os
import re
import stat

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from riwaya.archive import Archive
from riwaya.archive.decisions import all_decisions
from riwaya.archive.redaction import redact_text
from riwaya.workbench import Settings, create_app, sheets
from workbench.forms import form_of
from workbench.team import BASE, logged_in
from workbench.test_adding import finished


def csv_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def written(client: TestClient) -> list[dict[str, str]]:
    response = client.get("/sheet.csv")
    assert response.headers["content-disposition"] == 'attachment; filename="sheet.csv"'
    return csv_rows(response.text)


def given_back(client: TestClient, rows: list[dict[str, str]], **form: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    token = re.search(r'name="token" value="([^"]+)"', client.get("/sheet").text)
    assert token is not None
    files = {"file": ("sheet.csv", out.getvalue().encode(), "text/csv")}
    return client.post("/sheet", data={"token": token[1], "why": "checked", **form}, files=files).text


def decisions(archive: Archive) -> list[str]:
    with archive.reading() as connection:
        return [each.action for each in all_decisions(connection, None)]


def test_a_changed_row_becomes_a_decision_once_it_is_not_only_checked(
    client: TestClient, market: Archive
) -> None:
    rows = written(client)
    rows[0]["status"] = "accept"
    assert "1 decision would be made" in given_back(client, rows, check="1")
    assert decisions(market) == []
    assert "1 decision made" in given_back(client, rows)
    assert decisions(market) == ["accept"]


def test_a_wrong_row_keeps_everything_from_being_decided(client: TestClient, market: Archive) -> None:
    rows = written(client)
    rows[0]["status"] = "accept"
    rows[1]["status"] = "perhaps"
    assert "1 row is wrong; nothing was decided" in given_back(client, rows)
    assert decisions(market) == []


def long_sheet(client: TestClient, monkeypatch: pytest.MonkeyPatch, asked: str = "") -> str:
    """Have a sheet written in the background; returns the address of its job, which is over."""
    monkeypatch.setattr(sheets, "DIRECT", 3)
    away = client.get(f"/sheet.csv{asked}", follow_redirects=False)
    assert away.status_code == 303
    form = form_of(client.get(away.headers["location"]).text, "/sheet/written")
    job = client.post("/sheet/written", data=form, follow_redirects=False).headers["location"]
    assert finished(client, job) == "done"
    return str(job)


def test_a_long_sheet_is_written_in_the_background_and_says_how_far_it_is(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    direct = client.get("/sheet.csv?singles=1&since=2025-03-13").content
    job = long_sheet(client, monkeypatch, "?singles=1&since=2025-03-13")
    page = client.get(job).text
    assert "Writing the coding sheet" in page
    assert "rows written" in page
    assert f'href="{job}/sheet.csv" download' in page
    assert 'href="/sheet?since=2025-03-13&amp;singles=1"' in page
    fetched = client.get(f"{job}/sheet.csv")
    assert fetched.headers["content-disposition"] == 'attachment; filename="sheet.csv"'
    assert fetched.content == direct


def test_a_written_sheet_waits_an_hour_and_goes_with_the_workbench(
    market: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(market, Settings(who="Rana"))
    with TestClient(app, base_url=BASE, headers={"cookie": "riwaya-language=en"}) as client:
        first, second = long_sheet(client, monkeypatch), long_sheet(client, monkeypatch, "?singles=1")
        folder = app.state.sheets.folder
        assert len(list(folder.iterdir())) == 2
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (old,) = (p for p in folder.iterdir() if str(p) in str(app.state.jobs.get(first[6:]).commands))
        os.utime(old, (0, 0))
        assert client.get(f"{first}/sheet.csv").status_code == 404
        assert not old.exists()
        assert "This sheet is gone" in client.get(first).text
        assert client.get(f"{second}/sheet.csv").status_code == 200
    assert not folder.exists()


def test_nobody_gets_a_sheet_with_a_report_that_was_removed_since(
    client: TestClient, market: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = long_sheet(client, monkeypatch)
    key = csv_rows(client.get(f"{job}/sheet.csv").text)[0]["report"]
    redact_text(market, [key], who="Rana", why="a name")
    assert client.get(f"{job}/sheet.csv").status_code == 404


def test_a_sheet_is_for_whoever_asked_for_it(team: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "DIRECT", 3)
    reader, editor = logged_in(team, "reader"), logged_in(team, "editor")
    job = reader.post("/sheet/written").headers["location"]
    assert finished(reader.client, job) == "done"
    assert reader.get(f"{job}/sheet.csv").status_code == 200
    assert editor.get(f"{job}/sheet.csv").status_code == 404
    assert "sheet.csv" not in editor.get(job).text
    assert str(team.state.archive.address) not in editor.get(job).text
    assert str(team.state.sheets.folder) not in editor.get(job).text


def test_one_asks_for_one_long_sheet_at_a_time(team: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team.state.jobs, "_work", lambda: None)
    reader, editor = logged_in(team, "reader"), logged_in(team, "editor")
    job = reader.post("/sheet/written", since="2025-03-13").headers["location"]
    assert reader.post("/sheet/written", since="2025-03-13").headers["location"] == job
    other = reader.post("/sheet/written", since="2025-03-12")
    assert other.status_code == 422
    assert "another sheet is being written for you" in other.text
    assert 'value="2025-03-12"' in other.text
    assert editor.post("/sheet/written", since="2025-03-12").status_code == 303

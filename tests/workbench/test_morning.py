"""The morning: what is new since one looked, by section; what one watches; when one has seen it."""

import re
import time

import pytest
from starlette.testclient import TestClient

from riwaya.archive import Archive
from riwaya.workbench.watching import moment_seen


def post(client: TestClient, path: str, **fields: str) -> int:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/").text)
    assert found is not None
    return client.post(path, data={"token": found[1], **fields}, follow_redirects=False).status_code


def test_who_never_looked_sees_the_last_days(client: TestClient) -> None:
    page = client.get("/").text
    assert "The last days in the archive" in page
    for heading in ("Numbers that changed", "Denials and contradictions", "New matters"):
        assert f">{heading}</h3>" in page
    assert 'href="/matter/mb16a2ee8b9d0"' in page
    assert re.search(r'href="/report/r\w+#c\d+"', page)
    assert "2 copies in" in page


def test_what_one_claim_denies_stands_under_it(client: TestClient) -> None:
    news = client.get("/api/morning").json()
    denials = next(items for name, _heading, items in news["sections"] if name == "denial")
    assert max(len(item["others"]) for item in denials) == 4


def test_a_revised_report_leads_to_what_changed(client: TestClient) -> None:
    assert 'href="/ask/lineage?report=' in client.get("/").text


def test_what_was_seen_is_not_new_any_more(client: TestClient) -> None:
    time.sleep(1.1)  # moments count seconds, and the example was taken in just now
    moment = re.search(r'name="moment" value="([^"]+)"', client.get("/").text)
    assert moment is not None
    assert post(client, "/looked", moment=moment[1]) == 303
    page = client.get("/").text
    assert "New since you last looked" in page
    assert "Nothing came in since." in page
    assert client.get("/api/look").json() == {"when": moment[1]}
    assert "Denials and contradictions" in client.get("/", params={"since": "2025-03-12"}).text


@pytest.mark.parametrize("moment", ["", "soon", "2999-01-01T00:00:00Z"])
def test_a_moment_that_is_none_is_now(client: TestClient, moment: str) -> None:
    assert post(client, "/looked", moment=moment) == 303
    when = client.get("/api/look").json()["when"]
    assert re.fullmatch(r"20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", when)
    assert when < "2999"


def test_what_is_still_coming_in_counts_as_not_seen(market: Archive) -> None:
    with market.writing() as connection:
        connection.exec_driver_sql("update batches set finished = null, started = '2025-01-01T00:00:00Z'")
    with market.reading() as connection:
        assert moment_seen(connection) == "2025-01-01T00:00:00Z"


def test_a_day_that_is_none_is_said(client: TestClient) -> None:
    response = client.get("/", params={"since": "soon"})
    assert response.status_code == 422
    assert "since when?" in response.text


def test_the_morning_is_narrowed_to_what_is_watched(client: TestClient) -> None:
    assert post(client, "/watch", party="الهلال الأحمر السردالي", note="ask them") == 303
    (watched,) = client.get("/api/watched").json()
    assert (watched["kind"], watched["note"]) == ("party", "ask them")
    page = client.get("/").text
    assert "ask them" in page
    whole, mine = (client.get("/api/morning", params={"watching": w}).json() for w in ("", "all"))
    assert 0 < mine["total"] < whole["total"]
    one = client.get("/", params={"watching": f"party {watched['id']}"})
    assert "Only what you watch is shown." in one.text
    assert post(client, "/unwatch", kind="party", id=watched["id"]) == 303
    assert client.get("/api/watched").json() == []
    assert client.get("/", params={"watching": "all"}).status_code == 422


@pytest.mark.parametrize("fields", [{}, {"party": "nobody at all"}, {"place": "nowhere at all"}])
def test_what_the_archive_does_not_know_is_not_watched(client: TestClient, fields: dict[str, str]) -> None:
    assert post(client, "/watch", **fields) == 422
    assert client.get("/api/watched").json() == []


def test_without_the_token_nothing_changes(client: TestClient) -> None:
    status = client.post("/looked", headers={"sec-fetch-site": "cross-site"}).status_code
    assert status == 403
    assert client.get("/api/look").json() == {"when": None}

"""Reports come in through the browser, as `riwaya ingest` takes them in."""

import re
import time

import pytest
from starlette.testclient import TestClient

from riwaya.archive import Archive

REPORT = "قالت وزارة الدفاع في سردال إن ثلاثة جنود أصيبوا في انفجار قرب مدينة رأس القمح يوم الأحد."


def finished(client: TestClient, address: str) -> str:
    """The state of a job when it is over."""
    for _attempt in range(300):
        state = client.get(f"{address}/state").json()["state"]
        if state in ("done", "failed"):
            return str(state)
        time.sleep(0.1)
    return "still running"


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/add").text)
    assert found is not None
    return found[1]


def test_a_pasted_report_is_read_and_found(client: TestClient, market: Archive) -> None:
    before = market.count()["reports"]
    form = {"token": token(client), "text": REPORT, "outlet": "barid", "published": "2025-03-20"}
    response = client.post("/add", data=form, follow_redirects=False)
    assert response.status_code == 303
    assert finished(client, response.headers["location"]) == "done"
    assert market.count()["reports"] == before + 1
    found = client.get("/api/search", params={"text": "انفجار"}).json()
    assert found["total"] == 1


def test_uploaded_files_are_taken_in_and_the_unreadable_ones_kept_with_the_reason(
    client: TestClient, market: Archive
) -> None:
    files = [
        ("files", ("../../etc/one.txt", REPORT.encode(), "text/plain")),
        ("files", ("two.txt", b"\xff\xfe\x00\xd8\x00", "text/plain")),
    ]
    response = client.post("/add", data={"token": token(client)}, files=files, follow_redirects=False)
    assert response.status_code == 303
    assert finished(client, response.headers["location"]) == "done"
    assert market.count()["rejects"] == 1
    assert "two.txt" in client.get("/ask/health", params={"rejects": "1"}).text


@pytest.mark.parametrize(
    ("name", "said"), [("", "there is nothing to add"), ("virus.exe", "such files are not read")]
)
def test_what_cannot_be_added_is_refused_with_advice(client: TestClient, name: str, said: str) -> None:
    files = [("files", (name, b"MZ", "application/octet-stream"))] if name else None
    response = client.post("/add", data={"token": token(client)}, files=files, follow_redirects=False)
    assert response.status_code == 422
    assert said in response.text

"""The coding sheet goes out and comes back through the browser, as `riwaya sheet` does."""

import csv
import io
import re

from starlette.testclient import TestClient

from riwaya.archive import Archive
from riwaya.archive.decisions import all_decisions


def written(client: TestClient) -> list[dict[str, str]]:
    response = client.get("/sheet.csv")
    assert response.headers["content-disposition"] == 'attachment; filename="sheet.csv"'
    return list(csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff"))))


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

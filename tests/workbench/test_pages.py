"""Every question has a page, in both languages, and says what to do where something is wrong."""

import re

import pytest
from starlette.testclient import TestClient

from riwaya.questions.catalogue import QUESTIONS


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", [question.name for question in QUESTIONS])
def test_every_question_has_a_page(client: TestClient, name: str, language: str) -> None:
    response = client.get(f"/ask/{name}", params={"lang": language})
    assert response.status_code == 200
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in response.text


def test_a_question_is_answered_with_ways_to_the_evidence(client: TestClient) -> None:
    response = client.get("/ask/casualties", params={"measure": "killed"})
    assert response.status_code == 200
    assert '<a class="id" href="/report/r' in response.text


def test_the_same_answer_as_csv(client: TestClient) -> None:
    response = client.get("/ask/matters", params={"format": "csv"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.text.startswith("\ufeffmatter,kind,")


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/ask/nothing", 404, "There is nothing here."),
        ("/nowhere", 404, "There is nothing here."),
        ("/report/rffff", 404, "no report"),
        ("/ask/control?place=Atlantis", 422, "Atlantis"),
        ("/ask/matters?since=soon", 422, "is no day"),
        ("/ask/matters?limit=many", 422, "is no number"),
    ],
)
def test_what_is_wrong_is_said_on_a_page(client: TestClient, path: str, status: int, said: str) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert said in response.text
    assert response.headers["content-type"].startswith("text/html")


def test_a_report_is_shown_beside_its_claims(client: TestClient) -> None:
    key = client.get("/api/matters").json()["rows"][0]["evidence"][0]["report"]
    response = client.get(f"/report/{key}")
    assert response.status_code == 200
    assert 'class="voice ' in response.text


def test_lineage_names_outlets_tells_shares_in_percent_and_moments_to_the_minute(client: TestClient) -> None:
    page = client.get("/ask/lineage?report=re76c17d761646df1").text
    assert "Sardal News Agency" in page
    assert ">62 %<" in page
    assert '<bdi class="day">2025-03-12 11:20</bdi>' in page
    room = client.get("/lineage/re76c17d761646df1").text
    pairs = re.findall(r'<td class="number"><a href="([^"]+)#sides"><bdi>(\d+) %</bdi>', room)
    assert len(pairs) == len({address for address, _share in pairs}) == 3
    assert "cites, " in room

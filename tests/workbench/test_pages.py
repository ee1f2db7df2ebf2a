"""Every question has a page, in both languages, and says what to do where something is wrong."""

import re

import pytest
from starlette.testclient import TestClient

from riwaya.questions.catalogue import QUESTIONS
from riwaya.workbench.rendering import phrase


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


@pytest.mark.parametrize(
    "path", ["/", "/disputes", "/timeline", "/map", "/review", "/sheet", "/audit", "/ask/claims"]
)
def test_attributes_are_written_as_html_knows_them(client: TestClient, path: str) -> None:
    assert not re.search(r"=\\[\"']", client.get(path).text)


def test_days_are_broken_across_no_lines(client: TestClient) -> None:
    assert '<th scope="row"><bdi class="day">2025-03-1' in client.get("/timeline?step=day").text
    assert '<bdi class="day">2025-03-1' in client.get("/disputes").text
    assert phrase("في 2025-03-12") == 'في <bdi class="day">2025-03-12</bdi>'
    assert phrase("\u20682025-03-12 (morning)\u2069") == '<bdi class="day">2025-03-12 (morning)</bdi>'
    assert (
        phrase("\u20682025 (a very long name of a place)\u2069")
        == "<bdi>2025 (a very long name of a place)</bdi>"
    )


@pytest.mark.parametrize("path", ["/disputes", "/audit", "/sheet", "/ask/claims"])
def test_every_choice_has_words(client: TestClient, path: str) -> None:
    assert not re.search(r"<option[^>]*></option>", client.get(path).text)


def test_a_story_of_one_report_may_have_passages_in_common(client: TestClient) -> None:
    """What the reading room says of a passage that is shared, the page of the lineage does not deny."""
    room = client.get("/report/r51cc1b2ea1b3c1c7").text
    page = client.get("/lineage/r51cc1b2ea1b3c1c7").text

    assert "has text in" in room
    assert "a passage" in room
    assert "shares its wording" not in page
    assert '<a href="/ask/lineage?report=r51cc1b2ea1b3c1c7">Passages that it shares' in page

"""The rooms of places, days and stories: the same with and without script, and as data."""

import json
import re

import pytest
from starlette.testclient import TestClient

from riwaya.archive import Archive
from riwaya.cli.serve import serve_command
from riwaya.errors import UsageError
from riwaya.questions.story import Edge, Graph, Node
from riwaya.workbench import Settings, create_app
from riwaya.workbench.folding import ELSEWHERE, LANES, NODES, laid_out
from riwaya.workbench.guard import HEADERS
from riwaya.workbench.mapped import first_day
from workbench.conftest import BASE

TILES = "https://tiles.example.org/{z}/{x}/{y}.png"
TOWN = "sardal:ayn-al-rumman"


def test_the_map_lists_every_place_with_what_draws_it(client: TestClient) -> None:
    page = client.get("/map").text

    assert f'data-id="{TOWN}" data-lon="60.87" data-lat="10.63" data-km="3.0"' in page
    assert "in dispute" in page
    assert "last said on" in page
    assert 'data-days="2025-03-12 2025-03-13 2025-03-14 2025-03-15"' in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("until=2025-03-11", "Nothing is said of any place"),
        ("until=2025-03-12&window=1", "Published from 2025-03-12 to 2025-03-12"),
        ("window=0", "Published on any day"),
        ("window=3", '<option value="3" selected>'),
        ("until=2025-03-14&window=0", "Published up to 2025-03-14"),
        ("party=barid&until=0001-01-01&window=365", "no party"),
        ("until=0001-01-02&window=365", "Published from 0001-01-01"),
        ("until=soon", "is no day"),
        ("window=-1", "is no number"),
    ],
)
def test_days_are_chosen_by_address(client: TestClient, asked: str, said: str) -> None:
    assert said in re.sub("</?bdi[^>]*>", "", client.get(f"/map?{asked}").text)


def test_the_claims_of_a_place_lead_to_their_reports(client: TestClient) -> None:
    page = client.get("/map/place", params={"id": TOWN, "until": "2025-03-15", "window": "30"}).text

    assert '<blockquote class="said" lang="ar" dir="rtl">' in page
    assert 'href="/report/r' in page
    assert 'href="/map?until=2025-03-15&amp;window=30"' in page
    assert client.get("/map/place").status_code == 422


def test_the_map_is_data_too(client: TestClient) -> None:
    rows = client.get("/api/map").json()["rows"]
    claims = client.get(f"/api/places/{TOWN}/claims", params={"limit": 2}).json()

    assert rows[0]["place"] == [TOWN]
    assert (rows[0]["lon"], rows[0]["lat"], rows[0]["uncertainty_km"]) == (60.87, 10.63, 3.0)
    assert claims["total"] == rows[0]["claims"]
    assert len(claims["rows"]) == 2
    assert client.get(f"/api/places/{TOWN}/claims?since=soon").status_code == 422


def test_only_tiles_that_were_asked_for_may_be_loaded(market: Archive) -> None:
    app = create_app(market, Settings(tiles=TILES))
    response = TestClient(app, base_url=BASE).get("/map")

    assert "img-src 'self' data: https://tiles.example.org;" in response.headers["content-security-policy"]
    assert f'data-tiles="{TILES}"' in response.text
    assert "example" not in HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address",
    [
        "https://tiles.example.org/",
        "file:///{z}/{x}/{y}",
        "//{z}{x}{y}",
        "https://a b; script-src/{z}/{x}/{y}",
    ],
)
def test_what_is_no_address_of_tiles_is_refused(address: str) -> None:
    command = serve_command()
    with pytest.raises(UsageError, match="is no address of tiles"):
        command.make_context("serve", ["--tiles", address])


def test_a_window_ends_where_time_does() -> None:
    assert first_day("2025-03-15", 30) == "2025-02-14"
    assert first_day("0001-01-01", 30) == "0001-01-01"


@pytest.mark.parametrize("split", ["type", "mode", "side"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_timeline_draws_and_lists(client: TestClient, split: str, language: str) -> None:
    page = client.get("/timeline", params={"split": split, "lang": language}).text

    assert '<svg class="bars"' in page
    assert page.count("/ask/claims?since=2025-03-12&amp;until=2025-03-12") >= 2
    assert "/ask/claims?after=2025-03-12&amp;before=2025-03-12" in page


def test_a_bar_counts_what_its_list_has(client: TestClient) -> None:
    rows = client.get("/api/timeline").json()["rows"]
    for row in rows:
        asked = {"since": row["from"], "until": row["to"], "type": row["type"]}
        assert client.get("/api/claims", params=asked).json()["total"] == row["said"]
        asked = {"after": row["from"], "before": row["to"], "type": row["type"]}
        assert client.get("/api/claims", params=asked).json()["total"] == row["happened"]


def test_a_story_is_drawn_and_two_reports_stand_side_by_side(client: TestClient) -> None:
    report, of = "re76c17d761646df1", "r00e877dec2ad0fc6"
    page = client.get(f"/lineage/{report}", params={"report": report, "of": of}).text

    assert '<svg class="story"' in page
    assert "earliest of the story" in page
    assert '<tr class="same">' in page
    assert '<tr class="differs">' in page
    sides = client.get("/api/compared", params={"report": report, "of": of}).json()
    assert any(piece["same"] for piece in sides["pieces"])
    assert client.get("/api/compared", params={"report": of, "of": report}).status_code == 404
    assert {edge["of"] for edge in client.get(f"/api/stories/{report}").json()["edges"]} >= {of}


def test_a_key_may_be_cut_short(client: TestClient) -> None:
    response = client.get("/lineage/re76c17", follow_redirects=False)

    assert response.headers["location"] == "/lineage/re76c17d761646df1"


def crowd(size: int, outlets: int) -> Graph:
    """A story that one report began and all others have."""
    nodes = tuple(
        Node(f"r{n:04}", f"outlet-{n % outlets}", f"2025-01-{n % 28 + 1:02}", None) for n in range(size)
    )
    ordered = tuple(sorted(nodes, key=lambda node: (node.published or "", node.key)))
    return Graph(ordered, tuple(Edge(n.key, ordered[0].key, "near", 0.9) for n in ordered[1:]))


def test_hundreds_of_reports_are_folded() -> None:
    graph = crowd(400, 30)

    layout = laid_out(graph, "r0399")

    assert len(layout.dots) <= NODES + LANES + 1
    assert len(layout.lanes) <= LANES + 1
    assert layout.lanes[-1] == ELSEWHERE
    assert layout.folded + sum(1 for dot in layout.dots if not dot.folded) == 400
    assert any(dot.node.key == "r0399" and not dot.folded for dot in layout.dots)
    drawn = {dot.node.key for dot in layout.dots}
    assert all(joint.report in drawn and joint.of in drawn for joint in layout.joints)


def test_nothing_is_folded_where_all_is_asked_for() -> None:
    layout = laid_out(crowd(400, 30), "r0399", whole=True)

    assert (len(layout.dots), len(layout.lanes), layout.folded) == (400, 30, 0)
    assert json.dumps(layout.moments) == json.dumps([f"2025-01-{day:02}" for day in range(1, 29)])


def test_a_place_that_the_archive_does_not_know_is_not_found(client: TestClient) -> None:
    answer = client.get("/map/place?id=zz")
    assert answer.status_code == 404
    assert "knows no such place" in answer.text

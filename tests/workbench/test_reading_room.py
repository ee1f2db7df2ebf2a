"""The reading room: claims beside the text, as people decided them, and what can be done with them."""

import html
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from archive.reports import fill, ready
from riwaya.archive import Archive
from riwaya.archive.deciding import decide
from riwaya.archive.decisions import Target
from riwaya.exchange import excerpt
from riwaya.workbench import Settings, create_app
from workbench.team import logged_in

HOSTILE = (
    "<script>alert(1)</script> عنوان </title><!-- \u202e مقلوب\n"
    'قال <b onclick="x()">المتحدث</b> باسم الجيش السوري إن الطائرات قصفت بلدة كفريا &amp; &lt;حلب&gt; \u2066صباحاً\u2069.\n'
    "{{ 7*7 }} ${x} <img src=x onerror=alert(1)> ]]> \x1b[31m"
)


KEYS = "select r.key from reports r order by r.day, r.key"
LATER = (
    "select r.key from reports r where exists"
    " (select 1 from copies c where c.report = r.n and c.kind = 'revises')"
)


def keys(archive: Archive, which: str = KEYS) -> list[str]:
    with archive.reading() as connection:
        return list(connection.exec_driver_sql(which).scalars())


def correction(archive: Archive) -> str:
    """The report of the example that is a later version of another."""
    return keys(archive, LATER)[0]


def text_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_every_claim_has_a_card_with_what_it_says(client: TestClient, market: Archive) -> None:
    for key in keys(market):
        page = client.get(f"/report/{key}").text
        claims = client.get(f"/api/reports/{key}/claims").json()
        assert claims
        for each in claims:
            assert f'<li class="claim" id="{each["claim"]["id"]}"' in page
        assert page.count('class="status status-machine"') == len(claims)
        assert page.count("<dt>how sure</dt>") == len(claims)


def test_a_chain_shows_the_words_that_are_its_evidence(client: TestClient, market: Archive) -> None:
    page = client.get(f"/report/{correction(market)}").text
    assert "وكالة سردال للأنباء" in text_of(page)
    assert re.search(r'aria-controls="s-c\d+-2" data-lights="a\d+"', page)
    assert '<span class="what">Evidence:</span>' in page


def test_versions_and_copies_are_told_with_what_they_changed(client: TestClient, market: Archive) -> None:
    key = correction(market)
    page = client.get(f"/report/{key}").text
    assert "is a later version of" in page
    assert "<ins>" in page
    assert f'href="/lineage/{key}"' in page
    kin = client.get(f"/api/reports/{key}/kin").json()
    assert kin["counts"]["revises"] == 1
    assert any(came for _went, came in kin["versions"][0]["changes"])


def test_a_claim_leads_to_its_matter_and_the_origins_behind_it(client: TestClient, market: Archive) -> None:
    page = client.get(f"/report/{correction(market)}").text
    assert re.search(r'href="/matter/m[0-9a-f]{12}"', page)
    assert '<ul class="origins">' in page


def test_what_people_decided_is_shown_and_told_apart(client: TestClient, market: Archive) -> None:
    key = correction(market)
    claims = [each["claim"] for each in client.get(f"/api/reports/{key}/claims").json()]
    accepted, corrected, rejected = (claim["id"] for claim in claims[:3])
    decide(market, Target(key, "claim", accepted), "accept", who="Rana", why="right")
    patch = {"factuality": "PS+" if claims[1]["factuality"] != "PS+" else "PR+"}
    decide(market, Target(key, "claim", corrected), "correct", after=patch, who="Rana", why="it was hedged")
    decide(market, Target(key, "claim", rejected), "reject", who="Rana", why="nobody says so")
    page = client.get(f"/report/{key}").text
    for id, status in ((accepted, "accepted"), (corrected, "corrected")):
        item = page.partition(f'<li class="claim" id="{id}"')[2].partition("</li>")[0]
        assert f"status-{status}" in item
        assert "Rana" in item
    assert "it was hedged" in page
    assert f'id="{rejected}"' not in page
    assert f'data-claim="{rejected}"' not in page
    assert page.count('action="/undo"') == 3
    assert "nobody says so" in page.partition('<details class="refused">')[2]
    statuses = {
        each["claim"]["id"]: each["status"] for each in client.get(f"/api/reports/{key}/claims").json()
    }
    assert [statuses[id] for id in (accepted, corrected, rejected)] == ["accepted", "corrected", "rejected"]


def test_forms_name_the_claim_and_the_way_back(client: TestClient, market: Archive) -> None:
    key = correction(market)
    page = client.get(f"/report/{key}").text
    item = page.partition('<li class="claim" id="c2"')[2].partition("</article>")[0]
    for action in ("accept", "reject"):
        assert f'name="action" value="{action}"' in item
    assert item.count(f'name="reference" value="{key}/c2"') == 2
    assert item.count(f'name="back" value="/report/{key}?at=c2#c2"') == 2
    assert item.count('name="token"') == 2
    assert f'href="/report/{key}/c2"' in item


def test_a_reader_is_offered_nothing_to_change(team: FastAPI) -> None:
    page = logged_in(team, "reader").get(f"/report/{correction(team.state.archive)}").text
    forms = re.findall(r'<form method="post"[^>]* action="([^"]+)"', page)
    assert set(forms) <= {"/logout"}
    assert "data-adds" not in page
    assert "Add a claim here" not in page


def test_a_citation_has_all_that_it_takes_to_find_the_words(client: TestClient, market: Archive) -> None:
    key = correction(market)
    made = client.get(f"/api/reports/{key}/claims/c2/citation").json()
    report = client.get(f"/api/reports/{key}").json()["report"]
    claim = next(c for c in client.get(f"/api/reports/{key}").json()["claims"] if c["id"] == "c2")
    start, end = claim["content"]["start"], claim["content"]["end"]
    assert made["quotation"] == report["text"][start:end]
    assert made["sha256"] == report["id"].removeprefix("sha256:")
    for part in ("quotation", "speaker", "outlet", "title", "published", "uri", "sha256", "reference"):
        assert made[part] in made["text"]
    assert "SHA-256 of the report" in made["text"]
    assert made["text"] in html.unescape(client.get(f"/report/{key}").text)
    arabic = client.get(f"/api/reports/{key}/claims/c2/citation", params={"lang": "ar"}).json()
    assert arabic["speaker"] == "القوات السردالية"


def test_a_citation_passes_the_gate(client: TestClient, market: Archive) -> None:
    """What the release policy keeps of the words of a claim is not in its citation either."""
    masked = [
        made
        for key in keys(market)
        for each in client.get(f"/api/reports/{key}/claims").json()
        if (made := client.get(f"/api/reports/{key}/claims/{each['claim']['id']}/citation").json()).get(
            "masked"
        )
    ]
    assert masked
    for made in masked:
        rest = set(made["masked"]) - {"address-withheld"}
        assert ("release policy left out or changed words" in made["text"]) == bool(rest)
        withheld = "address-withheld" in made["masked"]
        assert ("Of the address only the outlet's is told" in made["text"]) == withheld


def test_there_is_no_citation_of_what_is_not_there(client: TestClient, market: Archive) -> None:
    key = correction(market)
    assert client.get(f"/api/reports/{key}/claims/c999/citation").status_code == 404
    decide(market, Target(key, "claim", "c2"), "reject", who="Rana", why="no")
    assert client.get(f"/api/reports/{key}/claims/c2/citation").status_code == 404


def test_text_of_a_report_is_never_markup(market: Archive) -> None:
    key = fill(market, HOSTILE)[0]
    client = TestClient(create_app(market, Settings(who="Rana")), base_url="http://127.0.0.1")
    for language in ("ar", "en"):
        page = client.get(f"/report/{key}", params={"lang": language}).text
        for markup in ("<script>alert", "<b onclick", "<img", "</title><!--", "\u202e", "\x1b"):
            assert markup not in page.replace("</title>\n<link", "")
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "{{ 7*7 }}" in text_of(page)
        assert "\u2066" not in page.partition('class="report said"')[2].partition('class="cards"')[0]


def test_a_long_report_comes_in_parts(market: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excerpt.parts_of, "__defaults__", (400, 2))
    client = TestClient(create_app(market, Settings(who="Rana")), base_url="http://127.0.0.1")
    client.cookies.set("riwaya-language", "en")
    key = correction(market)
    claims = [each["claim"]["id"] for each in client.get(f"/api/reports/{key}/claims").json()]
    last = client.get(f"/report/{key}", params={"at": claims[-1]})
    assert f'id="{claims[-1]}"' in last.text
    seen: list[str] = []
    for part in range(1, 20):
        page = client.get(f"/report/{key}", params={"part": part}).text
        seen += re.findall(r'<li class="claim" id="(\w+)"', page)
        if 'rel="next"' not in page:
            break
    assert sorted(seen) == sorted(claims)
    assert client.get(f"/report/{key}", params={"part": 999}).status_code == 200
    assert client.get(f"/report/{key}", params={"part": 0}).status_code == 422


@pytest.mark.parametrize("line", ["ب" * 1_000_000, "كلمة " * 200_000], ids=["one word", "one line"])
def test_a_giant_line_is_cut_for_the_page(market: Archive, line: str) -> None:
    key = fill(market, f"عنوان قصير\n{line}\nقالت الوزارة إن الجيش قصف البلدة.")[0]
    client = TestClient(create_app(market, Settings(who="Rana")), base_url="http://127.0.0.1")
    page = client.get(f"/report/{key}")
    assert page.status_code == 200
    assert len(page.text) < 300_000
    assert re.search(r"Part 1 of 2\d", client.get(f"/report/{key}", params={"lang": "en"}).text)


def test_a_key_that_is_cut_short_leads_to_the_report(client: TestClient, market: Archive) -> None:
    key = keys(market)[0]
    response = client.get(f"/report/{key[:9]}?at=c2", follow_redirects=False)
    assert response.headers["location"] == f"/report/{key}?at=c2"


def test_what_is_told_of_a_report_is_described_for_programs(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    base = "/api/reports/{reference}"
    assert {f"{base}/claims", f"{base}/claims/{{claim}}/citation", f"{base}/kin"} <= set(paths)


def test_the_sources_of_pages_have_no_inline_style_or_script() -> None:
    folder = Path(excerpt.__file__).parents[1] / "workbench" / "templates"
    for name in ("report.html", "room_macros.html"):
        source = (folder / name).read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|\son\w+=|<script(?![^>]*src=)", source)


def test_what_is_held_back_has_no_citation_yet(market: Archive) -> None:
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    text = "رتل عسكري\nقالت مصادر محلية إن رتلا عسكريا للجيش التركي وصل إلى بلدة كفريا."
    new = ready(text, published=today)
    market.add(market.begin_batch("today"), [new])
    key = new.report["key"]
    client = TestClient(create_app(market, Settings(who="Rana")), base_url="http://127.0.0.1")
    client.cookies.set("riwaya-language", "en")
    claims = [each["claim"]["id"] for each in client.get(f"/api/reports/{key}/claims").json()]
    answers = [client.get(f"/api/reports/{key}/claims/{id}/citation") for id in claims]
    held = [answer for answer in answers if answer.status_code == 403]
    assert held
    assert "holds it back" in held[0].json()["title"]
    page = client.get(f"/report/{key}").text
    assert page.count("This claim may not be cited yet") == len(held)
    assert "رتلا عسكريا" in page

"""Deciding at the workbench: each change a form that people fill in, and everything can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

import riwaya
from riwaya.archive import Archive, schema, schema_desk
from riwaya.archive.decided import decided_readings
from riwaya.archive.decisions import all_decisions, current
from riwaya.model import Reading
from riwaya.workbench import Settings, create_app
from riwaya.workbench import people as people_module
from riwaya.workbench.people import Person
from workbench.forms import Fields, form_of

#: The report whose headline has a source that no list has: "القلعة تنفي …".
DENIAL = "ra114057e7d945ca9"
PACK = Path(riwaya.__file__).parent / "examples" / "market" / "pack"


def decided(archive: Archive, key: str) -> Reading:
    """The reading of a report as people decided it."""
    number = archive.report(key).n
    with archive.reading() as connection:
        return decided_readings(connection, [number])[number].reading


def status_of(archive: Archive, key: str, claim: str) -> str | None:
    """The status of a claim in the tables; None where it counts no more."""
    with archive.reading() as connection:
        table = schema.claims
        return connection.scalar(
            table.select()
            .with_only_columns(table.c.status)
            .where(table.c.report == archive.report(key).n, table.c.id == claim)
        )


def page_form(client: TestClient, path: str, **having: str) -> Fields:
    """A form of a page that is sent to /decide."""
    response = client.get(path)
    assert response.status_code == 200
    return form_of(response.text, "/decide", **having)


def send(client: TestClient, path: str, fields: Fields) -> int:
    """Send a form; returns the status of the answer."""
    return client.post(path, data=fields, follow_redirects=False).status_code


def test_a_claim_is_accepted_rejected_and_that_is_undone(client: TestClient, market: Archive) -> None:
    path = f"/report/{DENIAL}/c3"
    assert send(client, "/decide", page_form(client, path, action="accept")) == 303
    assert status_of(market, DENIAL, "c3") == "accepted"
    assert send(client, "/decide", page_form(client, path, action="reject")) == 303
    assert status_of(market, DENIAL, "c3") is None
    undo = form_of(client.get(path).text, "/undo")
    assert send(client, "/undo", undo) == 303
    assert status_of(market, DENIAL, "c3") == "accepted"
    page = client.get(path).text
    assert "taken back" in page
    assert "Bring up to date" in page


def test_the_source_of_an_attribution_is_corrected_by_name(client: TestClient, market: Archive) -> None:
    form = page_form(client, f"/report/{DENIAL}/a1", action="correct")
    assert form["source"] == ["القلعة"]
    form |= {"source_actors": ["Armed forces of Sardal"], "act": ["accuse"], "why": ["the ministry"]}
    assert send(client, "/decide", form) == 303
    said = next(a for a in decided(market, DENIAL).attributions if a.id == "a1")
    assert (said.source_actors, said.act) == (("sardal-forces",), "accuse")
    assert status_of(market, DENIAL, "c1") == "corrected"
    page = client.get(f"/report/{DENIAL}/a1").text
    assert "<del>somebody unlisted</del> → <ins>Armed forces of Sardal</ins>" in page
    with market.reading() as connection:
        (only,) = current(all_decisions(connection))
        audit = connection.execute(schema_desk.audit.select()).one()
    assert only.after == {"source_actors": ["sardal-forces"], "act": "accuse"}
    assert (audit.who, audit.what) == ("Rana", "correct")


def test_every_field_of_a_claim_can_be_corrected(client: TestClient, market: Archive) -> None:
    form = page_form(client, "/report/r51cc1b2ea1b3c1c7/c4", action="correct")
    form |= {
        "type": ["ASSAULT"], "mode": ["heavy-weapons"], "factuality": ["PR+"], "voice": ["unclear"],
        "agent": ["Highland Front", ""], "agent_words": ["جبهة المرتفعات", ""], "agent_words_at": ["", ""],
        "patient": ["", ""], "patient_words": ["مدنيين", ""], "patient_words_at": ["", ""],
        "time_value": ["2025-03-12"], "time_words": ["اليوم الأربعاء"], "time_words_at": [""],
        "measure": ["wounded"], "low": ["٤"], "high": ["6"], "approximate": ["1"], "place": [""],
        "why": ["as the text says"],
    }  # fmt: skip
    form.pop("preliminary")
    assert send(client, "/decide", form) == 303
    reading = decided(market, "r51cc1b2ea1b3c1c7")
    claim = next(c for c in reading.claims if c.id == "c4")
    event, text = claim.event, reading.report.text
    assert (event.type, event.mode, claim.factuality, claim.voice) == (
        "ASSAULT",
        "heavy-weapons",
        "PR+",
        "unclear",
    )
    assert event.agent[0].actor == "highland-front"
    span = event.agent[0].span
    assert span is not None
    assert text[span.start : span.end] == "جبهة المرتفعات"
    assert event.patient[0].actor == "other"  # words alone: somebody whom no registry lists
    assert event.time is not None
    assert event.time.value == "2025-03-12"
    count = event.quantity
    assert count is not None
    assert (count.measure, count.low, count.high, count.approximate, count.preliminary) == (
        "wounded",
        4,
        6,
        True,
        False,
    )
    assert event.place == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "nothing was changed"),
        ({"source": ["كلمات لا وجود لها"]}, "does not have the words"),
        ({"source_actors": ["Atlantis"]}, "no party"),
        ({"act": ["shout"]}, "no Attribution"),
        ({"act": ["accuse"], "why": [" "]}, "needs a reason"),
        ({"act": ["accuse"], "seen": ["0"]}, "somebody changed it meanwhile"),
        ({"parent": ["a77"]}, "no attribution has the id"),
    ],
)
def test_what_makes_no_sense_is_said_on_the_form_and_what_was_typed_stays(
    client: TestClient, market: Archive, changed: Fields, said: str
) -> None:
    form = (
        page_form(client, f"/report/{DENIAL}/a1", action="correct") | {"why": ["because of this"]} | changed
    )
    response = client.post("/decide", data=form, follow_redirects=False)
    assert response.status_code == 422
    assert said in response.text
    again = form_of(response.text, "/decide", action="correct")
    assert again["why"] == [form["why"][0].strip()]
    assert again["source"] == form["source"]
    with market.reading() as connection:
        assert not all_decisions(connection)


def test_two_claims_are_said_to_be_of_one_matter(client: TestClient, market: Archive) -> None:
    form = page_form(client, f"/report/{DENIAL}/c5", action="same-as")
    form |= {"other": ["r51cc1b2ea1b3c1c7/c1"], "why": ["the same shelling"]}
    assert send(client, "/decide", form) == 303
    with market.reading() as connection:
        (only,) = all_decisions(connection)
    assert (only.action, only.target.kind) == ("merge", "matter")


def test_a_claim_and_an_attribution_are_added_from_a_passage(client: TestClient, market: Archive) -> None:
    text = market.read(market.report(DENIAL).n).report.text
    start = text.index("بقصف السوق")
    path = f"/report/{DENIAL}/add?start={start}&end={start + 10}"
    form = page_form(client, path, action="add")
    assert send(client, "/decide", form | {"why": ["missed"]}) == 422  # which event it is has to be said
    form |= {"type": ["ASSAULT"], "agent": ["Highland Front"], "agent_words": [""], "why": ["missed"]}
    assert send(client, "/decide", form) == 303
    claim = next(c for c in decided(market, DENIAL).claims if c.id.startswith("d"))
    assert text[claim.anchor.start : claim.anchor.end] == "بقصف السوق"
    assert client.get(f"/report/{DENIAL}/{claim.id}").status_code == 200
    form = page_form(client, path + "&kind=attribution", action="add")
    form |= {"cue": ["واتهمت"], "source": ["الوزارة"], "source_actors": ["Sardal"], "why": ["missed"]}
    assert send(client, "/decide", form) == 303
    said = next(a for a in decided(market, DENIAL).attributions if a.id.startswith("d"))
    assert said.source_actors == ("sardal",)
    assert client.get(f"/report/{DENIAL}/add?start=3&end=3").status_code == 422


def test_after_a_change_only_pages_of_ours_are_gone_back_to(client: TestClient) -> None:
    form = page_form(client, f"/report/{DENIAL}/c3", action="accept")
    for wanted in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"):
        response = client.post("/decide", data=form | {"back": [wanted]}, follow_redirects=False)
        assert response.headers["location"] == f"/report/{DENIAL}/c3"
    response = client.post("/decide", data=form | {"back": ["/review"]}, follow_redirects=False)
    assert response.headers["location"] == "/review"


def test_whoever_only_reads_changes_nothing(market: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(market, Settings(pack=str(PACK)))
    client = TestClient(app, base_url="http://127.0.0.1", headers={"cookie": "riwaya-language=en"})
    form = page_form(client, f"/report/{DENIAL}/c3", action="accept")
    monkeypatch.setattr(people_module, "person_of", lambda _request: Person("Sami", "reader"))
    for path in ("/decide", "/undo", "/layer", "/layer/withdraw"):
        assert send(client, path, form) == 403
    for path in ("/review", "/review/second", "/review/history", "/review/agreement", "/api/review"):
        assert client.get(path).status_code == 403
    assert client.post("/api/gold", data={"why": "a test"}).status_code == 403
    assert client.get(f"/report/{DENIAL}/add?start=1&end=5").status_code == 403
    assert client.get(f"/report/{DENIAL}/c3").status_code == 200
    assert status_of(market, DENIAL, "c3") == "machine"

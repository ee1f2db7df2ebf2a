"""What makes no sense is told on the page where it was typed, and what was typed stays in the form."""

import html
import re

import pytest
from fastapi import FastAPI
from httpx2 import Response
from starlette.testclient import TestClient

from riwaya.archive import Archive
from workbench.forms import form_of
from workbench.team import logged_in
from workbench.test_adding import REPORT, token

FORM = re.compile(r'<p class="problem" id="problem" role="alert">(.*?)</p>', re.DOTALL)


def told(response: Response) -> str:
    """The problem that a page tells, in words; it is told once."""
    assert response.status_code == 422
    (problem,) = FORM.findall(response.text)
    return html.unescape(re.sub(r"<[^>]+>", "", problem))


@pytest.mark.parametrize(
    ("address", "said", "field"),
    [
        ("/map?place=nowhere", "Place: no place 'nowhere'", "place"),
        ("/map?until=gestern&outlet=manarat-sardal", "'gestern' is no day", "until"),
        ("/map?window=ten", "How many days up to it: 'ten' is no number", "window"),
        ("/timeline?since=gestern", "From (day): 'gestern' is no day", "since"),
        ("/timeline?since=2025-03-14&until=2025-03-12", "the last day lies before the first", "until"),
        ("/timeline?split=weather", "Told apart by: 'weather' is none of", "split"),
        ("/audit?since=gestern", "'gestern' is no day", "since"),
        ("/sheet.csv?outlet=nobody", "Outlet: no report of an outlet 'nobody'", "outlet"),
        ("/sheet.csv?party=nobody", "Party: no party 'nobody'", "party"),
        ("/ask/matters?since=gestern", "From (day): 'gestern' is no day", "since"),
        ("/disputes?place=nowhere", "Place: no place 'nowhere'", "place"),
        ("/?since=gestern", "New since (day): since when?", "since"),
    ],
)
def test_the_field_is_named_marked_and_keeps_what_was_typed(
    client: TestClient, address: str, said: str, field: str
) -> None:
    response = client.get(address)
    assert said in told(response)
    marked = re.findall(r"<(?:input|select)[^>]*aria-invalid[^>]*>", response.text)
    assert len(marked) == 1
    assert f'id="f-{field}"' in marked[0]
    assert 'aria-describedby="problem' in marked[0]
    if "<input" in marked[0]:
        value = re.search(rf"[?&]{field}=([^&]*)", address)
        assert value is not None
        assert f'value="{value[1]}"' in marked[0]
        assert 'type="date"' not in marked[0]
    assert "Something is wrong" not in response.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/review?reason=weather", "nothing waits for the reason 'weather'"),
        ("/review?offset=far", "offset: 'far' is no number"),
        ("/audit?limit=0", "limit: '0' is no number"),
        ("/timeline?place=nowhere&step=day", "no place 'nowhere'"),
    ],
)
def test_what_no_field_of_the_form_asks_for_is_told_above_it(
    client: TestClient, address: str, said: str
) -> None:
    response = client.get(address)
    assert said in told(response)
    assert "<h1>" in response.text


def test_what_else_was_typed_stays_too(client: TestClient) -> None:
    page = client.get("/timeline?place=nowhere&outlet=manarat-sardal&step=week&mode=aerial").text
    assert 'value="manarat-sardal"' in page
    assert '<option value="week" selected>' in page
    assert '<option value="aerial" selected>' in page


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"text": " "}, "there is nothing to add"),
        ({"text": REPORT, "published": "gestern"}, "Published (day): 'gestern' is not a date"),
        ({"text": REPORT, "outlet": "+++"}, "Outlet: the outlet '+++' is not a name"),
        ({"text": REPORT, "title": "ع" * 2001}, "more than 2000 characters"),
    ],
)
def test_a_pasted_report_is_not_lost(
    client: TestClient, market: Archive, form: dict[str, str], said: str
) -> None:
    before = market.count()["reports"]
    whole = {"title": "عنوان", "uri": "https://example.org/1", **form}
    response = client.post("/add", data={"token": token(client), **whole})
    assert said in told(response)
    for value in whole.values():
        assert value in html.unescape(response.text)
    assert market.count()["reports"] == before


def test_beside_files_that_are_not_read_the_pasted_text_stays(client: TestClient) -> None:
    files = {"files": ("virus.exe", b"MZ", "application/octet-stream")}
    response = client.post("/add", data={"token": token(client), "text": REPORT}, files=files)
    assert "Or choose files: virus.exe: such files are not read" in told(response)
    assert REPORT in response.text
    assert "choose them again" in response.text


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"place": "nowhere"}, "Place: no place 'nowhere'"),
        ({"party": "nobody"}, "Party: no party 'nobody'"),
        ({}, "Party: Name a party or a place to watch."),
    ],
)
def test_what_cannot_be_watched_is_told_beside_the_list(
    client: TestClient, form: dict[str, str], said: str
) -> None:
    whole = {**form, "note": "since Sunday"}
    response = client.post("/watch", data={"token": token(client), **whole})
    assert said in told(response)
    for name, value in whole.items():
        assert f'id="f-{name}" name="{name}" value="{value}"' in response.text
    assert 'href="/watch' not in response.text


def test_nothing_is_watched_where_one_of_two_names_is_wrong(team: FastAPI) -> None:
    reader = logged_in(team, "reader")
    response = reader.post("/watch", party="manarat-sardal", place="nowhere")
    assert response.status_code == 422
    assert "Name a party or a place here" in reader.get("/").text


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("", b"", "choose the edited sheet"),
        ("sheet.csv", b"a,b\r\n1,2\r\n", "columns are missing"),
        ("sheet.csv", b"\xff\xfe\x00\xd8\x00", "The edited sheet (CSV)"),
    ],
)
def test_a_file_that_is_no_sheet_is_told_beside_its_field(
    client: TestClient, name: str, body: bytes, said: str
) -> None:
    files = {"file": (name, body, "text/csv")} if name else None
    response = client.post("/sheet", data={"token": token(client), "why": "seen twice"}, files=files)
    assert said in told(response)
    assert 'value="seen twice"' in response.text


def test_programs_are_told_which_parameter_it_is(client: TestClient) -> None:
    answer = client.get("/api/matters?since=gestern")
    assert answer.status_code == 422
    assert answer.json()["title"].startswith("since: 'gestern' is no day")


def test_what_makes_no_entry_stays_in_the_form_of_the_entry(client: TestClient) -> None:
    where = "ra114057e7d945ca9/a1"
    sent = {"reference": where, "form": "القلعة", "party": "Atlantis", "use": "person", "why": "a guess"}
    response = client.post("/layer", data={"token": token(client), **sent})
    assert response.status_code == 422
    form = form_of(response.text, "/layer")
    assert {name: form[name] for name in sent} == {name: [value] for name, value in sent.items()}
    assert re.search(r'<p class="problem" role="alert">[^<]*no party[^<]*Atlantis', response.text)


def test_a_claim_that_is_not_there_stays_in_the_form_of_the_comparison(client: TestClient) -> None:
    sent = {
        "reference": "ra114057e7d945ca9/c3", "other": "r000/c9", "action": "apart-from", "why": "another day",
    }  # fmt: skip
    response = client.post("/decide", data={"token": token(client), **sent})
    assert response.status_code == 422
    form = form_of(response.text, "/decide", action="apart-from")
    assert (form["other"], form["why"]) == (["r000/c9"], ["another day"])
    assert "<details open>" in response.text

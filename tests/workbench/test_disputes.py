"""The list of disputes and a dispute's page: sides in their own words, numbers, notes, who deals with it."""

import csv
import io
import re
from pathlib import Path

import pytest
from sqlalchemy import select, update
from starlette.testclient import TestClient

from riwaya.archive import Archive, schema, schema_desk
from riwaya.questions import Desk
from riwaya.questions.board import board, near
from riwaya.questions.filters import Filters
from riwaya.workbench import Settings, create_app

MARKET = "mb16a2ee8b9d0"
PAGE = f"/matter/{MARKET}"


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(PAGE).text)
    assert found is not None
    return found[1]


def post(client: TestClient, path: str, **fields: str) -> int:
    form = {"token": token(client), **fields}
    return client.post(path, data=form, follow_redirects=False).status_code


def test_each_side_stands_with_its_own_words(client: TestClient) -> None:
    page = client.get(PAGE).text
    for side in ("Highland Front", "Sardal Red Crescent", "Sardal"):
        assert re.search(rf'<h3 id="side-\d">.*<bdi[^>]*>{side}</bdi>', page)
    assert "بقصف السوق الشعبي في بلدة عين الرمان صباح اليوم الأربعاء" in page
    assert re.search(r'href="/report/r51cc1b2ea1b3c1c7#c3"', page)


def test_who_answers_by_blaming_another_does_not_affirm(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert '<span class="stance blames">blames another</span>' in page


def test_numbers_are_drawn_beside_who_gives_them_and_are_in_a_table(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert "6–12" in page
    assert page.count('<svg class="chart"') == 2
    rows = list(csv.DictReader(io.StringIO(client.get(f"{PAGE}/tolls.csv").text.removeprefix("\ufeff"))))
    assert {row["low"] for row in rows} >= {"4", "6", "9", "10", "11", "12"}
    assert {row["superseded"] for row in rows if row["low"] == "4"} == {"yes"}
    assert all(row["evidence"] for row in rows)


def test_what_relates_claims_stands_in_words(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert re.search(r"<bdi[^>]*>Armed forces of Sardal</bdi></b> denies <b><bdi[^>]*>Highland Front", page)
    assert "Origins are counted, not copies; nothing here says who is right." in page


def test_the_sheet_for_paper_has_no_forms(client: TestClient) -> None:
    main = client.get(PAGE, params={"print": "1"}).text.partition("<main")[2]
    assert "<form" not in main
    assert "<details>" not in main


def test_the_beginning_of_an_id_leads_to_the_permanent_link(client: TestClient) -> None:
    response = client.get("/matter/mb16a2", follow_redirects=False)
    assert response.headers["location"] == PAGE


def test_no_such_matter_is_said(client: TestClient) -> None:
    response = client.get("/matter/m000000000000")
    assert response.status_code == 404
    assert "no matter" in response.text


def test_a_note_is_kept_shown_as_text_and_taken_back(client: TestClient, market: Archive) -> None:
    assert post(client, f"{PAGE}/notes", text="ask the <b>hospital</b>") == 303
    assert "ask the &lt;b&gt;hospital&lt;/b&gt;" in client.get(PAGE).text
    (note,) = client.get(f"/api/matters/{MARKET}/notes").json()
    assert (note["who"], note["withdrawn"]) == ("Rana", None)
    assert post(client, f"{PAGE}/notes/{note['n']}/withdraw") == 303
    assert "hospital" not in client.get(PAGE).text
    assert client.get(f"/api/matters/{MARKET}/notes").json()[0]["text"] == ""
    with market.reading() as connection:
        acts = [row.what for row in connection.execute(schema_desk.audit.select())]
    assert acts == ["note", "withdraw note"]


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
def test_an_empty_or_endless_note_is_refused(client: TestClient, text: str) -> None:
    assert post(client, f"{PAGE}/notes", text=text) == 422


def test_a_matter_is_given_to_somebody_and_found_by_it(client: TestClient) -> None:
    assert post(client, f"{PAGE}/assign", assignee="Rana", status="working") == 303
    assert "being worked on, with <bdi" in client.get(PAGE).text
    assert client.get(f"/api/matters/{MARKET}/assignment").json()["status"] == "working"
    mine = client.get("/api/disputes", params={"assigned": "me"}).json()
    assert [entry["id"] for entry in mine["entries"]] == [MARKET]
    assert client.get("/api/disputes", params={"status": "done"}).json()["total"] == 0
    assert f'href="{PAGE}"' in client.get("/").text.partition('id="assigned"')[2].partition("</section>")[0]
    assert post(client, f"{PAGE}/assign", assignee="", status="open") == 303
    assert client.get(f"/api/matters/{MARKET}/assignment").json() is None


def test_an_unknown_status_is_refused(client: TestClient) -> None:
    assert post(client, f"{PAGE}/assign", assignee="Rana", status="cancelled") == 422
    assert client.get("/disputes", params={"status": "cancelled"}).status_code == 422


def test_after_a_change_only_pages_of_ours_are_gone_to(client: TestClient) -> None:
    form = {"token": token(client), "text": "x", "back": "//elsewhere.example/"}
    response = client.post(f"{PAGE}/notes", data=form, follow_redirects=False)
    assert response.headers["location"] == f"{PAGE}#notes"


def test_disputed_matters_come_first_or_alone(client: TestClient) -> None:
    first = client.get("/api/disputes").json()
    assert first["entries"][0]["id"] == MARKET
    assert first["total"] == 10
    only = client.get("/api/disputes", params={"order": "only"}).json()
    assert [entry["disputed"] for entry in only["entries"]] == [True]


def test_the_list_is_narrowed_and_says_so_where_nothing_fits(client: TestClient) -> None:
    page = client.get("/disputes", params={"since": "2024-01-01", "until": "2024-01-02"})
    assert page.status_code == 200
    assert "Nothing fits what you asked for." in page.text
    wrong = client.get("/disputes", params={"party": "nobody at all"})
    assert wrong.status_code == 422
    assert "no party" in wrong.text


def test_an_empty_archive_teaches_where_to_begin(tmp_path: Path) -> None:
    with Archive(tmp_path / "empty.riwaya") as archive:
        client = TestClient(create_app(archive, Settings(who="Rana")), base_url="http://127.0.0.1")
        for path in ("/", "/disputes"):
            page = client.get(path, params={"lang": "en"})
            assert page.status_code == 200
            assert 'href="/add"' in page.text.partition("<main")[2]


def test_the_whole_matter_as_data_names_claims_and_no_numbers(client: TestClient) -> None:
    seen = client.get(f"/api/matters/{MARKET}/view").json()
    claims = {claim["claim"] for claim in seen["claims"]}
    assert {each["source"] for each in seen["relations"]} <= claims
    assert {claim for side in seen["sides"] for claim in side["claims"]} == claims
    assert seen["tolls"][0]["low"] == 6
    assert all("guard" not in claim for claim in seen["claims"])


def test_every_origin_and_stance_has_a_face(market: Archive) -> None:
    (entry,) = board(Desk(market), Filters(), "only").entries
    faces = {(face.party, face.stance, face.blames) for face in entry.faces}
    assert ("sardal", "denies", False) in faces
    assert ("sardal", "affirms", True) in faces
    assert entry.origins == 7
    assert near(Desk(market), MARKET)


def test_what_a_page_keeps_is_made_anew_once_claims_change(client: TestClient, market: Archive) -> None:
    before = client.get(PAGE).text
    with market.writing() as connection:
        connection.exec_driver_sql("update reports set outlet = 'renamed' where key like 'r51cc1b2%'")
        market.touch(connection)
    after = client.get(PAGE).text
    assert "renamed" in after
    assert "renamed" not in before
    assert "matters and copies may be behind" in after


def test_disputes_between_outlets_stand_before_an_outlet_that_contradicts_itself(market: Archive) -> None:
    table = schema.matters
    with market.writing() as connection:
        connection.execute(update(table).values(disputed=True, outlets=2, last="2025-03-10"))
        alone = connection.scalar(select(table.c.id).limit(1))
        connection.execute(update(table).where(table.c.id == alone).values(outlets=1, last="2025-03-15"))
        market.touch(connection)
    for order in ("first", "only"):
        ids = [entry.id for entry in board(Desk(market), Filters(), order).entries]
        assert (len(ids) > 1, ids[-1]) == (True, alone)
    assert board(Desk(market), Filters(), "newest").entries[0].id == alone

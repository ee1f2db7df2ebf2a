"""Who works here: an editor adds, changes and disables accounts, and sees what was done."""

import pytest
from fastapi import FastAPI

from riwaya.errors import UsageError
from riwaya.workbench import accounts
from workbench.team import PASSWORD, logged_in, stranger

OTHER = PASSWORD[::-1]


def names(team: FastAPI) -> dict[str, tuple[str, bool]]:
    with team.state.archive.reading() as connection:
        return {each.name: (each.role, each.disabled) for each in accounts.all_accounts(connection)}


def test_an_editor_adds_changes_and_disables_accounts_and_the_record_says_so(team: FastAPI) -> None:
    editor = logged_in(team, "editor")
    assert editor.post("/people", name=" Adam  B. ", role="reader", password=PASSWORD).status_code == 303
    assert editor.post("/people/role", name="Adam B.", role="coder").status_code == 303
    assert editor.post("/people/password", name="Adam B.", password=OTHER).status_code == 303
    adam = stranger(team)
    assert adam.post("/login", name="adam b.", password=OTHER).status_code == 303
    assert editor.post("/people/switch", name="Adam B.", disabled="1").status_code == 303
    assert adam.get("/").status_code == 303
    assert names(team)["Adam B."] == ("coder", True)
    assert editor.post("/people/switch", name="Adam B.", disabled="0").status_code == 303
    page = editor.get("/people").text
    assert "Adam B." in page
    record = editor.get("/audit?format=csv").text.splitlines()
    assert record[0] == "\ufeffwhen,who,what,about"
    assert [line.partition(",")[2] for line in record[1:]] == [
        "Rana,enable account,Adam B.",
        "Rana,disable account,Adam B.",
        "Adam B.,log in,",
        "Rana,reset password,Adam B.",
        "Rana,change role,Adam B. (coder)",
        "Rana,add account,Adam B. (reader)",
    ]


def test_the_record_is_narrowed_to_people_acts_and_days(team: FastAPI) -> None:
    editor = logged_in(team, "editor")
    editor.post("/people", name="Adam", role="reader", password=PASSWORD)
    stranger(team).post("/login", name="adam", password=OTHER)
    stranger(team).post("/login", name=PASSWORD, password="Adam")  # noqa: S106 - typed in the wrong fields
    day = editor.get("/audit?format=csv&what=add+account").text.splitlines()[1][:10]
    for query, rows in (
        ("who=Rana", 1), ("who=-", 2), ("what=failed+log+in", 2), ("who=Rana&what=log+in", 0),
        (f"since={day}", 3), (f"until={day}", 3), ("until=2001-01-01", 0), ("since=9999-12-31", 0),
    ):  # fmt: skip
        assert len(editor.get(f"/audit?format=csv&{query}").text.splitlines()) == rows + 1, query
        assert editor.get(f"/audit?{query}").status_code == 200
    assert editor.get("/audit?since=soon").status_code == 422
    page = editor.get("/audit").text
    assert "<bdi>add account</bdi>" in page
    assert "<bdi>Adam</bdi>" in page
    assert PASSWORD not in page


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        ("/people", {"name": "rana", "role": "reader", "password": PASSWORD}, "already"),
        ("/people", {"name": "", "role": "reader", "password": PASSWORD}, "a name has"),
        ("/people", {"name": "a\u202eb", "role": "reader", "password": PASSWORD}, "a name has"),
        ("/people", {"name": "x" * 61, "role": "reader", "password": PASSWORD}, "a name has"),
        ("/people", {"name": "Adam", "role": "king", "password": PASSWORD}, "is no role"),
        ("/people", {"name": "Adam", "role": "reader", "password": "short"}, "at least 12"),
        ("/people", {"name": "Adam", "role": "reader", "password": "x" * 20}, "one character"),
        (
            "/people",
            {"name": "Adam the Elder", "role": "reader", "password": "adam the elder"},
            "neither the name",
        ),
        ("/people/role", {"name": "Nobody", "role": "coder"}, "no account"),
        ("/people/role", {"name": "Rana", "role": "coder"}, "somebody has to be an editor"),
        ("/people/switch", {"name": "Rana", "disabled": "1"}, "somebody has to be an editor"),
        ("/people/password", {"name": "Karim", "password": "short"}, "at least 12"),
    ],
)
def test_what_makes_no_sense_is_refused_with_advice(
    team: FastAPI, path: str, fields: dict[str, str], said: str
) -> None:
    before = names(team)
    response = logged_in(team, "editor").post(path, **fields)
    assert response.status_code == 422
    assert said in response.text
    assert names(team) == before


def test_one_editor_may_leave_when_there_is_another(team: FastAPI) -> None:
    accounts.change_role(team.state.archive, "Karim", "editor")
    assert accounts.switch(team.state.archive, "Rana", disabled=True).disabled
    with pytest.raises(UsageError, match="somebody has to be an editor"):
        accounts.change_role(team.state.archive, "Karim", "coder")


def test_a_role_that_is_taken_away_counts_at_once(team: FastAPI) -> None:
    coder = logged_in(team, "coder")
    assert coder.get("/add").status_code == 200
    accounts.change_role(team.state.archive, "Karim", "reader")
    assert coder.get("/add").status_code == 403


def test_a_password_does_not_depend_on_the_keyboard(team: FastAPI) -> None:
    composed, decomposed = "lantèrn of the café", "lante\u0300rn of the cafe\u0301"
    accounts.change_password(team.state.archive, "Karim", composed)
    assert accounts.proven(team.state.archive, "KARIM", decomposed) is not None

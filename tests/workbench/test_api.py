"""The API does what its description says: whatever is asked, no answer that it does not document."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import CheckFunction, not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from riwaya.archive import Archive
from riwaya.archive.redaction import redact_text
from riwaya.questions.catalogue import QUESTIONS
from riwaya.workbench import LOCAL_HOSTS, Settings, create_app
from riwaya.workbench.documented import PROBLEMS
from workbench.team import logged_in, stranger

DESCRIPTION = "/api/openapi.json"
#: How schemathesis calls the machine that it asks.
NAME = "testserver"
#: What holds of every answer. Whether nonsense is refused, and sense is not, is for tests of the questions.
KEPT: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
BOUNDED = settings(
    max_examples=8, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module")
def asked(market_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    path = tmp_path_factory.mktemp("api") / "market.riwaya"
    shutil.copyfile(market_made, path)
    with Archive(path) as archive:
        yield create_app(archive, Settings(hosts=LOCAL_HOSTS | {NAME}))


def operations(app: FastAPI) -> list[APIOperation[Any, Any, Any, Any]]:
    schema = schemathesis.openapi.from_asgi(DESCRIPTION, app)
    return [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]


@pytest.mark.slow
def test_no_answer_is_one_that_is_not_documented(asked: FastAPI) -> None:
    found = operations(asked)
    assert len(found) > len(QUESTIONS)
    for operation in found:
        modes = [GenerationMode.POSITIVE]
        if list(operation.iter_parameters()):
            modes.append(GenerationMode.NEGATIVE)
        for mode in modes:
            check(operation, mode)


def check(operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode) -> None:
    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered(case: Case[Any]) -> None:
        case.validate_response(case.call(), checks=KEPT)

    answered()


@pytest.mark.parametrize(
    "address",
    [
        "matters", "matters?disputed=true", "casualties?measure=killed", "accusations?each=true", "requests",
        "headlines", "health", "health?rejects=true", "search?text=سوق", "brief?since=2001-01-01",
    ],
)  # fmt: skip
def test_an_answer_with_rows_has_the_form_that_is_documented(asked: FastAPI, address: str) -> None:
    browser = stranger(asked)
    name = address.partition("?")[0]
    described = browser.get(DESCRIPTION).json()["paths"][f"/api/{name}"]["get"]
    answer = browser.get(f"/api/{address}").json()
    schema = described["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator(schema).validate(answer)


def test_every_question_is_described_with_what_it_takes_and_what_may_be_wrong(asked: FastAPI) -> None:
    paths = stranger(asked).get(DESCRIPTION).json()["paths"]
    for question in QUESTIONS:
        described = paths[f"/api/{question.name}"]["get"]
        named = {each["name"] for each in described["parameters"]}
        extras = {extra.name for extra in question.extras if not extra.is_local}
        assert named == extras | {*question.filters, "limit", "offset"}
        assert all(each["description"] for each in described["parameters"])
        assert described["description"] == question.help
    for path, methods in paths.items():
        for method, described in methods.items():
            told = described["responses"]
            assert {"200", "401", "403", "404", "422", "503"} <= told.keys(), (method, path)
            for status, response in told.items():
                if status in {str(each) for each in PROBLEMS} and "content" in response:
                    assert "application/problem+json" in response["content"], (path, status)
            assert told["200"]["content"], path


def test_a_reading_has_the_form_of_its_schema(asked: FastAPI) -> None:
    browser = stranger(asked)
    found = browser.get("/api/search?text=سوق").json()["rows"][0]["evidence"][0]["report"]
    schema = browser.get("/api/reading.schema.json").json()
    jsonschema.Draft202012Validator(schema).validate(browser.get(f"/api/reports/{found}").json())


def test_a_report_that_was_removed_is_gone(team: FastAPI) -> None:
    reader = logged_in(team, "reader")
    found = reader.get("/api/search?text=سوق").json()["rows"][0]["evidence"][0]["report"]
    redact_text(team.state.archive, [found], who="Rana", why="asked to")
    assert reader.get(f"/api/reports/{found}").status_code == 410
    assert reader.get(f"/report/{found}").status_code == 410


def test_a_program_learns_who_it_is_and_the_token_that_changes_take(team: FastAPI) -> None:
    coder = logged_in(team, "coder")
    assert coder.get("/api/me").json() == {"name": "Karim", "role": "coder", "token": coder.token}
    headers = {"x-riwaya-token": coder.token}
    assert coder.client.post("/relate", headers=headers).status_code == 303
    assert coder.client.post("/relate").status_code == 403


def test_problems_are_told_to_programs_in_their_form(team: FastAPI) -> None:
    for path, status in (("/api/nothing", 404), ("/api/matter?id=zz", 404), ("/api/control", 422)):
        response = logged_in(team, "reader").get(path)
        assert response.status_code == status
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json().keys() == {"type", "status", "title", "detail"}

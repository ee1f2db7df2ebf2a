"""The queue, the agreement of two reviewers, and the gold that judged reports make."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from riwaya.archive import Archive, schema
from riwaya.archive.deciding import decide
from riwaya.archive.decisions import Target
from riwaya.cli.evaluate import Evaluation, evaluate
from riwaya.evaluation import load_gold
from riwaya.evaluation.kappa import agreement
from workbench.conftest import EXAMPLE
from workbench.forms import form_of, forms_of

DENIAL = "ra114057e7d945ca9"


def judge(archive: Archive, who: str, claim: str, action: str, report: str = DENIAL) -> None:
    """Let somebody accept or reject a claim."""
    kind = "report" if claim == report else "claim"
    decide(archive, Target(report, kind, claim), action, who=who, why="a test")  # type: ignore[arg-type]


def test_what_matters_most_comes_first_and_says_why(client: TestClient) -> None:
    queue = client.get("/api/review", params={"limit": 200}).json()
    weights = [claim["weight"] for claim in queue["claims"]]
    assert weights == sorted(weights, reverse=True)
    assert "dispute" in queue["claims"][0]["reasons"]
    page = client.get("/review").text
    assert "its matter is disputed" in page
    assert "an allegation of violence" in page
    only = client.get("/api/review", params={"reason": "source"}).json()
    assert only["total"] < queue["total"]
    assert all("source" in claim["reasons"] for claim in only["claims"])
    assert client.get("/review", params={"reason": "mood"}).status_code == 422


def test_the_queue_can_be_of_one_report_or_one_matter(client: TestClient, market: Archive) -> None:
    of_report = client.get("/api/review", params={"report": DENIAL}).json()
    assert {claim["report"] for claim in of_report["claims"]} == {DENIAL}
    with market.reading() as connection:
        matter = connection.scalar(
            schema.matters.select().with_only_columns(schema.matters.c.id).where(schema.matters.c.disputed)
        )
    of_matter = client.get("/api/review", params={"matter": matter}).json()
    assert of_matter["total"]
    assert all("dispute" in claim["reasons"] for claim in of_matter["claims"])


def test_what_is_judged_leaves_the_queue_and_comes_back_when_undone(client: TestClient) -> None:
    before = client.get("/api/review").json()["total"]
    page = client.get("/review").text
    form = next(fields for to, fields in forms_of(page) if to == "/decide")
    answer = client.post("/decide", data=form | {"action": ["accept"]}, follow_redirects=False)
    assert answer.headers["location"] == "/review"
    assert client.get("/api/review").json()["total"] == before - 1
    history = client.get("/review/history").text
    assert form["reference"][0] in history
    client.post("/undo", data=form_of(history, "/undo"))
    assert client.get("/api/review").json()["total"] == before


def test_a_second_look_does_not_show_what_the_first_said(client: TestClient, market: Archive) -> None:
    judge(market, "Sami", "c3", "reject")
    judge(market, "Rana", "c5", "accept")
    page = client.get("/review/second").text
    assert f'data-reference="{DENIAL}/c3"' in page
    assert f'data-reference="{DENIAL}/c5"' not in page
    assert "rejected by" not in page


def test_how_far_two_agree(client: TestClient, market: Archive) -> None:
    assert "none by two people" in client.get("/review/agreement").text
    for who, verdicts in (("Rana", "aara"), ("Sami", "aarr")):
        for claim, verdict in zip(("c1", "c2", "c3", "c4"), verdicts, strict=True):
            judge(market, who, claim, {"a": "accept", "r": "reject"}[verdict])
    (pair,) = client.get("/api/review/agreement").json()
    assert (pair["n"], pair["share"]) == (4, 0.75)
    assert pair["kappa"] == pytest.approx(0.5)
    page = client.get("/review/agreement").text
    assert "0.50" in page
    assert f"/report/{DENIAL}/c4" in page


@pytest.mark.parametrize(
    ("judged", "share", "kappa"),
    [
        ([("a", "a")], 1.0, None),
        ([("a", "a"), ("r", "r")], 1.0, 1.0),
        ([("a", "r"), ("r", "a")], 0.0, -1.0),
        # Cohen's own kind of table: 20 and 15 alike, 5 and 10 apart.
        ([("a", "a")] * 20 + [("a", "r")] * 5 + [("r", "a")] * 10 + [("r", "r")] * 15, 0.7, 0.4),
    ],
)
def test_kappa_takes_off_what_chance_agrees_on(
    judged: list[tuple[str, str]], share: float, kappa: float | None
) -> None:
    made = agreement(judged)
    assert made.share == pytest.approx(share)
    assert made.kappa is None if kappa is None else made.kappa == pytest.approx(kappa)


def test_judged_reports_are_gold_that_evaluate_takes(
    client: TestClient, market: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "No report was looked through" in client.get("/review/agreement").text
    for claim in ("c1", "c2", "c3", "c4"):
        judge(market, "Rana", claim, "accept")
    assert "No report was looked through" in client.get("/review/agreement").text
    judge(market, "Rana", "c5", "reject")
    other = "r51cc1b2ea1b3c1c7"
    judge(market, "Rana", other, "accept", other)
    assert client.post("/api/gold").status_code == 422
    answer = client.post("/api/gold", data={"why": "to measure the reader"})
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        packed.extractall(tmp_path / "set")
    golds = {path.stem: load_gold(path) for path in sorted((tmp_path / "set" / "gold").iterdir())}
    assert set(golds) == {DENIAL, other}
    assert {claim.id for claim in golds[DENIAL].claims} == {"c1", "c2", "c3", "c4"}
    wanted = Evaluation(
        tmp_path / "set", str(EXAMPLE / "pack"), "text", (), (), errors=False, parties=None, save=None,
        before=None,
    )  # fmt: skip
    assert evaluate(wanted) == 0
    assert "claims" in capsys.readouterr().out
    with market.reading() as connection:
        (override,) = connection.execute(schema.overrides.select())
    assert (override.who, override.why) == ("Rana", "to measure the reader")


def test_a_report_is_accepted_as_a_whole(client: TestClient) -> None:
    path = f"/review?report={DENIAL}"
    form = form_of(client.get(path).text, "/decide", reference=DENIAL)
    answer = client.post("/decide", data=form | {"action": ["accept"]}, follow_redirects=False)
    assert answer.headers["location"] == path
    assert "Nothing waits here" in client.get(path).text
    assert "Download 1 report as gold" in client.get("/review/agreement").text


def test_programs_are_told_what_is_wrong(client: TestClient) -> None:
    for path in (
        "/api/review?limit=0",
        "/api/review?reason=mood",
        "/api/review?offset=-1",
    ):
        answer = client.get(path)
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.post("/api/gold", data={"why": " "}).status_code == 422
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/review", "/api/review/agreement", "/api/layer", "/api/gold"} <= set(paths)


def test_a_second_look_shows_what_the_machine_read(client: TestClient, market: Archive) -> None:
    after = {"event": {"agent": [{"actor": "united-nations", "span": None}]}}
    decide(market, Target(DENIAL, "claim", "c3"), "correct", after=after, who="Sami", why="a test")
    assert "United Nations" in client.get(f"/report/{DENIAL}/c3").text
    assert "United Nations" not in client.get("/review/second").text

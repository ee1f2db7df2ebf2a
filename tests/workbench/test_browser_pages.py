"""Every page in a real browser: accessible, no wider than the screen, silent, and asking nothing of others."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from starlette.routing import Route
from starlette.testclient import TestClient

from riwaya.archive import Archive
from riwaya.questions.catalogue import QUESTIONS
from riwaya.workbench.rooms import ROOMS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
#: What a path's parameter is to be; pages with others are listed by themselves.
ANSWERS = (
    "/ask/matters", "/ask/accusations", "/ask/casualties", "/ask/requests", "/ask/headlines", "/ask/health",
    "/ask/search?text=قصف", "/ask/control?place=عين الرمان", "/ask/brief?since=2025-03-12",
    "/ask/source?id=barid", "/ask/lineage?report={report}", "/ask/corroboration?matter={matter}",
    "/ask/matter?id={matter}", "/ask/matters?since=soon", "/nowhere",
)  # fmt: skip


def pages(market: Archive) -> list[str]:
    """An address of every page that is got, with a report, matter and claim of the example."""
    with market.reading() as connection:
        rows = connection.exec_driver_sql(
            "select m.id, r.key, c.id from matters m join matter_claims j on j.matter = m.n"
            " join claims c on c.n = j.claim join reports r on r.n = c.report"
            " where m.disputed order by m.id, r.key, c.id"
        ).first()
    assert rows is not None
    known = {"matter": rows[0], "report": rows[1], "reference": rows[1], "key": rows[1], "claim": rows[2]}
    known |= {"id": rows[0]}
    found = [address.format(**known) for address in ANSWERS]
    for room in ROOMS:
        for route in room.routes:
            assert isinstance(route, Route)
            wanted = re.findall(r"{(\w+)(?::\w+)?}", route.path)
            if "GET" in (route.methods or ()) and not set(wanted) - known.keys():
                address = re.sub(r"{(\w+)(?::\w+)?}", lambda match: str(known[match[1]]), route.path)
                if not re.search(r"\.\w+$|^/jobs/|^/ask/", address):
                    found.append(address)
    return list(dict.fromkeys(found))


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page, a line a thing."""
    page.add_script_tag(path=AXE)
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{each['id']}: {each['help']}: {node['html'][:160]}" for each in found for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_page_is_accessible_fits_and_keeps_to_itself(
    browser: Browser, served: str, market: Archive, language: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    trouble: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on("request", lambda r: None if r.url.startswith(served) else trouble.append(f"asks {r.url}"))
    for address in pages(market):
        page.goto(f"{served}{address}{'&' if '?' in address else '?'}lang={language}")
        trouble += [f"{address}: {each}" for each in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            trouble.append(f"{address}: wider than the screen")
    context.close()
    assert not trouble, "\n".join(trouble)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_has_what_its_policy_forbids(
    browser: Browser, served: str, market: Archive, language: str
) -> None:
    context = browser.new_context()
    trouble: list[str] = []
    page = context.new_page()
    page.on("console", lambda m: trouble.append(m.text) if "Content Security Policy" in m.text else None)
    for address in pages(market):
        page.goto(f"{served}{address}{'&' if '?' in address else '?'}lang={language}")
    context.close()
    assert not trouble, "\n".join(trouble)


def test_every_question_is_among_the_pages() -> None:
    asked = {re.split(r"[/?]", address)[2] for address in ANSWERS if address.startswith("/ask/")}
    assert asked == {question.name for question in QUESTIONS}


def test_the_first_view_is_small(client: TestClient) -> None:
    """The landing page, its styles, scripts and typefaces: 300 kB at most, as they go over the wire."""
    page = client.get("/", params={"lang": "ar"})
    total = int(page.headers["content-length"])
    styles = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    for address in styles:
        response = client.get(address, headers={"accept-encoding": "gzip"})
        total += int(response.headers["content-length"])
        for face in re.findall(r'url\("([^"]+)"\)', response.text if address.endswith("fonts.css") else ""):
            total += int(client.get(f"/static/built/{face}").headers["content-length"])
    assert total <= 300_000

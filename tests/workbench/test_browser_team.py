"""A team's workbench in a real browser: by keyboard alone, in both languages, accessible."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page

from workbench.conftest import serving
from workbench.team import PASSWORD
from workbench.test_browser_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def team_served(team: FastAPI, built: Path) -> Iterator[str]:
    assert built.is_dir()
    with serving(team) as address:
        yield address


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _press in range(60):
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} cannot be reached on {page.url}")


def fine(page: Page) -> None:
    assert violations(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize(("language", "width"), [("ar", 360), ("en", 1280)])
def test_an_editor_logs_in_adds_somebody_and_logs_out(
    browser: Browser, team_served: str, language: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{team_served}/people?lang={language}")
    assert page.url.startswith(f"{team_served}/login?back=")
    fine(page)
    tab_to(page, "#f-name")
    page.keyboard.type("rana")
    tab_to(page, "#f-password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{team_served}/people?lang={language}")
    fine(page)
    tab_to(page, "main form.ask #f-name")
    page.keyboard.type("آدم")
    tab_to(page, "#f-role")
    page.keyboard.press("ArrowDown")
    tab_to(page, "main form.ask #f-password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("th:has-text('آدم')")
    assert page.input_value("tr:has-text('آدم') select") == "coder"
    page.goto(f"{team_served}/audit")
    assert "آدم" in page.inner_text("tbody")
    fine(page)
    page.goto(f"{team_served}/account")
    fine(page)
    tab_to(page, ".me button")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{team_served}/login")
    page.goto(f"{team_served}/audit")
    assert page.url == f"{team_served}/login?back=/audit"
    context.close()

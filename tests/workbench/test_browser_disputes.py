"""A dispute in a real browser, by keyboard alone: read, note, give to somebody, find again, print."""

import pytest
from playwright.sync_api import Browser, expect

from workbench.walking import reach

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MATTER = "/matter/mb16a2ee8b9d0"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_matter_is_noted_and_given_by_keyboard_alone(browser: Browser, served: str, language: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}{MATTER}?lang={language}")
    reach(page, page.locator("#f-assignee"))
    page.keyboard.press("Control+A")
    page.keyboard.type("Rana")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#care")
    expect(page.locator("#f-status")).to_have_value("working")
    reach(page, page.locator("#f-note"))
    page.keyboard.type("اسأل المشفى (call +963)")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#notes")
    expect(page.locator(".written")).to_have_text("اسأل المشفى (call +963)")
    page.goto(f"{served}/")
    expect(page.locator(f'aside a[href="{MATTER}"]')).to_be_visible()
    page.close()


def test_what_is_watched_is_suggested_while_typing(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}/?lang=en")
    page.locator("#f-party").press_sequentially("Highland")
    offered = page.locator("datalist option[label*='Highland Front']")
    expect(offered).to_have_count(1)
    page.locator("#f-party").fill(str(offered.get_attribute("value")))
    page.keyboard.press("Enter")
    expect(page.locator(".plain bdi", has_text="Highland Front")).to_be_visible()
    page.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sheet_fits_the_paper(browser: Browser, served: str, language: str) -> None:
    page = browser.new_page(viewport={"width": 680, "height": 1000})  # A4 within its margins
    page.emulate_media(media="print")
    page.goto(f"{served}{MATTER}?print=1&lang={language}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("form:visible").count() == 0
    assert page.locator("main details:not([open])").count() == 0
    page.close()

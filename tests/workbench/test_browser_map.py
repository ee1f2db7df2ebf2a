"""The map in a real browser: by keyboard, by pointer, and with nothing asked of another host."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page under the workbench's own policy; what it asks of others or logs as an error fails the test."""
    trouble: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda m: trouble.append(m.text) if m.type == "error" else None)
    opened.on("request", lambda r: None if r.url.startswith(served) else trouble.append(r.url))
    opened.goto(f"{served}/map?lang=en")
    yield opened
    opened.close()
    assert trouble == []


def test_the_slider_moves_through_the_days_by_keyboard(page: Page) -> None:
    slider = page.locator("#day")
    slider.focus()
    expect(page.locator("#day-shown")).to_have_text("2025-03-15")
    for _day in range(3):
        page.keyboard.press("ArrowLeft")

    expect(page.locator("#places")).to_have_attribute("data-until", "2025-03-12")
    assert "until=2025-03-12" in page.url
    assert slider.get_attribute("aria-valuetext") == "2025-03-12"
    page.locator("#later").click()
    expect(page.locator("#places")).to_have_attribute("data-until", "2025-03-13")


def test_a_place_is_chosen_in_the_list_by_keyboard(page: Page) -> None:
    link = page.locator("#places li a").first
    link.focus()
    expect(page.locator("#map .places g.chosen")).to_have_count(1)
    page.keyboard.press("Enter")

    expect(page.locator("#said-title")).to_be_focused()
    expect(page.locator("#said blockquote").first).to_be_visible()
    assert page.url.split("?")[0].endswith("/map")


def test_a_place_is_chosen_on_the_map_by_pointer(page: Page) -> None:
    page.locator("#map .hit").last.click(force=True)

    expect(page.locator("#said")).to_be_visible()
    expect(page.locator("#places li.chosen")).to_have_count(1)


def test_circles_are_true_to_scale_and_never_filled(page: Page) -> None:
    before = page.locator("#map .reach").first
    radius = float(before.get_attribute("r") or 0)
    assert page.evaluate("getComputedStyle(document.querySelector('#map .reach')).fill") == "none"

    page.locator("[data-do=in]").click()

    expect(before).not_to_have_attribute("r", f"{radius:.1f}")
    assert float(before.get_attribute("r") or 0) == pytest.approx(radius * 1.5, rel=0.01)


def test_the_map_moves_by_keyboard(page: Page) -> None:
    world = page.locator("#map .world")
    expect(world.locator("path").first).to_be_attached(timeout=30_000)
    start = world.get_attribute("transform")
    page.locator("#chart").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    expect(world).not_to_have_attribute("transform", start or "")
    page.keyboard.press("0")
    expect(world).to_have_attribute("transform", start or "")


def test_only_the_map_loads_the_map(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/timeline", "/lineage/re76c17d761646df1"):
        page.goto(f"{served}{path}")
    assert not [url for url in asked if "countries" in url or "built/map" in url]


def test_without_script_the_list_leads_to_the_claims(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/map?lang=en")
    page.locator("#places li a").first.click()

    assert "/map/place?" in page.url
    expect(page.locator("blockquote").first).to_be_visible()
    context.close()

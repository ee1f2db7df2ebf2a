"""The page in a real browser: by pointer, by keyboard, by role, in both schemes, on paper and on a phone."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from exchange.sample import bare, sample
from riwaya.exchange import to_html
from riwaya.model import Reading

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Open = Callable[..., Page]
CONTRAST = Path(__file__).parent / "contrast.js"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a reading's page; whatever the console says or the page asks of the network fails the test."""
    trouble: list[str] = []
    asked: list[str] = []
    pages: list[Page] = []

    def open_page(reading: Reading, language: str = "en", *, width: int = 1280, dark: bool = False) -> Page:
        file = tmp_path / "page.html"
        file.write_text(to_html(reading, language=language), encoding="utf-8")
        page = browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert trouble == []
    assert [url for url in asked if not url.startswith("file:")] == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("reading", [sample(), bare()], ids=["rich", "bare"])
def test_nothing_is_wider_than_the_screen(opened: Open, reading: Reading, language: str, width: int) -> None:
    page = opened(reading, language, width=width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_landmarks_and_headings_stand_in_order(opened: Open) -> None:
    page = opened(sample())

    for role in ("banner", "navigation", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    levels = page.eval_on_selector_all("h1, h2, h3, h4", "nodes => nodes.map(node => +node.tagName[1])")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_everything_that_can_be_reached_has_a_name(opened: Open) -> None:
    page = opened(sample())

    for role in ("link", "button", "img", "region", "table"):
        for item in page.get_by_role(role).all():
            name = (
                item.get_attribute("aria-label") or item.get_attribute("aria-labelledby") or item.inner_text()
            )
            assert name.strip(), item.evaluate("node => node.outerHTML")


def test_the_skip_link_comes_first_and_leads_to_the_report(opened: Open) -> None:
    page = opened(sample())
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to the report and its claims")

    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()


def test_evidence_shows_on_hover_and_goes_on_escape(opened: Open) -> None:
    page = opened(sample())
    hop = page.locator("#s-c4 .hop").first

    expect(hop.locator(".evidence")).to_be_hidden()
    hop.locator("button").hover()
    expect(hop.locator(".evidence")).to_be_visible()
    expect(hop.locator(".evidence")).to_contain_text("وقالت مصادر محلية")
    expect(page.locator(".report .by-a2.lit").first).to_be_attached()
    page.keyboard.press("Escape")
    expect(hop.locator(".evidence")).to_be_hidden()


def test_evidence_shows_on_focus_and_stays_on_click(opened: Open) -> None:
    page = opened(sample())
    hop = page.locator("#s-c4 .hop").nth(1)
    button = hop.locator("button")

    button.focus()
    expect(hop.locator(".evidence")).to_be_visible()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.locator("h1").hover()
    button.blur()
    expect(hop.locator(".evidence")).to_be_visible()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_text_and_claims_lead_to_each_other(opened: Open) -> None:
    page = opened(sample())

    page.locator("#at-c4").click()
    expect(page.locator("#c4")).to_be_in_viewport()
    page.locator("#c4 > a").click()
    expect(page.locator("#at-c4")).to_be_in_viewport()


def test_a_voice_within_a_voice_has_its_line_inside(opened: Open) -> None:
    page = opened(sample())
    outer, inner = page.locator(".of-a2").first, page.locator(".of-a3").first
    padding = "node => parseFloat(getComputedStyle(node).paddingBottom)"

    assert outer.evaluate(padding) > inner.evaluate(padding)
    assert outer.evaluate("(node) => node.contains(document.querySelector('.of-a3'))")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(opened: Open, dark: bool) -> None:
    page = opened(sample(), dark=dark)
    ratios = page.evaluate(CONTRAST.read_text(encoding="utf-8"))

    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_quotations_run_right_to_left_in_either_frame(opened: Open, language: str, direction: str) -> None:
    page = opened(sample(), language)

    assert page.evaluate("getComputedStyle(document.body).direction") == direction
    assert set(
        page.eval_on_selector_all(".said", "nodes => nodes.map(n => getComputedStyle(n).direction)")
    ) == {"rtl"}


def test_the_arabic_frame_shows_either_digits_and_leaves_the_report_alone(opened: Open) -> None:
    page = opened(sample(), "ar")
    words = page.locator(".report").inner_text()
    button = page.get_by_role("button", name=re.compile("الأرقام"))

    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("header .notes")).to_contain_text("١١ قولاً")
    assert page.locator(".report").inner_text() == words
    button.click()
    expect(page.locator("header .notes")).to_contain_text("11 قولاً")


def test_paper_shows_all_evidence_and_no_navigation(opened: Open) -> None:
    page = opened(sample())
    page.emulate_media(media="print")

    assert page.locator(".evidence").count() == page.locator(".evidence:visible").count() > 0
    expect(page.get_by_role("navigation")).to_be_hidden()


def test_hostile_text_is_only_text(opened: Open) -> None:
    page = opened(bare("<script>alert(1)</script><img src=x onerror=alert(1)>\n<b>نص</b> قال إن"))

    expect(page.locator(".report")).to_contain_text("<script>alert(1)</script>")
    assert page.locator(".report b, .report img").count() == 0

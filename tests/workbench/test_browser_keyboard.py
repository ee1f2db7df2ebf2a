"""The same way by keyboard alone: no pointer is used from the first page to the last file."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from workbench.walking import LONG, MATTER, REPORT, TITLE, WORDS, reach, walking

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

UN = "الأمم المتحدة"


def entered(page: Page, place: str) -> None:
    """Go on by Tab to what a selector finds first, and press Enter."""
    reach(page, page.locator(place).first)
    page.keyboard.press("Enter")


def typed(page: Page, place: str, words: str) -> None:
    """Go on by Tab to a field, and type over what is in it."""
    reach(page, page.locator(place).first)
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(words)


def done(page: Page) -> None:
    """Wait until the work whose page this is has ended."""
    page.wait_for_url("**/jobs/*")
    expect(page.locator("main a[href='/add']")).to_be_visible(timeout=LONG)


def added(page: Page) -> None:
    """A report is pasted, watched and opened."""
    reach(page, page.locator("nav details.menu:has(a[href='/add']) summary"))
    page.keyboard.press("Enter")
    entered(page, "nav a[href='/add']")
    page.wait_for_url("**/add")
    typed(page, "#f-text", f"---\noutlet: mawj\npublished: 2025-03-14\n---\n{REPORT}")
    entered(page, "main form[action='/add'] button")
    done(page)
    entered(page, "ul.reports a")
    page.wait_for_url("**/report/*")
    expect(page.locator("h1")).to_have_text(TITLE)


def corrected(page: Page) -> None:
    """From the claim to who says it; the matter has another side; and back from its words."""
    page.keyboard.press("j")
    expect(page.locator(".claim[aria-current]")).to_be_focused()
    page.keyboard.press("w")
    page.wait_for_url("**/a1")
    typed(page, "input[name=source_actors]", UN)
    typed(page, "#f-why", "اللجنة لجنتها")
    page.keyboard.press("Enter")
    expect(page.locator("h1 .status-corrected")).to_be_visible()
    entered(page, "form[action='/relate'] button")
    done(page)
    entered(page, "main p a[href$='/a1']")
    page.wait_for_url("**/a1")
    entered(page, "main ul a[href$='/c1']")
    entered(page, "section a[href^='/matter/']")
    page.wait_for_url(f"**{MATTER}")
    expect(page.locator(".side h3", has_text=UN)).to_be_visible()
    entered(page, f".side:has(h3 bdi:text-is('{UN}')) a.words")
    page.wait_for_url("**/report/*#c1")
    expect(page.locator("#c1")).to_be_focused()
    page.keyboard.press("w")
    page.wait_for_url("**/a1")


def undone_and_applied(page: Page) -> None:
    """The correction is taken back; then the words mean the party in every report."""
    entered(page, ".history form[action='/undo'] button")
    expect(page.locator("h1 .status-machine")).to_be_visible()
    expect(page.locator("#l-form")).to_have_value(WORDS)
    typed(page, "#l-party", UN)
    reach(page, page.locator("#l-use"))
    page.keyboard.press("ArrowDown")
    typed(page, "#l-why", "اللجنة لجنتها")
    page.keyboard.press("Enter")
    done(page)
    entered(page, "main p a[href$='/a1']")
    page.wait_for_url("**/a1")
    expect(page.locator("input[name=source_actors]").first).to_have_value(UN)


def withdrawn(page: Page) -> None:
    """The entry is taken back, and the words mean nobody again."""
    entered(page, "main a[href='/layer']")
    page.wait_for_url("**/layer")
    entered(page, "form[action='/layer/withdraw'] button")
    done(page)
    entered(page, "main p a[href='/layer']")
    page.wait_for_url("**/layer")
    expect(page.locator("tr.void")).to_have_count(1)
    page.go_back()
    page.go_back()
    page.go_back()
    page.wait_for_url("**/a1")
    page.reload()
    expect(page.locator("input[name=source_actors]").first).not_to_have_value(UN)


def gold_saved(page: Page) -> None:
    """The report is accepted as a whole, and taken away as gold."""
    entered(page, "main p a[href^='/report/']")
    page.wait_for_url("**/report/*")
    entered(page, "main a[href^='/review?report=']")
    page.wait_for_url("**/review?*")
    entered(page, "form.verdicts:has(button[value=reject]) button[value=accept]")
    expect(page.locator(".tabs")).to_be_visible()
    entered(page, ".tabs a[href='/review/agreement']")
    page.wait_for_url("**/review/agreement")
    typed(page, "#g-why", "لقياس القارئ")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename.endswith(".zip")
    # Out of the field: what is typed there is no key of the page.
    page.keyboard.press("Tab")


def found_and_saved(page: Page) -> None:
    """What has the words is found, and taken away as a table."""
    page.keyboard.press("/")
    expect(page.locator("#seek")).to_be_focused()
    page.keyboard.insert_text(WORDS)
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask/search?*")
    with page.expect_download():
        entered(page, "main a[download]")


def test_the_whole_way_without_a_pointer(browser: Browser, served: str) -> None:
    with walking(browser, served, "ar") as page:
        added(page)
        corrected(page)
        undone_and_applied(page)
        withdrawn(page)
        gold_saved(page)
        found_and_saved(page)


def test_the_queue_hears_the_keys_of_an_arabic_keyboard(browser: Browser, served: str) -> None:
    with walking(browser, served, "ar") as page:
        page.goto("/review")
        for key, code in (("ت", "KeyJ"), ("ش", "KeyA")):
            page.evaluate(
                """([key, code]) => document.activeElement.dispatchEvent(
                     new KeyboardEvent("keydown", {key, code, bubbles: true}))""",
                [key, code],
            )
        expect(page.locator(".queue > li[data-done=accept]")).to_have_count(1)
        page.keyboard.press("Shift+Slash")
        expect(page.locator("#keys")).to_be_visible()

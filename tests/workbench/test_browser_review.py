"""Reviewing in a real browser: by keyboard alone, and with words marked in the passage."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from riwaya.archive import Archive
from riwaya.archive.decided import decided_readings
from riwaya.archive.decisions import all_decisions, current

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DENIAL = "ra114057e7d945ca9"


def opened(browser: Browser, address: str) -> Page:
    """A page in English."""
    page = browser.new_context().new_page()
    page.goto(f"{address}{'&' if '?' in address else '?'}lang=en")
    return page


def test_the_queue_is_judged_by_keyboard_alone(browser: Browser, served: str, market: Archive) -> None:
    page = opened(browser, f"{served}/review")
    page.keyboard.press("j")
    first = page.locator(".queue > li").nth(0)
    expect(first).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator("#said")).to_contain_text("accepted")
    second = page.locator(".queue > li").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("r")
    expect(page.locator("#said")).to_contain_text("rejected")
    page.keyboard.press("k")
    expect(second).to_be_focused()
    with market.reading() as connection:
        made = all_decisions(connection)
    assert [(d.action, f"{d.target.reading}/{d.target.id}") for d in made] == [
        ("accept", first.get_attribute("data-reference")),
        ("reject", second.get_attribute("data-reference")),
    ]
    page.keyboard.press("u")
    expect(page.locator("#said")).to_contain_text("taken back")
    expect(second.get_by_role("button", name="Accept")).to_be_enabled()
    with market.reading() as connection:
        assert [d.action for d in current(all_decisions(connection))] == ["accept"]
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_url("**/report/*/c*")
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{served}/review/history")
    expect(page.locator("form[action='/undo']").first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def test_words_marked_in_the_passage_go_into_a_field(browser: Browser, served: str, market: Archive) -> None:
    page = opened(browser, f"{served}/report/{DENIAL}/a2")
    page.evaluate(
        """() => {
          const pieces = [...document.querySelectorAll("#passage [data-at]")];
          const piece = pieces.find((each) => each.textContent.includes("وزارة الدفاع"));
          const range = document.createRange();
          const at = piece.textContent.indexOf("وزارة");
          range.setStart(piece.firstChild, at);
          range.setEnd(piece.firstChild, at + "وزارة الدفاع ".length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    page.locator('[data-pick="f-speaker_name"]').click()
    expect(page.locator("#f-speaker_name")).to_have_value("وزارة الدفاع")
    page.locator("#f-why").fill("as the report says")
    page.locator("#correct button:not([data-pick])").press("Enter")
    expect(page.locator("h1 .status")).to_have_text("corrected")
    number = market.report(DENIAL).n
    with market.reading() as connection:
        reading = decided_readings(connection, [number])[number].reading
    said = next(a for a in reading.attributions if a.id == "a2")
    assert said.speaker is not None
    span = said.speaker.name
    assert span is not None
    assert reading.report.text[span.start : span.end] == "وزارة الدفاع"
    page.context.close()

"""Days in Arabic sentences, by where they stand on the screen: year, month, day from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from workbench.walking import MATTER, walking

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: Where each bit of the text of a node begins on the screen: the left edge of its box, and its top.
_BOXES = """(node, wanted) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode())
    for (const match of text.data.matchAll(new RegExp(wanted, "g"))) {
      const parts = match[0].split("-");
      let at = match.index;
      const boxes = parts.map(part => {
        const range = new Range();
        range.setStart(text, at);
        range.setEnd(text, at + part.length);
        at += part.length + 1;
        return range.getBoundingClientRect().left;
      });
      found.push({words: match[0], left: boxes});
    }
  return found;
}"""


def _days(place: Locator) -> Sequence[tuple[str, list[float]]]:
    found = place.evaluate(_BOXES, _DAY.pattern)
    return [(each["words"], each["left"]) for each in found if any(each["left"])]


def _expect_in_order(place: Locator, least: int) -> list[float]:
    """Every day of a sentence has its year at the left, its day at the right; gives where days begin."""
    days = _days(place)
    assert len(days) >= least, place.inner_text()
    for words, left in days:
        assert left == sorted(left), f"{words} in {place.inner_text()}"
    return [left[0] for _words, left in days]


def _sentence(page: Page) -> Locator:
    return page.locator("p.notes", has_text=_DAY)


def test_a_range_of_days_reads_from_the_first_to_the_last(browser: Browser, served: str) -> None:
    with walking(browser, served, "ar") as page:
        page.goto("/map?window=30")
        first, last = _expect_in_order(page.locator("#places > p.notes"), 2)
        assert first > last, "the first day stands to the right of the last, as Arabic is read"
        page.goto(MATTER)
        sentences = _sentence(page)
        expect(sentences.first).to_be_visible()
        for number in range(sentences.count()):
            _expect_in_order(sentences.nth(number), 0)


@pytest.mark.parametrize("path", [f"/ask/corroboration?matter={MATTER.rpartition('/')[2]}", "/timeline", "/"])
def test_no_day_is_turned_round(browser: Browser, served: str, path: str) -> None:
    with walking(browser, served, "ar") as page:
        page.goto(path)
        _expect_in_order(page.locator("main"), 1)


def test_a_hint_shows_days_as_they_are_typed(browser: Browser, served: str) -> None:
    with walking(browser, served, "ar") as page:
        page.goto("/review")
        page.goto(page.locator("a.correct").first.get_attribute("href") or "")
        _expect_in_order(page.locator("#h-time_value"), 3)


def test_a_problem_shows_days_as_they_are_typed(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served)
    page = context.new_page()
    page.goto("/ask/claims?since=tomorrow&lang=ar")
    _expect_in_order(page.locator("[role='alert']"), 1)
    context.close()

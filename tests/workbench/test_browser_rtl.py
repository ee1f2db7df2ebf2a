"""Right to left where Arabic, Latin and digits meet: where things stand on the screen, by their boxes."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, expect

from riwaya.archive import Archive, prepare
from riwaya.reading.reader import Reader
from workbench.conftest import EXAMPLE
from workbench.test_browser_pages import pages
from workbench.walking import MATTER, REPORT, walking

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TITLE = "رويترز Reuters 12 قتيلاً"

#: What runs the wrong way on a page: dates, numbers and references whose end stands left of their beginning,
#: words of reports without language and direction, Arabic on an English page that nothing isolates.
WRONG = r"""() => {
  const found = [];
  const english = document.documentElement.lang === "en";
  const box = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (parent.closest("script, style, datalist, option, textarea, template, text, .said") || !parent.checkVisibility())
      continue;
    for (const match of node.data.matchAll(/[0-9A-Za-z]+(?:[-\/:.,][0-9A-Za-z]+)+(?!\u200e)/g)) {
      const first = box(node, match.index);
      const last = box(node, match.index + match[0].length - 1);
      if (first.width && Math.abs(first.top - last.top) < 4 && first.left > last.left)
        found.push(`runs backwards: ${match[0]} in ${parent.outerHTML.slice(0, 200)}`);
    }
    if (english && /[\u0621-\u064a]/.test(node.data) && !parent.closest("bdi, [dir=rtl], [dir=auto], [lang=ar]"))
      found.push(`not isolated: ${node.data.trim().slice(0, 80)} in ${parent.outerHTML.slice(0, 200)}`);
  }
  for (const said of document.querySelectorAll("main .said, main blockquote, main q")) {
    if (!said.textContent.trim() && !said.value) continue;
    if (said.lang !== "ar" || said.dir !== "rtl") found.push(`a quotation without its language: ${said.outerHTML.slice(0, 200)}`);
  }
  return found;
}"""

#: The left and right edges of some words of an element, in pixels.
EDGES = """(element, words) => words.map((each) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(each);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + each.length);
    const box = range.getBoundingClientRect();
    return [box.left, box.right];
  }
  throw new Error("not there: " + each);
})"""


def follow(element: Locator, *words: str) -> bool:
    """Whether the words stand one after another from left to right, none within another."""
    edges = element.evaluate(EDGES, list(words))
    return all(one[1] <= other[0] + 1 for one, other in pairwise(edges))


@pytest.fixture
def mixed(market: Archive) -> str:
    """The key of a report whose headline has two scripts and a number, of an outlet with a Latin name."""
    text = f"{TITLE}\n{REPORT}"
    id = "sha256:" + sha256(text.encode()).hexdigest()
    reading = Reader(EXAMPLE / "pack").read(text, id=id, outlet="Mawj-24", published="2025-03-14")
    prepared = prepare(reading, "invented")
    batch = market.begin_batch("invented")
    market.add(batch, [prepared])
    market.finish_batch(batch)
    return str(prepared.report["key"])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_runs_the_wrong_way_on_any_page(
    browser: Browser, served: str, market: Archive, mixed: str, language: str
) -> None:
    trouble: list[str] = []
    page = browser.new_page(base_url=served)
    page.goto(f"/?lang={language}")
    more = (f"/report/{mixed}", f"/report/{mixed}/c1", f"/review?report={mixed}", "/ask/search?text=Reuters")
    for address in (*more, *pages(market)):
        page.goto(address)
        trouble += [f"{address}: {each}" for each in page.evaluate(WRONG)]
    page.close()
    assert not trouble, "\n".join(trouble)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_headline_of_two_scripts_reads_from_the_right_in_a_cell(
    browser: Browser, served: str, mixed: str, language: str
) -> None:
    with walking(browser, served, language) as page:
        page.goto(f"/report/{mixed}")
        expect(page.locator("h1")).to_have_text(TITLE)
        page.goto("/ask/search?text=Reuters")
        cell = page.locator("td .said", has_text="Reuters").first
        assert follow(cell, "قتيل", "Reuters", "12", "رويترز")


def test_days_names_and_keys_stand_in_the_order_of_the_page(
    browser: Browser, served: str, mixed: str
) -> None:
    with walking(browser, served, "ar") as page:
        page.goto("/disputes")
        days = page.locator(".entry .notes", has_text="2025-03-15").first
        assert follow(days, "2025-03-15", "2025-03-12")
        page.goto(f"/report/{mixed}")
        assert follow(page.locator("h1 + p"), "2025-03-14", "Mawj-24")
        keys = page.locator("button[data-opens=keys]")
        word = keys.inner_text().split()[0]
        assert follow(keys, "?", word)
        page.goto("/disputes?lang=en")
        assert follow(page.locator(".entry .notes", has_text="2025-03-15").first, "2025-03-12", "2025-03-15")


@pytest.mark.parametrize(("language", "arrow"), [("ar", "→"), ("en", "←")])
def test_arrows_of_a_chain_point_to_whoever_handed_it_on(
    browser: Browser, served: str, language: str, arrow: str
) -> None:
    with walking(browser, served, language) as page:
        page.goto(MATTER)
        chain = page.locator(".chain:has(li + li)").first
        expect(chain).to_be_visible()
        shown = "li => getComputedStyle(li, '::before').content"
        assert chain.locator("li").nth(1).evaluate(shown) == f'"{arrow}"'
        boxes = [chain.locator("li").nth(n).bounding_box() for n in (0, 1)]
        assert boxes[0] is not None
        assert boxes[1] is not None
        assert (boxes[0]["x"] > boxes[1]["x"]) == (language == "ar")

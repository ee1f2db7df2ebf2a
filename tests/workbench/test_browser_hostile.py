"""A report that is an attack: sent through the form, and shown as text wherever its words appear."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from workbench.walking import MATTER, waited, walking

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TITLE = "<script>alert(1)</script>قصف السوق <img src=x onerror=alert(2)>"
#: What stands within the words of a claim.
INSIDE = "<img src=x onerror=alert(5)>"
REPORT = (
    f"{TITLE}\n"
    '<svg onload="alert(3)">قالت «<b onclick=alert(4)>لجنة الخبراء</b>»، اليوم الجمعة، إن الجيش السردالي قصف السوق '
    "الشعبي </blockquote></main><style>*{display:none}</style> \u202eمقلوب\u2066 {{ 7 * 7 }}.\n"
    f"قالت جبهة المرتفعات إن القوات السردالية قصفت السوق الشعبي {INSIDE} في بلدة عين الرمان الأربعاء الماضي.\n"
    f"{'ب' * 200_000}\n"
)

#: Elements that only a report could have brought, and what could turn the page around it.
MADE = """() => {
  const found = [...document.querySelectorAll(
    "main script, main img, main iframe, main style, main b[onclick], [onload], [onerror], [onclick], a[href^='javascript']"
  )].map((each) => each.outerHTML.slice(0, 200));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const data = walker.currentNode.data;
    if (/[\\u202a-\\u202e]/.test(data)) found.push("turns around: " + data.slice(0, 200));
  }
  return found;
}"""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_hostile_report_is_text_on_every_page(browser: Browser, served: str, language: str) -> None:
    with walking(browser, served, language) as page:
        page.goto("/add")
        page.locator("#f-files").set_input_files(
            {"name": "<b>.txt", "mimeType": "text/plain", "buffer": REPORT.encode()}
        )
        page.locator("#f-outlet").fill("<b>Mawj</b> 24")
        page.locator("#f-published").fill("2025-03-14")
        page.locator("main form[action='/add'] button").click()
        waited(page)
        expect(page.locator("ul.reports a")).to_contain_text("<script>alert(1)</script>")
        assert page.evaluate(MADE) == []
        key = str(page.locator("ul.reports a").get_attribute("href")).removeprefix("/report/")
        shown = {
            f"/report/{key}": "<script>alert(1)</script>",
            f"/report/{key}/c1": "<script>alert(1)</script>",
            f"/review?report={key}": "<script>alert(1)</script>",
            f"/lineage/{key}": "<script>alert(1)</script>",
            "/ask/search?text=onerror": "onerror=alert(2)",
            "/?since=2025-03-14": "alert(",
            "/disputes?order=newest": "",
            MATTER: INSIDE,
            "/map/place?id=sardal:ayn-al-rumman": INSIDE,
        }
        for address, words in shown.items():
            page.goto(address)
            assert words in (page.locator("main").text_content() or ""), address
            assert page.evaluate(MADE) == [], address
            expect(page.locator("h1")).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address

"""What the browser tests of whole flows share: an outlet's reports, work that is waited for, a quiet page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

#: How long a command of its own process may take on a busy machine, in milliseconds.
LONG = 90_000
#: The matter of the example that most is said of: who hit the market of Ayn al-Rumman.
MATTER = "/matter/mb16a2ee8b9d0"
#: Who says it is named by words that the pack of the example does not know: those of the United Nations.
WORDS = "لجنة الخبراء الدوليين"
TITLE = "شهادة من سوق عين الرمان"
REPORT = (
    f"{TITLE}\n"
    f"قالت {WORDS}، اليوم الجمعة، إن الجيش السردالي قصف السوق الشعبي في بلدة عين الرمان صباح الأربعاء "
    "الماضي.\n"
)
#: Another outlet has it from them too.
SECOND = (
    "---\noutlet: manarat-sardal\npublished: 2025-03-15T12:00\n---\n"
    "شهادة جديدة عن قصف السوق\n"
    f"وذكرت {WORDS}، اليوم السبت، أن الجيش السردالي قصف السوق الشعبي في بلدة عين الرمان الأربعاء الماضي.\n"
)


@contextmanager
def walking(browser: Browser, served: str, language: str) -> Iterator[Page]:
    """A page in a language; dialogs, errors and requests to others fail the test."""
    trouble: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served)
    page = context.new_page()
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on("request", lambda r: None if r.url.startswith(served) else trouble.append(r.url))
    page.goto(f"/?lang={language}")
    yield page
    context.close()
    if trouble:
        pytest.fail("\n".join(trouble))


def waited(page: Page) -> None:
    """Watch the work whose page this is until it is over, and see that it went well."""
    page.wait_for_url("**/jobs/*")
    expect(page.locator("main a[href='/add']")).to_be_visible(timeout=LONG)
    if page.request.get(f"{page.url}/state").json()["state"] != "done":
        pytest.fail(page.locator("#lines").inner_text())


def said_by(page: Page, name: str) -> set[str]:
    """The reports in which a side of the matter is heard; none where there is no such side."""
    page.goto(MATTER)
    expect(page.locator(".side").first).to_be_visible()
    side = page.locator(".side", has=page.locator("h3 bdi", has_text=name))
    found = side.locator("a[href^='/report/']").evaluate_all("links => links.map(a => a.pathname)")
    return set(found)


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus."""
    expect(wanted).to_be_attached()
    for _step in range(400):
        page.keyboard.press("Tab")
        if wanted.evaluate("node => node === document.activeElement"):
            return
    pytest.fail(f"not reached by Tab: {wanted}")

"""The reading room in a real browser: between claim and words, selecting, citing, digits, hostile and long text."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from archive.reports import fill
from riwaya.archive import Archive

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Open = Callable[..., Page]

#: A report whose text has all that could move a count of characters: controls, letters beyond the first
#: plane, line ends of two kinds, a repeat, markup, voices with badges.
TRICKY = (
    "قصف على أطراف بلدة كفريا 😀\r\n"
    "قال \u202bالجيش التركي\u202c إن طائراته قصفت مواقع للتنظيم في ريف حلب صباح الاثنين <b>وقتلت</b> 😀 تسعة مسلحين.\r\n"
    "\x0bونفت مصادر محلية لوكالة الأنباء \u200fوقوع أي قصف على البلدة \x1b[31m يوم الاثنين.\n"
    "قال \u202bالجيش التركي\u202c إن طائراته قصفت مواقع للتنظيم في ريف حلب صباح الاثنين <b>وقتلت</b> 😀 تسعة مسلحين.\n"
    "وأضافت المصادر 😀 أن السكان عادوا إلى منازلهم.\n"
)


@pytest.fixture
def opened(browser: Browser, served: str) -> Iterator[Open]:
    """Open a page; whatever the console says or the page asks of others fails the test."""
    trouble: list[str] = []
    pages: list[Page] = []

    def open_page(path: str, language: str = "ar", *, width: int = 1280, scripts: bool = True) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("request", lambda r: None if r.url.startswith(served) else trouble.append(r.url))
        page.goto(f"{served}{path}{'&' if '?' in path else '?'}lang={language}")
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert trouble == []


@pytest.fixture
def key(market: Archive) -> str:
    """The report of the example that has most claims."""
    with market.reading() as connection:
        statement = "select r.key from reports r join claims c on c.report = r.n group by r.key order by count(*) desc, 1"
        return str(connection.exec_driver_sql(statement).scalar())


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.className"))


def selected(page: Page) -> tuple[int, int]:
    """The characters that the link of the bar leads to."""
    link = page.locator("#selected a[data-what=claim]")
    expect(link).to_be_visible()
    found = re.search(r"kind=claim&start=(\d+)&end=(\d+)", link.get_attribute("href") or "")
    assert found is not None
    return int(found[1]), int(found[2])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_claim_to_claim_to_its_words_and_back_by_keys(opened: Open, key: str, language: str) -> None:
    page = opened(f"/report/{key}", language)
    page.keyboard.press("j")
    first = focused(page)
    page.keyboard.press("j")
    second = focused(page)
    assert first != second
    expect(page.locator(".claim[aria-current]")).to_have_attribute("id", second)
    page.keyboard.press("Enter")
    assert focused(page).startswith("at-")
    page.keyboard.press("Escape")
    assert focused(page) == second
    page.keyboard.press("k")
    assert focused(page) == first


def test_keys_work_with_an_arabic_keyboard(opened: Open, key: str) -> None:
    page = opened(f"/report/{key}")
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true}))"
    )
    expect(page.locator(".claim[aria-current]")).to_have_count(1)


def test_from_words_to_the_claim_and_back(opened: Open, key: str) -> None:
    page = opened(f"/report/{key}")
    anchor = page.locator(".report .anchor").nth(2)
    claim = anchor.get_attribute("data-claim")
    anchor.click()
    assert focused(page) == claim
    expect(page.locator(f"#{claim}")).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert focused(page) == f"at-{claim}"
    page.keyboard.press("Enter")
    assert focused(page) == claim


def test_the_words_of_the_claim_at_hand_are_marked(opened: Open, key: str) -> None:
    page = opened(f"/report/{key}")
    page.keyboard.press("j")
    marked = "[...CSS.highlights.get('claim')][0].toString()"
    anchor = page.locator(".report .anchor").first
    assert page.evaluate(marked) == anchor.inner_text()


def test_without_scripts_links_lead_both_ways(opened: Open, key: str) -> None:
    page = opened(f"/report/{key}", scripts=False)
    page.locator(".deed a").nth(1).click()
    assert "#at-c" in page.url
    page.locator(".report .anchor").nth(1).click()
    assert re.search(r"#c\d+$", page.url)
    page.locator(".cite summary").first.click()
    expect(page.locator(".citation").first).to_be_visible()
    expect(page.locator(".copy").first).to_be_hidden()


def bare(words: str) -> str:
    return re.sub("[\u200f\u202b\u202c\x1b]", "", words)


def selection_of(page: Page, text: str, words: str) -> tuple[int, int]:
    """Where the page says the selection lies; a busy machine tells of a new one late."""
    for _ in range(50):
        page.wait_for_timeout(100)
        start, end = selected(page)
        if bare(text[start:end]) == words:
            break
    return selected(page)


def test_every_selection_names_the_characters_of_the_report(opened: Open, market: Archive) -> None:
    key = fill(market, TRICKY)[0]
    text = market.text(market.report(key).n)
    page = opened(f"/report/{key}")
    page.locator(".fold summary").click()
    for words in (
        "تسعة مسلحين",
        "وقوع أي قصف على",
        "أن السكان عادوا",
        "وقتلت</b> 😀 تسعة",
        "قصف على أطراف بلدة كفريا 😀",
    ):
        found = page.evaluate(
            """(words) => {
              const walker = document.createTreeWalker(document.querySelector(".report"), NodeFilter.SHOW_TEXT,
                (n) => n.parentElement.closest("[data-at]") ? 1 : 2);
              const nodes = []; let all = "";
              while (walker.nextNode()) { nodes.push([walker.currentNode, all.length]); all += walker.currentNode.data; }
              const at = all.lastIndexOf(words);
              if (at < 0) return false;
              const place = (offset, ending) => {
                const [node, first] = nodes.filter(([, start]) => ending ? start < offset : start <= offset).at(-1);
                return [node, offset - first];
              };
              getSelection().setBaseAndExtent(...place(at, false), ...place(at + words.length, true));
              return true;
            }""",
            words,
        )
        assert found, words
        start, end = selection_of(page, text, words)
        assert bare(text[start:end]) == words
        assert start == text.rindex(words[:5], 0, end)


def test_a_triple_click_selects_a_whole_line(opened: Open, market: Archive) -> None:
    key = fill(market, TRICKY)[0]
    text = market.text(market.report(key).n)
    page = opened(f"/report/{key}", "en")
    line = page.locator(".report p").last
    line.click(click_count=3, position={"x": 5, "y": 8})
    start, end = selected(page)
    assert text[start:end] == text.rstrip().rpartition("\n")[2]


def test_words_are_selected_by_keys_alone(opened: Open, key: str, market: Archive) -> None:
    page = opened(f"/report/{key}")
    text = market.text(market.report(key).n)
    for press in ("j", "s"):
        page.keyboard.press(press)
    page.wait_for_timeout(100)
    first = selected(page)
    page.keyboard.press("Shift+ArrowLeft")
    page.wait_for_timeout(100)
    start, end = selected(page)
    assert start == first[0]
    assert end > first[1]
    assert text[start:end].strip() == text[start:end]
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(100)
    assert selected(page)[0] >= end
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.what") == "claim"
    page.keyboard.press("Escape")
    expect(page.locator("#selected")).to_be_hidden()


def test_a_citation_is_copied(opened: Open, key: str) -> None:
    page = opened(f"/report/{key}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for press in ("j", "y"):
        page.keyboard.press(press)
    shown = page.locator(".claim[aria-current] .citation")
    expect(shown).to_be_visible()
    page.locator(".claim[aria-current] .copy").click()
    expect(page.locator(".copy.done")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == shown.inner_text()
    assert "SHA-256" in shown.inner_text()


def test_rejecting_asks_for_a_reason(opened: Open, key: str) -> None:
    page = opened(f"/report/{key}", "en")
    for press in ("j", "r"):
        page.keyboard.press(press)
    assert page.evaluate("document.activeElement.name") == "why"
    page.keyboard.press("Escape")
    assert focused(page).startswith("c")
    expect(page.locator(".reject[open]")).to_have_count(0)


def test_the_keys_of_the_page_are_told(opened: Open, key: str) -> None:
    page = opened(f"/report/{key}", "en")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys of this page")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".claim[aria-current]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_digits_of_the_frame_change_and_those_of_the_report_stay(opened: Open, key: str) -> None:
    page = opened(f"/report/{key}")
    text = page.locator(".report").inner_text()
    summary = page.locator(".notes").first
    assert re.search(r"\d", summary.inner_text())
    page.locator("button[data-digits]").click()
    assert re.search("[٠-٩]", summary.inner_text())
    assert page.locator(".report").inner_text() == text
    page.goto(page.url.replace(f"/report/{key}", "/"))
    assert not re.search("[0-9]", page.locator(".counts").inner_text())
    page.locator("button[data-digits]").click()
    assert re.search("[0-9]", page.locator(".counts").inner_text())


def test_a_claim_of_another_part_is_found(
    opened: Open, market: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riwaya.exchange.excerpt.parts_of.__defaults__", (400, 2))
    with market.reading() as connection:
        key = str(connection.exec_driver_sql("select key from reports order by characters desc").scalar())
        last = connection.exec_driver_sql(
            "select c.id from claims c join reports r on r.n = c.report where r.key = ? order by c.start desc",
            (key,),
        ).scalar()
    page = opened(f"/report/{key}")
    page.evaluate("(id) => { location.hash = id }", last)
    expect(page.locator(f"#{last}")).to_be_focused()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_giant_line_and_hostile_text_leave_the_page_usable(
    opened: Open, market: Archive, language: str
) -> None:
    hostile = (
        "<script>alert(1)</script><img src=x onerror=alert(2)> \u202e قصير\n"
        + "ب" * 300_000
        + "\n"
        + "كلمة " * 60_000
    )
    hostile += f"\nقال {'ج' * 9_000} إن الجيش قصف {'د' * 9_000}.\n"
    key = fill(market, hostile)[0]
    page = opened(f"/report/{key}", language, width=360)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".report script, .report img").count() == 0
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>alert(1)</script>")
    page.locator("nav.parts a[rel=next]").first.click()
    assert "part=2" in page.url

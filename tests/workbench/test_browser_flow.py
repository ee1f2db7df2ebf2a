"""The whole way in a real browser: a report comes in, somebody corrects it, matters follow, files go out."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from riwaya.cli.evaluate import Evaluation, evaluate
from workbench.conftest import EXAMPLE
from workbench.walking import MATTER, REPORT, SECOND, TITLE, WORDS, said_by, waited, walking

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

UN = {"ar": "الأمم المتحدة", "en": "United Nations"}


def added(page: Page) -> list[str]:
    """Paste one report, upload another, watch them being read; the addresses of both."""
    page.locator("nav details.menu", has=page.locator("a[href='/add']")).locator("summary").click()
    page.locator("nav a[href='/add']").click()
    page.locator("#f-text").fill(REPORT)
    page.locator("#f-outlet").fill("Mawj 24")
    page.locator("#f-published").fill("2025-03-14")
    page.locator("#f-files").set_input_files(
        {"name": "second.txt", "mimeType": "text/plain", "buffer": SECOND.encode()}
    )
    page.locator("main form[action='/add'] button").click()
    waited(page)
    return [str(link.get_attribute("href")) for link in page.locator("ul.reports a").all()]


def corrected(page: Page, language: str) -> None:
    """From the reading room to the page of who says it: it was the United Nations."""
    page.locator(".claim [data-key=w]").first.click()
    page.locator("input[name=source_actors]").first.fill(UN[language])
    page.locator("#f-why").fill("the panel is theirs")
    page.locator("#correct button:not([data-pick])").click()
    expect(page.locator("h1 .status-corrected")).to_be_visible()
    expect(page.locator(".history ins")).to_have_text(UN[language])


def brought_up_to_date(page: Page) -> None:
    """Relate the reports anew, and go back to where one was."""
    at = page.url
    page.locator("form[action='/relate'] button").click()
    waited(page)
    page.locator("main p a").first.click()
    page.wait_for_url(at)
    expect(page.locator("form[action='/relate']")).to_have_count(0)


def applied_everywhere(page: Page, language: str) -> None:
    """From the page of who says it: these words mean the United Nations in every report."""
    expect(page.locator("#l-form")).to_have_value(WORDS)
    page.locator("#l-party").fill(UN[language])
    page.locator("#l-use").select_option("body")
    page.locator("#l-why").fill("the panel is theirs")
    page.locator("form[action='/layer'] button").click()
    waited(page)


def saved(page: Page, press: str) -> bytes:
    """The file that a press brings."""
    with page.expect_download() as download:
        page.locator(press).click()
    return Path(download.value.path()).read_bytes()


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def evaluated(packed: bytes, folder: Path) -> int:
    """What `riwaya evaluate` ends with on a gold folder that came packed."""
    with zipfile.ZipFile(io.BytesIO(packed)) as gold:
        gold.extractall(folder)
    pack = str(EXAMPLE / "pack")
    return evaluate(Evaluation(folder, pack, "text", (), (), False, None, None, None))


def exported(page: Page, report: str, folder: Path) -> None:
    """The coding sheet, the matters, and the report as gold, which is accepted as a whole first."""
    page.goto("/sheet")
    sheet = rows(saved(page, "form[action='/sheet.csv'] button"))
    assert [row for row in sheet if "united-nations" in row["sources"] and "Mawj-24" in row["outlets"]]
    page.goto("/disputes")
    matters = rows(saved(page, "a[download]"))
    assert [row["reports"] for row in matters if row["matter"] == MATTER.removeprefix("/matter/")] == ["9"]
    page.goto(f"/review?report={report.removeprefix('/report/')}")
    page.locator("form.verdicts button[value=accept]").first.click()
    page.goto("/review/agreement")
    page.locator("#g-why").fill("to measure the reader")
    assert evaluated(saved(page, "form[action='/api/gold'] button"), folder / "gold") == 0


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_a_pasted_report_to_files_that_others_read(
    browser: Browser, served: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    un = UN[language]
    with walking(browser, served, language) as page:
        first, second = added(page)
        assert said_by(page, un) == set()
        page.goto(first)
        expect(page.locator("h1")).to_have_text(TITLE)

        corrected(page, language)
        who = page.url
        brought_up_to_date(page)
        assert said_by(page, un) == {first}

        page.goto(who)
        page.locator(".history form[action='/undo'] button").click()
        expect(page.locator("h1 .status-machine")).to_be_visible()
        brought_up_to_date(page)
        assert said_by(page, un) == set()

        page.goto(who)
        applied_everywhere(page, language)
        assert said_by(page, un) == {first, second}
        exported(page, first, tmp_path)
        assert "attribution" in capsys.readouterr().out

        page.goto("/layer")
        page.locator("form[action='/layer/withdraw'] button").click()
        waited(page)
        assert said_by(page, un) == set()

"""The page as a document: self-contained, escaped, well-formed, in both languages."""

import base64
import dataclasses
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from exchange.sample import bare, claim, event, sample
from exchange.sample import span as found
from riwaya.exchange import to_html
from riwaya.model import Attribution, Hop, Reading, Span

VOID = {"meta", "br"}
PAGES = {language: to_html(sample(), language=language) for language in ("en", "ar")}


class Tags(HTMLParser):
    """Checks that elements nest and collects what they carry."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def values(self, name: str) -> list[str]:
        return [value for _, attrs in self.attributes if (value := attrs.get(name)) is not None]


@pytest.mark.parametrize("reading", [sample(), bare()], ids=["rich", "bare"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_elements_nest_ids_are_unique_and_references_lead_somewhere(reading: Reading, language: str) -> None:
    tags = Tags(to_html(reading, language=language))
    ids = tags.values("id")
    links = [value[1:] for value in tags.values("href") if value.startswith("#")]
    named = " ".join(tags.values("aria-labelledby") + tags.values("aria-controls")).split()

    assert (tags.wrong, tags.open) == ([], [])
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert set(links + named) - set(ids) == set()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_asks_nothing_of_the_network(language: str) -> None:
    page = PAGES[language]
    tags = Tags(page)

    assert not {tag for tag, _ in tags.attributes} & {"link", "img", "iframe", "object", "form", "base"}
    assert tags.values("src") == []
    assert "url(" not in page.replace("url(#tip)", "")
    assert "@import" not in page


def test_the_policy_allows_the_pages_own_script_and_no_other() -> None:
    page = PAGES["en"]
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()

    assert len(script) == 1
    assert f"script-src 'sha256-{digest}'" in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_frame_has_its_language_and_the_words_of_the_report_theirs(language: str, direction: str) -> None:
    page = PAGES[language]

    assert f'<html lang="{language}" dir="{direction}">' in page
    assert all(
        'lang="ar" dir="rtl"' in tag for tag in re.findall(r"<(?:blockquote|q|div)[^>]*\bsaid\b[^>]*>", page)
    )


def test_the_same_reading_gives_the_same_page() -> None:
    assert to_html(sample(), language="en") == PAGES["en"]


EVIL = '<script>alert(1)</script><img src=x onerror="alert(1)">&amp;\u202e</style>{{7*7}}\x00\x1b[2J'


def evil() -> Reading:
    """A reading in which everything that comes from outside is hostile."""
    reading = bare(EVIL + "\nقال " + EVIL)
    length = len(reading.report.text)
    words, content = Span(8, 20), Span(20, length)
    said = Attribution(
        "a1", Span(0, 8), words, ("other",), None, content, None, "report", "distancing", True,
        None, None, None, None,
    )  # fmt: skip
    told = claim(
        "c1", Span(21, 30), Span(20, length), (Hop((EVIL,), None), Hop(("other",), "a1")), event("HARM")
    )
    report = dataclasses.replace(reading.report, outlet=EVIL, uri="javascript:alert(1)", published=EVIL)
    return dataclasses.replace(reading, report=report, attributions=(said,), claims=(told,))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_of_a_report_becomes_markup(language: str) -> None:
    page = to_html(evil(), language=language)
    tags = Tags(page)

    assert (tags.wrong, tags.open) == ([], [])
    assert Counter(tag for tag, _ in tags.attributes)["script"] == 1
    assert "img" not in {tag for tag, _ in tags.attributes}
    assert tags.values("onerror") == []
    assert not [value for value in tags.values("href") if value.startswith("javascript")]
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "{{7*7}}" in page


def test_spans_that_cross_are_cut_and_the_text_stays_whole() -> None:
    reading = sample()
    first, second = reading.attributions[0], reading.attributions[1]
    middle = (second.content.start + second.content.end) // 2
    crossing = dataclasses.replace(first, content=Span(first.content.start, middle))
    page = to_html(
        dataclasses.replace(reading, attributions=(crossing, *reading.attributions[1:])), language="en"
    )
    report = page[page.index('class="report') : page.index('class="cards"')]
    words = re.sub(r"<sup.*?</sup>|<[^>]*>", "", report.partition(">")[2].rpartition("<div")[0])

    assert Tags(page).wrong == []
    assert "".join(words.split()) == "".join(reading.report.text.split())


def test_a_long_report_with_deep_nesting_takes_linear_room() -> None:
    def page(count: int) -> int:
        reading = bare("قال إن " * count)
        end = len(reading.report.text)
        nested = tuple(
            dataclasses.replace(
                sample().attributions[4],
                id=f"a{n}",
                cue=Span(7 * n, 7 * n + 3),
                content=Span(7 * n + 4, end),
                parent=f"a{n - 1}" if n else None,
            )
            for n in range(count)
        )
        return len(to_html(dataclasses.replace(reading, attributions=nested), language="en"))

    assert page(400) < 2.5 * page(200)


def test_a_voice_inside_a_voice_stands_inside_it() -> None:
    page = PAGES["en"]
    outer = page.index("of-a2")

    assert page.index("of-a3") > outer
    assert page[outer : page.index("of-a3")].count("</span>") < page[outer : page.index("of-a3")].count(
        "<span"
    )


def test_the_map_shows_settled_places_and_the_table_all() -> None:
    page = PAGES["en"]
    drawn = page[page.index('<svg class="map"') :].partition("</svg>")[0]

    assert "As Sukhnah" in drawn
    assert "km" in drawn
    assert "تل الرماد" not in drawn
    assert "تل الرماد" in page[page.index("Where they are") :]


def test_without_settled_places_there_is_no_map() -> None:
    reading = sample()
    places = tuple(dataclasses.replace(place, geometry=None) for place in reading.places)

    assert '<svg class="map"' not in to_html(dataclasses.replace(reading, places=places), language="en")


def test_evidence_of_each_hop_is_on_the_page() -> None:
    page = PAGES["en"]

    for words in ("وقالت مصادر محلية", "تحقيقاً للتحالف أثبت"):
        assert words in page
    assert found("وقالت").start < found("مصادر محلية").start

"""Who says what about a report: options, front matter, the page itself, in this order."""

from pathlib import Path

import pytest

from riwaya.capture import Captured, CaptureOptions, capture_bytes, capture_path, known_outlets
from riwaya.errors import InputError, UsageError
from riwaya.packs.pack import Outlet

TEXT = "قالت مصادر محلية إن الطريق المؤدي إلى السوق أغلق.\nوأضافت أن السبب غير معروف.\n"
FRONT = "---\noutlet: barid\npublished: 2015-08-06\nuri: https://news.example/1\nlayout: post\n---\n"
PAGE = """<!DOCTYPE html><html lang="ar"><head><meta charset="{charset}"><title>إغلاق طريق السوق</title>
<meta property="og:title" content="إغلاق طريق السوق">
<meta property="article:published_time" content="2015-08-06T10:00:00+03:00">
<link rel="canonical" href="https://www.barid.example/news/1"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/b">أخبار</a></nav><article><h1>إغلاق طريق السوق</h1>
<p>قالت مصادر محلية في المدينة إن الطريق المؤدي إلى السوق أغلق صباح اليوم أمام المارة والسيارات.</p>
<p>وأضافت المصادر أن السبب غير معروف، وأن البلدية لم تصدر بيانا حتى الآن، بحسب مراسل الصحيفة.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def capture(text: str, outlet: str | None = None, published: str | None = None) -> Captured:
    options = CaptureOptions(outlet=outlet, published=published)
    return capture_bytes(text.encode(), "report", options=options)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_speaks_and_is_no_part_of_the_text(end: str) -> None:
    captured = capture((FRONT + TEXT).replace("\n", end))

    assert (captured.outlet, captured.published) == ("barid", "2015-08-06")
    assert captured.uri == "https://news.example/1"
    assert captured.text == TEXT.replace("\n", end)


def test_options_beat_front_matter() -> None:
    captured = capture(FRONT + TEXT, outlet="other", published="2016-01-02T03:04Z")

    assert (captured.outlet, captured.published) == ("other", "2016-01-02T03:04Z")


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + TEXT,
        "---\n" + TEXT + "---\n",
        "---\nالخبر: " + TEXT + "---\nثم كتب: لا شيء",
        "---\n[1, 2]\n---\n" + TEXT,
        "---\n: : :\n\t- [\n---\n" + TEXT,
        " ---\noutlet: x\n---\n" + TEXT,
    ],
)
def test_a_rule_at_the_top_is_text(text: str) -> None:
    assert capture(text).text == text


@pytest.mark.parametrize("block", ["outlet: [barid", 'published: "2015', "outlet: a\n  published: b: c"])
def test_front_matter_with_a_slip_is_an_error(block: str) -> None:
    with pytest.raises(InputError, match="front matter"):
        capture(f"---\n{block}\n---\n{TEXT}")


@pytest.mark.parametrize("nesting", ["[" * 5000, "{a: " * 4000, "*a"])
def test_hostile_yaml_is_harmless(nesting: str) -> None:
    with pytest.raises(InputError, match="front matter"):
        capture(f"---\noutlet: {nesting}\n---\n{TEXT}")


@pytest.mark.parametrize(
    "value", ["yesterday", "2015-13-01", "2015-02-30", "06.08.2015", "20150806", "٢٠١٥-٠٨-٠٦"]
)
def test_a_bad_date_is_refused_wherever_it_stands(value: str) -> None:
    with pytest.raises(UsageError, match="2015-08-06"):
        CaptureOptions(published=value)
    with pytest.raises(InputError, match="2015-08-06"):
        capture(f"---\npublished: {value}\n---\n{TEXT}")


@pytest.mark.parametrize("value", ["2015-08-06", "2015-08-06T14:00", "2015-08-06T14:00:59.5+03:00"])
def test_days_and_moments_are_dates(value: str) -> None:
    assert capture(TEXT, published=value).published == value


def test_an_outlet_is_a_name() -> None:
    with pytest.raises(UsageError):
        CaptureOptions(outlet="a\x1b[31m")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "utf-16"])
def test_a_page_yields_title_and_main_text_and_says_when_and_where(charset: str) -> None:
    captured = capture_bytes(PAGE.format(charset=charset).encode(charset), "page")
    lines = captured.text.split("\n")

    assert lines[0] == "إغلاق طريق السوق"
    assert lines.count("إغلاق طريق السوق") == 1
    assert lines[1].startswith("قالت مصادر محلية")
    assert "الحقوق" not in captured.text
    assert (captured.published, captured.uri) == ("2015-08-06", "https://www.barid.example/news/1")
    assert captured.outlet == "barid.example"


def test_a_wrong_declaration_does_not_break_the_page() -> None:
    data = PAGE.format(charset="windows-1252").encode("utf-8")

    assert capture_bytes(data, "page", html=True, charset="iso-8859-1").text.startswith("إغلاق")


def test_the_pack_knows_the_outlet_of_a_domain() -> None:
    options = CaptureOptions(outlets={"barid.example": "barid-news"})

    assert capture_bytes(PAGE.encode(), "page", options=options).outlet == "barid-news"
    assert (
        capture_bytes(PAGE.encode(), "page", uri="http://m.barid.example/", options=options).outlet
        == "barid-news"
    )


def test_front_matter_beats_the_page() -> None:
    captured = capture_bytes((FRONT + PAGE).encode(), "page.html", html=True)

    assert (captured.outlet, captured.published) == ("barid", "2015-08-06")
    assert captured.uri == "https://news.example/1"


def test_where_bytes_were_fetched_beats_what_they_say() -> None:
    assert capture_bytes((FRONT + TEXT).encode(), "x", uri="https://a.example/").uri == "https://a.example/"


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><a href='/'>الرئيسية</a></body></html>",
        "<html>" + "<div>" * 20_000,
        "<!doctype html><script>" + TEXT + "</script>",
        "plain",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(InputError, match="no article"):
        capture_bytes(page.encode(), "page.html", html=True)


def test_files_are_read_by_their_extension(tmp_path: Path) -> None:
    page, text = tmp_path / "a.HTM", tmp_path / "b.txt"
    page.write_text(PAGE, encoding="utf-8")
    text.write_bytes(TEXT.encode())

    assert capture_path(page).text.startswith("إغلاق")
    assert capture_path(text).text == TEXT
    with pytest.raises(InputError, match="No such file"):
        capture_path(tmp_path / "c.txt")
    with pytest.raises(InputError, match="directory"):
        capture_path(tmp_path)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="بَريد القرية">', "village-post"),
        ('<meta property="og:site_name" content="موقع لا يُعرف">', None),
        ('<meta property="og:site_name" content="بريد القرية"><link rel="canonical" href="https://a.example/1">',
         "village-post"),
        ('<meta property="og:site_name" content="بريد القرية"><link rel="canonical" href="https://city.example/1">',
         "city-post"),
    ],
)  # fmt: skip
def test_a_page_names_its_site(head: str, outlet: str | None) -> None:
    known = known_outlets(
        [
            Outlet("village-post", ("بريد القرية",), (), None, "unknown", None),
            Outlet("city-post", ("بريد المدينة",), ("city.example",), None, "unknown", None),
        ]
    )
    link = '<link rel="canonical" href="https://www.barid.example/news/1">'
    page = PAGE.format(charset="utf-8").replace(link, head)

    assert capture_bytes(page.encode(), "page", options=CaptureOptions(outlets=known)).outlet == outlet

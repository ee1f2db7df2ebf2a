"""The dossier: every part says what it should, in both languages, and nothing of the report acts."""

import dataclasses

import pytest

from exchange.sample import bare, sample
from riwaya.exchange import to_dossier
from riwaya.exchange.bidi import FSI, ISOLATES, PDI
from riwaya.exchange.terminal import display_width
from riwaya.model import Reading, Report

ENGLISH = to_dossier(sample(), language="en", width=100)
ARABIC = to_dossier(sample(), language="ar", width=100)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "part",
    [
        "القوات الروسية تؤوي مسلحين قرب السخنة",
        "barid-al-badia · 2023-05-17",
        "11 claims, 6 voices, 2 matters",
        "Who sheltered the armed men near As Sukhnah?",
        "barid-al-badia ← Unnamed local sources ← Global Coalition (investigation)",
        "the reporter's wording endorses it (“أثبت”)",
        "the reporter's wording keeps its distance (“وزعم”)",
        "possible (“ربما”)",
        "Russia counter-accuses Global Coalition",
        "Only one side is heard on this.",
        "Global Coalition asks Russia",
        "Answer: «رفضت تسيير دوريات»",
        "about: Russia → mobilises",
        "Global Coalition → holds",
        "unclear whose words: the source's or the reporter's",
        "What the headline asserts and the body only attributes",
        "killed: at least 12 (preliminary)",
        "202 characters stand in the report again",
        "places not settled: تل الرماد (mountain)",
        "مدير ناحية السخنة and جندياً",
        "not who is right",
    ],
)
def test_the_english_dossier_says(part: str) -> None:
    assert part in flat(ENGLISH)


@pytest.mark.parametrize(
    "part",
    [
        "11 قولاً و6 أصوات وقضيتان ومكانان",
        "من آوى المسلحين قرب السخنة؟",
        "barid-al-badia → مصادر محلية → التحالف الدولي (تحقيق)",
        "القوات الروسية ← إيواء ← مسلحون مجهولون",
        "التحالف الدولي يطلب من روسيا",
        "12 على الأقل",
    ],
)
def test_the_arabic_dossier_says(part: str) -> None:
    assert part in flat(ARABIC)


def test_each_sides_words_come_before_their_chain() -> None:
    lines = ENGLISH.splitlines()
    side = lines.index("  Russia:")

    assert lines[side + 1] == "    «إيواء مسلحين قرب السخنة»"
    assert lines[side + 2] == "      barid-al-badia ← Russia"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_terminal(language: str, width: int) -> None:
    text = to_dossier(sample(), language=language, width=width)

    assert max(display_width(line) for line in text.splitlines()) <= max(width, 26)


def test_without_colour_and_isolates_there_are_no_controls() -> None:
    assert not [char for char in ENGLISH if ord(char) < 32 and char != "\n"]
    assert FSI not in ENGLISH


def test_isolates_are_balanced_on_every_line() -> None:
    for line in to_dossier(sample(), language="en", bidi="isolate").splitlines():
        assert sum(map(line.count, ISOLATES)) == line.count(PDI)


def retold(text: str) -> Reading:
    report: Report = dataclasses.replace(bare(text).report, outlet="\x1b[31mred")
    return dataclasses.replace(bare(text), report=report)


def test_escape_sequences_of_a_report_do_not_reach_the_terminal() -> None:
    reading = sample()
    evil = reading.report.text.replace("إيواء", "\x1b[2Jء", 1).replace("قرب", "\u202eر\u202c", 1)
    assert len(evil) == len(reading.report.text)
    report = dataclasses.replace(reading.report, text=evil)

    text = to_dossier(dataclasses.replace(reading, report=report), language="en")

    assert "\x1b" not in text
    assert "\u202e" not in text


def test_an_outlet_cannot_colour_the_terminal() -> None:
    assert "\x1b" not in to_dossier(retold("نص"), language="en")


@pytest.mark.parametrize(
    "part", ["Nobody was found", "--outlet ID", "--published DATE", "without a headline"]
)
def test_an_empty_reading_says_what_to_do_next(part: str) -> None:
    assert part in flat(to_dossier(bare(), language="en"))


def test_many_statements_are_cut_and_counted() -> None:
    reading = sample()
    other = [
        dataclasses.replace(
            reading.claims[8], id=f"x{n}", content=dataclasses.replace(reading.claims[8].content, end=300 + n)
        )
        for n in range(50)
    ]
    bulk = tuple(dataclasses.replace(c, event=dataclasses.replace(c.event, type="MOVE")) for c in other)

    text = to_dossier(dataclasses.replace(reading, claims=(*reading.claims, *bulk)), language="en")

    assert "more: --format html shows them" in flat(text)

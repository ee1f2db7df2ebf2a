"""Answers on terminals of all kinds."""

import pytest

from riwaya.cli.answers import to_table
from riwaya.exchange import Style
from riwaya.exchange.bidi import strip_isolates, visual
from riwaya.exchange.terminal import Bidi, display_width
from riwaya.i18n import use_language
from riwaya.questions import Answer, Column, Evidence, Line

COLUMNS = (
    Column("who", "who accuses", "ids"),
    Column("type", "what", "label"),
    Column("mode", "how", "label"),
    Column("last", "last said", "day"),
    Column("times", "times", "number"),
    Column("quotation", "words", "words"),
)
KEY = "r0123456789abcdef"
NAMES = {"islamic-state": "تنظيم الدولة الإسلامية", "france": "France"}


def evidence(claim: str) -> Evidence:
    return Evidence(KEY, claim, "okaz", "2015-07-22", None, 0, 4, "قصف", "machine")


ANSWER = Answer(
    "sample",
    COLUMNS,
    (
        Line(
            (("islamic-state", "france"), "ASSAULT", None, "2015-07-22", 3, "قصفت الطائرات السوق القديم"),
            (evidence("c1"), evidence("c2")),
        ),
        Line((("other: مدير [الناحية]",), "HARM", None, None, 0, None), (evidence("c12"),)),
    ),
    40,
    3,
    ("An accusation is not a finding.",),
)


def table(width: int = 100, bidi: Bidi = "none", *, colour: bool = False, language: str = "en") -> list[str]:
    with use_language(language):
        return to_table(ANSWER, NAMES, Style(width, colour, bidi)).splitlines()


def test_a_wide_terminal_gets_a_table_without_empty_columns() -> None:
    head, first, words, second = table()[:4]

    assert head.split("  ")[0] == "who accuses"
    assert "how" not in head
    assert first.split() == [
        "تنظيم",
        "الدولة",
        "الإسلامية,",
        "France",
        "attacks",
        "2015-07-22",
        "3",
        f"{KEY}/c1",
        "+1",
    ]
    assert words == "    «قصفت الطائرات السوق القديم»"
    assert "“مدير [الناحية]”" in second
    assert [line.find(KEY) for line in (first, second)] == [head.find("evidence")] * 2


@pytest.mark.parametrize("bidi", ["none", "isolate", "visual"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [20, 30, 60, 72, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int, bidi: Bidi, language: str) -> None:
    lines = table(width, bidi, language=language)

    assert [line for line in lines if display_width(line) > width] == []


def test_a_narrow_terminal_gets_a_block_a_row() -> None:
    lines = table(40)

    assert "what: attacks" in lines
    assert "last said: 2015-07-22" in lines


def test_every_isolate_is_closed_on_its_line() -> None:
    for line in (*table(bidi="isolate"), *table(bidi="isolate", language="ar"), *table(30, "isolate")):
        assert sum(char in "\u2066\u2067\u2068" for char in line) == line.count("\u2069"), line


def test_terminals_without_bidi_get_what_is_seen() -> None:
    assert any(visual("قصفت الطائرات السوق القديم") in line for line in table(bidi="visual"))


def test_an_arabic_table_runs_from_the_right() -> None:
    head = next(line for line in table(bidi="visual", language="ar"))
    first = table(bidi="visual", language="ar")[1]

    assert first.index(KEY) < first.index("2015-07-22")
    assert display_width(head) <= 100


def test_colour_only_when_asked_for() -> None:
    assert not any("\x1b" in line for line in table())
    assert table(colour=True)[0].startswith("\x1b[1;34m")


def test_what_is_held_back_and_what_follows_is_said() -> None:
    text = "\n".join(table())

    assert "3 claims of armed presence or movement are held back" in text
    assert "rows 1–5 of 40" in text
    assert "An accusation is not a finding." in text


def test_one_claim_is_held_back() -> None:
    answer = Answer("sample", COLUMNS, (), 1, 1)

    assert to_table(answer, {}, Style()).startswith("1 claim of armed presence or movement is held back")


def test_strange_characters_cannot_move_the_cursor() -> None:
    line = Line((("other: \x1b[2J\u202eabc",), "HARM", None, None, 1, None), ())
    text = to_table(Answer("sample", COLUMNS, (line,), 1), {}, Style())

    assert "\x1b" not in text
    assert "\u202e" not in strip_isolates(text)

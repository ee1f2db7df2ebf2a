"""Hostile input: nothing but Riwaya's own errors comes out, offsets stay valid, time stays linear."""

import random
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import riwaya
from riwaya import Reading, RiwayaError
from riwaya.capture import capture_bytes
from riwaya.exchange import from_json, to_csv, to_dossier, to_html, to_json
from riwaya.reading.reader import Reader

EXAMPLE = next((Path(riwaya.__file__).parent / "examples").glob("*.txt")).read_bytes()
WORDS = [
    *EXAMPLE.decode().split(),
    "\n",
    "«",
    "»",
    '"',
    "(",
    ")",
    ":",
    "،",
    ".",
    "\u202b",
    "\u0640",
    "\U0001f600",
    "12",
    "٣",
]
#: A text ten times as long may take this many times as long: linear, and room for a busy machine.
LINEAR = 25
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@lru_cache(maxsize=1)
def reader() -> Reader:
    return Reader()


def read(text: str) -> Reading:
    reading = reader().read(text, id="sha256:" + "0" * 64, published="2016-05-04")
    assert reading.report.text == text
    # Reading back checks that every span lies in the text and every id is one that is there.
    assert from_json(to_json(reading)) == reading
    return reading


def spans(value: Any) -> list[tuple[int, int]]:
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if {"start", "end"} <= value.keys() else []
        return own + [span for each in value.values() for span in spans(each)]
    return [span for each in value for span in spans(each)] if isinstance(value, list) else []


def assert_valid(reading: Reading) -> None:
    length = len(reading.report.text)
    found = spans(msgspec.to_builtins(reading))

    assert [span for span in found if not 0 <= span[0] < span[1] <= length] == []


@FEW
@given(st.binary(max_size=2000))
@example(b"\xff\xfe\x00\xd8")
@example(b"---\noutlet: *x\n---\n")
@example(b"<html><meta charset=idna>")
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    for html in (False, True):
        try:
            captured = capture_bytes(data, "x", html=html)
        except RiwayaError:
            continue
        assert_valid(read(captured.text))


@FEW
@given(st.text(max_size=500))
def test_random_text_is_read(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    assert_valid(read(text))


@FEW
@given(st.lists(st.sampled_from(WORDS), max_size=200), st.sampled_from(["", " "]))
def test_words_in_any_order_are_read(words: list[str], glue: str) -> None:
    assert_valid(read(glue.join(words)))


@FEW
@given(st.integers(0, len(EXAMPLE)), st.integers(0, len(EXAMPLE)))
def test_a_piece_of_a_report_is_read_or_refused(start: int, end: int) -> None:
    try:
        captured = capture_bytes(EXAMPLE[start:end], "x")
    except RiwayaError:
        return
    assert_valid(read(captured.text))


@FEW
@given(st.randoms(use_true_random=False))
def test_a_damaged_report_is_read_or_refused(chance: random.Random) -> None:
    data = bytearray(EXAMPLE)
    for _number in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert_valid(read(bytes(data).decode("utf-8", errors="replace")))
    try:
        captured = capture_bytes(bytes(data), "x")
    except RiwayaError:
        return
    assert_valid(read(captured.text))


HOSTILE = {
    "brackets": "(",
    "closing": ")",
    "quotes": '"',
    "angles": "«",
    "nested": "«(",
    "digits": "9",
    "arabic digits": "٩",
    "one word": "قال",
    "letters": "ا",
    "and": "و",
    "marks": "\u064b",
    "bidi": "\u202b",
    "lines": "\n",
    "spaces": " ",
    "colons": "قال: ",
    "names in quotes": ' س "ص" ع',
    "sides": "اشتباكات بين الجيش و",
    "cues": "وقال إن ",
    "nested cues": "قالت مصادر لوكالة إن تحقيقات أظهرت أن ",
    "actors": "روسيا والتحالف ",
    "places": "بين حلب وإدلب ",
    "numbers": "12 قتيلا و",
    "times": "أمس الثلاثاء ",
    "sentences": "قال الجيش إنه قصف حلب. ",
    "accusations": "تبادلت روسيا وتركيا الاتهامات بقصف حلب، ",
    "commas": "،",
    "dashes": "- ",
    "latin": "a",
    "tags": "<b>",
    "nul": "\x00",
}


def _numbered(number: int) -> str:
    """A word of four letters for a number, another one for each."""
    return "".join("بتثجحخدذرزسش"[number // 12**place % 12] for place in range(4))


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_length_only(piece: str) -> None:
    def seconds(length: int) -> float:
        # Numbered words in between, or all but the first pieces would be repeats that no stage reads.
        text = "".join(f"{piece} {_numbered(n)} " for n in range(length // (len(piece) + 6)))
        begun = time.process_time()
        reading = reader().read(text, id="sha256:" + "0" * 64)
        took = time.process_time() - begun
        assert_valid(reading)
        return took

    seconds(500)
    short = min(seconds(5_000) for _try in range(2))

    # The floor and the second try keep a busy machine from failing it; quadratic time takes fifty seconds.
    assert any(seconds(50_000) < LINEAR * max(short, 0.05) for _try in range(2))


@pytest.mark.parametrize("piece", ['" ', ' س "ص" ع', "“س “ص” ع” ", "اشتباكات بين الجيش و"])
def test_repeated_marks_and_sides_are_read_in_linear_time(piece: str) -> None:
    # One line without words in between: each mark, each side must not look through all that follow it.
    def seconds(times: int) -> float:
        begun = time.process_time()
        reader().read(piece * times, id="sha256:" + "0" * 64)
        return time.process_time() - begun

    seconds(40)

    assert any(seconds(4_000) < LINEAR * max(seconds(400), 0.02) for _try in range(2))


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_can_be_shown(piece: str) -> None:
    reading = read(piece * (2_000 // len(piece)))

    assert to_html(reading, language="ar")
    assert to_dossier(reading, language="en")
    assert to_csv([reading])

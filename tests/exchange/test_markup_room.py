"""The text of the workbench: every run of characters says where in the report it begins."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from exchange.sample import sample
from riwaya.exchange.index import CONTROLS, Index
from riwaya.exchange.markup import marked_up
from riwaya.exchange.voices import voices
from riwaya.model import Reading, Repeat, Span


class Runs(HTMLParser):
    """The runs of a text: offset and characters."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.open: list[str | None] = []
        self.folds = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.folds += tag == "details"
        if tag != "wbr":
            self.open.append(dict(attrs).get("data-at"))

    def handle_endtag(self, tag: str) -> None:
        assert tag != "wbr"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and (at := self.open[-1]) is not None:
            self.found.append((int(at), data))


def runs(reading: Reading, part: Span | None = None) -> Runs:
    index = Index(reading)
    return Runs(str(marked_up(index, voices(index), part=part, room=True).html))


def shown(text: str) -> list[int]:
    """The characters of a text that are shown: no controls, no blanks around lines."""
    return [at for at, char in enumerate(text) if not char.isspace() and not CONTROLS.match(char)]


def check(reading: Reading, part: Span | None = None) -> None:
    text = reading.report.text
    part = part or Span(0, len(text))
    there: list[int] = []
    for at, words in runs(reading, part).found:
        assert text[at : at + len(words)] == words
        there += [at + i for i, char in enumerate(words) if not char.isspace()]
    assert there == [at for at in shown(text) if part.start <= at < part.end]


def test_runs_are_the_text_at_their_offsets() -> None:
    check(sample())


@given(st.integers(0, 600), st.integers(0, 600))
def test_runs_of_a_part_are_its_text(start: int, end: int) -> None:
    length = len(sample().report.text)
    check(sample(), Span(min(start, end, length), min(max(start, end), length)))


@given(
    st.text(alphabet="اب \r\n\t\u202e\u200f\u2066\x00\x1b<>&\"'😀\u064b\u2028"),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3),
)
def test_runs_keep_their_offsets_whatever_stands_in_the_text(
    text: str, repeats: list[tuple[int, int]]
) -> None:
    reading = sample()
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in repeats]
    report = replace(
        reading.report, text=text, title=None, repeats=tuple(Repeat(a, b, Span(0, b - a)) for a, b in spans)
    )
    check(replace(reading, report=report, claims=(), attributions=(), mentions=(), links=(), matters=()))


def test_long_repeats_are_folded() -> None:
    reading = sample()
    assert any(item.end - item.start >= 40 for item in reading.report.repeats)
    assert runs(reading).folds == len(reading.report.repeats)
    index = Index(reading)
    assert "<details" not in marked_up(index, voices(index)).html


def test_a_word_without_end_is_broken_and_keeps_its_offsets() -> None:
    reading = sample()
    text = "عنوان\n" + "ب" * 450 + "\u202eا" * 300 + " كلمة\n"
    report = replace(reading.report, text=text, title=None, repeats=())
    bare = replace(reading, report=report, claims=(), attributions=(), mentions=(), links=(), matters=())
    check(bare)
    assert max(len(words) for _at, words in runs(bare).found) <= 200

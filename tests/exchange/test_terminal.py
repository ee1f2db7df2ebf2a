"""Lines for terminals: width, colour, direction, and what the environment asks for."""

import io

import pytest

from riwaya.errors import UsageError
from riwaya.exchange.bidi import FSI, PDI, RLI
from riwaya.exchange.terminal import Bidi, Sheet, Style, display_width, style_for, wrap
from riwaya.i18n import use_language


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "style"),
    [
        (io.StringIO(), {}, (False, "none")),
        (Terminal(), {}, (True, "isolate")),
        (Terminal(), {"NO_COLOR": "1"}, (False, "isolate")),
        (Terminal(), {"NO_COLOR": ""}, (True, "isolate")),
        (Terminal(), {"TERM": "dumb"}, (False, "isolate")),
        (Terminal(), {"RIWAYA_BIDI": "visual"}, (True, "visual")),
        (io.StringIO(), {"RIWAYA_BIDI": "isolate"}, (False, "isolate")),
    ],
)
def test_the_style_fits_the_stream(
    stream: io.StringIO, environ: dict[str, str], style: tuple[bool, str]
) -> None:
    found = style_for(stream, environ)

    assert (found.colour, found.bidi) == style


def test_an_unknown_way_of_writing_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="RIWAYA_BIDI"):
        style_for(io.StringIO(), {"RIWAYA_BIDI": "mirror"})


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("دَار", 3), (f"{FSI}دار{PDI}", 3), ("漢", 2), ("", 0), ("a\u200cb", 2)]
)
def test_marks_and_controls_take_no_column(text: str, width: int) -> None:
    assert display_width(text) == width


def test_no_line_is_wider_than_asked_and_no_word_is_lost() -> None:
    text = "كلمة word " * 30 + "x" * 50
    lines = list(wrap(text, 20))

    assert max(display_width(line) for line in lines) <= 20
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_an_isolate_is_closed_at_the_end_of_a_line_and_opened_on_the_next() -> None:
    first, second = wrap(f"aaaa {FSI}دار دار{PDI} b", 8)

    assert (first.count(FSI), first.count(PDI)) == (1, 1)
    assert second.startswith(FSI)
    assert second.count(PDI) == 1


def written(style: Style, language: str = "en") -> str:
    with use_language(language):
        sheet = Sheet(style)
        sheet.write("دار 12", "quote", indent=2)
        return sheet.text()


@pytest.mark.parametrize(
    ("style", "language", "line"),
    [
        (Style(20, False, "none"), "en", "  دار 12\n"),
        (Style(20, False, "isolate"), "en", f"  {RLI}دار 12{PDI}\n"),
        (Style(20, False, "isolate"), "ar", f"  {RLI}{RLI}دار 12{PDI}{PDI}\n"),
    ],
)
def test_a_quotation_in_each_way_of_writing(style: Style, language: str, line: str) -> None:
    assert written(style, language) == line


def test_visual_order_sets_arabic_at_the_right_in_an_arabic_interface() -> None:
    line = written(Style(20, False, "visual"), "ar").rstrip("\n")

    assert line.startswith(" " * 10)
    assert display_width(line) == 18


@pytest.mark.parametrize("bidi", ["isolate", "visual", "none"])
def test_an_entry_keeps_its_cells_and_wraps_its_text_beside_them(bidi: Bidi) -> None:
    sheet = Sheet(Style(24, False, bidi))
    sheet.entry(" 0.9   12  ", "one two three four five")

    assert sheet.text() == " 0.9   12  one two three\n           four five\n".lstrip("\n")


def test_colour_wraps_the_line_and_is_closed() -> None:
    sheet = Sheet(Style(20, True, "none"))
    sheet.write("Title", "title")

    assert sheet.text() == "\x1b[1mTitle\x1b[0m\n"

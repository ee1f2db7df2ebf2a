"""A report's text as HTML: paragraphs, and in them voices, sources, cues, anchors and repeats.

Spans may cross each other, elements may not: a span that would cross is cut at the other's end and goes on
behind it. The text itself is only ever escaped, never interpreted. For the workbench a part of a text can be
marked up, with long repeats folded and every run of characters saying where in the text it begins.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from markupsafe import Markup

from riwaya.exchange.index import CONTROLS, Index
from riwaya.exchange.voices import Voice
from riwaya.i18n import direction, language, ngettext
from riwaya.model import Span

#: Lines under each other that are told apart.
HIGHEST = 5
#: Elements within each other at most; what would stand deeper is in the list of claims only.
DEEPEST = 12
#: Repeats that are folded, in characters: a shorter one is read faster than it is opened.
FOLDED = 40
#: Order of elements that start together and are equally long, outermost first.
FOLD, PARAGRAPH, REPEAT, CONTENT, SOURCE, CUE, ANCHOR = range(7)
BLOCKS = (FOLD, PARAGRAPH)
#: So many characters without a blank are no word: a browser takes minutes to find where a line of them ends.
ENDLESS = re.compile(r"\S{200}")


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A span to be marked up. Of those that start together paragraphs come first, then the longer."""

    start: int
    within: bool
    negative_end: int
    rank: int
    key: str
    height: int = field(compare=False, default=0)
    goes_on: bool = field(compare=False, default=False)

    @property
    def end(self) -> int:
        """Where the piece ends."""
        return -self.negative_end


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """The whole text as HTML, and for each claim the element where its anchor stands."""

    html: Markup
    anchors: Mapping[str, str]


def marked_up(
    index: Index, voices: Mapping[str, Voice], *, part: Span | None = None, room: bool = False
) -> MarkedUp:
    """Mark up the text, or `part` of it. An anchor of several claims is one element.

    With `room` it is marked up for the workbench: long repeats are folded, and every run of characters is an
    element that says at which character of the text it begins (`data-at`).
    """
    text = index.reading.report.text
    part = part or Span(0, len(text))
    written = _run if room else _escaped
    out: list[Markup] = []
    shown: list[Piece] = []
    at = part.start
    for position, tag, piece in _tags(_pieces(index, part, fold=room), index, voices):
        if position > at and not (piece.rank in BLOCKS and not text[at:position].strip()):
            out.append(written(text[at:position], at))
        at = max(at, position)
        out.append(tag)
        if piece.rank == ANCHOR and position == piece.start and not piece.goes_on:
            shown.append(piece)
    return MarkedUp(Markup("").join(out), _anchored(index, shown))


def _anchored(index: Index, shown: list[Piece]) -> dict[str, str]:
    """For each claim the anchor that is, or holds, its own; the whole text where there is none."""
    starts = [piece.start for piece in shown]
    found = dict.fromkeys(index.claims, "text")
    for claim in index.reading.claims:
        number = bisect_right(starts, claim.anchor.start) - 1
        if number >= 0 and claim.anchor.start < shown[number].end:
            found[claim.id] = f"at-{shown[number].key}"
    return found


def _escaped(text: str, _at: int) -> Markup:
    return Markup("<wbr>").join(CONTROLS.sub("", part) for _start, part in _breakable(text))


def _run(text: str, at: int) -> Markup:
    """Text as elements, each of which shows all of the characters from `data-at` on: controls end one."""
    out: list[Markup] = []
    for first, part in _breakable(text):
        out += [Markup("<wbr>")] if out else []
        start = 0
        for end, after in (*(m.span() for m in CONTROLS.finditer(part)), (len(part), len(part))):
            if start < end:
                element = Markup('<span data-at="{}">{}</span>')
                out.append(element.format(at + first + start, part[start:end]))
            start = after
    return Markup("").join(out)


def _breakable(text: str) -> Iterator[tuple[int, str]]:
    """The text cut within words that no language has, each part with where it begins."""
    start = 0
    for match in ENDLESS.finditer(text):
        yield start, text[start : match.end()]
        start = match.end()
    yield start, text[start:]


def heights(index: Index) -> dict[str, int]:
    """How many voices stand within each other inside each attribution, counted up to `HIGHEST`."""
    found = {item.id: 0 for item in index.reading.attributions}
    for item in index.reading.attributions:
        parent = item.parent
        for height in range(1, HIGHEST + 1):
            if parent not in index.attributions:
                break
            found[parent] = max(found[parent], height)
            parent = index.attributions[parent].parent
    return found


def _pieces(index: Index, part: Span, *, fold: bool) -> list[Piece]:
    """Everything of a part that is to be marked up, uncut."""
    report, inside = index.reading.report, heights(index)
    repeats = [Span(item.start, item.end) for item in report.repeats]
    folded = [span for span in repeats if fold and span.end - span.start >= FOLDED]
    cuts = sorted({part.start, part.end, *(at for span in folded for at in (span.start, span.end))})
    found = [_piece(span, PARAGRAPH, "") for span in _paragraphs(report.text, part, cuts)]
    found += [_piece(span, FOLD if span in folded else REPEAT, "") for span in repeats]
    for item in index.reading.attributions:
        found.append(_piece(item.content, CONTENT, item.id, inside[item.id]))
        found.append(_piece(item.cue, CUE, item.id))
        if item.source is not None:
            found.append(_piece(item.source, SOURCE, item.id))
    anchors: dict[Span, str] = {}
    for claim in index.reading.claims:
        anchors.setdefault(claim.anchor, claim.id)
    found += [_piece(span, ANCHOR, claim) for span, claim in anchors.items()]
    clipped = (_clipped(piece, part) for piece in found)
    return [piece for piece in clipped if piece.start < piece.end]


def _piece(span: Span, rank: int, key: str, height: int = 0) -> Piece:
    return Piece(span.start, rank not in BLOCKS, -span.end, rank, key, height)


def _clipped(piece: Piece, part: Span) -> Piece:
    if part.start <= piece.start and piece.end <= part.end:
        return piece
    start, end = max(piece.start, part.start), min(piece.end, part.end)
    return replace(piece, start=start, negative_end=-end, goes_on=start > piece.start)


def _paragraphs(text: str, part: Span, cuts: list[int]) -> Iterator[Span]:
    """The lines of a part that are not blank, cut at `cuts`."""
    for start, end in pairwise(cuts):
        if start < part.start or end > part.end:
            continue
        at = start
        for line in text[start:end].splitlines(keepends=True):
            content = line.rstrip()
            if content:
                yield Span(at, at + len(content))
            at += len(line)


def _tags(
    pieces: list[Piece], index: Index, voices: Mapping[str, Voice]
) -> Iterator[tuple[int, Markup, Piece]]:
    """Opening and closing tags in the order of the text, properly nested, each with its piece."""
    starts = [piece.start for piece in pieces if piece.rank == PARAGRAPH]
    heapq.heapify(pieces)
    opened: list[Piece] = []
    while pieces or opened:
        if opened and (not pieces or opened[-1].end <= pieces[0].start):
            piece = opened.pop()
            yield piece.end, _closing(piece), piece
            continue
        piece = heapq.heappop(pieces)
        if not opened and piece.rank not in BLOCKS:
            _defer(piece, pieces, _next_start(piece, starts))
        elif len(opened) < DEEPEST and not _link_in_link(piece, opened):
            if opened and piece.end > opened[-1].end:
                _defer(piece, pieces, opened[-1].end, goes_on=True)
                piece = replace(piece, negative_end=opened[-1].negative_end)
            opened.append(piece)
            yield piece.start, _opening(piece, index, voices), piece


def _defer(piece: Piece, pieces: list[Piece], start: int, *, goes_on: bool = False) -> None:
    """Let a piece begin later, if anything of it is left by then."""
    if start < piece.end:
        heapq.heappush(pieces, replace(piece, start=start, goes_on=goes_on or piece.goes_on))


def _next_start(piece: Piece, starts: list[int]) -> int:
    """Where the paragraph after a gap begins; the end of the piece where there is none."""
    number = bisect_right(starts, piece.start)
    return starts[number] if number < len(starts) else piece.end


def _link_in_link(piece: Piece, opened: list[Piece]) -> bool:
    return piece.rank == ANCHOR and any(other.rank == ANCHOR for other in opened)


def _opening(piece: Piece, index: Index, voices: Mapping[str, Voice]) -> Markup:
    if piece.rank == PARAGRAPH:
        title = index.reading.report.title
        headline = title is not None and piece.start <= title.start < piece.end
        return Markup('<p class="headline">') if headline else Markup("<p>")
    if piece.rank == FOLD:
        return Markup('<details class="fold"><summary lang="{}" dir="{}">{}</summary>').format(
            language(), direction(), _repeated(piece.end - piece.start)
        )
    if piece.rank == REPEAT:
        return Markup('<span class="repeat">')
    if piece.rank == ANCHOR:
        at = Markup("") if piece.goes_on else Markup(' id="at-{}"').format(piece.key)
        return Markup('<a class="anchor" href="#{}"{} data-claim="{}">').format(piece.key, at, piece.key)
    voice = voices[piece.key]
    if piece.rank == CONTENT:
        opening = Markup('<span class="voice {} of-{} high-{}">').format(voice.style, piece.key, piece.height)
        return opening if piece.goes_on else opening + _badge(voice)
    kind = "source" if piece.rank == SOURCE else "cue"
    return Markup('<span class="{} {} by-{}">').format(kind, voice.style, piece.key)


def _badge(voice: Voice) -> Markup:
    return Markup('<sup class="badge {}">{}</sup>').format(voice.style, voice.letter)


def _repeated(characters: int) -> str:
    message = ngettext(
        "Stands above already: {n} character", "Stands above already: {n} characters", characters
    )
    return message.format(n=characters)


def _closing(piece: Piece) -> Markup:
    if piece.rank in BLOCKS:
        return Markup("</p>") if piece.rank == PARAGRAPH else Markup("</details>")
    return Markup("</a>") if piece.rank == ANCHOR else Markup("</span>")

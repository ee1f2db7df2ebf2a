"""A report's text as HTML: paragraphs, and in them voices, sources, cues, anchors and repeats.

Spans may cross each other, elements may not: a span that would cross is cut at the other's end and goes on
behind it. The text itself is only ever escaped, never interpreted.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from riwaya.exchange.index import CONTROLS, Index
from riwaya.exchange.voices import Voice
from riwaya.model import Span

#: Lines under each other that are told apart.
HIGHEST = 5
#: Elements within each other at most; what would stand deeper is in the list of claims only.
DEEPEST = 12
#: Order of elements that start together and are equally long, outermost first.
PARAGRAPH, REPEAT, CONTENT, SOURCE, CUE, ANCHOR = range(6)


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


def marked_up(index: Index, voices: Mapping[str, Voice]) -> MarkedUp:
    """Mark up the whole text. An anchor that several claims share, or that overlaps one, is one element."""
    text = index.reading.report.text
    out: list[Markup] = []
    shown: dict[int, str] = {}
    at = 0
    for position, tag, piece in _tags(_pieces(index), index, voices):
        if position > at and not (piece.rank == PARAGRAPH and not text[at:position].strip()):
            out.append(_escaped(text[at:position]))
        at = max(at, position)
        out.append(tag)
        if piece.rank == ANCHOR and position == piece.start and not piece.goes_on:
            shown[position] = f"at-{piece.key}"
    anchors = {claim.id: shown.get(claim.anchor.start, "text") for claim in index.reading.claims}
    return MarkedUp(Markup("").join(out), anchors)


def _escaped(text: str) -> Markup:
    return escape(CONTROLS.sub("", text))


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


def _pieces(index: Index) -> list[Piece]:
    """Everything that is to be marked up, uncut."""
    report, inside = index.reading.report, heights(index)
    found = [_piece(span, PARAGRAPH, "") for span in _paragraphs(report.text)]
    found += [_piece(Span(item.start, item.end), REPEAT, "") for item in report.repeats]
    for item in index.reading.attributions:
        found.append(_piece(item.content, CONTENT, item.id, inside[item.id]))
        found.append(_piece(item.cue, CUE, item.id))
        if item.source is not None:
            found.append(_piece(item.source, SOURCE, item.id))
    anchors: dict[Span, str] = {}
    for claim in index.reading.claims:
        anchors.setdefault(claim.anchor, claim.id)
    found += [_piece(span, ANCHOR, claim) for span, claim in anchors.items()]
    return [piece for piece in found if piece.start < piece.end]


def _piece(span: Span, rank: int, key: str, height: int = 0) -> Piece:
    return Piece(span.start, rank != PARAGRAPH, -span.end, rank, key, height)


def _paragraphs(text: str) -> Iterator[Span]:
    """The lines of the text that are not blank."""
    at = 0
    for line in text.splitlines(keepends=True):
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
        if not opened and piece.rank != PARAGRAPH:
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


def _closing(piece: Piece) -> Markup:
    if piece.rank == PARAGRAPH:
        return Markup("</p>")
    return Markup("</a>") if piece.rank == ANCHOR else Markup("</span>")

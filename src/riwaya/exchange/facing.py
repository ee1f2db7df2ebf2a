"""The sides of a matter as a drawing: facing each other, with arrows for what they do to one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from riwaya.exchange.view import MatterView, Side, Tie
from riwaya.exchange.wording import FSI, PDI
from riwaya.i18n import direction, ngettext

#: Sides that are drawn; a crowd is in the list only.
MOST_SIDES = 6
BOX_WIDTH, BOX_HEIGHT, ROW, DRAWING_WIDTH = 230, 64, 100, 720
#: Characters of a name that fit on one line of a box.
NAME_WIDTH = 28


def facing(matter: MatterView) -> Markup:
    """The sides of a matter left and right of each other, with arrows for what they do to one another.

    Empty where nothing runs between sides: boxes without arrows would say less than the list does.
    """
    seats = _seats(matter)
    rows = (len(seats) + 1) // 2
    boxes = Markup("").join(_box(matter.sides[side], seat) for side, seat in seats.items())
    ties = [tie for tie in matter.ties if tie.source in seats and tie.target in seats]
    if not ties:
        return Markup("")
    words = "; ".join(_plain(tie.words) for tie in ties)
    return Markup('<svg class="facing" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg>').format(
        DRAWING_WIDTH, rows * ROW + 16, words, boxes, _arrows(ties, seats)
    )


def _seats(matter: MatterView) -> dict[int, int]:
    """Where each side sits: those who answer each other across, the others as they are heard."""
    order: list[int] = []
    for tie in matter.ties:
        if tie.source not in order and tie.target not in order:
            order += [tie.source, tie.target]
    order += [number for number in range(len(matter.sides)) if number not in order]
    return {side: seat for seat, side in enumerate(order[:MOST_SIDES])}


def _arrows(ties: Sequence[Tie], seats: Mapping[int, int]) -> Markup:
    """One arrow a relation, with two heads where it runs both ways."""
    drawn: dict[tuple[int, int, str], bool] = {}
    for tie in ties:
        back = (seats[tie.target], seats[tie.source], tie.relation)
        if back in drawn:
            drawn[back] = True
        else:
            drawn.setdefault((seats[tie.source], seats[tie.target], tie.relation), False)
    arrows = [_arrow(key, number, mutual=mutual) for number, (key, mutual) in enumerate(drawn.items())]
    return Markup("").join(arrows)


def _corner(number: int) -> tuple[int, int]:
    """Left upper corner of a side's box: the first where reading starts, the second across."""
    first = (number % 2 == 0) == (direction() == "ltr")
    return 4 if first else DRAWING_WIDTH - BOX_WIDTH - 4, 8 + (number // 2) * ROW


def _box(side: Side, number: int) -> Markup:
    x, y = _corner(number)
    count = sum(len(item.claims) for item in side.statements)
    note = ngettext("{n} claim", "{n} claims", count).format(n=count)
    lines = Markup("").join(
        Markup('<text x="{}" y="{}">{}</text>').format(x + BOX_WIDTH // 2, y + 20 + 16 * row, line)
        for row, line in enumerate(_two_lines(_plain(side.name)))
    )
    return Markup(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="8"/>{}<text class="small" x="{}" y="{}">{}</text>'
    ).format(x, y, BOX_WIDTH, BOX_HEIGHT, lines, x + BOX_WIDTH // 2, y + 55, note)


def _two_lines(name: str) -> list[str]:
    """A name on at most two lines, cut with an ellipsis."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= NAME_WIDTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    shown = lines[:2]
    if len(lines) > 2 or any(len(line) > NAME_WIDTH + 4 for line in shown):
        shown[-1] = shown[-1][: NAME_WIDTH - 1].rstrip() + "…"
    return shown


def _arrow(key: tuple[int, int, str], number: int, *, mutual: bool) -> Markup:
    """An arrow from seat to seat with its relation; several in one place keep apart."""
    source, target, relation = key
    (x1, y1), (x2, y2) = _corner(source), _corner(target)
    shift = (0, -18, 18)[number % 3]
    if x1 == x2:
        x1 = x2 = x1 + BOX_WIDTH // 2 + shift
        start, end = (y1 + BOX_HEIGHT, y2) if y1 < y2 else (y1, y2 + BOX_HEIGHT)
    else:
        x1, x2 = (x1 + BOX_WIDTH, x2) if x1 < x2 else (x1, x2 + BOX_WIDTH)
        start, end = y1 + BOX_HEIGHT // 2 + shift, y2 + BOX_HEIGHT // 2 + shift
    return Markup(
        '<path class="tie" d="M{} {} L{} {}" marker-end="url(#tip)"{}/>'
        '<text class="small" x="{}" y="{}">{}</text>'
    ).format(
        x1, start, x2, end, Markup(' marker-start="url(#tip)"') if mutual else "",
        (x1 + x2) // 2, (start + end) // 2 - 4, relation,
    )  # fmt: skip


def _plain(text: str) -> str:
    return text.replace(FSI, "").replace(PDI, "")

"""The sides of a matter as a drawing: facing each other, with arrows for what they do to one another."""

from __future__ import annotations

from markupsafe import Markup

from riwaya.exchange.view import MatterView, Side, Tie
from riwaya.exchange.wording import FSI, PDI
from riwaya.i18n import direction, gettext, ngettext

#: Sides that are drawn; a crowd is in the list only.
MOST_SIDES = 6
BOX_WIDTH, BOX_HEIGHT, ROW, DRAWING_WIDTH = 230, 64, 84, 720
#: Characters of a name that fit on one line of a box.
NAME_WIDTH = 28


def facing(matter: MatterView) -> Markup:
    """The sides of a matter left and right of each other, with arrows for what they do to one another."""
    sides = matter.sides[:MOST_SIDES]
    if len(sides) < 2:
        return Markup("")
    rows = (len(sides) + 1) // 2
    boxes = Markup("").join(_box(side, number) for number, side in enumerate(sides))
    ties = [tie for tie in matter.ties if tie.source < len(sides) and tie.target < len(sides)]
    arrows = Markup("").join(_tie(tie, number) for number, tie in enumerate(ties))
    words = "; ".join(_plain(tie.words) for tie in ties) or gettext("The sides, next to each other")
    return Markup('<svg class="facing" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg>').format(
        DRAWING_WIDTH, rows * ROW + 16, words, boxes, arrows
    )


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


def _tie(tie: Tie, number: int) -> Markup:
    """An arrow from side to side with its relation; several between two sides keep apart."""
    (x1, y1), (x2, y2) = _corner(tie.source), _corner(tie.target)
    shift = (number % 3 - 1) * 16
    if x1 == x2:
        x = x1 + (BOX_WIDTH - 40 if x1 < DRAWING_WIDTH / 2 else 40) + shift
        start, end = (BOX_HEIGHT, 0) if y1 < y2 else (0, BOX_HEIGHT)
        return Markup('<path class="tie" d="M{} {} L{} {}" marker-end="url(#tip)"/>').format(
            x, y1 + start, x, y2 + end
        )
    left = x1 < x2
    ends = (x1 + BOX_WIDTH, x2) if left else (x1, x2 + BOX_WIDTH)
    middle = BOX_HEIGHT // 2 + shift
    word = Markup('<text class="small" x="{}" y="{}">{}</text>').format(
        DRAWING_WIDTH // 2, (y1 + y2) // 2 + middle - 3, tie.relation
    )
    path = Markup('<path class="tie" d="M{} {} L{} {}" marker-end="url(#tip)"/>')
    return path.format(ends[0], y1 + middle, ends[1], y2 + middle) + word


def _plain(text: str) -> str:
    return text.replace(FSI, "").replace(PDI, "")

"""The dossier: what an editor can use at once, as text for a terminal or a file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from riwaya.exchange import view
from riwaya.exchange.index import Index
from riwaya.exchange.terminal import DEFAULT_WIDTH, Bidi, Sheet, Style
from riwaya.exchange.wording import arrow, both, chain_line, isolate, quoted
from riwaya.i18n import gettext, ngettext, use_language
from riwaya.model import Reading

#: Matters, and statements beyond them, that are listed before people are sent to the page.
LIMIT = 40


def to_dossier(
    reading: Reading,
    *,
    language: str | None = None,
    color: bool = False,
    width: int = DEFAULT_WIDTH,
    bidi: Bidi = "none",
) -> str:
    """The dossier of a reading.

    Args:
        reading: what was read.
        language: of the interface; None is the current one.
        color: whether to write colours (SGR).
        width: columns of a line.
        bidi: how right-to-left words are written, see `terminal.Bidi`.
    """
    with use_language(language):
        sheet, index = Sheet(Style(width, color, bidi)), Index(reading)
        _head(sheet, index)
        shown: set[str] = set()
        for section in (_matters, _requests, _holdings, _headline):
            shown |= section(sheet, index)
        _rest(sheet, index, shown)
        _repeats(sheet, index)
        _open(sheet, index)
        _foot(sheet, index)
        return sheet.text()


def _head(sheet: Sheet, index: Index) -> None:
    report = index.reading.report
    sheet.write(index.words(report.title) or gettext("A report without a headline"), "title")
    published = report.published or gettext("day not known")
    facts = [view.outlet_name(index), isolate(published), *([isolate(report.uri)] if report.uri else [])]
    sheet.write(" · ".join(facts))
    sheet.write(view.summary(index), "note")
    if not index.reading.attributions and not index.reading.claims:
        sheet.blank()
        sheet.write(gettext("Nobody was found to say or do anything in this report."), "warning")
        sheet.write(
            gettext(
                "Is it Arabic news prose, and the whole of it? --format json shows what was found; "
                "words that the reader should have known can be added to its lexicon or to a pack."
            )
        )


def _heading(sheet: Sheet, text: str) -> None:
    sheet.blank()
    sheet.write(text, "heading")


def _statement(
    sheet: Sheet, item: view.Statement, indent: int, *, chain: bool = True, coded: bool = True
) -> None:
    """Somebody's words first, then how they were handed on, hedged and, if `coded`, read."""
    sheet.write(quoted(item.words), "quote", indent=indent)
    if chain:
        sheet.write(chain_line(item.stations), indent=indent + 2)
    if item.notes:
        sheet.write(gettext("; ").join(item.notes), "note", indent=indent + 2)
    for gist in item.gists if coded else ():
        sheet.write(f"= {gist}", "note", indent=indent + 2)


def _ids(items: Iterable[view.Statement]) -> set[str]:
    """The claims of some statements and what these are about."""
    claims = [claim for item in items for claim in item.claims]
    return {claim.id for claim in claims} | {claim.event.theme for claim in claims if claim.event.theme}


def _matters(sheet: Sheet, index: Index) -> set[str]:
    found = view.matter_views(index)
    views = found[:LIMIT]
    if not views:
        return set()
    _heading(sheet, gettext("What it is about, and each side's account"))
    for matter in views:
        sheet.blank()
        sheet.write(matter.label, "name")
        for side in matter.sides:
            sheet.write(gettext("{name}:").format(name=side.name), "name", indent=2)
            for item in side.statements:
                # A chain that ends where it begins is the side's own name.
                _statement(sheet, item, 4, chain=len(item.stations) > 1)
        for tie in matter.ties:
            sheet.write(f"{arrow(forth=True)} {tie.words}", indent=2)
        if len(matter.sides) == 1:
            sheet.write(gettext("Only one side is heard on this."), "note", indent=2)
    _more(sheet, len(found) - LIMIT)
    told = {claim for matter in views for claim in matter.told}
    return told | _ids(item for matter in views for side in matter.sides for item in side.statements)


def _requests(sheet: Sheet, index: Index) -> set[str]:
    found = view.requests(index)
    if not found:
        return set()
    _heading(sheet, gettext("Who asked whom for what, and what came of it"))
    for request in found:
        sheet.blank()
        to = request.addressee or gettext("somebody")
        sheet.write(
            gettext("{asker} asks {addressee}").format(asker=request.asker, addressee=to), "name", indent=2
        )
        if request.wish:
            sheet.write(gettext("for: {wish}").format(wish=request.wish), indent=4)
        # Who asks whom for what stands above: the words and the chain are enough.
        _statement(sheet, request.asked, 4, coded=False)
        for answer in request.answers:
            sheet.write(gettext("Answer:"), "name", indent=4)
            _statement(sheet, answer, 6)
        if not request.answers:
            sheet.write(gettext("The report tells of no answer."), "note", indent=4)
    return _ids(item for request in found for item in (request.asked, *request.answers))


def _holdings(sheet: Sheet, index: Index) -> set[str]:
    found = view.holdings(index)
    if not found:
        return set()
    _heading(sheet, gettext("Who is said to hold or be at which place, and by whom"))
    for places, group in groupby(found, key=lambda item: item.places):
        sheet.blank()
        sheet.write(places, "name", indent=2)
        for item in group:
            sheet.write(f"{item.holder} {arrow(forth=True)} {item.how}", indent=4)
            _statement(sheet, item.statement, 6, coded=False)
    return _ids(item.statement for item in found)


def _headline(sheet: Sheet, index: Index) -> set[str]:
    found = view.headlines(index)
    if not found:
        return set()
    _heading(sheet, gettext("What the headline asserts and the body only attributes"))
    for headline in found:
        sheet.blank()
        _statement(sheet, headline.asserted, 2)
        sheet.write(gettext("In the body:"), "name", indent=4)
        for item in headline.attributed:
            _statement(sheet, item, 6, coded=False)
    return _ids(item for headline in found for item in (headline.asserted, *headline.attributed))


def _rest(sheet: Sheet, index: Index, shown: set[str]) -> None:
    found = view.remaining(index, shown)
    if not found:
        return
    _heading(sheet, gettext("What else is said"))
    for chain, group in groupby(found[:LIMIT], key=lambda item: chain_line(item.stations)):
        sheet.blank()
        sheet.write(chain, "name", indent=2)
        for item in group:
            _statement(sheet, item, 4, chain=False)
    _more(sheet, len(found) - LIMIT)


def _more(sheet: Sheet, hidden: int) -> None:
    """Say how much was left out, and where it is."""
    if hidden > 0:
        more = ngettext("{n} more: --format html shows it.", "{n} more: --format html shows them.", hidden)
        sheet.blank()
        sheet.write(more.format(n=hidden), "note", indent=2)


def _repeats(sheet: Sheet, index: Index) -> None:
    found = view.repetitions(index)
    if not found:
        return
    _heading(sheet, gettext("What repeats"))
    for item in found:
        size = item.end - item.start
        count = ngettext(
            "{n} character stands in the report again:", "{n} characters stand in the report again:", size
        )
        sheet.write(count.format(n=size), indent=2)
        sheet.write(f"«{item.words}…»", "quote", indent=4)


def _open(sheet: Sheet, index: Index) -> None:
    found = view.open_points(index)
    if not found:
        return
    _heading(sheet, gettext("What could not be settled"))
    for point in found:
        names = (
            gettext("{what}: {names}").format(what=point.what, names=both(point.names))
            if point.names
            else point.what
        )
        sheet.write(f"– {names}", indent=2)
        if point.advice:
            sheet.write(point.advice, "note", indent=4)


def _foot(sheet: Sheet, index: Index) -> None:
    reader = index.reading.reader
    sheet.blank()
    read = gettext(
        "Read by machine: riwaya {version}, pack {pack}. It shows who says what, not who is right."
    )
    sheet.write(read.format(version=isolate(reader.version), pack=isolate(reader.pack)), "note")

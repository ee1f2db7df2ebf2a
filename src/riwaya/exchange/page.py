"""A reading as one page for reading and printing: a single file that asks nothing of the network.

The report's text is only ever data: everything is escaped by Jinja, and the page's own policy (CSP) allows
no script but the one whose digest it names.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from riwaya.exchange import view
from riwaya.exchange.chart import map_of
from riwaya.exchange.facing import facing
from riwaya.exchange.geometry import point_of
from riwaya.exchange.index import Index, clean
from riwaya.exchange.labels import METHODS, PLACE_KINDS, RELATIONS, label
from riwaya.exchange.markup import heights, marked_up
from riwaya.exchange.voices import Voice, voices
from riwaya.exchange.wording import (
    FSI,
    PDI,
    Station,
    both,
    brief,
    chain_line,
    gist,
    isolate,
    place_name,
    quoted,
)
from riwaya.i18n import direction, gettext, language, ngettext, use_language
from riwaya.model import Claim, Link, Place, Reading, Span

TEMPLATES = Path(__file__).parent / "templates"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
LATIN = re.compile("[A-Za-z]")
#: Source and cue that stand closer than this are shown as one passage of evidence.
NEAR = 60
#: Tags around a phrase; the opening one by the language in which it is, where that is not the page's.
_PLAIN, _CLOSING = Markup("<bdi>"), Markup("</bdi>")
_OPENING = {"ar": Markup('<bdi lang="ar">'), "en": Markup('<bdi lang="en">')}


def to_html(reading: Reading, *, language: str | None = None) -> str:
    """The page of a reading, in the interface language (None: the current one)."""
    with use_language(language):
        index = Index(reading)
        page = Page(index)
        return (
            _environment()
            .get_template("page.html")
            .render(
                page=page,
                **page.words(),
                style=_asset("page.css"),
                script=_asset("page.js"),
                script_digest=_digest(_asset("page.js")),
            )
            + "\n"
        )


class Page:
    """What the template shows, part by part."""

    def __init__(
        self,
        index: Index,
        *,
        heard: Mapping[str, Voice] | None = None,
        part: Span | None = None,
        room: bool = False,
    ) -> None:
        """The page of a reading; `part` and `room` are `marked_up`'s, `heard` the voices of more than it."""
        self.index = index
        self.reading = index.reading
        self.voices = voices(index) if heard is None else heard
        self.text = marked_up(index, self.voices, part=part, room=room)
        self.cards = view.remaining(index, ())
        self.matters = view.matter_views(index)
        self.requests = view.requests(index)
        self.holdings = view.holdings(index)
        self.headlines = view.headlines(index)
        self.repetitions = view.repetitions(index)
        self.open_points = view.open_points(index)
        self._links: dict[str, list[Link]] = {}
        for link in index.reading.links:
            self._links.setdefault(link.source, []).append(link)

    def words(self) -> dict[str, object]:
        """Names that the template uses besides `page`."""
        return {
            "_": gettext,
            "ngettext": ngettext,
            "lang": language(),
            "dir": direction(),
            "both": both,
            "chain_line": chain_line,
            "facing": facing,
            "gist": lambda claim: gist(claim, self.index),
            "quoted": quoted,
            "place_name": lambda place: place_name(place, self.index),
        }

    @property
    def title(self) -> str:
        """The headline, or that there is none."""
        return self.index.words(self.reading.report.title) or gettext("A report without a headline")

    @property
    def outlet(self) -> str:
        """Who published the report."""
        return view.outlet_name(self.index)

    @property
    def published(self) -> str:
        """When it was published, as known."""
        return clean(self.reading.report.published or "") or gettext("day not known")

    @property
    def link(self) -> str | None:
        """The report's address if following it is harmless: only the web, never a script."""
        uri = self.reading.report.uri
        return clean(uri) if uri and _scheme(uri) in ("http", "https") else None

    @property
    def summary(self) -> str:
        """How much was found."""
        return view.summary(self.index)

    @property
    def depth(self) -> int:
        """How deep voices stand in each other."""
        return max(heights(self.index).values(), default=0)

    @property
    def legend(self) -> list[object]:
        """Every voice once, in the order in which they are heard."""
        return list(dict.fromkeys(self.voices[item.id] for item in self.reading.attributions))

    @property
    def map(self) -> Markup:
        """The drawn map, empty where no place is settled."""
        return map_of(self.index)

    def evidence(self, station: Station) -> str:
        """The words of the report that show one hop of a chain."""
        attribution = self.index.attributions.get(station.attribution or "")
        if attribution is None:
            return ""
        spans = sorted(span for span in (attribution.source, attribution.cue) if span)
        if spans[-1].start - spans[0].end <= NEAR:
            return brief(self.index.words(Span(spans[0].start, max(span.end for span in spans))))
        return " … ".join(brief(self.index.words(span)) for span in spans)

    def card(self, item: view.Statement) -> str:
        """The id of a statement beside the text."""
        if item.claims:
            return f"s-{item.claims[0].id}"
        return f"s-{item.attribution.id}" if item.attribution else "s"

    def relations(self, claim: Claim) -> list[tuple[str, Claim]]:
        """What a claim is to others."""
        return [
            (label(RELATIONS, link.relation), self.index.claims[link.target])
            for link in self._links.get(claim.id, [])
            if link.target in self.index.claims
        ]

    def kind(self, place: Place) -> str:
        """What sort of place it is."""
        return label(PLACE_KINDS, place.kind)

    def position(self, place: Place) -> str:
        """Coordinates no finer than the uncertainty allows: two decimals are about a kilometre."""
        point = point_of(place.geometry)
        return f"{point.lat:.2f}, {point.lon:.2f}" if point else "–"

    def basis(self, place: Place) -> str:
        """How a place was settled."""
        basis = place.basis
        parts = [label(METHODS, basis.method)]
        if basis.of:
            parts.append(both(place_name(other, self.index) for other in basis.of))
        parts += [isolate(part) for part in (basis.relation, basis.source) if part]
        return " · ".join(parts)


def _scheme(uri: str) -> str:
    try:
        return urlsplit(uri).scheme.lower()
    except ValueError:
        return ""


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["bdi"] = bdi
    return environment


def bdi(text: str) -> Markup:
    """A phrase with its isolates as `<bdi>`, each in the language of its letters if not the page's."""
    if FSI not in text:
        return escape(text.replace(PDI, ""))
    pieces: list[str] = []
    for number, part in enumerate(text.split(FSI)):
        inner, closed, rest = part.partition(PDI)
        if number == 0 or not closed:
            pieces.append(part.replace(PDI, ""))
        else:
            pieces += [_opening(inner), inner, _CLOSING, rest.replace(PDI, "")]
    return Markup("").join(pieces)


def _opening(text: str) -> Markup:
    """The tag before a phrase; it tells a screen reader to change its voice."""
    code = "ar" if ARABIC.search(text) else "en" if LATIN.search(text) else language()
    return _PLAIN if code == language() else _OPENING[code]


@lru_cache
def _asset(name: str) -> Markup:
    """A part of the page that is written as it is."""
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - ships with the package


def _digest(script: str) -> str:
    """The script's digest as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

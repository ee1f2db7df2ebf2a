"""The reader: everything it knows, loaded once, and the way of one report through the stages."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from pathlib import Path

from riwaya import model
from riwaya.errors import InputError, UsageError
from riwaya.gazetteer import PlaceIndex, load_world, read_overlay, read_pack_places
from riwaya.gazetteer.table import read_reaches
from riwaya.i18n import gettext as _
from riwaya.lexicon.actors import load_actor_lexicon
from riwaya.lexicon.bases import load_bases
from riwaya.lexicon.countries import load_countries
from riwaya.lexicon.cues import load_cues
from riwaya.lexicon.glue import load_glue
from riwaya.lexicon.numbers import load_numbers
from riwaya.lexicon.particles import load_particles
from riwaya.lexicon.place_words import load_place_words
from riwaya.lexicon.quantities import load_quantities
from riwaya.lexicon.tables import LEXICON
from riwaya.lexicon.times import load_times
from riwaya.packs.layer import layer_bytes
from riwaya.packs.pack import Outlet, Pack, load_pack
from riwaya.reading import assemble
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.actors.actors import find_actors
from riwaya.reading.actors.homes import countries_of_towns
from riwaya.reading.actors.labels import resolve_labels
from riwaya.reading.draft import Findings
from riwaya.reading.events.events import find_claims, load_lexicons
from riwaya.reading.events.somebody import with_people
from riwaya.reading.linking.links import find_links
from riwaya.reading.linking.matters import find_matters
from riwaya.reading.places.places import PlaceFinder, find_places
from riwaya.reading.quantities.quantities import find_quantities
from riwaya.reading.speech.attributions import find_attributions
from riwaya.reading.speech.speech_lexicon import SpeechLexicon
from riwaya.reading.times.times import find_times
from riwaya.text import Document, analyse, fold

LANGUAGE = "ar"
#: Id of an outlet that nobody named.
UNKNOWN_OUTLET = "outlet"


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do without garbage collection: tables are loaded to stay, and it takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Reader:
    """Reads Arabic reports with one pack. Building it loads all tables; reading changes nothing in it.

    The same text, options and tables give the same reading, byte for byte. Raises PackError when the
    pack or a lexicon is not valid.
    """

    @_uncollected()
    def __init__(self, pack: str | Path | Pack = "syria") -> None:
        folder = LEXICON / LANGUAGE
        self.pack = pack if isinstance(pack, Pack) else load_pack(pack)
        actors = load_actor_lexicon(folder)
        cues = load_cues(folder)
        self.lexicons = load_lexicons(folder)
        nouns = actors.institutions.first_words() | actors.titles.first_words()
        self.glue = load_glue(folder, cues, nouns)
        self.numbers = load_numbers(folder)
        self.times = load_times(folder)
        self.quantities = load_quantities(folder)
        world = load_world()
        index = PlaceIndex([read_pack_places(self.pack.folder), read_overlay(), world])
        self.places = PlaceFinder(index, load_place_words(folder), _local_media(self.pack))
        self.actors = ActorIndex(
            self.pack,
            load_countries(folder),
            actors,
            cues,
            self.lexicons.predicates,
            countries_of_towns(index),
        )
        #: The party that each listed actor belongs to.
        self.sides = {actor: party.party for actor, party in self.pack.parties.items()}
        self.speech = SpeechLexicon(
            cues,
            load_particles(folder),
            self.lexicons.predicates,
            actors.titles,
            load_bases(folder),
            self.actors.nationalities,
            self.actors.words["given"],
            self.sides,
            frozenset("ال" + adjective for adjective in actors.groups),
            frozenset(self.actors.words["former"]),
        )
        #: Adjectives of nationality whose bearers the pack lists: only those can act in a reading.
        self.adjectives = {w: a for w, a in self.actors.nationalities.items() if a in self.pack.parties}
        self.about = model.Reader(
            version=version("riwaya"),
            language=LANGUAGE,
            pack=self.pack.id,
            digest=_digest(folder, self.pack, world.version),
        )

    def read(
        self,
        text: str,
        *,
        id: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
        uri: str | None = None,
    ) -> model.Reading:
        """Read one report.

        `id` is the SHA-256 of the bytes it came as (by default of the text in UTF-8), `published` an ISO
        8601 day or moment: relative times depend on it, and without it they stay relative. Raises
        UsageError when it is neither, InputError for a text with half a character (a lone surrogate),
        which no output could hold.
        """
        try:
            content = text.encode("utf-8")
        except UnicodeEncodeError as error:
            problem = _("half a character (a lone surrogate) at {offset}").format(offset=error.start)
            raise InputError("text", problem, _("decode the input without 'surrogateescape'")) from None
        document = analyse(text, self.glue)
        findings = self.find(document, outlet=outlet, published=published)
        report = model.Report(
            id=id or "sha256:" + hashlib.sha256(content).hexdigest(),
            text=text,
            title=document.title,
            language=LANGUAGE,
            outlet=outlet or UNKNOWN_OUTLET,
            published=published,
            uri=uri,
            repeats=document.repeats,
        )
        return self._reading(report, findings)

    def find(self, document: Document, *, outlet: str | None, published: str | None) -> Findings:
        """What the stages find in `document`, one after the other."""
        found = Findings()
        day = _day(published)
        medium = self.actors.outlet_of(outlet)
        found.actors = find_actors(
            document, self.actors, published=published and published[:10], outlet=medium
        )
        country = medium.country if medium is not None and _is_near(medium) else None
        found.places = find_places(document, found.actors, self.places, country=country)
        found.times = find_times(document, day, self.times, self.numbers)
        found.quantities = find_quantities(document, found.times, self.quantities, self.numbers)
        found.attributions = find_attributions(document, found, self.speech)
        today = None if day is None else day.isoformat()
        found.actors = resolve_labels(
            document, found.actors, found.attributions, self.actors, outlet=medium, day=today
        )
        wars = [w for w in self.pack.wars if w.lasts_on(today)]
        found.claims = find_claims(
            document, found, self.lexicons, self.adjectives, self._capitals(today), self.sides, wars
        )
        found.links = find_links(document, found.claims, found, self.lexicons, self.sides)
        found.matters = find_matters(document, found.claims, found.links, found, self.pack.parties)
        found.claims = with_people(document, found.claims)
        return found

    def _capitals(self, day: str | None) -> dict[str, str]:
        """Capitals that mean a state where they are addressed or visited, folded: whose they are then."""
        metonyms = (a for a in self.pack.aliases if a.use == "metonym" and a.speaker is None)
        states = (a for a in metonyms if self.actors.kind(a.id) != "media" and a.valid_on(day))
        return {fold(a.form): a.id for a in states}

    def _reading(self, report: model.Report, found: Findings) -> model.Reading:
        mentions = assemble.mentions(found)
        attributions = assemble.attributions(found.attributions, report.outlet)
        claims = assemble.claims(found.claims, found.attributions, report.outlet)
        roles = (r for c in claims for r in (*c.event.agent, *c.event.patient, *c.event.recipient))
        used = [m.actor for m in mentions if m.actor is not None]
        used += [a for said in attributions for a in said.source_actors]
        used += [role.actor for role in roles]
        used += [a for claim in claims for hop in claim.chain for a in hop.actors]
        return model.Reading(
            schema=model.SCHEMA,
            reader=self.about,
            report=report,
            actors=assemble.actors(used, self.pack.parties),
            places=assemble.places(found),
            mentions=mentions,
            attributions=attributions,
            claims=claims,
            links=assemble.links(found.links, found.matters),
            matters=assemble.matters(found.matters),
        )


def _local_media(pack: Pack) -> dict[str, str]:
    """The countries of the Arab world and its neighbours in which the media of `pack` are published."""
    countries: dict[str, str] = {}
    for outlet in pack.outlets:
        if outlet.country and _is_near(outlet):
            countries |= {name: outlet.country for name in (outlet.id, outlet.party) if name}
    return countries


def _is_near(outlet: Outlet) -> bool:
    return read_reaches().get(outlet.country or "", "far") != "far"


def _day(published: str | None) -> date | None:
    """The calendar day of publication as the report's own clock had it."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        problem = _("'{value}' is no ISO 8601 day or moment").format(value=published)
        raise UsageError(problem) from None


def _digest(lexicon: Path, pack: Pack, world: str) -> str:
    """SHA-256 over the names and bytes of every table that the reading rests on, and over a local layer."""
    digest = hashlib.sha256(world.encode())
    tables = sorted((lexicon / "..").resolve().rglob("*.csv")) + sorted(
        (LEXICON.parent / "gazetteer").glob("*.csv")
    )
    for path in (*tables, *pack.files()):
        content = path.read_bytes()
        digest.update(f"{path.name}:{len(content)}:".encode() + content)
    digest.update(layer_bytes(pack.entries))
    return "sha256:" + digest.hexdigest()

"""Gold: what an annotator found in one report, stand-off beside its text, and the loader that checks it.

A gold folder holds `texts/ID.txt` and `gold/ID.json`. Offsets are Unicode code points, half-open, into the
text; `sha256` says which text they belong to. Keys that are not listed here are passed over.
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec

from riwaya.errors import InputError, UsageError
from riwaya.i18n import gettext as _
from riwaya.model import Act, Distance, EventType, Factuality, Measure, Relation, Voice

Offsets = tuple[int, int]
#: Latitude, longitude: the order in which people write them.
Point = tuple[float, float]
#: Stands for the outlet of the report wherever it speaks itself.
OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Somebody is made to say something; `source` is None where the report does not name them again."""

    id: str
    cue: Offsets
    content: Offsets
    source: Offsets | None
    actor: tuple[str, ...]
    parent: str | None
    act: Act | None
    distance: Distance | None
    quoted: bool


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that name actors: several for a plural such as both parties."""

    span: Offsets
    actor: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Words that name a place below country level; `at` is None where nobody knows where it is."""

    span: Offsets
    at: Point | None


@dataclass(frozen=True, slots=True)
class GoldTime:
    """Words that say when, how long or how often, and the ISO 8601 or TimeML value."""

    span: Offsets
    value: str


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """A count of people or things; `low` and `high` are None where the words leave them open."""

    span: Offsets
    measure: Measure
    low: int | float | None
    high: int | float | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One event or state at its word. `within` (`in` in the file) is the innermost attribution or `outlet`.

    `holder` is who claims it, one of several where it may be either. `chain` leads from the outlet to them;
    a file without chains has them derived from the attributions. `voice` is None in a file without it.
    """

    id: str
    within: str
    holder: tuple[str, ...]
    type: EventType
    agent: tuple[str, ...]
    patient: tuple[str, ...]
    at: tuple[Point | None, ...]
    factuality: Factuality
    anchor: Offsets | None
    theme: str | None
    voice: Voice | None
    chain: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated report: its text and everything that was found in it."""

    id: str
    text: str
    published: str | None
    digest: str
    repeats: tuple[Offsets, ...]
    attributions: tuple[GoldAttribution, ...]
    mentions: tuple[GoldMention, ...]
    places: tuple[GoldPlace, ...]
    times: tuple[GoldTime, ...]
    quantities: tuple[GoldQuantity, ...]
    claims: tuple[GoldClaim, ...]
    links: tuple[tuple[str, str, Relation], ...]


class _Claim(msgspec.Struct):
    """A claim as it stands in a file."""

    id: str
    within: str = msgspec.field(name="in")
    holder: tuple[str, ...]
    type: EventType
    agent: tuple[str, ...]
    patient: tuple[str, ...]
    at: tuple[Point | None, ...]
    factuality: Factuality
    anchor: Offsets | None
    theme: str | None = None
    voice: Voice | None = None
    chain: tuple[tuple[str, ...], ...] | None = None


class _File(msgspec.Struct):
    """A file of gold."""

    id: str
    sha256: str
    attributions: tuple[GoldAttribution, ...]
    mentions: tuple[GoldMention, ...]
    places: tuple[GoldPlace, ...]
    claims: tuple[_Claim, ...]
    links: tuple[tuple[str, str, Relation], ...]
    repeats: tuple[Offsets, ...]
    published: str | None = None
    times: tuple[GoldTime, ...] = ()
    quantities: tuple[GoldQuantity, ...] = ()


_decoder = msgspec.json.Decoder(_File)


def gold_files(folder: Path, only: Sequence[str] = ()) -> list[Path]:
    """The files of gold in a gold folder, by name; `only` are patterns of ids, any of which fits.

    Raises:
        UsageError: there is no such folder, it has no `gold` beside `texts`, or no report that is asked for.
    """
    for part in ("gold", "texts"):
        if not (folder / part).is_dir():
            problem = _("{folder} has no folder '{part}': a gold folder holds gold/ID.json and texts/ID.txt")
            raise UsageError(problem.format(folder=folder, part=part))
    files = sorted((folder / "gold").glob("*.json"))
    found = [path for path in files if not only or any(fnmatchcase(path.stem, each) for each in only)]
    if not found:
        problem = _("{folder} holds no annotated report (ID.json)")
        if files:
            problem = _("no report in {folder} has an id that --only asks for")
        raise UsageError(problem.format(folder=folder / "gold"))
    return found


def load_gold(path: Path) -> Gold:
    """The annotated report at `gold/ID.json`, with the text beside it in `texts/ID.txt`.

    Raises:
        InputError: a file cannot be read, is not of this form, belongs to another text, or points to
            characters or ids that are not there.
    """
    text = decoded_text(path.parent.parent / "texts" / f"{path.stem}.txt")
    return parse_gold(json_bytes(path), path, text)


def parse_gold(data: bytes, path: Path, text: str) -> Gold:
    """The annotated report that the JSON in `data` says; errors name `path`. Raises InputError."""
    try:
        file = _decoder.decode(data)
    except msgspec.MsgspecError as error:
        problem = _("not gold: {why}").format(why=error)
        raise InputError(str(path), problem, _("see 'Gold files' in the documentation")) from None
    if file.sha256 != hashlib.sha256(text.encode()).hexdigest():
        problem = _("it was made for another text than texts/{name} (sha256 differs)")
        remedy = _("bring back the text that was annotated, or annotate this one anew")
        raise InputError(str(path), problem.format(name=f"{path.stem}.txt"), remedy)
    for problem in _problems(file, text):
        raise InputError(str(path), problem, _("correct the annotation"))
    return _gold(file, text, "sha256:" + hashlib.sha256(data).hexdigest())


def file_bytes(path: Path) -> bytes:
    """The bytes of a file of a gold folder.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        problem = _("cannot be read: {why}").format(why=error.strerror)
        raise InputError(str(path), problem, _("a gold folder holds gold/ID.json and texts/ID.txt")) from None


def json_bytes(path: Path) -> bytes:
    """The bytes of a JSON file, without a byte-order mark. Raises InputError when it cannot be read."""
    return file_bytes(path).removeprefix(codecs.BOM_UTF8)


def decoded_text(path: Path) -> str:
    """The report, its line ends as they are: offsets count them.

    Raises:
        InputError: it cannot be read, or is not UTF-8.
    """
    try:
        return file_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(str(path), _("is not UTF-8"), _("convert it to UTF-8")) from None


def _gold(file: _File, text: str, digest: str) -> Gold:
    by_id = {each.id: each for each in file.attributions}

    def claim(of: _Claim) -> GoldClaim:
        values = {name: getattr(of, name) for name in of.__struct_fields__ if name != "chain"}
        return GoldClaim(**values, chain=of.chain or derived_chain(of.within, by_id))

    return Gold(
        id=file.id,
        text=text,
        published=file.published,
        digest=digest,
        repeats=file.repeats,
        attributions=file.attributions,
        mentions=file.mentions,
        places=file.places,
        times=file.times,
        quantities=file.quantities,
        claims=tuple(claim(each) for each in file.claims),
        links=file.links,
    )


def derived_chain(within: str, attributions: dict[str, GoldAttribution]) -> tuple[tuple[str, ...], ...]:
    """The chain of a claim in an attribution: the outlet, who relayed it, who said it.

    Whoever goes on in his own words, without being named again, is one hop.
    """
    hops: list[tuple[str, ...]] = []
    seen: set[str] = set()
    at: str | None = within
    goes_on = False
    while at is not None and at in attributions and at not in seen:
        seen.add(at)
        here = attributions[at]
        if not goes_on:
            hops.append(here.actor)
        through = attributions.get(here.parent or "")
        goes_on = through is not None and here.source is None and here.actor == through.actor
        at = here.parent
    return ((OUTLET,), *reversed(hops))


def _problems(file: _File, text: str) -> Iterator[str]:
    """What the form cannot say of a file: that its offsets lie in the text and its ids name something."""
    yield from _stray_spans(file, len(text))
    if file.published is not None and not _is_day(file.published):
        yield _("published is {value!r}, which is no day (2026-03-14)").format(value=file.published)
    attributions = [each.id for each in file.attributions]
    claims = [each.id for each in file.claims]
    for id in {*_twice(attributions), *_twice(claims)}:
        yield _("the id {id!r} is given twice").format(id=id)
    pointed: list[tuple[str, str, str | None, list[str]]]
    pointed = [(a.id, "parent", a.parent, attributions) for a in file.attributions]
    pointed += [(c.id, "in", c.within, [*attributions, OUTLET]) for c in file.claims]
    pointed += [(c.id, "theme", c.theme, claims) for c in file.claims]
    pointed += [("links", "claim", end, claims) for link in file.links for end in link[:2]]
    for where, key, target, known in pointed:
        if target is not None and target not in known:
            problem = _("{where}: {key} is {id!r}, which is not in this file")
            yield problem.format(where=where, key=key, id=target)
    selves = [(a.id, "parent") for a in file.attributions if a.parent == a.id]
    selves += [(c.id, "theme") for c in file.claims if c.theme == c.id]
    for where, key in selves:
        yield _("{where}: {key} is itself").format(where=where, key=key)
    for count in file.quantities:
        if count.low is not None and count.high is not None and count.low > count.high:
            yield _("quantities: {low} is more than {high}").format(low=count.low, high=count.high)
    for claim in file.claims:
        if claim.chain is not None and claim.chain[:1] != ((OUTLET,),):
            yield _('{where}: a chain begins with ["outlet"]').format(where=claim.id)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True


def _stray_spans(file: _File, length: int) -> Iterator[str]:
    for where, span in _spans(file):
        if span is not None and not 0 <= span[0] < span[1] <= length:
            problem = _("{where}: characters {start} to {end} are not in the text ({length} characters)")
            yield problem.format(where=where, start=span[0], end=span[1], length=length)


def _spans(file: _File) -> Iterator[tuple[str, Offsets | None]]:
    for each in file.attributions:
        for part in (each.cue, each.content, each.source):
            yield each.id, part
    yield from ((claim.id, claim.anchor) for claim in file.claims)
    yield from (("repeats", span) for span in file.repeats)
    for key in ("mentions", "places", "times", "quantities"):
        yield from ((key, entry.span) for entry in getattr(file, key))


def _twice(ids: list[str]) -> set[str]:
    return {id for id in ids if ids.count(id) > 1}

"""Claims in words, as pages show them beside their quotations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from riwaya.exchange.labels import (
    DISTANCES,
    FACTUALITIES,
    MEASURES,
    VOICES,
    event_label,
    label,
    mode_label,
    time_label,
)
from riwaya.exchange.wording import arrow, both, isolate
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.model import Time
from riwaya.questions.answer import who
from riwaya.questions.columns import SOURCE
from riwaya.questions.facing import Stance, stance_of
from riwaya.questions.labels import STANCES
from riwaya.questions.wording import value_words, word_of
from riwaya.release import Participant, Told
from riwaya.release.labels import MASKED

#: What was done to a report's address, which is not shown here.
_NOT_SHOWN = "address-withheld"
#: What a claim does with what its matter is about; `blames` answers an accusation by blaming another.
Stand = Literal[Stance, "blames"]
STANDS: Mapping[str, str] = {
    "affirms": STANCES["affirms"],
    "denies": STANCES["denies"],
    "open": STANCES["open"],
    "blames": mark("blames another"),
}


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim in words. Phrases hold isolates (`bdi`); `words` are the report's own.

    `chain` names who handed it on, outlet first; `source_words` are what the report calls the origin. `gists`
    are what the claim says, coded, and what others in the same words say. `facts` are short phrases on how it
    was said, where and when. `again` leads to the same words in other reports.
    """

    reference: str
    address: str
    words: str
    gists: tuple[str, ...]
    chain: tuple[str, ...]
    source_words: str
    stance: Stand
    stance_word: str
    facts: tuple[str, ...]
    status: str
    status_word: str
    outlet: str
    day: str | None
    again: tuple[tuple[str, str], ...] = ()


def saying(
    told: Told, names: Mapping[str, str], again: Sequence[Told] = (), blaming: Collection[int] = ()
) -> Saying:
    """A claim in words; `names` gives names for ids, `again` are claims that say it in the same words.

    `blaming` are the numbers of claims that answer an accusation by blaming another.
    """
    stance = stand_of(told, blaming)
    own = len(told.chain) == 1
    here = [each for each in again if each.report == told.report]
    there = {each.report: each for each in again if each.report != told.report}
    return Saying(
        reference=reference(told), address=address(told), words=told.quotation,
        gists=tuple(dict.fromkeys(gist(each, names) for each in (told, *here))),
        chain=tuple(names_in(hop.actors, names) for hop in told.chain),
        source_words="" if own else told.origin.words, stance=stance, stance_word=label(STANDS, stance),
        facts=tuple(_facts(told, names)), status=told.status, status_word=word_of("status", told.status),
        outlet=name_in(told.outlet, names), day=told.day,
        again=tuple((name_in(each.outlet, names), address(each)) for each in there.values()),
    )  # fmt: skip


def stand_of(told: Told, blaming: Collection[int]) -> Stand:
    """What a claim does with what its matter is about."""
    return "blames" if told.n in blaming else stance_of(told)


def reference(told: Told) -> str:
    """What people call a claim: the key of its report, a slash, its id."""
    return f"{told.report}/{told.id}"


def address(told: Told) -> str:
    """Where a claim is seen in its report."""
    return f"/report/{told.report}#{told.id}"


def speaker(told: Told, names: Mapping[str, str]) -> str:
    """Whom a claim starts from: the outlet where it speaks for itself."""
    return names_in(told.origin.actors, names)


def ids_in(claims: Iterable[Told]) -> set[str]:
    """All ids of parties, outlets and places in claims: those that names are needed for."""
    found: set[str] = set()
    for told in claims:
        people = [*told.agents, *told.patients, *told.recipients]
        people += [actor for hop in told.chain for actor in hop.actors]
        found.add(told.outlet)
        found.update(person.id for person in people)
        found.update(person.party for person in people if person.party)
        found.update(spot.id for spot in told.places)
    return found


def name_in(id: str, names: Mapping[str, str]) -> str:
    """The name of a party, outlet or place, shielded from what stands around it."""
    return isolate(names.get(id, id))


def names_in(people: Sequence[Participant], names: Mapping[str, str]) -> str:
    """Several who take part, by name; whoever is not listed in the report's words."""
    found = [value_words(SOURCE, each, names) for each in who(people)]
    return both(found) if found else _("somebody")


def gist(told: Told, names: Mapping[str, str]) -> str:
    """What a claim says, coded: who does what to whom, how many."""
    parts = [
        names_in(told.agents, names) if told.agents else "",
        event_label(told.type, told.phase),
        names_in(told.patients, names) if told.patients else "",
    ]
    core = f" {arrow(forth=True)} ".join(part for part in parts if part)
    if told.measure:
        number = count_words(told.low, told.high)
        if told.approximate:
            number = _("about {number}").format(number=number)
        core += " · " + _("{measure}: {number}").format(measure=label(MEASURES, told.measure), number=number)
    if told.theme:
        core = _("{what}, about: {theme}").format(what=core, theme=event_label(told.theme, None))
    return core


def count_words(low: int | None, high: int | None) -> str:
    """A count as its bounds allow."""
    if low is None and high is None:
        return _("a number that is not said")
    if high is None:
        return _("at least {low}").format(low=low)
    if low is None:
        return _("at most {high}").format(high=high)
    return str(low) if low == high else isolate(f"{low}–{high}")


def day_words(day: str | None) -> str:
    """A day as people read it, or that it is not known."""
    return isolate(day) if day else _("day not known")


def _facts(told: Told, names: Mapping[str, str]) -> Iterable[str]:
    """How something was said, where and when it was, how many; what was changed before it was shown."""
    yield label(FACTUALITIES, told.factuality)
    if told.distance and told.distance != "neutral":
        yield label(DISTANCES, told.distance)
    if told.voice != "source" and len(told.chain) > 1:
        yield label(VOICES, told.voice)
    if told.headline:
        yield _("in the headline")
    if told.mode:
        yield mode_label(told.mode)
    if told.places:
        yield both(name_in(spot.id, names) for spot in told.places)
    if told.time:
        yield isolate(time_label(Time("DATE", told.time, None), told.time))
    if told.preliminary:
        yield _("preliminary")
    for code in told.masked:
        if code != _NOT_SHOWN:
            yield label(MASKED, code)

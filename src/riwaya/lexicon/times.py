"""Words of time: months of four calendars' names, weekdays, units, parts of the day, references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold, words
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import splits

_NONE: frozenset[str] = frozenset()
_AGES = ("age", "ages", "of-age")
#: Kinds of words that only go with entries and are none themselves.
_MARKS = (
    "up-to", "first-of", "of-the-era", "of-the-hijra", "and-a-half", "parted-night", "one-unit",
)  # fmt: skip

MONTHS = "months.csv"
WEEKDAYS = "weekdays.csv"
UNITS = "time_units.csv"
WORDS = "time_words.csv"
GUARDS = "time_guards.csv"

CALENDARS = ("gregorian", "hijri")
UNIT_NAMES = (
    "second", "minute", "hour", "night", "day", "week", "month", "year", "decade", "century",
)  # fmt: skip
#: Kinds of which only the words are kept.
_CUES = ("future-cue", "not-future", "opener", *_AGES, *_MARKS)
#: What the entries of `time_words.csv` may be; the readers in `riwaya.reading` ask for them by these names.
WORD_KINDS = (
    "day", "morrow", "part", "eve", "hour-part", "part-of-day", "reference", "reference-time",
    "reference-bare", "same-day", "same-period", "later", "now", "while", "set", "deictic",
    "demonstrative", "edge", "season", "feast", "feast-days", "decade",
    "day-noun", "month-noun", "year-noun", "clock", "before", "after", "since", "during", "until", "period",
    "few", "many", "future-cue", "not-future", "opener", "within", "hours", "bare-part", "length", "share",
    "behind-in", "then", "nowadays", "year-sort", "zone", "namer", "event-noun", "nth", "midnight", "moment",
    "zone-part", "zone-rest", "brief", "age", "ages", "of-age", "middle", "fraction", *_MARKS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """One entry. `kind` is `month`, `weekday`, `unit` or one of WORD_KINDS.

    `value` is the unit, calendar, TimeML value or direction; `number` the month, weekday (1 = Monday),
    day offset, or how many a unit's form means (1, 2; 3 = plural). A `guarded` entry is often another word
    too: it counts only beside other words of time; an `opened` one also behind في، خلال and the like.
    """

    kind: str
    value: str = ""
    number: int = 0
    guarded: bool = False
    definite: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """All entries by phrase; `guards` are pairs of folded words that, side by side, are no time.

    `openers` are the words after which four digits are a year; `future_cues` say that the sentence looks
    ahead, as does a verb with س, unless it begins as one of `not_future` does. `ages` make a number of years
    an age: `age` close by, `ages` from further away, `of-age` right before it.
    """

    entries: PhraseIndex[TimeEntry]
    guards: frozenset[tuple[str, str]]
    future_cues: frozenset[str]
    openers: frozenset[str]
    not_future: tuple[str, ...]
    ages: Mapping[str, frozenset[str]]
    #: Words by kind that go with entries and are none themselves (until, of the first, and a half).
    marks: Mapping[str, frozenset[str]]
    #: The hours that have a name instead of a number, by that name, folded.
    middles: Mapping[str, int]
    #: The minutes that words behind an hour add to it.
    fractions: Mapping[str, int]
    #: The kinds of the entries that may begin at a folded word; most words begin none.
    kinds: Remembered[frozenset[str]]


def load_times(folder: Path) -> TimeLexicon:
    """Read the five tables of time words in `folder`; raises PackError."""
    entries: PhraseIndex[TimeEntry] = PhraseIndex()
    starts: dict[str, set[str]] = {}
    cues: dict[str, list[str]] = {kind: [] for kind in _CUES}
    listed = [*_months(folder), *_weekdays(folder), *_units(folder), *_words(folder)]
    clock: dict[str, dict[str, int]] = {"middle": {}, "fraction": {}}
    for phrase, entry in [*listed, *_run_together(listed)]:
        if entry.kind in cues:
            cues[entry.kind].append(fold(phrase))
            continue
        if entry.kind in clock:
            clock[entry.kind][fold(phrase)] = entry.number
            continue
        entries.add(phrase, entry)
        starts.setdefault(words(phrase)[0], set()).add(entry.kind)
    return TimeLexicon(
        entries,
        frozenset(_guards(folder)),
        frozenset(cues["future-cue"]),
        frozenset(cues["opener"]),
        tuple(cues["not-future"]),
        {kind: frozenset(cues[kind]) for kind in _AGES},
        {kind: frozenset(cues[kind]) for kind in _MARKS},
        clock["middle"],
        clock["fraction"],
        Remembered(lambda word: _NONE.union(*(starts.get(split.rest, _NONE) for split in splits(word)))),
    )


def _months(folder: Path) -> list[tuple[str, TimeEntry]]:
    found = []
    for row in read_table(folder / MONTHS, ("name", "calendar", "month", "guarded")):
        calendar = row.choice("calendar", CALENDARS)
        guarded = row.choice("guarded", ("yes", "no", "opened"))
        month = int(row.number("month"))
        if not 1 <= month <= 12:
            raise row.error(_("column 'month': {month} is no month").format(month=month))
        entry = TimeEntry("month", calendar, month, guarded != "no", opened=guarded == "opened")
        found.append((row.text("name"), entry))
    return found


def _weekdays(folder: Path) -> list[tuple[str, TimeEntry]]:
    found = []
    for row in read_table(folder / WEEKDAYS, ("name", "day", "guarded")):
        guarded = row.choice("guarded", ("yes", "no")) == "yes"
        day = int(row.number("day"))
        if not 1 <= day <= 7:
            raise row.error(_("column 'day': {day} is no weekday (1 = Monday)").format(day=day))
        found.append((row.text("name"), TimeEntry("weekday", "", day, guarded)))
    return found


def _units(folder: Path) -> list[tuple[str, TimeEntry]]:
    found = []
    for row in read_table(folder / UNITS, ("singular", "dual", "plural", "unit")):
        unit = row.choice("unit", UNIT_NAMES)
        for number, column in enumerate(("singular", "dual", "plural"), start=1):
            for form in row.many(column):
                found.append((form, TimeEntry("unit", unit, number)))
                found.append(("ال" + form, TimeEntry("unit", unit, number, definite=True)))
    return found


def _words(folder: Path) -> list[tuple[str, TimeEntry]]:
    found = []
    for row in read_table(folder / WORDS, ("phrase", "kind", "value")):
        phrase, kind, value = row.text("phrase"), row.choice("kind", WORD_KINDS), row.values["value"]
        if kind in ("day", "same-day", "morrow", "decade", "nth", "middle", "fraction"):
            found.append((phrase, TimeEntry(kind, "", int(row.number("value")))))
            if kind == "decade":
                found.append(("ال" + phrase, TimeEntry(kind, "", int(row.number("value")))))
            continue
        found.append((phrase, TimeEntry(kind, value)))
    return found


def _run_together(listed: list[tuple[str, TimeEntry]]) -> list[tuple[str, TimeEntry]]:
    """Pairs often written as one word where a page lost its line ends (الأيامالماضية، اليومالأحد)."""
    references = {"past": "PAST_REF", "latest": "PAST_REF", "future": "FUTURE_REF"}
    plurals = [phrase for phrase, e in listed if e.kind == "unit" and e.definite and e.number == 3]
    found = [
        (phrase + after, TimeEntry("reference", references[entry.value]))
        for phrase in plurals
        for after, entry in listed
        if entry.kind == "deictic" and entry.value in references
    ]
    for phrase, entry in listed:
        if entry.kind == "weekday" and not entry.guarded:
            found += [
                (phrase + after, TimeEntry("weekday", e.value, entry.number))
                for after, e in listed
                if e.kind == "deictic" and e.value in ("past", "future")
            ]
            found += [(day + phrase, entry) for day in ("يوم", "اليوم")]
            found.append(("غد" + phrase, TimeEntry("weekday", "future", entry.number)))
    return found


def _guards(folder: Path) -> list[tuple[str, str]]:
    found = []
    for row in read_table(folder / GUARDS, ("word", "blocks", "side")):
        word, blocked = fold(row.text("word")), fold(row.text("blocks"))
        found.append(
            (word, blocked) if row.choice("side", ("before", "after")) == "before" else (blocked, word)
        )
    return found

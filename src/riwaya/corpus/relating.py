"""How two origins stand to one another, with the reason in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.standing import Independence, Pair
from riwaya.corpus.register import Register
from riwaya.corpus.shared import Copy, Join, sentence_of, title_of
from riwaya.corpus.states import State
from riwaya.corpus.tellings import Speaker, Telling, quoted, speaker_label
from riwaya.corpus.wordings import Wording
from riwaya.exchange.soundness import OTHER
from riwaya.i18n import gettext as _

#: So many of a report's sources are named at most.
_NAMED = 5
Group = tuple[tuple[Telling, ...], tuple[Join, ...]]


@dataclass(frozen=True, slots=True)
class Between:
    """Two origins by position, how they stand to one another, and why: one plain sentence."""

    first: int
    second: int
    state: State
    reason: str


class Relating:
    """Relates groups of tellings, each of one origin."""

    def __init__(
        self,
        connection: Connection,
        groups: Sequence[Group],
        copies: Sequence[Copy],
        decided: Mapping[Pair, Independence],
        register: Register,
    ) -> None:
        self._groups = [told for told, _joins in groups]
        self._connection = connection
        self._register = register
        self._wording = Wording(connection)
        position = {each.claim: i for i, told in enumerate(self._groups) for each in told}
        self._words = {
            frozenset(position[claim] for claim in pair): word
            for pair, word in decided.items()
            if word.independent and all(claim in position for claim in pair)
        }
        self._stories = _stories(connection, self._groups, copies)
        self._parts = [
            frozenset(part for each in told for part in self._stories[each.report]) for told in self._groups
        ]
        self._open = [self._why_open(position) for position in range(len(self._groups))]

    def between(self, first: int, second: int) -> Between:
        """How two origins stand to one another."""
        state, reason = self._compare(first, second)
        return Between(first, second, state, reason)

    def standing(self, position: int) -> tuple[State, str]:
        """How an origin stands to all others; the reason is empty where its own joins give it."""
        others = [other for other in range(len(self._groups)) if other != position]
        if not others:
            alone = len(self._groups[position]) == 1
            return ("single", _("nobody else tells it")) if alone else ("shared", "")
        for other in others:
            decided = self._word(position, other)
            if decided:
                return "independent", decided
        why = self._open[position]
        if why:
            return "unknown", why
        firm = [other for other in others if not self._open[other]]
        if not firm:
            return "unknown", self._open[others[0]] or ""
        compared = [self._compare(position, other) for other in firm]
        return next((found for found in compared if found[0] == "unknown"), compared[0])

    def _compare(self, first: int, second: int) -> tuple[State, str]:
        decided = self._word(first, second)
        if decided:
            return "independent", decided
        why = self._open[first] or self._open[second] or self._one_side(first, second)
        why = why or self._one_story(first, second) or self._same_words(first, second)
        if why:
            return "unknown", why
        sentence = _("{first}; {second}; no common source or passage was found")
        return "not-found", sentence.format(first=self._account(first), second=self._account(second))

    # ---- reasons -----------------------------------------------------------------------------------------

    def _word(self, first: int, second: int) -> str | None:
        word = self._words.get(frozenset((first, second)))
        return sentence_of(word) if word else None

    def _why_open(self, position: int) -> str | None:
        """Why nothing can be said of an origin; None where something can."""
        told = self._groups[position]
        for telling in told:
            if telling.hops and not any(speaker.named for speaker in telling.origin):
                return self._nameless(telling)
        undated = next((each for each in told if each.day is None), None)
        if undated:
            return _("{report} has no date").format(report=title_of(undated, self._register))
        if any(each.hops for each in told):
            return None
        return self._not_first(told[0])

    def _not_first(self, own: Telling) -> str | None:
        """Why an outlet that speaks for itself may have it from another telling; None where it was first."""
        for telling in self._earliest:
            if telling.outlet != own.outlet and (telling.day is None or telling.day <= (own.day or "")):
                if telling.day is None:
                    sentence = _("{nobody}; {other} has no date")
                elif telling.day < (own.day or ""):
                    sentence = _("{nobody}; {other} told it before")
                else:
                    sentence = _("{nobody}; {other} told it that day")
                return sentence.format(nobody=self._nobody(own), other=title_of(telling, self._register))
        return None

    def _nobody(self, own: Telling) -> str:
        """That an outlet speaks for itself, and who was found as the source of other things in its report."""
        report, names = title_of(own, self._register), self._names(own)
        if not names:
            return _("no source was found for it in {report} (it may name one)").format(report=report)
        sentence = _(
            "no source was found for it in {report}; as the source of other things there "
            "the reader found {names} (perhaps of this, too)"
        )
        return sentence.format(report=report, names=names)

    def _nameless(self, telling: Telling) -> str:
        """That nobody knows who the origin of a telling is, and who was found as that of other things."""
        title, names = title_of(telling, self._register), self._names(telling)
        if all(speaker.id == OTHER for speaker in telling.origin):
            sentence = _(
                "{report} has it from somebody whom the reader did not find in its registers, "
                "so others may have it from the same"
            )
            return sentence.format(report=title)
        source = speaker_label(next(speaker for speaker in telling.origin if speaker.id != OTHER))
        if not names:
            sentence = _("{report} has it from {source}, and does not say who that is")
            return sentence.format(report=title, source=source)
        sentence = _(
            "{report} has it from {source}, not saying who that is; as the source of other things there "
            "the reader found {names}"
        )
        return sentence.format(report=title, source=source, names=names)

    def _names(self, telling: Telling) -> str:
        """The first of those who were found as sources in its report, in words; nothing where nobody was."""
        own = {telling.outlet, *(each.id for each in telling.origin)}
        others = (each for each in self._quoted[telling.report] if each.id not in own)
        names = list(dict.fromkeys(map(speaker_label, others)))
        listed = _(", ").join(names[:_NAMED])
        return _("{names} and others").format(names=listed) if len(names) > _NAMED else listed

    @cached_property
    def _quoted(self) -> dict[int, tuple[Speaker, ...]]:
        """Who was found as a source in the reports, by their numbers."""
        reports = sorted({each.report for told in self._groups for each in told})
        return quoted(self._connection, reports, self._register)

    @cached_property
    def _earliest(self) -> list[Telling]:
        """The first telling of every origin, those without a date too."""
        undated = [each for told in self._groups for each in told if each.day is None]
        return [told[0] for told in self._groups] + undated

    def _one_side(self, first: int, second: int) -> str | None:
        """Why two origins may repeat one another: of one side, or a medium of the other's camp."""
        for one in self._named(first):
            for other in self._named(second):
                media = "media" in (one.kind, other.kind)
                day = self._groups[first][0].day
                if one.side == other.side or (
                    media and self._register.common_camp([one.id], [other.id], day)
                ):
                    sentence = _("{one} and {other} stand on one side: one may repeat what the other says")
                    return sentence.format(one=speaker_label(one), other=speaker_label(other))
        return None

    def _same_words(self, first: int, second: int) -> str | None:
        """Why two origins that are worded alike may go back to one text."""
        for one in self._groups[first]:
            for other in self._groups[second]:
                if self._wording.alike(one, other):
                    sentence = _("{first} and {second} have words in a row in common, perhaps of one text")
                    return sentence.format(
                        first=title_of(one, self._register), second=title_of(other, self._register)
                    )
        return None

    def _one_story(self, first: int, second: int) -> str | None:
        if not self._parts[first] & self._parts[second]:
            return None
        for one in self._groups[first]:
            for other in self._groups[second]:
                if one.report != other.report and self._stories[one.report] & self._stories[other.report]:
                    sentence = _(
                        "{first} and {second} have passages in common, and may have this from one text, too"
                    )
                    return sentence.format(
                        first=title_of(one, self._register), second=title_of(other, self._register)
                    )
        return None

    def _named(self, position: int) -> list[Speaker]:
        return [s for telling in self._groups[position] for s in telling.origin if s.named]

    def _account(self, position: int) -> str:
        """From whom the first telling of an origin that says so has it."""
        for telling in self._groups[position]:
            named = [speaker for speaker in telling.origin if speaker.named]
            if named:
                sentence = _("{report} has it from {source}")
                report = title_of(telling, self._register)
                return sentence.format(report=report, source=speaker_label(named[0]))
        first = title_of(self._groups[position][0], self._register)
        return _("{report} told it first, and no source was found for it").format(report=first)


def _stories(
    connection: Connection, groups: Sequence[tuple[Telling, ...]], copies: Sequence[Copy]
) -> dict[int, frozenset[str]]:
    """What copies each report has a part in: the story it belongs to, and the reports that it took from."""
    reports = sorted({each.report for told in groups for each in told})
    found: dict[int, set[str]] = {report: {f"of {report}"} for report in reports}
    table = schema.stories
    for part in in_parts(reports):
        rows = connection.execute(select(table.c.report, table.c.story).where(table.c.report.in_(part)))
        for report, story in rows:
            found[report].add(f"story {story}")
    for copy in copies:
        found[copy.report].add(f"of {copy.of}")
    return {report: frozenset(names) for report, names in found.items()}

"""Attributions as the words of their reports, and who takes part in claims."""

from __future__ import annotations

from fnmatch import fnmatchcase

from riwaya.model import Attribution, Reading

#: The cue, the source (None where it is elided), for whom it speaks, joined by commas, and the content.
Said = tuple[str, str | None, str, str]


def slices(reading: Reading, said: Attribution) -> tuple[str, str | None, tuple[str, ...], str]:
    """The cue, the source (None where it is elided), for whom it speaks, and the content."""
    text = reading.report.text
    source = text[said.source.start : said.source.end] if said.source else None
    content = text[said.content.start : said.content.end]
    return text[said.cue.start : said.cue.end], source, said.source_actors, content


def all_said(reading: Reading) -> list[Said]:
    """Every attribution of a reading, in the order of the text."""
    found = (slices(reading, said) for said in reading.attributions)
    return [(cue, source, ",".join(actors), content) for cue, source, actors, content in found]


def speakers(reading: Reading) -> list[str]:
    """For whom each attribution of a reading speaks, joined by commas."""
    return [",".join(said.source_actors) for said in reading.attributions]


def takes_part(reading: Reading, kind: str, expected: str) -> bool:
    """Whether the claims of one type have these agents and patients, in the order of the text.

    `expected` is "agent>patient" of each claim, joined by " | "; "*" stands for what is not judged.
    """
    events = [c.event for c in reading.claims if c.event.type == kind]
    found = [f"{' '.join(r.actor for r in e.agent)}>{' '.join(r.actor for r in e.patient)}" for e in events]
    wanted = expected.split(" | ")
    return len(found) == len(wanted) and all(map(fnmatchcase, found, wanted))

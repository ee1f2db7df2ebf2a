"""An attribution as the words of its report."""

from __future__ import annotations

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

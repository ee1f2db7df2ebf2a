"""An attribution as the words of its report."""

from __future__ import annotations

from riwaya.model import Attribution, Reading


def slices(reading: Reading, said: Attribution) -> tuple[str, str | None, tuple[str, ...], str]:
    """The cue, the source (None where it is elided), for whom it speaks, and the content."""
    text = reading.report.text
    source = text[said.source.start : said.source.end] if said.source else None
    content = text[said.content.start : said.content.end]
    return text[said.cue.start : said.cue.end], source, said.source_actors, content

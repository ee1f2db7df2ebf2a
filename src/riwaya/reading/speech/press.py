"""Reviews of the press: verbs by which papers tell of something, and others do something (ركزت على …)."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.speech_words import speech_cues
from riwaya.reading.draft import UNNAMED_MEDIA, ActorMention, Findings
from riwaya.reading.speech.frame import Frame
from riwaya.text.document import Document

#: To concentrate on, to turn to, to throw light on.
_THROWS = "سلط"
_OF_PAPERS = speech_cues("of papers")
_LIGHT = "الضوء"


def reviewed(document: Document, findings: Findings) -> tuple[str, ...]:
    """The papers through whose news a review goes, as its headline says (اهتمامات الصحف السودانية)."""
    title = document.title
    if title is None:
        return ()
    headed = (m for m in findings.actors if m.span.end <= title.end)
    return next((m.actors for m in headed if m.actors == UNNAMED_MEDIA and m.span.end == title.end), ())


def told_by_papers(frame: Frame, document: Document, findings: Findings) -> Frame | None:
    """`frame`, or None where not a paper concentrates on a matter or turns to it: nobody tells of it then.

    Any other verb passes, and what one stresses with أن; "ركزت القوات على الجبهة" tells of nothing. The
    light that a paper throws on something is no part of its name.
    """
    if frame.kind != "verb" or frame.how != "np" or frame.form not in _OF_PAPERS:
        return frame
    light = range(frame.cue_end, frame.content_first)
    at = next((i for i in light if document.tokens[i].folded == _LIGHT), None)
    if frame.form == _THROWS and at is None:
        return None  # "سلطت اللجنة عقوبة على اللاعب"
    source = frame.source
    if at is not None and source.first <= at < source.end:
        source = replace(source, end=at)
    if source.elided:
        index = document.sentence_at(frame.cue_first)
        begins = index is not None and document.sentences[index].start == frame.cue_first
        told = begins and frame.joined and bool(reviewed(document, findings))
    else:
        named = range(source.first, source.end)
        told = any(m.first in named and _is_paper(m) for m in findings.actors)
    return replace(frame, source=source) if told else None


def _is_paper(mention: ActorMention) -> bool:
    return mention.counts and (mention.kind == "media" or mention.actors == UNNAMED_MEDIA)

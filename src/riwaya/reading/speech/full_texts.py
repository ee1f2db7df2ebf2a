"""A text that is quoted in full (وفيما يلي نص البيان: …) and a list below who says it (تؤكد على الآتي: …)."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.particles import Particles
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import Findings
from riwaya.reading.speech.clause_openings import BELOW
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.text.document import Document

#: فيما يلي, in one word or two, folded.
_FOLLOWS = "يلي"
_IN_WHAT = frozenset(("فيما", "وفيما", "ما"))
#: What follows is a text, whatever it is called (نصه, نص البيان, نص الرسالة), folded.
_TEXT = "نص"
#: Tokens from there to the colon, at most.
_REACH = 12
#: Tokens before within which it is told that somebody issued a paper.
_BEFORE = 30
#: To issue, folded.
_ISSUES = speech_words("issuing a text")
#: A text of fewer tokens is no statement.
SHORTEST = 12
#: Words that point to what is said below, at most.
_POINTER = 5
#: How the lines of a list begin, folded.
_ORDINALS = speech_words("ordinal")
_BULLETS = frozenset("-–—•*▪")


def full_texts(document: Document, particles: Particles, findings: Findings) -> Iterator[Frame]:
    """The frame of the first statement, order or letter that a report quotes in full, if it quotes one."""
    tokens, papers = document.tokens, particles.written | particles.document
    for i in range(1, len(tokens) - 1):
        named = tokens[i + 1].folded.removesuffix("ه").removesuffix("ها")
        if tokens[i].folded != _FOLLOWS or tokens[i - 1].folded not in _IN_WHAT or named != _TEXT:
            continue
        whose = range(max(0, i - _BEFORE), min(len(tokens), i + 3))
        if all(tokens[j].folded.removeprefix("ال").removesuffix("ا") not in papers for j in whose):
            continue  # "وفيما يلي نص الحوار:"
        near = range(i + 2, min(len(tokens) - SHORTEST, i + 2 + _REACH))
        colon = next((j for j in near if tokens[j].text == ":"), None)
        if colon is not None:
            yield _issued(_frame(document, i, colon), document, papers, findings)
            return


def _frame(document: Document, i: int, colon: int) -> Frame:
    end = document.sentences[-1].end
    while end > colon + 2 and document.tokens[end - 1].text in ".!":
        end -= 1
    start = next((j for j in range(colon + 1, end) if document.tokens[j].kind != "newline"), colon + 1)
    return Frame(
        kind="statement",
        cue_first=i + 1,
        cue_end=i + 2,
        source=SourcePhrase(i + 1, i + 1),
        content_first=start,
        content_end=end,
        how="clause",
        quote_end=end,
        act="announce",
        distance="neutral",
    )


def _issued(frame: Frame, document: Document, papers: AbstractSet[str], findings: Findings) -> Frame:
    """`frame` with the verb by which somebody issues the text as its cue, where its sentence has one.

    "أصدرت الوزارة اليوم بيانا عن السد، فيما يلي نصه: …": the ministry, at أصدرت.
    """
    tokens, index = document.tokens, document.sentence_at(frame.cue_first)
    start = document.sentences[index].start if index is not None else frame.cue_first
    back = range(frame.cue_first - 1, start - 1, -1)  # "أصدرت الدار كتابا، وأصدرت الوزارة بيانا": the nearest
    verb = next((i for i in back if any(s.rest in _ISSUES for s in tokens[i].splits)), None)
    if verb is None:
        return frame
    timed = {i for m in findings.times for i in range(m.first, m.end)}
    end = verb + 1
    while end < frame.cue_first and tokens[end].kind == "word" and end not in timed:
        if tokens[end].folded.removeprefix("ال").removesuffix("ا") in papers:
            break
        end += 1
    if end == verb + 1 or end == frame.cue_first:
        return frame
    return replace(frame, cue_first=verb, cue_end=verb + 1, source=SourcePhrase(verb + 1, end))


def with_list(frame: Frame, document: Document) -> Frame:
    """`frame` with the list below it as its content, where it only points there (تؤكد على الآتي:)."""
    tokens, colon = document.tokens, frame.content_end - 1
    if colon - frame.content_first > _POINTER or colon < 1 or tokens[colon].text != ":":
        return frame
    points = colon == frame.content_first or tokens[colon - 1].folded in BELOW
    below = [s for s in document.sentences if s.start > colon] if points else []
    if not below:
        return frame
    start, end, line = below[0].start, below[0].end, below[0].line
    for sentence in below:
        first = tokens[sentence.start]
        listed = first.folded in _ORDINALS or first.kind == "number" or first.text in _BULLETS
        if sentence.line != line and not listed:
            break
        end, line = sentence.end, sentence.line
    while end > start + 1 and tokens[end - 1].text in ".!":
        end -= 1
    return replace(frame, kind="statement", content_first=start, content_end=end, how="clause", quote_end=end)

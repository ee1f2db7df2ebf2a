"""Who is heard in a report, each with a letter, a colour and a line of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.exchange.index import Index
from riwaya.exchange.soundness import OTHER
from riwaya.exchange.wording import source_name
from riwaya.i18n import language
from riwaya.model import Attribution

#: Letters that mark voices beside their colours; after the last they go on with a number.
LETTERS: Mapping[str, str] = {
    "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ar": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
}
#: Colours in the style sheet (`--voice-0` …) and kinds of line (`line-0` …).
COLOURS, LINES = 8, 4


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker, or several who speak as one."""

    number: int
    letter: str
    name: str

    @property
    def style(self) -> str:
        """Classes of the style sheet; voices beyond the colours differ by the kind of their line."""
        return f"voice-{self.number % COLOURS} line-{(self.number + self.number // COLOURS) % LINES}"


def voices(index: Index) -> dict[str, Voice]:
    """The voice of each attribution, by its id, numbered as they are first heard."""
    by_speaker: dict[tuple[str, ...], Voice] = {}
    found: dict[str, Voice] = {}
    for attribution in index.reading.attributions:
        key = _speaker(attribution, index)
        if key not in by_speaker:
            number = len(by_speaker)
            by_speaker[key] = Voice(number, letter(number), source_name(attribution, index))
        found[attribution.id] = by_speaker[key]
    return found


def letter(number: int) -> str:
    """The mark of the voice with this number: A to Z, then A1, B1 and so on."""
    letters = LETTERS.get(language(), LETTERS["en"])
    again, place = divmod(number, len(letters))
    return letters[place] + (str(again) if again else "")


def _speaker(attribution: Attribution, index: Index) -> tuple[str, ...]:
    """Equal for attributions to one speaker; whoever is not listed is known by the words."""
    if OTHER in attribution.source_actors or not attribution.source_actors:
        return (*attribution.source_actors, index.source_words(attribution))
    return attribution.source_actors

"""The tables on which finding and naming speakers rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.lexicon.actors import Title
from riwaya.lexicon.cues import CueLexicon
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.predicates import PredicateLexicon
from riwaya.model import BasisOfStatement


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """What finding and naming speakers rests on.

    `nationalities` are the countries of their adjectives; `given` are given names, some of which are nouns
    of deeds too (نضال); `sides` the party of each actor; `former` tells that an office is no longer
    held; `matters` the adjectives that say what a source or an official deals with (الأمني).
    """

    cues: CueLexicon
    particles: Particles
    predicates: PredicateLexicon
    titles: PhraseIndex[Title]
    bases: dict[str, BasisOfStatement]
    nationalities: Mapping[str, str]
    given: frozenset[str]
    sides: Mapping[str, str]
    matters: frozenset[str]
    former: frozenset[str]

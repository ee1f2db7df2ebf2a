"""Inflection: the unvocalised forms of an Arabic verb, participle or noun, folded.

The tables list a verb by its past and present (third person masculine singular); the forms that
news prose uses are made here by rule. Vowels are not written in news, so active and passive of most
verbs look alike (قُتل / قَتل): `Form` does not tell them apart, the grammar around it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from riwaya.text.fold import fold

Tense = Literal["past", "present", "jussive", "imperative", "participle", "masdar"]
Number = Literal["singular", "dual", "plural"]
Gender = Literal["masculine", "feminine"]
Person = Literal[1, 3]

#: Pronouns that may be written onto a verb or noun, longest first.
PRONOUNS = ("هما", "كما", "هم", "ها", "هن", "كم", "نا", "ني", "ه", "ك", "ي")
#: Those of third persons: of one and of many, and with them of two and of women.
THEIRS = ("ه", "ها", "هم")
OBJECTS = (*THEIRS, "هما", "هن")
#: As that he, she or they, and the same without ب, folded.
AS_HE = frozenset("بان" + own for own in OBJECTS)
THAT_HE = AS_HE | {form.removeprefix("ب") for form in AS_HE}
#: Negations, folded, that go on with another one (لم ولن).
NOT = frozenset(("لم", "لن", "لا"))
#: He, she or they, as `Form.person`.
THIRD_PERSON = 3


class Form(msgspec.Struct, frozen=True, gc=False):
    """One folded form; there are so many that they are no dataclass, which takes longer to build.

    `person` 1 is the speaker's own (نتوقع); nouns and participles have 3. `definite` with the article, with
    which التزام and إلغاء only seem to begin.
    """

    text: str
    tense: Tense
    person: Person = 3
    number: Number = "singular"
    gender: Gender = "masculine"
    definite: bool = False


def conjugate(past: str, present: str) -> Iterator[Form]:
    """The forms of a verb, from its past (`قال`) and present (`يقول`); either may be empty."""
    if past:
        yield from _past(past)
    if present:
        yield from _present(present, hollow=not past or past[-2:-1] == "ا")


def passive_past(past: str) -> str | None:
    """The passive of a past tense, where its letters show it: هاجم → هوجم, أدان → أدين, ألقى → ألقي.

    None where it is written like the active (قتل), where it would be taken for another word (تبنى → تبني,
    وافق → ووفق) or where the verb is too short to tell.
    """
    if past[:1] in ("ت", "و") or len(past) < 4:
        return None
    if len(past) == 4 and past[1] == "ا":
        changed = past[0] + "و" + past[2:]
    elif past[-2] == "ا" and (past[0] == "أ" or past[:3] == "است" or past[0] + past[2] == "ات"):
        changed = past[:-2] + "ي" + past[-1]
    else:
        changed = past
    if changed.endswith("ى"):
        changed = changed[:-1] + "ي"
    return None if changed == past else changed


def _past(past: str) -> Iterator[Form]:
    base = fold(past)
    weak = past[-1] in "ىا" and len(past) > 2
    stem = base[:-1] if weak else base
    plural = base[:-1] if weak or past.endswith("ي") else base  # توفي → توفوا
    yield Form(base, "past")
    yield Form(stem + "ت", "past", gender="feminine")
    yield Form(plural + "وا", "past", number="plural")
    yield Form(plural + "و", "past", number="plural")  # the silent alif is often forgotten
    yield Form(stem + "تا", "past", number="dual", gender="feminine")
    if not weak:
        yield Form(stem + "ا", "past", number="dual")
        yield Form(_short(stem) + "نا", "past", person=1, number="plural")


def _short(stem: str) -> str:
    """The stem before a consonant ending: a hollow verb drops its long vowel (قال → قل)."""
    return stem[:-2] + stem[-1] if len(stem) == 3 and stem[1] == "ا" else stem


def _present(present: str, *, hollow: bool) -> Iterator[Form]:
    """The forms of a present; a `hollow` verb drops its long vowel in the jussive (يستجيب → يستجب)."""
    base = fold(present)
    rest = base[1:]
    weak = present[-1] in "يىوا"
    plural = (rest[:-1] if weak else rest) + "ون"
    for prefix, person, number, gender in _PREFIXES:
        yield Form(prefix + rest, "present", person, number, gender)
        if weak:
            yield Form(prefix + rest[:-1], "jussive", person, number, gender)
        elif hollow and len(rest) >= 3 and rest[-2] in "اوي":
            yield Form(prefix + rest[:-2] + rest[-1], "jussive", person, number, gender)
    for prefix in ("ي", "ت"):
        yield Form(prefix + plural, "present", number="plural")
        yield Form(prefix + plural[:-1] + "ا", "jussive", number="plural")
        yield Form(prefix + rest + "ان", "present", number="dual")


#: أ for the first person singular is left out: it is rare in news and makes verbs of names (أبين).
_PREFIXES: tuple[tuple[str, Person, Number, Gender], ...] = (
    ("ي", 3, "singular", "masculine"),
    ("ت", 3, "singular", "feminine"),
    ("ن", 1, "plural", "masculine"),
)


def decline(word: str, tense: Tense = "participle") -> Iterator[Form]:
    """The forms of a participle or adjective (`قائل`): accusative, feminine, dual, plural, definite too."""
    base = fold(word)
    endings: tuple[tuple[str, Number, Gender], ...] = (
        ("", "singular", "masculine"),
        ("ا", "singular", "masculine"),
        ("ه", "singular", "feminine"),
        ("ين", "plural", "masculine"),
        ("ون", "plural", "masculine"),
        ("ان", "dual", "masculine"),
        ("تان", "dual", "feminine"),
        ("تين", "dual", "feminine"),
        ("ات", "plural", "feminine"),
    )
    # A final ي is that of a defective participle (داعي → داعين) or of a nisba (محلي → محليين).
    stem = base[:-1] if base.endswith("ي") and len(base) > 3 else base
    for ending, number, gender in endings:
        roots = dict.fromkeys((stem, base) if ending in ("ين", "ون") else (base,))
        for root in roots:
            yield Form(root + ending, tense, number=number, gender=gender)
            yield Form("ال" + root + ending, tense, number=number, gender=gender, definite=True)


def noun_forms(noun: str) -> Iterator[Form]:
    """A noun or masdar as listed, with the article, and in the accusative where that is written."""
    base = fold(noun)
    gender: Gender = "feminine" if base.endswith(("ه", "ات")) else "masculine"
    number: Number = "plural" if base.endswith("ات") else "singular"
    listed = noun.startswith("ال") and not noun.startswith("الت")  # القضاء, but التزام
    yield Form(base, "masdar", number=number, gender=gender, definite=listed)
    yield Form("ال" + base, "masdar", number=number, gender=gender, definite=True)
    if not base.endswith(("ه", "ات", "اء", "ا")):
        yield Form(base + "ا", "masdar", number=number, gender=gender)


@lru_cache(maxsize=100_000)
def without_pronoun(folded: str) -> tuple[tuple[str, str], ...]:
    """The ways in which a folded word may shed a written-on pronoun: (word, pronoun) pairs.

    A ت before the pronoun may be ة (ه) of the bare word (حماية → حمايته), a و or ي a hamza
    (استيلاء → استيلائه), an ا an ى (نفى → نفاه): those readings are offered too.
    """
    found: list[tuple[str, str]] = []
    for pronoun in PRONOUNS:
        if not folded.endswith(pronoun) or len(folded) - len(pronoun) < 2:
            continue
        bare = folded[: -len(pronoun)]
        found.append((bare, pronoun))
        if bare.endswith("ت") and len(bare) > 2:
            found.append((bare[:-1] + "ه", pronoun))
        if bare.endswith(("اي", "او")):
            found.append((bare[:-1] + "ء", pronoun))
        if bare.endswith("ا"):
            found.append((bare[:-1] + "ي", pronoun))
        if bare.endswith("و"):
            found.append((bare + "ا", pronoun))
    return tuple(found)

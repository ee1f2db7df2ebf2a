"""Whether a text is Arabic, and what it seems to be when it is not: by letters, then by little words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from riwaya.errors import InputError
from riwaya.i18n import gettext as _
from riwaya.i18n import language as interface_language
from riwaya.lexicon.tables import LEXICON, read_table

#: The language that the reader knows.
LANGUAGE = "ar"
_COLUMNS = ("code", "name_ar", "name_en", "script", "letters", "words")
_WORD = re.compile(r"[^\W\d_]+")
#: Enough to tell a language by; a longer text is not looked at further.
_SAMPLE = 20_000
#: At least half of the letters must be Arabic: a report full of Latin names and links still has more.
_SHARE = 0.5
#: A language in Arabic letters has at least this share of letters that Arabic has not (Persian 0.03,
#: Urdu 0.2, Sorani 0.3); Arabic with dialect names and foreign brands stays below 0.005.
_FOREIGN_LETTERS = 0.01
#: The same where none of the language's words occurs: one foreign name in a headline proves nothing.
_FOREIGN_ALONE = 0.05


@dataclass(frozen=True, slots=True)
class Language:
    """One language by what gives it away: its script, letters of its own, its commonest words."""

    code: str
    name_ar: str
    name_en: str
    script: str
    letters: frozenset[str]
    words: frozenset[str]

    @property
    def name(self) -> str:
        """Its name in the language of the interface."""
        return self.name_ar if interface_language() == "ar" else self.name_en


@lru_cache(maxsize=1)
def load_languages() -> tuple[Language, ...]:
    """The languages that a refusal can name, from `lexicon/languages.csv`. Raises PackError."""
    return tuple(
        Language(
            code=row.text("code"),
            name_ar=row.text("name_ar"),
            name_en=row.text("name_en"),
            script=row.text("script"),
            letters=frozenset(row.many("letters")),
            words=frozenset(row.many("words")),
        )
        for row in read_table(LEXICON / "languages.csv", _COLUMNS)
    )


def require_arabic(text: str, source: str) -> None:
    """Raise InputError unless `text` is Arabic; the error names the language that it seems to be in."""
    letters = Counter(c for c in text[:_SAMPLE] if c.isalpha())
    total = letters.total()
    remedy = _("Riwaya reads Arabic reports")
    if not total:
        raise InputError(source, _("there are no words in it"), remedy)
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[_script(letter)] += count
    arabic = scripts["ARABIC"] / total >= _SHARE
    if arabic and _foreign_letters().isdisjoint(letters):
        return
    seems = _likeliest(text, letters, "ARABIC" if arabic else scripts.most_common(1)[0][0])
    if arabic and (seems is None or seems.code == LANGUAGE):
        return
    if seems is None or seems.code == LANGUAGE:
        raise InputError(source, _("not Arabic: most letters are of another script"), remedy)
    raise InputError(source, _("not Arabic: it seems to be {language}").format(language=seems.name), remedy)


def _likeliest(text: str, letters: Counter[str], script: str) -> Language | None:
    """The language of `script` with most of its own words in the text, None where none has any."""
    words = Counter(word.lower() for word in _WORD.findall(text[:_SAMPLE]))
    scores: list[tuple[float, Language]] = []
    for language in load_languages():
        if language.script != script:
            continue
        own = sum(letters[letter] for letter in language.letters) / letters.total()
        known = sum(words[word] for word in language.words) / max(1, words.total())
        if (
            language.script == "ARABIC"
            and language.code != LANGUAGE
            and own < (_FOREIGN_LETTERS if known else _FOREIGN_ALONE)
        ):
            continue
        scores.append((known + own, language))
    score, best = max(scores, key=lambda entry: entry[0], default=(0.0, None))
    # A script with a single language says which it is without any word.
    return best if score > 0 or len(scores) == 1 else None


@lru_cache(maxsize=1)
def _foreign_letters() -> frozenset[str]:
    """Letters of Arabic script without which a text is in no other language than Arabic."""
    return frozenset(
        c for language in load_languages() if language.script == "ARABIC" for c in language.letters
    )


@lru_cache(maxsize=10_000)
def _script(letter: str) -> str:
    """First word of a letter's Unicode name, which is its script."""
    return unicodedata.name(letter, "UNKNOWN").split()[0]

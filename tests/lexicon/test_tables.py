from collections.abc import Sequence
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.lexicon.cues import PHRASE_COLUMNS, VERB_COLUMNS, load_cues
from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import load_hedges
from riwaya.lexicon.particles import load_particles
from riwaya.lexicon.predicates import COLUMNS, LIGHT_COLUMNS, SENSE_COLUMNS, WordForm, load_predicates
from riwaya.lexicon.speech_words import speech_cues
from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.text import fold

ARABIC = LEXICON / "ar"

#: Roles of speech_words.csv whose words are cues.
CUES = (
    "thought", "thinks", "calls on", "proves", "shows", "establishes", "ascribes", "puts down", "others say",
    "news tells", "says more", "left untold", "deals with", "of papers", "condemns", "expresses",
    "demanded of", "provides", "so called", "closes", "of events too", "confesses", "not verified",
    "no answer", "gist", "remarks made", "given again", "his own words",
)  # fmt: skip


def written(folder: Path, content: bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"a,c\n1,2\n", "1: the columns are a,c; expected a,b"),
        (b"a,b\n1\n", "2: 1 values for 2 columns"),
        (b"a,b\n\xff,2\n", "not UTF-8 at byte 4"),
        (b'a,b\n"1,2\n', "2: unexpected end of data"),
    ],
)
def test_a_broken_table_is_named_with_its_line(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(PackError) as caught:
        list(read_table(path, ("a", "b")))
    assert str(path) in str(caught.value)
    assert complaint in str(caught.value)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="the file is missing"):
        list(read_table(tmp_path / "none.csv", ("a",)))


@pytest.mark.parametrize(
    ("value", "read"),
    [("x", "column 'a': 'x' is not a number"), ("nan", "out of range"), ("1e99", "out of range")],
)
def test_numbers_are_checked(tmp_path: Path, value: str, read: str) -> None:
    row = next(read_table(written(tmp_path, f"a\n{value}\n".encode()), ("a",)))
    with pytest.raises(PackError, match=read):
        row.number("a")


def test_there_are_as_many_cues_as_promised() -> None:
    rows = [*read_rows("cue_verbs.csv"), *read_rows("cue_phrases.csv")]
    assert len(rows) >= 250
    assert len(load_cues(ARABIC).forms()) > 2000


_CLIMBING = (("صعد", "climb"), ("ارتقى", "go up"))


def read_rows(name: str) -> list[str]:
    return (ARABIC / name).read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("name", sorted(path.name for path in ARABIC.glob("*.csv")))
def test_no_entry_is_listed_twice(name: str) -> None:
    rows = read_rows(name)
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", ["predicates.csv", "senses.csv"])
def test_no_word_stands_twice_in_a_cell(name: str) -> None:
    for row in read_rows(name):
        for cell in row.split(","):
            listed = cell.split("|")
            assert len(listed) == len(set(listed)), row


@pytest.mark.parametrize(
    ("word", "cue"),
    [
        ("وأعلنت", "أعلن"),
        ("نفته", "نفى"),
        ("ستتهم", "اتهم"),
        ("مشيرا", "أشار"),
        ("داعين", "دعا"),
        ("يزعمون", "زعم"),
    ],
)
def test_inflected_cues_are_known(word: str, cue: str) -> None:
    assert cue in [h.cue.form for h in load_cues(ARABIC).verb(fold(word))]


def test_every_role_of_particles_is_filled() -> None:
    particles = load_particles(ARABIC)
    assert particles.complementiser
    assert particles.venue
    assert particles.no_source


@pytest.mark.parametrize(
    ("needs", "near"), [("<place>|جبل", ["place"]), ("جبل", []), ("<number>", ["number"])]
)
def test_a_predicate_may_need_words_of_a_class(tmp_path: Path, needs: str, near: list[str]) -> None:
    (form,) = _predicates(tmp_path, needs)
    assert form.predicate is not None
    assert sorted(form.predicate.near) == near


def test_an_unknown_class_of_needed_words_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="'river' is no class of needed words"):
        _predicates(tmp_path, "<river>")


def test_needed_words_stand_alone(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="'قطع بحرية' is not one word"):
        _predicates(tmp_path, "سفن|قطع بحرية")


def test_an_entry_has_another_sense_beside_listed_words(tmp_path: Path) -> None:
    senses = "MOVE,climb,سهم|سعر,نقطة,rise\n"
    predicate = _predicates(tmp_path, "", senses)[0].predicate
    assert predicate is not None
    assert predicate.not_after == {"سهم", "سعر"}
    assert predicate.not_before == {"نقطه"}


def test_rows_of_other_senses_add_up_and_may_be_of_several_entries(tmp_path: Path) -> None:
    senses = "MOVE,climb|go up,سهم,نقطة,rise\nMOVE,climb,سعر,درجة,rise\n"
    for word, before, after in (("صعد", {"سهم", "سعر"}, {"نقطه", "درجه"}), ("ارتقي", {"سهم"}, {"نقطه"})):
        predicate = _predicates(tmp_path, "", senses, word)[0].predicate
        assert predicate is not None
        assert predicate.not_after == before
        assert predicate.not_before == after


def test_another_sense_of_an_entry_that_is_not_listed_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="gloss"):
        _predicates(tmp_path, "", "MOVE,descend,سهم,,fall\n")


def test_an_entry_that_is_listed_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=":4: 'صعد' is listed twice"):
        _predicates(tmp_path, "", listed=(*_CLIMBING, _CLIMBING[0]))


def test_a_masdar_may_be_short(tmp_path: Path) -> None:
    predicate = _predicates(tmp_path, "", masdar="ت")[0].predicate
    assert predicate is not None
    assert not predicate.rounded


def _predicates(
    folder: Path,
    needs: str,
    senses: str = "",
    word: str = "صعد",
    listed: Sequence[tuple[str, str]] = _CLIMBING,
    masdar: str = "",
) -> list[WordForm]:
    """The reading of a word from a table that lists صعد and ارتقى alone, or what is `listed`."""
    rows = (f"MOVE,,,{past},,{masdar},,,,agent,none,none,,{needs},,{gloss}" for past, gloss in listed)
    (folder / "predicates.csv").write_text("\n".join((",".join(COLUMNS), *rows, "")), encoding="utf-8")
    (folder / "light_verbs.csv").write_text(f"{','.join(LIGHT_COLUMNS)}\n", encoding="utf-8")
    (folder / "senses.csv").write_text(f"{','.join(SENSE_COLUMNS)}\n{senses}", encoding="utf-8")
    (folder / "homographs.csv").write_text("word,is\n", encoding="utf-8")
    return load_predicates(folder).forms[word]


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("الوقت", True),
        ("سياسيون", True),
        ("باليستية", True),
        ("يمنيون", True),
        ("سيدخل", False),
        ("يقول", False),
    ],
)
def test_nouns_that_look_like_verbs_are_known(word: str, noun: bool) -> None:
    assert load_hedges(ARABIC).is_plain_noun(fold(word)) is noun


def test_words_of_events_are_found_by_what_they_are_for() -> None:
    assert fold("صواريخ") in event_words("weapon")
    assert "سيارات".startswith(word_beginnings("vehicle"))
    with pytest.raises(KeyError):
        event_words("no such role")


@pytest.mark.parametrize("role", CUES)
def test_cues_of_the_grammar_of_speech_are_listed(role: str) -> None:
    verbs = [row.text("past") for row in read_table(ARABIC / "cue_verbs.csv", VERB_COLUMNS)]
    phrases = [row.text("form") for row in read_table(ARABIC / "cue_phrases.csv", PHRASE_COLUMNS)]
    parts = {
        "not verified": str.startswith,
        "gist": str.startswith,
        "no answer": str.endswith,
        "his own words": str.endswith,
    }
    same = parts.get(role, str.__eq__)

    assert [w for w in sorted(speech_cues(role)) if not any(same(f, w) for f in verbs + phrases)] == []


def test_every_role_of_speech_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in LEXICON.parent.rglob("*.py"))
    roles = {row.text("role") for row in read_table(ARABIC / "speech_words.csv", ("word", "role"))}

    assert [role for role in sorted(roles) if f'"{role}"' not in code] == []

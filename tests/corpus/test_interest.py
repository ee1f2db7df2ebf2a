"""Whether an origin speaks for or against its own interest."""

import pytest

from corpus.told import Told
from riwaya.archive import Archive
from riwaya.corpus.interest import interest
from riwaya.corpus.tellings import register_for, tellings


@pytest.mark.parametrize(
    ("text", "source", "fields", "expected"),
    [
        (
            "قال الجيش إن ثلاثة من جنوده قتلوا في المعارك", "syrian-army",
            {"type": "HARM", "patients": "syrian-army", "measure": "killed", "low": 3}, "against own interest",
        ),
        (
            "أقر الجيش بأنه انسحب من القرية", "syrian-army",
            {"type": "RETREAT", "mode": "withdraw", "agents": "syrian-army"}, "against own interest",
        ),
        (
            "أعلن الجيش أنه ضرب موقعا للتنظيم", "syrian-army",
            {"agents": "syrian-army", "patients": "islamic-state"}, "own interest",
        ),
        (
            "نفت أنقرة أن تكون قواتها قصفت السوق", "turkey",
            {"agents": "turkish-forces", "factuality": "CT-", "act": "deny"}, "own interest",
        ),
        (
            "اتهمت الحكومة التنظيم بقصف مواقعها", "syrian-government",
            {"agents": "islamic-state", "patients": "syrian-army", "act": "accuse"}, "own interest",
        ),
        # A truce is no loss, and an ally no enemy.
        ("أعلن الجيش هدنة ليومين", "syrian-army", {"type": "RETREAT", "mode": "ceasefire", "agents": "syrian-army"},
         None),
        ("ذكر الجيش أن روسيا ضربت موقعا له", "syrian-army",
         {"agents": "russian-forces", "patients": "syrian-army", "act": "accuse"}, None),
        # Who takes no part has nothing to gain that a claim could show.
        ("قال المرصد إن الجيش فقد ثلاثة جنود", "sohr",
         {"type": "HARM", "patients": "syrian-army", "measure": "killed"}, None),
        ("قالت مصادر إن القوات خسرت موقعا", "local-sources", {"type": "CONTROL", "phase": "end"}, None),
        ("رجح الجيش مقتل جنود", "syrian-army",
         {"type": "HARM", "patients": "syrian-army", "measure": "killed", "factuality": "Uu"}, None),
    ],
)  # fmt: skip
def test_only_what_the_claim_itself_shows_is_an_interest(
    archive: Archive, text: str, source: str, fields: dict[str, object], expected: str | None
) -> None:
    claim = Told(archive).tell("r1", "shaam", "2016-03-01", text, source, **fields)

    with archive.reading() as connection:
        register = register_for(connection)
        (telling,) = tellings(connection, [claim], register)
        found = interest(telling, register)

    assert (found.leaning if found else None) == expected
    assert found is None or found.claim == claim


def test_what_an_enemy_hands_on_is_nobody_s_interest(archive: Archive) -> None:
    told = Told(archive)
    fields = {"type": "RETREAT", "mode": "withdraw", "agents": "syrian-army"}
    text = "نقل التنظيم عن الجيش أنه انسحب"
    claim = told.tell("r1", "shaam", "2016-03-01", text, "islamic-state", "syrian-army", **fields)

    with archive.reading() as connection:
        register = register_for(connection)
        (telling,) = tellings(connection, [claim], register)

    assert interest(telling, register) is None

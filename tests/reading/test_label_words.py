"""Labels of matters read as sentences."""

import pytest

from riwaya.model import EventType
from riwaya.reading.linking.wordings import Named, compose_label

NOBODY = Named((), ())
ARMY = Named(("الجيش",), ("the army",))
TOWN = Named(("عين الرمان",), ("Ayn al-Rumman",))


@pytest.mark.parametrize(
    ("event", "theme", "said"),
    [
        ("ASSAULT", None, "Was there an attack by the army in Ayn al-Rumman?"),
        ("ACCUSE", "ASSAULT", "Was there an accusation by the army over an attack in Ayn al-Rumman?"),
        ("REQUEST", "AID", "Was there a request by the army over aid in Ayn al-Rumman?"),
        ("SANCTION", None, "Were there sanctions by the army in Ayn al-Rumman?"),
        ("SUPPORT", None, "Was there support by the army in Ayn al-Rumman?"),
    ],
)
def test_an_english_question_takes_the_article_of_its_noun(
    event: EventType, theme: EventType | None, said: str
) -> None:
    assert compose_label(event, "question", ARMY, NOBODY, TOWN, theme).en == said

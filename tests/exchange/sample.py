"""A hand-made reading of an invented report, so rich that every part of an export has something to show."""

from __future__ import annotations

from hashlib import sha256

from riwaya.model import (
    SCHEMA,
    Act,
    Actor,
    ActorKind,
    Attribution,
    BasisOfStatement,
    Claim,
    Distance,
    Event,
    EventType,
    Factuality,
    Hop,
    Link,
    Matter,
    Mention,
    Name,
    Phase,
    Place,
    PlaceBasis,
    PlaceKind,
    Quantity,
    Reader,
    Reading,
    Repeat,
    Report,
    Role,
    Span,
    Speaker,
    Time,
    Voice,
)

TITLE = "القوات الروسية تؤوي مسلحين قرب السخنة"
FIRST = (
    "تبادلت موسكو والتحالف الدولي الاتهامات بإيواء مسلحين قرب السخنة. "
    "وقالت مصادر محلية إن تحقيقاً للتحالف أثبت أن القوات الروسية سهّلت عبور المسلحين. "
    "وطلب التحالف من موسكو إخراجهم، لكنها رفضت تسيير دوريات. "
)
SECOND = (
    "ونقل إعلام موالٍ لروسيا ما وصفه بوجود سري لتنظيم الدولة في تل الرماد الذي يسيطر عليه التحالف. "
    "وزعم مدير ناحية السخنة أن 12 جندياً على الأقل ربما قتلوا أمس."
)
TEXT = f"{TITLE}\n{FIRST}\n{SECOND}\n{FIRST}\n"


def span(words: str, number: int = 1) -> Span:
    """Where the `number`-th occurrence of the words stands in the text."""
    start = -1
    for _ in range(number):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def through(first: str, last: str) -> Span:
    """From the first words to the last words after them."""
    start = span(first).start
    return Span(start, TEXT.index(last, start) + len(last))


def actor(key: str, kind: ActorKind, arabic: str, english: str) -> Actor:
    return Actor(key, kind, key, Name(arabic, english))


def place(
    key: str, kind: PlaceKind, arabic: str, english: str | None, at: tuple[float, float] | None
) -> Place:
    geometry = {"type": "Point", "coordinates": [at[1], at[0]]} if at else None
    method = "pack" if at else "unresolved"
    basis = PlaceBasis(
        "pack" if method == "pack" else "unresolved", "hand-made" if at else None, (), None, None
    )
    return Place(key, Name(arabic, english), kind, geometry, 3.0 if at else None, basis)


def attribution(
    key: str,
    cue: Span,
    source: Span | None,
    actors: tuple[str, ...],
    content: Span,
    *,
    act: Act = "report",
    distance: Distance = "neutral",
    parent: str | None = None,
    basis: BasisOfStatement | None = None,
    speaker: Speaker | None = None,
) -> Attribution:
    return Attribution(
        key, cue, source, actors, speaker, content, parent, act, distance, False, basis, None, None, None
    )


def event(
    kind: EventType,
    *,
    agent: tuple[Role, ...] = (),
    patient: tuple[Role, ...] = (),
    places: tuple[str, ...] = (),
    mode: str | None = None,
    phase: Phase | None = None,
    time: Time | None = None,
    quantity: Quantity | None = None,
    theme: str | None = None,
) -> Event:
    return Event(kind, mode, phase, agent, patient, (), places, time, quantity, theme)


def claim(
    key: str,
    anchor: Span,
    content: Span,
    chain: tuple[Hop, ...],
    what: Event,
    *,
    voice: Voice = "source",
    factuality: Factuality = "CT+",
    hedge: Span | None = None,
) -> Claim:
    return Claim(key, anchor, content, chain[-1].attribution, voice, chain, factuality, hedge, what)


OUTLET = Hop(("barid-al-badia",), None)
RUSSIA = Hop(("russia",), "a1")
COALITION = Hop(("us-led-coalition",), "a1")
LOCALS = Hop(("local-sources",), "a2")
INQUIRY = Hop(("us-led-coalition",), "a3")
LOYAL = Hop(("pro-russian-media",), "a6")
MAYOR = Hop(("other",), "a7")
YESTERDAY = Time("DATE", "2023-05-16", span("أمس"))

ACTORS = (
    actor("russian-forces", "armed-forces", "القوات الروسية", "Russian armed forces"),
    actor("unidentified-armed-group", "armed-group", "مسلحون مجهولون", "Unidentified armed men"),
    actor("russia", "state", "روسيا", "Russia"),
    actor("us-led-coalition", "coalition", "التحالف الدولي", "Global Coalition"),
    actor("local-sources", "sources", "مصادر محلية", "Unnamed local sources"),
    actor("pro-russian-media", "sources", "إعلام موال لروسيا", "Media described as pro-Russian"),
    actor("islamic-state", "armed-group", "تنظيم الدولة", "Islamic State"),
)
PLACES = (
    place("geonames:163808", "town", "السخنة", "As Sukhnah", (34.88639, 38.87194)),
    place("unresolved:تل الرماد", "mountain", "تل الرماد", None, None),
)
MENTIONS = (
    Mention(span("القوات الروسية").start, span("القوات الروسية").end, "russian-forces", None, None),
    Mention(span("السخنة").start, span("السخنة").end, None, "geonames:163808", None),
    Mention(span("أمس").start, span("أمس").end, None, None, YESTERDAY),
    Mention(span("قرب").start, span("قرب").end, None, None, Time("DATE", "PAST_REF", span("قرب"))),
)
ATTRIBUTIONS = (
    attribution(
        "a1", span("الاتهامات"), span("موسكو والتحالف الدولي"), ("russia", "us-led-coalition"),
        span("إيواء مسلحين قرب السخنة"), act="accuse",
    ),
    attribution(
        "a2", span("وقالت"), span("مصادر محلية"), ("local-sources",), through("إن تحقيقاً", "عبور المسلحين")
    ),
    attribution(
        "a3", span("أثبت"), span("تحقيقاً للتحالف"), ("us-led-coalition",),
        through("أن القوات الروسية سهّلت", "عبور المسلحين"), distance="endorsing", parent="a2",
        basis="investigation",
    ),
    attribution(
        "a4", span("وطلب"), span("التحالف", 2), ("us-led-coalition",), span("إخراجهم"), act="request",
    ),
    attribution("a5", span("رفضت"), None, ("russia",), span("تسيير دوريات"), act="refuse"),
    attribution(
        "a6", span("ما وصفه ب"), span("إعلام موالٍ لروسيا"), ("pro-russian-media",),
        through("وجود سري", "يسيطر عليه التحالف"), distance="distancing",
    ),
    attribution(
        "a7", span("وزعم"), span("مدير ناحية السخنة"), ("other",), through("أن 12 جندياً", "أمس"),
        distance="distancing", speaker=Speaker(None, span("مدير ناحية السخنة")),
    ),
)  # fmt: skip
ARMED = (Role("unidentified-armed-group", span("مسلحين")),)
TOLL = Quantity("killed", 12, None, False, True, "incident", span("12 جندياً على الأقل"))
SHELTERED = span("إيواء مسلحين قرب السخنة")
PASSAGE = through("أن القوات الروسية سهّلت", "عبور المسلحين")
CLAIMS = (
    claim(
        "c1", span("تؤوي"), span(TITLE), (OUTLET,),
        event("SHELTER", agent=(Role("russian-forces", span("القوات الروسية")),), patient=ARMED,
              places=("geonames:163808",), mode="protect"),
    ),
    claim(
        "c2", span("إيواء"), SHELTERED, (OUTLET, RUSSIA),
        event("SHELTER", agent=(Role("us-led-coalition", None),), patient=ARMED, places=("geonames:163808",)),
    ),
    claim(
        "c3", span("إيواء"), SHELTERED, (OUTLET, COALITION),
        event("SHELTER", agent=(Role("russia", None),), patient=ARMED, places=("geonames:163808",)),
    ),
    claim(
        "c4", span("سهّلت"), PASSAGE, (OUTLET, LOCALS, INQUIRY),
        event("SHELTER", agent=(Role("russian-forces", span("القوات الروسية", 2)),), patient=ARMED,
              mode="facilitate"),
    ),
    claim(
        "c5", span("وطلب"), span("وطلب التحالف من موسكو إخراجهم"), (OUTLET,),
        event("REQUEST", agent=(Role("us-led-coalition", span("التحالف", 2)),),
              patient=(Role("russia", span("موسكو", 2)),), theme="c6"),
    ),
    claim(
        "c6", span("إخراجهم"), span("إخراجهم"), (OUTLET, Hop(("us-led-coalition",), "a4")),
        event("MOVE", patient=ARMED), factuality="Uu", hedge=span("وطلب"),
    ),
    claim(
        "c7", span("رفضت"), span("رفضت تسيير دوريات"), (OUTLET,),
        event("REJECT", agent=(Role("russia", None),), theme="c8"),
    ),
    claim(
        "c8", span("تسيير"), span("تسيير دوريات"), (OUTLET, Hop(("russia",), "a5")),
        event("MOBILIZE", agent=(Role("russia", None),)), factuality="CT-", hedge=span("رفضت"),
    ),
    claim(
        "c9", span("وجود"), through("وجود سري", "تل الرماد"), (OUTLET, LOYAL),
        event("PRESENCE", agent=(Role("islamic-state", span("تنظيم الدولة")),),
              places=("unresolved:تل الرماد",),
              phase="hold"),
    ),
    claim(
        "c10", span("يسيطر"), span("يسيطر عليه التحالف"), (OUTLET, LOYAL),
        event("CONTROL", agent=(Role("us-led-coalition", span("التحالف", 3)),),
              places=("unresolved:تل الرماد",), phase="hold"),
        voice="unclear",
    ),
    claim(
        "c11", span("قتلوا"), through("أن 12 جندياً", "أمس"), (OUTLET, MAYOR),
        event("HARM", patient=(Role("other", span("جندياً")),), quantity=TOLL, time=YESTERDAY),
        factuality="PS+", hedge=span("ربما"),
    ),
)  # fmt: skip
LINKS = (
    Link("c2", "c3", "counter-accuses", "m1"),
    Link("c3", "c2", "counter-accuses", "m1"),
    Link("c4", "c1", "supports", "m1"),
    Link("c7", "c5", "answers", None),
)
MATTERS = (
    Matter(
        "m1", "question", Name("من آوى المسلحين قرب السخنة؟", "Who sheltered the armed men near As Sukhnah?"),
        ("c1", "c2", "c3", "c4"),
    ),
    Matter("m2", "incident", Name("مقتل جنود", "Soldiers killed"), ("c11",)),
)  # fmt: skip


def sample() -> Reading:
    """The whole reading."""
    again = TEXT.rindex(FIRST)
    earlier = Span(TEXT.index(FIRST), TEXT.index(FIRST) + len(FIRST))
    report = Report(
        id=f"sha256:{sha256(TEXT.encode()).hexdigest()}",
        text=TEXT,
        title=span(TITLE),
        language="ar",
        outlet="barid-al-badia",
        published="2023-05-17",
        uri="https://barid.example/1",
        repeats=(Repeat(again, again + len(FIRST), earlier),),
    )
    reader = Reader("0.1.0", "ar", "syria", "sha256:0")
    return Reading(SCHEMA, reader, report, ACTORS, PLACES, MENTIONS, ATTRIBUTIONS, CLAIMS, LINKS, MATTERS)


def bare(text: str = "نص بلا أقوال.") -> Reading:
    """A reading in which nothing was found: no title, outlet, date, claim."""
    report = Report(f"sha256:{sha256(text.encode()).hexdigest()}", text, None, "ar", "outlet", None, None, ())
    return Reading(SCHEMA, Reader("0.1.0", "ar", "syria", "sha256:0"), report, (), (), (), (), (), (), ())

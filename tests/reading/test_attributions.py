"""Who is made to say what: own sentences in, cue, source, actors and content out."""

import pytest

from riwaya.errors import UsageError
from riwaya.model import Attribution, Reading
from riwaya.reading.reader import Reader

Row = tuple[str, str, str | None, tuple[str, ...], str]

# fmt: off
VERB_FIRST: list[Row] = [
    ("قال الجيش التركي إن الطريق فتح.", "قال", "الجيش التركي", ("turkish-forces",), "إن الطريق فتح"),
    ("وأكدت موسكو أن القافلة عبرت أمس.", "وأكدت", "موسكو", ("russia",), "أن القافلة عبرت أمس"),
    ("وذكر شهود عيان أن دخانا تصاعد.", "وذكر", "شهود عيان", ("eyewitnesses",), "أن دخانا تصاعد"),
    ("وقالت مصادر محلية لوكالة رويترز إن الجسر سليم.", "وقالت", "مصادر محلية", ("local-sources",), "إن الجسر سليم"),
    ("وأفاد مصدر طبي بوصول ستة جرحى.", "وأفاد", "مصدر طبي", ("medical-sources",), "بوصول ستة جرحى"),
    ("وأشار المرصد السوري إلى أن السد بعيد.", "وأشار", "المرصد السوري", ("sohr",), "أن السد بعيد"),
    ("وأعلنت إسرائيل عن إغلاق المعبر.", "وأعلنت", "إسرائيل", ("israel",), "إغلاق المعبر"),
    ("كما أوضحت أنقرة أن المهلة انتهت.", "كما أوضحت", "أنقرة", ("turkey",), "أن المهلة انتهت"),
    ("وقال ناشطون: «لم ينم أحد».", "وقال", "ناشطون", ("activists",), "«لم ينم أحد»"),
    ("وكشفت صحيفة الشرق الأوسط أن اللقاء تأجل.", "وكشفت", "صحيفة الشرق الأوسط", ("asharq-al-awsat",), "أن اللقاء تأجل"),
    ("وزعمت وكالة سانا أن الحافلة كانت فارغة.", "وزعمت", "وكالة سانا", ("sana",), "أن الحافلة كانت فارغة"),
    ("ونفى التحالف الدولي حماية المسلحين.", "ونفى", "التحالف الدولي", ("us-led-coalition",), "حماية المسلحين"),
    ("ونفت طهران وجود جنود لها هناك.", "ونفت", "طهران", ("iran",), "وجود جنود لها هناك"),
    ("وحذرت الأمم المتحدة من نفاد الدواء.", "وحذرت", "الأمم المتحدة", ("united-nations",), "نفاد الدواء"),
    ("وتبنى تنظيم الدولة الهجوم على الحاجز.", "وتبنى", "تنظيم الدولة", ("islamic-state",), "الهجوم على الحاجز"),
    ("وهدد الحوثيون بقصف الميناء.", "وهدد", "الحوثيون", ("houthis",), "بقصف الميناء"),
    ("وتعهدت بريطانيا بتقديم المساعدة.", "وتعهدت", "بريطانيا", ("united-kingdom",), "بتقديم المساعدة"),
    ("وتوقعت واشنطن أن يطول الحصار.", "وتوقعت", "واشنطن", ("united-states",), "أن يطول الحصار"),
    ("وتخشى إيران من عودة التنظيم.", "وتخشى", "إيران", ("iran",), "من عودة التنظيم"),
    ("واتهمت روسيا الولايات المتحدة بتدريب المسلحين.", "واتهمت", "روسيا", ("russia",), "بتدريب المسلحين"),
    ("وطالبت قطر الحكومة بفتح الطريق.", "وطالبت", "قطر", ("qatar",), "بفتح الطريق"),
    ("ودعت مصر إلى وقف النار.", "ودعت", "مصر", ("egypt",), "وقف النار"),
    ("وحمّلت تركيا قسد مسؤولية التفجير.", "وحمّلت", "تركيا", ("turkey",), "مسؤولية التفجير"),
]

OTHER_FRAMES: list[Row] = [
    ("وكانت هيئة الأركان الإسرائيلية قد أعلنت أن اللواء انسحب.", "أعلنت", "هيئة الأركان الإسرائيلية", ("israeli-forces",), "أن اللواء انسحب"),
    ("وزير الخارجية الفرنسي يحذر من مجاعة", "يحذر", "وزير الخارجية الفرنسي", ("france",), "مجاعة"),
    ("رئيس بلدية السهل، سعد العلي، قال إن البئر جفت.", "قال", "رئيس بلدية السهل، سعد العلي", ("other",), "إن البئر جفت"),
    ("وصل الرتل ليلا، بحسب مصادر محلية.", "بحسب", "مصادر محلية", ("local-sources",), "وصل الرتل ليلا"),
    ("ووفقا للمرصد السوري، فقد وصل الرتل ليلا.", "ووفقا", "لمرصد السوري", ("sohr",), "فقد وصل الرتل ليلا"),
    ("أغلق المعبر أمس، حسبما ذكرت وكالة الأناضول.", "حسبما ذكرت", "وكالة الأناضول", ("anadolu",), "أغلق المعبر أمس"),
    ("انسحب اللواء، كما أعلن الجيش اللبناني.", "كما أعلن", "الجيش اللبناني", ("lebanese-army",), "انسحب اللواء"),
    ("قيل إن الطائرة لم تكن مسلحة.", "قيل", None, ("unnamed-sources",), "إن الطائرة لم تكن مسلحة"),
    ("ووجهت روسيا اتهامات إلى أوكرانيا بقصف المصفاة.", "اتهامات", "روسيا", ("russia",), "بقصف المصفاة"),
    ("ولم يتسن التحقق من الصور.", "ولم يتسن", None, ("outlet",), "التحقق من الصور"),
    ("وجاء في بيان للجيش العراقي أن المدينة آمنة.", "وجاء في", "بيان للجيش العراقي", ("iraqi-forces",), "أن المدينة آمنة"),
    ("عاجل | الناطق باسم قسد: انتهى القتال في المخيم", ":", "الناطق باسم قسد", ("sdf",), "انتهى القتال في المخيم"),
    ("ورفض مسؤول أمريكي التعليق على الصور.", "ورفض", "مسؤول أمريكي", ("official-sources",), "التعليق على الصور"),
    ("«لن نغادر»، قال المتحدث باسم قسد.", "قال", "المتحدث باسم قسد", ("sdf",), "«لن نغادر»"),
    ("وأضافة مصادر إعلامية أن الهدنة قائمة.", "وأضافة", "مصادر إعلامية", ("media-sources",), "أن الهدنة قائمة"),
    ("وقالتالحكومة العراقية إنالمعبر مغلق.", "وقالت", "الحكومة العراقية", ("iraq",), "إنالمعبر مغلق"),
]
# fmt: on


def slices(reading: Reading, said: Attribution) -> tuple[str, str | None, tuple[str, ...], str]:
    text = reading.report.text
    source = text[said.source.start : said.source.end] if said.source else None
    content = text[said.content.start : said.content.end]
    return text[said.cue.start : said.cue.end], source, said.source_actors, content


@pytest.mark.parametrize(("text", "cue", "source", "actors", "content"), VERB_FIRST + OTHER_FRAMES)
def test_one_attribution(
    reader: Reader, text: str, cue: str, source: str | None, actors: tuple[str, ...], content: str
) -> None:
    reading = reader.read(text)
    assert (cue, source, actors, content) in [slices(reading, a) for a in reading.attributions]


@pytest.mark.parametrize(
    "text",
    [
        "انقطع التيار بين القريتين منذ يومين.",
        "لم تعلن أي جهة مسؤوليتها عن الهجوم.",
        "يعمل المركز وفق التعليمات النافذة.",
        "نقل الجرحى إلى المستشفى القريب.",
        "يذكر أن السد بني قبل ثلاثين عاما.",
        "عاد الطلاب والطالبات إلى المدرسة.",
        "بلغ ارتفاع الموجة مترين ونصف المتر.",
        "زار الوفد عدن قبل المساء.",
    ],
)
def test_nobody_is_made_to_say_anything(reader: Reader, text: str) -> None:
    assert reader.read(text).attributions == ()


NESTED = [
    (
        "وقالت مصادر محلية إن تحقيقا أجراه التحالف الدولي خلص إلى أن الرتل عبر الوادي.",
        [("وقالت", None), ("خلص", "وقالت")],
    ),
    ("ونقلت وكالة رويترز عن مسؤول تركي قوله إن المخزن احترق.", [("ونقلت", None), ("قوله", "ونقلت")]),
    (
        "وقال الوزير السوري، بحسب وكالة سانا، إن الطريق مفتوح.",
        [("وقال", "بحسب"), ("بحسب", None)],
    ),
    ("وقال ناشطون إن روسيا تزعم أن الغارة دقيقة.", [("وقال", None), ("تزعم", "وقال")]),
    (
        "وقالت قسد إن الهجوم صد، مضيفة أن القتال انتهى، فيما أكد شهود عيان أن الدخان باق.",
        [("وقالت", None), ("مضيفة", None), ("أكد", None)],
    ),
    ("الحرس الثوري:\nنفذنا الضربة فجرا.\nونحذر من أي رد.", [(":", None), ("ونحذر", ":")]),
]


@pytest.mark.parametrize(("text", "parents"), NESTED)
def test_nesting(reader: Reader, text: str, parents: list[tuple[str, str | None]]) -> None:
    reading = reader.read(text)
    cue_of = {a.id: text[a.cue.start : a.cue.end] for a in reading.attributions}
    assert [(cue_of[a.id], a.parent and cue_of[a.parent]) for a in reading.attributions] == parents


CONTINUED = [
    ("وقالت حماس إن الوفد وصل. وأضافت أن اللقاء غدا.", "وأضافت", ("hamas",)),
    ("وقال شهود عيان إن النار خمدت، مشيرين إلى أن الطريق مغلق.", "مشيرين", ("eyewitnesses",)),
    ("قال وزير الدفاع الفرنسي جان بيروني إن الخطر كبير. وأوضح بيروني أن الرد قريب.", "وأوضح", ("france",)),
    ("وقال متحدث باسم قسد إن المخيم آمن. وأكد المتحدث أن الحراسة كافية.", "وأكد", ("sdf",)),
    ("وأصدرت قسد بيانا قالت فيه إن المخيم آمن. وأضاف البيان أن الحراسة كافية.", "وأضاف", ("sdf",)),
    ("ونقلت رويترز عن حزب الله أن الجسر سليم، مؤكدا أن العبور عاد.", "مؤكدا", ("hezbollah",)),
]


@pytest.mark.parametrize(("text", "cue", "actors"), CONTINUED)
def test_the_last_speaker_goes_on(reader: Reader, text: str, cue: str, actors: tuple[str, ...]) -> None:
    reading = reader.read(text)
    said = [a for a in reading.attributions if text[a.cue.start : a.cue.end] == cue]
    assert [a.source_actors for a in said] == [actors]


def test_fields_around_the_speaker(reader: Reader) -> None:
    text = "وقال وزير الخارجية التركي سليم أوزان، أمس، في مؤتمر صحفي لوكالة الأناضول إن القمة ألغيت."
    reading = reader.read(text, published="2020-05-06")
    said = reading.attributions[0]
    cut = {
        "name": said.speaker and said.speaker.name,
        "role": said.speaker and said.speaker.role,
        "addressee": said.addressee,
    }
    assert {k: s and text[s.start : s.end] for k, s in cut.items()} == {
        "name": "سليم أوزان",
        "role": "وزير الخارجية التركي",
        "addressee": "وكالة الأناضول",
    }
    assert said.venue is not None
    assert text[said.venue.start : said.venue.end].startswith("مؤتمر صحفي")
    assert said.said_at is not None
    assert said.said_at.value == "2020-05-05"


@pytest.mark.parametrize(
    ("text", "act", "distance"),
    [
        ("زعمت دمشق أن السوق آمن.", "report", "distancing"),
        ("كشفت رويترز أن السوق أغلق.", "report", "endorsing"),
        ("نفت دمشق إغلاق السوق.", "deny", "neutral"),
        ("أكدت دمشق إغلاق السوق.", "confirm", "neutral"),
        ("أعلنت دمشق إغلاق السوق.", "announce", "neutral"),
        ("رفضت دمشق إغلاق السوق.", "refuse", "neutral"),
        ("طالبت دمشق بإغلاق السوق.", "request", "neutral"),
        ("رجحت دمشق إغلاق السوق.", "hypothesise", "neutral"),
        ("وثقت الشبكة السورية لحقوق الإنسان مقتل رجلين.", "document", "endorsing"),
    ],
)
def test_act_and_distance(reader: Reader, text: str, act: str, distance: str) -> None:
    said = reader.read(text).attributions[0]
    assert (said.act, said.distance) == (act, distance)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("وقالت وثائق مسربة إن الصفقة تمت.", "document"),
        ("وأظهرت تحقيقات الشرطة التركية أن السيارة مسروقة.", "investigation"),
        ("وأظهرت صور فضائية أن المدرج مدمر.", "footage"),
        ("وقال شهود إن السيارة مسروقة.", "witness"),
        ("وقالت موسكو إن السيارة مسروقة.", None),
    ],
)
def test_basis(reader: Reader, text: str, basis: str | None) -> None:
    assert reader.read(text).attributions[0].basis == basis


def test_a_day_that_is_none_is_refused(reader: Reader) -> None:
    with pytest.raises(UsageError, match="no ISO 8601"):
        reader.read("قال.", published="yesterday")

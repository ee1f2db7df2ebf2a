"""Who speaks, and what is said, whoever it is and however it is put: each speaker in each frame."""

from __future__ import annotations

import pytest

from riwaya.reading.reader import Reader

#: Speakers, the gender or number in which verbs go with them, and any of whom they speak for.
SPEAKERS = (
    ("مسؤول أمني", "m", "military-sources"),
    ("مسؤول حكومي", "m", "official-sources"),
    ("مسؤولون محليون", "p", "local-sources"),
    ("مصدر عسكري", "m", "military-sources"),
    ("مصدر في وزارة الدفاع", "m", "military-sources"),
    ("مصدر مطلع على المفاوضات", "m", "unnamed-sources"),
    ("مصادر طبية", "f", "medical-sources"),
    ("شهود عيان", "p", "eyewitnesses"),
    ("ناشطون", "p", "activists"),
    ("قيادي في حماس", "m", "hamas"),
    ("القائد في الجيش الحر أبو أحمد", "m", "free-syrian-army"),
    ("الناطق الرسمي باسم الحوثيين محمد عبد السلام", "m", "houthis"),
    ("المتحدث باسم الجيش الإسرائيلي", "m", "israeli-forces"),
    ("المتحدث باسم التحالف العميد أحمد عسيري", "m", "saudi-led-coalition"),
    ("المتحدثة باسم الخارجية الأمريكية ماري هارف", "f", "united-states"),
    ("وزير الخارجية التركي مولود أوغلو", "m", "turkey"),
    ("نائب رئيس الوزراء الروسي دميتري روغوزين", "m", "russia"),
    ("الوزير الإسرائيلي نفتالي بينيت", "m", "israel"),
    ("الرئيس الأمريكي باراك أوباما", "m", "united-states"),
    ("المستشارة الألمانية أنغيلا ميركل", "f", "germany"),
    ("رئيس الوزراء العراقي حيدر العبادي", "m", "iraq"),
    ("عضو مجلس النواب العراقي سالم الورد", "m", "iraq"),
    ("محافظ درعا سالم الورد", "m", "syrian-government"),
    ("مندوب روسيا لدى الأمم المتحدة فيتالي تشوركين", "m", "russia"),
    ("مبعوث الأمم المتحدة إلى اليمن إسماعيل ولد الشيخ أحمد", "m", "united-nations"),
    ("الأمين العام لجامعة الدول العربية أحمد أبو الغيط", "m", "arab-league"),
    ("رئيس الائتلاف السوري المعارض خالد خوجة", "m", "syrian-opposition"),
    ("زعيم حزب الله حسن نصر الله", "m", "hezbollah"),
    ("المرصد السوري لحقوق الإنسان", "m", "sohr"),
    ("الخارجية الروسية", "f", "russia"),
    ("وزارة الصحة السعودية", "f", "saudi-arabia"),
    ("الشرطة الألمانية", "f", "germany"),
    ("جماعة الحوثي", "f", "houthis"),
    ("قوات سوريا الديمقراطية", "f", "sdf"),
    ("كتائب القسام", "f", "al-qassam-brigades"),
    ("أهالي المنطقة", "p", "eyewitnesses"),
)

#: The words of a frame that agree with who speaks: in the masculine, the feminine and the plural.
AGREEING = {
    "said": {"m": "قال", "f": "قالت", "p": "قال"},
    "sure": {"m": "أكد", "f": "أكدت", "p": "أكد"},
    "told": {"m": "أفاد", "f": "أفادت", "p": "أفاد"},
    "noted": {"m": "أشار", "f": "أشارت", "p": "أشار"},
    "warned": {"m": "حذر", "f": "حذرت", "p": "حذر"},
    "asked": {"m": "طالب", "f": "طالبت", "p": "طالب"},
    "denied": {"m": "نفى", "f": "نفت", "p": "نفى"},
    "revealed": {"m": "كشف", "f": "كشفت", "p": "كشف"},
    "spoke": {"m": "قال", "f": "قالت", "p": "قالوا"},
    "denies": {"m": "ينفي", "f": "تنفي", "p": "ينفون"},
    "calls": {"m": "يدعو", "f": "تدعو", "p": "يدعون"},
    "accuses": {"m": "يتهم", "f": "تتهم", "p": "يتهمون"},
    "opens": {"m": "يعلن", "f": "تعلن", "p": "يعلنون"},
    "says": {"m": "يؤكد", "f": "تؤكد", "p": "يؤكدون"},
    "was": {"m": "كان", "f": "كانت", "p": "كان"},
    "he": {"m": "ه", "f": "ها", "p": "هم"},
}

#: Frames in which each of them speaks, and what is said there.
FRAMES = (
    ("{said} {who} إن الجسر سليم.", "إن الجسر سليم"),
    ("و{sure} {who} أن الجسر سليم.", "أن الجسر سليم"),
    ("و{said} {who}، اليوم الخميس، إن الجسر سليم.", "إن الجسر سليم"),
    ("و{said} {who} في بيان إن الجسر سليم.", "إن الجسر سليم"),
    ("و{said} {who} لوكالة فرانس برس إن الجسر سليم.", "إن الجسر سليم"),
    ("و{sure} {who} في حديث لـ«الحياة» أن الجسر سليم.", "أن الجسر سليم"),
    ("وفي تصريح لرويترز، {said} {who} إن الجسر سليم.", "إن الجسر سليم"),
    ("من جانب{he} {said} {who} إن الجسر سليم.", "إن الجسر سليم"),
    ("بدور{he}، {sure} {who} أن الجسر سليم.", "أن الجسر سليم"),
    ("و{was} {who} قد {spoke} إن الجسر سليم.", "إن الجسر سليم"),
    ("أما {who} ف{spoke} إن الجسر سليم.", "إن الجسر سليم"),
    ("وقتل خمسة في القصف، حسب {who}.", "وقتل خمسة في القصف"),
    ("وقتل خمسة في القصف، بحسب ما {said} {who}.", "وقتل خمسة في القصف"),
    ("وقتل خمسة في القصف، كما {said} {who}.", "وقتل خمسة في القصف"),
    ("وقتل خمسة في القصف، على حد قول {who}.", "وقتل خمسة في القصف"),
    ("وبحسب {who} فإن الجسر سليم.", "فإن الجسر سليم"),
    ("نقلت وكالة رويترز عن {who} قول{he} إن الجسر سليم.", "إن الجسر سليم"),
    ("ونقل موقع «الجزيرة نت» عن {who} أن الجسر سليم.", "أن الجسر سليم"),
    ("وذكرت رويترز نقلا عن {who} أن الجسر سليم.", "أن الجسر سليم"),
    ('"الجسر سليم والطريق مفتوح"، {said} {who}.', '"الجسر سليم والطريق مفتوح"'),
    ("و{said} {who}: «الجسر سليم والطريق مفتوح».", "«الجسر سليم والطريق مفتوح»"),
    ("{who} {says} أن الجسر سليم", "أن الجسر سليم"),
    ("و{told} {who} بأن الجسر سليم.", "بأن الجسر سليم"),
    ("و{noted} {who} إلى أن الجسر سليم.", "أن الجسر سليم"),
    ("و{warned} {who} من استمرار القصف.", "استمرار القصف"),
    ("و{asked} {who} بوقف القصف.", "بوقف القصف"),
    ("و{denied} {who} وقوع القصف.", "وقوع القصف"),
    ("و{revealed} {who} عن استمرار القصف.", "استمرار القصف"),
)

#: The same in headlines.
HEADLINES = (
    ("{who}: الجسر سليم والطريق مفتوح", "الجسر سليم والطريق مفتوح"),
    ("{who}: «الجسر سليم والطريق مفتوح»", "«الجسر سليم والطريق مفتوح»"),
    ("عاجل | {who}: الجسر سليم والطريق مفتوح", "الجسر سليم والطريق مفتوح"),
    ("{who} لرويترز: الجسر سليم والطريق مفتوح", "الجسر سليم والطريق مفتوح"),
    ("{who} {denies} قصف الجسر", "قصف الجسر"),
    ("{who} {calls} إلى وقف القتال", "وقف القتال"),
    ("{who} {accuses} المسلحين بقصف الحي", "بقصف الحي"),
    ("{who} {opens} فتح الطريق", "فتح الطريق"),
    ("بعد قصف الحي.. {who} {calls} إلى وقف القتال", "وقف القتال"),
    ("مقتل خمسة في قصف على الحي.. و{who} {accuses} المسلحين بقصف الحي", "بقصف الحي"),
)


@pytest.mark.parametrize(("frame", "content"), FRAMES + HEADLINES)
def test_everybody_may_speak_so(reader: Reader, frame: str, content: str) -> None:
    missed = []
    for who, number, actor in SPEAKERS:
        first = frame.format(who=who, **{word: forms[number] for word, forms in AGREEING.items()})
        text = f"{first}\n\nوصل الوفد إلى المدينة اليوم وعاد مساء.\n"
        said = [
            (text[a.source.start : a.source.end], a.source_actors, text[a.content.start : a.content.end])
            for a in reader.read(text, published="2016-05-05").attributions
            if a.source is not None
        ]
        if (who, (actor,), content) not in said:
            missed.append((first, said))
    assert missed == []


#: Who speaks first, by what words he speaks on, and for whom.
AGAIN = (
    ("قال مسؤول أمني", ("المسؤول", "المسؤول الأمني", "المسؤول نفسه"), "military-sources"),
    ("قال مسؤول أميركي كبير", ("المسؤول", "المسؤول الأميركي"), "united-states"),
    ("قال مصدر عسكري", ("المصدر", "المصدر نفسه", "المصدر العسكري", "ذات المصدر"), "military-sources"),
    ("قال شهود عيان", ("الشهود",), "eyewitnesses"),
    ("قال قيادي في حماس", ("القيادي", "القيادي في الحركة"), "hamas"),
    ("قال المتحدث باسم الجيش الإسرائيلي أفيخاي أدرعي", ("المتحدث", "أدرعي", "الناطق"), "israeli-forces"),
    ("قال المتحدث باسم التحالف أحمد عسيري", ("المتحدث", "عسيري", "العميد عسيري"), "saudi-led-coalition"),
    ("قال وزير الخارجية التركي مولود أوغلو", ("الوزير", "أوغلو", "وزير الخارجية"), "turkey"),
    ("قال رئيس الوزراء العراقي حيدر العبادي", ("العبادي", "رئيس الوزراء", "رئيس الحكومة"), "iraq"),
    ("قال عضو مجلس النواب العراقي سالم الورد", ("الورد", "النائب"), "iraq"),
    ("قال زعيم حزب الله حسن نصر الله", ("نصر الله", "زعيم الحزب"), "hezbollah"),
    ("قال رئيس الائتلاف السوري المعارض خالد خوجة", ("خوجة", "رئيس الائتلاف"), "syrian-opposition"),
    ("قال القائد في الجيش الحر أبو أحمد", ("أبو أحمد", "القائد"), "free-syrian-army"),
    ("قال الجنرال في الحرس الثوري حسين سلامي", ("سلامي", "الجنرال"), "irgc"),
)


@pytest.mark.parametrize(("first", "again", "actor"), AGAIN)
def test_whoever_spoke_speaks_on_by_another_name(
    reader: Reader, first: str, again: tuple[str, ...], actor: str
) -> None:
    for who in again:
        text = f"{first} إن الجسر سليم. وأضاف {who} أن الطريق مفتوح."
        said = reader.read(text, published="2016-05-05").attributions
        assert [(text[a.source.start : a.source.end], a.source_actors) for a in said if a.source][1:] == [
            (who, (actor,))
        ]


RELAYED = (
    ("رويترز عن مصادر يمنية: 30 قتيلا في القصف", "رويترز", "مصادر يمنية"),
    ("اكسيوس نقلا عن مصدر أمريكي : ليس لنا علاقة بالضربة", "اكسيوس", "مصدر أمريكي"),
    ("نيويورك تايمز عن مسؤولين إسرائيليين: الجيش سينسحب", "نيويورك تايمز", "مسؤولين إسرائيليين"),
    ("إعلام خليجي عن مصدر دبلوماسي: تضارب المواقف", "إعلام خليجي", "مصدر دبلوماسي"),
)


@pytest.mark.parametrize(("headline", "medium", "cited"), RELAYED)
def test_a_headline_cites_whom_a_medium_cites(reader: Reader, headline: str, medium: str, cited: str) -> None:
    text = f"{headline}\n\nوصل الوفد إلى المدينة اليوم وعاد مساء.\n"
    said = {text[a.source.start : a.source.end]: a for a in reader.read(text).attributions if a.source}
    assert said[cited].parent == said[medium].id
    assert said[medium].parent is None
    assert said[cited].content == said[medium].content

"""Verbs of saying in the frames of reports: each verb, in its forms, in each frame."""

from __future__ import annotations

import pytest

from reading.slices import slices
from riwaya.reading.reader import Reader

#: Speakers, the gender in which verbs go with them, and for whom they speak.
SPEAKERS = (
    ("وزير الخارجية الروسي سيرغي لافروف", "m", "russia"),
    ("سالم الورد", "m", "other"),
    ("وزارة الدفاع العراقية", "f", "iraqi-forces"),
)

#: Past and present of him and of her, the participles, and what is said as it stands behind the verb; content
#: that begins with | stands behind a preposition of the verb's.
VERBS = (
    ("قال قالت يقول تقول - -", "إن الجسر سليم"),
    ("أكد أكدت يؤكد تؤكد مؤكدا مؤكدة", "أن الجسر سليم"),
    ("أكد أكدت يؤكد تؤكد مؤكدا مؤكدة", "على |أن الجسر سليم"),
    ("أكد أكدت يؤكد تؤكد مؤكدا مؤكدة", "استمرار القصف"),
    ("أعلن أعلنت يعلن تعلن معلنا معلنة", "أن الجسر سليم"),
    ("أعلن أعلنت يعلن تعلن معلنا معلنة", "استمرار القصف"),
    ("أعلن أعلنت يعلن تعلن معلنا معلنة", "عن |استمرار القصف"),
    ("أشار أشارت يشير تشير مشيرا مشيرة", "إلى |أن الجسر سليم"),
    ("أشار أشارت يشير تشير مشيرا مشيرة", "إلى |استمرار القصف"),
    ("أوضح أوضحت يوضح توضح موضحا موضحة", "أن الجسر سليم"),
    ("لفت لفتت يلفت تلفت لافتا لافتة", "إلى |أن الجسر سليم"),
    ("أضاف أضافت يضيف تضيف مضيفا مضيفة", "أن الجسر سليم"),
    ("أفاد أفادت يفيد تفيد - -", "بأن الجسر سليم"),
    ("صرح صرحت يصرح تصرح مصرحا مصرحة", "بأن الجسر سليم"),
    ("كشف كشفت يكشف تكشف كاشفا كاشفة", "عن |استمرار القصف"),
    ("شدد شددت يشدد تشدد مشددا مشددة", "على |ضرورة وقف القصف"),
    ("اعتبر اعتبرت يعتبر تعتبر معتبرا معتبرة", "أن الجسر سليم"),
    ("رأى رأت يرى ترى - -", "أن الجسر سليم"),
    ("زعم زعمت يزعم تزعم زاعما زاعمة", "أن الجسر سليم"),
    ("ادعى ادعت يدعي تدعي مدعيا مدعية", "أن الجسر سليم"),
    ("اعترف اعترفت يعترف تعترف معترفا معترفة", "بقصف المدينة"),
    ("أقر أقرت يقر تقر - -", "بقصف المدينة"),
    ("نفى نفت ينفي تنفي نافيا نافية", "أن الجسر سليم"),
    ("نفى نفت ينفي تنفي نافيا نافية", "قصف المدينة"),
    ("رفض رفضت يرفض ترفض رافضا رافضة", "استمرار القصف"),
    ("استبعد استبعدت يستبعد تستبعد مستبعدا مستبعدة", "وقف القصف"),
    ("حذر حذرت يحذر تحذر محذرا محذرة", "من |استمرار القصف"),
    ("هدد هددت يهدد تهدد مهددا مهددة", "بقصف المدينة"),
    ("توعد توعدت يتوعد تتوعد متوعدا متوعدة", "بقصف المدينة"),
    ("تعهد تعهدت يتعهد تتعهد متعهدا متعهدة", "بوقف القصف"),
    ("طالب طالبت يطالب تطالب مطالبا مطالبة", "بوقف القصف"),
    ("دعا دعت يدعو تدعو داعيا داعية", "إلى |وقف القصف"),
    ("توقع توقعت يتوقع تتوقع متوقعا متوقعة", "استمرار القصف"),
    ("ندد نددت يندد تندد منددا منددة", "باستمرار القصف"),
    ("أدان أدانت يدين تدين - -", "استمرار القصف"),
    ("استنكر استنكرت يستنكر تستنكر مستنكرا مستنكرة", "استمرار القصف"),
    ("انتقد انتقدت ينتقد تنتقد منتقدا منتقدة", "استمرار القصف"),
    ("رحب رحبت يرحب ترحب مرحبا مرحبة", "بوقف القصف"),
    ("أشاد أشادت يشيد تشيد مشيدا مشيدة", "بوقف القصف"),
    ("أعرب أعربت يعرب تعرب معربا معربة", "عن |أمله في وقف القصف"),
    ("شكك شككت يشكك تشكك مشككا مشككة", "في |وقف القصف"),
    ("رجح رجحت يرجح ترجح مرجحا مرجحة", "استمرار القصف"),
)

#: Frames with who speaks and what is said in them.
NAMED = (
    "و{past} {who} {said}.",
    "وقد {past} {who} {said}.",
    "وكان{t} {who} قد {past} {said}.",
    "و{present} {who} {said}.",
    "وس{present} {who} {said}.",
    "و{who} {present} {said}.",
    "و{past} أيضا {who} {said}.",
    "و{past} {who} أيضا {said}.",
    "و{past} بدور{his} {who} {said}.",
    "و{past} {who} بدور{his} {said}.",
    "من جانب{his}، {past} {who} {said}.",
    "و{past} {who}، من جانب{his}، {said}.",
    "و{past} {who} اليوم الخميس {said}.",
    "{past} اليوم الخميس {who} {said}.",
    "و{past} {who}، الخميس، {said}.",
    "و{past} {who} في بيان {said}.",
    "و{past} {who}، في بيان رسمي، {said}.",
    "و{past} {who} خلال مؤتمر صحافي {said}.",
    "و{past} {who} في تصريح لـ«الحياة» {said}.",
    "و{past} {who} عبر حساب{his} في تويتر {said}.",
    "وزار الوفد المدينة، فيما {past} {who} {said}.",
    "وزار الوفد المدينة، حيث {past} {who} {said}.",
    "{who} {present} {said}\n\nوصل الوفد إلى المدينة اليوم وعاد مساء.\n",
    "بعد قصف الحي.. {who} {present} {said}\n\nوصل الوفد إلى المدينة اليوم وعاد مساء.\n",
)

#: Frames in which who spoke before speaks on.
SPOKEN_ON = (
    "وقال{t} {who} إن الطريق مفتوح. و{past} {said}.",
    "وقال{t} {who} إن الطريق مفتوح. كما {past} {said}.",
    "وقال{t} {who} إن الطريق مفتوح، {participle} {said}.",
    "وقال{t} {who} إن الطريق مفتوح، {participle} في الوقت نفسه {said}.",
    "وقال{t} {who} إن الطريق مفتوح، {participle} أيضا {said}.",
)


def words(verb: str, gender: str) -> dict[str, str]:
    """The forms of a verb, and the endings of the words around it, in a gender."""
    past, past_f, present, present_f, participle, participle_f = verb.split()
    if gender == "m":
        return {"past": past, "present": present, "participle": participle, "his": "ه", "t": ""}
    return {"past": past_f, "present": present_f, "participle": participle_f, "his": "ها", "t": "ت"}


def missed(reader: Reader, frames: tuple[str, ...], verb: str, content: str, *, named: bool) -> list[object]:
    """What is read otherwise, of all speakers in `frames`."""
    wrong: list[object] = []
    told = content.rpartition("|")[2]
    for k, frame in enumerate(frames):
        who, gender, party = SPEAKERS[k % len(SPEAKERS)]
        forms = words(verb, gender)
        if forms["participle"] == "-" and "{participle}" in frame:
            continue
        text = frame.format(who=who, said=content.replace("|", ""), **forms)
        reading = reader.read(text, published="2016-05-05")
        said = [slices(reading, a)[1:] for a in reading.attributions]
        if (who if named else None, (party,), told) not in said:
            wrong.append((text, said))
    return wrong


@pytest.mark.parametrize(("verb", "content"), VERBS)
def test_every_verb_stands_in_every_frame(reader: Reader, verb: str, content: str) -> None:
    assert missed(reader, NAMED, verb, content, named=True) == []


@pytest.mark.parametrize(("verb", "content"), VERBS)
def test_who_spoke_speaks_on_with_every_verb(reader: Reader, verb: str, content: str) -> None:
    assert missed(reader, SPOKEN_ON, verb, content, named=False) == []

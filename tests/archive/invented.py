"""Invented reports, and an archive that holds them."""

from __future__ import annotations

import riwaya
from riwaya.archive import Archive, prepare
from riwaya.archive.archive import readings_of
from riwaya.archive.decided import decided_readings
from riwaya.model import Attribution, Claim, Reading

#: A headline, a strike, a denial, and a speaker whom no registry lists, who relays others.
STRIKE = (
    "قصف على قرية\n"
    "قال الجيش التركي إن طائراته قصفت مواقع للتنظيم في ريف حلب أمس. ونفت وزارة الدفاع الروسية مقتل 12 مدنيا "
    "في الغارات. وأضاف المتحدث سالم الدرعاني أن مصادر محلية أكدت انسحاب قوات النظام من بلدة الباب."
)
#: Two parties that accuse each other of the same.
MUTUAL = "تبادلت روسيا وتركيا الاتهامات بإيواء مسلحين قرب إدلب."
MARKET = "اتهم المرصد السوري قوات النظام بقصف سوق في معرة النعمان، ما أدى إلى مقتل 9 مدنيين."


def take_in(archive: Archive, *texts: str, published: str = "2020-01-02", outlet: str = "enab") -> list[str]:
    """Read these texts into the archive; returns the keys of the reports."""
    ready = [prepare(riwaya.read(text, published=published, outlet=outlet), "test") for text in texts]
    batch = archive.begin_batch("test")
    archive.add(batch, ready)
    archive.finish_batch(batch)
    return [each.report["key"] for each in ready]


def number_of(archive: Archive, key: str) -> int:
    """The number of a report by its key."""
    return int(archive.report(key).n)


def as_read(archive: Archive, key: str) -> Reading:
    """The reading of a report as its reader made it."""
    number = number_of(archive, key)
    with archive.reading() as connection:
        return readings_of(connection, [number])[number]


def as_decided(archive: Archive, key: str) -> Reading:
    """The reading of a report with decisions applied."""
    number = number_of(archive, key)
    with archive.reading() as connection:
        return decided_readings(connection, [number])[number].reading


def claim_at(reading: Reading, word: str, nth: int = 0) -> Claim:
    """The claim whose anchor is `word`, or begins with it."""
    text = reading.report.text
    found = [c for c in reading.claims if text[c.anchor.start : c.anchor.end].startswith(word)]
    return found[nth]


def said_by(reading: Reading, cue: str) -> Attribution:
    """The attribution with this cue."""
    text = reading.report.text
    return next(a for a in reading.attributions if text[a.cue.start : a.cue.end] == cue)

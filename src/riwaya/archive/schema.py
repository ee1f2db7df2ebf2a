"""The tables of an archive, the same on SQLite and PostgreSQL, and what each column holds.

Three kinds of tables. *Kept*: what came in and what people decided; never changed, only added to (redaction
is the one exception). *Projected*: the current readings in columns, made again from what is kept.
*Related*: what `riwaya.corpus` found across reports, made again as a whole. Numbers (`n`) are local to one
archive and never leave it; what people see are keys and ids.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

#: Rises with every change of a table; `migrations.py` brings older archives forward.
SCHEMA_VERSION = 2

metadata = MetaData()

#: Facts about the archive itself: `version`, `pack` of the last ingest, the folder of each pack by its id
#: (`pack:ID`), and the `generation` that is linked.
about = Table(
    "about",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# ---- kept ---------------------------------------------------------------------------------------------

#: One run of `riwaya ingest`. Moments are ISO 8601 in UTC.
batches = Table(
    "batches",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("sources", Text, nullable=False),
)

#: One report that came in. `key` is what people call it by; `id` is the SHA-256 of the input's bytes, which
#: two outlets may share. `day` is the calendar day of `published`. `source` says where it was found.
#: `shingles` are sampled hashes of its word sequences, for lineage; `private` is JSON: spans of private
#: people's names [[start, end], …], `guard` what of it may not leave as it stands (`release.Guard`), with
#: spans and no words of the report but places' names. `redacted` is the day on which the text was removed.
reports = Table(
    "reports",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    Column("outlet", Text, nullable=False),
    Column("published", Text),
    Column("day", Text, index=True),
    Column("uri", Text, index=True),
    Column("title", Text),
    Column("language", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("batch", Integer, ForeignKey("batches.n"), nullable=False, index=True),
    Column("characters", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("shingles", LargeBinary, nullable=False),
    Column("private", Text, nullable=False),
    Column("guard", Text, nullable=False),
    Column("redacted", Text),
    Index("reports_of_outlet", "outlet", "day"),
)

#: The text as captured, compressed. Kept apart so that it can be removed.
texts = Table(
    "texts",
    metadata,
    Column("report", Integer, ForeignKey("reports.n"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

#: One reading of a report by one reader, compressed, without the text. `current` marks the one in use.
readings = Table(
    "readings",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.n"), nullable=False, index=True),
    Column("version", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

#: What could not be taken in, and why. `payload` is the input, compressed, when it is not too large.
rejects = Table(
    "rejects",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("batch", Integer, ForeignKey("batches.n"), nullable=False),
    Column("source", Text, nullable=False),
    Column("id", Text, nullable=False, unique=True),
    Column("outlet", Text),
    Column("day", Text),
    Column("reason", Text, nullable=False),
    Column("payload", LargeBinary),
)

#: Decisions of people (claims.md, "Decisions"); `before` and `after` are JSON. `reading` is the report's key.
decisions = Table(
    "decisions",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("reading", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("retracts", Text),
)

#: What was removed for good: `what` is `text` or `name`; the words themselves are nowhere.
tombstones = Table(
    "tombstones",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("id", Text, nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
)

#: Every time the release policy was overridden: who, when, for what, why.
overrides = Table(
    "overrides",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("when", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("why", Text, nullable=False),
)

# ---- projected ----------------------------------------------------------------------------------------

#: Every actor that a reading lists, and the reserved ones. `party` is the side it belongs to.
actors = Table(
    "actors",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text),
    Column("party", Text),
    Column("name_ar", Text),
    Column("name_en", Text),
)

#: Every place that a reading lists, and the larger ones that stand for it where it may not be told. `lon`,
#: `lat` are the middle of its geometry; `of` holds ids. `unit` is the id of the subdistrict, or larger unit,
#: that it lies in, `holder` that of the next larger place; None where they are not known.
places = Table(
    "places",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name_ar", Text),
    Column("name_en", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("uncertainty_km", Float),
    Column("geometry", Text),
    Column("method", Text, nullable=False),
    Column("source", Text),
    Column("of", Text, nullable=False),
    Column("relation", Text),
    Column("distance_km", Float),
    Column("unit", Text, index=True),
    Column("holder", Text, index=True),
)

#: The claims of the current readings, with decisions applied. Spans count characters of the report's text.
#: `chain` has hops from the outlet to the origin, joined by ` > `, several actors of one hop by `+`;
#: `agents`, `patients`, `recipients` and `places` are ids joined by spaces. `day_from`, `day_to` (both
#: included) are what `time` says, None where it says no day. `theme` is the claim's number. `status` is
#: machine, accepted, corrected, added or rejected.
claims = Table(
    "claims",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.n"), nullable=False, index=True),
    Column("id", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("phase", Text),
    Column("factuality", Text, nullable=False),
    Column("voice", Text, nullable=False),
    Column("headline", Boolean, nullable=False),
    Column("act", Text),
    Column("distance", Text),
    Column("attribution", Text),
    Column("chain", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("anchor_start", Integer, nullable=False),
    Column("anchor_end", Integer, nullable=False),
    Column("agents", Text, nullable=False),
    Column("patients", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("time", Text),
    Column("day_from", Text),
    Column("day_to", Text),
    Column("measure", Text),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("approximate", Boolean),
    Column("preliminary", Boolean),
    Column("scope", Text),
    Column("theme", Integer),
    Index("claims_of_type", "type", "report"),
)
# A question looks at few claims of all: these indexes hold no more than those.
for _name, _columns, _which in (
    ("claims_counted", ("measure", "report"), claims.c.measure.is_not(None)),
    ("claims_of_mode", ("mode", "report"), claims.c.mode.is_not(None)),
    ("claims_accusing", ("report",), claims.c.act == "accuse"),
    ("claims_in_headlines", ("report",), claims.c.headline.is_(True)),
):
    Index(_name, *(claims.c[c] for c in _columns), sqlite_where=_which, postgresql_where=_which)

#: Who takes part in or hands on which claim. Roles: 0 agent, 1 patient, 2 recipient, 3 speaker (the origin),
#: 4 relay (any other hop behind the outlet). `claim` is no foreign key, here and in `claim_places`: for every
#: claim that goes a store would look through the whole table, which is in another order.
claim_actors = Table(
    "claim_actors",
    metadata,
    Column("actor", Integer, ForeignKey("actors.n"), primary_key=True),
    Column("role", Integer, primary_key=True),
    Column("claim", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

#: Which claims are about which place.
claim_places = Table(
    "claim_places",
    metadata,
    Column("place", Integer, ForeignKey("places.n"), primary_key=True),
    Column("claim", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# ---- related ------------------------------------------------------------------------------------------

#: Relations between two claims; `matter` is None for those inside one report. `within` says which they are.
links = Table(
    "links",
    metadata,
    Column("source", Integer, ForeignKey("claims.n"), primary_key=True),
    Column("target", Integer, ForeignKey("claims.n"), primary_key=True),
    Column("relation", Text, primary_key=True),
    Column("within", Boolean, nullable=False),
    Column("matter", Integer),
    Index("links_target", "target"),
    sqlite_with_rowid=False,
)

for _name, _columns, _which in (
    ("links_answering", ("target",), links.c.relation == "answers"),
    ("links_in_headlines", ("target", "source"), (links.c.relation == "supports") & links.c.within),
):
    Index(_name, *(links.c[c] for c in _columns), sqlite_where=_which, postgresql_where=_which)

#: `report` took from `of`, the earlier: `kind` is identical, near, partial, passage, cites or revises
#: (another version at the same address). `share` is the Jaccard similarity of their 5-word shingles,
#: `passages` JSON: [[start, end, start in `of`, end in `of`], …].
copies = Table(
    "copies",
    metadata,
    Column("report", Integer, ForeignKey("reports.n"), primary_key=True),
    Column("of", Integer, ForeignKey("reports.n"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("share", Float, nullable=False),
    Column("passages", Text, nullable=False),
    Index("copies_of", "of"),
    sqlite_with_rowid=False,
)

#: The story that a report belongs to: all that copies join, passages only where they are most of a text.
#: `story` is the number of its earliest report.
stories = Table(
    "stories",
    metadata,
    Column("report", Integer, ForeignKey("reports.n"), primary_key=True),
    Column("story", Integer, nullable=False, index=True),
)

#: What claims of several reports are about together. `id` comes from its founding claim and stays while that
#: claim does. `first`, `last` are days of publication; `reports`, `outlets`, `sides` are counts.
matters = Table(
    "matters",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("label_ar", Text),
    Column("label_en", Text),
    Column("first", Text),
    Column("last", Text, index=True),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("sides", Integer, nullable=False),
    Column("disputed", Boolean, nullable=False),
)

#: Which claims a matter joins, each in one matter at most.
matter_claims = Table(
    "matter_claims",
    metadata,
    Column("matter", Integer, ForeignKey("matters.n"), primary_key=True),
    Column("claim", Integer, ForeignKey("claims.n"), primary_key=True),
    Index("matter_claims_claim", "claim"),
    sqlite_with_rowid=False,
)

KEPT = (batches, reports, texts, readings, rejects, decisions, tombstones, overrides)
PROJECTED = (actors, places, claims, claim_actors, claim_places)
RELATED = (links, copies, stories, matters, matter_claims)

"""The tables of the workbench: who works at the archive, what they watch, note and share out.

Kept like decisions, but about the work and not about what was read; in the same database, made with it.
Moments are ISO 8601 in UTC, to the second.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text

from riwaya.archive.schema import metadata

#: Who may log in where the workbench is a team's. `password` is an Argon2id hash in PHC form; `role` is
#: reader, coder or editor. Nobody is deleted: their name signs decisions.
accounts = Table(
    "accounts",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("created", Text, nullable=False),
)

#: Who is logged in: the SHA-256 of the token that the browser has, never the token.
sessions = Table(
    "sessions",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("account", Integer, ForeignKey("accounts.n"), nullable=False, index=True),
    Column("begun", Text, nullable=False),
    Column("used", Text, nullable=False),
)

#: What people did at the workbench, one row an act: `what` is the act, `about` what it was done to.
audit = Table(
    "audit",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("when", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("about", Text, nullable=False),
)

#: When somebody last said that they had seen the morning's page: what came in later is new to them.
looks = Table(
    "looks",
    metadata,
    Column("who", Text, primary_key=True),
    Column("when", Text, nullable=False),
)

#: Watch lists: a party or place (`kind`, `id`) that somebody watches.
watched = Table(
    "watched",
    metadata,
    Column("who", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("note", Text, nullable=False),
)

#: What people wrote about a matter (its id), never changed; `withdrawn` is when it was taken back.
notes = Table(
    "notes",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("matter", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("withdrawn", Text),
    Index("notes_of_matter", "matter"),
)

#: Who deals with a matter (its id) and how far they are: open, working, waiting or done.
assignments = Table(
    "assignments",
    metadata,
    Column("matter", Text, primary_key=True),
    Column("assignee", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),
)

#: Entries of the local layer of knowledge, which corrections that are to apply everywhere become: `form` is
#: an alias of the party `id`, as `use` says (`packs.pack.Alias`). `decision` is the id of the correction it
#: came from, `withdrawn` when it was taken back.
entries = Table(
    "entries",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("form", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("use", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("decision", Text),
    Column("withdrawn", Text),
)

DESK = (accounts, sessions, audit, looks, watched, notes, assignments, entries)

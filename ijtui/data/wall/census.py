"""Every table and view of the file, each with what it shows to whom; what is not here is shown to nobody."""

from __future__ import annotations

from ijtui.data.wall import agreements, figure, file, growth, keeping, organisation, salary, talks, template
from ijtui.data.wall import handover as going_on
from ijtui.data.wall import round as rounds
from ijtui.data.wall import work_environment as environment

FENCES = (
    *talks.FENCES,
    *agreements.FENCES,
    *growth.FENCES,
    *file.FENCES,
    *organisation.FENCES,
    *keeping.FENCES,
    *salary.FENCES,
    *going_on.FENCES,
    *template.FENCES,
    *rounds.FENCES,
    *figure.FENCES,
)
LOOKOUTS = (
    *talks.LOOKOUTS,
    *agreements.LOOKOUTS,
    *file.LOOKOUTS,
    *going_on.LOOKOUTS,
    *rounds.LOOKOUTS,
    *figure.LOOKOUTS,
    *environment.LOOKOUTS,
)

UNGUARDED = frozenset({"_sqlite_migrations", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4"})
"""Tables of SQLite and of the library, which no session reads."""

DECLARED = frozenset({fence.table for fence in FENCES} | {lookout.name for lookout in LOOKOUTS})

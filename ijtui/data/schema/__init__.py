"""The schema as named steps, oldest first; a step that has been released is never changed, only followed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ijtui.data.schema import (
    conversations,
    figure,
    growth,
    keeping,
    material,
    organisation,
    people,
    salary,
    shared,
    sight,
    template,
    work_environment,
    year,
)
from ijtui.data.schema import handover as going_on
from ijtui.data.schema import round as rounds

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Migrations

STEPS = (
    conversations.people_and_conversations,
    conversations.texts_and_drafts,
    conversations.goals_actions_and_feedback,
    conversations.history,
    year.goals_and_actions_between_conversations,
    year.feedback_at_any_time,
    growth.competences,
    growth.journal,
    growth.recognition_training_and_advancement,
    material.what_was_looked_back_on,
    shared.accounts_and_presence,
    shared.signed_plans,
    shared.chained_history,
    sight.what_is_known_and_passed_on,
    organisation.units_and_posts,
    template.templates_kept_once,
    template.templates_of_an_organisation,
    rounds.rounds,
    going_on.handovers,
    keeping.keeping_and_weeding,
    figure.figure,
    work_environment.marks_add_up,
    salary.extracts,
    people.people_by_name,
    work_environment.who_heads_a_unit,
)
"""In the order in which they were released; the name of each is kept in the file."""

NEWEST = len(STEPS)
"""The user_version of a file that has every step."""


@cache
def migrations() -> Migrations:
    """Return the steps as the library applies them; importing it takes 40 ms, and most files have all."""
    from sqlite_utils import Migrations

    steps = Migrations("ijtui")
    for step in STEPS:
        steps()(step)
    return steps


def migrate(conn: Connection) -> None:
    """Take the steps that a file lacks, in order, inside a transaction that holds the write lock."""
    from sqlite_utils import Database

    migrations().apply(Database(conn, execute_plugins=False, strict=True))

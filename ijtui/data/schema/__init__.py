"""The schema as named steps, oldest first; a step that has been released is never changed, only followed."""

from sqlite_utils import Migrations

from ijtui.data.schema import conversations, growth, material, shared, sight, year

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
)
"""In the order in which they were released; the name of each is kept in the file."""

migrations = Migrations("ijtui")
"""Applied in order under the write lock; their number is the file's user_version."""

for _step in STEPS:
    migrations()(_step)

NEWEST = len(STEPS)
"""The user_version of a file that has every step."""

"""The schema as named steps, oldest first; a step that has been released is never changed, only followed."""

from sqlite_utils import Database

from ijtui.data.schema import conversations, material, year
from ijtui.data.schema.steps import migrations

__all__ = ["NEWEST", "conversations", "material", "migrations", "year"]

NEWEST = len(migrations.pending(Database(memory=True, execute_plugins=False)))
"""The user_version of a file that has every step."""

"""What is weeded of conversations: what is prepared, written, answered, said and rated in them."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui.data.weeding.thing import JOINED, OF_TALK, Source, Thing, blank, held, removed
from ijtui.domain.keeping import Sort

_WRITTEN = (
    "iif(party = 'manager', talk.manager, talk.employee), iif(party = 'manager', talk.employee, NULL),"
    " NULL, talk.id"
)
"""The manager's own is the manager's, and goes when the employee whom it is about has left, too."""

_CARED_FOR = (
    "EXISTS (SELECT 1 FROM temp.care WHERE care.copy = talk.agenda AND care.question = {table}.question)"
)
"""It is written under work environment and health; see `finding`."""


def _texts() -> Iterator[Source]:
    rows = f"SELECT text.id, {_WRITTEN}, {held('text.changed')} FROM text {JOINED.format(table='text')}"
    for sort, which in (
        (Sort.WORK_ENVIRONMENT, _CARED_FOR.format(table="text")),
        (Sort.PREPARATION, "text.kind = 'preparation'"),
        (Sort.PRIVATE, "text.kind = 'private'"),
        (Sort.NOTES, "text.kind = 'shared'"),
    ):
        yield Source(sort, f"{rows} WHERE body <> '' AND {which}", parts=True)


def _revisions() -> Iterator[Source]:
    """Yield earlier versions with the texts that they are versions of, and then by their own age."""
    for sort in (Sort.WORK_ENVIRONMENT, Sort.PREPARATION, Sort.PRIVATE, Sort.NOTES):
        yield Source(
            sort,
            "SELECT revision.id, person, second, NULL, talk, '' FROM revision"
            f" JOIN temp.due_text AS due ON due.k0 = revision.text WHERE due.sort = '{sort}'",
        )
    yield Source(
        Sort.EARLIER,
        f"SELECT revision.id, {_WRITTEN}, revision.at FROM revision JOIN text ON text.id = revision.text "
        + JOINED.format(table="text"),
    )


def _progress(says: str, *sorts: tuple[Sort, str]) -> tuple[Source, ...]:
    rows = (
        f"SELECT conversation, question, {OF_TALK}, {held('progress.changed')}"
        f" FROM progress {JOINED.format(table='progress')} WHERE {says}"
    )
    return tuple(Source(sort, f"{rows} AND {which}") for sort, which in sorts)


def _of_assessment(table: str, *keys: str) -> Thing:
    named = ", ".join(f"{table}.{key}" for key in keys)
    rows = (
        f"SELECT {named}, {OF_TALK}, {held(f'{table}.changed')} FROM {table}"
        f" JOIN assessment ON assessment.id = {table}.assessment {JOINED.format(table='assessment')}"
    )
    return Thing(table, removed(table), (Source(Sort.RATING, rows),), keys)


_ANSWER = ("conversation", "question")
_PLACE = f"SELECT talk.id, {OF_TALK}, {held()} FROM conversation AS talk WHERE place <> ''"
_MATERIAL = f"SELECT conversation, {OF_TALK}, {held('kept')} FROM material {JOINED.format(table='material')}"
_FEEDBACK = (
    f"SELECT feedback.id, giver, other, NULL, conversation, {held('given')}"
    f" FROM feedback LEFT {JOINED.format(table='feedback')}"
)

THINGS = (
    Thing("text", blank("text", "body") + ", taken = 0", tuple(_texts())),
    Thing("revision", removed("revision"), tuple(_revisions())),
    Thing(
        "progress",
        "UPDATE main.progress SET choice = ''",
        _progress(
            "choice <> ''",
            (Sort.WORK_ENVIRONMENT, _CARED_FOR.format(table="progress")),
            (Sort.NOTES, "TRUE"),
        ),
        _ANSWER,
        "answer",
    ),
    Thing(
        "progress",
        "UPDATE main.progress SET mark = NULL",
        _progress("mark IS NOT NULL", (Sort.MARK, "TRUE")),
        _ANSWER,
        "mark",
    ),
    Thing("conversation", blank("conversation", "place"), (Source(Sort.NOTES, _PLACE),)),
    Thing("material", removed("material"), (Source(Sort.MATERIAL, _MATERIAL),), ("conversation",)),
    Thing("feedback", removed("feedback"), (Source(Sort.FEEDBACK, _FEEDBACK),)),
    _of_assessment("rating", "assessment", "competence", "party"),
    _of_assessment("agreed", "assessment", "competence"),
)

"""What is weeded of what was agreed and signed: its words; how it went, and whose hash it has, stays."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui.data.weeding.thing import JOINED, NO_TITLE, OF_TALK, Source, Thing, blank, held
from ijtui.domain.keeping import Sort
from ijtui.domain.plan_text import WEEDED

_WHOSE = {"goal": "person, NULL, NULL, conversation", "action": "employee, NULL, manager, conversation"}
_CALLED_OFF = (
    "(SELECT coalesce(talk.began, talk.starts) FROM conversation AS talk"
    " WHERE talk.id = conversation AND talk.state = 'cancelled')"
)
"""What was agreed in a conversation that was called off binds nobody, so it isn't open either."""

_GOAL = (
    f"SELECT id, {_WHOSE['goal']}, iif(result IS NULL, {_CALLED_OFF}, coalesce(ended, due, made))"
    f" FROM goal WHERE title <> '{NO_TITLE}'"
)
_ACTION = (
    f"SELECT id, {_WHOSE['action']}, iif(carried_out IS NULL, {_CALLED_OFF}, evaluated_on)"
    f" FROM action WHERE what <> '{NO_TITLE}'"
)
_WORDED = (
    "SELECT thing, wording.number, wording.version, {whose}, {since}"
    " FROM wording JOIN {thing} AS named ON named.id = wording.number WHERE thing = '{thing}'"
    " AND fields <> '{empty}'"
)
_EMPTY_WORDS = f'{{"due":"","title":"{NO_TITLE}","what":"{NO_TITLE}"}}'
"""Stands for earlier words; that something was agreed anew is counted by the row (D-S)."""

_PLAN = (
    f"SELECT signed_plan.id, {OF_TALK}, {held('made')} FROM signed_plan"
    f" {JOINED.format(table='signed_plan')} WHERE body NOT LIKE '{{\"{WEEDED}\":%'"
)
_SAID = (
    f"SELECT signature.id, {OF_TALK}, {held('signature.at')} FROM signature"
    f" JOIN signed_plan ON signed_plan.id = plan {JOINED.format(table='signed_plan')} WHERE said <> ''"
)


def _wordings() -> Iterator[Source]:
    """Yield earlier wordings by their own age, and with what they are wordings of."""
    for thing, whose in _WHOSE.items():
        said = {"thing": thing, "whose": whose, "empty": _EMPTY_WORDS}
        yield Source(Sort.EARLIER, _WORDED.format(since="wording.at", **said))
        due = f" AND named.id IN (SELECT k0 FROM temp.due_{thing})"
        yield Source(Sort.PLAN, _WORDED.format(since="''", **said) + due)


def _of_goal(table: str, *columns: str) -> Thing:
    says = " OR ".join(f"{column} <> ''" for column in columns)
    rows = (
        f"SELECT {table}.id, goal.person, NULL, NULL, {table}.conversation, {table}.day"
        f" FROM {table} JOIN goal ON goal.id = {table}.goal WHERE {says}"
    )
    return Thing(table, blank(table, *columns), (Source(Sort.CHECK_IN, rows),))


THINGS = (
    Thing(
        "goal",
        blank("goal", "measure", "achievable", "serves", "support", "period", title="title"),
        (Source(Sort.PLAN, _GOAL),),
    ),
    Thing(
        "action",
        # Who is responsible, where that is neither of the two, decides whether a point is counted (D-S).
        blank("action", "achieved", "reason", title="what") + f", other = iif(other = '', '', '{NO_TITLE}')",
        (Source(Sort.PLAN, _ACTION),),
    ),
    Thing(
        "wording",
        f"UPDATE main.wording SET fields = '{_EMPTY_WORDS.replace('{', '{{').replace('}', '}}')}'",
        tuple(_wordings()),
        ("thing", "number", "version"),
    ),
    _of_goal("check_in", "comment"),
    _of_goal("shortfall", "because", "next_step"),
    Thing(
        "signed_plan",
        f'UPDATE main.signed_plan SET body = \'{{{{"{WEEDED}":"{{day}}"}}}}\'',
        (Source(Sort.PLAN, _PLAN),),
    ),
    Thing("signature", "UPDATE main.signature SET said = ''", (Source(Sort.PLAN, _SAID),)),
)

GUARDED = ("signed_plan", "signature")
"""Tables whose rows are only added, so that their triggers have to be put aside."""

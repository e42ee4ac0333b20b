"""How answers about the work environment were judged, for whoever counts; not whose they are."""

from __future__ import annotations

from ijtui.data.schema.work_environment import JUDGED
from ijtui.data.wall.fence import HR, LINE, Lookout

ENOUGH = 5
"""How many people a question has to be put to before others than those two read what it is called."""

_LEADS = "EXISTS (SELECT 1 FROM main.person AS led WHERE led.manager = {me})"
_COUNTS = f"({HR} OR row.manager IN {LINE})"
_IN_MY_TALKS = (
    "{row}.id IN (SELECT led.agenda FROM main.conversation AS led WHERE led.manager = {me}"
    " UNION ALL SELECT own.agenda FROM main.conversation AS own WHERE own.employee = {me})"
)
_IS_COMMON = (
    f"{ENOUGH} <= (SELECT count(DISTINCT talk.employee) FROM main.conversation AS talk"
    " WHERE talk.agenda = {row}.id)"
)

_QUESTIONS = (
    "SELECT json_group_array(json_object('id', json_extract(line.value, '$.id'),"
    " 'title', json_extract(line.value, '$.title')))"
    " FROM json_each(row.body, '$.stations') AS station, json_each(station.value, '$.sections') AS section,"
    " json_each(section.value, '$.questions') AS line"
    " WHERE json_extract(station.value, '$.key') = 'work_environment'"
)
_ONLY_QUESTIONS = (
    "iif(json_valid(row.body), json_object('id', json_extract(row.body, '$.id'),"
    " 'language', json_extract(row.body, '$.language'), 'stations', json_array(json_object("
    "'key', 'work_environment', 'sections', json_array(json_object("
    f"'questions', json(({_QUESTIONS}))))))), '{{}}')"
)
"""What is left of an agenda: its questions about the work environment, and of these what they are called."""


def _for_who_counts(*columns: str) -> str:
    return ", ".join(f"iif({_COUNTS}, row.{column}, NULL) AS {column}" for column in columns)


LOOKOUTS = (
    Lookout(
        "judged",
        "row.manager, row.agenda, row.question, row.year, row.unit, row.heads, row.newest, "
        + _for_who_counts("mark", "measures", "going_on", "due", "undone"),
        f"({JUDGED})",
        f"({HR} OR {_LEADS})",
    ),
    Lookout(
        "asked",
        f"row.id AS agenda, {_ONLY_QUESTIONS} AS body",
        "template_copy",
        f"({_IN_MY_TALKS} OR ({HR} OR {_LEADS}) AND {_IS_COMMON})",
    ),
)
"""Whoever leads somebody knows how many were asked, for what may be told depends on it; how it was judged
is for HR, for the manager who was there, and for all managers above."""

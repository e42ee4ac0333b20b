"""What `ijtui list goals` shows; docs/command-line.md describes the JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ijtui.cli.listing import Listing
from ijtui.domain.check_in import CheckIn
from ijtui.domain.course import needs_care
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.screens.goal_words import per_cent, standing
from ijtui.services.desk import Desk
from ijtui.words import _


def goals(desk: Desk, owner: Person) -> Listing:
    """Every goal that the owner may see, of each person those that go on first."""
    found, today = desk.goals.visible(owner), desk.clock().date()
    newest = desk.goals.newest(owner, found)
    people = desk.people.known(owner)
    return Listing(
        (_("No."), _("Due"), _("State"), _("Progress"), _("Employee"), _("Goal")),
        [
            (
                str(item.id),
                item.due.isoformat() if item.due else "–",
                standing(item, newest.get(item.id), today),
                per_cent(item.progress),
                people[item.person].name,
                item.title,
            )
            for item in found
        ],
        [_goal(item, newest, people, today) for item in found],
        _("There are no goals yet."),
    )


def _goal(
    goal: Goal, newest: Mapping[int, CheckIn], people: Mapping[int, Person], today: date
) -> dict[str, Any]:
    told = newest.get(goal.id)
    return {
        "id": goal.id,
        "kind": goal.kind.value,
        "title": goal.title,
        "person": {"id": goal.person, "name": people[goal.person].name},
        "measure": goal.measure,
        "due": goal.due.isoformat() if goal.due else None,
        "serves": goal.serves,
        "milestone": goal.milestone,
        "conversation": goal.conversation,
        "made": goal.made.isoformat() if goal.made else None,
        "progress": goal.progress,
        "checked_in": told.day.isoformat() if told else None,
        "course": told.course.value if told else None,
        "needs_care": needs_care(goal, told, today),
        "result": goal.result.value if goal.result else None,
        "ended": goal.ended.isoformat() if goal.ended else None,
    }

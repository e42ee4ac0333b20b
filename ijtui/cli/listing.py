"""What `ijtui list` shows of people, conversations and actions; docs/command-line.md describes the JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ijtui.domain.action import Outcome
from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.domain.today import Due
from ijtui.screens import saying
from ijtui.services.desk import Desk
from ijtui.words import _


@dataclass(frozen=True, slots=True)
class Listing:
    """One list, for people and for programs.

    Attributes:
        head: names of the columns.
        rows: one a line, as wide as `head`.
        objects: the same as JSON objects, with everything that belongs to them.
        empty: what to say when there is nothing.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    objects: Sequence[dict[str, Any]]
    empty: str


def people(desk: Desk, owner: Person) -> Listing:
    """Everybody, by name."""
    found = desk.people.all(owner)
    names = {person.id: person.name for person in found}
    return Listing(
        (_("No."), _("Name"), _("Role"), _("Unit"), _("Manager")),
        [(str(item.id), item.name, item.role, item.unit, names.get(item.manager or 0, "")) for item in found],
        [_person(item) for item in found],
        _("There is nobody here yet."),
    )


def conversations(desk: Desk, owner: Person) -> Listing:
    """The owner's conversations, those without a time first, then the latest first."""
    found = desk.conversations.all(owner)
    return Listing(
        (_("No."), _("When"), _("Employee"), _("Manager"), _("Conversation"), _("State"), _("Place")),
        [
            (
                str(item.id),
                _when(item),
                item.employee.name,
                item.manager.name,
                _(saying.KINDS[item.agenda.kind]),
                _(saying.STATES[item.state]),
                item.place,
            )
            for item in found
        ],
        [_conversation(item) for item in found],
        _("There are no conversations yet."),
    )


def actions(desk: Desk, owner: Person) -> Listing:
    """Every action that the owner may see, the first due first, those without a day last."""
    found = desk.actions.with_people(desk.actions.visible(owner))
    today = desk.clock().date()
    return Listing(
        (_("No."), _("Due"), _("State"), _("Employee"), _("Responsible"), _("What")),
        [
            (
                str(item.action.id),
                item.action.due.isoformat() if item.action.due else "–",
                saying.state_of(item.action, today),
                item.employee.name,
                saying.responsible_of(item.action, item.employee, item.manager, owner),
                item.action.what,
            )
            for item in found
        ],
        [_action(item, today) for item in found],
        _("There are no agreed actions yet."),
    )


def _when(conversation: Conversation) -> str:
    return conversation.starts.strftime("%Y-%m-%d %H:%M") if conversation.starts else "–"


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "unit": person.unit,
        "manager": person.manager,
    }


def _named(person: Person) -> dict[str, Any]:
    return {"id": person.id, "name": person.name}


def _conversation(conversation: Conversation) -> dict[str, Any]:
    return {
        "id": conversation.id,
        "kind": conversation.agenda.kind.value,
        "title": conversation.agenda.title,
        "language": conversation.agenda.language,
        "state": conversation.state.value,
        "starts": conversation.starts.isoformat(timespec="minutes") if conversation.starts else None,
        "minutes": conversation.minutes,
        "place": conversation.place,
        "edition": conversation.edition,
        "employee": _named(conversation.employee),
        "manager": _named(conversation.manager),
    }


def _action(item: Due, today: date) -> dict[str, Any]:
    action = item.action
    return {
        "id": action.id,
        "what": action.what,
        "state": action.state(today).value,
        "employee": _named(item.employee),
        "manager": _named(item.manager),
        "agreed": action.agreed.isoformat() if action.agreed else None,
        "responsible": action.responsible.value,
        "other": action.other,
        "due": action.due.isoformat() if action.due else None,
        "conversation": action.conversation,
        "question": action.question or None,
        "goal": action.goal,
        "changes": action.changes,
        "reported": action.report.on.isoformat() if action.report else None,
        "outcome": _outcome(action.outcome) if action.outcome else None,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "carried_out": outcome.carried_out.value,
        "achieved": outcome.achieved,
        "goal_reached": outcome.goal_reached.value if outcome.goal_reached else None,
        "reason": outcome.reason,
        "on": outcome.on.isoformat(),
        "done": outcome.done.isoformat() if outcome.done else None,
        "cancelled": outcome.cancelled,
        "conversation": outcome.conversation,
    }

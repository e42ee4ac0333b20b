"""Where a listed thing leads: one way from its key to the screen that shows it.

Keys: `conversation:12`, `person:4`, `action:7`, `booking:new`, `booking:new:4` (with that person),
`booking:new:4:annual` (from that template), `booking:12` (moves that conversation), `edit:4` (that person's
form), and `draft:` before the name of an unsaved form (`person:4`, `goal:new:12`, `outcome:7:12`, …).
The kinds in `_ELSEWHERE` are opened by the
`open_at` of the module named there, which is given what stands behind the first colon, divided at colons.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from ijtui.domain.conversation import Conversation, State
from ijtui.errors import IjtuiError
from ijtui.screens.place import Place

Here = Place[Any]


def go_to(place: Here, key: str) -> None:
    """Open what the key names, above the place; say why where it can't be opened."""
    kind, _colon, rest = key.removeprefix("draft:").partition(":")
    ways = _FORMS if key.startswith("draft:") else _WAYS
    place.house.rescue()
    way = ways[kind] if kind in ways else import_module(f"ijtui.screens.{_ELSEWHERE[kind]}").open_at
    try:
        way(place, *rest.split(":"))
    except IjtuiError as error:
        place.refuse(error)


def open_conversation(place: Here, conversation: Conversation) -> None:
    """Open a conversation where it stands: before it, in it, or its minutes."""
    if conversation.state is State.ONGOING:
        from ijtui.screens.talk import open_talk

        open_talk(place, conversation)
    elif conversation.state is State.HELD:
        from ijtui.screens.minutes import MinutesScreen

        place.app.push_screen(MinutesScreen(conversation.id))
    else:
        from ijtui.screens.preparation import PreparationScreen

        place.app.push_screen(PreparationScreen(conversation.id))


def _conversation(place: Here, number: str) -> None:
    session = place.session
    open_conversation(place, session.desk.conversations.get(session.me, int(number)))


def _person(place: Here, number: str) -> None:
    """Open a person; `new` opens the form for another one."""
    if number == "new":
        _person_form(place, number)
        return
    from ijtui.screens.person import PersonScreen

    place.app.push_screen(PersonScreen(int(number)))


def _person_form(place: Here, number: str) -> None:
    from ijtui.screens.dialogs.person import PersonForm

    place.app.push_screen(PersonForm(None if number == "new" else int(number)), place_again(place))


def _booking(place: Here, conversation: str, person: str = "", template: str = "") -> None:
    """Open the form that moves a booked conversation; `new` opens the one that books another.

    A round says which template is booked.
    """
    from ijtui.screens.dialogs.booking import BookingForm

    if conversation != "new":
        booked = place.session.desk.conversations.get(place.session.me, int(conversation))
        place.app.push_screen(BookingForm(conversation=booked), place_again(place))
        return

    def show(new: Conversation | None) -> None:
        if new is not None:
            open_conversation(place, new)

    place.app.push_screen(BookingForm(int(person) if person else None, template=template), show)


def _action(place: Here, action: str, conversation: str = "", question: str = "") -> None:
    """Open an agreement's page; with a conversation, the form that changes it or writes a new one there.

    Between two conversations that is number 0, and a new agreement says with whom.
    """
    if conversation:
        _form_of("action")(place, action, conversation, question)
        return
    from ijtui.screens.action import open_at

    open_at(place, action)


def _goal(place: Here, goal: str, conversation: str = "", person: str = "") -> None:
    """Open a goal's page; with a conversation, the form that changes it or writes a new one there.

    Between two conversations that is number 0, and a new goal says whose it is.
    """
    if conversation:
        _form_of("goal")(place, goal, conversation, person)
        return
    from ijtui.screens.goal import open_at

    open_at(place, goal)


def _form_of(kind: str) -> Callable[..., None]:
    """Return what opens a form of that kind: the thing's number or `new`, and the conversation's."""

    def open_form(place: Here, thing: str, conversation: str, question: str = "") -> None:
        from ijtui.screens.dialogs.agreement import form_for

        form = form_for(place.session, kind, thing, int(conversation), question)
        place.app.push_screen(form, place_again(place))

    return open_form


def place_again(place: Here) -> Callable[[object], None]:
    """Return what shows the place's newest state once a form is closed."""
    return lambda _result: place.reload()


_WAYS: dict[str, Callable[..., None]] = {
    "conversation": _conversation,
    "person": _person,
    "edit": _person_form,
    "booking": _booking,
    "action": _action,
    "goal": _goal,
    "outcome": _form_of("outcome"),
    "report": _form_of("report"),
    "withdrawal": _form_of("withdrawal"),
    "decision": _form_of("decision"),
    "feedback": _form_of("feedback"),
}
_FORMS = {**_WAYS, "person": _person_form}
"""Where a draft leads: always to its form."""

_ELSEWHERE = {
    "entry": "journal",  # entry:12, entry:new, entry:new:reflection
    "ratings": "ratings",  # ratings:12, one's own ratings for that conversation
    "signing": "signing",  # signing:12, the plan of that conversation to be signed
    "signature": "dialogs.signature",  # signature:12:reserve, signature:12:decline
    "spider": "spider",  # spider:12, both ratings side by side
    "looks": "looks",  # looks:12, who opened that conversation; looks:0:4, all with that person
    "year": "year",  # year:4, a person's years
    "extract": "extract",  # extract:4, extract:4:2026, what goes to a salary review
    "seen": "dialogs.extract",  # seen:12, that the extract was seen
    "care": "care",  # care:4, recognition, training and the next step of that person
    "training": "dialogs.training",  # training:new:4, training:12:4
    "recognition": "dialogs.recognition",  # recognition:new:4, recognition:12:4
    "budget": "dialogs.budget",  # budget:2026:4
    "reached": "dialogs.reached",  # reached:STEP:CRITERION:4
    "units": "units",
    "unit": "unit_people",  # unit:3, who works there
    "unit-form": "dialogs.unit",  # unit-form:3, unit-form:new:3 (part of that one)
    "post": "dialogs.post",  # post:4, where that person works from a day on
    "last-day": "dialogs.last_day",  # last-day:4, of that person
    "templates": "templates",
    "template": "template",  # template:3, one of the organisation's
    "template-versions": "template_versions",  # template-versions:3
    "target": "dialogs.target",  # target:2026
    "environment": "environment",  # environment:2026, how the marks of that year add up
    "handovers": "handovers",
    "handover": "handover",  # handover:12, handover:of:4 (the latest of that person), handover:all
    "handing-over": "dialogs.handover",  # handing-over:12, handing-over:of:4, handing-over:all
    "milestones": "milestones",
    "rounds": "rounds",
    "round": "coverage",  # round:3, round:3:led (at one's own people)
    "season": "dialogs.round",  # season:3, season:new, the form of a round
    "milestone": "dialogs.milestone",  # milestone:3, milestone:new, milestone:new:3 (which serves that one)
    "check-in": "dialogs.check_in",  # check-in:new:12, check-in:5:12 (of goal 12), :7 (in conversation 7)
    "shortfall": "dialogs.shortfall",  # shortfall:new:12, shortfall:5:12 (of goal 12), :7
}

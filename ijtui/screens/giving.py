"""Ways to feedback and to years from wherever one is, and to feedback that waits (D-F3)."""

from __future__ import annotations

from typing import Any

from ijtui import dates
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.screens.feedback_lines import feedback_text, seen, whom
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.screens.saying import other_of
from ijtui.words import _, spoken

Here = Place[Any]
_NEW = "new"


def open_feedback(place: Here, feedback: Feedback, other: Person) -> None:
    """Go on with one's own feedback, or read the other's."""
    if feedback.giver != place.session.me.id:
        from ijtui.screens.dialogs.reading import ReadingScreen

        title = _("Feedback · {name}", name=other.name)
        place.app.push_screen(ReadingScreen(title, feedback_text(feedback)))
    else:
        go_to(place, f"feedback:{feedback.id}:{feedback.conversation or 0}:{other.id}")


def give_in(place: Here, conversation: Conversation) -> None:
    """Write feedback in a conversation; where some is written already, ask which to go on with.

    The list tells nothing of what it says: the other may sit beside.
    """
    from ijtui.screens.dialogs.pick import Option, Pick

    desk, me = place.session.desk, place.session.me
    found, other = desk.feedback.of(me, conversation), other_of(conversation, me)
    if not found:
        go_to(place, f"feedback:new:{conversation.id}")
        return

    def chosen(key: str | None) -> None:
        if key == _NEW:
            go_to(place, f"feedback:new:{conversation.id}")
        elif key is not None:
            open_feedback(place, next(item for item in found if str(item.id) == key), other)

    written = [Option(str(item.id), _in_short(item, me, other)) for item in found]
    place.app.push_screen(Pick(_("Feedback"), [Option(_NEW, _("New feedback")), *written]), chosen)


def _in_short(feedback: Feedback, me: Person, other: Person) -> str:
    day = f" · {dates.short(feedback.given.date(), spoken())}" if feedback.given else ""
    return f"{whom(feedback, me, other)} · {seen(feedback)}{day}"


def feedback_to_somebody(place: Here) -> None:
    """Ask whom feedback is for, and write it."""
    _of_somebody(place, _("Feedback to whom?"), "feedback:new:0", place.session.me)


def years_of_somebody(place: Here) -> None:
    """Ask whose years to see, and show them."""
    _of_somebody(place, _("Whose years?"), "year")


def care_of_somebody(place: Here) -> None:
    """Ask whose training, recognition and next step to see, and show them."""
    _of_somebody(place, _("Whose way forward?"), "care")


def agree_with_somebody(place: Here) -> None:
    """Ask with whom something is agreed, and write it down."""
    _of_somebody(place, _("Agreed with whom?"), "action:new:0", place.session.me)


def _of_somebody(place: Here, title: str, way: str, left_out: Person | None = None) -> None:
    """Pick a person, and go that way with their number behind it."""
    from ijtui.screens.dialogs.pick import Pick
    from ijtui.screens.dialogs.who import PeopleSource

    people = PeopleSource(place.session, but=left_out.id if left_out else 0)

    def chosen(number: str | None) -> None:
        if number is not None:
            go_to(place, f"{way}:{number}")

    place.app.push_screen(Pick(title, (), source=people), chosen)

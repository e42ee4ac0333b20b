"""Feedback both ways: what has been written to each other, then the questions (D-C2, D-F3)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui.domain.agenda import StationKey
from ijtui.errors import IjtuiError
from ijtui.screens import station_commands as can
from ijtui.screens.command import Command
from ijtui.screens.dialogs.reading import ReadingScreen
from ijtui.screens.feedback_lines import feedback_lines, feedback_text
from ijtui.screens.going import go_to
from ijtui.screens.saying import other_of
from ijtui.screens.station import Station
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _

_GIVE = Command("feedback.give", "f", "feedback", N_("Give feedback in three parts"), N_("feedback"))


class FeedbackScreen(Station):
    """Goes through the feedback that the two have for each other."""

    KEY = StationKey.FEEDBACK
    CAN: ClassVar = (_GIVE, *(command for command in can.EVERY_STATION if command is not can.FEEDBACK))
    ABOUT = N_(
        "Say to each other what is good, what could be better and which support is needed. What somebody "
        "wrote between two conversations waits here; open it when you have said it."
    )

    def own(self) -> ComposeResult:
        """List the feedback of this conversation."""
        yield Lines(id="feedback")

    def show_own(self) -> None:
        """Fetch the feedback that the person may read."""
        me, conversation = self.session.me, self.talk.conversation
        given = self.session.desk.feedback.of(me, conversation)
        key = self.key_of(_GIVE)
        nothing = Line((_("None is written yet. {key} writes feedback.", key=key),), look="muted")
        lines = feedback_lines(given, me, other_of(conversation, me)) or [nothing]
        self.query_one("#feedback", Lines).show([Line((_("Feedback"),), look="heading"), *lines])

    @on(Lines.Chosen, "#feedback")
    def open_feedback(self, event: Lines.Chosen) -> None:
        """Go on with one's own feedback, or read the other's."""
        open_feedback(self, event.key)


def open_feedback(place: Station, key: str) -> None:
    """Open feedback by its key `feedback:5`: one's own to change it, the other's to read it."""
    session, number = place.session, int(key.partition(":")[2])
    try:
        found = session.desk.feedback.get(session.me, number)
    except IjtuiError as error:
        place.refuse(error)
        return
    if found.giver == session.me.id and found.conversation in (None, place.talk.conversation.id):
        go_to(place, f"feedback:{number}:{place.talk.conversation.id}")
    else:
        place.app.push_screen(ReadingScreen(_("Feedback"), feedback_text(found)))

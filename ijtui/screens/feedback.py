"""Feedback both ways: what has been written to each other, then the questions (D-C2, D-F3)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui.domain.agenda import StationKey
from ijtui.domain.feedback import Feedback
from ijtui.errors import IjtuiError
from ijtui.screens import station_commands as can
from ijtui.screens.command import Command
from ijtui.screens.feedback_lines import feedback_lines, seen, whom
from ijtui.screens.giving import open_feedback
from ijtui.screens.going import go_to
from ijtui.screens.saying import other_of
from ijtui.screens.station import Station
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _

_GIVE = Command("feedback.give", "f", "feedback", N_("Give feedback in three parts"), N_("feedback"))
_WHOSE = (Column(12), Column())


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
        """Fetch the feedback that the person may read; what is not opened says nothing, for both may look."""
        me, conversation = self.session.me, self.talk.conversation
        lines = [self._line(item) for item in self.session.desk.feedback.of(me, conversation)]
        nothing = Line(
            (_("None is written yet. {key} writes feedback.", key=self.key_of(_GIVE)),), look="muted"
        )
        self.query_one("#feedback", Lines).show(
            [Line((_("Feedback"),), look="heading"), *(lines or [nothing])],
        )

    def _line(self, feedback: Feedback) -> Line:
        me = self.session.me
        other = other_of(self.talk.conversation, me)
        if feedback.opened:
            return feedback_lines([feedback], me, other)[0]
        cells = (whom(feedback, me, other), seen(feedback))
        return Line(cells, f"feedback:{feedback.id}", columns=_WHOSE)

    def own_comes_first(self) -> bool:
        """What is written already is said before the questions."""
        return bool(self.query_one("#feedback", Lines).key)

    def action_feedback(self) -> None:
        """Write new feedback; what is written already stands in the list."""
        go_to(self, f"feedback:new:{self.talk.conversation.id}")

    @on(Lines.Chosen, "#feedback")
    def open_chosen_feedback(self, event: Lines.Chosen) -> None:
        """Go on with one's own feedback, or read the other's."""
        open_by_key(self, event.key)


def open_by_key(place: Station, key: str) -> None:
    """Open feedback by its key `feedback:5`: one's own to change it, the other's to read it."""
    desk, me = place.session.desk, place.session.me
    try:
        found = desk.feedback.get(me, int(key.partition(":")[2]))
    except IjtuiError as error:
        place.refuse(error)
    else:
        open_feedback(place, found, other_of(place.talk.conversation, me))

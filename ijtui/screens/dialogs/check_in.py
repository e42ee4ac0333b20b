"""A check-in: how far a goal has come, in a minute (D-G4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from ijtui import dates
from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.course import planned
from ijtui.domain.goal import Goal
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput, NotFound
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.goal_words import COURSES
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_GONE = N_("That check-in is no longer there.")
_FAR_BEHIND = 20


class CheckInForm(Form[CheckIn]):
    """Says how far a goal has come, or changes one's own check-in.

    Args:
        goal: the goal.
        check_in: the one to change; without a number, a new one with what was said last time.
    """

    ABOUT = N_(
        "A check-in takes a minute: how far it has come, whether it is on track, and a line about why. "
        "The newest one says where the goal stands; together they show its course through the year."
    )
    START: ClassVar = "progress"

    def __init__(self, goal: Goal, check_in: CheckIn) -> None:
        super().__init__(f"check-in:{check_in.id or 'new'}:{goal.id}:{check_in.conversation or 0}")
        self._goal = goal
        self._check_in = check_in

    def heading(self) -> str:
        """Return the goal."""
        return _("Check-in · {goal}", goal=self._goal.title)

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.TWO)

    def fields(self) -> Iterable[Spec]:
        """Ask how far, whether it is on track, why, and when that was."""
        check_in, today = self._check_in, self.session.desk.clock().date()
        courses = tuple((course.value, _(name)) for course, name in COURSES.items())
        return (
            Spec("progress", _("Progress, per cent"), value=str(check_in.progress)),
            Spec("course", _("How is it going?"), "choice", check_in.course.value, courses),
            Spec("comment", _("Comment"), "text", check_in.comment),
            Spec("day", _("Day"), value=day_text(check_in.day), echo=day_echo(today)),
        )

    def advise(self, values: Mapping[str, str]) -> str:
        """Ask what would help where it is not on track, and mention where an even pace would be."""
        course, comment = values.get("course", ""), values.get("comment", "").strip()
        if course != Course.ON_TRACK:
            return "" if comment else _("What would help it back on track?")
        try:
            check_in = self._read(values)
        except BadInput:
            return ""
        even = planned(self._goal, check_in.day)
        if even is None or even - check_in.progress < _FAR_BEHIND:
            return ""
        return _("An even pace towards its date would be {number} % by then.", number=even)

    def submit(self, values: Mapping[str, str]) -> CheckIn:
        """Store the check-in."""
        check_in, goals, me = self._read(values), self.session.desk.goals, self.session.me
        return (
            goals.change_check_in(me, check_in) if check_in.id else goals.check_in(me, self._goal, check_in)
        )

    def _read(self, values: Mapping[str, str]) -> CheckIn:
        progress = values["progress"].strip().removesuffix("%").strip()
        if not (progress.isascii() and progress.isdecimal()):
            raise BadInput(N_("Progress is a number from 0 to 100."))
        today = self.session.desk.clock().date()
        return replace(
            self._check_in,
            progress=int(progress[:6]),
            course=Course(values["course"]),
            comment=values["comment"],
            day=dates.read_day(values["day"], today) or today,
        )


def open_at(place: Place[Any], check_in: str, goal: str, conversation: str = "0") -> None:
    """Open the form for a new check-in (`new`) or one's own with that number.

    Raises:
        NotFound: the goal or the check-in is gone, or not the asker's.
    """
    session = place.session
    desk, me = session.desk, session.me
    found = desk.goals.get(me, int(goal))
    told = desk.goals.check_ins(me, found)
    today = desk.clock().date()
    before = told[0] if told else CheckIn(found.id, today, found.progress)
    place_in = int(conversation) or None
    chosen = replace(before, day=today, comment="", conversation=place_in, id=0, version=0)
    if check_in != "new":
        own = [item for item in told if str(item.id) == check_in]
        if not own:
            raise NotFound(_GONE)
        chosen = own[0]
    place.app.push_screen(CheckInForm(found, chosen), lambda _stored: place.reload())

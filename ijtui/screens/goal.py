"""A goal's page: its words, its course through the quarters, and all that was said and done about it."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import dates, paths
from ijtui.domain.conversation import Conversation, State
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.goal_actions import GoalActions
from ijtui.screens.goal_course import curve_of
from ijtui.screens.goal_story_lines import GoalStory, story_lines
from ijtui.screens.goal_words import how_far
from ijtui.screens.place import Place
from ijtui.screens.saying import GOAL_KINDS
from ijtui.widgets.course_line import CourseLine
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _, spoken


class GoalScreen(GoalActions):
    """One goal."""

    CAN: ClassVar = (
        Command("goal.check_in", "c", "check_in", N_("Say how far it has come"), N_("check in")),
        Command("goal.change", "e", "change", N_("Change its words"), N_("change")),
        Command("goal.reached", "r", "reached", N_("It is reached"), N_("reached")),
        Command("goal.end", "x", "end", N_("Close it: how did it end?"), N_("close it")),
        Command("goal.reopen", "o", "reopen", N_("Open it again"), N_("open again")),
        Command("goal.agree", "n,ctrl+n", "agree", N_("New agreement for this goal"), N_("agreement")),
        Command("goal.entry", "w", "entry", N_("Write in your journal about it"), N_("journal")),
        Command("goal.explain", "s", "explain", N_("Say what stood in the way"), N_("causes")),
        Command("goal.wordings", "h", "wordings", N_("How it was worded before"), N_("earlier")),
        Command("goal.take_back", "d", "take_back", N_("Take back your check-in")),
        Command("goal.remove", "", "remove", N_("Take the goal away, as if it had never been")),
        Command("goal.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "What is to be reached, how it came along through the quarters, and all that was said and done about "
        "it. The dots go evenly from the day it was written down to its date; the line is what your "
        "check-ins say. Enter opens what is marked."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("goal")]
    ROAMS = True

    def heading(self) -> str:
        """Return what kind of goal it is, and whose."""
        goal = self._story.goal
        if not goal.id:
            return _("Goal")
        name = self.session.desk.people.get(self.session.me, goal.person).name
        return f"{_(GOAL_KINDS[goal.kind]).capitalize()} · {name}"

    def body(self) -> ComposeResult:
        """Put the words above the course, and the story below it."""
        with VerticalScroll(id="goal", can_focus=False):
            yield Static("", id="words")
            yield Static("", id="standing")
            yield CourseLine(id="course")
            yield Lines(id="story")

    async def begin(self) -> None:
        """Begin in the story, and leave the goal's words in sight."""
        self.query_one("#story").focus(scroll_visible=False)

    def load(self) -> None:
        """Fetch the goal with all that the asker may read about it."""
        try:
            self._story = self._fetched()
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        desk, me = self.session.desk, self.session.me
        story, today, plain = self._story, desk.clock().date(), self.house.chosen.ascii
        newest = story.check_ins[0] if story.check_ins else None
        people = desk.people.known(me)
        self.query_one("#words", Static).update(self._words())
        self.query_one("#standing", Static).update(Content(how_far(story.goal, newest, today)))
        course = self.query_one("#course", CourseLine)
        course.plain, course.curve = plain, curve_of(story.goal, story.check_ins, today)
        self.query_one("#story", Lines).show(story_lines(story, people, me, today, plain=plain))

    def _fetched(self) -> GoalStory:
        desk, me = self.session.desk, self.session.me
        goal = desk.goals.get(me, self._number)
        return GoalStory(
            goal,
            desk.goals.check_ins(me, goal),
            desk.actions.with_people([item for item in desk.actions.visible(me) if item.goal == goal.id]),
            desk.journal.of_goal(me, goal.id),
            desk.goals.shortfalls(me, goal),
            desk.goals.wordings(me, goal),
        )

    def _words(self) -> Content:
        """Return the goal's words, one part a line; what nobody has said is left out."""
        goal = self._story.goal
        parts = {
            _("We know it when"): goal.measure,
            _("Goal it serves"): goal.serves,
            _("Due"): dates.long(goal.due, spoken()) if goal.due else "",
            _("Support"): goal.support,
        }
        said = (
            Content.assemble((f"{name}: ", "$quiet"), " ".join(text.split()))
            for name, text in parts.items()
            if text.strip()
        )
        return Content("\n").join([Content(goal.title).stylize("bold"), *said])


def open_at(place: Place[Any], goal: str) -> None:
    """Open the goal's page; from a talk, what is said of the goal is said in that conversation."""
    talked = getattr(place, "conversation", None)
    here = talked.id if isinstance(talked, Conversation) and talked.state is State.ONGOING else 0
    place.app.push_screen(GoalScreen(int(goal), here))

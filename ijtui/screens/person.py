"""One person: what is written about them, the conversations, and what is agreed and not done yet."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.errors import BadInput, IjtuiError, NotFound
from ijtui.screens.command import Command
from ijtui.screens.feedback_lines import waiting_lines
from ijtui.screens.giving import open_feedback
from ijtui.screens.goal_lines import Board, person_goals
from ijtui.screens.going import go_to
from ijtui.screens.looking import LOOKS
from ijtui.screens.people import AGREE, BOOK, CARE, EDIT, EXTRACT, FEEDBACK, HANDOVER, OPEN, YEAR
from ijtui.screens.person_lines import person_lines
from ijtui.screens.place import Place
from ijtui.screens.post_commands import END, MOVE
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _


class PersonScreen(Place[None]):
    """A person's page.

    Args:
        person: number of the person.
    """

    CAN: ClassVar = (
        OPEN,
        BOOK,
        EDIT,
        YEAR,
        FEEDBACK,
        AGREE,
        CARE,
        HANDOVER,
        LOOKS,
        EXTRACT,
        MOVE,
        END,
        Command("person.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "What is written about one person, every conversation you have had, and what you agreed on that is "
        "not done yet. Feedback that you write here comes up in your next conversation. Enter opens what is "
        "marked."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("person")]
    ROAMS = True

    def __init__(self, person: int) -> None:
        super().__init__()
        self._number = person
        self._person = Person("")
        self._waiting: tuple[Feedback, ...] = ()

    def heading(self) -> str:
        """Return the name."""
        return self._person.name

    def concerns(self) -> int | None:
        """What is written down here is about this person."""
        return None if self._number == self.session.me.id else self._number

    def body(self) -> ComposeResult:
        """Put the facts above one list."""
        yield Static("", id="facts", classes="rule")
        yield Lines(id="person")

    def load(self) -> None:
        """Fetch the person and all that the two share."""
        desk, me = self.session.desk, self.session.me
        try:
            self._person = desk.people.get(me, self._number)
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        self.query_one("#facts", Static).update(Content(self._facts()))
        conversations = desk.conversations.all(me)
        shared = [item for item in conversations if item.party_of(self._person)]
        lines = person_lines(
            self._person,
            desk.today.prepared(me, shared),
            desk.actions.with_people(desk.actions.visible(me)),
            me,
            desk.clock(),
        )
        self._waiting = desk.feedback.waiting(me, self._person)
        goals = [goal for goal in desk.goals.of_person(me, self._person) if goal.is_open]
        told = person_goals(Board(goals, desk.goals.newest(me, goals), me, desk.clock().date()))
        waiting = waiting_lines(self._waiting, me, self._person)
        self.query_one("#person", Lines).show(
            [*lines, *told, *waiting, *self._way(), *self._posts(), *self._passed()]
        )

    def _way(self) -> list[Line]:
        """Return training and the next step in short; nothing where they are not for the one who looks."""
        from ijtui.screens.care_lines import way_lines

        care, me = self.session.desk.care, self.session.me
        try:
            purse = care.purse(me, self._person, self.session.desk.clock().year)
        except NotFound:
            return []
        try:
            return way_lines(self._person, purse, care.advancement(me, self._person))
        except BadInput:
            return way_lines(self._person, purse, ())

    def _posts(self) -> list[Line]:
        """Return where the person has worked; a file of two people doesn't keep that."""
        desk, me = self.session.desk, self.session.me
        posts = desk.organisation.posts(me, self._person)
        if not posts:
            return []
        from ijtui.screens.unit_lines import post_lines

        people = {post.manager: desk.people.get(me, post.manager) for post in posts if post.manager}
        return list(post_lines(posts, desk.organisation.tree(me), people, desk.clock().date()))

    def _passed(self) -> list[Line]:
        """Return the signed plans that one may read as the next manager; a file of one's own has none."""
        if self.session.desk.door is None:
            return []
        from ijtui.screens.passing import passed_lines

        return list(passed_lines(self, self._number))

    def _facts(self) -> str:
        """Return role, unit and manager in one line; a dash where nothing is known."""
        person, desk = self._person, self.session.desk
        manager = desk.people.get(self.session.me, person.manager).name if person.manager else ""
        parts = [person.role, person.unit, _("manager: {name}", name=manager) if manager else ""]
        return " · ".join(part for part in parts if part) or _("Role and unit are not written down.")

    @on(Lines.Chosen, "#person")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open a conversation, say what came of an agreement, or go on with feedback."""
        waiting = {f"feedback:{item.id}": item for item in self._waiting}.get(event.key)
        if waiting is not None:
            open_feedback(self, waiting, self._person)
        elif event.key.startswith("passed:"):
            from ijtui.screens.passing import read_passed

            read_passed(self, event.key)
        else:
            go_to(self, event.key)

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#person", Lines).action_choose()

    def action_book(self) -> None:
        """Book a conversation with this person."""
        other = self._number != self.session.me.id
        go_to(self, f"booking:new:{self._number}" if other else "booking:new")

    def action_edit(self) -> None:
        """Change what is written."""
        go_to(self, f"edit:{self._number}")

    def action_year(self) -> None:
        """Show the years."""
        go_to(self, f"year:{self._number}")

    def action_agree(self) -> None:
        """Agree on something with this person, or on one's own page with one's manager."""
        go_to(self, f"action:new:0:{self._number}")

    def action_hand_over(self) -> None:
        """Show how this person is handed over, or begin it."""
        go_to(self, f"handover:of:{self._number}")

    def action_care(self) -> None:
        """Show training, recognition and the next step."""
        go_to(self, f"care:{self._number}")

    def action_extract(self) -> None:
        """Show what goes to a salary review."""
        go_to(self, f"extract:{self._number}")

    def action_looks(self) -> None:
        """Show who opened the conversations with this person, or took a copy."""
        go_to(self, f"looks:0:{self._number}")

    def action_feedback(self) -> None:
        """Write feedback that waits for the next conversation."""
        go_to(self, f"feedback:new:0:{self._number}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Feedback is for somebody else."""
        if action == "feedback":
            return self.house.session is not None and self._number != self.session.me.id
        if action in ("move", "end"):
            return self.house.session is not None and self._keeps_posts()
        return super().check_action(action, parameters)

    def _keeps_posts(self) -> bool:
        """Whether the one who looks says where people work, and there are units to work in."""
        keep, me = self.session.desk.organisation, self.session.me
        return keep.may_keep(me) and keep.has_units(me)

    def action_move(self) -> None:
        """Ask where the person works from a day on."""
        go_to(self, f"post:{self._number}")

    def action_end(self) -> None:
        """Ask for the person's last day."""
        go_to(self, f"last-day:{self._number}")

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

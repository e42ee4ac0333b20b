"""A goal, with questions that help to make it SMART (D-G2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from ijtui import dates
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal, GoalKind, Responsible, is_enough
from ijtui.domain.person import Person
from ijtui.domain.template import TemplatePart, Wanted, wanted_in
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.plan_lines import smart_help
from ijtui.screens.saying import GOAL_KINDS, RESPONSIBLE
from ijtui.screens.sight import Told, who_sees_this
from ijtui.widgets.field import Spec
from ijtui.widgets.picked import NOVEL
from ijtui.words import N_, _, language

_LISTED = "milestone:"
"""Before the number of what the unit has set itself, to tell it from words."""

_NOTHING = f"{_LISTED}none"


class GoalForm(Form[Goal]):
    """Writes a new goal or changes one.

    Args:
        conversation: where it is agreed, or None between two.
        goal: the one to change, or None for a new one; one without a number is stored as new.
        employee: whose goal it is; the conversation says so where there is one.
    """

    ABOUT = N_(
        "A good goal says what is to be reached, how you both know that it is, by when, who sees to it and "
        "with what support, and which goal of the organisation it serves. "
        "Nothing here is compulsory but the goal."
    )
    HEADING: ClassVar = N_("Goal for {name}")

    def __init__(
        self, conversation: Conversation | None, goal: Goal | None, employee: Person | None = None
    ) -> None:
        person = conversation.employee if conversation else employee
        if person is None:
            raise ValueError("a goal is somebody's")
        number, place = (goal.id or "new") if goal else "new", conversation.id if conversation else 0
        super().__init__(f"goal:{number}:{place}" + ("" if conversation else f":{person.id}"))
        self._conversation = conversation
        self._employee = person
        self._goal = goal or Goal(person.id, "")

    def heading(self) -> str:
        """Return whose goal it is."""
        return _(self.HEADING, name=self._employee.name)

    def note(self) -> str:
        """Say who sees it."""
        if self._conversation is None:
            return who_sees_this(Visibility.TWO)
        return who_sees_this(Visibility.TWO, Told.MINUTES)

    def fields(self) -> Iterator[Spec]:
        """Ask for what makes it SMART, in the order one thinks."""
        goal, today = self._goal, self.session.desk.clock().date()
        kinds = tuple((kind.value, _(name)) for kind, name in GOAL_KINDS.items())
        yield Spec("title", _("What is to be reached?"), value=goal.title)
        yield Spec("kind", _("Kind"), "choice", goal.kind, kinds)
        yield Spec("measure", _("We know it when"), "text", goal.measure)
        yield Spec("due", _("By when?"), value=day_text(goal.due), echo=day_echo(today))
        yield Spec("owner", _("Who sees to it?"), "choice", goal.owner or "", self._owners())
        yield Spec("support", _("Support and resources"), "text", goal.support)
        yield self._serves()
        yield Spec("achievable", _("First step"), "text", goal.achievable)
        yield Spec("period", _("Period"), value=goal.period, placeholder="2027, Q2 …")

    def _owners(self) -> tuple[tuple[str, str], ...]:
        manager = self._manager()
        named = manager.first_name if manager else _(RESPONSIBLE[Responsible.MANAGER])
        return (
            (Responsible.EMPLOYEE.value, self._employee.first_name),
            (Responsible.MANAGER.value, named),
            (Responsible.OTHER.value, _("somebody else")),
        )

    def _manager(self) -> Person | None:
        """Return the one on the other side of the table, as far as that is known."""
        if self._conversation is not None:
            return self._conversation.manager
        me = self.session.me
        if self._employee.manager is not None:
            return self.session.desk.people.get(me, self._employee.manager)
        return me if me.id != self._employee.id else None

    def _serves(self) -> Spec:
        """Offer what the unit has set itself; where nothing is written down, ask for own words."""
        goal, label = self._goal, _("Goal it serves")
        listed = self.session.desk.milestones.of_unit(self.session.me, self._employee.unit)
        if not listed:
            return Spec("serves", label, value=goal.serves)
        titles = [(f"{_LISTED}{item.id}", f"{item.title} ({item.year})") for item in listed]
        own_words = f"{NOVEL}{goal.serves}" if goal.serves else ""
        value = f"{_LISTED}{goal.milestone}" if goal.milestone else own_words
        nothing = [(_NOTHING, _("none of them"))] if value else []
        return Spec(
            "serves",
            label,
            "pick",
            value,
            (*titles, *nothing),
            _("choose, or write it in your own words"),
            _("In your own words: {text}"),
        )

    def advise(self, values: Mapping[str, str]) -> str:
        """Ask for what is still open, two things at a time; a fourth development goal is one too many."""
        if not values.get("title", "").strip():
            return ""
        try:
            goal = self._read(values)
        except BadInput:
            return ""
        return " ".join(part for part in (smart_help(goal), self._too_many(goal)) if part)

    def _too_many(self, goal: Goal) -> str:
        others = self.session.desk.goals.of_person(self.session.me, self._employee)
        if goal.kind is not GoalKind.DEVELOPMENT or not is_enough(
            other for other in others if other.id != goal.id
        ):
            return ""
        name = self._employee.first_name
        return _(
            "{name} has three development goals or more going on already. Can one of them wait?", name=name
        )

    def wanted(self) -> Wanted:
        """Offer goals."""
        if self._conversation is not None:
            return wanted_in(self._conversation, TemplatePart.GOAL)
        return Wanted(language(), self._employee.role, TemplatePart.GOAL)

    def submit(self, values: Mapping[str, str]) -> Goal:
        """Store the goal."""
        goal, goals, me = self._read(values), self.session.desk.goals, self.session.me
        if goal.id:
            return goals.change(me, goal)
        if self._conversation is not None:
            return goals.add(me, self._conversation, goal)
        return goals.add_for(me, self._employee, goal)

    def _read(self, values: Mapping[str, str]) -> Goal:
        milestone, serves = _served(values["serves"])
        return replace(
            self._goal,
            title=values["title"],
            kind=GoalKind(values["kind"]),
            measure=values["measure"],
            due=dates.read_day(values["due"], self.session.desk.clock().date()),
            owner=Responsible(values["owner"]) if values["owner"] else None,
            support=values["support"],
            serves=serves,
            milestone=milestone,
            achievable=values["achievable"],
            period=values["period"],
        )


def _served(value: str) -> tuple[int | None, str]:
    """Return the number of a milestone, or the words that somebody wrote."""
    if value == _NOTHING:
        return None, ""
    if value.startswith(_LISTED):
        return int(value.removeprefix(_LISTED)), ""
    return None, value.removeprefix(NOVEL)

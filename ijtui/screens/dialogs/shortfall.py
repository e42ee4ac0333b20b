"""A goal that was not reached: what stood in the way, and what comes next, without blame (D-G6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from ijtui.domain.action import Action
from ijtui.domain.cause import Cause
from ijtui.domain.goal import Goal, Responsible
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.domain.shortfall import Shortfall
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput, NotFound
from ijtui.screens.dialogs.form import Form
from ijtui.screens.goal_words import CAUSES, quarter_of
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_GONE = N_("That is no longer there.")
_NO_CAUSE = N_("Say what stood in the way: choose the cause that comes closest.")


class ShortfallForm(Form[Shortfall]):
    """Keeps what two people found out about a goal, and what they do in the next quarter.

    Args:
        goal: the goal.
        person: whose goal it is.
        shortfall: the one to change, or None for a new one.
        conversation: number of the conversation they talk in, or None between two.
    """

    ABOUT = N_(
        "A goal that was not reached says something about the circumstances. Look together for what stood in "
        "the way: unclear requirements, too few resources, external obstacles. Then agree on one step for "
        "the next quarter; it can become an agreement at once."
    )
    START: ClassVar = "cause"

    def __init__(
        self, goal: Goal, person: Person, shortfall: Shortfall | None, conversation: int | None = None
    ) -> None:
        number = shortfall.id if shortfall else "new"
        super().__init__(f"shortfall:{number}:{goal.id}:{conversation or 0}")
        self._goal = goal
        self._person = person
        self._shortfall = shortfall
        self._conversation = conversation

    def heading(self) -> str:
        """Return the goal."""
        return _("What stood in the way · {goal}", goal=self._goal.title)

    def note(self) -> str:
        """Say who sees it, and how to talk about it."""
        return (
            f"{who_sees_this(Visibility.TWO)} {_('It is about the circumstances, not about who did what.')}"
        )

    def fields(self) -> Iterator[Spec]:
        """Ask for the cause, in their own words, and for the next step and its quarter."""
        said = self._shortfall
        causes = tuple((cause.value, _(name)) for cause, name in CAUSES.items())
        closest = _("choose what comes closest")
        cause = said.cause.value if said else ""
        yield Spec("cause", _("The cause"), "pick", cause, causes, closest)
        yield Spec("because", _("In your own words"), "text", said.because if said else "")
        yield Spec("next_step", _("Next step"), "text", said.next_step if said else "")
        yield Spec("quarter", _("In which quarter?"), "choice", *self._quarters())
        if said is None:
            yield Spec("agreement", _("As an agreement"), "choice", "", self._owners())

    def _quarters(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return the quarter that holds and those to choose from: this one and the next two."""
        this = Quarter.of(self.session.desk.clock().date())
        chosen = self._shortfall.quarter if self._shortfall else this.next
        offered = sorted({this, this.next, this.next.next, chosen})
        return str(chosen), tuple((str(quarter), quarter_of(quarter)) for quarter in offered)

    def _owners(self) -> tuple[tuple[str, str], ...]:
        """Return who may see to the next step, or nobody."""
        theirs, mine = _("{name} sees to it", name=self._person.first_name), _("you see to it")
        is_mine = self._person.id == self.session.me.id
        return (
            ("", _("no")),
            (Responsible.EMPLOYEE.value, mine if is_mine else theirs),
            (Responsible.MANAGER.value, _("the manager sees to it") if is_mine else mine),
        )

    def advise(self, values: Mapping[str, str]) -> str:
        """Ask for a next step, and for nothing else."""
        if not values.get("cause") or values.get("next_step", "").strip():
            return ""
        return _("Which one thing do you do differently in that quarter?")

    def submit(self, values: Mapping[str, str]) -> Shortfall:
        """Store it, and the next step as an agreement where that was chosen."""
        said, session = self._read(values).checked(), self.session
        owner = values.get("agreement", "")
        if owner and not said.next_step.strip():
            raise BadInput(N_("Write the next step first; then it can become an agreement."))
        if owner:
            self._agree(said, Responsible(owner))
        return session.desk.goals.explain(session.me, self._goal, said)

    def _read(self, values: Mapping[str, str]) -> Shortfall:
        if not values["cause"]:
            raise BadInput(_NO_CAUSE)
        cause, quarter = Cause(values["cause"]), Quarter.read(values["quarter"])
        today = self.session.desk.clock().date()
        said = self._shortfall or Shortfall(self._goal.id, today, cause, quarter)
        return replace(
            said,
            cause=cause,
            quarter=quarter,
            because=values["because"],
            next_step=values["next_step"],
            conversation=said.conversation or self._conversation,
        )

    def _agree(self, said: Shortfall, owner: Responsible) -> None:
        """Make an agreement of the next step, due when its quarter ends."""
        session = self.session
        action = Action(
            self._person.id,
            said.conversation,
            said.next_step,
            owner,
            due=said.quarter.last,
            goal=self._goal.id,
        )
        actions, conversations = session.desk.actions, session.desk.conversations
        if said.conversation is None:
            actions.add_between(session.me, self._person, action)
        else:
            actions.add(session.me, conversations.get(session.me, said.conversation), action)


def open_at(place: Place[Any], shortfall: str, goal: str, conversation: str = "0") -> None:
    """Open the form for something new (`new`) or for what was found out before.

    Raises:
        NotFound: the goal or what was said is gone, or not the asker's.
    """
    desk, me = place.session.desk, place.session.me
    found = desk.goals.get(me, int(goal))
    told = desk.goals.shortfalls(me, found)
    said = next((item for item in told if str(item.id) == shortfall), None)
    if said is None and shortfall != "new":
        raise NotFound(_GONE)
    person = desk.people.get(me, found.person)
    form = ShortfallForm(found, person, said, int(conversation) or None)
    place.app.push_screen(form, lambda _stored: place.reload())

"""The year behind: the previous plan's agreements one by one, then the questions (D-A1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import dates
from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.agenda import StationKey
from ijtui.domain.person import Person
from ijtui.errors import IjtuiError
from ijtui.screens import station_commands as can
from ijtui.screens.dialogs.reading import ReadingScreen
from ijtui.screens.going import go_to
from ijtui.screens.outcome_commands import OUTCOMES
from ijtui.screens.saying import outcome_of, responsible_of
from ijtui.screens.station import Station
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line, Lines, Look
from ijtui.words import N_, _, spoken

_PARKED = "parked:"
_LATE = "late"
_ON_ACTION = ("outcome", "say_more", "take_back", "drop", "page", "decide")


class YearBehindScreen(Station):
    """Walks through what was agreed last time; the outcome is written on the same row (D-M3)."""

    KEY = StationKey.YEAR_BEHIND
    CAN: ClassVar = (*OUTCOMES, *can.EVERY_STATION)
    ABOUT = N_(
        "Go through what you agreed last time, one thing at a time: was it carried out, what did it achieve, "
        "was the goal reached? Then look back with the questions below. Where something noted since last "
        "time is listed, enter opens where it comes from."
    )

    _managers: Mapping[int, Person] = MappingProxyType({})
    """Who agreed the listed agreements, by id."""

    _undecided: frozenset[int] = frozenset()
    """Ids of those that come up for the third time."""

    def own(self) -> ComposeResult:
        """List last time's agreements."""
        yield Lines(Column(), Column(10), Column(10), Column(13), id="earlier")

    def show_own(self) -> None:
        """Fetch last time's agreements with their outcomes, and what was parked."""
        earlier = self._earlier()
        self._managers = {
            item.manager.id: item.manager for item in self.session.desk.actions.with_people(earlier)
        }
        self._undecided = self.session.desk.actions.undecided(self.session.me, self.talk.conversation)
        lines = [self._line(action) for action in earlier]
        title = Line((_("Agreed before"),), look="heading")
        nothing = Line((_("There is no earlier agreement to follow up."),), look="muted")
        listed = self.query_one("#earlier", Lines)
        first_open = next((str(action.id) for action in earlier if action.is_open), None)
        listed.show([title, *(lines or [nothing]), *self._parked()], at=None if listed.key else first_open)

    def _parked(self) -> list[Line]:
        """Return the questions that were parked last time and come back now."""
        parked = self.session.desk.conversations.parked_before(self.session.me, self.talk.conversation)
        lines = [Line((question.title,), f"{_PARKED}{question.id}") for question in parked]
        return [EMPTY, Line((_("Parked last time"),), look="heading"), *lines] if lines else []

    def own_comes_first(self) -> bool:
        """Whether an agreement still has no outcome."""
        return any(action.is_open for action in self._earlier())

    def listed_above(self) -> frozenset[str]:
        """The agreements stand in their own list."""
        return frozenset(f"action:{action.id}" for action in self._earlier())

    def _earlier(self) -> tuple[Action, ...]:
        return self.session.desk.actions.to_follow_up(self.session.me, self.talk.conversation)

    def _line(self, action: Action) -> Line:
        today = self.session.desk.clock().date()
        employee, manager = self.talk.conversation.employee, self._managers[action.manager]
        who = responsible_of(action, employee, manager, self.session.me)
        due = dates.short_or_year(action.due, today, spoken()) if action.due else _("no date")
        cells = (action.what, who, due, self._said(action, today))
        look: Look = "warning" if action.id in self._undecided else "plain"
        return Line(cells, str(action.id), look=look, mark="" if action.outcome else "!")

    def _said(self, action: Action, today: date) -> str:
        """Return what came of it, or what the two have to say of it."""
        if action.id in self._undecided:
            return _("third time")
        if action.decided == self.talk.conversation.id and action.is_open:
            return outcome_of(action, today) or _("goes on")
        return outcome_of(action, today) or _("not said yet")

    # One agreement

    @on(Lines.Moved, "#earlier")
    def show_keys(self) -> None:
        """Offer what can be done with the agreement where one is."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Outcomes are for the agreement where one is."""
        if action in _ON_ACTION:
            return self._fits(action, parameters)
        return super().check_action(action, parameters)

    def _fits(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether it fits the agreement where one is: late is what was due, a decision for the third time."""
        found = self._action()
        if found is None:
            return False
        if action == "decide":
            return found.id in self._undecided
        if action == "drop":
            return found.is_open
        if parameters == (_LATE,):
            return found.due is not None and found.due < self.session.desk.clock().date()
        return True

    def _action(self) -> Action | None:
        lines = self.query("#earlier")
        if not lines or not lines.first(Lines).has_focus:
            return None
        key = lines.first(Lines).key
        return next((action for action in self._earlier() if str(action.id) == key), None)

    def action_outcome(self, extent: str) -> None:
        """Write the outcome with one key and go to the next agreement; a no asks why, a late yes when."""
        action = self._action()
        if action is None:
            return
        before, today = action.outcome, self.session.desk.clock().date()
        late = extent == _LATE
        outcome = Outcome(
            Extent.YES if late else Extent(extent),
            today,
            before.achieved if before else action.account,
            before.goal_reached if before else None,
            before.reason if before else "",
            self.talk.conversation.id,
            today if late else None,
        )
        self._store(lambda: self.session.desk.actions.evaluate(self.session.me, action, outcome))
        if extent == Extent.YES:
            self.query_one("#earlier", Lines).move(1)
        else:
            self._ask_more(action.id)

    def action_decide(self) -> None:
        """Decide on what has come up for the third time."""
        self._open("decision")

    def action_drop(self) -> None:
        """Drop what is no longer needed; a proposal to do so is agreed on."""
        action = self._action()
        if action is not None and action.withdrawal is not None:
            here = self.talk.conversation.id
            actions, me = self.session.desk.actions, self.session.me
            self._store(lambda: actions.agree_to_withdraw(me, action, conversation=here))
        else:
            self._open("withdrawal")

    def action_page(self) -> None:
        """See where the agreement stands and how it read before."""
        action = self._action()
        if action is not None:
            go_to(self, f"action:{action.id}")

    def _open(self, kind: str) -> None:
        """Open a form of that kind for the agreement where one is."""
        action = self._action()
        if action is not None:
            go_to(self, f"{kind}:{action.id}:{self.talk.conversation.id}")

    def action_take_back(self) -> None:
        """Take the outcome back."""
        action = self._action()
        if action is not None and action.outcome is not None:
            self._store(lambda: self.session.desk.actions.reopen(self.session.me, action))

    def action_say_more(self) -> None:
        """Say what it achieved and whether the goal was reached."""
        action = self._action()
        if action is not None:
            self._ask_more(action.id)

    def _ask_more(self, action: int) -> None:
        go_to(self, f"outcome:{action}:{self.talk.conversation.id}")

    def _store(self, write: Callable[[], Action]) -> None:
        try:
            write()
        except IjtuiError as error:
            self.refuse(error)
        self.show_own()

    @on(Lines.Chosen, "#earlier")
    async def open_chosen_line(self, event: Lines.Chosen) -> None:
        """Say what came of the chosen agreement, or go to the chosen question."""
        if event.key.startswith(_PARKED):
            await self._take_up(event.key.removeprefix(_PARKED))
        else:
            self._ask_more(int(event.key))

    async def _take_up(self, question: str) -> None:
        """Go to a question that was parked last time; one that the agenda no longer has is only read."""
        station = self.talk.conversation.agenda.station_of(question)
        if station is not None:
            await self.go_to_question(station.key, question)
            return
        parked = self.session.desk.conversations.parked_before(self.session.me, self.talk.conversation)
        for found in parked:
            if found.id == question:
                self.app.push_screen(ReadingScreen(found.title, found.text))

"""One handover: what goes on, what stays, who sees it and from when; and afterwards its receipt (D-M5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.conversation import Party
from ijtui.domain.handover import Handover, Matter, State
from ijtui.errors import IjtuiError
from ijtui.minutes.handover import as_plain, package_sections
from ijtui.screens.command import Command
from ijtui.screens.dialogs.confirm import ConfirmScreen
from ijtui.screens.going import go_to
from ijtui.screens.handover_lines import choice_lines, choosing_notes, receipt_lines
from ijtui.screens.handover_words import is_at_once, sight_words, standing_words
from ijtui.screens.place import Place
from ijtui.services.handover_ways import Way
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _, spoken


class HandoverScreen(Place[None]):
    """One employee's handover.

    Args:
        number: of the handover.
    """

    CAN: ClassVar = (
        Command("handover.tick", "space,enter", "tick", N_("Let it go on, or not"), N_("tick")),
        Command("handover.choose", "s,ctrl+s", "choose", N_("Say that this is what goes on"), N_("done")),
        Command(
            "handover.beside",
            "b",
            "beside",
            N_("Write down what the other says beside you"),
            N_("for the other"),
        ),
        Command("handover.read", "r", "read", N_("Read all that went on"), N_("read")),
        Command("handover.change", "e", "change", N_("Name another successor or day"), N_("change")),
        Command("handover.off", "x", "call_off", N_("Call the handover off"), N_("call off")),
        Command("handover.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "What goes on from one manager to the next. Agreements always do; the rest is ticked by each of the "
        "two for themselves, and what only one has ticked stays. On the day the successor reads what goes "
        "on, and the one who leaves nothing of it any more. Afterwards all three have the same receipt here, "
        "and print it with the command: ijtui handover show"
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("person")]
    ROAMS = True

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._way: Way | None = None
        self._ticked: frozenset[Matter] | None = None

    def heading(self) -> str:
        """Say of whom."""
        return _("Handing over · {name}", name=self._way.employee.name) if self._way else ""

    def body(self) -> ComposeResult:
        """Put the facts above what goes on."""
        yield Static("", id="facts", classes="rule")
        yield Lines(id="handover")

    def load(self) -> None:
        """Fetch it as it stands."""
        desk, me = self.session.desk, self.session.me
        try:
            found = desk.handovers.get(me, self._number)
            self._way = desk.handovers.way(me, found)
            lines = self._lines(found, self._way)
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        self.query_one("#facts", Static).update(Content(self._facts(self._way, found)))
        self.query_one("#handover", Lines).show(lines)
        self.refresh_bindings()

    def _facts(self, way: Way, found: Handover) -> str:
        taker = way.successor.name if way.successor else ""
        two = _("From {leaver} to {successor}", leaver=way.leaver.name, successor=taker)
        sight = sight_words(way, found, alone=self.session.desk.door is None)
        return f"{two} · {standing_words(way, self.session.me)}\n{sight}"

    def _lines(self, found: Handover, way: Way) -> list[Line]:
        desk, me = self.session.desk, self.session.me
        receipt = desk.handovers.receipt(me, found)
        if receipt is not None:
            return list(receipt_lines(receipt))
        may_tick = self._chooses(found)
        if self._ticked is None:
            self._ticked = found.choices.get(found.party_of(me.id) or Party.MANAGER, frozenset())
        notes = tuple(choosing_notes(way, me, alone=desk.door is None)) if may_tick else ()
        return choice_lines(self._ticked, desk.handovers.counts(me, found), notes, may_tick=may_tick)

    def _chooses(self, found: Handover) -> bool:
        alone = self.session.desk.door is None
        return found.state is State.OPEN and (alone or found.party_of(self.session.me.id) is not None)

    @property
    def _found(self) -> Handover | None:
        return self._way.handover if self._way else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the day one chooses; afterwards the employee and the successor read."""
        found = self._found
        if action not in ("tick", "choose", "beside", "read", "change", "call_off"):
            return super().check_action(action, parameters)
        if found is None:
            return False
        me, is_open = self.session.me.id, found.state is State.OPEN
        alone = self.session.desk.door is None
        can = {
            "tick": self._chooses(found),
            "choose": self._chooses(found),
            "beside": is_open and self._sits_beside(found),
            "read": found.state is State.MOVED and (alone or me in (found.employee, found.successor)),
        }
        return can.get(action, is_open and (alone or me in (found.leaver, found.author)))

    def _sits_beside(self, found: Handover) -> bool:
        """Whether the employee has no way in and says beside the leaver what goes on."""
        way, desk = self._way, self.session.desk
        if way is None or desk.door is None or way.employee.login:
            return False
        return self.session.me.id == found.leaver

    # Choosing

    @on(Lines.Chosen, "#handover")
    def tick_chosen(self, event: Lines.Chosen) -> None:
        """Tick what was chosen, or take the tick away."""
        found = self._found
        if found is None or not self._chooses(found) or self._ticked is None:
            return
        self._ticked = self._ticked ^ {Matter(event.key)}
        self.load()

    def action_tick(self) -> None:
        """Tick what is marked, or take the tick away."""
        self.query_one("#handover", Lines).action_choose()

    def action_choose(self) -> None:
        """Say that this is what goes on; where it takes place at once, ask first."""
        found, way, desk = self._found, self._way, self.session.desk
        if found is None or way is None:
            return
        today, me = desk.clock().date(), self.session.me
        at_once = is_at_once(way, found, me, today, alone=desk.door is None)
        question = _("It takes place today, as soon as both have chosen, and can't be taken back.")
        if at_once:
            self._ask(question, _("hand over"), lambda: self._say(found, None))
        else:
            self._say(found, None)

    def action_beside(self) -> None:
        """Write down what the employee says, who has no way in and sits beside."""
        found, way = self._found, self._way
        if found is not None and way is not None:
            name = way.employee.first_name
            question = _("Is {name} here beside you, and wants this to go on?", name=name)
            yes = _("yes, {name} is here beside me", name=name)
            self._ask(question, yes, lambda: self._say(found, Party.EMPLOYEE))

    def _say(self, found: Handover, party: Party | None) -> None:
        desk, me, ticked = self.session.desk, self.session.me, self._ticked or frozenset()
        if self._try(lambda: desk.handovers.choose(me, found, ticked, party)):
            self._ticked = None
            now = desk.handovers.get(me, found.id)
            self.say(_("Handed over.") if now.state is State.MOVED else _("Your choice is saved."))
            self.load()

    # The rest

    def action_read(self) -> None:
        """Read all that went on."""
        from ijtui.screens.dialogs.reading import ReadingScreen

        found, desk, me = self._found, self.session.desk, self.session.me
        if found is not None and self._way is not None:
            try:
                text = as_plain(package_sections(desk.handovers.read(me, found), spoken()))
            except IjtuiError as error:
                self.refuse(error)
                return
            title = _("Handed over · {name}", name=self._way.employee.name)
            self.app.push_screen(ReadingScreen(title, text))

    def action_change(self) -> None:
        """Name another successor or day."""
        go_to(self, f"handing-over:{self._number}")

    def action_call_off(self) -> None:
        """Call it off, after asking."""
        found = self._found
        if found is not None:
            question = _("Call the handover off? Nothing goes on, and it can be begun again.")
            self._ask(question, _("call off"), lambda: self._off(found))

    def _off(self, found: Handover) -> None:
        desk, me = self.session.desk, self.session.me
        if self._try(lambda: desk.handovers.call_off(me, found)):
            self.dismiss(None)

    def _ask(self, question: str, yes: str, then: Callable[[], None]) -> None:
        ask = ConfirmScreen(question, yes, _("not yet"))
        self.app.push_screen(ask, lambda sure: then() if sure else None)

    def _try(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except IjtuiError as error:
            self.refuse(error)
            self.load()
            return False
        return True

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], which: str, person: str = "") -> None:
    """Open a handover; `of:4` the latest of that person, or the form that begins one; `all` of everybody.

    Raises:
        NotFound: there is none, or it is not the asker's.
    """
    desk, me = place.session.desk, place.session.me
    if which.isdecimal():
        place.app.push_screen(HandoverScreen(desk.handovers.get(me, int(which)).id))
        return
    there = desk.handovers.of(me, desk.people.get(me, int(person))) if person else ()
    latest = there[0].handover if there else None
    if latest is not None:
        place.app.push_screen(HandoverScreen(latest.id))
    else:
        go_to(place, f"handing-over:{which}:{person}" if person else f"handing-over:{which}")

"""One round: how far one's own people have come, and counts of those of others (D-P4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.coverage import Coverage, Group
from ijtui.domain.nudge import About
from ijtui.domain.round import Round, Strays
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.coverage_lines import PEOPLE, coverage_lines, in_full
from ijtui.screens.going import go_to
from ijtui.screens.people import BOOK, OPEN
from ijtui.screens.place import Place
from ijtui.screens.round_words import season
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _

_COUNTS = N_("Conversations from the first day on count, late ones too. F1 says how.")

_BEGINS: Mapping[str, str] = {About.OWN: "-", About.LED: "person:"}
"""How the key of the line begins that a reminder is about; those of managers below have their own."""


class CoverageScreen(Place[None]):
    """Whoever has to do with a round, as far as one may see it.

    Args:
        number: of the round.
        start: what one was reminded of (`domain.nudge.About`), or "" for the top.
    """

    CAN: ClassVar = (
        OPEN,
        BOOK,
        Command("round.update", "u", "update", N_("Put in who is new, take out who has left"), N_("update")),
        Command("round.put_in", "a", "put_in", N_("Put somebody into the round"), N_("put in")),
        Command("round.take_out", "t", "take_out", N_("Take somebody out of the round"), N_("take out")),
        Command("round.change", "e", "change", N_("Change name, season or template"), N_("change")),
        Command("round.close", "x", "close_it", N_("Close the round, or open it again"), N_("close/open")),
        Command("round.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "How far everybody in the round has come. You see your own conversation, those of the people you "
        "lead by name, and of the managers you lead how many; HR sees how many everywhere, and nothing of "
        "small groups. A conversation counts when it is of the round's kind and on a day from "
        "the first of the season on, for a year or until the next round: a late one is never lost. It is "
        "prepared when both have opened what they prepared, held when it is concluded, signed when both "
        "have signed the newest plan, and followed up when each of its points has an outcome or was taken "
        "up later on. In the bars the full part is held and the line is booked."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("coverage")]
    ROAMS = True

    def __init__(self, number: int, start: str = "") -> None:
        super().__init__()
        self._number = number
        self._start = start
        self._round: Round | None = None
        self._unfolded: frozenset[str] = frozenset()
        self._groups: dict[str, Group] = {}
        self._seen: Coverage | None = None
        self._astray: Strays | None = None

    def heading(self) -> str:
        """Return which round it is."""
        return self._round.name if self._round else _("Round")

    def aside(self) -> str:
        """Return its season."""
        if self._round is None:
            return ""
        days = season(self._round, self.session.desk.clock().date())
        return days if self._round.is_open else _("{days}, closed", days=days)

    def body(self) -> ComposeResult:
        """Put what is counted of the marked line below the list."""
        yield Lines(*PEOPLE, id="coverage")
        yield Static("", id="counts")

    def load(self) -> None:
        """Fetch the round."""
        session = self.session
        try:
            self._round = session.desk.rounds.get(session.me, self._number)
        except IjtuiError as error:
            self.refuse(error)
            return
        self._seen = session.desk.rounds.coverage(session.me, self._round)
        makes = session.desk.rounds.may_make(session.me)
        self._astray = session.desk.rounds.strays(session.me, self._round) if makes else None
        self._show()

    def _show(self) -> None:
        """Show what was fetched."""
        if self._seen is None:
            return
        listed = coverage_lines(self._seen, self.session.me, self._unfolded, self._astray)
        self._groups = {item.line.key: item.group for item in listed if item.group}
        lines = [item.line for item in listed]
        self.query_one("#coverage", Lines).show(lines, self._beginning(lines))
        self.tell()

    def _beginning(self, lines: Sequence[Line]) -> str | None:
        """Return the key of the line that one came for, or None to stay where one is."""
        came_for, self._start = self._start, ""
        if not came_for:
            return None
        me, wanted = f"person:{self.session.me.id}", _BEGINS.get(came_for, "group:below:")
        return next((line.key for line in lines if line.key.startswith(wanted) and line.key != me), None)

    @on(Lines.Moved, "#coverage")
    def tell(self) -> None:
        """Say the counts of the line one is at."""
        group = self._groups.get(self.query_one("#coverage", Lines).key)
        said = in_full(group.tally) if group and group.tally else ""
        self.query_one("#counts", Static).update(Content(f"{said}\n{_(_COUNTS)}"))
        self.refresh_bindings()

    # Going on

    @property
    def _person(self) -> str:
        """The number of the person who is marked, other than oneself, or ""."""
        kind, _colon, number = self._key.partition(":")
        return number if kind == "person" and number != str(self.session.me.id) else ""

    @property
    def _key(self) -> str:
        lines = self.query("#coverage")
        return lines.first(Lines).key if lines else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Booking is for one's own people; the rest is for whoever makes rounds, while it is open."""
        if action == "book":
            return bool(self._key and self._person)
        if action in ("update", "put_in", "take_out", "change", "close_it"):
            this = self._round
            possible = this is not None and (this.is_open or action == "close_it")
            return possible and self.session.desk.rounds.may_make(self.session.me)
        return super().check_action(action, parameters)

    @on(Lines.Chosen, "#coverage")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open a person's page, or unfold a part of the organisation."""
        if event.key.startswith("part:"):
            self._unfolded ^= {event.key}
            self._show()
        elif event.key.startswith("person:"):
            go_to(self, event.key)
        elif event.key in self._groups and self._groups[event.key].manager:
            go_to(self, f"person:{self._groups[event.key].manager}")

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#coverage", Lines).action_choose()

    def action_book(self) -> None:
        """Book the conversation of the round with who is marked."""
        template = self._round.template if self._round else ""
        go_to(self, f"booking:new:{self._person}:{template}")

    # Making

    def action_change(self) -> None:
        """Change what is written about the round."""
        go_to(self, f"season:{self._number}")

    def action_update(self) -> None:
        """Bring up to date who is in it, and say what that was."""
        from ijtui.screens.rounds_making import bring_up_to_date

        bring_up_to_date(self, self._number)

    def action_put_in(self) -> None:
        """Pick somebody who is to be in it."""
        from ijtui.screens.rounds_making import put_somebody_in

        put_somebody_in(self, self._number)

    def action_take_out(self) -> None:
        """Pick somebody who is not to be in it."""
        from ijtui.screens.rounds_making import take_somebody_out

        take_somebody_out(self, self._number)

    def action_close_it(self) -> None:
        """Close it after asking, or open it again."""
        from ijtui.screens.rounds_making import close, reopen

        (close if self._round and self._round.is_open else reopen)(self, self._number)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], number: str, start: str = "") -> None:
    """Open a round.

    Raises:
        NotFound: there is none of that number.
    """
    place.session.desk.rounds.get(place.session.me, int(number))
    place.app.push_screen(CoverageScreen(int(number), start))

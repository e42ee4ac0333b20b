"""Who opened a conversation or took a copy of it, and when (D-P2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult

from ijtui import dates, paths
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.look import Look, What
from ijtui.domain.person import Person
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.saying import KINDS, name_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line, Lines
from ijtui.words import N_, _, spoken

_COLUMNS = (Column(21), Column(14), Column())
_ALONE = N_("Only you open this file, so nobody else has looked.")
_NOBODY = N_("Nobody has opened it yet.")
_WHATS = {
    What.CONVERSATION: N_("opened the conversation"),
    What.PREPARATION: N_("read the preparation from {name}"),
    What.MINUTES: N_("copied the minutes ({format})"),
    What.PLAN: N_("copied the plan"),
    What.OWN_DATA: N_("copied it with all that concerns {name}"),
    What.SIGNED: N_("read the signed plan, as you two allow"),
}
_COPIED = N_("clipboard")


class LooksScreen(Place[None]):
    """Lists who looked.

    Args:
        conversations: their numbers, the latest first.
        title: what they are.
    """

    CAN: ClassVar = (
        Command("looks.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "Who opened a conversation, read what the other had opened of their preparation, or took a copy, and "
        "when. Opening is written down once a person and day, a copy every time; what was read is never. "
        "Both of you see this list. In a file of your own nobody else looks, so nothing is written down."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def __init__(self, conversations: Sequence[int], title: str) -> None:
        super().__init__()
        self._numbers = tuple(conversations)
        self._title = title

    def heading(self) -> str:
        """Say whose conversations they are."""
        return _("Who has looked · {what}", what=self._title)

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(*_COLUMNS, id="looks")

    def load(self) -> None:
        """Fetch the list."""
        desk, me = self.session.desk, self.session.me
        lines: list[Line] = []
        for number in self._numbers:
            talk = desk.conversations.get(me, number)
            found = desk.looks.of(me, talk)
            if found or desk.looks.is_kept:
                lines += look_lines(talk, found, me, headed=len(self._numbers) > 1)
        alone = Line((_(_ALONE),), look="muted", columns=(Column(),))
        self.query_one("#looks", Lines).show(lines or [alone])

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def look_lines(talk: Conversation, looks: Sequence[Look], me: Person, *, headed: bool) -> list[Line]:
    """Return a line a look, below one that says which conversation where there are several."""
    heading = Line((_heading(talk),), look="heading", columns=(Column(),))
    lines = [_line(look, talk, me) for look in looks]
    none = Line((_(_NOBODY),), look="muted", columns=(Column(),))
    return [*([heading] if headed else []), *(lines or [none]), EMPTY]


def _heading(talk: Conversation) -> str:
    day = dates.long(talk.starts.date(), spoken()) if talk.starts else _("no time yet")
    return f"{_(KINDS[talk.agenda.kind])} · {day}"


def _line(look: Look, talk: Conversation, me: Person) -> Line:
    day = f"{dates.short(look.at.date(), spoken())} {look.at.year} {dates.clock_time(look.at)}"
    return Line((day, name_of(look.who, me), _what(look, talk)))


def _what(look: Look, talk: Conversation) -> str:
    if look.what is What.PREPARATION:
        name = talk.person(Party(look.detail)).first_name
    else:
        name = look.who.first_name
    form = _(_COPIED) if look.detail == "copy" else look.detail
    return _(_WHATS[look.what], name=name, format=form)


def open_at(place: Place[Any], conversation: str, person: str = "") -> None:
    """Open the list of a conversation; with number 0, of all that one shares with a person.

    Raises:
        NotFound: no such conversation or person.
    """
    desk, me = place.session.desk, place.session.me
    if person:
        somebody = desk.people.get(me, int(person))
        shared = desk.people.conversations(me, somebody)
        place.app.push_screen(LooksScreen([item.id for item in shared], somebody.name))
    else:
        talk = desk.conversations.get(me, int(conversation))
        place.app.push_screen(LooksScreen([talk.id], _heading(talk)))

"""The form for what an entry is filed under: its day, whom it is about, and whether that one sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from ijtui import dates
from ijtui.domain.journal import Entry
from ijtui.errors import BadInput
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.who import PeopleSource
from ijtui.screens.entry_home import EntryHome
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_NO_DAY = N_("An entry has a day.")
_MINE, _OURS, _NOBODY = "mine", "ours", "0"


class EntryForm(Form[Entry]):
    """Closes with the entry as it is filed now.

    Args:
        home: where the entry lies.
    """

    ABOUT = N_("The day the entry is about, whom it concerns, and whether that person may read it.")
    DRAFT: ClassVar[bool] = False

    def __init__(self, home: EntryHome) -> None:
        super().__init__(f"entry:{home.entry.id}")
        self._home = home

    def heading(self) -> str:
        """Say what is changed."""
        return _("About the entry")

    def fields(self) -> Iterable[Spec]:
        """Ask for the day, the person, and who reads it."""
        entry, session = self._home.entry, self.session
        people = PeopleSource(session, but=session.me.id)
        today, who = session.desk.clock().date(), str(entry.person or _NOBODY)
        yield Spec("day", _("Day"), value=day_text(entry.day), echo=day_echo(today))
        yield Spec("person", _("About"), "pick", who, [(_NOBODY, _("nobody else"))], source=people)
        readers = [(_MINE, _("only you")), (_OURS, _("both of you"))]
        yield Spec("seen", _("Who sees it"), "choice", _OURS if entry.shared else _MINE, readers)

    def submit(self, values: Mapping[str, str]) -> Entry:
        """File it.

        Raises:
            BadInput: no day, or none that exists.
            RuleBroken: shared with nobody.
            Conflict: filed otherwise in another session.
        """
        day = dates.read_day(values["day"], self.session.desk.clock().date())
        if day is None:
            raise BadInput(_NO_DAY)
        person = int(values["person"]) or None
        self._home.file(day=day, person=person, shared=values["seen"] == _OURS)
        return self._home.entry

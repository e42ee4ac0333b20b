"""What every screen needs to know of the session it is in."""

from __future__ import annotations

from dataclasses import dataclass, field

from ijtui.domain.person import Part, Person
from ijtui.screens.company import Company
from ijtui.screens.saving import Saving
from ijtui.services.desk import Desk
from ijtui.settings import Settings


@dataclass
class Session:
    """One person at the open file.

    Attributes:
        desk: everything that can be done.
        me: who asks.
        part: what the person is in conversations.
        saving: what is not on disk yet.
        settings: how the person wants it.
        company: the other one, while both have a conversation open.
    """

    desk: Desk
    me: Person
    part: Part
    saving: Saving
    settings: Settings
    company: Company = field(init=False)

    def __post_init__(self) -> None:
        """Be ready for company."""
        self.company = Company(self.desk, self.me)

    @property
    def shared(self) -> bool:
        """Whether this is a session at a server that several come in to, and not at one's own machine.

        There is no file, editor or other program of one's own there.
        """
        return self.desk.door is not None

"""What every screen needs to know of the session it is in."""

from __future__ import annotations

from dataclasses import dataclass

from ijtui.domain.person import Part, Person
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
    """

    desk: Desk
    me: Person
    part: Part
    saving: Saving
    settings: Settings

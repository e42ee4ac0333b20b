"""Writing down that somebody looks, and the way to who has looked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.words import N_

LOOKS = Command("looks.show", "w", "looks", N_("See who opened this or took a copy"))


def write_down(place: Place[Any], look: Callable[[Person, Conversation], None], talk: Conversation) -> bool:
    """Write down that somebody looks, and return whether that could be done; where not, say why."""
    try:
        look(place.session.me, talk)
    except IjtuiError as error:
        place.refuse(error)
        return False
    return True

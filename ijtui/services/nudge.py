"""What somebody is reminded of while rounds are open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ijtui.data.person import People
from ijtui.data.round import Rounds
from ijtui.data.store import Store
from ijtui.domain.nudge import About, Nudge, nudges
from ijtui.domain.person import Person


def nudged(store: Store, asker: Person, today: date) -> Iterator[Nudge]:
    """Yield what is not booked in the open rounds, the one that ends first on top: counts and no names."""
    for this in Rounds(store).open():
        for nudge in nudges(this, Rounds(store).places_near(this.id, asker.id), asker.id, today):
            below = nudge.manager if nudge.about is About.BELOW else None
            yield replace(nudge, name=People(store).get(below).name) if below else nudge

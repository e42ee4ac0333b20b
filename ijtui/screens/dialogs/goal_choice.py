"""Which goal something serves, picked among those that go on."""

from __future__ import annotations

from ijtui.domain.person import Person
from ijtui.screens.session import Session
from ijtui.words import _

Alternatives = tuple[tuple[str, str], ...]


def goals_to_serve(session: Session, person: Person, served: int | None) -> Alternatives:
    """Return none, the person's open goals, and the one that is served now, open or not; empty for no goal.

    Args:
        session: who asks.
        person: whose goals.
        served: id of the goal that stands there already, or None.
    """
    goals = session.desk.goals.of_person(session.me, person)
    wanted = [goal for goal in goals if goal.is_open or goal.id == served]
    return (("", _("none")), *((str(goal.id), goal.title) for goal in wanted)) if wanted else ()

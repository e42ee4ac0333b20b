"""Two sessions write of the same criterion: neither takes the other's words away unseen."""

from __future__ import annotations

import pytest

from ijtui.domain.advancement import Reached
from ijtui.errors import Conflict
from tests.builders import Room


def test_what_another_session_wrote_of_a_criterion_is_not_replaced_unseen(room: Room) -> None:
    care, me, employee, where = room.desk.care, room.me, room.employee, ("sub-project-lead", "plan")
    care.reach(me, employee, *where, Reached(1, "Våren"), base=Reached())
    with pytest.raises(Conflict):
        care.reach(employee, employee, *where, Reached(1, "Hösten"), base=Reached())
    [step] = care.advancement(me, employee)
    care.reach(employee, employee, *where, Reached(1, "Året"), base=step.reached["plan"])
    [step] = care.advancement(me, employee)
    assert step.reached["plan"].note == "Året"

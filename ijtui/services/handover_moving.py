"""The day on which a handover takes place: what goes on is kept, open actions get their next manager.

This runs before any wall, for no session may do it by hand: only what the two chose, and only on its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ijtui.clock import Clock
from ijtui.data.account import Accounts
from ijtui.data.handover import Handovers
from ijtui.data.handover_pages import PageRows
from ijtui.data.history import History
from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.store import Store
from ijtui.domain.conversation import Party
from ijtui.domain.handover import Handover, State
from ijtui.domain.handover_package import receipt_of
from ijtui.domain.history import Event
from ijtui.services.base import NewId
from ijtui.services.handover_packing import Packing


def carry_out(store: Store, clock: Clock, new_id: NewId) -> None:
    """Let every handover take place whose day has come and that is ready.

    Args:
        store: the open file, before any wall.
        clock: what time it is.
        new_id: random ids.

    Raises:
        StorageFailed: the file can't be written; then none has taken place.
    """
    with store.writing():
        for handover in Handovers(store).due(clock().date()):
            if _is_ready(store, clock, handover):
                _move(store, clock, new_id, handover)


def is_shared(store: Store) -> bool:
    """Whether others come in to the file than the one whose it is."""
    return bool(Accounts(store).all())


def _absent(store: Store, handover: Handover, today: date) -> Iterator[Party]:
    """Yield the sides that have no way to answer: in a shared file whoever doesn't come in, or has left."""
    if not is_shared(store):
        return
    people = People(store)
    for party, number in ((Party.EMPLOYEE, handover.employee), (Party.MANAGER, handover.leaver)):
        person = people.get(number)
        if not person.login or person.has_left(today):
            yield party


def _is_ready(store: Store, clock: Clock, handover: Handover) -> bool:
    led_by, today = People(store).get(handover.employee).manager, clock().date()
    return handover.is_ready(_absent(store, handover, today), today, is_led=led_by == handover.successor)


def _lead(store: Store, handover: Handover) -> None:
    """Write down in a file of one's own who leads from now on; in a shared one HR does, day by day."""
    people = People(store)
    employee = people.get(handover.employee)
    if employee.manager == handover.leaver and not Posts(store).exist():
        people.change(replace(employee, manager=handover.successor))


def _move(store: Store, clock: Clock, new_id: NewId, handover: Handover) -> None:
    at, rows = clock(), Handovers(store)
    package = Packing(store, handover, new_id).package(at)
    counts = PageRows(store, handover.employee, handover.leaver).counts()
    receipt = receipt_of(package, at.date(), counts)
    moved = replace(handover, state=State.MOVED, moved=at.date(), receipt=receipt.body(), hash=receipt.hash)
    rows.take_over_actions(handover)
    if not is_shared(store):
        _lead(store, handover)
    rows.move(moved, package.body().decode(), bars=is_shared(store))
    History(store).add(Event(handover.author, "handed-over", f"handover:{handover.id}", at))

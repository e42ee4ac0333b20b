"""Which conversation is likely to be booked at a time of year (D-C1 to D-C3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.quarter import Quarter

_EVALUATED_IN = 12


def in_season(today: date, theirs: Iterable[Conversation]) -> Kind:
    """Return the kind that fits: a suggestion, and never more than that.

    In December it is the evaluation of the year, in the first month of a quarter the 1:1; each only for
    somebody one has talked with before, and only while none of them is booked or held. Else the annual one.

    Args:
        today: when it is booked.
        theirs: all conversations of the two.
    """
    known = [item for item in theirs if item.state is not State.CANCELLED]
    if not any(item.state is State.HELD for item in known):
        return Kind.ANNUAL
    days: dict[Kind, list[date]] = {kind: [] for kind in Kind}
    for item in known:
        if item.starts is not None:
            days[item.agenda.kind].append(item.starts.date())
    quarter = Quarter.of(today)
    if today.month == _EVALUATED_IN and not any(day.year == today.year for day in days[Kind.EVALUATION]):
        return Kind.EVALUATION
    if today.month == quarter.first.month and not any(day in quarter for day in days[Kind.QUARTERLY]):
        return Kind.QUARTERLY
    return Kind.ANNUAL

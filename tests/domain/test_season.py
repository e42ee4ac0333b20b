"""Which conversation is suggested when one books."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.season import in_season
from tests.builders import a_conversation, an_agenda


def talked(kind: Kind, starts: datetime, state: State = State.HELD) -> Conversation:
    return a_conversation(agenda=an_agenda(kind=kind), starts=starts, state=state)


KNOWN = talked(Kind.ANNUAL, datetime(2026, 3, 3, 9))


@pytest.mark.parametrize(
    ("today", "theirs", "kind"),
    [
        (date(2026, 12, 3), [], Kind.ANNUAL),
        (date(2026, 12, 3), [KNOWN], Kind.EVALUATION),
        (date(2026, 12, 3), [KNOWN, talked(Kind.EVALUATION, datetime(2025, 12, 9, 9))], Kind.EVALUATION),
        (date(2026, 12, 3), [KNOWN, talked(Kind.EVALUATION, datetime(2026, 12, 9, 9))], Kind.ANNUAL),
        (date(2026, 10, 1), [KNOWN], Kind.QUARTERLY),
        (date(2026, 10, 1), [KNOWN, talked(Kind.QUARTERLY, datetime(2026, 7, 9, 9))], Kind.QUARTERLY),
        (
            date(2026, 10, 1),
            [KNOWN, talked(Kind.QUARTERLY, datetime(2026, 10, 9, 9), State.BOOKED)],
            Kind.ANNUAL,
        ),
        (
            date(2026, 10, 1),
            [KNOWN, talked(Kind.QUARTERLY, datetime(2026, 10, 9, 9), State.CANCELLED)],
            Kind.QUARTERLY,
        ),
        (date(2026, 11, 21), [KNOWN], Kind.ANNUAL),
        (date(2026, 10, 1), [talked(Kind.ANNUAL, datetime(2026, 11, 3, 9), State.BOOKED)], Kind.ANNUAL),
    ],
)
def test_the_season_suggests_what_is_not_booked_or_held(
    today: date, theirs: list[Conversation], kind: Kind
) -> None:
    assert in_season(today, theirs) is kind

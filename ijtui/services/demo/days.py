"""The calendar of the example: days counted from the day on which it plays, always working days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

_SATURDAY = 5


class Hands:
    """A clock that is set by hand.

    Args:
        today: the day that the others are counted from.
    """

    def __init__(self, today: date) -> None:
        self._today = today
        self._now = datetime.combine(today, time(8))

    def __call__(self) -> datetime:
        """Return the time that it was set to."""
        return self._now

    def turn(self, moment: datetime) -> None:
        """Set the time."""
        self._now = moment

    def day(self, days: int) -> date:
        """Return the day so many days from today; a weekend gives way, away from today."""
        day = self._today + timedelta(days=days)
        step = timedelta(days=1 if days > 0 else -1)
        while day.weekday() >= _SATURDAY:
            day += step
        return day

    def moment(self, days: int, at: time) -> datetime:
        """Return that day at that time."""
        return datetime.combine(self.day(days), at)

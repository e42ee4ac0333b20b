"""Who has led somebody after whom, as far as it was handed over: what that opens and closes (D-M5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Move:
    """One handover that has taken place.

    Attributes:
        day: from which on.
        bars: the leaver reads nothing from before that day any more; not once they have come back, nor in a
            file of one's own, which is nobody else's to read.
        holds: the successor has not handed over to the next one since.
        care: what the leaver gave and said of the next step is read by those after them.
    """

    leaver: int
    successor: int
    day: date
    bars: bool = True
    holds: bool = True
    care: bool = False


@dataclass(frozen=True, slots=True)
class Succession:
    """Every handover of one employee that has taken place."""

    moves: tuple[Move, ...] = ()

    def has_taken_over(self, manager: int) -> bool:
        """Whether that manager has what earlier ones agreed on."""
        return any(move.holds and move.successor == manager for move in self.moves)

    def is_closed(self, manager: int, day: date | None) -> bool:
        """Whether that manager has left behind what is from that day; None for what has no day yet."""
        left = [move.day for move in self.moves if move.bars and move.leaver == manager]
        return any(day is None or day < last for last in left)

    def keeps_back(self, giver: int | None) -> bool:
        """Whether what that manager gave stays between the two, whoever leads the employee now."""
        return any(move.bars and move.leaver == giver and not move.care for move in self.moves)


UNBROKEN = Succession()
"""Nothing was ever handed over."""

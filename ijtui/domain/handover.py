"""A manager leaves, or leads somebody no longer: what goes on to the successor, and when (D-M5).

Agreements always go on, for a promise is the role's and not only the person's. Everything else goes on only
where both of the two have chosen so, each for themselves. Private notes and what is sealed never do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from ijtui.domain.conversation import Party
from ijtui.domain.person import Person
from ijtui.errors import RuleBroken


class Matter(StrEnum):
    """What there is to hand over, in the order in which it is asked for."""

    AGREEMENTS = "agreements"  # goals, open actions, courses that are promised, the signed plan
    NOTES = "notes"  # the shared notes of the conversations
    LEVELS = "levels"  # the competence levels that the two agreed on
    CARE = "care"  # recognition, and what is reached of the next step
    FEEDBACK = "feedback"  # what both have opened to each other
    ENTRIES = "entries"  # entries of the journal that the employee shared with the manager


CHOICES = tuple(matter for matter in Matter if matter is not Matter.AGREEMENTS)
"""What goes on only if both say so."""


ANSWER = timedelta(days=7)
"""How long the two have to say what goes on."""


class State(StrEnum):
    """How far a handover has come."""

    OPEN = "open"
    MOVED = "moved"
    OFF = "off"


class Standing(StrEnum):
    """Where a handover stands for the one who looks."""

    NOT_BEGUN = "not-begun"
    BEGUN = "begun"  # nobody has chosen yet
    YOURS = "yours"  # the one who looks has chosen, the other hasn't
    THEIRS = "theirs"  # the other has chosen, the one who looks hasn't
    BOTH = "both"
    UNDER_WAY = "under-way"  # which is all that HR is told of it
    MOVED = "moved"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Handover:
    """One employee's way from one manager to the next.

    Attributes:
        uid: by which it is known in other files, too.
        leaver: id of the manager who hands over.
        day: from then on the successor reads what goes on, and the leaver nothing.
        author: id of who began it.
        choices: what each of the two lets go on beside the agreements; who hasn't chosen is not in it.
        receipt: what went on and what stayed, as JSON; "" until it is handed over.
        hash: SHA-256 of what went on; "" until it is handed over.
        moved: the day it was handed over, or None.
    """

    uid: str
    employee: int
    leaver: int
    successor: int
    day: date
    made: date
    author: int
    state: State = State.OPEN
    choices: Mapping[Party, frozenset[Matter]] = field(default_factory=lambda: MappingProxyType({}))
    receipt: str = ""
    hash: str = ""
    moved: date | None = None
    id: int = 0
    version: int = 0

    def checked(self) -> Handover:
        """Return self if it can be stored.

        Raises:
            RuleBroken: two of the three are the same person.
        """
        if len({self.employee, self.leaver, self.successor}) < 3:
            raise RuleBroken(
                "A handover is from one manager to another: the employee, the one who leaves and "
                "the successor are three people."
            )
        return self

    def party_of(self, person: int) -> Party | None:
        """Return for which side a person chooses, or None."""
        if person == self.employee:
            return Party.EMPLOYEE
        return Party.MANAGER if person == self.leaver else None

    def concerns(self, person: int) -> bool:
        """Whether a person is one of the three."""
        return person in (self.employee, self.leaver, self.successor)

    def checked_open(self) -> Handover:
        """Return self if there is still something to say about it.

        Raises:
            RuleBroken: it has taken place, or was called off.
        """
        if self.state is not State.OPEN:
            raise RuleBroken(
                "This handover has taken place or was called off, so nothing in it changes any more."
            )
        return self

    @property
    def goes_on(self) -> frozenset[Matter]:
        """What goes on: the agreements, and what both have chosen."""
        chosen = [self.choices.get(party, frozenset()) for party in Party]
        return frozenset({Matter.AGREEMENTS}) | (chosen[0] & chosen[1])

    def standing(self, person: int) -> Standing:
        """Return where it stands for that person; the successor and HR see it as nobody's."""
        if self.state is not State.OPEN:
            return Standing(self.state.value)
        if len(self.choices) == 2:
            return Standing.BOTH
        if not self.choices:
            return Standing.BEGUN
        return Standing.YOURS if self.party_of(person) in self.choices else Standing.THEIRS

    def is_ready(self, absent: Iterable[Party], today: date, *, is_led: bool) -> bool:
        """Whether it can take place on its day.

        Both have chosen, or whoever has not has no way to. Where the successor leads the employee anyway,
        nobody's silence holds up the agreements for longer than a week.

        Args:
            absent: the sides of those who have no way to answer.
            today: which day it is.
            is_led: whether the successor is written down as the employee's manager.
        """
        said = {*self.choices, *absent}
        return len(said) == 2 or (is_led and self.made + ANSWER <= today)

    def is_due(self, today: date) -> bool:
        """Whether its day has come and it has not taken place."""
        return self.state is State.OPEN and self.day <= today

    def chosen(self, party: Party, matters: Iterable[Matter]) -> Handover:
        """Return it with what one of the two lets go on.

        Raises:
            RuleBroken: it has taken place, or was called off.
        """
        kept = frozenset(matters) & frozenset(CHOICES)
        return replace(self.checked_open(), choices=MappingProxyType({**self.choices, party: kept}))

    def moved_to(self, successor: int, day: date) -> Handover:
        """Return it to another successor or on another day; another successor is asked about anew.

        Raises:
            RuleBroken: it has taken place, two of the three are the same, or it was called off.
        """
        asked = self.choices if successor == self.successor else MappingProxyType({})
        return replace(self.checked_open(), successor=successor, day=day, choices=asked).checked()


def may_begin(
    asker: Person, handover: Handover, led_by: int | None, held: Collection[int], *, hr: bool
) -> bool:
    """Who begins one in a shared file: the leaver; the employee or the successor, who leads already; and HR.

    Whoever takes over sees more, so nobody but the leaver and HR names anybody who is not written down as the
    employee's manager, and HR never themself.

    Args:
        asker: who wants to.
        handover: as it would be.
        led_by: id of the employee's nearest manager, or None.
        held: ids of those who hold conversations with the employee.
        hr: whether the asker counts for the organisation.
    """
    if asker.id == handover.leaver:
        return led_by == asker.id or asker.id in held
    if asker.id in (handover.employee, handover.successor) and led_by == handover.successor:
        return handover.leaver in held or hr
    return hr and asker.id != handover.successor


def may_choose(asker: Person, handover: Handover, party: Party, employee: Person, *, alone: bool) -> bool:
    """Each for themselves; the leaver also for an employee without a login, who sits beside (D-P2).

    Args:
        asker: who says it.
        handover: of whom.
        party: for which side.
        employee: whose handover it is.
        alone: the asker has the file for themself, and writes down what both say.
    """
    if alone or handover.party_of(asker.id) is party:
        return True
    return party is Party.EMPLOYEE and asker.id == handover.leaver and not employee.login

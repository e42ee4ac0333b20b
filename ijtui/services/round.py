"""Making rounds, and following how far everybody in them has come (D-C1, D-P4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ijtui.clean import clean_line
from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.round import Rounds
from ijtui.data.unit import Units
from ijtui.domain.coverage import Coverage
from ijtui.domain.person import Person
from ijtui.domain.round import Round, Strays, belonging, strays
from ijtui.errors import NotAllowed, RuleBroken
from ijtui.services.base import Service
from ijtui.services.coverage import look_at
from ijtui.words import N_

_HRS = N_("Rounds are made by HR. Ask them to change it.")
_NOBODY = N_(
    "Nobody works there whom the round could be for. Choose other units, or write down people first."
)


class RoundService(Service):
    """What a person can do with rounds: everybody sees which there are, HR makes them.

    In a file of one's own that is its owner.
    """

    def all(self, asker: Person) -> tuple[Round, ...]:
        """Return every round, the latest season first."""
        return Rounds(self._store).all()

    def get(self, asker: Person, number: int) -> Round:
        """Return that one.

        Raises:
            NotFound: there is none.
        """
        return Rounds(self._store).get(number)

    def may_make(self, asker: Person) -> bool:
        """Whether the asker makes, fills and closes rounds."""
        return self._counts_for_all(asker)

    def coverage(self, asker: Person, this: Round) -> Coverage:
        """Return how far those in a round have come, as far as the asker may see it."""
        return look_at(self._store, asker, this, for_all=self._counts_for_all(asker))

    # Making one

    def add(self, asker: Person, new: Round) -> Round:
        """Store a new round with everybody in it whom it is for.

        Raises:
            RuleBroken: no name, no season, or nobody works there.
            NotAllowed: the asker is not HR.
            NotFound: one of its units is gone.
        """
        self._check(asker)
        today = self._clock().date()
        checked = replace(new, name=clean_line(new.name), author=asker.id, made=today).checked()
        with self._store.writing():
            people = self._wanted(checked)
            if not people:
                raise RuleBroken(_NOBODY)
            stored = Rounds(self._store).add(checked)
            Rounds(self._store).put_in(stored.id, people, today)
            self._note(asker, "added", f"round:{stored.id}")
        return stored

    def change(self, asker: Person, changed: Round) -> Round:
        """Store another name, season or agenda; who is in it is brought up to date apart.

        Raises:
            RuleBroken: as `add`, or it is closed.
            NotAllowed: the asker is not HR.
            Conflict: changed by somebody else since.
        """

        def rule(was: Round) -> Round:
            was.checked_as_open()
            return replace(
                changed, name=clean_line(changed.name), author=was.author, made=was.made, closed=None
            ).checked()

        return self._change(asker, changed, "changed", rule)

    def close(self, asker: Person, this: Round) -> Round:
        """Close a round: nobody is reminded any more, and everybody counts where they work this day.

        Raises:
            RuleBroken: it is closed already.
            NotAllowed: the asker is not HR.
            Conflict: changed by somebody else since.
        """
        today = self._clock().date()
        with self._store.writing():
            stored = self._change(asker, this, "closed", lambda was: was.ended(today))
            Rounds(self._store).settle(stored.id)
        return stored

    def reopen(self, asker: Person, this: Round) -> Round:
        """Open a closed round again.

        Raises:
            NotAllowed: the asker is not HR.
            Conflict: changed by somebody else since.
        """
        return self._change(asker, this, "reopened", lambda was: replace(was, closed=None))

    # Who is in it

    def strays(self, asker: Person, this: Round) -> Strays:
        """Return who is missing in an open round, say since they were hired, and who works there no more."""
        self._check(asker)
        if not this.is_open:
            return Strays()
        members = Rounds(self._store).members(this.id)
        return strays(members, self._wanted(this), People(self._store).all())

    def bring_up_to_date(self, asker: Person, this: Round) -> Strays:
        """Put those in who are missing and take those out who are gone; return who they were.

        Raises:
            RuleBroken: the round is closed.
            NotAllowed: the asker is not HR.
        """
        with self._store.writing():
            found = self.strays(asker, self.get(asker, this.id).checked_as_open())
            self._fill(asker, this, found.new, [person.id for person in found.gone])
        return found

    def put_in(self, asker: Person, this: Round, *people: Person) -> None:
        """Put people into an open round; who is in it stays.

        Raises:
            RuleBroken: the round is closed.
            NotAllowed: the asker is not HR.
        """
        with self._store.writing():
            self._fill(asker, this, people, ())

    def take_out(self, asker: Person, this: Round, *people: Person) -> None:
        """Take people out of an open round, say for their leave; their conversations stay.

        Raises:
            RuleBroken: the round is closed.
            NotAllowed: the asker is not HR.
        """
        with self._store.writing():
            self._fill(asker, this, (), [person.id for person in people])

    def members(self, asker: Person, this: Round) -> tuple[Person, ...]:
        """Return who is in a round, by name; how far they have come, `coverage` says."""
        inside = {member.person for member in Rounds(self._store).members(this.id)}
        return tuple(person for person in People(self._store).all() if person.id in inside)

    # How

    def _check(self, asker: Person) -> None:
        if not self._counts_for_all(asker):
            raise NotAllowed(_HRS)

    def _wanted(self, this: Round) -> tuple[Person, ...]:
        for unit in this.units:
            Units(self._store).get(unit)
        today = self._clock().date()
        people, posts = People(self._store).all(), Posts(self._store).all()
        return belonging(this, people, posts, Units(self._store).tree(), today)

    def _fill(self, asker: Person, this: Round, new: Iterable[Person], gone: Iterable[int]) -> None:
        self._check(asker)
        rows = Rounds(self._store)
        rows.get(this.id).checked_as_open()
        rows.put_in(this.id, new, self._clock().date())
        rows.take_out(this.id, gone)
        self._note(asker, "changed", f"round:{this.id}")

    def _change(self, asker: Person, this: Round, verb: str, rule: Callable[[Round], Round]) -> Round:
        """Store what a rule makes of a round, if it is still as the asker saw it."""
        self._check(asker)
        with self._store.writing():
            changed = replace(rule(Rounds(self._store).get(this.id)), version=this.version)
            stored = Rounds(self._store).change(changed)
            self._note(asker, verb, f"round:{stored.id}")
        return stored

"""Who may come in to a shared file, for the administrator's command alone.

The administrator is nobody in the file, so nobody asks here; and nothing that a session starts imports this.
A line in the history stands under the person whom it is about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ijtui.clean import clean_line
from ijtui.clock import Clock
from ijtui.data.account import Accounts
from ijtui.data.person import People
from ijtui.data.store import Store
from ijtui.domain.account import Account, Office
from ijtui.domain.person import Person
from ijtui.errors import NotFound, RuleBroken
from ijtui.services.base import Service
from ijtui.words import N_

_TAKEN = N_("{login} is {name}. End that first: ijtui-admin person end {login}")
_NO_LOGIN = N_("Nobody comes in as {login}. See who does: ijtui-admin person list")
_HAS_ONE = N_("{name} comes in as {login} already. End that first: ijtui-admin person end {login}")
_NAMESAKE = N_(
    "There is a {name} in the file already, number {number}, who has no account. "
    "Add --person {number} if it is the same person, or --person new if it is another."
)
_OTHER_NAME = N_(
    "Number {number} in the file is {name}. Write the name as it stands there, or leave --person out."
)
_OTHER_NUMBER = N_(
    "Employee number {number} is {name}, with number {person} in the file. "
    "Write the name as it stands there, or another employee number."
)


@dataclass(frozen=True, slots=True)
class Holder:
    """An account, whose it is, and whether it lets them in today."""

    account: Account
    person: Person
    is_open: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody who is to come in.

    Attributes:
        login: the name they come in by.
        name: the whole name.
        role: their role at work, or "" to leave it.
        unit: or "" to leave it.
        manager: login of the nearest manager, or "" to leave it.
        number: employee number, by which somebody who comes back is known again; or "".
        office: what they are beside employee and manager.
        person: number of somebody who is in the file already; 0 for somebody new; None where nobody said.
    """

    login: str
    name: str
    role: str = ""
    unit: str = ""
    manager: str = ""
    number: str = ""
    office: Office = Office.NONE
    person: int | None = None


class AccountService(Service):
    """What the administrator can do with accounts.

    Args:
        store: the open file.
        clock: what time it is.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__(store, clock, str)
        self._accounts = Accounts(store)
        self._people = People(store)

    def all(self) -> tuple[Holder, ...]:
        """Return every account there ever was, by login and age."""
        people, today = {person.id: person for person in self._people.all()}, self._clock().date()
        return tuple(
            Holder(account, people[account.person], account.is_open(today))
            for account in self._accounts.all()
        )

    def open_logins(self) -> frozenset[str]:
        """Return the names by which somebody comes in today."""
        return frozenset(holder.account.login for holder in self.all() if holder.is_open)

    def left_over(self) -> frozenset[str]:
        """Return the names of accounts that are over and still stand on their persons."""
        people, today = self._people.all(), self._clock().date()
        alive = {account.login for account in self._accounts.all() if not _is_over(account, today)}
        return frozenset(person.login for person in people if person.login and person.login not in alive)

    def is_taken(self, login: str) -> bool:
        """Whether somebody comes in by that name, today or later."""
        today = self._clock().date()
        return any(
            account.login == login and not _is_over(account, today) for account in self._accounts.all()
        )

    def add(self, wish: Wish) -> Holder:
        """Let somebody in from today, under a name that nobody else has.

        Raises:
            RuleBroken: the name is somebody's, or it can't be told who is meant.
            NotFound: nobody comes in by the manager's name, or has that number.
        """
        today = self._clock().date()
        with self._store.writing():
            self._let_go_of_names(today)
            self._refuse_taken(wish.login, today)
            person = self._stored(self._changed(self._whom(wish), wish, today))
            number = clean_line(wish.number)
            account = self._accounts.add(
                Account(wish.login, person.id, today, number=number, office=wish.office)
            )
            self._note(person, "account-opened", f"account:{account.id}")
        return Holder(account, person, is_open=True)

    def end(self, login: str, last: date) -> Holder:
        """Let somebody in for the last time on that day; one in the past takes effect at once.

        Where the account has ended already, nothing is changed but what is left of its name.

        Raises:
            NotFound: nobody comes in by that name.
        """
        today = self._clock().date()
        with self._store.writing():
            account = self._of(login, today)
            if account.until is None or account.until >= today:
                account = self._accounts.end(account, last)
                self._note(self._people.get(account.person), "account-ended", f"account:{account.id}")
            self._let_go_of_names(today)
        return Holder(account, self._people.get(account.person), account.is_open(today))

    def _of(self, login: str, today: date) -> Account:
        """Return the account of that name that is not over, or is but has left its name on its person."""
        named = [account for account in self._accounts.all() if account.login == login]
        left = [
            account
            for account in named
            if not _is_over(account, today) or self._people.get(account.person).login == login
        ]
        if not left:
            raise NotFound(_NO_LOGIN, login=login)
        return left[-1]

    def _let_go_of_names(self, today: date) -> None:
        """Take the login off everybody whose account is over: it may be somebody else's tomorrow."""
        alive = {
            account.login: account.person for account in self._accounts.all() if not _is_over(account, today)
        }
        for person in self._people.all():
            if person.login and alive.get(person.login) != person.id:
                self._people.change(replace(person, login=""))

    def _refuse_taken(self, login: str, today: date) -> None:
        for account in self._accounts.all():
            if account.login == login and not _is_over(account, today):
                raise RuleBroken(_TAKEN, login=login, name=self._people.get(account.person).name)

    def _whom(self, wish: Wish) -> Person:
        """Return who is meant: somebody new, or one in the file whose whole name was written, too."""
        known = self._known_by_number(clean_line(wish.number))
        chosen = self._people.get(wish.person) if wish.person else known
        if chosen is None:
            if wish.person is None:
                self._refuse_namesake(wish.name)
            return Person(clean_line(wish.name))
        is_named = chosen.name.casefold() == clean_line(wish.name).casefold()
        if known is not None and (known.id != chosen.id or not is_named):
            raise RuleBroken(_OTHER_NUMBER, number=wish.number, name=known.name, person=known.id)
        if not is_named:
            raise RuleBroken(_OTHER_NAME, number=chosen.id, name=chosen.name)
        if chosen.login:
            raise RuleBroken(_HAS_ONE, name=chosen.name, login=chosen.login)
        return chosen

    def _known_by_number(self, number: str) -> Person | None:
        """Return who has that employee number, by the list of people or by their last account, or None."""
        if not number:
            return None
        listed = next((person for person in self._people.all() if person.number == number), None)
        had = [account for account in self._accounts.all() if account.number == number]
        if listed or not had:
            return listed
        return self._people.get(max(had, key=lambda account: account.id).person)

    def _refuse_namesake(self, name: str) -> None:
        """Somebody who never came in may be there, written down by a colleague; nobody is there twice."""
        held = {account.person for account in self._accounts.all()}
        for person in self._people.all():
            if person.id not in held and person.name.casefold() == clean_line(name).casefold():
                raise RuleBroken(_NAMESAKE, name=person.name, number=person.id)

    def _changed(self, person: Person, wish: Wish, today: date) -> Person:
        manager = self._of(wish.manager, today).person if wish.manager else person.manager
        role, unit = clean_line(wish.role) or person.role, clean_line(wish.unit) or person.unit
        number = clean_line(wish.number) or person.number
        changed = replace(person, role=role, unit=unit, manager=manager, login=wish.login, number=number)
        return changed.checked()

    def _stored(self, person: Person) -> Person:
        return self._people.change(person) if person.id else self._people.add(person)


def _is_over(account: Account, today: date) -> bool:
    return account.until is not None and account.until < today

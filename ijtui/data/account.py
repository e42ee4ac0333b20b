"""Who may come in, as rows; written by the administrator's command and read at the door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.account import Account, Office


class Accounts:
    """The accounts of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Account, ...]:
        """Return every account there ever was, by name and age."""
        return self._store.all(_account, "SELECT * FROM account ORDER BY login, since, id")

    def of_login(self, login: str, day: date) -> Account | None:
        """Return the account that this name opens on that day, or None."""
        found = self._store.all(
            _account, "SELECT * FROM account WHERE login = ? ORDER BY since DESC, id DESC", login
        )
        return next((account for account in found if account.is_open(day)), None)

    def add(self, account: Account) -> Account:
        """Store a new account inside `writing`."""
        return replace(account, id=self._store.insert("account", _row(account)))

    def end(self, account: Account, until: date) -> Account:
        """Store the last day of an account inside `writing`."""
        self._store.db.execute(
            "UPDATE main.account SET until = ? WHERE id = ?", [until.isoformat(), account.id]
        )
        return replace(account, until=until)


def _account(row: Row) -> Account:
    until = row["until"]
    days = {"since": date.fromisoformat(row["since"]), "until": date.fromisoformat(until) if until else None}
    return Account(**{**row, **days, "office": Office(row["office"])})


def _row(account: Account) -> dict[str, object]:
    return {
        "login": account.login,
        "person": account.person,
        "number": account.number,
        "office": account.office.value,
        "since": account.since.isoformat(),
        "until": account.until.isoformat() if account.until else None,
    }

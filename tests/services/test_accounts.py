"""Who may come in to a shared file: names are given again, and never with what belonged to somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.account import Door, Office
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from ijtui.services.account import AccountService, Wish
from ijtui.services.account_file import open_accounts
from ijtui.services.desk import open_desk
from tests.builders import NOW, FixedClock, Room, a_room

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def accounts(tmp_path: Path, clock: FixedClock) -> Iterator[AccountService]:
    tmp_path.chmod(0o700)
    with open_accounts(tmp_path / "ijtui.db", clock) as opened:
        yield opened


def let_in(accounts: AccountService, login: str, name: str, **more: Any) -> Person:
    return accounts.add(Wish(login, name, **more)).person


def comes_in(folder: Path, login: str, clock: FixedClock) -> Person | None:
    desk = open_desk(folder / "ijtui.db", clock=clock, door=Door(login))
    try:
        found = desk.people.me()
    except NotAllowed:
        return None
    finally:
        desk.close()
    return found[0] if found else None


def test_whoever_is_let_in_is_known_at_the_door(
    accounts: AccountService, tmp_path: Path, clock: FixedClock
) -> None:
    maria = let_in(accounts, "maria", "Maria  Månsson", role="enhetschef")
    erik = let_in(accounts, "erik", "Erik Ek", manager="maria", unit="Drift")
    assert (maria.name, maria.role, maria.login) == ("Maria Månsson", "enhetschef", "maria")
    assert (erik.manager, erik.unit, erik.login) == (maria.id, "Drift", "erik")
    assert comes_in(tmp_path, "erik", clock) == erik


def test_a_login_is_one_persons_at_a_time(accounts: AccountService) -> None:
    let_in(accounts, "erik", "Erik Ek")
    with pytest.raises(RuleBroken, match="erik is Erik Ek"):
        let_in(accounts, "erik", "Erik Alm")
    accounts.end("erik", TODAY)
    with pytest.raises(RuleBroken, match="erik is Erik Ek"):
        let_in(accounts, "erik", "Erik Alm")
    assert [holder.person.name for holder in accounts.all()] == ["Erik Ek"]


def test_a_name_given_again_opens_nothing_of_the_one_who_had_it(
    accounts: AccountService, tmp_path: Path, clock: FixedClock
) -> None:
    first = let_in(accounts, "erik", "Erik Ek", number="17")
    accounts.end("erik", YESTERDAY)
    second = let_in(accounts, "erik", "Erik Ek", number="18")
    assert second.id != first.id
    assert comes_in(tmp_path, "erik", clock) == second
    logins = {holder.person.id: holder.person.login for holder in accounts.all()}
    assert logins == {first.id: "", second.id: "erik"}


def test_an_end_in_the_past_takes_effect_at_once(
    accounts: AccountService, tmp_path: Path, clock: FixedClock
) -> None:
    let_in(accounts, "erik", "Erik Ek")
    ended = accounts.end("erik", YESTERDAY)
    assert (ended.is_open, ended.person.login) == (False, "")
    assert comes_in(tmp_path, "erik", clock) is None


def test_an_end_to_come_lets_in_until_then(
    accounts: AccountService, tmp_path: Path, clock: FixedClock
) -> None:
    erik = let_in(accounts, "erik", "Erik Ek")
    ended = accounts.end("erik", TODAY + timedelta(days=2))
    assert (ended.is_open, ended.person.login) == (True, "erik")
    clock.forward(days=2)
    assert comes_in(tmp_path, "erik", clock) == erik
    clock.forward(days=1)
    assert comes_in(tmp_path, "erik", clock) is None


def test_what_is_left_of_a_name_goes_with_the_next_change(
    accounts: AccountService, clock: FixedClock
) -> None:
    erik = let_in(accounts, "erik", "Erik Ek")
    accounts.end("erik", TODAY)
    clock.forward(days=1)
    other = let_in(accounts, "erik", "Eva Ek")
    assert {holder.person.id: holder.person.login for holder in accounts.all()} == {
        erik.id: "",
        other.id: "erik",
    }


def test_ending_again_changes_no_day(accounts: AccountService, clock: FixedClock) -> None:
    let_in(accounts, "erik", "Erik Ek")
    accounts.end("erik", TODAY)
    clock.forward(days=3)
    assert accounts.end("erik", clock().date()).account.until == TODAY
    with pytest.raises(NotFound, match="Nobody comes in as erik"):
        accounts.end("erik", TODAY)


def test_who_comes_back_is_known_by_employee_number_and_name(accounts: AccountService) -> None:
    erik = let_in(accounts, "erik", "Erik Ek", number="17", role="utvecklare")
    with pytest.raises(RuleBroken, match="comes in as erik already"):
        let_in(accounts, "ee2", "Erik Ek", number="17")
    accounts.end("erik", YESTERDAY)
    with pytest.raises(RuleBroken, match="is Erik Ek"):
        let_in(accounts, "ee2", "Eva Ek", number="17")
    again = let_in(accounts, "ee2", "erik ek", number="17")
    assert (again.id, again.role, again.login) == (erik.id, "utvecklare", "ee2")


def test_somebody_written_down_by_a_colleague_is_not_made_twice(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    with open_accounts(tmp_path / "ijtui.db", room.clock) as accounts:
        with pytest.raises(RuleBroken, match=f"--person {room.employee.id}"):
            let_in(accounts, "erik", "Erik Ek")
        assert let_in(accounts, "erik", "Erik Ek", person=room.employee.id).id == room.employee.id
        assert let_in(accounts, "erik2", "Erik Ek", person=0).id != room.employee.id
    room.desk.close()


def test_a_number_in_the_file_needs_its_name_beside_it(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    with open_accounts(tmp_path / "ijtui.db", room.clock) as accounts:
        with pytest.raises(RuleBroken, match=r"is Maria Månsson"):
            let_in(accounts, "erik", "Erik Ek", person=room.me.id)
        with pytest.raises(NotFound):
            let_in(accounts, "erik", "Erik Ek", person=999)
    room.desk.close()


def test_nothing_is_stored_where_the_manager_is_nobody(accounts: AccountService) -> None:
    with pytest.raises(NotFound, match="Nobody comes in as maria"):
        let_in(accounts, "erik", "Erik Ek", manager="maria")
    assert accounts.all() == ()


def test_hr_is_an_office_of_the_account(accounts: AccountService) -> None:
    let_in(accounts, "hanna", "Hanna HR", office=Office.HR)
    assert [holder.account.office for holder in accounts.all()] == [Office.HR]


def test_the_history_tells_when_somebody_was_let_in_and_for_how_long(room: Room) -> None:
    with open_accounts(room.desk.store.path, room.clock) as accounts:
        accounts.add(Wish("eva", "Eva Ek"))
        accounts.end("eva", date(2026, 12, 31))
    rows = room.desk.store.rows("SELECT verb, subject FROM history ORDER BY id DESC LIMIT 2")
    assert [(row["verb"], row["subject"]) for row in rows] == [
        ("account-ended", "account:1"),
        ("account-opened", "account:1"),
    ]


def test_who_came_in_with_a_list_is_known_by_its_number(accounts: AccountService, tmp_path: Path) -> None:
    people = accounts._people
    with accounts._store.writing():
        listed = people.add(Person("Erik Ek", number="17"))
    with pytest.raises(RuleBroken, match="Employee number 17 is Erik Ek"):
        let_in(accounts, "eva", "Eva Ek", number="17")
    assert let_in(accounts, "erik", "Erik Ek", number="17").id == listed.id
    assert let_in(accounts, "olle", "Olle Os", number="18").number == "18"

"""Who may read and write what, as one table: a case that is missing from it fails."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from ijtui.domain import access
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.order import a_turn
from ijtui.domain.person import Person
from ijtui.domain.text import Text, TextKey, TextKind
from tests.builders import NOW, a_conversation, a_manager, a_person, an_action, an_employee, some_feedback

EMPLOYEE, MANAGER = an_employee(), a_manager()
ASKERS = {"employee": EMPLOYEE, "manager": MANAGER, "outsider": a_person("Någon Annan", id=3)}
TEXTS = {
    "shared": (TextKind.SHARED, None),
    "employee's preparation": (TextKind.PREPARATION, Party.EMPLOYEE),
    "manager's preparation": (TextKind.PREPARATION, Party.MANAGER),
    "employee's private": (TextKind.PRIVATE, Party.EMPLOYEE),
    "manager's private": (TextKind.PRIVATE, Party.MANAGER),
}

# r: read it · w: write it · p: enter it from paper · v: read what its writer wrote there earlier
TABLE = """
asker     text                    sealed  opened  paper
employee  shared                  rwv     rwv     -
employee  employee's preparation  rwv     rwv     rwv
employee  manager's preparation   p       r       rp
employee  employee's private      rwv     rwv     -
employee  manager's private       .       .       -
manager   shared                  rwv     rwv     -
manager   employee's preparation  p       r       rp
manager   manager's preparation   rwv     rwv     rwv
manager   employee's private      .       .       -
manager   manager's private       rwv     rwv     -
outsider  shared                  .       .       -
outsider  employee's preparation  .       .       .
outsider  manager's preparation   .       .       .
outsider  employee's private      .       .       -
outsider  manager's private       .       .       -
"""
STATES = ("sealed", "opened", "paper")
Case = tuple[str, str, str]


def table() -> dict[Case, str]:
    """Return what is allowed by asker, text and state; "-" is a state that such a text is never in."""
    allowed: dict[Case, str] = {}
    for line in TABLE.strip().splitlines()[1:]:
        asker, text, *cells = (part.strip() for part in (line[:10], line[10:34], *line[34:].split()))
        allowed |= {(asker, text, state): cell for state, cell in zip(STATES, cells, strict=True)}
    return allowed


ALLOWED = table()


def what_is_allowed(asker: Person, kind: TextKind, whose: Party | None, state: str) -> str:
    opened = frozenset(Party) if state == "opened" else frozenset()
    conversation = a_conversation(opened=opened)
    text = Text(TextKey(1, "results", kind, whose), "Hej", 1, on_paper=state == "paper")
    writer = conversation.person(whose or Party.EMPLOYEE).id
    said = {
        "r": access.may_read(asker, conversation, text),
        "w": access.may_write(asker, conversation, text.key, on_paper=False),
        "p": access.may_write(asker, conversation, text.key, on_paper=True),
        "v": access.may_read_version(asker, conversation, text.key, writer),
    }
    return "".join(letter for letter, yes in said.items() if yes) or "."


def test_no_case_is_missing_from_the_table() -> None:
    assert set(ALLOWED) == set(product(ASKERS, TEXTS, STATES))
    assert {kind for kind, _whose in TEXTS.values()} == set(TextKind)
    never = {case for case, cell in ALLOWED.items() if cell == "-"}
    assert never == {case for case in ALLOWED if case[2] == "paper" and "preparation" not in case[1]}


@pytest.mark.parametrize("case", [case for case in ALLOWED if ALLOWED[case] != "-"], ids=" · ".join)
def test_each_may_do_what_the_table_says_and_no_more(case: Case) -> None:
    asker, text, state = case
    assert what_is_allowed(ASKERS[asker], *TEXTS[text], state) == ALLOWED[case]


@pytest.mark.parametrize("state", State)
def test_how_far_a_conversation_has_come_changes_nothing_of_it(state: State) -> None:
    for asker, (kind, whose) in product(ASKERS.values(), TEXTS.values()):
        key = TextKey(1, "results", kind, whose)
        booked, now = a_conversation(), a_conversation(state=state)
        assert access.may_read(asker, now, Text(key)) == access.may_read(asker, booked, Text(key))
        assert access.may_write(asker, now, key, False) == access.may_write(asker, booked, key, False)


@pytest.mark.parametrize(
    ("asker", "opened", "allowed"),
    [
        ("manager", False, True),
        ("manager", True, True),
        ("employee", False, False),
        ("employee", True, True),
        ("outsider", False, False),
        ("outsider", True, False),
    ],
)
def test_feedback_is_the_givers_until_it_is_opened(asker: str, opened: bool, allowed: bool) -> None:
    for receiver, conversation in ((EMPLOYEE.id, 1), (None, 1), (EMPLOYEE.id, None), (None, None)):
        feedback = some_feedback(
            giver=MANAGER.id,
            other=EMPLOYEE.id,
            receiver=receiver,
            conversation=conversation,
            opened=opened,
        )
        assert access.may_read_feedback(ASKERS[asker], feedback) is allowed


def test_only_the_two_see_a_conversation() -> None:
    conversation: Conversation = a_conversation()
    sees = {name: access.may_see_conversation(asker, conversation) for name, asker in ASKERS.items()}
    assert sees == {"employee": True, "manager": True, "outsider": False}


@pytest.mark.parametrize(
    ("asker", "allowed"),
    [(EMPLOYEE.id, True), (11, False), (12, True), (13, True), (14, False), (15, False)],
    ids=["employee", "manager before", "manager who agreed it", "manager after", "called off", "outsider"],
)
def test_an_action_is_its_employees_and_of_those_who_agreed_it_or_follow_it_up(
    asker: int, allowed: bool
) -> None:
    turns = {
        1: a_turn(1, 11, NOW.replace(day=1), NOW.replace(day=1), is_over=True),
        2: a_turn(2, 12, NOW.replace(day=2), NOW.replace(day=2), is_over=True),
        3: a_turn(3, 13, NOW.replace(day=3), None),
        4: a_turn(4, 14, NOW.replace(day=4), None, is_off=True),
    }
    someone = replace(MANAGER, id=asker)
    assert access.may_touch_action(someone, an_action(conversation=2), turns) is allowed

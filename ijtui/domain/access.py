"""Who may see and do what: pure functions that every service asks (D-P2, D-J4).

The asker is always one of the two parties or gets nothing. Whoever has no login takes part on paper or
beside the other, who writes it down; whoever has one speaks for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.goal import Goal
from ijtui.domain.journal import Entry
from ijtui.domain.order import Turns, concerns, concerns_goal, is_from
from ijtui.domain.person import Person
from ijtui.domain.succession import UNBROKEN, Succession
from ijtui.domain.text import Text, TextKey, TextKind

if TYPE_CHECKING:  # the first screen asks about neither, and each class costs half a millisecond
    from ijtui.domain.assessment import Assessment
    from ijtui.domain.feedback import Feedback


def may_speak_for(person: Person) -> bool:
    """Whether another may write down what that person says: only where they have no login of their own."""
    return not person.login


def may_book(asker: Person, employee: Person, manager: Person) -> bool:
    """In a shared file: one asks one's manager, and a manager those they lead or write down themselves.

    A conversation opens an employee's goals to the one who holds it, so nobody books themselves in.
    """
    if asker.id == employee.id:
        return True
    leads = employee.manager == asker.id or (employee.manager is None and not employee.login)
    return asker.id == manager.id and leads


def may_change_person(asker: Person, was: Person, now: Person, *, kept: bool = False) -> bool:
    """In a shared file: one's own role and unit, and all of those one leads who have no login.

    The rest is HR's or the administrator's, for whoever is written down as a manager sees more.

    Args:
        asker: who wants to.
        was: as it is stored.
        now: as it would be.
        kept: whether HR keeps who works where, so that a unit and a manager are not changed in passing.
    """
    if (was.number, was.until) != (now.number, now.until):
        return False
    if kept and (was.unit, was.manager) != (now.unit, now.manager):
        return False
    if was.id == asker.id:
        return (was.name, was.manager) == (now.name, now.manager)
    return not was.login and was.manager == asker.id


def may_add_person(asker: Person, person: Person) -> bool:
    """In a shared file: somebody without login or employee number, whom one leads or nobody does yet."""
    return not (person.login or person.number) and person.manager in (None, asker.id)


def may_set_milestone(asker: Person, unit: str, led: Iterable[Person]) -> bool:
    """In a shared file, HR aside: whoever leads somebody in the unit, or works in it and leads somebody.

    Args:
        asker: who wants to.
        unit: its name; "" for all units, which is HR's.
        led: whom the asker leads.
    """
    return bool(unit) and any(unit in (asker.unit, person.unit) for person in led)


def may_see_conversation(
    asker: Person, conversation: Conversation, succession: Succession = UNBROKEN
) -> bool:
    """Only the two who talk; a manager who has handed the employee over since no longer (D-M5)."""
    if conversation.party_of(asker) is not Party.MANAGER:
        return conversation.party_of(asker) is not None
    held = conversation.began or conversation.starts
    return not succession.is_closed(asker.id, held.date() if held else None)


def may_read(asker: Person, conversation: Conversation, text: Text) -> bool:
    """Shared notes: both. Private: the writer. A preparation: both, once opened or on paper."""
    party = conversation.party_of(asker)
    if party is None:
        return False
    key = text.key
    if key.kind is TextKind.SHARED or key.party is party:
        return True
    return key.kind is TextKind.PREPARATION and (text.on_paper or key.party in conversation.opened)


def may_read_version(asker: Person, conversation: Conversation, key: TextKey, author: int) -> bool:
    """Earlier versions: as the text, but what the other crossed out before opening stays theirs."""
    party = conversation.party_of(asker)
    if party is None:
        return False
    if key.kind is TextKind.SHARED or key.party is party:
        return True
    return key.kind is TextKind.PREPARATION and author == asker.id


def may_write(asker: Person, conversation: Conversation, key: TextKey, on_paper: bool) -> bool:
    """Shared notes: both. One's own texts: oneself. The other's preparation: only what came on paper."""
    party = conversation.party_of(asker)
    if party is None:
        return False
    if key.kind is TextKind.SHARED:
        return key.party is None and not on_paper
    if key.party is party:
        return not on_paper
    if key.party is None or not may_speak_for(conversation.person(key.party)):
        return False
    return key.kind is TextKind.PREPARATION and on_paper and key.party not in conversation.opened


def may_sign_for(asker: Person, conversation: Conversation, signer: Person) -> bool:
    """Oneself; and the other of the two, where that one has no login and sits beside (D-M2)."""
    if conversation.party_of(asker) is None:
        return False
    party = conversation.party_of(signer)
    return party is not None and (signer.id == asker.id or not conversation.person(party).login)


def may_touch_action(asker: Person, action: Action, turns: Turns, succession: Succession = UNBROKEN) -> bool:
    """The employee whose plan it is in, who agreed it, and every manager after that one (D-M5).

    That is whoever holds a conversation with the employee later, or has taken over; one who has handed over
    has left behind what is from before that day.
    """
    if asker.id == action.employee:
        return True
    if succession.is_closed(asker.id, is_from(action, turns)):
        return False
    return succession.has_taken_over(asker.id) or concerns(asker.id, action, turns)


def may_touch_goal(
    asker: Person, goal: Goal, employee: Person, turns: Turns, succession: Succession = UNBROKEN
) -> bool:
    """Whose it is, their nearest manager, who wrote it down, and every manager after that one."""
    if asker.id == goal.person:
        return True
    if succession.is_closed(asker.id, is_from(goal, turns)):
        return False
    leads = asker.id == employee.manager or succession.has_taken_over(asker.id)
    return leads or concerns_goal(asker.id, goal, turns)


def may_set_goal(asker: Person, employee: Person, turns: Turns) -> bool:
    """Between two conversations: oneself, the nearest manager, and whoever holds conversations (D-G1)."""
    holds = any(turn.manager == asker.id and not turn.is_off for turn in turns.values())
    return asker.id in (employee.id, employee.manager) or holds


def may_see_care(asker: Person, person: Person, turns: Turns) -> bool:
    """Training, recognition and the next step: oneself and the nearest manager (D-G7, D-G9, D-G10).

    Where no manager is written down, whoever holds conversations with the person.
    """
    if asker.id in (person.id, person.manager):
        return True
    return person.manager is None and any(
        turn.manager == asker.id and not turn.is_off for turn in turns.values()
    )


def may_read_feedback(asker: Person, feedback: Feedback) -> bool:
    """The giver always; the other of the two once it is opened, whether or not a conversation took it up."""
    return feedback.giver == asker.id or (feedback.opened and feedback.other == asker.id)


def readable_ratings(asker: Person, conversation: Conversation, assessment: Assessment) -> frozenset[Party]:
    """Whose ratings: one's own, the other's once both have submitted or where one entered them from paper."""
    party = conversation.party_of(asker)
    if party is None:
        return frozenset()
    if assessment.is_open or party.other in assessment.on_paper:
        return frozenset(Party)
    return frozenset({party})


def may_read_entry(asker: Person, entry: Entry) -> bool:
    """A journal is its writer's; the one whom an entry is shared with reads that one, too (D-J4)."""
    return entry.writer == asker.id or (entry.shared and entry.person == asker.id)


def may_write_entry(asker: Person, entry: Entry) -> bool:
    """Only the writer, also where it is shared."""
    return entry.writer == asker.id

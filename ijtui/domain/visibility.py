"""Who sees what is written, in one word for every kind of record (D-P2, D-J4); `access` decides by person.

HR is in none of those about people: what is counted names nobody, and no row is read for it (D-S4).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ijtui.domain.conversation import Conversation
from ijtui.domain.text import Text, TextKind

if TYPE_CHECKING:
    from ijtui.domain.assessment import Assessment
    from ijtui.domain.feedback import Feedback
    from ijtui.domain.journal import Entry
    from ijtui.domain.passing_on import Passing


class Visibility(StrEnum):
    """Who sees a record."""

    ME = "me"  # the writer, for ever
    UNTIL_OPENED = "until-opened"  # the writer, until they open it
    UNTIL_BOTH = "until-both"  # whose it is, until both have submitted
    TWO = "two"  # the employee and the manager, and what goes on also the managers after that one (D-M5)
    CARE = "care"  # the person and their nearest manager
    NEXT_MANAGER = "next-manager"  # the two, and the manager's own manager whom both let
    HANDOVER = "handover"  # the employee, the manager who hands over, and the one who takes over
    HR = "hr"  # whoever counts for the organisation: what is written for all and says nothing of anybody
    EVERYBODY = "everybody"  # whoever comes in


def of_text(conversation: Conversation, text: Text) -> Visibility:
    """Return who sees a text of a conversation."""
    if text.key.kind is TextKind.PRIVATE:
        return Visibility.ME
    sealed = text.key.kind is TextKind.PREPARATION and text.key.party not in conversation.opened
    return Visibility.UNTIL_OPENED if sealed and not text.on_paper else Visibility.TWO


def of_feedback(feedback: Feedback) -> Visibility:
    """Return who sees what somebody says of another."""
    return Visibility.TWO if feedback.opened else Visibility.UNTIL_OPENED


def of_entry(entry: Entry) -> Visibility:
    """Return who sees an entry of a journal."""
    return Visibility.TWO if entry.shared else Visibility.ME


def of_ratings(assessment: Assessment) -> Visibility:
    """Return who sees the ratings that each of the two has given."""
    return Visibility.TWO if assessment.is_open else Visibility.UNTIL_BOTH


def of_signed_plan(passing: Passing) -> Visibility:
    """Return who sees what the two have signed."""
    return Visibility.NEXT_MANAGER if passing.is_open else Visibility.TWO

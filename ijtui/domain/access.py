"""Who may see and do what: pure functions that every service asks (D-P2, D-J4).

The asker is always one of the two parties or gets nothing. One thing is special to
solo use: the manager or employee who owns the file may enter what the other brings on paper.
"""

from __future__ import annotations

from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.order import Turns, concerns
from ijtui.domain.person import Person
from ijtui.domain.text import Text, TextKey, TextKind


def may_see_conversation(asker: Person, conversation: Conversation) -> bool:
    """Only the two who talk."""
    return conversation.party_of(asker) is not None


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
    return key.kind is TextKind.PREPARATION and on_paper and key.party not in conversation.opened


def may_touch_action(asker: Person, action: Action, turns: Turns) -> bool:
    """The employee whose plan it is in, who agreed it, and every manager after that one (D-M5)."""
    return asker.id == action.employee or concerns(asker.id, action, turns)


def may_read_feedback(asker: Person, conversation: Conversation, feedback: Feedback) -> bool:
    """The giver always; the other party once it is opened."""
    if conversation.party_of(asker) is None:
        return False
    return feedback.giver == asker.id or feedback.opened

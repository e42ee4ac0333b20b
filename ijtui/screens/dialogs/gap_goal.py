"""A goal made of a gap: the usual form, filled in, with a draft of its own (D-K2)."""

from __future__ import annotations

from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal
from ijtui.screens.dialogs.goal import GoalForm


class GapGoalForm(GoalForm):
    """Writes the goal that closes a gap.

    Args:
        conversation: where it is agreed.
        goal: not stored yet; points at the competence.
    """

    def __init__(self, conversation: Conversation, goal: Goal) -> None:
        super().__init__(conversation, goal)
        self.form = f"spider:{conversation.id}:goal:{goal.competence}"

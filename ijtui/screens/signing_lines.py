"""Who has signed the plan, as lines below it."""

from __future__ import annotations

from ijtui.domain.conversation import Conversation
from ijtui.domain.signature import PlanState, Standing
from ijtui.screens.signing_words import answer_lines
from ijtui.widgets.lines import Line
from ijtui.words import _


def signed_lines(found: Standing, conversation: Conversation) -> list[Line]:
    """Return who has said what to the newest version, as lines that lead to it; none before anybody has."""
    if found.newest is None or not found.newest.answers:
        return []
    heading = _("Version {number}", number=found.newest.plan.number)
    if found.state is PlanState.CHANGED:
        heading = _("Version {number}, before you changed the plan", number=found.newest.plan.number)
    said = answer_lines(found.newest, conversation)
    lines = [Line((text,), f"signing:{index}") for index, text in enumerate(said)]
    return [Line((heading,), look="heading"), *lines]

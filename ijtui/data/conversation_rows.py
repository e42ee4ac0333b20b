"""A conversation, and where its questions stand, as the columns of their tables."""

from __future__ import annotations

from datetime import datetime

from ijtui.domain.conversation import Conversation, Progress


def row_of(conversation: Conversation, template: int) -> dict[str, object]:
    """Return the columns of a conversation by that copy of a template, but for its number and version."""
    return {
        "kind": conversation.agenda.kind.value,
        "employee": conversation.employee.id,
        "manager": conversation.manager.id,
        "starts": _moment(conversation.starts),
        "began": conversation.began.isoformat(timespec="seconds") if conversation.began else None,
        "place": conversation.place,
        "minutes": conversation.minutes,
        "state": conversation.state.value,
        "edition": conversation.edition,
        "agenda": template,
    }


def progress_row(
    conversation: int, question: str, progress: Progress, author: int, at: datetime
) -> dict[str, object]:
    """Return the columns of where a question stands, and who said so when."""
    return {
        "conversation": conversation,
        "question": question,
        "done": int(progress.done),
        "parked": int(progress.parked),
        "mark": progress.mark,
        "choice": progress.choice,
        "author": author,
        "changed": at.isoformat(timespec="milliseconds"),
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None

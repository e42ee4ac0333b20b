"""The checklist before a conversation, and who can see a preparation, in words (D-P1, D-P2)."""

from __future__ import annotations

from ijtui.domain.agenda import Who
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.screens.saying import name_of, other_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import _

_TASK = (Column(), Column(14))


def checklist_lines(conversation: Conversation, me: Person) -> list[Line]:
    """Return the checklist with its ticks, and how the two preparations are shared."""
    tasks = [
        Line((_ticked(task.id in conversation.checked, task.text), _who(task.who, conversation, me)), task.id)
        for task in conversation.agenda.checklist
    ]
    lines = [Line((_("Before the conversation"),), look="heading"), *_wide(tasks)] if tasks else []
    if lines:
        lines.append(EMPTY)
    return [*lines, Line((_("Your answers"),), look="heading"), *_sharing(conversation, me)]


def _wide(tasks: list[Line]) -> list[Line]:
    return [Line(task.cells, task.key, columns=_TASK) for task in tasks]


def _ticked(done: bool, text: str) -> str:
    return f"{'(x)' if done else '( )'} {text}"


def _who(who: Who, conversation: Conversation, me: Person) -> str:
    if who is Who.BOTH:
        return _("you both")
    person = conversation.employee if who is Who.EMPLOYEE else conversation.manager
    return name_of(person, me)


def _sharing(conversation: Conversation, me: Person) -> list[Line]:
    mine = conversation.party_of(me) or Party.MANAGER
    other = other_of(conversation, me).first_name
    if mine in conversation.opened:
        yours = Line((_("{name} can read your preparation.", name=other),), look="muted")
    else:
        yours = Line(
            (_("Sealed: only you see your preparation. Press o to open it to {name}.", name=other),), "share"
        )
    open_too = mine.other in conversation.opened
    theirs = (
        _("You can read {name}'s preparation.", name=other)
        if open_too
        else _("{name}'s preparation is not open to you. Press F4 to enter what comes on paper.", name=other)
    )
    return [yours, Line((theirs,), look="muted")]


def seen_by(conversation: Conversation, me: Person, *, on_paper: bool) -> str:
    """Return who can see what is written in a preparation now."""
    other = other_of(conversation, me).first_name
    if on_paper:
        return _("from {name}'s paper · both of you see this", name=other)
    mine = conversation.party_of(me) or Party.MANAGER
    if mine in conversation.opened:
        return _("both of you see this")
    return _("only you see this until you open it")

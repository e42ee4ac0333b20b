"""Concluding the talk: what is left open is said first, then the minutes are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ijtui.domain.agenda import Kind
from ijtui.errors import IjtuiError
from ijtui.words import _, ngettext

if TYPE_CHECKING:
    from ijtui.screens.station_actions import StationActions


def conclude(place: StationActions) -> None:
    """Conclude the talk; questions that are still parked are said first and come back next time."""
    from ijtui.screens.dialogs.confirm import ConfirmScreen

    parked = len(place.talk.conversation.parked())
    question = _("Conclude the conversation? You can still correct it afterwards.")
    if parked:
        left = ngettext(
            "{number} question is parked and comes back next time.",
            "{number} questions are parked and come back next time.",
            parked,
        )
        question = f"{left} {question}"
    ask = ConfirmScreen(question, _("conclude"), _("go on talking"))
    place.app.push_screen(ask, lambda sure: _concluded(place) if sure else None)


def _concluded(place: StationActions) -> None:
    from ijtui.screens.minutes import MinutesScreen

    session, talk = place.session, place.talk
    try:
        talk.count(place.KEY)
        talk.refresh()
        conversation = session.desk.conversations.conclude(session.me, talk.conversation)
    except IjtuiError as error:
        place.refuse(error)
        return
    app = place.app
    talk.leave(place)
    app.push_screen(MinutesScreen(conversation.id, short=conversation.agenda.kind is Kind.QUARTERLY))

"""How it is said how far a plan is from being signed by both, and by whom it is signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ijtui import dates
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.domain.signature import Answer, Method, PlanState, Signature, Standing, Version
from ijtui.screens.saying import other_of
from ijtui.words import N_, _, spoken

_STATES = {
    PlanState.NOT_SIGNED: N_("not signed"),
    PlanState.WAITS_FOR_YOU: N_("waits for you"),
    PlanState.WAITS_FOR_OTHER: N_("waits for {name}"),
    PlanState.SIGNED: N_("signed by both {day}"),
    PlanState.RESERVED: N_("signed with reservation"),
    PlanState.DECLINED: N_("signing declined"),
    PlanState.CHANGED: N_("changed since it was signed"),
}
_ANSWERS = {Answer.SIGNED: N_("{name} signed {moment}"), Answer.DECLINED: N_("{name} declined {moment}")}


def state_words(found: Standing, conversation: Conversation, me: Person) -> str:
    """Return the state in a few words, for the title: "signed by both 2026-11-21"."""
    answers = found.newest.answers if found.newest else ()
    day = answers[-1].at.date().isoformat() if answers else ""
    name = other_of(conversation, me).first_name
    return _(_STATES[found.state], name=name, day=day)


def answer_lines(version: Version, conversation: Conversation) -> Iterator[str]:
    """Yield who has said what to a version and when, one line each, and their own words below."""
    names = {conversation.person(party).id: conversation.person(party).name for party in Party}
    for answer in version.answers:
        said = _(_ANSWERS[answer.answer], name=names[answer.person], moment=moment(answer.at))
        yield ", ".join(part for part in (said, how(answer)) if part)
        if answer.said:
            words = (
                N_("with a reservation: {words}")
                if answer.answer is Answer.SIGNED
                else N_("because: {words}")
            )
            yield "  " + _(words, words=" ".join(answer.said.split()))


def how(answer: Signature) -> str:
    """Return how it is known who it was: by initials, or with which key; "" for a session of one's own."""
    if answer.method is Method.INITIALS:
        return _("initials {initials}", initials=answer.initials)
    if answer.method is Method.KEY:
        return _("with the key {fingerprint}", fingerprint=answer.fingerprint)
    return ""


def moment(at: datetime) -> str:
    """Return day, year and time of day."""
    return f"{dates.short(at.date(), spoken())} {at.year} {dates.clock_time(at)}"

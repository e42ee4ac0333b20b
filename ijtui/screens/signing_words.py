"""How it is said how far a plan is from being signed by both, and by whom it is signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ijtui import dates
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.domain.signature import Answer, Method, PlanState, Signature, Standing, Version
from ijtui.screens.saying import other_of
from ijtui.widgets.lines import Line
from ijtui.words import N_, _, spoken

_STATES = {
    PlanState.NOT_SIGNED: N_("not signed"),
    PlanState.WAITS_FOR_YOU: N_("waits for you"),
    PlanState.WAITS_FOR_OTHER: N_("waits for {name}"),
    PlanState.SIGNED: N_("signed by both {day}"),
    PlanState.RESERVED: N_("signed with reservation"),
    PlanState.DECLINED: N_("declined"),
    PlanState.CHANGED: N_("changed since it was signed"),
}
_ANSWERS = {Answer.SIGNED: N_("{name} signed {moment}"), Answer.DECLINED: N_("{name} declined {moment}")}


def state_words(found: Standing, conversation: Conversation, me: Person) -> str:
    """Return the state in a few words, for the title: "signed by both 2026-11-21"."""
    answers = found.newest.answers if found.newest else ()
    day = answers[-1].at.date().isoformat() if answers else ""
    name = other_of(conversation, me).first_name
    return _(_STATES[found.state], name=name, day=day)


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


def answer_lines(version: Version, conversation: Conversation) -> Iterator[str]:
    """Yield who has said what to a version and when, one line each, and their own words below."""
    names = {conversation.person(party).id: conversation.person(party).name for party in Party}
    for answer in version.answers:
        said = _(_ANSWERS[answer.answer], name=names[answer.person], moment=_moment(answer.at))
        yield ", ".join(part for part in (said, _how(answer)) if part)
        if answer.said:
            words = (
                N_("with a reservation: {words}")
                if answer.answer is Answer.SIGNED
                else N_("because: {words}")
            )
            yield "  " + _(words, words=" ".join(answer.said.split()))


def _how(answer: Signature) -> str:
    if answer.method is Method.INITIALS:
        return _("initials {initials}", initials=answer.initials)
    if answer.method is Method.KEY:
        return _("with the key {fingerprint}", fingerprint=answer.fingerprint)
    return ""


def _moment(moment: datetime) -> str:
    return f"{dates.short(moment.date(), spoken())} {moment.year} {dates.clock_time(moment)}"

"""How it is said what is due and what waits, on the start screen and at login."""

from __future__ import annotations

from datetime import date

from ijtui import dates
from ijtui.domain.person import Person
from ijtui.domain.today import Due, Wait, Waiting
from ijtui.screens.saying import other_in, other_of
from ijtui.words import N_, _, spoken

_REASONS = {
    Wait.PREPARE: N_("your preparation is not finished"),
    Wait.OPEN: N_("your preparation is not open to the other yet"),
    Wait.SIGN: N_("the plan waits for your signature"),
    Wait.SIGN_BESIDE: N_("has not signed the plan yet"),
    Wait.SIGN_DECLINED: N_("has said why the plan is not signed"),
    Wait.CONCLUDE: N_("the conversation is under way and not concluded"),
    Wait.OVERDUE: N_("the time has passed and the conversation was not held"),
    Wait.UNBOOKED: N_("no conversation is booked, and none was held in the last year"),
    Wait.CONFIRM: N_("says that it is done: {what}"),
    Wait.DROP: N_("wants to drop: {what}"),
    Wait.REFLECTION: N_("no reflection on quarter {number} yet"),
    Wait.EXTRACT: N_("an extract for the salary review {year}, which you see before it leaves"),
    Wait.HANDED_OVER: N_("hands you over: say what goes on"),
    Wait.HANDING_OVER: N_("is handed over: say what goes on"),
    Wait.TAKING_OVER: N_("has been handed over to you"),
    Wait.DRAFT: N_("something is written and not saved: {form}"),
}
_FORMS = {
    "goal": N_("a goal"),
    "check-in": N_("a check-in"),
    "shortfall": N_("what stood in the way of a goal"),
    "milestone": N_("a milestone"),
    "unit-form": N_("a unit"),
    "post": N_("a move"),
    "last-day": N_("a last day"),
    "action": N_("an agreement"),
    "outcome": N_("an outcome"),
    "report": N_("a report that it is done"),
    "withdrawal": N_("a proposal to drop"),
    "decision": N_("a decision"),
    "training": N_("a course"),
    "recognition": N_("recognition"),
    "budget": N_("a training budget"),
    "reached": N_("the next step in the role"),
    "feedback": N_("feedback"),
    "person": N_("a person"),
    "booking": N_("a booking"),
    "season": N_("a round"),
    "spider": N_("about a competence"),
    "signature": N_("about the plan"),
    "handing-over": N_("a handover"),
    "seen": N_("about an extract"),
}


def last_day(item: Due, today: date) -> str:
    """Return until when an agreement is to be kept."""
    return dates.near(item.action.due, today, spoken()) if item.action.due else _("no date")


def waits(item: Waiting, me: Person) -> tuple[str, str]:
    """Return who or what something is about, and why it waits."""
    if item.nudge is not None:
        from ijtui.screens.round_words import nudged

        return nudged(item.nudge)
    reason = _REASONS[item.why]
    if item.draft is not None:
        kind = item.draft.form.partition(":")[0]
        return _("Draft"), _(reason, form=_(_FORMS[kind]) if kind in _FORMS else kind)
    if item.quarter is not None:
        return _("Journal"), _(reason, number=item.quarter.number)
    if item.conversation is not None:
        return other_of(item.conversation, me).name, _(reason)
    if item.agreed is not None:
        return other_in(item.agreed, me).name, _(reason, what=item.agreed.action.what)
    return item.person.name if item.person else "", _(reason, year=item.year)

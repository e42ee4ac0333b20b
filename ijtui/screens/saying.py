"""How the screens say the domain's own words: kinds, parties, states, who is responsible."""

from __future__ import annotations

from datetime import date

from ijtui.domain.action import Action, ActionState, Extent
from ijtui.domain.agenda import Agenda, Kind, StationKey, Who
from ijtui.domain.conversation import Conversation, Mark, Party, State
from ijtui.domain.goal import GoalKind, GoalLack, Responsible
from ijtui.domain.person import Part, Person
from ijtui.domain.today import Due
from ijtui.words import N_, _, ngettext

KINDS = {
    Kind.ANNUAL: N_("annual development conversation"),
    Kind.QUARTERLY: N_("quarterly 1:1"),
    Kind.EVALUATION: N_("annual evaluation"),
    Kind.ONBOARDING: N_("onboarding conversation"),
}
STATES = {
    State.BOOKED: N_("booked"),
    State.ONGOING: N_("under way"),
    State.HELD: N_("held"),
    State.CANCELLED: N_("cancelled"),
}
MARKS = {Mark.FINE: N_("fine"), Mark.WATCH: N_("watch"), Mark.RISK: N_("risk")}
PARTIES = {Party.EMPLOYEE: N_("employee"), Party.MANAGER: N_("manager")}
WHO = {Who.BOTH: N_("both"), Who.EMPLOYEE: N_("employee"), Who.MANAGER: N_("manager")}
PARTS = {Part.MANAGER: N_("manager"), Part.EMPLOYEE: N_("employee"), Part.BOTH: N_("both")}
RESPONSIBLE = {
    Responsible.EMPLOYEE: N_("employee"),
    Responsible.MANAGER: N_("manager"),
    Responsible.OTHER: N_("somebody else"),
}
EXTENTS = {Extent.YES: N_("yes"), Extent.PARTLY: N_("partly"), Extent.NO: N_("no")}
ACTION_STATES = {
    ActionState.OPEN: N_("still open"),
    ActionState.OVERDUE: N_("overdue"),
    ActionState.REPORTED: N_("reported as done"),
    ActionState.TO_CANCEL: N_("proposed to be dropped"),
    ActionState.DONE: N_("carried out"),
    ActionState.DONE_LATE: N_("carried out, late"),
    ActionState.PARTLY: N_("partly carried out"),
    ActionState.NOT_DONE: N_("not carried out"),
    ActionState.CANCELLED: N_("dropped by both"),
}
OUTCOMES = {
    ActionState.OPEN: "",
    ActionState.OVERDUE: "",
    ActionState.REPORTED: N_("reported"),
    ActionState.TO_CANCEL: N_("drop it?"),
    ActionState.DONE: N_("yes"),
    ActionState.DONE_LATE: N_("yes, late"),
    ActionState.PARTLY: N_("partly"),
    ActionState.NOT_DONE: N_("no"),
    ActionState.CANCELLED: N_("dropped"),
}
"""What came of it, in a narrow column; nothing while nobody has said."""

GOAL_KINDS = {GoalKind.DEVELOPMENT: N_("development goal"), GoalKind.PERFORMANCE: N_("performance goal")}
STATIONS = {
    StationKey.YEAR_BEHIND: N_("The year behind"),
    StationKey.WORK_ENVIRONMENT: N_("Work environment"),
    StationKey.FEEDBACK: N_("Feedback"),
    StationKey.FUTURE: N_("The future"),
    StationKey.DEVELOPMENT_PLAN: N_("Plan"),
}
"""Short names for the stepper in an annual conversation; the agenda's own titles head the stations."""

GOAL_LACKS = {
    GoalLack.MEASURE: N_("How will you both know that it is reached?"),
    GoalLack.DUE: N_("When is it to be reached?"),
    GoalLack.OWNER: N_("Who sees to it?"),
    GoalLack.SUPPORT: N_("Who or what helps?"),
    GoalLack.SERVES: N_("Which milestone or operating-plan goal does it serve?"),
}


def station_name(agenda: Agenda, key: StationKey) -> str:
    """Return the short name of a station; other conversations than the annual one have names of their own."""
    return _(STATIONS[key]) if agenda.kind is Kind.ANNUAL else agenda.station(key).title


def name_of(person: Person, me: Person) -> str:
    """Return "you" for oneself, else the first name."""
    return _("you") if person.id == me.id else person.first_name


def other_of(conversation: Conversation, me: Person) -> Person:
    """Return the one who is not oneself."""
    return conversation.manager if conversation.employee.id == me.id else conversation.employee


def other_in(agreed: Due, me: Person) -> Person:
    """Return with whom one has agreed on something."""
    return agreed.manager if agreed.employee.id == me.id else agreed.employee


def responsible_of(action: Action, employee: Person, manager: Person, me: Person) -> str:
    """Return who sees to an action: "you", a first name, or the words somebody wrote.

    Args:
        action: what is to be seen to.
        employee: whose plan it belongs to.
        manager: with whom it was agreed.
        me: who reads.
    """
    if action.responsible is Responsible.OTHER:
        return action.other or _("not said who")
    return name_of(employee if action.responsible is Responsible.EMPLOYEE else manager, me)


def state_of(action: Action, today: date) -> str:
    """Return where an action is in its life: "carried out, 12 days late"."""
    state = action.state(today)
    if state is ActionState.DONE_LATE:
        return ngettext("carried out, one day late", "carried out, {number} days late", action.days_late)
    return _(ACTION_STATES[state])


def outcome_of(action: Action, today: date) -> str:
    """Return what came of an action in a word or two, for a narrow column: "yes, late"."""
    return _(OUTCOMES[action.state(today)])


def goal_label(kind: GoalKind, number: int) -> str:
    """Return the plan's own name for a goal: "D1", "P2"; in Swedish "U1", "P2"."""
    return (_("D{number}") if kind is GoalKind.DEVELOPMENT else _("P{number}")).format(number=number)

"""How the screens say the domain's own words: kinds, parties, states, who is responsible."""

from __future__ import annotations

from ijtui.domain.action import Action, Extent
from ijtui.domain.agenda import Agenda, Kind, StationKey, Who
from ijtui.domain.conversation import Conversation, Mark, Party, State
from ijtui.domain.goal import GoalKind, GoalLack, Responsible
from ijtui.domain.person import Part, Person
from ijtui.words import N_, _

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


def responsible_of(action: Action, conversation: Conversation, me: Person) -> str:
    """Return who sees to an action: "you", a first name, or the words somebody wrote."""
    if action.responsible is Responsible.OTHER:
        return action.other or _("not said who")
    person = conversation.employee if action.responsible is Responsible.EMPLOYEE else conversation.manager
    return name_of(person, me)


def goal_label(kind: GoalKind, number: int) -> str:
    """Return the plan's own name for a goal: "D1", "P2"; in Swedish "U1", "P2"."""
    return (_("D{number}") if kind is GoalKind.DEVELOPMENT else _("P{number}")).format(number=number)

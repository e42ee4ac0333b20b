"""What the fixed values of the domain are called in minutes."""

from __future__ import annotations

from ijtui.clean import clean_line
from ijtui.domain.action import Action, Extent
from ijtui.domain.agenda import Agenda, Kind
from ijtui.domain.competence import Profile
from ijtui.domain.conversation import Conversation, Mark
from ijtui.domain.goal import GoalKind, Responsible
from ijtui.domain.record import Record
from ijtui.words import N_, Words

_KINDS = {
    Kind.ANNUAL: N_("annual development conversation"),
    Kind.QUARTERLY: N_("quarterly 1:1"),
    Kind.EVALUATION: N_("annual evaluation"),
    Kind.ONBOARDING: N_("onboarding conversation"),
}
_MARKS = {Mark.FINE: N_("fine"), Mark.WATCH: N_("watch"), Mark.RISK: N_("risk")}
_EXTENTS = {Extent.YES: N_("yes"), Extent.PARTLY: N_("partly"), Extent.NO: N_("no")}
_GOAL_KINDS = {
    GoalKind.DEVELOPMENT: N_("development goal"),
    GoalKind.PERFORMANCE: N_("performance goal"),
}
_GOAL_LABELS = {GoalKind.DEVELOPMENT: N_("D{number}"), GoalKind.PERFORMANCE: N_("P{number}")}


def kind(of: Kind, words: Words) -> str:
    """Return the kind of conversation: "utvecklingssamtal"."""
    return words(_KINDS[of])


def mark(of: Mark, words: Words) -> str:
    """Return how an answer is judged: "bevaka"."""
    return words(_MARKS[of])


def extent(of: Extent, words: Words) -> str:
    """Return how far: "delvis"."""
    return words(_EXTENTS[of])


def outcome(action: Action, words: Words) -> str:
    """Return what came of an action: "ja, 12 dagar för sent, ändrad en gång"; "" while nobody has said."""
    said = action.outcome
    if said is None:
        return ""
    end = extent(said.carried_out, words)
    if said.cancelled:
        end = words(N_("dropped by both"))
    elif action.days_late:
        end = words.plural("yes, one day late", "yes, {number} days late", action.days_late)
    if not action.changes:
        return end
    changed = words.plural("agreed anew once", "agreed anew {number} times", action.changes)
    return f"{end}, {changed}"


def followed_up(record: Record, action: Action, words: Words) -> str:
    """Return what a conversation says of an earlier action: its outcome, or that it goes on."""
    open_ = N_("goes on") if action.id in record.plan.going_on else N_("not followed up yet")
    return outcome(action, words) or words(open_)


def choice(of: str, words: Words) -> str:
    """Return the answer to a yes-or-no question; another answer than these two as it stands."""
    return extent(Extent(of), words) if of in ("yes", "no") else of


def goal_kind(of: GoalKind, words: Words) -> str:
    """Return the kind of goal: "utvecklingsmål"."""
    return words(_GOAL_KINDS[of])


def goals(record: Record, words: Words) -> dict[int, str]:
    """Return each goal's short name by its id: "U1"."""
    return {goal: goal_label(kind_, number, words) for goal, (kind_, number) in record.plan.labels().items()}


def goal_label(of: GoalKind, number: int, words: Words) -> str:
    """Return the short name of the goal with that number among its kind: "U1"."""
    return words(_GOAL_LABELS[of], number=number)


def made_from(template: Agenda | Profile, words: Words) -> str:
    """Return which version of the organisation's template something was made from; "" for any other."""
    if not template.version:
        return ""
    return words("{title}, version {number}", title=clean_line(template.title), number=template.version)


def title(conversation: Conversation) -> str:
    """Return what the minutes are called: "Utvecklingssamtal: Åsa Berg"."""
    return clean_line(f"{conversation.agenda.title}: {conversation.employee.name}")


def owner(conversation: Conversation, responsible: Responsible | None, words: Words) -> str:
    """Return the name of who sees to a goal, or ""."""
    if responsible is Responsible.EMPLOYEE:
        return conversation.employee.name
    if responsible is Responsible.MANAGER:
        return conversation.manager.name
    return words("somebody else") if responsible else ""


def doer(conversation: Conversation, action: Action, words: Words) -> str:
    """Return the name of who carries out an action."""
    if action.responsible is Responsible.OTHER and action.other.strip():
        return action.other
    return owner(conversation, action.responsible, words)

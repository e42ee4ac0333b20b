"""What each of the two may say of an action on the way: reported, confirmed, dropped, agreed anew (D-G5).

Nothing one of them says alone ends it. Where the two sit beside each other, one of them may write down
what both say (`beside`), which is how somebody without a login takes part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ijtui.domain.action import Action, Extent, Outcome, Report, Withdrawal
from ijtui.domain.conversation import State
from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken


def reported(action: Action, by: int, on: date, account: str, *, beside: bool = False) -> Action:
    """Return it with the word of the one who sees to it that it is done; either's, for somebody else.

    Args:
        action: an open one.
        by: id of the one who writes it down.
        on: today.
        account: what it achieved, or "".
        beside: the one who sees to it says so beside the one who writes.

    Raises:
        RuleBroken: it is the other's to report, it has ended, or something waits for an answer.
    """
    _must_be_free(action)
    owner = action.seen_to_by
    if owner is not None and action.side_of(by) is not owner:
        if not beside:
            raise RuleBroken("The one who sees to it says that it is done; then you confirm it.")
        by = action.person(owner)
    return within_limits(replace(action, report=Report(on, by), account=account))


def confirmed(action: Action, by: int, on: date, *, beside: bool = False) -> Action:
    """Return it as done, on the day it was reported.

    Raises:
        RuleBroken: nobody has reported it, it has ended, or the one who confirms has reported it alone.
    """
    report = _report_of(action)
    _must_be_the_other(action, by, report.by, beside)
    return action.evaluated(Outcome(Extent.YES, on, action.account, done=report.on))


def returned(action: Action) -> Action:
    """Return it as not done yet after all: the other does not see it so, or the one who said it neither.

    Raises:
        RuleBroken: nobody has reported it, or it has ended.
    """
    _report_of(action)
    return replace(action, report=None)


def proposed_to_drop(action: Action, by: int, on: date, reason: str) -> Action:
    """Return it with the proposal to drop it.

    Raises:
        RuleBroken: it has ended, or something waits for an answer.
    """
    _must_be_free(action)
    return replace(action, withdrawal=within_limits(Withdrawal(on, by, reason)))


def dropped(
    action: Action, by: int, on: date, *, beside: bool = False, conversation: int | None = None
) -> Action:
    """Return it as cancelled by both, for the reason that was proposed.

    Args:
        action: one that is proposed to be dropped.
        by: id of the one who agrees.
        on: today.
        beside: the other agrees beside the one who proposed it and writes.
        conversation: id of the conversation where they agree on it; they sit beside each other there.

    Raises:
        RuleBroken: nobody has proposed it, or the same person agrees alone.
    """
    proposal = action.withdrawal if action.is_open else None
    if proposal is None:
        raise RuleBroken("Nobody has proposed to drop this.")
    _must_be_the_other(action, by, proposal.by, beside or conversation is not None)
    outcome = Outcome(
        Extent.NO, on, action.account, reason=proposal.reason, conversation=conversation, cancelled=True
    )
    return action.evaluated(outcome)


def kept(action: Action) -> Action:
    """Return it as it stood before somebody proposed to drop it.

    Raises:
        RuleBroken: nobody has.
    """
    if action.withdrawal is None or not action.is_open:
        raise RuleBroken("Nobody has proposed to drop this.")
    return replace(action, withdrawal=None)


def must_be_said_by_both(action: Action, by: int, outcome: Outcome, *, beside: bool) -> None:
    """Let an outcome pass that is said in a conversation, beside each other, or by the other of the two.

    Raises:
        RuleBroken: the one who sees to it says alone what came of it.
    """
    together = beside or outcome.conversation is not None
    if not together and action.seen_to_by in (None, action.side_of(by)):
        raise RuleBroken("Report it, and the other confirms; or say together what came of it.")


def wording(action: Action) -> Mapping[str, str]:
    """Return what was promised, part by part."""
    return {
        "what": action.what,
        "responsible": action.responsible.value,
        "other": action.other,
        "due": action.due.isoformat() if action.due else "",
    }


def is_promised(action: Action, where: State | None, today: date) -> bool:
    """Whether it is a promise that stands, and no plan that is still being written.

    Args:
        action: any.
        where: how far the conversation has come where it was agreed; None for between two.
        today: a plan is still being written until its conversation is concluded, and between two
            conversations for the rest of the day.
    """
    return where is State.HELD if where else action.agreed is not None and action.agreed < today


def is_agreed_anew(was: Action, now: Action, where: State | None, today: date) -> bool:
    """Whether a change is a new promise in place of one that stands, and no finishing touch."""
    return is_promised(was, where, today) and wording(was) != wording(now)


def _must_be_free(action: Action) -> None:
    if not action.is_open:
        raise RuleBroken("It is already said what came of this.")
    if action.withdrawal is not None:
        raise RuleBroken("It is proposed to drop this. Answer that first.")
    if action.report is not None:
        raise RuleBroken("This is reported as done. Confirm it, or say that it is not done yet.")


def _report_of(action: Action) -> Report:
    if not action.is_open:
        raise RuleBroken("It is already said what came of this.")
    if action.report is None:
        raise RuleBroken("Nobody has reported this as done yet.")
    return action.report


def _must_be_the_other(action: Action, by: int, first: int, beside: bool) -> None:
    """Let the answer pass where it is the other's, or given beside each other."""
    if not beside and action.side_of(by) is action.side_of(first):
        raise RuleBroken("What one of you says counts when the other agrees.")

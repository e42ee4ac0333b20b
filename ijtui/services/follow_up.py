"""What came of agreed actions: each of the two says their part, and only what both say counts (D-G5)."""

from __future__ import annotations

from dataclasses import replace

from ijtui.clean import clean
from ijtui.data.conversation import NO_CONVERSATION
from ijtui.domain import follow_up
from ijtui.domain.action import Action, Outcome
from ijtui.domain.conversation import Conversation
from ijtui.domain.order import asks_for_decision
from ijtui.domain.person import Person
from ijtui.errors import NotFound, RuleBroken
from ijtui.services.action_rows import ActionRows, reworded


class FollowUp(ActionRows):
    """What a person can say of an action once it is agreed.

    `beside` always means: the other sits beside the asker, who writes down what both say. Where the other
    has a login that is not allowed: they say it themselves.
    """

    def report(self, asker: Person, action: Action, achieved: str = "", *, beside: bool = False) -> Action:
        """Say that it is done; it counts once the other confirms it.

        Raises:
            RuleBroken: the other sees to it, it has ended, or something waits for an answer.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        today, told = self._clock().date(), clean(achieved).strip()
        return self._change(
            asker,
            action,
            "reported",
            lambda was: follow_up.reported(was, asker.id, today, told, beside=beside),
            beside=beside,
        )

    def confirm(self, asker: Person, action: Action, *, beside: bool = False) -> Action:
        """Say that it is done indeed.

        Raises:
            RuleBroken: nobody else has reported it, or it has ended.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        today = self._clock().date()
        return self._change(
            asker,
            action,
            "confirmed",
            lambda was: follow_up.confirmed(was, asker.id, today, beside=beside),
            beside=beside,
        )

    def return_(self, asker: Person, action: Action) -> Action:
        """Say that it is not done yet; what was told of it stays.

        Raises:
            RuleBroken: nobody has reported it, or it has ended.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        return self._change(asker, action, "returned", follow_up.returned)

    def withdraw(
        self,
        asker: Person,
        action: Action,
        reason: str = "",
        *,
        beside: bool = False,
        conversation: int | None = None,
    ) -> Action:
        """Propose to drop it; beside each other, and in a conversation, both agree at once.

        Raises:
            RuleBroken: it has ended, or something waits for an answer.
            Conflict: changed by somebody else since.
            NotFound: not the asker's, or in a conversation that is not about this employee.
        """
        today, why = self._clock().date(), clean(reason).strip()

        def rule(was: Action) -> Action:
            proposed = follow_up.proposed_to_drop(was, asker.id, today, why)
            if not beside and conversation is None:
                return proposed
            self._must_be_about(asker, conversation, was)
            return follow_up.dropped(proposed, asker.id, today, beside=True, conversation=conversation)

        together = beside or conversation is not None
        verb = "dropped" if together else "proposed-to-drop"
        return self._change(asker, action, verb, rule, beside=beside)

    def agree_to_withdraw(
        self, asker: Person, action: Action, *, beside: bool = False, conversation: int | None = None
    ) -> Action:
        """Agree that it need not be done.

        Raises:
            RuleBroken: nobody has proposed it, or only the asker has.
            Conflict: changed by somebody else since.
            NotFound: not the asker's, or in a conversation that is not about this employee.
        """
        today = self._clock().date()

        def rule(was: Action) -> Action:
            self._must_be_about(asker, conversation, was)
            return follow_up.dropped(was, asker.id, today, beside=beside, conversation=conversation)

        return self._change(asker, action, "dropped", rule, beside=beside)

    def keep(self, asker: Person, action: Action) -> Action:
        """Say that it is to be done all the same, or take one's own proposal to drop it back.

        Raises:
            RuleBroken: nobody has proposed to drop it, or it has ended.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        return self._change(asker, action, "kept", follow_up.kept)

    def evaluate(self, asker: Person, action: Action, outcome: Outcome, *, beside: bool = False) -> Action:
        """Write what came of it on the same row (D-G5); in a conversation that is what both say.

        Raises:
            RuleBroken: it says too much, or the one who sees to it says it alone.
            Conflict: changed by somebody else since.
            NotFound: not the asker's, or evaluated in a conversation that is not about this employee.
        """
        said = replace(
            outcome, achieved=clean(outcome.achieved).strip(), reason=clean(outcome.reason).strip()
        )

        def rule(was: Action) -> Action:
            self._must_be_about(asker, said.conversation, was)
            follow_up.must_be_said_by_both(was, asker.id, said, beside=beside)
            return was.evaluated(said)

        return self._change(asker, action, "evaluated", rule, beside=beside)

    def reopen(self, asker: Person, action: Action) -> Action:
        """Take an outcome back; what was told of it stays.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        return self._change(asker, action, "reopened", Action.reopened)

    # The third time

    def undecided(self, asker: Person, conversation: Conversation) -> frozenset[int]:
        """Return the ids of the actions that come up here for the third time: to do, change or drop.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        turns = self._conversations.turns(now.employee.id)
        return frozenset(item.id for item in self._earlier(now) if asks_for_decision(item, turns, now.id))

    def decide(self, asker: Person, action: Action, conversation: Conversation) -> Action:
        """Go on with it, in these words and by this day; the earlier wording is kept.

        Raises:
            RuleBroken: it has ended, its day is not set or has passed, or it says nothing.
            Conflict: changed by somebody else since.
            NotFound: not the asker's, or a conversation that is not about this employee.
        """
        today = self._clock().date()

        def rule(was: Action) -> Action:
            self._must_be_about(asker, conversation.id, was)
            if not was.is_open:
                raise RuleBroken("It is already said what came of this.")
            now = reworded(was, action)
            if now.due is None or now.due < today:
                raise RuleBroken("Agree on a day that is still to come.")
            return replace(now, decided=conversation.id)

        return self._agree_anew(asker, action, "decided", rule, conversation.id)

    def _must_be_about(self, asker: Person, conversation: int | None, action: Action) -> None:
        """Let pass what is said between two conversations, or in one about the same employee.

        Raises:
            NotFound: another's conversation.
        """
        if conversation is None:
            return
        if self._conversation(asker, conversation).employee.id != action.employee:
            raise NotFound(NO_CONVERSATION, number=conversation)

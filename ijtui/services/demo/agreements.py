"""What comes of the example's conversations: goals, actions, their outcomes, feedback."""

from __future__ import annotations

from datetime import date, time
from hashlib import sha256

from ijtui.domain.action import Action, Outcome
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.domain.signed_plan import SIGNED
from ijtui.services.demo.days import Hands
from ijtui.services.demo.scene import Aim, Promise, Scene, Verdict
from ijtui.services.demo.script import Script
from ijtui.services.desk import Desk
from ijtui.services.signing import SigningService


class Agreements:
    """Agrees, evaluates and gives feedback as the story says.

    Args:
        desk: what is done, is done here.
        hands: the clock of the desk.
        script: what is said.
    """

    def __init__(self, desk: Desk, hands: Hands, script: Script) -> None:
        self._desk = desk
        self._hands = hands
        self._script = script
        self.goals: dict[str, Goal] = {}
        self.serves: dict[str, int] = {}
        self._actions: dict[str, Action] = {}

    def make(self, asker: Person, scene: Scene, conversation: Conversation) -> None:
        """Agree on goals and actions."""
        for aim in scene.aims:
            self.goals[aim.key] = self._desk.goals.add(asker, conversation, self._goal(aim, conversation))
        for promise in scene.promises:
            action = self._action(promise, conversation)
            self._actions[promise.key] = self._desk.actions.add(asker, conversation, action)

    def follow_up(self, asker: Person, scene: Scene, conversation: Conversation) -> None:
        """Evaluate earlier actions in the conversation."""
        for verdict in scene.verdicts:
            if not verdict.days:
                self._evaluate(asker, verdict, self._hands().date(), conversation.id)

    def evaluate_between(self, asker: Person, verdict: Verdict) -> None:
        """Evaluate an action on a day between two conversations, the other beside the asker."""
        self._hands.turn(self._hands.moment(verdict.days, time(16)))
        self._evaluate(asker, verdict, self._hands().date(), None)

    def sign(self, asker: Person, conversation: Conversation) -> None:
        """Let both sign the plan of a conversation that looks back on a year, one after the other."""
        if conversation.agenda.kind not in SIGNED:
            return
        salt = sha256(str(conversation.id).encode()).hexdigest()  # the example is the same every time
        signing = SigningService(self._desk.store, self._hands, str, new_salt=lambda: salt)
        plan = signing.freeze(asker, conversation).plan
        for signer in (conversation.manager, conversation.employee):
            initials = "".join(word[0] for word in signer.name.split())
            signing.sign(asker, conversation, plan.hash, signer=signer, initials=initials)

    def report(self, asker: Person, key: str) -> None:
        """Let the one who sees to an action say that it is done."""
        self._actions[key] = self._desk.actions.report(asker, self._actions[key])

    def feedback(self, key: str, giver: Person, receiver: Person | None, conversation: Conversation) -> None:
        """Give feedback and open it."""
        said = self._script.feedback[key]
        given = Feedback(
            conversation.id,
            giver.id,
            receiver.id if receiver else None,
            said["positive"],
            said["improve"],
            said["support"],
        )
        stored = self._desk.feedback.save(giver, conversation, given)
        self._desk.feedback.open(giver, conversation, stored)

    def _evaluate(self, asker: Person, verdict: Verdict, on: date, conversation: int | None) -> None:
        said = self._script.actions[verdict.key]
        outcome = Outcome(
            verdict.carried_out,
            on,
            said.get("achieved", ""),
            verdict.goal_reached,
            said.get("reason", ""),
            conversation,
        )
        action = self._actions[verdict.key]
        self._actions[verdict.key] = self._desk.actions.evaluate(asker, action, outcome, beside=True)

    def _goal(self, aim: Aim, conversation: Conversation) -> Goal:
        said, due = self._script.goals[aim.key], self._due(aim.due)
        return Goal(
            conversation.employee.id,
            said["title"],
            aim.kind,
            said["measure"],
            said["achievable"],
            said["serves"],
            due,
            said["support"],
            aim.owner,
            str(due.year) if due else "",
            aim.progress,
            milestone=self.serves.get(aim.key),
        )

    def _action(self, promise: Promise, conversation: Conversation) -> Action:
        said = self._script.actions[promise.key]
        return Action(
            conversation.employee.id,
            conversation.id,
            said["what"],
            promise.responsible,
            said.get("other", ""),
            self._due(promise.due),
            promise.question,
            self.goals[promise.goal].id if promise.goal else None,
        )

    def _due(self, days: int | None) -> date | None:
        return None if days is None else self._hands.day(days)

"""Letting the story happen, through the same services that a person uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from ijtui import paths
from ijtui.content.agenda import trusted_agenda
from ijtui.content.source import read_file
from ijtui.domain.agenda import Agenda
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.person import Part, Person
from ijtui.domain.text import TextKey, TextKind
from ijtui.services.demo.agreements import Agreements
from ijtui.services.demo.between import Between
from ijtui.services.demo.days import Hands
from ijtui.services.demo.event import Event
from ijtui.services.demo.ratings import Ratings
from ijtui.services.demo.scene import Scene, Verdict
from ijtui.services.demo.script import Script
from ijtui.services.demo.story import EMPLOYEES, MANAGER
from ijtui.services.demo.year_story import RATINGS, TARGETS
from ijtui.services.desk import Desk

_BOOKED_BEFORE = 28
_PREPARED_BEFORE = 3
_BETWEEN_QUESTIONS = timedelta(minutes=4)


class Stage:
    """An open file in which the story happens.

    Args:
        desk: what is done, is done here.
        hands: the clock of the desk.
        script: what is said.
    """

    def __init__(self, desk: Desk, hands: Hands, script: Script) -> None:
        self._desk = desk
        self._hands = hands
        self._script = script
        self._people: dict[str, Person] = {}
        self._agreements = Agreements(desk, hands, script)
        self._ratings = Ratings(desk, script, RATINGS)
        self._manager = Person("")
        self._booked: dict[str, Conversation] = {}

    def play(self, story: Sequence[Scene], events: Sequence[Event]) -> None:
        """Let everybody come in, book every conversation, and let all that happens happen day by day."""
        self._hands.turn(self._hands.moment(min(scene.days for scene in story) - 2 * _BOOKED_BEFORE, time(8)))
        self._come_in()
        between = Between(self._desk, self._hands, self._script, self._people, self._agreements)
        between.set_targets(TARGETS, self._hands.day(0))
        self._desk.figure.take_over_example(self._manager)
        self._booked = {scene.key: self._book(scene) for scene in story}
        verdicts = [verdict for scene in story for verdict in scene.verdicts if verdict.days]
        for what in sorted((*story, *verdicts, *events), key=_day):
            if isinstance(what, Scene):
                self._conversation(what)
            elif isinstance(what, Verdict):
                self._agreements.evaluate_between(self._manager, what)
            else:
                between.play(what)

    def _come_in(self) -> None:
        people = self._desk.people
        said = self._script.people[MANAGER]
        owner = people.first_run(said["name"], Part.MANAGER)
        self._manager = people.change(owner, replace(owner, role=said["role"], unit=said["unit"]))
        self._people[MANAGER] = self._manager
        for key in EMPLOYEES:
            said = self._script.people[key]
            employee = Person(said["name"], said["role"], said["unit"], owner.id)
            self._people[key] = people.add(owner, employee)

    def _conversation(self, scene: Scene) -> None:
        conversation = self._booked[scene.key]
        self._prepare(scene, conversation)
        self._ratings.rate(self._manager, scene.key, conversation)
        if scene.state is not State.BOOKED:
            self._talk(scene, conversation)
        self._agreements.make(self._manager, scene, conversation)
        self._give_feedback(scene, conversation)
        self._ratings.agree(self._manager, scene.key, conversation)
        if scene.state is State.HELD:
            self._desk.conversations.conclude(self._manager, self._now(conversation))
            self._agreements.sign(self._manager, self._now(conversation))

    def _book(self, scene: Scene) -> Conversation:
        self._hands.turn(self._hands.moment(scene.days - _BOOKED_BEFORE, time(10)))
        return self._desk.conversations.book(
            self._manager,
            self._agenda(scene.agenda),
            self._people[scene.employee],
            self._manager,
            self._hands.moment(scene.days, scene.at),
            self._script.places[scene.place],
        )

    def _agenda(self, name: str) -> Agenda:
        """Return an agenda as it ships; a person's own must not change the example."""
        path = paths.CONTENT / self._script.language / "agendas" / f"{name}.md"
        return trusted_agenda(read_file(path), str(path), self._script.language)

    def _prepare(self, scene: Scene, conversation: Conversation) -> None:
        """Both prepare; in a manager's own file, the employee's part comes in on paper."""
        self._hands.turn(self._hands.moment(min(scene.days - _PREPARED_BEFORE, -1), time(15)))
        for task in conversation.agenda.checklist[: scene.ticked]:
            self._desk.conversations.tick(self._manager, conversation, task.id, True)
        self._write(scene, conversation, "manager", TextKind.PREPARATION, Party.MANAGER)
        self._write(scene, conversation, "employee", TextKind.PREPARATION, Party.EMPLOYEE)
        self._write(scene, conversation, "private", TextKind.PRIVATE, Party.MANAGER)
        if scene.opens:
            self._desk.texts.open_preparation(self._manager, conversation)

    def _talk(self, scene: Scene, conversation: Conversation) -> None:
        asker, conversations = self._manager, self._desk.conversations
        starts = self._hands.moment(scene.days, scene.at)
        self._hands.turn(starts)
        conversations.begin(asker, conversation)
        self._agreements.follow_up(asker, scene, conversation)
        self._write(scene, conversation, "notes", TextKind.SHARED, None)
        for question in scene.talked or [question.id for question in conversation.agenda.questions()]:
            conversations.set_done(asker, conversation, question, True)
        for question in scene.parked:
            conversations.park(asker, conversation, question, True)
        for question, mark in scene.marks.items():
            conversations.judge(asker, conversation, question, mark)
        for question, choice in scene.choices.items():
            conversations.choose(asker, conversation, question, choice)
        for station, minutes in zip(conversation.agenda.order, scene.used, strict=False):
            conversations.spend(asker, conversation, station, minutes * 60)
        self._hands.turn(starts + timedelta(minutes=sum(scene.used)))

    def _write(
        self, scene: Scene, conversation: Conversation, part: str, kind: TextKind, party: Party | None
    ) -> None:
        """Save what the script has for that part, in the order of the agenda."""
        said = self._script.conversations[scene.key].get(part, {})
        for question, moment in zip(conversation.agenda.questions(), self._moments(), strict=False):
            if question.id in said:
                self._hands.turn(moment)
                key = TextKey(conversation.id, question.id, kind, party)
                on_paper = party is Party.EMPLOYEE
                self._desk.texts.save(self._manager, key, said[question.id].strip(), 0, on_paper=on_paper)

    def _moments(self) -> Iterator[datetime]:
        moment = self._hands()
        while True:
            moment += _BETWEEN_QUESTIONS
            yield moment

    def _give_feedback(self, scene: Scene, conversation: Conversation) -> None:
        for key, (giver, receiver) in scene.feedback.items():
            self._agreements.feedback(
                key, self._people[giver], self._people.get(receiver), self._now(conversation)
            )

    def _now(self, conversation: Conversation) -> Conversation:
        return self._desk.conversations.get(self._manager, conversation.id)


def _day(what: Scene | Verdict | Event) -> int:
    """Return the day on which it happens; what is only booked is prepared by now."""
    return min(what.days, -1)

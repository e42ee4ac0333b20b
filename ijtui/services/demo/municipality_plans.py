"""What is agreed and followed up in a conversation of the made-up municipality, and what both sign."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from random import Random

from ijtui.data.wording import Wordings
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation, Mark, Party, Progress, State
from ijtui.domain.follow_up import confirmed, dropped, proposed_to_drop, reported, wording
from ijtui.domain.goal import Goal, Responsible
from ijtui.domain.milestone import Milestone
from ijtui.domain.order import Turn, a_turn, to_follow_up
from ijtui.domain.plan import Plan
from ijtui.domain.plan_text import PlanText
from ijtui.domain.signature import Answer, Method, Signature
from ijtui.domain.signed_plan import SignedPlan, following, text_of
from ijtui.domain.wording import Wording
from ijtui.services.action_rows import WORDING
from ijtui.services.demo.municipality_book import Book
from ijtui.services.demo.municipality_fate import Point, a_point, ends
from ijtui.services.demo.municipality_goals import Goals
from ijtui.services.demo.municipality_staff import Staff
from ijtui.services.demo.municipality_talks import Booking
from ijtui.services.demo.municipality_words import Words

_MINUTE = timedelta(minutes=1)
_POINTS = (3, 3, 4, 4, 5)
_SEEN_TO_BY = (*[Responsible.EMPLOYEE] * 6, *[Responsible.MANAGER] * 3)
_MARKS = (*[Mark.FINE] * 15, *[Mark.WATCH] * 4, Mark.RISK)
_MARKED = ("workload", "cooperation", "health", "surroundings")
_UNSIGNED, _HALF_SIGNED, _AGREED_ABOUT = 0.05, 0.02, 0.7
"""How likely a plan is signed by nobody, or by the manager alone so far; and a risk is seen to."""


@dataclass(slots=True)
class Past:
    """What one employee has behind them: all conversations, and what is still to be followed up."""

    turns: dict[int, Turn] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    goals: tuple[Goal, ...] = ()


class Plans:
    """Lets conversations happen, in the order in which they are held.

    Args:
        book: where they are written down.
        staff: who is still there when something is to be confirmed.
        words: what is said.
        today: nothing happens later.
        chance: decides.
    """

    def __init__(self, book: Book, staff: Staff, words: Words, today: date, chance: Random) -> None:
        self._book = book
        self._staff = staff
        self._words = words
        self._today = today
        self._chance = chance
        self._goals = Goals(book, words, chance)
        self._wordings = Wordings(book.bulk, WORDING)
        self._past: dict[int, Past] = {}

    def hold(self, booking: Booking, milestones: Sequence[Milestone]) -> None:
        """Let one happen as far as it has come by today.

        Args:
            booking: as it is booked.
            milestones: what goals can serve.
        """
        now = booking.conversation
        past = self._past.setdefault(now.employee.id, Past())
        if booking.state is State.CANCELLED:
            now = replace(now.cancelled(), version=2)
            self._note(now, "cancelled", booking.at + 3 * _MINUTE)
        elif booking.state is State.HELD and now.starts is not None:
            now = self._held(now.begun(now.starts), now.starts, past, milestones, booking.seat.boss or 0)
        self._book.archive.conversation(now)
        past.turns[now.id] = _turn(now)

    def see_off(self, person: int, last: date) -> None:
        """Let what is open be dropped by both when somebody leaves on that day."""
        for point in self._past.get(person, Past()).points:
            was, why = point.action, self._words.told["left"][0]
            if was.is_open:
                proposed = proposed_to_drop(was, person, last, why)
                gone = dropped(proposed, person, last, beside=True)
                point.action = replace(gone, version=was.version + 1)
                self._book.note(person, "dropped", f"action:{was.id}", _afternoon(last))

    def finish(self) -> None:
        """Write down what is still open today."""
        for past in self._past.values():
            for point in past.points:
                self._book.archive.action(point.action)
            for goal in past.goals:
                self._book.archive.goal(goal)

    def _held(
        self, now: Conversation, at: datetime, past: Past, milestones: Sequence[Milestone], boss: int
    ) -> Conversation:
        self._note(now, "began", at)
        turns = {**past.turns, now.id: _turn(now)}
        self._follow_up(now, past, at + 15 * _MINUTE)
        risks = self._mark(now, at + 30 * _MINUTE)
        earlier = to_follow_up(now.id, turns, [point.action for point in past.points])
        self._goals.close(past.goals, now, at + 40 * _MINUTE)
        past.goals = self._goals.agree(now, milestones, at + 45 * _MINUTE)
        points = [*self._points(now, past.goals, risks, at + 60 * _MINUTE)]
        actions = tuple(point.action for point in points)
        text = text_of(now, Plan(past.goals, actions, earlier), turns)
        if self._sign(now, text, at + now.minutes * _MINUTE):
            _bind(past.points + points, {item.id for item in (*actions, *earlier)})
        self._note(now, "concluded", at + (now.minutes + 4) * _MINUTE)
        for point in points:
            self._see_to(point, boss)
        self._let_go(past)
        past.points += points
        return replace(now.concluded(), version=3)

    def _note(self, now: Conversation, verb: str, at: datetime) -> None:
        self._book.note(now.manager.id, verb, f"conversation:{now.id}", at, now.id)

    # What was agreed before

    def _follow_up(self, now: Conversation, past: Past, at: datetime) -> None:
        """Say what came of what is open."""
        for point in past.points:
            was = point.action
            if not was.is_open:
                continue
            action, verb = ends(point, now, at.date(), self._words, self._chance)
            if verb:
                changes = was.changes + (verb == "decided")
                point.action = replace(action, version=was.version + 1, changes=changes)
                self._book.note(now.manager.id, verb, f"action:{was.id}", at, now.id)
            if verb == "decided":
                self._wordings.keep(was.id, Wording(was.version, wording(was), now.manager.id, at))

    def _let_go(self, past: Past) -> None:
        """Write down for good what has ended."""
        for point in past.points:
            if not point.action.is_open:
                self._book.archive.action(point.action)
        past.points = [point for point in past.points if point.action.is_open]

    def _mark(self, now: Conversation, at: datetime) -> list[str]:
        """Judge some of the work environment and return the questions where there is a risk."""
        said = {
            question: Progress(done=True, mark=self._chance.choice(_MARKS))
            for question in self._chance.sample(_MARKED, 3)
        }
        self._book.archive.progress(now.id, said, now.manager.id, at)
        risks = [question for question, progress in said.items() if progress.mark is Mark.RISK]
        return [question for question in risks if self._chance.random() < _AGREED_ABOUT]

    # What is agreed now

    def _points(
        self, now: Conversation, goals: Sequence[Goal], risks: list[str], at: datetime
    ) -> Iterator[Point]:
        """Yield new points; the first ones see to risks."""
        chosen = self._chance.sample(self._words.points, self._chance.choice(_POINTS))
        questions = [*risks, *[""] * len(chosen)]
        for number, what in enumerate(chosen):
            action = Action(
                now.employee.id,
                now.id,
                what,
                self._chance.choice(_SEEN_TO_BY),
                question=questions[number],
                goal=goals[number].id if number < len(goals) and not questions[number] else None,
                manager=now.manager.id,
                agreed=at.date(),
                id=self._book.bulk.next_id("action"),
                version=1,
            )
            self._book.note(now.manager.id, "agreed", f"action:{action.id}", at, now.id)
            yield a_point(action, at.date(), self._chance)

    def _sign(self, now: Conversation, text: PlanText, at: datetime) -> bool:
        """Let both sign, or the manager alone, or nobody; return whether both did."""
        told = self._chance.random()
        if told < _UNSIGNED:
            return False
        text = following(text, None, sha256(f"ijtui {now.id}".encode()).hexdigest())
        plan = self._book.signatures.add(SignedPlan(text, text.hash(), now.manager.id, at))
        self._book.note(now.manager.id, "froze", f"plan:{plan.id}", at, now.id)
        alone = told < _UNSIGNED + _HALF_SIGNED and at.year == self._today.year
        for party in (Party.MANAGER, Party.EMPLOYEE)[: 1 if alone else 2]:
            at, signer = at + _MINUTE, now.person(party)
            initials = "".join(word[0] for word in signer.name.split())
            signed = Signature(plan.id, signer.id, Answer.SIGNED, Method.INITIALS, at, initials=initials)
            self._book.signatures.answer(signed)
            self._book.note(now.manager.id, "signed", f"plan:{plan.id}:{signer.id}", at, now.id)
        return not alone

    def _see_to(self, point: Point, boss: int) -> None:
        """Let one report and the other confirm it on their days, if both are still there by then."""
        action, told, agreed = point.action, point.reported, point.confirmed
        if told is None or agreed is None or told >= self._today or not self._both_stay(action, boss, agreed):
            return
        seen_to = action.person(action.seen_to_by or Party.EMPLOYEE)
        other = action.manager if seen_to == action.employee else action.employee
        point.action = replace(reported(action, seen_to, told, ""), version=2)
        self._book.note(seen_to, "reported", f"action:{action.id}", _afternoon(told))
        if agreed < self._today:
            point.action = replace(confirmed(point.action, other, agreed), version=3)
            self._book.note(other, "confirmed", f"action:{action.id}", _afternoon(agreed))

    def _both_stay(self, action: Action, boss: int, until: date) -> bool:
        same = self._staff.holder(boss, until) == action.manager
        return same and self._staff.stays(action.employee, action.agreed or until, until)


def _bind(points: Sequence[Point], signed: Collection[int]) -> None:
    """Say of what stands in a plan that both have signed it."""
    for point in points:
        if point.action.id in signed:
            point.action = replace(point.action, signed=True)


def _turn(now: Conversation) -> Turn:
    held, off = now.state is State.HELD, now.state is State.CANCELLED
    return a_turn(
        now.id, now.manager.id, now.starts, now.began, is_over=held, is_off=off, kind=now.agenda.kind
    )


def _afternoon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 15, 30)  # noqa: DTZ001 - local like every time here

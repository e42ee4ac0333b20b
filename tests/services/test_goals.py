"""Goals through the year: set in a conversation or between two, checked in on, closed, never forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ijtui.domain.cascade import Serving
from ijtui.domain.cause import Cause
from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.goal import Goal, GoalKind, Result
from ijtui.domain.milestone import Milestone
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.domain.shortfall import Shortfall
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from tests.builders import NOW, Room, a_goal, a_person, an_action, an_agenda

TODAY = NOW.date()


@pytest.fixture
def goal(room: Room) -> Goal:
    return room.desk.goals.add(room.me, room.conversation, a_goal())


@pytest.fixture
def outsider(room: Room) -> Person:
    return room.desk.people.add(room.me, a_person("Någon Annan"))


def a_check_in(progress: int = 40, **changes: Any) -> CheckIn:
    return replace(CheckIn(0, TODAY, progress, comment="Kursen är klar"), **changes)


def a_shortfall(**changes: Any) -> Shortfall:
    return replace(
        Shortfall(0, TODAY, Cause.RESOURCES, Quarter(2027, 1), "För få dagar", "Boka en dag"), **changes
    )


# Between conversations


def test_both_parties_set_goals_between_two_conversations(room: Room) -> None:
    goals = room.desk.goals
    by_manager = goals.add_for(room.me, room.employee, a_goal(person=77, conversation=9, id=5))
    by_employee = goals.add_for(room.employee, room.employee, a_goal("Leverera", kind=GoalKind.PERFORMANCE))
    assert (by_manager.person, by_manager.conversation, by_manager.made) == (room.employee.id, None, TODAY)
    assert (by_manager.author, by_employee.author) == (room.me.id, room.employee.id)
    assert goals.of_person(room.me, room.employee) == (by_manager, by_employee)
    assert goals.visible(room.employee) == (by_manager, by_employee)


def test_nobody_sets_goals_for_somebody_they_have_nothing_to_do_with(room: Room, outsider: Person) -> None:
    with pytest.raises(NotAllowed):
        room.desk.goals.add_for(outsider, room.employee, a_goal())
    room.desk.conversations.book(outsider, an_agenda(), room.employee, outsider, None)
    assert room.desk.goals.add_for(outsider, room.employee, a_goal()).author == outsider.id


def test_goals_from_elsewhere_go_on_in_the_next_conversation(room: Room, goal: Goal) -> None:
    goals = room.desk.goals
    between = goals.add_for(room.me, room.employee, a_goal("Mellan två samtal"))
    assert goals.going_on(room.me, room.conversation) == (between,)
    following = room.book()
    assert goals.going_on(room.me, following) == (goal, between)
    goals.close(room.me, goal, Result.REACHED)
    assert goals.going_on(room.me, following) == (between,)


def test_a_goal_of_somebody_else_is_as_if_it_weren_t_there(room: Room, goal: Goal, outsider: Person) -> None:
    goals = room.desk.goals
    room.desk.conversations.book(outsider, an_agenda(), room.me, outsider, None)
    for ask in (
        lambda: goals.get(outsider, goal.id),
        lambda: goals.change(outsider, goal),
        lambda: goals.remove(outsider, goal),
        lambda: goals.close(outsider, goal, Result.REACHED),
        lambda: goals.reopen(outsider, goal),
        lambda: goals.check_ins(outsider, goal),
        lambda: goals.check_in(outsider, goal, a_check_in()),
        lambda: goals.shortfalls(outsider, goal),
        lambda: goals.explain(outsider, goal, a_shortfall()),
        lambda: goals.wordings(outsider, goal),
    ):
        with pytest.raises(NotFound, match="no goal with number 1"):
            ask()
    assert goals.visible(outsider) == goals.of_person(outsider, room.employee) == ()
    assert not goals.newest(outsider, [goal])
    assert not goals.courses(outsider, [goal])


def test_a_successor_takes_over_the_goals(room: Room, goal: Goal, outsider: Person) -> None:
    room.hold(room.conversation)
    room.desk.conversations.book(outsider, an_agenda(), room.employee, outsider, None)
    assert room.desk.goals.visible(outsider) == (goal,)
    assert room.desk.goals.change(outsider, replace(goal, title="Annat")).title == "Annat"


def test_a_goal_from_a_conversation_that_was_called_off_binds_nobody(room: Room, goal: Goal) -> None:
    room.desk.conversations.cancel(room.me, room.conversation)
    assert room.desk.goals.visible(room.me) == ()


# Words


def test_changing_a_goal_keeps_whose_it_is_its_story_and_its_end(room: Room, goal: Goal) -> None:
    goals = room.desk.goals
    goals.check_in(room.me, goal, a_check_in(40))
    forged = replace(goal, title=" Nytt\x00 ", person=room.me.id, conversation=None, progress=90, author=9)
    changed = goals.change(room.me, replace(forged, result=Result.REACHED, made=None))
    assert changed == replace(goal, title="Nytt", progress=40, version=2)
    assert goals.get(room.employee, goal.id) == changed


def test_every_earlier_wording_is_kept_with_who_and_when(room: Room, goal: Goal) -> None:
    goals, clock = room.desk.goals, room.clock
    first = clock.forward(days=1)
    changed = goals.change(room.me, replace(goal, title="Andra ordalydelsen"))
    second = clock.forward(days=1)
    closed = goals.close(room.me, changed, Result.PARTLY)
    goals.change(room.employee, replace(closed, due=None))
    newest, oldest = goals.wordings(room.me, goal)
    assert (newest.author, newest.at, newest.fields["due"]) == (room.employee.id, second, "2027-05-31")
    assert (oldest.author, oldest.at, oldest.fields["title"]) == (room.me.id, first, goal.title)


def test_saving_the_same_words_again_makes_no_earlier_wording(room: Room, goal: Goal) -> None:
    saved = room.desk.goals.change(room.me, replace(goal, title=f" {goal.title} "))
    assert saved.title == goal.title
    assert room.desk.goals.wordings(room.me, goal) == ()


# Check-ins


def test_progress_follows_the_newest_check_in(room: Room, goal: Goal) -> None:
    goals = room.desk.goals

    def progress() -> int:
        return goals.get(room.me, goal.id).progress

    today = goals.check_in(room.employee, goal, a_check_in(60))
    assert progress() == 60
    goals.check_in(room.me, goal, a_check_in(20, day=TODAY - timedelta(days=90)))
    assert progress() == 60
    again = goals.check_in(room.me, goal, a_check_in(55, course=Course.AT_RISK))
    assert progress() == 55
    assert goals.newest(room.me, [goal]) == {goal.id: again}
    goals.remove_check_in(room.me, again)
    assert progress() == 60
    goals.change_check_in(room.employee, replace(today, progress=65))
    assert progress() == 65
    assert [item.progress for item in goals.check_ins(room.me, goal)] == [65, 20]
    assert goals.get(room.me, goal.id).version == goal.version


def test_a_check_in_belongs_to_its_writer_and_its_goal(room: Room, goal: Goal, outsider: Person) -> None:
    goals = room.desk.goals
    made = goals.check_in(room.me, goal, a_check_in(goal=99, author=99, id=7))
    assert (made.goal, made.author, made.made) == (goal.id, room.me.id, room.clock.now)
    for ask in (
        lambda: goals.change_check_in(room.employee, replace(made, author=room.employee.id)),
        lambda: goals.remove_check_in(room.employee, made),
    ):
        with pytest.raises(NotAllowed):
            ask()
    with pytest.raises(NotFound, match="no check-in with number 1"):
        goals.remove_check_in(outsider, made)
    forged = goals.change_check_in(room.me, replace(made, goal=99, author=99, conversation=1, progress=50))
    assert forged == replace(made, progress=50, version=2)


def test_a_check_in_is_made_in_a_conversation_about_the_same_employee(
    room: Room, goal: Goal, outsider: Person
) -> None:
    elsewhere = room.book(employee=outsider)
    with pytest.raises(NotFound, match="no conversation with number 2"):
        room.desk.goals.check_in(room.me, goal, a_check_in(conversation=elsewhere.id))
    made = room.desk.goals.check_in(room.me, goal, a_check_in(conversation=room.conversation.id))
    assert made.conversation == room.conversation.id


def test_a_check_in_says_how_far_on_a_day_that_has_come_for_a_goal_that_goes_on(
    room: Room, goal: Goal
) -> None:
    goals = room.desk.goals
    for wrong in (a_check_in(101), a_check_in(-1), a_check_in(day=TODAY + timedelta(days=1))):
        with pytest.raises(RuleBroken):
            goals.check_in(room.me, goal, wrong)
    closed = goals.close(room.me, goal, Result.REACHED)
    with pytest.raises(RuleBroken, match="closed"):
        goals.check_in(room.me, goal, a_check_in())
    goals.reopen(room.me, closed)
    assert goals.check_in(room.me, goal, a_check_in()).id == 1


def test_courses_tell_all_goals_apart(room: Room, goal: Goal) -> None:
    goals = room.desk.goals
    other = goals.add_for(room.me, room.employee, a_goal("Ett annat"))
    first = goals.check_in(room.me, goal, a_check_in(10, day=TODAY - timedelta(days=9)))
    second = goals.check_in(room.me, goal, a_check_in(20))
    assert goals.courses(room.employee, [goal, other]) == {goal.id: (second, first), other.id: ()}


# The end


def test_a_goal_ends_once_and_may_go_on_after_all(room: Room, goal: Goal) -> None:
    goals = room.desk.goals
    closed = goals.close(room.me, goal, Result.NOT_REACHED)
    assert (closed.ended, closed.result, closed.is_open) == (TODAY, Result.NOT_REACHED, False)
    with pytest.raises(Conflict) as conflict:
        goals.close(room.employee, goal, Result.REACHED)
    assert conflict.value.theirs == closed
    reopened = goals.reopen(room.me, closed)
    assert (reopened.ended, reopened.result) == (None, None)


def test_the_two_write_down_what_stood_in_the_way(room: Room, goal: Goal) -> None:
    goals = room.desk.goals
    said = goals.explain(room.me, goal, a_shortfall(because=" För få dagar\r\n"))
    assert (said.goal, said.author, said.because) == (goal.id, room.me.id, "För få dagar")
    again = goals.explain(room.employee, goal, replace(said, next_step="Boka två dagar"))
    assert goals.shortfalls(room.me, goal) == (again,)
    with pytest.raises(RuleBroken, match="stood in the way"):
        goals.explain(room.me, goal, a_shortfall(cause=Cause.OTHER, because=" "))


def test_what_stood_in_the_way_of_one_goal_is_not_moved_to_another(room: Room, goal: Goal) -> None:
    goals = room.desk.goals
    said = goals.explain(room.me, goal, a_shortfall())
    other = goals.add_for(room.me, room.employee, a_goal("Ett annat"))
    with pytest.raises(NotFound):
        goals.explain(room.me, other, said)


@pytest.mark.parametrize("what", ["nothing", "check-in", "action", "shortfall", "entry", "end"])
def test_a_goal_is_removed_only_while_nothing_has_been_said_of_it(room: Room, goal: Goal, what: str) -> None:
    goals = room.desk.goals
    if what == "check-in":
        goals.check_in(room.me, goal, a_check_in())
    elif what == "action":
        room.desk.actions.add(room.me, room.conversation, an_action(goal=goal.id))
    elif what == "shortfall":
        goals.explain(room.me, goal, a_shortfall())
    elif what == "entry":
        entry = {"uid": "a", "writer": 2, "day": "2026-11-21", "body": "", "folded": "", "author": 2}
        moments = {"made": "", "changed": "", "kept": ""}
        with room.desk.store.writing():
            room.desk.store.insert("entry", {**entry, **moments, "goal": goal.id})
    elif what == "end":
        goal = goals.close(room.me, goal, Result.DROPPED)
    if what == "nothing":
        goal = goals.change(room.me, replace(goal, title="I andra ord"))
        goals.remove(room.me, goal)
        assert goals.visible(room.me) == ()
        assert room.desk.store.rows("SELECT * FROM wording") == []
        return
    with pytest.raises(RuleBroken, match="Close it instead"):
        goals.remove(room.me, goal)


# What it serves


def test_a_goal_shows_the_title_of_what_it_serves(room: Room, goal: Goal) -> None:
    milestones, goals = room.desk.milestones, room.desk.goals
    milestone = milestones.add(room.me, Milestone("Digital utveckling", 2027, " Mål\n3 "))
    changed = goals.change(room.me, replace(goal, milestone=milestone.id, serves="Egna ord"))
    assert changed.serves == "Mål 3"
    milestones.change(room.me, replace(milestone, title="Mål 4"))
    assert goals.get(room.me, goal.id).serves == "Mål 4"
    assert goals.of(room.me, room.conversation)[0].serves == "Mål 4"
    own = goals.change(room.me, replace(changed, milestone=None, serves="Egna ord"))
    assert (own.serves, own.milestone) == ("Egna ord", None)


def test_a_goal_serves_only_what_is_there(room: Room, goal: Goal) -> None:
    with pytest.raises(NotFound, match="no milestone with number 9"):
        room.desk.goals.change(room.me, replace(goal, milestone=9))


def test_a_unit_has_its_own_milestones_and_those_of_all(room: Room) -> None:
    milestones = room.desk.milestones
    everybody = milestones.add(room.me, Milestone("", 2027, "Hela förvaltningen"))
    own = milestones.add(room.me, Milestone("Digital utveckling", 2027, "Enheten", due=date(2027, 6, 1)))
    other = milestones.add(room.me, Milestone("Ekonomi", 2027, "En annan enhet"))
    past = milestones.add(room.me, Milestone("Digital utveckling", 2026, "I fjol"))
    assert milestones.of_unit(room.employee, " digital Utveckling", 2027) == (everybody, own)
    assert milestones.of_unit(room.employee, "Digital utveckling") == (everybody, own, past)
    assert milestones.all(room.employee) == (everybody, own, other, past)
    assert milestones.get(room.employee, own.id) == own


def test_a_milestone_that_goals_serve_stays(room: Room, goal: Goal) -> None:
    milestones, goals = room.desk.milestones, room.desk.goals
    milestone = milestones.add(room.me, Milestone("", 2027, "Mål 3"))
    serving = goals.change(room.me, replace(goal, milestone=milestone.id))
    assert milestones.serving(room.me) == {milestone.id: Serving(1, 1)}
    with pytest.raises(RuleBroken, match="serve it"):
        milestones.remove(room.me, milestone)
    goals.change(room.me, replace(serving, milestone=None, serves=""))
    milestones.remove(room.me, milestone)
    with pytest.raises(NotFound):
        milestones.get(room.me, milestone.id)


def test_a_milestone_says_something_in_a_year(room: Room) -> None:
    for wrong in (Milestone("", 2027, " "), Milestone("", 27, "Mål 3")):
        with pytest.raises(RuleBroken):
            room.desk.milestones.add(room.me, wrong)

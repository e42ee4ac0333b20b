"""Rating alone, comparing, agreeing: what is whose, and when (D-K)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from ijtui.domain.assessment import Agreed, Assessment
from ijtui.domain.conversation import Party
from ijtui.domain.person import Person
from ijtui.errors import Conflict, NotFound, RuleBroken
from ijtui.words import in_language
from tests.assessing import a_profile, assess, rate_all
from tests.builders import Room, a_goal, a_person

BOTH = {Party.EMPLOYEE: "Jag vågar mer än förr.", Party.MANAGER: "Jag ser fortfarande många frågor."}
IDS = ("code", "tests", "design")


@pytest.fixture
def begun(room: Room) -> Room:
    room.desk.competences.begin(room.me, room.conversation, a_profile(*IDS))
    return room


def of(room: Room, asker: Person) -> Assessment:
    found = room.desk.competences.of(asker, room.conversation)
    assert found is not None
    return found


def asker_of(room: Room, party: Party) -> Person:
    return room.me if party is Party.MANAGER else room.employee


def test_there_is_none_until_it_is_begun_and_then_both_have_it(room: Room) -> None:
    assert room.desk.competences.of(room.employee, room.conversation) is None
    begun = room.desk.competences.begin(room.employee, room.conversation, a_profile())
    assert begun == of(room, room.employee)
    seen = of(room, room.me)
    assert (seen.profile, seen.submitted, seen.day) == (a_profile(), frozenset(), begun.day)


def test_another_set_may_be_chosen_until_somebody_rates(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    assert competences.begin(begun.employee, here, a_profile()).profile == a_profile()
    competences.rate(begun.employee, here, "code", 2)
    with pytest.raises(RuleBroken, match="can't be exchanged"):
        competences.begin(begun.me, here, a_profile(*IDS))
    assert competences.begin(begun.me, here, a_profile()).profile == a_profile()
    competences.rate(begun.employee, here, "code", None)
    assert competences.begin(begun.me, here, a_profile(*IDS)).profile == a_profile(*IDS)


@pytest.mark.parametrize("turns", sorted(set(permutations([Party.EMPLOYEE] * 4 + [Party.MANAGER] * 4))))
def test_nobody_sees_the_others_ratings_before_both_have_submitted(
    begun: Room, turns: tuple[Party, ...]
) -> None:
    """In every order in which two people can rate three things and submit."""
    left = {party: [*IDS, "submit"] for party in Party}
    for turn, party in enumerate(turns, 1):
        step, asker = left[party].pop(0), asker_of(begun, party)
        if step == "submit":
            begun.desk.competences.submit(asker, begun.conversation)
        else:
            begun.desk.competences.rate(asker, begun.conversation, step, 3 if asker is begun.me else 1)
        for side in Party:
            seen = of(begun, asker_of(begun, side))
            assert len(seen.ratings[side]) == seen.rated.get(side, 0) == 3 - len(left[side][:-1])
            assert (side.other in seen.ratings) == (turn == len(turns)) == seen.is_open
            assert seen.rated.get(side.other, 0) == 3 - len(left[side.other][:-1])


def test_what_is_submitted_is_whole_and_stays(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    competences.rate(begun.me, here, "code", 2)
    with pytest.raises(RuleBroken, match="2 left"):
        competences.submit(begun.me, here)
    submitted = rate_all(begun, here, Party.MANAGER)
    for level in (4, None):
        with pytest.raises(RuleBroken, match="submitted"):
            competences.rate(begun.me, here, "code", level)
    assert competences.submit(begun.me, here) == submitted


@pytest.mark.parametrize("level", [-1, 5, 99])
def test_a_level_is_0_to_4(begun: Room, level: int) -> None:
    with pytest.raises(RuleBroken, match="0 to 4"):
        begun.desk.competences.rate(begun.me, begun.conversation, "code", level)
    assess(begun, begun.conversation, profile=a_profile(*IDS))
    with pytest.raises(RuleBroken, match="0 to 4"):
        begun.desk.competences.agree(begun.me, begun.conversation, "code", level)


def test_only_what_the_set_holds_can_be_rated(begun: Room) -> None:
    with pytest.raises(NotFound, match="magic"):
        begun.desk.competences.rate(begun.me, begun.conversation, "magic", 2)


def test_from_paper_only_when_ones_own_ratings_are_fixed(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    with pytest.raises(RuleBroken, match="your own ratings first"):
        competences.rate(begun.me, here, "code", 1, on_paper=True)
    rate_all(begun, here, Party.MANAGER)
    with pytest.raises(RuleBroken, match="3 left"):
        competences.submit(begun.me, here, on_paper=True)
    for competence, level in zip(IDS, (0, 1, 2), strict=True):
        competences.rate(begun.me, here, competence, level, on_paper=True)
    corrected = competences.rate(begun.me, here, "code", 4, on_paper=True)
    assert corrected.ratings[Party.EMPLOYEE] == {"code": 4, "tests": 1, "design": 2}
    assert corrected.on_paper == {Party.EMPLOYEE}
    assert Party.MANAGER not in of(begun, begun.employee).ratings
    opened = competences.submit(begun.me, here, on_paper=True)
    assert opened.is_open
    assert of(begun, begun.employee) == opened


def test_the_employee_enters_the_managers_paper_just_so(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    rate_all(begun, here, Party.EMPLOYEE)
    for competence in IDS:
        competences.rate(begun.employee, here, competence, 3, on_paper=True)
    assert competences.submit(begun.employee, here, on_paper=True).on_paper == {Party.MANAGER}


def test_nothing_comes_from_paper_once_the_other_rates_here(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    rate_all(begun, here, Party.MANAGER)
    competences.rate(begun.me, here, "code", 1, on_paper=True)
    competences.rate(begun.employee, here, "tests", 4)
    asks: tuple[Callable[[], object], ...] = (
        lambda: competences.rate(begun.me, here, "design", 1, on_paper=True),
        lambda: competences.submit(begun.me, here, on_paper=True),
    )
    for ask in asks:
        with pytest.raises(RuleBroken, match="rated here already"):
            ask()
    assert Party.EMPLOYEE not in of(begun, begun.me).ratings
    assert of(begun, begun.employee).ratings[Party.EMPLOYEE] == {"code": 1, "tests": 4}


def test_both_reasons_are_kept_when_the_two_come_to_a_level_after_all(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    rate_all(begun, here, Party.MANAGER)
    rate_all(begun, here, Party.EMPLOYEE)
    competences.differ(begun.me, here, "code", BOTH)
    found = competences.agree(begun.me, here, "code", 2)
    assert (found.agreed["code"].level, found.agreed["code"].reasons) == (2, BOTH)
    assert (found.row("code").differs, found.row("code").reasons) == (False, {})


def test_the_two_agree_or_see_it_differently_when_both_have_submitted(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    rate_all(begun, here, Party.MANAGER)
    asks: tuple[Callable[[], object], ...] = (
        lambda: competences.agree(begun.me, here, "code", 2),
        lambda: competences.differ(begun.me, here, "code", BOTH),
        lambda: competences.take_back(begun.me, here, "code"),
        lambda: competences.goal_for(begun.me, here, "code"),
    )
    for ask in asks:
        with pytest.raises(RuleBroken, match="both of you have submitted"):
            ask()
    rate_all(begun, here, Party.EMPLOYEE)
    competences.agree(begun.me, here, "code", 2)
    competences.agree(begun.employee, here, "code", 3)
    seen = competences.differ(begun.me, here, "tests", {**BOTH, Party.MANAGER: " Nja\x00\r\n"})
    assert seen.agreed["code"] == Agreed(3, version=2)
    assert seen.agreed["tests"] == Agreed(None, {**BOTH, Party.MANAGER: "Nja"}, 1)
    assert set(competences.take_back(begun.employee, here, "code").agreed) == {"tests"}


@pytest.mark.parametrize("reasons", [{}, {Party.MANAGER: "Nja"}, {**BOTH, Party.EMPLOYEE: " \n"}])
def test_seeing_it_differently_takes_both_reasons(begun: Room, reasons: dict[Party, str]) -> None:
    assess(begun, begun.conversation, profile=a_profile(*IDS))
    with pytest.raises(RuleBroken, match="each of you"):
        begun.desk.competences.differ(begun.me, begun.conversation, "code", reasons)


def test_a_reason_is_refused_not_cut(begun: Room) -> None:
    assess(begun, begun.conversation, profile=a_profile(*IDS))
    with pytest.raises(RuleBroken, match="room for 2000"):
        begun.desk.competences.differ(
            begun.me, begun.conversation, "code", {**BOTH, Party.MANAGER: "å" * 2001}
        )


def test_what_another_session_agreed_meanwhile_is_told_not_replaced(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    assess(begun, here, profile=a_profile(*IDS))
    theirs = competences.differ(begun.employee, here, "code", BOTH, base=0).agreed["code"]
    with pytest.raises(Conflict) as conflict:
        competences.agree(begun.me, here, "code", 2, base=0)
    assert conflict.value.theirs == theirs
    assert competences.agree(begun.me, here, "code", 2, base=theirs.version).agreed["code"].level == 2


def test_a_cancelled_conversation_is_not_assessed_any_more(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    assess(begun, here, profile=a_profile(*IDS))
    begun.desk.conversations.cancel(begun.me, here)
    asks: tuple[Callable[[], object], ...] = (
        lambda: competences.begin(begun.me, here, a_profile()),
        lambda: competences.rate(begun.me, here, "code", 2),
        lambda: competences.submit(begun.me, here),
        lambda: competences.agree(begun.me, here, "code", 2),
        lambda: competences.differ(begun.me, here, "code", BOTH),
        lambda: competences.take_back(begun.me, here, "code"),
    )
    for ask in asks:
        with pytest.raises(RuleBroken, match="cancelled"):
            ask()
    assert competences.through_the_years(begun.me, begun.employee) == ()


def test_whoever_is_not_one_of_the_two_learns_nothing(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    assess(begun, here, profile=a_profile(*IDS))
    stranger = begun.desk.people.add(begun.me, a_person("Någon Annan"))
    asks: tuple[Callable[[], object], ...] = (
        lambda: competences.of(stranger, here),
        lambda: competences.begin(stranger, here, a_profile()),
        lambda: competences.rate(stranger, here, "code", 2),
        lambda: competences.submit(stranger, here),
        lambda: competences.agree(stranger, here, "code", 2),
        lambda: competences.previous(stranger, here),
        lambda: competences.goal_for(stranger, here, "code"),
    )
    for ask in asks:
        with pytest.raises(NotFound, match="no conversation"):
            ask()
    assert competences.through_the_years(stranger, begun.employee) == ()


def test_last_time_is_the_latest_held_one_that_is_open(begun: Room) -> None:
    competences, first = begun.desk.competences, begun.conversation
    assess(begun, first, profile=a_profile(*IDS))
    begun.hold(first)
    unfinished = begun.book()
    competences.begin(begun.me, unfinished, a_profile(*IDS))
    rate_all(begun, unfinished, Party.MANAGER)
    begun.clock.forward(days=1)
    begun.hold(unfinished)
    begun.clock.forward(days=1)
    now = begun.book()
    before = competences.previous(begun.me, now)
    assert before is not None
    assert before.conversation == first.id
    assert before == competences.previous(begun.employee, now)
    assert competences.previous(begun.me, first) is None


def test_years_come_oldest_first_and_only_those_one_took_part_in(begun: Room) -> None:
    competences = begun.desk.competences
    other = begun.desk.people.add(begun.me, a_person("Ny Chef"))
    theirs = begun.desk.conversations.book(other, begun.conversation.agenda, begun.employee, other, None)
    competences.begin(other, theirs, a_profile(*IDS))
    rate_all(begun, theirs, Party.MANAGER)
    rate_all(begun, theirs, Party.EMPLOYEE)
    begun.desk.conversations.conclude(other, begun.desk.conversations.begin(other, theirs))
    begun.clock.forward(days=1)
    begun.hold(begun.conversation)
    assess(begun, begun.conversation, profile=a_profile(*IDS))

    def years(asker: Person) -> list[int]:
        return [found.conversation for found in competences.through_the_years(asker, begun.employee)]

    assert years(begun.employee) == [theirs.id, begun.conversation.id]
    assert years(begun.me) == [begun.conversation.id]
    assert years(other) == [theirs.id]
    assert competences.previous(begun.me, begun.conversation) is None
    assert competences.previous(begun.employee, begun.conversation) is not None


def test_a_gap_becomes_a_goal_that_keeps_the_link(begun: Room) -> None:
    competences, here = begun.desk.competences, begun.conversation
    assessed = assess(begun, here, employee=1, manager=2, profile=a_profile(*IDS))
    goal = competences.goal_for(begun.employee, here, "tests")
    title = in_language("sv")("{competence}: reach level {level}", competence="Test", level=3)
    assert (goal.title, goal.measure, goal.id) == (title, "Test på nivå 3", 0)
    stored = begun.desk.goals.add(begun.employee, here, goal)
    assert (stored.assessment, stored.competence) == (assessed.id, "tests")
    competences.agree(begun.me, here, "tests", 3)
    assert competences.goal_for(begun.employee, here, "tests").measure == "Test på nivå 4"


def test_a_goal_is_not_linked_to_an_assessment_of_somebody_else(begun: Room) -> None:
    assessed = assess(begun, begun.conversation, profile=a_profile(*IDS))
    elsewhere = begun.book(employee=begun.desk.people.add(begun.me, a_person("Någon Annan")))
    for assessment in (assessed.id, 99):
        goal = a_goal(assessment=assessment, competence="code")
        with pytest.raises(NotFound, match="assessment"):
            begun.desk.goals.add(begun.me, elsewhere, goal)
    with pytest.raises(NotFound, match="assessment"):
        begun.desk.goals.add(begun.me, begun.conversation, a_goal(assessment=assessed.id, competence="magic"))


def test_minutes_hold_ratings_only_when_both_have_submitted(begun: Room) -> None:
    plans, here = begun.desk.plans, begun.conversation
    rate_all(begun, here, Party.MANAGER)
    before = plans.record(begun.me, here.id)
    assert (before.assessment, before.revised) == (None, plans.record(begun.employee, here.id).revised)
    begun.clock.forward(minutes=5)
    rate_all(begun, here, Party.EMPLOYEE)
    after = plans.record(begun.me, here.id)
    assert after == plans.record(begun.employee, here.id)
    assert after.assessment == of(begun, begun.me)
    assert (after.revised, after.revised_by) == (begun.clock.now, begun.employee)


def test_minutes_are_the_same_for_both_also_where_only_one_of_them_was_there_last_time(begun: Room) -> None:
    other = begun.desk.people.add(begun.me, a_person("Förra Chefen"))
    theirs = begun.desk.conversations.book(other, begun.conversation.agenda, begun.employee, other, None)
    competences = begun.desk.competences
    competences.begin(other, theirs, a_profile(*IDS))
    rate_all(begun, theirs, Party.MANAGER)
    rate_all(begun, theirs, Party.EMPLOYEE)
    begun.desk.conversations.conclude(other, begun.desk.conversations.begin(other, theirs))
    begun.clock.forward(days=1)
    begun.desk.conversations.begin(begun.me, begun.conversation)
    assess(begun, begun.conversation, profile=a_profile(*IDS))
    assert competences.previous(begun.employee, begun.conversation) is not None
    records = [begun.desk.plans.record(asker, begun.conversation.id) for asker in (begun.me, begun.employee)]
    assert records[0] == records[1]
    assert records[0].assessed_before is None

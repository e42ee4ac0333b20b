"""What is told of the answers about the work environment: sums that give nobody away (D-A2, D-S4)."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.floor import Hidden
from ijtui.domain.survey import topics
from ijtui.domain.unit import Tree, Unit
from ijtui.domain.work_environment import Answers, Asked, Heard, Line, Topic, WorkEnvironment
from tests.builders import NOW

BALANCE = Asked("annual", "balance")
ME, FLOOR = 1, 5
TREE = Tree.of(
    [
        Unit("Kommunen", id=1),
        Unit("Skolan", parent=1, id=2),
        Unit("Norra", parent=2, id=3),
        Unit("Södra", parent=2, id=4),
        Unit("Vården", parent=1, id=5),
    ]
)


def heard(unit: str, people: int, risk: int = 0, manager: int = 9, asked: Asked = BALANCE) -> Heard:
    return Heard(asked, unit, manager, people, Answers(people, risk=risk))


def told(*everything: Heard, for_all: bool = True, tree: Tree = TREE, asker: int = ME) -> tuple[Topic, ...]:
    titles = {BALANCE: "Balans", Asked("annual", "health"): "Hälsa"}
    return topics(everything, titles, tree, asker, FLOOR, for_all=for_all)


def lines(*everything: Heard, **how: Any) -> dict[str, Line]:
    (topic,) = told(*everything, **how)
    return {line.unit: line for line in topic.lines}


def test_a_unit_is_the_sum_of_what_is_part_of_it() -> None:
    found = lines(heard("Norra", 6, 2), heard("Södra", 7, 1, manager=8), heard("Vården", 9, 4, manager=7))
    assert {unit: (line.depth, line.answers) for unit, line in found.items()} == {
        "Kommunen": (0, Answers(22, risk=7)),
        "Skolan": (1, Answers(13, risk=3)),
        "Norra": (2, Answers(6, risk=2)),
        "Södra": (2, Answers(7, risk=1)),
        "Vården": (1, Answers(9, risk=4)),
    }


def test_fewer_than_the_floor_are_not_told_of_nor_what_would_give_them_away() -> None:
    south = heard("Södra", 4, 1, manager=8), heard("Södra", 5, manager=6)
    found = lines(heard("Norra", 4, 1), *south, heard("Vården", 9, 4, manager=7))
    assert {unit: line.why for unit, line in found.items()} == {
        "Kommunen": None,
        "Skolan": None,
        "Norra": Hidden.FEW,
        "Södra": Hidden.GIVES_AWAY,
        "Vården": None,
    }
    assert found["Norra"].answers is found["Södra"].answers is None


def test_whoever_was_there_is_told_of_the_own_people_however_few() -> None:
    (line,) = lines(heard("Norra", 2, 1, manager=ME), tree=Tree()).values()
    assert (line.answers, line.is_for_me) == (Answers(2, risk=1), True)
    (line,) = lines(heard("Norra", 6, 1, manager=ME), for_all=False).values()
    assert (line.answers, line.is_for_me) == (Answers(6, risk=1), False)


def test_a_manager_is_told_of_the_managers_below_and_of_nobody_else() -> None:
    elsewhere = Heard(BALANCE, "Vården", 7, 20, None), Heard(BALANCE, "Skolan", 6, 4, None)
    few, enough = heard("Norra", 3, 1, manager=8), heard("Skolan", 12, 2, manager=9)
    (topic,) = told(heard("Södra", 2, 1, manager=ME), few, enough, *elsewhere, for_all=False)
    assert [(line.unit, line.manager, line.answers) for line in topic.lines] == [
        ("Södra", ME, Answers(2, risk=1)),
        ("Skolan", 9, Answers(12, risk=2)),
        ("Norra", 8, None),
    ]


def test_who_heads_a_unit_knows_the_own_answer_anyway() -> None:
    led, head = heard("Norra", 9, 2), Heard(BALANCE, "Norra", 8, 1, Answers(1, risk=1), heads=1)
    assert lines(led, head, tree=Tree())["Norra"].answers == Answers(10, risk=3)
    somebody = Heard(BALANCE, "Norra", 8, 1, Answers(1, risk=1))
    assert lines(led, somebody, tree=Tree())["Norra"].answers is None


def test_the_words_of_a_question_are_told_only_with_a_figure() -> None:
    assert [topic.title for topic in told(heard("Norra", 4))] == [""]
    assert [topic.title for topic in told(heard("Norra", 5))] == ["Balans"]


def test_questions_come_in_the_order_of_the_agenda() -> None:
    health = Asked("annual", "health")
    found = told(heard("Norra", 9, asked=health), heard("Norra", 9))
    assert [topic.title for topic in found] == ["Balans", "Hälsa"]


def test_a_file_without_a_tree_has_units_by_name() -> None:
    found = lines(heard("A", 6), heard("B", 8, manager=8), heard("", 9, manager=7), tree=Tree())
    assert [(unit, line.depth) for unit, line in found.items()] == [("", 1), ("A", 1), ("B", 1)]
    assert lines(heard("A", 6), tree=Tree())["A"].depth == 0


def test_one_unit_is_told_with_what_is_part_of_it() -> None:
    everything = told(heard("Norra", 6), heard("Södra", 7, manager=8), heard("Vården", 9, manager=7))
    year = WorkEnvironment(2026, NOW.date(), FLOOR, everything, {})
    assert [line.unit for line in year.inside("skolan").topics[0].lines] == ["Skolan", "Norra", "Södra"]
    assert year.inside("Parken").topics == ()


PLACES = st.dictionaries(
    st.tuples(st.sampled_from(["", "Kommunen", "Skolan", "Norra", "Södra", "Vården"]), st.integers(2, 5)),
    st.integers(0, 12),
    min_size=1,
)


@given(PLACES)
def test_what_is_left_of_a_unit_without_all_that_is_told_inside_is_of_nobody_or_of_enough(
    places: dict[tuple[str, int], int],
) -> None:
    (topic,) = told(*(heard(unit, people, manager=manager) for (unit, manager), people in places.items()))
    stack: list[tuple[int, int]] = []  # depth, and how many are left
    rests = []
    for line in topic.lines:
        while stack and line.depth <= stack[-1][0]:
            rests.append(stack.pop()[1])
        if line.answers is not None:
            if stack:
                depth, left = stack.pop()
                stack.append((depth, left - line.answers.asked))
            stack.append((line.depth, line.answers.asked))
    assert all(rest == 0 or rest >= FLOOR for rest in (*rests, *(left for _depth, left in stack)))

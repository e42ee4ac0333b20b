"""Who leads a unit and how many work there, worked out from who works where under whom."""

from __future__ import annotations

from ijtui.domain.person import Person
from ijtui.domain.unit import Tree, Unit, UnitKind
from ijtui.domain.unit_heads import heads, numbers

TREE = Tree.of(
    [
        Unit("Kommunen", UnitKind.ORGANISATION, id=1),
        Unit("Vård", UnitKind.ADMINISTRATION, 1, id=2),
        Unit("Köket", UnitKind.UNIT, 2, id=3),
        Unit("Tvätten", UnitKind.UNIT, 2, id=4),
        Unit("Tomma", UnitKind.UNIT, 2, id=5),
    ]
)
KARIN = Person("Karin", unit="Kommunen", id=10)
AXEL = Person("Axel", unit="Vård", manager=10, id=11)
BO = Person("Bo", unit="Köket", manager=11, id=12)
COOKS = [Person(f"Kock {number}", unit="köket", manager=12, id=20 + number) for number in range(3)]
WASHERS = [Person(f"Tvättare {number}", unit="Tvätten", manager=11, id=30 + number) for number in range(2)]
ALL = [KARIN, AXEL, BO, *COOKS, *WASHERS]


def test_whoever_works_in_a_unit_and_leads_there_or_below_is_its_head() -> None:
    assert heads(TREE, ALL) == {1: KARIN, 2: AXEL, 3: BO, 4: AXEL}


def test_a_unit_whose_leader_works_elsewhere_is_led_by_most_ones_manager() -> None:
    assert heads(TREE, [AXEL, *WASHERS])[4] == AXEL


def test_whoever_has_left_leads_nothing() -> None:
    assert 3 not in heads(TREE, COOKS)


def test_people_are_counted_in_their_own_unit_whatever_its_capitals() -> None:
    assert numbers(TREE, [*ALL, Person("Utanför", unit="Okänd", id=99)]) == {1: 1, 2: 1, 3: 4, 4: 2}

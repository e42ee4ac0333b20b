"""Material: its order, its stretch of time, and how it is kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ijtui.domain.agenda import Kind
from ijtui.domain.assessment import Agreed, Assessment
from ijtui.domain.competence import Competence, Profile
from ijtui.domain.conversation import Party
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import GoalKind
from ijtui.domain.journal import Entry
from ijtui.domain.material import Item, Material, Source, arranged, looks_back
from ijtui.domain.material_items import DIFFERS, competence_items, entry_items, feedback_items
from ijtui.domain.material_json import material_from_json, material_to_json
from ijtui.errors import StorageFailed

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 10)


@pytest.mark.parametrize(
    ("kind", "day", "before", "first", "last"),
    [
        (Kind.EVALUATION, date(2026, 12, 10), date(2026, 10, 7), FIRST, LAST),
        (Kind.EVALUATION, date(2027, 1, 20), None, FIRST, date(2026, 12, 31)),
        (Kind.QUARTERLY, LAST, date(2026, 10, 7), date(2026, 10, 8), LAST),
        (Kind.QUARTERLY, LAST, None, date(2026, 9, 9), LAST),
        (Kind.QUARTERLY, LAST, LAST, LAST, LAST),
        (Kind.ANNUAL, LAST, None, date(2025, 12, 10), LAST),
        (Kind.ANNUAL, LAST, date(2025, 11, 3), date(2025, 11, 4), LAST),
    ],
)
def test_each_kind_looks_back_on_its_own_stretch(
    kind: Kind, day: date, before: date | None, first: date, last: date
) -> None:
    assert looks_back(kind, day, before) == (first, last)


def test_a_goals_check_ins_follow_it_and_everything_else_stands_by_day() -> None:
    items = [
        Item(Source.ENTRY, "entry:2", "senare", date(2026, 5, 2)),
        Item(Source.CHECK_IN, "goal:7", "andra", date(2026, 6, 1), goals=(7,)),
        Item(Source.ENTRY, "entry:1", "tidigare", date(2026, 5, 1)),
        Item(Source.GOAL, "goal:6", "ett", sort=GoalKind.DEVELOPMENT, number=1, goals=(6,)),
        Item(Source.GOAL, "goal:7", "två", sort=GoalKind.PERFORMANCE, number=1, goals=(7,)),
        Item(Source.CHECK_IN, "goal:7", "första", date(2026, 3, 1), goals=(7,)),
    ]
    material = arranged(FIRST, LAST, items)
    assert [item.text for item in material.items] == ["ett", "två", "första", "andra", "tidigare", "senare"]
    assert list(material.groups()) == [Source.GOAL, Source.ENTRY]
    assert material.labels() == {6: (GoalKind.DEVELOPMENT, 1), 7: (GoalKind.PERFORMANCE, 1)}


def test_feedback_is_an_item_a_part_and_sealed_until_it_is_opened() -> None:
    at = datetime(2026, 5, 12, 16)
    given_ = Feedback(None, 1, 2, "Bra\ngjort", "", "Fråga mig", opened=False, given=at, other=2, id=5)
    told = list(feedback_items([given_]))
    assert [(item.sort, item.text, item.mine) for item in told] == [
        ("positive", "Bra gjort", True),
        ("support", "Fråga mig", True),
    ]
    assert {(item.key, item.who, item.to, item.day) for item in told} == {("feedback:5", 1, 2, at.date())}


@pytest.mark.parametrize(
    ("body", "text", "said"),
    [
        ("Första demon\n\nGick bra.", "Första demon", "Gick bra."),
        ("Demo\n\nGick bra. Sedan fika.\n", "Demo", "Gick bra."),
        (
            "# Demo\n- ett\n- [ ] två\n\n## Sedan\nVi sågs kl. 9\ni köket\n\n#demo",
            "Demo",
            "Vi sågs kl. 9 i köket",
        ),
        ("# Demo\n- ett\n- två", "Demo", ""),
        ("bara en rad", "bara en rad", ""),
    ],
)
def test_an_entry_is_told_by_its_title_and_first_sentence(body: str, text: str, said: str) -> None:
    (item,) = entry_items([Entry(2, FIRST, body, id=3)], LAST)
    assert (item.text, item.said, item.mine) == (text, said, True)


def test_a_long_entry_is_cut_between_words() -> None:
    (item,) = entry_items([Entry(2, FIRST, "Titel\n" + "orden " * 200)], LAST)
    assert len(item.said) <= 202
    assert item.said.endswith(" orden …")


def test_an_empty_entry_and_one_of_a_later_day_are_nothing_to_tell() -> None:
    assert list(entry_items([Entry(2, FIRST, " \n"), Entry(2, date(2027, 1, 1), "sen")], LAST)) == []


def a_profile() -> Profile:
    levels = ("a", "b", "c", "d", "e")
    return Profile("x", "X", "sv", tuple(Competence(name, name.upper(), levels, 3) for name in "klm"))


def assessed(day: date, **agreed: Agreed) -> Assessment:
    return Assessment(9, a_profile(), submitted=frozenset(Party), agreed=agreed, day=day)


def test_competences_are_told_as_the_two_agreed_beside_last_time() -> None:
    before = assessed(date(2025, 11, 1), k=Agreed(1), l=Agreed(2))
    reasons = dict.fromkeys(Party, "så")
    now = assessed(date(2026, 11, 1), k=Agreed(3), l=Agreed(None, reasons))
    told = list(competence_items([before, now], FIRST, LAST))
    assert [(item.text, item.before, item.amount, item.value) for item in told] == [
        ("K", 1, 3, ""),
        ("L", 2, None, DIFFERS),
    ]
    assert list(competence_items([before], FIRST, LAST)) == []


words = some.text(max_size=20)
numbers = some.integers(0, 10**6)
items = some.builds(
    Item,
    some.sampled_from([source for source in Source if source is not Source.GOAL]),
    words,
    words,
    some.none() | some.dates(),
    said=words,
    value=words,
    amount=some.none() | numbers,
    before=some.none() | numbers,
    goals=some.lists(numbers, max_size=3).map(tuple),
    who=numbers,
    to=numbers,
)


@given(some.lists(items, max_size=5))
def test_material_comes_back_as_it_was_kept(told: list[Item]) -> None:
    goal = Item(Source.GOAL, "goal:6", "ett", sort=GoalKind.DEVELOPMENT, number=1, goals=(6,), amount=0)
    material = Material(FIRST, LAST, (goal, *told))
    assert material_from_json(material_to_json(material)) == material


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "[]",
        "{}",
        '{"first":"2026-01-01","last":"x","items":[]}',
        '{"first":"2026-01-01","last":"2026-02-01","items":[{"source":"gold"}]}',
        '{"first":"2026-01-01","last":"2026-02-01","items":[{"source":"goal","sort":"development"}]}',
        '{"first":"2026-01-01","last":"2026-02-01","items":[{"source":"entry","more":1}]}',
        "[" * 100_000,
    ],
)
def test_damaged_material_is_told_not_thrown(damaged: str) -> None:
    with pytest.raises(StorageFailed, match="damaged"):
        material_from_json(damaged)


def test_everything_an_item_says_is_plain() -> None:
    kept: Any = material_to_json(Material(FIRST, LAST, (Item(Source.ENTRY, "entry:1", "å"),)))
    assert kept == (
        '{"first":"2026-01-01","items":[{"key":"entry:1","source":"entry","text":"å"}],"last":"2026-12-10"}'
    )

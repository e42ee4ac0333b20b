"""The journal: one's own, saved in versions, and shared only where its writer says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ijtui.domain.journal import Entry, EntryKind
from ijtui.domain.quarter import Quarter
from ijtui.domain.text import LONGEST
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from tests.builders import Room, a_goal, a_person


def wrote(room: Room, body: str = "Första demon #demo", asker: str = "me", **given: Any) -> Entry:
    who = getattr(room, asker)
    return room.desk.journal.new(who, room.desk.journal.blank(who, body=body, **given))


def bodies(room: Room, asker: str = "me", **wanted: Any) -> list[str]:
    found = room.desk.journal.entries(getattr(room, asker), **wanted)
    return [entry.body for entry in found]


def test_an_entry_is_its_writers_alone_until_it_is_shared(room: Room) -> None:
    entry = wrote(room, person=room.employee.id)
    assert bodies(room) == ["Första demon #demo"]
    assert bodies(room, "employee") == []
    with pytest.raises(NotFound):
        room.desk.journal.get(room.employee, entry.id)
    shared = room.desk.journal.file(room.me, replace(entry, shared=True))
    assert bodies(room, "employee") == ["Första demon #demo"]
    room.desk.journal.file(room.me, replace(shared, shared=False))
    assert bodies(room, "employee") == []


def test_a_shared_entry_is_still_only_the_writers_to_change(room: Room) -> None:
    entry = wrote(room, person=room.employee.id, shared=True)
    journal, other = room.desk.journal, room.employee
    for ask in (
        lambda: journal.save(other, entry.id, "hej", entry.version),
        lambda: journal.file(other, entry),
        lambda: journal.remove(other, entry.id),
        lambda: journal.revisions(other, entry.id),
    ):
        with pytest.raises(NotAllowed):
            ask()
    assert journal.leave(other, entry.id) is False


def test_a_third_person_learns_nothing_of_an_entry_that_is_shared_between_two(room: Room) -> None:
    third = room.desk.people.add(room.me, a_person("Någon Annan"))
    entry = wrote(room, person=room.employee.id, shared=True)
    assert room.desk.journal.entries(third) == ()
    assert room.desk.journal.tags(third) == ()
    for ask in (room.desk.journal.get, room.desk.journal.remove, room.desk.journal.revisions):
        with pytest.raises(NotFound):
            ask(third, entry.id)


@pytest.mark.parametrize(
    "given", [{"shared": True}, {"person": 1}, {"kind": EntryKind.REFLECTION}, {"quarter": Quarter(2026, 4)}]
)
def test_what_makes_no_sense_is_refused(room: Room, given: dict[str, Any]) -> None:
    with pytest.raises(RuleBroken):
        wrote(room, **given)


def test_an_entry_is_not_made_of_nothing_and_not_of_too_much(room: Room) -> None:
    for body in ("", " \n", "å" * (LONGEST + 1)):
        with pytest.raises(RuleBroken):
            wrote(room, body)
    assert bodies(room) == []


def test_an_entry_can_not_be_put_into_anothers_journal(room: Room) -> None:
    with pytest.raises(NotAllowed):
        room.desk.journal.new(room.me, room.desk.journal.blank(room.employee, body="hej"))


def test_a_first_save_that_is_repeated_is_one_entry(room: Room) -> None:
    draft = room.desk.journal.blank(room.me, body="Första")
    first = room.desk.journal.new(room.me, draft)
    again = room.desk.journal.new(room.me, replace(draft, body="Första demon"))
    assert (again.id, again.version) == (first.id, 2)
    assert bodies(room) == ["Första demon"]


def test_a_stale_save_keeps_both_texts(room: Room) -> None:
    entry = wrote(room, "ett")
    room.desk.journal.save(room.me, entry.id, "två", entry.version)
    with pytest.raises(Conflict) as clash:
        room.desk.journal.save(room.me, entry.id, "tre", entry.version)
    assert isinstance(clash.value.theirs, Entry)
    assert clash.value.theirs.body == "två"
    [kept] = [old for old in room.desk.journal.revisions(room.me, entry.id) if old.lost]
    assert kept.body == "tre"
    decided = room.desk.journal.save(room.me, entry.id, "tre", 2, force=True)
    assert room.desk.journal.get(room.me, entry.id) == decided
    assert {old.body for old in room.desk.journal.revisions(room.me, entry.id)} == {"två", "tre"}


def test_what_is_taken_away_becomes_an_earlier_version_and_a_letter_does_not(room: Room) -> None:
    entry = wrote(room, "Ett långt stycke. " * 10)
    shorter = room.desk.journal.save(room.me, entry.id, "Ett långt stycke. " * 10 + "!", 1)
    assert room.desk.journal.revisions(room.me, entry.id) == ()
    room.desk.journal.save(room.me, entry.id, "Kort.", shorter.version)
    [old] = room.desk.journal.revisions(room.me, entry.id)
    assert old.body == shorter.body


def test_filing_changes_everything_but_the_text(room: Room) -> None:
    entry = wrote(room)
    room.desk.journal.save(room.me, entry.id, "Ny text", entry.version)
    filed = room.desk.journal.file(room.me, replace(entry, body="gammal", day=date(2026, 11, 2)))
    assert (filed.body, filed.day, filed.version) == ("Ny text", date(2026, 11, 2), 2)
    assert room.desk.journal.get(room.me, entry.id) == filed


def test_what_another_session_filed_is_not_taken_back_unseen(room: Room) -> None:
    entry = wrote(room, person=room.employee.id, shared=True)
    room.desk.journal.file(room.me, replace(entry, shared=False))
    with pytest.raises(Conflict):
        room.desk.journal.file(room.me, replace(entry, day=date(2026, 11, 2)))
    assert bodies(room, "employee") == []


def test_removing_takes_the_earlier_versions_and_the_tags_with_it(room: Room) -> None:
    entry = wrote(room, "Mycket text #demo " * 20)
    room.desk.journal.save(room.me, entry.id, "#kurs", 1)
    room.desk.journal.remove(room.me, entry.id)
    for table in ("entry", "entry_tag", "entry_revision"):
        assert room.desk.store.rows(f"SELECT * FROM {table}") == []
    with pytest.raises(NotFound):
        room.desk.journal.remove(room.me, entry.id)


def test_an_entry_that_is_left_empty_leaves_nothing_unless_much_stood_there(room: Room) -> None:
    little, much = wrote(room, "hej"), wrote(room, "Ett långt stycke. " * 10)
    for entry in (little, much):
        room.desk.journal.save(room.me, entry.id, "", entry.version)
    assert room.desk.journal.leave(room.me, little.id)
    assert not room.desk.journal.leave(room.me, much.id)
    assert [old.body for old in room.desk.journal.revisions(room.me, much.id)] == [much.body]
    assert not room.desk.journal.leave(room.me, wrote(room).id)


def test_pages_follow_one_another_newest_first_without_gaps(room: Room) -> None:
    days = [date(2026, 1, 1) + timedelta(days=number // 2) for number in range(9)]
    for number, day in enumerate(days):
        asker = "employee" if number % 3 == 0 else "me"
        other = room.me.id if asker == "employee" else None
        wrote(room, f"nr {number}", asker, day=day, person=other, shared=other is not None)
    pages: list[Entry] = []
    while True:
        page = room.desk.journal.entries(room.me, limit=2, before=pages[-1] if pages else None)
        if not page:
            break
        pages += page
    assert [entry.body for entry in pages] == [f"nr {number}" for number in reversed(range(9))]


def test_entries_are_found_by_tag_year_person_and_goal(room: Room) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal())
    wrote(room, "gammal #Demo", day=date(2025, 12, 31))
    wrote(room, "om Erik #demo #åäö", person=room.employee.id, goal=goal.id)
    wrote(room, "från Erik", "employee", person=room.me.id, shared=True)
    assert bodies(room, tag="DEMO") == ["om Erik #demo #åäö", "gammal #Demo"]
    assert bodies(room, tag="ÅÄÖ") == ["om Erik #demo #åäö"]
    assert bodies(room, year=2025) == ["gammal #Demo"]
    assert bodies(room, person=room.employee.id) == ["från Erik", "om Erik #demo #åäö"]
    assert bodies(room, goal=goal.id) == ["om Erik #demo #åäö"]
    assert [entry.body for entry in room.desk.journal.of_goal(room.me, goal.id)] == ["om Erik #demo #åäö"]
    assert room.desk.journal.of_goal(room.employee, goal.id) == ()
    assert room.desk.journal.tags(room.me) == (("demo", 2), ("åäö", 1))


def test_a_tag_that_is_written_away_is_gone(room: Room) -> None:
    entry = wrote(room, "#demo #kurs")
    room.desk.journal.save(room.me, entry.id, "#kurs", entry.version)
    assert room.desk.journal.tags(room.me) == (("kurs", 1),)


def test_an_entry_points_at_no_strangers_goal(room: Room) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal())
    third = room.desk.people.add(room.me, a_person("Någon Annan"))
    with pytest.raises(RuleBroken):
        wrote(room, person=third.id, goal=goal.id)
    assert wrote(room, "mitt", "employee", goal=goal.id).goal == goal.id


def test_before_a_conversation_one_has_what_one_wrote_of_the_other_and_what_they_shared(room: Room) -> None:
    third = room.desk.people.add(room.me, a_person("Någon Annan", manager=room.me.id))
    old, new = date(2026, 1, 1), date(2026, 10, 1)
    wrote(room, "för gammal", person=room.employee.id, day=old)
    wrote(room, "om Erik", person=room.employee.id, day=new)
    wrote(room, "om en annan", person=third.id, day=new)
    wrote(room, "om mig", day=new)
    wrote(room, "Eriks eget", "employee", day=new)
    wrote(room, "Eriks, delat", "employee", person=room.me.id, shared=True, day=new)
    mine = room.desk.journal.since(room.me, room.employee, new)
    assert [entry.body for entry in mine] == ["om Erik", "Eriks, delat"]
    theirs = room.desk.journal.since(room.employee, room.me, new)
    assert [entry.body for entry in theirs] == ["Eriks eget", "Eriks, delat"]


def test_the_material_of_two_holds_only_what_they_shared_with_each_other(room: Room) -> None:
    third = room.desk.people.add(room.me, a_person("Någon Annan"))
    wrote(room, "mitt")
    wrote(room, "till Erik", person=room.employee.id, shared=True)
    wrote(room, "till annan", person=third.id, shared=True)
    wrote(room, "från Erik", "employee", person=room.me.id, shared=True)
    year = (date(2026, 1, 1), date(2026, 12, 31))
    both = [entry.body for entry in room.desk.journal.shared_between(room.me, room.employee, *year)]
    assert both == ["till Erik", "från Erik"]
    given = room.desk.journal.shared_with(room.me, room.employee, *year)
    assert [entry.body for entry in given] == ["från Erik"]
    assert room.desk.journal.shared_with(room.me, room.employee, *[date(2025, 1, 1)] * 2) == ()


def test_whoever_keeps_a_journal_is_reminded_of_the_quarters_reflection(room: Room) -> None:
    assert room.desk.journal.missing_reflection(room.me) is None
    wrote(room)
    this = Quarter(2026, 4)
    assert room.desk.journal.missing_reflection(room.me) == this
    assert room.desk.journal.missing_reflection(room.employee) is None
    reflection = wrote(room, "Styrkor: tålamod", kind=EntryKind.REFLECTION, quarter=this)
    assert room.desk.journal.missing_reflection(room.me) is None
    assert room.desk.journal.reflection(room.me, this) == reflection
    assert room.desk.journal.reflection(room.employee, this) is None


def test_what_is_taken_in_twice_is_there_once_and_nothing_half(room: Room) -> None:
    one = room.desk.journal.blank(room.me, body="ett", made=room.clock.now, changed=room.clock.now)
    two = room.desk.journal.blank(room.me, body="två", made=room.clock.now, changed=room.clock.now)
    with pytest.raises(RuleBroken):
        room.desk.journal.take_in(room.me, [one, replace(two, shared=True)])
    assert bodies(room) == []
    assert len(room.desk.journal.take_in(room.me, [one, two])) == 2
    assert room.desk.journal.take_in(room.me, [replace(one, body="annat"), two]) == ()
    assert [entry.body for entry in room.desk.journal.own(room.me)] == ["ett", "två"]

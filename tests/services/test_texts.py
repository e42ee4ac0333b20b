"""Reading and writing texts: what may not be read is never given, and nothing typed is lost."""

from __future__ import annotations

import pytest

from ijtui.domain.conversation import Party
from ijtui.domain.text import LONGEST, TextKey, TextKind
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from tests.builders import Room, a_person, preparation, private, shared

MINE, THEIRS = preparation(Party.MANAGER), preparation(Party.EMPLOYEE)


def bodies(room: Room, asker: str = "me") -> dict[TextKey, str]:
    who = getattr(room, asker)
    return {key: text.body for key, text in room.desk.texts.readable(who, room.conversation).items()}


def test_each_reads_the_shared_notes_and_their_own(room: Room) -> None:
    room.write(room.me, shared(), "gemensamt")
    room.write(room.me, MINE, "chefens")
    room.write(room.me, private(Party.MANAGER), "chefens egna")
    room.write(room.employee, THEIRS, "medarbetarens")
    room.write(room.employee, private(Party.EMPLOYEE), "medarbetarens egna")
    assert bodies(room) == {
        shared(): "gemensamt",
        MINE: "chefens",
        private(Party.MANAGER): "chefens egna",
    }
    assert bodies(room, "employee") == {
        shared(): "gemensamt",
        THEIRS: "medarbetarens",
        private(Party.EMPLOYEE): "medarbetarens egna",
    }


def test_an_opened_preparation_is_read_by_the_other_and_no_other_text_is(room: Room) -> None:
    room.write(room.employee, THEIRS, "öppnad")
    room.write(room.employee, private(Party.EMPLOYEE), "eget")
    opened = room.desk.texts.open_preparation(room.employee, room.conversation)
    assert opened.opened == {Party.EMPLOYEE}
    assert bodies(room) == {THEIRS: "öppnad"}
    assert room.desk.texts.open_preparation(room.employee, room.conversation).opened == {Party.EMPLOYEE}
    assert room.desk.texts.preparations(room.me, room.conversation)[Party.EMPLOYEE] == {"results": "öppnad"}


def test_a_sealed_text_is_refused_and_its_body_never_leaves_the_store(room: Room) -> None:
    room.write(room.employee, THEIRS, "förseglad")
    room.write(room.employee, private(Party.EMPLOYEE), "privat")
    for key in (THEIRS, private(Party.EMPLOYEE), private(Party.EMPLOYEE, "proud")):
        with pytest.raises(NotAllowed, match="sealed"):
            room.desk.texts.read(room.me, key)
        with pytest.raises(NotAllowed, match="sealed"):
            room.desk.texts.versions(room.me, key)


def test_a_preparation_that_nobody_has_written_is_empty(room: Room) -> None:
    assert room.desk.texts.read(room.me, THEIRS).version == 0


def test_what_the_other_crossed_out_before_opening_stays_theirs(room: Room) -> None:
    room.write(room.employee, THEIRS, "Det här skulle jag aldrig säga högt. " * 5)
    room.write(room.employee, THEIRS, "Det går bra.")
    room.desk.texts.open_preparation(room.employee, room.conversation)
    assert len(room.desk.texts.versions(room.employee, THEIRS)) == 1
    assert room.desk.texts.read(room.me, THEIRS).body == "Det går bra."
    assert room.desk.texts.versions(room.me, THEIRS) == ()


def test_what_the_other_brings_on_paper_is_entered_and_marked_as_such(room: Room) -> None:
    room.write(room.me, THEIRS, "från papper " * 10, on_paper=True)
    room.write(room.me, THEIRS, "rättat", on_paper=True)
    text = room.desk.texts.read(room.me, THEIRS)
    assert (text.body, text.on_paper, text.author) == ("rättat", True, room.me.id)
    assert [revision.body for revision in room.desk.texts.versions(room.me, THEIRS)] == ["från papper " * 10]
    assert bodies(room, "employee") == {THEIRS: "rättat"}


def test_nothing_is_entered_from_paper_over_what_the_other_has_written(room: Room) -> None:
    room.write(room.employee, THEIRS, "eget och förseglat")
    for force in (False, True):
        with pytest.raises(NotAllowed, match="written this already"):
            room.desk.texts.save(room.me, THEIRS, "från papper", 0, on_paper=True, force=force)
    assert room.desk.texts.read(room.employee, THEIRS).body == "eget och förseglat"


@pytest.mark.parametrize(
    ("key", "on_paper"),
    [
        (THEIRS, False),
        (private(Party.EMPLOYEE), False),
        (private(Party.EMPLOYEE), True),
        (MINE, True),
        (shared(), True),
        (TextKey(1, "results", TextKind.SHARED, Party.MANAGER), False),
    ],
)
def test_one_writes_only_what_is_ones_own(room: Room, key: TextKey, on_paper: bool) -> None:
    with pytest.raises(NotAllowed, match="Only the one"):
        room.desk.texts.save(room.me, key, "hej", 0, on_paper=on_paper)


def test_an_outsider_finds_no_text_at_all(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Någon Annan"))
    room.write(room.me, shared(), "gemensamt")
    for ask in (
        lambda: room.desk.texts.read(other, shared()),
        lambda: room.desk.texts.versions(other, shared()),
        lambda: room.desk.texts.save(other, shared(), "hej", 0),
        lambda: room.desk.texts.open_preparation(other, room.conversation),
    ):
        with pytest.raises(NotFound):
            ask()


def test_a_text_is_cleaned_and_never_cut(room: Room) -> None:
    stored = room.desk.texts.save(room.me, shared(), "a\r\nb\x1b[31m\ud800\u202ec", 0)
    assert stored.body == "a\nb[31mc"
    longest = room.desk.texts.save(room.me, shared(), "å" * LONGEST, 1)
    assert room.desk.texts.read(room.me, shared()) == longest
    with pytest.raises(RuleBroken, match="200001"):
        room.desk.texts.save(room.me, shared(), "å" * (LONGEST + 1), 2)


def test_notes_are_given_by_question_and_blank_ones_are_not(room: Room) -> None:
    room.write(room.me, shared("results"), "text")
    room.write(room.me, shared("proud"), " \n")
    assert room.desk.texts.shared_notes(room.me, room.conversation) == {"results": "text"}

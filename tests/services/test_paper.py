"""What a form says is saved by the rules of every text, and for nobody who can write here themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ijtui.domain.conversation import Party
from ijtui.domain.paper import Answer, Change, Fate, Paper, Rest, Returned, changes
from ijtui.domain.text import LONGEST
from ijtui.errors import BadInput, NotAllowed, NotFound, RuleBroken
from ijtui.minutes.paper import markdown
from tests.builders import Room, a_person, preparation, private


def returned(paper: Paper, body: str, base: int | None = 0, question: str = "results") -> tuple[Change, ...]:
    return changes(paper, Returned((Answer(question, body, base, 12),)))


def take_in(room: Room, paper: Paper, found: tuple[Change, ...], *rest: Rest) -> None:
    room.desk.papers.take_in(room.me, paper, found, rest, "form.md")


def stored(room: Room, party: Party = Party.EMPLOYEE) -> tuple[str, bool]:
    text = room.desk.texts.read(room.me, preparation(party))
    return text.body, text.on_paper


def theirs(room: Room) -> Paper:
    return room.desk.papers.paper(room.me, room.conversation.id)


def with_login(room: Room) -> None:
    """Let the employee have an account, as the administrator does."""
    with room.desk.store.writing():
        room.desk.store.db.execute("UPDATE person SET login = 'erik' WHERE id = ?", [room.employee.id])


def test_without_more_words_the_form_is_the_others(room: Room) -> None:
    paper = theirs(room)
    assert (paper.party, paper.on_paper, paper.writer.name) == (Party.EMPLOYEE, True, "Erik Ek")
    assert "side-job" in [asked.question.id for asked in paper.asked]
    assert "support" not in [asked.question.id for asked in paper.asked], "only the manager is asked that"


def test_the_form_never_holds_what_the_other_keeps_sealed(room: Room) -> None:
    room.write(room.employee, preparation(Party.EMPLOYEE), "förseglat svar")
    room.write(room.employee, private(Party.EMPLOYEE), "egen anteckning")
    room.write(room.me, preparation(Party.EMPLOYEE, "proud"), "från papper", on_paper=True)
    text = markdown(theirs(room))
    assert "förseglat" not in text
    assert "egen anteckning" not in text
    assert "från papper" in text
    own = markdown(room.desk.papers.paper(room.employee, 1, Party.EMPLOYEE))
    assert "förseglat svar" in own
    assert "egen anteckning" not in own


def test_an_answer_from_a_form_came_on_paper_and_ones_own_did_not(room: Room) -> None:
    paper = theirs(room)
    take_in(room, paper, returned(paper, "Bra"))
    assert stored(room) == ("Bra", True)
    own = room.desk.papers.paper(room.me, 1, Party.MANAGER)
    take_in(room, own, returned(own, "Mina tankar"))
    assert stored(room, Party.MANAGER) == ("Mina tankar", False)


def test_a_form_read_twice_changes_nothing_the_second_time(room: Room) -> None:
    paper = theirs(room)
    take_in(room, paper, returned(paper, "Bra"), Rest("Hej!", 1))
    again = theirs(room)
    found = returned(again, "Bra")
    assert [change.fate for change in found] == [Fate.SAME]
    take_in(room, again, found, Rest("Hej!", 1))
    assert len(room.desk.journal.own(room.me)) == 1
    assert room.desk.texts.versions(room.me, preparation(Party.EMPLOYEE)) == ()


def test_what_an_answer_replaces_becomes_an_earlier_version(room: Room) -> None:
    room.write(room.me, preparation(Party.EMPLOYEE), "Förut", on_paper=True)
    paper = theirs(room)
    found = returned(paper, "Nytt", base=1)
    assert [change.fate for change in found] == [Fate.REPLACES]
    take_in(room, paper, found)
    assert stored(room) == ("Nytt", True)
    assert [one.body for one in room.desk.texts.versions(room.me, preparation(Party.EMPLOYEE))] == ["Förut"]


@pytest.mark.parametrize("base", [0, None])
def test_where_another_text_stands_by_now_both_are_kept(room: Room, base: int | None) -> None:
    room.write(room.me, preparation(Party.EMPLOYEE), "Skrivet sedan", on_paper=True)
    for _time in range(2):
        paper = theirs(room)
        found = returned(paper, "Från formuläret", base)
        assert [change.fate for change in found] == [Fate.BESIDE]
        take_in(room, paper, found)
    assert stored(room) == ("Skrivet sedan", True)
    versions = room.desk.texts.versions(room.me, preparation(Party.EMPLOYEE))
    assert [one.body for one in versions] == ["Från formuläret"]


def test_what_changes_between_showing_and_saving_is_not_overwritten(room: Room) -> None:
    room.write(room.me, preparation(Party.EMPLOYEE), "Förut", on_paper=True)
    paper = theirs(room)
    found = returned(paper, "Från formuläret", base=1)
    room.write(room.me, preparation(Party.EMPLOYEE), "Ändrat under tiden", on_paper=True)
    take_in(room, paper, found)
    assert stored(room) == ("Ändrat under tiden", True)
    versions = room.desk.texts.versions(room.me, preparation(Party.EMPLOYEE))
    assert "Från formuläret" in [one.body for one in versions]


def test_line_breaks_alone_are_no_change(room: Room) -> None:
    room.write(room.me, preparation(Party.EMPLOYEE), "En lång rad som mejlet bröt", on_paper=True)
    assert [change.fate for change in returned(theirs(room), "En lång rad\nsom mejlet  bröt")] == [Fate.SAME]


def test_what_could_not_be_placed_is_in_the_askers_journal_alone(room: Room) -> None:
    paper = theirs(room)
    take_in(room, paper, (), Rest("Hej Maria!", 1), Rest("-- \nErik", 90, is_signature=True))
    [entry] = room.desk.journal.own(room.me)
    assert "Hej Maria!" in entry.body
    assert "-- " not in entry.body
    assert (entry.person, entry.shared) == (room.employee.id, False)


def test_of_much_that_could_not_be_placed_nothing_is_lost(room: Room) -> None:
    text = "".join(f"rad {number}\n" for number in range(60_000))
    paper = theirs(room)
    take_in(room, paper, (), Rest(text, 1))
    bodies = "".join(entry.body for entry in room.desk.journal.own(room.me))
    assert all(f"rad {number}\n" in bodies for number in (0, 30_000, 59_998))


def test_nobody_enters_answers_for_one_who_has_a_login(room: Room) -> None:
    paper = theirs(room)
    with_login(room)
    with pytest.raises(NotAllowed, match="login"):
        theirs(room)
    with pytest.raises(NotAllowed, match="login"):
        take_in(room, paper, returned(paper, "Bra"))
    own = room.desk.papers.paper(room.employee, 1, Party.EMPLOYEE)
    assert not own.on_paper


def test_nothing_is_entered_where_the_other_has_opened_their_own(room: Room) -> None:
    room.desk.texts.open_preparation(room.employee, room.conversation)
    with pytest.raises(NotAllowed):
        theirs(room)


def test_where_one_answer_is_refused_none_is_saved(room: Room) -> None:
    paper = theirs(room)
    room.write(room.employee, preparation(Party.EMPLOYEE, "proud"), "förseglat")
    found = (*returned(paper, "Bra"), *returned(paper, "Stolt", question="proud"))
    with pytest.raises(NotAllowed):
        take_in(room, paper, found)
    assert room.desk.texts.read(room.me, preparation(Party.EMPLOYEE)).body == ""


def test_an_answer_that_is_too_long_is_refused_with_its_line(room: Room) -> None:
    paper = theirs(room)
    with pytest.raises(BadInput) as refused:
        take_in(room, paper, returned(paper, "x" * (LONGEST + 1)))
    assert (refused.value.source, refused.value.line) == ("form.md", 12)


@pytest.mark.parametrize("how", ["held", "cancelled"])
def test_there_is_no_form_for_what_nobody_prepares_any_more(room: Room, how: str) -> None:
    if how == "held":
        room.hold(room.conversation)
    else:
        room.desk.conversations.cancel(room.me, room.conversation)
    with pytest.raises(RuleBroken):
        theirs(room)


def test_a_stranger_has_no_form(room: Room) -> None:
    stranger = room.desk.people.add(room.me, a_person("Sara Sten"))
    with pytest.raises(NotFound):
        room.desk.papers.paper(stranger, room.conversation.id, Party.EMPLOYEE)


def test_the_code_tells_two_conversations_apart(room: Room) -> None:
    one = theirs(room)
    other = room.desk.papers.paper(room.me, room.book().id)
    renamed = replace(one, conversation=replace(one.conversation, employee=a_person("Eva Ek", id=2)))
    assert len({one.code, other.code, renamed.code}) == 3

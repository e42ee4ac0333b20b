"""The organisation's templates: a draft, versions that stay as they are, and who may do what."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ijtui.content.problems import Problems
from ijtui.domain.account import Office
from ijtui.domain.agenda import Agenda
from ijtui.domain.competence import Profile
from ijtui.domain.person import Person
from ijtui.domain.template_change import Sort
from ijtui.domain.template_version import Origin, Standing, Template, TemplateName, TemplateSort
from ijtui.errors import BadInput, Conflict, NotAllowed, NotFound, RuleBroken
from ijtui.services.desk import Desk
from tests.builders import Room, a_person, a_room, a_session
from tests.templates import AGENDA, NAME, SET, published

NEXT = AGENDA.replace("Vad har varit svårt?", "Vad var svårast?")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    yield room
    room.desk.close()


@pytest.fixture
def hr(room: Room) -> Iterator[tuple[Desk, Person]]:
    """HR in a session of her own, in a file where the manager has one, too."""
    hanna = room.desk.people.add(room.me, a_person("Hanna Hed"))
    session = a_session(room.desk, hanna, office=Office.HR)
    yield session, session.people.get(hanna, hanna.id)
    session.close()


@pytest.fixture
def manager(room: Room, hr: tuple[Desk, Person]) -> Iterator[tuple[Desk, Person]]:
    session = a_session(room.desk, room.me)
    yield session, session.people.get(room.me, room.me.id)
    session.close()


def drafted(room: Room, body: str = AGENDA) -> Template:
    return room.desk.templates.begin(room.me, NAME, body)


# From a draft to a version


def test_a_draft_is_published_as_version_one_and_then_nobody_writes_it(room: Room) -> None:
    templates = room.desk.templates
    begun = drafted(room)
    assert (begun.standing, begun.has_draft) == (Standing.DRAFT, True)
    version = templates.publish(room.me, begun.id, "första")
    found = templates.get(room.me, begun.id)
    assert (found.standing, found.has_draft, found.newest) == (Standing.PUBLISHED, False, version)
    assert (version.number, version.title, version.minutes, version.note) == (1, "Höstsamtal", 45, "första")
    assert (version.author, version.published) == (room.me.id, room.clock.now)


def test_the_next_draft_begins_with_the_newest_version(room: Room) -> None:
    template = published(room.desk, room.me)
    draft = room.desk.templates.draft(room.me, template.id)
    assert (draft.body, draft.version) == (AGENDA, 0)
    assert not room.desk.templates.get(room.me, template.id).has_draft, "to look is not to write"


def test_versions_are_numbered_and_each_keeps_its_text(room: Room) -> None:
    template = published(room.desk, room.me)
    template = published(room.desk, room.me, NEXT, "svårast")
    assert [version.number for version in room.desk.templates.versions(room.me, template)] == [2, 1]
    texts = [room.desk.templates.text(room.me, template, number) for number in (1, 2)]
    assert texts == [AGENDA, NEXT]
    assert room.desk.templates.text(room.me, template) == NEXT


def test_what_was_published_can_not_be_changed_in_the_file(room: Room) -> None:
    published(room.desk, room.me)
    for sql in ("UPDATE template_version SET body = ''", "DELETE FROM template_version"):
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            room.desk.store.db.execute(sql)


def test_a_draft_with_errors_is_kept_and_not_published(room: Room) -> None:
    begun = drafted(room, AGENDA.replace("who=employee", "who=boss"))
    with pytest.raises(Problems) as refused:
        room.desk.templates.publish(room.me, begun.id)
    assert [found.line for found in refused.value.found] == [11]
    assert room.desk.templates.get(room.me, begun.id).standing is Standing.DRAFT


@pytest.mark.parametrize(
    ("before", "after"), [("id: autumn", "id: spring"), ("language: sv", "language: en")]
)
def test_a_version_has_the_name_and_the_language_that_the_template_has(
    room: Room, before: str, after: str
) -> None:
    begun = drafted(room, AGENDA.replace(before, after))
    with pytest.raises(RuleBroken):
        room.desk.templates.publish(room.me, begun.id)


def test_the_same_text_again_is_no_version(room: Room) -> None:
    published(room.desk, room.me)
    with pytest.raises(RuleBroken, match="since version 1"):
        published(room.desk, room.me)


def test_a_draft_that_another_session_changed_is_not_published_unseen(room: Room) -> None:
    begun = drafted(room)
    seen = room.desk.templates.draft(room.me, begun.id)
    room.desk.templates.save(room.me, begun.id, NEXT, seen.version)
    with pytest.raises(Conflict):
        room.desk.templates.publish(room.me, begun.id, base=seen.version)


def test_a_stale_save_keeps_both_texts(room: Room) -> None:
    begun = drafted(room)
    room.desk.templates.save(room.me, begun.id, NEXT, 1)
    with pytest.raises(Conflict) as clash:
        room.desk.templates.save(room.me, begun.id, AGENDA + "\nmer", 1)
    assert clash.value.theirs == room.desk.templates.draft(room.me, begun.id)
    kept = [revision.body for revision in room.desk.templates.revisions(room.me, begun.id)]
    assert AGENDA + "\nmer" in kept


def test_what_was_never_published_leaves_nothing_when_it_is_thrown_away(room: Room) -> None:
    begun = drafted(room)
    room.desk.templates.throw_away(room.me, begun.id)
    assert room.desk.templates.all(room.me) == ()
    with pytest.raises(NotFound):
        room.desk.templates.get(room.me, begun.id)


def test_throwing_away_a_draft_leaves_what_is_published(room: Room) -> None:
    template = published(room.desk, room.me)
    room.desk.templates.save(room.me, template.id, NEXT, 0)
    room.desk.templates.throw_away(room.me, template.id)
    assert room.desk.templates.get(room.me, template.id) == template


def test_a_text_from_outside_waits_for_a_draft_that_somebody_writes(room: Room) -> None:
    drafted(room)
    with pytest.raises(RuleBroken, match="draft first"):
        published(room.desk, room.me)


def test_a_text_from_outside_that_gives_no_id_is_given_the_name(room: Room) -> None:
    text = AGENDA.replace("id: autumn\n", "")
    template = published(room.desk, room.me, text)
    assert "id: autumn" in room.desk.templates.text(room.me, template)


def test_a_text_from_outside_with_another_id_is_refused_with_its_line(room: Room) -> None:
    with pytest.raises(BadInput) as refused:
        published(room.desk, room.me, AGENDA.replace("id: autumn", "id: spring"))
    assert (refused.value.source, refused.value.line) == ("x", 2)


@pytest.mark.parametrize("key", ["", "Höst", "a b", "../etc", "x" * 61])
def test_a_name_that_no_file_could_have_is_no_name(room: Room, key: str) -> None:
    name = TemplateName(TemplateSort.AGENDA, key, "sv")
    with pytest.raises(BadInput):
        room.desk.templates.begin(room.me, name, AGENDA)


# Retiring


def test_what_is_retired_is_not_offered_and_can_be_offered_again(room: Room) -> None:
    templates = room.desk.templates
    template = published(room.desk, room.me)
    assert NAME in [offered.name for offered in templates.agendas(room.me)]
    assert templates.retire(room.me, template.id).standing is Standing.RETIRED
    assert NAME not in [offered.name for offered in templates.agendas(room.me)]
    with pytest.raises(NotFound):
        templates.agenda(room.me, "autumn", "sv")
    with pytest.raises(RuleBroken):
        templates.retire(room.me, template.id)
    assert templates.offer_again(room.me, template.id).is_offered
    assert NAME in [offered.name for offered in templates.agendas(room.me)]


def test_what_was_never_published_is_not_retired(room: Room) -> None:
    with pytest.raises(RuleBroken):
        room.desk.templates.retire(room.me, drafted(room).id)


def test_a_new_version_of_a_retired_template_is_offered(room: Room) -> None:
    template = published(room.desk, room.me)
    room.desk.templates.retire(room.me, template.id)
    assert published(room.desk, room.me, NEXT).is_offered


# What is made from it


def test_a_conversation_keeps_the_version_it_was_made_from(room: Room) -> None:
    templates, talks = room.desk.templates, room.desk.conversations
    template = published(room.desk, room.me)
    agenda = templates.agenda(room.me, "autumn", "sv")
    booked = talks.book(room.me, agenda, room.employee, room.me, room.clock.now)
    published(room.desk, room.me, NEXT)
    templates.retire(room.me, template.id)
    kept = talks.get(room.me, booked.id).agenda
    assert (kept.id, kept.version, kept) == ("autumn", 1, agenda)


def test_an_assessment_keeps_the_version_it_was_made_from(room: Room) -> None:
    published(room.desk, room.me, SET)
    found = room.desk.templates.competence_set(room.me, "nurse", "sv")
    room.desk.competences.begin(room.me, room.conversation, found)
    published(room.desk, room.me, SET.replace("Omvårdnad", "Vård"))
    kept = room.desk.competences.of(room.me, room.conversation)
    assert kept is not None
    assert (kept.profile.id, kept.profile.version) == ("nurse", 1)
    assert room.desk.templates.competence_set(room.me, "nurse", "sv").version == 2


def test_the_organisations_come_first_and_take_the_place_of_shipped_ones(room: Room) -> None:
    text = AGENDA.replace("autumn", "annual")
    room.desk.templates.publish_text(room.me, TemplateSort.AGENDA, "annual", text, "x")
    offered = room.desk.templates.agendas(room.me)
    annual = [one for one in offered if (one.name.key, one.name.language) == ("annual", "sv")]
    assert [(one.title, one.origin, one.version) for one in annual] == [
        ("Höstsamtal", Origin.ORGANISATION, 1)
    ]
    assert offered[0] == annual[0]
    assert room.desk.templates.agenda(room.me, "annual", "sv").title == "Höstsamtal"
    assert room.desk.templates.agenda(room.me, "annual", "en").version == 0


def test_the_organisations_set_for_a_role_is_suggested_before_a_shipped_one(room: Room) -> None:
    suggested = room.desk.templates.suggested
    before = suggested(room.me, "Sjuksköterska", "sv")
    published(room.desk, room.me, SET)
    assert (before.id, suggested(room.me, "Sjuksköterska, natt", "sv").id) == ("general", "nurse")
    assert suggested(room.me, "Systemutvecklare", "sv").id == "developer"


def test_both_sorts_can_be_read_as_they_were_published(room: Room) -> None:
    agenda = room.desk.templates.made(room.me, published(room.desk, room.me))
    profile = room.desk.templates.made(room.me, published(room.desk, room.me, SET))
    assert isinstance(agenda, Agenda)
    assert isinstance(profile, Profile)


def test_two_versions_are_compared_by_their_questions(room: Room) -> None:
    published(room.desk, room.me)
    template = published(room.desk, room.me, NEXT)
    [change] = room.desk.templates.difference(room.me, template, 1, 2)
    assert (change.sort, change.name, change.after) == (Sort.TEXT, "Svårt", "Vad var svårast?")
    room.desk.templates.save(room.me, template.id, AGENDA, 0)
    [back] = room.desk.templates.unpublished(room.me, template.id)
    assert (back.before, back.after) == (change.after, change.before)


# Who may


def test_hr_writes_and_everybody_reads_what_is_published(
    hr: tuple[Desk, Person], manager: tuple[Desk, Person]
) -> None:
    desk, hanna = hr
    template = published(desk, hanna)
    desk.templates.save(hanna, template.id, NEXT, 0)
    other, maria = manager
    [seen] = other.templates.all(maria)
    assert (seen.name, seen.has_draft) == (NAME, False)
    assert other.templates.text(maria, seen) == AGENDA
    assert other.templates.agenda(maria, "autumn", "sv").version == 1


def test_nobody_else_sees_what_was_never_published(
    hr: tuple[Desk, Person], manager: tuple[Desk, Person]
) -> None:
    begun = hr[0].templates.begin(hr[1], NAME, AGENDA)
    desk, maria = manager
    assert desk.templates.all(maria) == ()
    with pytest.raises(NotFound):
        desk.templates.get(maria, begun.id)


WRITING: list[Callable[[Desk, Person, int], object]] = [
    lambda desk, asker, number: desk.templates.begin(asker, NAME, AGENDA),
    lambda desk, asker, number: desk.templates.draft(asker, number),
    lambda desk, asker, number: desk.templates.save(asker, number, NEXT, 0),
    lambda desk, asker, number: desk.templates.revisions(asker, number),
    lambda desk, asker, number: desk.templates.throw_away(asker, number),
    lambda desk, asker, number: desk.templates.publish(asker, number),
    lambda desk, asker, number: published(desk, asker, NEXT),
    lambda desk, asker, number: desk.templates.retire(asker, number),
    lambda desk, asker, number: desk.templates.offer_again(asker, number),
    lambda desk, asker, number: desk.templates.unpublished(asker, number),
]


@pytest.mark.parametrize("use_case", WRITING)
def test_whoever_is_not_hr_writes_nothing(
    hr: tuple[Desk, Person], manager: tuple[Desk, Person], use_case: Callable[[Desk, Person, int], object]
) -> None:
    template = published(hr[0], hr[1])
    with pytest.raises(NotAllowed):
        use_case(*manager, template.id)
    assert hr[0].templates.all(hr[1]) == (template,)


def test_a_manager_books_by_the_organisations_template_behind_the_wall(
    room: Room, hr: tuple[Desk, Person], manager: tuple[Desk, Person]
) -> None:
    published(*hr)
    desk, maria = manager
    agenda = desk.templates.agenda(maria, "autumn", "sv")
    booked = desk.conversations.book(maria, agenda, room.employee, maria, room.clock.now)
    assert desk.conversations.get(maria, booked.id).agenda == agenda

"""Competence sets and ratings for tests, complete and believable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ijtui.domain.assessment import Assessment
from ijtui.domain.competence import Competence, Profile
from ijtui.domain.conversation import Conversation, Party
from tests.builders import Room

TITLES = {"code": "Kod", "tests": "Test", "design": "Arkitektur", "teamwork": "Samarbete"}


def a_competence(number: str = "code", **changes: Any) -> Competence:
    """Return a competence with a sentence a level, of which 3 is required."""
    title = TITLES.get(number, number.capitalize())
    zero, one, two, three, four = (f"{title} på nivå {level}" for level in range(5))
    return replace(Competence(number, title, (zero, one, two, three, four), 3), **changes)


def a_profile(*ids: str, **changes: Any) -> Profile:
    """Return a Swedish set of these competences, or of four."""
    competences = tuple(a_competence(number) for number in ids or TITLES)
    return replace(Profile("developer", "Utvecklare", "sv", competences, ("utvecklare",)), **changes)


def an_assessment(
    employee: Sequence[int] = (2, 1, 3, 4), manager: Sequence[int] = (3, 1, 2, 4), **changes: Any
) -> Assessment:
    """Return an open assessment with these ratings, in the order of `a_profile`."""
    profile = changes.get("profile") or a_profile()
    both = frozenset(Party)
    ids = [competence.id for competence in profile.competences]
    ratings = {
        Party.EMPLOYEE: dict(zip(ids, employee, strict=True)),
        Party.MANAGER: dict(zip(ids, manager, strict=True)),
    }
    rated = {party: len(values) for party, values in ratings.items()}
    return replace(Assessment(1, profile, ratings, rated, both, id=1, version=1), **changes)


def rate_all(
    room: Room, conversation: Conversation, party: Party, levels: Mapping[str, int] | int = 2
) -> Assessment:
    """Let that party rate every competence of the set that is chosen, and submit."""
    asker = conversation.person(party)
    found = room.desk.competences.of(asker, conversation)
    assert found is not None
    for competence in found.profile.competences:
        level = levels if isinstance(levels, int) else levels[competence.id]
        room.desk.competences.rate(asker, conversation, competence.id, level)
    return room.desk.competences.submit(asker, conversation)


def assess(
    room: Room,
    conversation: Conversation,
    employee: Mapping[str, int] | int = 2,
    manager: Mapping[str, int] | int = 3,
    profile: Profile | None = None,
) -> Assessment:
    """Begin, let both rate and submit, and return what both see."""
    room.desk.competences.begin(room.me, conversation, profile or a_profile())
    rate_all(room, conversation, Party.EMPLOYEE, employee)
    return rate_all(room, conversation, Party.MANAGER, manager)

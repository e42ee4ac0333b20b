"""Competences: each of the two rates alone, both compare, and they agree or see it differently (D-K)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ijtui.clean import clean
from ijtui.data.competence import Rating
from ijtui.domain import rating
from ijtui.domain.assessment import Agreed, Assessment
from ijtui.domain.competence import Profile
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.errors import Conflict
from ijtui.services.assessed import Assessed
from ijtui.words import N_

_CHANGED = N_("What you agree on here was changed in another session meanwhile. Look at it again, then save.")


class CompetenceService(Assessed):
    """What a person can do with competences."""

    def begin(self, asker: Person, conversation: Conversation, profile: Profile) -> Assessment:
        """Choose the set to rate with; another one may be chosen as long as nobody has rated.

        Raises:
            RuleBroken: somebody has rated with another set, or the conversation is cancelled.
            NotFound: not the asker's conversation.
        """
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            rating.check_going_on(now)
            found = self._assessments.of_conversation(now.id)
            if found is None:
                self._assessments.begin(now.id, profile)
            elif found.profile != profile:
                rating.check_exchange(found)
                self._assessments.exchange(found, profile)
            stored = self._stored(now)
            if found is None or found.profile != profile:
                self._note(asker, "chose", f"assessment:{stored.id}", now.id)
        return self._readable(asker, now, stored)

    def rate(
        self,
        asker: Person,
        conversation: Conversation,
        competence_id: str,
        level: int | None,
        *,
        on_paper: bool = False,
    ) -> Assessment:
        """Rate one competence, or take the rating away.

        Args:
            asker: whose rating it is, or who enters the other's.
            conversation: where.
            competence_id: of the set.
            level: 0 to 4; None to take the rating away.
            on_paper: it is the other's, brought on paper or said here beside the asker.

        Raises:
            RuleBroken: nothing is begun, already submitted, no such level, or not to be entered from paper.
            NotAllowed: the other has a login and rates themself.
            NotFound: not the asker's conversation, or no such competence.
        """
        with self._store.writing():
            now, found, of = self._going_on(asker, conversation, on_paper)
            rating.check_rating(found, self._party(asker, now), of, competence_id, level)
            if level is None:
                self._assessments.take_rating_away(found, competence_id, of)
            else:
                given = Rating(competence_id, of, level, asker.id, self._clock(), on_paper)
                self._assessments.rate(found, given)
            stored = self._stored(now)
        return self._readable(asker, now, stored)

    def submit(self, asker: Person, conversation: Conversation, *, on_paper: bool = False) -> Assessment:
        """Say that the ratings are done; one-way. When both have, both see everything.

        Args:
            asker: whose ratings they are, or who entered the other's.
            conversation: where.
            on_paper: the other's, entered from paper, are done.

        Raises:
            RuleBroken: nothing is begun, something is unrated, or the other rates here themself.
            NotAllowed: the other has a login and submits themself.
            NotFound: not the asker's conversation.
        """
        with self._store.writing():
            now, found, of = self._going_on(asker, conversation, on_paper)
            if of not in found.submitted:
                rating.check_submission(found, self._party(asker, now), of)
                self._assessments.submit(found, of, asker.id, self._clock())
                self._note(asker, "submitted", f"ratings:{of}", now.id)
            stored = self._stored(now)
            if stored.is_open and not found.is_open:
                self._note(asker, "opened", f"assessment:{stored.id}", now.id)
        return self._readable(asker, now, stored)

    def agree(
        self,
        asker: Person,
        conversation: Conversation,
        competence_id: str,
        level: int,
        *,
        base: int | None = None,
    ) -> Assessment:
        """Store the level that the two agree on.

        Args:
            asker: one of the two.
            conversation: where.
            competence_id: of the set.
            level: 0 to 4.
            base: version of what stood there when the asker looked, 0 for nothing; None to take its place.

        Raises:
            RuleBroken: not both have submitted, no such level, or the conversation is cancelled.
            Conflict: another session changed it since.
            NotFound: not the asker's conversation, or no such competence.
        """
        return self._come_to(asker, conversation, competence_id, Agreed(level), base)

    def differ(
        self,
        asker: Person,
        conversation: Conversation,
        competence_id: str,
        reasons: Mapping[Party, str],
        *,
        base: int | None = None,
    ) -> Assessment:
        """Store that the two see it differently, and why each of them does.

        Args:
            asker: one of the two.
            conversation: where.
            competence_id: of the set.
            reasons: of both.
            base: as for `agree`.

        Raises:
            RuleBroken: a reason is missing or too long; otherwise as `agree`.
            Conflict, NotFound: as `agree`.
        """
        said = {party: clean(reasons.get(party, "")).strip() for party in Party}
        return self._come_to(asker, conversation, competence_id, Agreed(None, said), base)

    def take_back(self, asker: Person, conversation: Conversation, competence_id: str) -> Assessment:
        """Take away what the two came to about one competence; the ratings stay.

        Raises:
            RuleBroken: not both have submitted, or the conversation is cancelled.
            NotFound: not the asker's conversation, or no such competence.
        """
        with self._store.writing():
            now, found, _of = self._going_on(asker, conversation)
            rating.check_agreeing(found, competence_id)
            if competence_id in found.agreed:
                self._assessments.take_back(found, competence_id)
                self._note(asker, "removed", f"level:{competence_id}", now.id)
            stored = self._stored(now)
        return self._readable(asker, now, stored)

    def _come_to(
        self, asker: Person, conversation: Conversation, competence_id: str, said: Agreed, base: int | None
    ) -> Assessment:
        with self._store.writing():
            now, found, _of = self._going_on(asker, conversation)
            rating.check_agreeing(found, competence_id)
            there = found.agreed.get(competence_id, Agreed(None))
            if base is not None and base != there.version:
                raise Conflict(_CHANGED, theirs=found.agreed.get(competence_id))
            new = replace(said.checked(), version=there.version, reasons=said.reasons or there.reasons)
            self._assessments.agree(found, competence_id, new, asker.id, self._clock())
            self._note(asker, "agreed", f"level:{competence_id}", now.id)
            stored = self._stored(now)
        return self._readable(asker, now, stored)

    def _going_on(
        self, asker: Person, conversation: Conversation, on_paper: bool = False
    ) -> tuple[Conversation, Assessment, Party]:
        """Return the conversation and its assessment as they stand now, and whose ratings are meant."""
        now = self._conversation(asker, conversation.id)
        rating.check_going_on(now)
        party = self._party(asker, now)
        if on_paper:
            self._check_speaks_for(now.person(party.other).id)
        return now, self._stored(now), party.other if on_paper else party

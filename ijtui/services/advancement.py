"""The next step in the role: how far somebody has come (D-G10)."""

from __future__ import annotations

from ijtui.clean import clean
from ijtui.content.advancement import steps
from ijtui.data.advancement import Advancements
from ijtui.data.store import CHANGED
from ijtui.domain.advancement import Advancement, Reached
from ijtui.domain.person import Person
from ijtui.errors import Conflict, NotFound
from ijtui.services.caring import Caring
from ijtui.words import N_, language

_NO_CRITERION = N_("There is no such criterion.")


class AdvancementService(Caring):
    """What a person can do about the next step."""

    def advancement(self, asker: Person, person: Person) -> tuple[Advancement, ...]:
        """Return how far that person has come on the way to each step that fits the role (D-G10).

        A step on which something is written down stays, also when the role has changed.

        Raises:
            BadInput: the person's own file of steps can't be understood.
            NotFound: not the asker's to see.
        """
        now = self._seen(asker, person.id)
        reached = Advancements(self._store).of(now.id)
        return tuple(
            Advancement(step, reached.get(step.id, {}))
            for step in steps(language())
            if step.fits(now.role) or step.id in reached
        )

    def reach(
        self,
        asker: Person,
        person: Person,
        step: str,
        criterion: str,
        reached: Reached,
        *,
        base: Reached | None = None,
    ) -> None:
        """Write down how far that person has come with one criterion, and what that rests on.

        Args:
            asker: who writes.
            person: whose way it is.
            step: id of the step.
            criterion: id of the criterion.
            reached: how far.
            base: what stood there when the asker looked; None to take its place.

        Raises:
            RuleBroken: no number that can be reached, or too long a note.
            Conflict: another session changed it since.
            NotFound: not the asker's to see, or no such criterion.
        """
        with self._store.writing():
            now = self._seen(asker, person.id)
            found = next((item for item in steps(language()) if item.id == step), None)
            if found is None or found.criterion(criterion) is None:
                raise NotFound(_NO_CRITERION)
            said = Reached(reached.number, clean(reached.note).strip(), asker.id, self._clock()).checked()
            there = Advancements(self._store).of(now.id).get(step, {}).get(criterion, Reached())
            if base is not None and base != there:
                raise Conflict(CHANGED, theirs=there)
            Advancements(self._store).put(now.id, step, criterion, said)
            self._note(asker, "reached", f"advancement:{now.id}:{step}:{criterion}")

"""Recognition: written down when the manager gives it (D-G9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.clean import clean_line
from ijtui.data.recognition import NO_RECOGNITION, Recognitions
from ijtui.domain.person import Person
from ijtui.domain.recognition import Recognition
from ijtui.services.caring import Caring


class RecognitionService(Caring):
    """What a person can do with recognition."""

    def recognitions(
        self, asker: Person, person: Person, since: date, until: date
    ) -> tuple[Recognition, ...]:
        """Return what that person was given from one day to another, the newest first (D-G9).

        Raises:
            NotFound: not the asker's to see.
        """
        return Recognitions(self._store).of(self._seen(asker, person.id).id, since, until)

    def recognition(self, asker: Person, number: int) -> Recognition:
        """Return one of them.

        Raises:
            NotFound: none, or not the asker's to see.
        """
        found = Recognitions(self._store).get(number)
        self._seen(asker, found.person, NO_RECOGNITION, number)
        return found

    def give(
        self, asker: Person, person: Person, recognition: Recognition, *, beside: bool = False
    ) -> Recognition:
        """Write down what the manager gives.

        Raises:
            RuleBroken: it is for nothing, or more than can be given.
            NotAllowed: the asker is not the manager.
            NotFound: not the asker's to see.
        """
        with self._store.writing():
            now = self._seen(asker, person.id)
            giver = self._deciding(asker, now, beside)
            new = replace(recognition, person=now.id, giver=giver, what=clean_line(recognition.what), id=0)
            stored = Recognitions(self._store).add(new.checked())
            self._note(asker, "recognised", f"recognition:{stored.id}")
        return stored

    def change_recognition(
        self, asker: Person, recognition: Recognition, *, beside: bool = False
    ) -> Recognition:
        """Store in other words what was given; who gave it to whom stays.

        Raises:
            RuleBroken: it is for nothing, or more than can be given.
            NotAllowed: the asker is not the manager.
            Conflict: changed by somebody else since.
            NotFound: not the asker's to see.
        """
        rows = Recognitions(self._store)
        with self._store.writing():
            was = self._given(asker, recognition, beside)
            words = clean_line(recognition.what)
            changed = replace(recognition, person=was.person, giver=was.giver, what=words).checked()
            stored = rows.change(changed)
            self._note(asker, "changed", f"recognition:{stored.id}")
        return stored

    def remove_recognition(self, asker: Person, recognition: Recognition, *, beside: bool = False) -> None:
        """Take away what was written down by mistake.

        Raises:
            NotAllowed: the asker is not the manager.
            Conflict: changed by somebody else since.
            NotFound: not the asker's to see.
        """
        with self._store.writing():
            was = self._given(asker, recognition, beside)
            Recognitions(self._store).remove(replace(was, version=recognition.version))
            self._note(asker, "removed", f"recognition:{was.id}")

    def _given(self, asker: Person, recognition: Recognition, beside: bool) -> Recognition:
        was = Recognitions(self._store).get(recognition.id)
        person = self._seen(asker, was.person, NO_RECOGNITION, was.id)
        self._deciding(asker, person, beside)
        return was

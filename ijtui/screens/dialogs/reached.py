"""How far somebody has come with one criterion of the next step (D-G10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ijtui import dates
from ijtui.domain.advancement import Advancement, Criterion, Measure, Reached
from ijtui.domain.person import Person
from ijtui.domain.visibility import Visibility
from ijtui.errors import NotFound
from ijtui.screens.care_words import reached_words, read_number
from ijtui.screens.dialogs.form import Form
from ijtui.screens.going import place_again
from ijtui.screens.place import Place
from ijtui.screens.saying import name_of
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _, ngettext, spoken

_YES, _NO = "1", "0"


class ReachedForm(Form[None]):
    """Writes down how far a person has come.

    Args:
        person: who is on the way.
        advancement: the step, and what is reached so far.
        criterion: which one.
    """

    ABOUT = N_(
        "Write down how far it has come and what that rests on: a count, a date, an example. It shows the "
        "way and promises nothing."
    )

    def __init__(self, person: Person, advancement: Advancement, criterion: Criterion) -> None:
        super().__init__(f"reached:{advancement.step.id}:{criterion.id}:{person.id}")
        self._person = person
        self._criterion = criterion
        self._step = advancement.step
        self._reached = advancement.of(criterion)

    def heading(self) -> str:
        """Return the step, and whose it is."""
        return f"{self._step.title} · {self._person.name}"

    def note(self) -> str:
        """Say what is asked for, who wrote what stands there, and who sees it."""
        said = " ".join(part for part in (f"{self._criterion.text}.", self._asked()) if part)
        reached = self._reached
        if reached.changed is not None:
            author = self.session.desk.people.get(self.session.me, reached.author)
            day = dates.long(reached.changed.date(), spoken())
            by = name_of(author, self.session.me)
            now = reached_words(self._criterion, reached)
            said += " " + _("Now: {reached}, written by {name} {day}.", reached=now, name=by, day=day)
        return f"{said} {who_sees_this(Visibility.CARE)}"

    def _asked(self) -> str:
        if self._criterion.measure is Measure.YES_NO:
            return ""
        if self._criterion.measure is Measure.MONTHS:
            return ngettext("Asked for: one month.", "Asked for: {number} months.", self._criterion.target)
        return _("Asked for: {target}.", target=self._criterion.target)

    def fields(self) -> Iterator[Spec]:
        """Ask how far, and what it rests on."""
        if self._criterion.measure is Measure.YES_NO:
            answers = ((_YES, _("yes")), (_NO, _("not yet")))
            yield Spec("number", _("Met?"), "choice", _YES if self._reached.number else _NO, answers)
        else:
            months = self._criterion.measure is Measure.MONTHS
            label = _("How many months?") if months else _("How many?")
            yield Spec("number", label, value=str(self._reached.number or ""))
        yield Spec("note", _("What it rests on"), "text", self._reached.note)

    def submit(self, values: Mapping[str, str]) -> None:
        """Store it."""
        said = Reached(read_number(values["number"]), values["note"])
        care, me = self.session.desk.care, self.session.me
        care.reach(me, self._person, self._step.id, self._criterion.id, said, base=self._reached)


def open_at(place: Place[Any], step: str, criterion: str, person: str) -> None:
    """Open the form of a criterion.

    Raises:
        NotFound: it is no longer in the steps.
    """
    desk, me = place.session.desk, place.session.me
    whose = desk.people.get(me, int(person))
    for found in desk.care.advancement(me, whose):
        wanted = found.step.criterion(criterion) if found.step.id == step else None
        if wanted is not None:
            place.app.push_screen(ReachedForm(whose, found, wanted), place_again(place))
            return
    raise NotFound(N_("There is no such criterion."))

"""Training, recognition and the next step, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ijtui import dates
from ijtui.domain.advancement import Advancement, Criterion
from ijtui.domain.person import Person
from ijtui.domain.recognition import Recognition
from ijtui.domain.training import Purse, Training, TrainingState
from ijtui.screens.care_words import TRAININGS, given_words, kronor, purse_parts, purse_words, reached_words
from ijtui.screens.goal_words import bar
from ijtui.screens.saying import name_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, spoken

_COURSE = (Column(10), Column(), Column(10, right=True), Column(10))
_GIVEN = (Column(10), Column(), Column(17), Column(10))
_CRITERION = (Column(), Column(10), Column(15))
_NO_COURSE = N_("No course this year. Press t to ask for one.")
_NOTHING_GIVEN = N_("Nothing this year. Press r to write down what is given.")
_UNREAD = N_("Your own steps can't be read.")
_NO_STEP = N_("None is described for this role. Your own go into advancement.toml beside the settings.")


@dataclass(frozen=True, slots=True)
class Care:
    """What is shown of one person.

    Attributes:
        person: whose page it is.
        purse: the year's budget.
        trainings: the year's courses.
        recognitions: what was given in the year.
        advancement: the next steps; None where they can't be read.
        people: everybody, by id.
        me: who reads.
        today: for how days are said.
    """

    person: Person
    purse: Purse
    trainings: Sequence[Training]
    recognitions: Sequence[Recognition]
    advancement: Sequence[Advancement] | None
    people: Mapping[int, Person]
    me: Person
    today: date


def care_lines(care: Care) -> list[Line]:
    """Return the three parts, each under its heading."""
    return [*_trainings(care), EMPTY, *_recognitions(care), EMPTY, *_advancement(care)]


def _trainings(care: Care) -> Iterator[Line]:
    year = care.purse.year
    yield Line((_("Training {year}", year=year),), look="heading")
    over = care.purse.left < 0
    yield Line(
        (purse_words(care.purse),),
        f"budget:{year}:{care.person.id}",
        look="warning" if over else "plain",
        mark="!" if over else "",
    )
    parts = purse_parts(care.purse)
    if parts:
        yield Line((parts,), look="muted")
    for item in care.trainings:
        yield _training(item, care)
    if not care.trainings:
        yield Line((_(_NO_COURSE),), look="muted")


def _training(item: Training, care: Care) -> Line:
    day = dates.short_or_year(item.day, care.today, spoken())
    return Line(
        (day, item.what, kronor(item.cost), _(TRAININGS[item.state])),
        f"training:{item.id}:{care.person.id}",
        look="muted" if item.state is TrainingState.DECLINED else "plain",
        mark="?" if item.state is TrainingState.ASKED else "",
        columns=_COURSE,
    )


def way_lines(person: Person, purse: Purse, advancement: Sequence[Advancement]) -> list[Line]:
    """Return the way forward in short, for the person's page: the budget, and each next step."""
    key = f"care:{person.id}"
    steps = (_step_title(found) for found in advancement)
    said = (_("Training {year}: {words}", year=purse.year, words=purse_words(purse)), *steps)
    lines = [Line((words,), f"{key}:{number}" if number else key) for number, words in enumerate(said)]
    return [EMPTY, Line((_("Way forward"),), look="heading"), *lines]


def _recognitions(care: Care) -> Iterator[Line]:
    yield Line((_("Recognition {year}", year=care.purse.year),), look="heading")
    for item in care.recognitions:
        giver = care.people.get(item.giver)
        day = dates.short_or_year(item.day, care.today, spoken())
        cells = (day, item.what, given_words(item), name_of(giver, care.me) if giver else "")
        yield Line(cells, f"recognition:{item.id}:{care.person.id}", columns=_GIVEN)
    if not care.recognitions:
        yield Line((_(_NOTHING_GIVEN),), look="muted")


def _advancement(care: Care) -> Iterator[Line]:
    if not care.advancement:
        yield Line((_("The next step"),), look="heading")
        nothing = _(_NO_STEP) if care.advancement is not None else _(_UNREAD)
        yield Line((nothing,), look="muted" if care.advancement is not None else "warning")
    for number, found in enumerate(care.advancement or ()):
        if number:
            yield EMPTY
        yield Line((_step_title(found),), look="heading")
        for criterion in found.step.criteria:
            yield _criterion(found, criterion, care.person)
    if care.advancement:
        yield Line((_("It shows the way and promises nothing."),), look="muted")


def _step_title(found: Advancement) -> str:
    return _(
        "The next step: {title} · {met} of {number} met",
        title=found.step.title,
        met=found.met,
        number=len(found.step.criteria),
    )


def _criterion(found: Advancement, criterion: Criterion, person: Person) -> Line:
    said = reached_words(criterion, found.of(criterion))
    cells = (criterion.text, bar(int(100 * found.share(criterion))), said)
    return Line(cells, f"reached:{found.step.id}:{criterion.id}:{person.id}", columns=_CRITERION)

"""What stands on the rating screen: one's levels, what they mean, and who can see them."""

from __future__ import annotations

from ijtui.domain.competence import LEVELS, Competence
from ijtui.domain.visibility import of_ratings
from ijtui.screens.assessing import Assessing
from ijtui.screens.competence_words import UNKNOWN, level_name, level_words
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.lines import Line
from ijtui.widgets.scale import Step
from ijtui.words import _


def rating_lines(assessing: Assessing) -> list[Line]:
    """Return a line a competence with the level that is given."""
    return [_rating(one, assessing.given.get(one.id)) for one in assessing.found.profile.competences]


def _rating(competence: Competence, level: int | None) -> Line:
    said = UNKNOWN if level is None else level_words(level)
    return Line((competence.title, said), competence.id)


def steps_of(competence: Competence, *given: int | None) -> list[Step]:
    """Return what each level means for a competence; those given are marked, the required one is named."""
    return [
        Step(str(step), _named(competence, step), competence.levels[step], here=step in given)
        for step in LEVELS
    ]


def _named(competence: Competence, level: int) -> str:
    name = level_name(level)
    return f"{name} · {_('requirement')}" if level == competence.required else name


def who_sees(assessing: Assessing, submits: str, enters: str, compares: str) -> str:
    """Return who can see the ratings now, and the key that leads on.

    Args:
        assessing: the ratings.
        submits: the key for that.
        enters: the key that enters the other's from paper.
        compares: the key for that.
    """
    found, name = assessing.found, assessing.other.first_name
    if found.is_open:
        return _("You both see all ratings. {key} compares them.", key=compares)
    ready = _("{key} submits them.", key=submits) if found.has_rated_all(assessing.party) else _("0–4 rates.")
    if assessing.on_paper:
        return f"{_('What {name} has on paper or says beside you.', name=name)} {ready}"
    if assessing.may_rate:
        return f"{who_sees_this(of_ratings(found))} {ready}"
    if assessing.other_rates_here or not assessing.may_enter_paper:
        return _("You have submitted. {name} has not yet.", name=name)
    return _("You have submitted. {key} enters what {name} has on paper.", name=name, key=enters)

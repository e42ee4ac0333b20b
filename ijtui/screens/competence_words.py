"""How the screens speak of competences: levels, who has come how far, and a whole row in words (D-K)."""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.domain.agenda import Kind
from ijtui.domain.assessment import Assessment, Row, Series
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.screens.saying import name_of
from ijtui.widgets.spider.series import Trace
from ijtui.words import N_, _

_LEVELS = (N_("0 none"), N_("1 limited"), N_("2 basic"), N_("3 good"), N_("4 very good"))

UNKNOWN = "–"


def of_one(level: int | None) -> str:
    """Return a level for a narrow column."""
    return UNKNOWN if level is None else str(level)


def level_words(level: int) -> str:
    """Return a level with its name: "2 basic"."""
    return _(_LEVELS[level])


def level_name(level: int) -> str:
    """Return a level's name alone: "basic"."""
    return level_words(level).partition(" ")[2]


def line_names(
    conversation: Conversation, me: Person | None, before: Assessment | None
) -> Mapping[Series, str]:
    """Return what each line is called, in the order in which they are told.

    Args:
        conversation: of the two.
        me: the one who looks and is called "you"; None where several look.
        before: last time's assessment.
    """
    year = str(before.day.year) if before is not None and before.day else _("before")
    employee, manager = conversation.employee, conversation.manager
    return {
        Series.EMPLOYEE: name_of(employee, me) if me else employee.first_name,
        Series.MANAGER: name_of(manager, me) if me else manager.first_name,
        Series.REQUIRED: _("requirement"),
        Series.AGREED: _("agreed"),
        Series.BEFORE: year,
    }


def in_words(row: Row, names: Mapping[Series, str]) -> str:
    """Return a row as a sentence: "Documentation: Åsa 1, you 2, requirement 3, agreed 2"."""
    return f"{row.competence.title}: {levels_in_words(row, names)}"


def levels_in_words(row: Row, names: Mapping[Series, str]) -> str:
    """Return who stands where: "Åsa 1, you 2, requirement 3, agreed 2"."""
    known = {series: getattr(row, series.value) for series in names}
    said = [f"{name} {known[series]}" for series, name in names.items() if known[series] is not None]
    if row.differs:
        said.append(_("you see it differently"))
    return ", ".join(said)


def traces(
    assessment: Assessment, names: Mapping[Series, str], before: Assessment | None = None
) -> tuple[Trace, ...]:
    """Return the spider's lines, a level a competence in the order of the set; none without any level."""
    levels = assessment.series(before)
    return tuple(Trace(series, name, levels[series]) for series, name in names.items() if series in levels)


def axes(assessment: Assessment) -> tuple[str, ...]:
    """Return the names of the spider's axes."""
    return tuple(competence.title for competence in assessment.profile.competences)


def progress(assessment: Assessment, party: Party, name: str) -> str:
    """Return how far one of the two has come: "Åsa 5/7"."""
    return f"{name} {assessment.rated.get(party, 0)}/{len(assessment.profile.competences)}"


def both(assessment: Assessment, conversation: Conversation, me: Person) -> str:
    """Return how far both have come, the other first: "Åsa 5/7 · you 3/7"."""
    mine = conversation.party_of(me) or Party.MANAGER
    return " · ".join(
        progress(assessment, party, name_of(conversation.person(party), me)) for party in (mine.other, mine)
    )


def is_assessed(conversation: Conversation, assessment: Assessment | None) -> bool:
    """Whether competences are rated for that conversation: the annual one looks ahead, others may do so."""
    return assessment is not None or conversation.agenda.kind is Kind.ANNUAL


def way_to(assessment: Assessment | None, conversation: Conversation) -> str:
    """Return the key of the screen where one goes on: comparing once both have submitted, rating before."""
    is_open = assessment is not None and assessment.is_open
    return f"{'spider' if is_open else 'ratings'}:{conversation.id}"


def state_of(assessment: Assessment | None, conversation: Conversation, me: Person, key: str) -> str:
    """Return how far the assessment has come, and the key that goes on with it."""
    if assessment is None:
        return _("not rated yet · {key} begins", key=key)
    if not assessment.is_open:
        return f"{both(assessment, conversation, me)} · {_('{key} goes on', key=key)}"
    below = sum(1 for row in assessment.rows() if row.gap is not None and row.gap > 0)
    known = len(assessment.agreed)
    total = len(assessment.profile.competences)
    parts = (
        _("{number} below the requirement", number=below),
        _("{known} of {total} settled", known=known, total=total),
        _("{key} compares", key=key),
    )
    return " · ".join(parts)

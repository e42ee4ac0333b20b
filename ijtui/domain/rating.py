"""What may be said of an assessment when: each rates alone, then both see, then they agree (D-K)."""

from __future__ import annotations

from ijtui.domain.assessment import Assessment
from ijtui.domain.competence import check_level
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.errors import RuleBroken


def check_going_on(conversation: Conversation) -> None:
    """Refuse to assess anything in a conversation that is called off.

    Raises:
        RuleBroken: it is cancelled.
    """
    if conversation.state is State.CANCELLED:
        raise RuleBroken("This conversation is cancelled; book a new one.")


def check_exchange(assessment: Assessment) -> None:
    """Refuse another set where ratings were made with this one.

    Raises:
        RuleBroken: somebody has rated.
    """
    if any(assessment.rated.values()):
        raise RuleBroken("One of you has rated with this set already, so it can't be exchanged now.")


def check_rating(assessment: Assessment, by: Party, of: Party, competence: str, level: int | None) -> None:
    """Refuse a rating that can't be made.

    Args:
        assessment: as it stands now.
        by: who enters it.
        of: whose rating it is; the other's where it comes from paper.
        competence: its id.
        level: None to take the rating away.

    Raises:
        RuleBroken: no such level, already submitted, or not to be entered from paper.
        NotFound: the set has no such competence.
    """
    assessment.profile.competence(competence)
    if level is not None:
        check_level(level)
    if of in assessment.submitted:
        raise RuleBroken("These ratings are submitted and can't be changed any more.")
    _check_paper(assessment, by, of)


def check_submission(assessment: Assessment, by: Party, of: Party) -> None:
    """Refuse to say that ratings are done which aren't.

    Raises:
        RuleBroken: something is unrated, or it is not the asker's to say.
    """
    _check_paper(assessment, by, of)
    missing = len(assessment.profile.competences) - assessment.rated.get(of, 0)
    if missing:
        raise RuleBroken("Rate every competence first: {number} left.", number=missing)


def check_agreeing(assessment: Assessment, competence: str) -> None:
    """Refuse to agree on what the two have not both seen.

    Raises:
        RuleBroken: not both have submitted.
        NotFound: the set has no such competence.
    """
    assessment.profile.competence(competence)
    if not assessment.is_open:
        raise RuleBroken("You compare and agree when both of you have submitted your ratings.")


def _check_paper(assessment: Assessment, by: Party, of: Party) -> None:
    """Let the other's ratings be entered only by one whose own are fixed, so that neither has looked."""
    if by is of:
        return
    if by not in assessment.submitted:
        raise RuleBroken("Submit your own ratings first, then enter the other's from paper.")
    if assessment.rated.get(of, 0) and of not in assessment.on_paper:
        raise RuleBroken("The other has rated here already, so nothing is entered from paper.")

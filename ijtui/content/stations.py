"""Which station a heading belongs to, and which language a text is in, where its author doesn't say.

Agendas out in the world have headings of their own; these are the words they use, in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ijtui.domain.agenda import Kind, StationKey

BEFORE = "before"
"""What a heading says instead of a station when the checklist stands under it (D-P1)."""

TITLES = {
    "sv": {
        StationKey.YEAR_BEHIND: "Året som gått",
        StationKey.WORK_ENVIRONMENT: "Arbetsmiljö och hälsa",
        StationKey.FEEDBACK: "Återkoppling",
        StationKey.FUTURE: "Framtiden",
        StationKey.DEVELOPMENT_PLAN: "Utvecklingsplanen",
    },
    "en": {
        StationKey.YEAR_BEHIND: "The year behind",
        StationKey.WORK_ENVIRONMENT: "Work environment and health",
        StationKey.FEEDBACK: "Feedback",
        StationKey.FUTURE: "The future",
        StationKey.DEVELOPMENT_PLAN: "The development plan",
    },
}
"""What a station is called in a template that has no heading for it."""

_SURE: dict[StationKey | str, str] = {
    BEFORE: (
        "innan samtalet|innan ni|före samtalet|inför samtal|inför mötet|inför ert|inför ditt|"
        "förbered|checklista|before the|before you|checklist|preparation|preparing|how to prepare"
    ),
    StationKey.YEAR_BEHIND: (
        "tillbaka|återblick|året som|året som gått|senaste året|gångna|föregående|förra|sedan sist|"
        "uppföljning av|uppföljning från|följa upp|looking back|look back|past|last year|previous|"
        "the year behind|year in review|since last|achievement|accomplishment|performance review|"
        "follow-up of|follow up of"
    ),
    StationKey.DEVELOPMENT_PLAN: (
        "utvecklingsplan|individuell utvecklingsplan|individuell plan|handlingsplan|överenskomm|åtgärd|"
        "aktivitet|nästa steg|avslut|sammanfatt|underskrift|development plan|action|agreement|"
        "next step|summary|wrap-up|wrap up|closing|commitment|personal plan"
    ),
    StationKey.WORK_ENVIRONMENT: (
        "arbetsmiljö|hälsa|trivsel|trivs|välmående|mående|mår du|du mår|du har det|how you are|"
        "how are you|arbetssituation|arbetsbelastning|arbetsklimat|balans|stress|nuläge|samarbet|"
        "kommunikation|arbetsgrupp|likabehandling|work environment|working environment|work situation|"
        "wellbeing|well-being|wellness|health|workload|work-life|balance|collaboration|teamwork|"
        "working conditions|relationship|culture|where you are now|current situation"
    ),
    StationKey.FUTURE: (
        "framtid|framåt|framöver|kommande|kompetens|karriär|ambition|visioner|future|looking ahead|"
        "look ahead|forward|coming year|next year|year ahead|career|aspiration|skill|learning|"
        "competence"
    ),
}
"""Words that settle it wherever they stand in a heading."""

_LIKELY: dict[StationKey | str, str] = {
    StationKey.YEAR_BEHIND: (
        "uppföljning|resultat|måluppfyllelse|prestation|utvärdering|review|results|performance|"
        "evaluation|follow-up"
    ),
    StationKey.WORK_ENVIRONMENT: (
        "arbete|ledarskap|chef|återkoppling|feedback|team|leadership|manager|support"
    ),
    StationKey.DEVELOPMENT_PLAN: r"plan\b|planen|planera",
    StationKey.FUTURE: ("mål|utveckling|förväntning|uppdrag|goal|objective|development|growth|expectation"),
}
"""Words that only count where no sure one is there: goals are both followed up and set."""

_BOTH_WAYS: dict[StationKey | str, str] = {
    StationKey.FEEDBACK: "återkoppling|feedback|båda håll|åt båda|both ways|both directions|each other"
}
"""Words that settle it where feedback is a station of its own: everywhere but in an annual conversation."""


def _compiled(words: Mapping[StationKey | str, str]) -> list[tuple[str, re.Pattern[str]]]:
    return [(str(key), re.compile(rf"\b(?:{alternatives})")) for key, alternatives in words.items()]


_TIERS = (_compiled(_SURE), _compiled(_LIKELY))
_OTHER_TIERS = (_compiled({**_SURE, **_BOTH_WAYS}), _compiled(_LIKELY))


def guessed_station(heading: str, kind: Kind = Kind.ANNUAL) -> str | None:
    """Return the station that a heading's words speak of, `BEFORE`, or None where they speak of none.

    The word that stands first decides: "Utvecklingsplan och uppföljning" is the plan. Where two
    stand at the same place the longer one does.
    """
    heading = heading[:200].casefold()
    for tier in _TIERS if kind is Kind.ANNUAL else _OTHER_TIERS:
        found = [
            (match.start(), -match.end(), key) for key, words in tier if (match := words.search(heading))
        ]
        if found:
            return min(found)[2]
    return None


_SWEDISH = re.compile(r"\b(?:och|är|du|hur|vad|din|ditt|dina|att|som|för|på|med|vi|ni|inte|vilka|har)\b")
_ENGLISH = re.compile(r"\b(?:and|is|you|how|what|your|the|that|are|for|with|we|not|which|have|do|of|to)\b")


def guessed_language(text: str, otherwise: str) -> str:
    """Return "sv" or "en" by the small words of the text; `otherwise` where they don't tell."""
    text = text[:20_000].casefold()
    swedish, english = len(_SWEDISH.findall(text)), len(_ENGLISH.findall(text))
    if swedish == english:
        return otherwise
    return "sv" if swedish > english else "en"

"""What the counts of the key figure are called, and the rule that they are counted by (D-S1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ijtui.domain.cause import Cause
from ijtui.domain.floor import Hidden
from ijtui.domain.target import Measure, Target
from ijtui.words import N_, Words

POINTS: Mapping[str, str] = {
    "in_time": N_("carried out in time"),
    "late": N_("carried out late"),
    "partly": N_("carried out in part"),
    "not_done": N_("left undone"),
    "unanswered": N_("waiting for the other's answer"),
    "going_on": N_("going on"),
    "overdue": N_("past the last day"),
}
"""By count of `Points`, those that make up what is agreed."""

APART: Mapping[str, str] = {
    "dropped": N_("dropped by both"),
    "changed": N_("agreed anew, in other words or to another day"),
    "uncounted": N_("not signed by both, or for nobody to see to"),
    "undated": N_("without a last day, in no year"),
}
"""Those that are told apart and not added."""

CAUSES: Mapping[str, str] = {
    Cause.UNCLEAR.value: N_("unclear requirements"),
    Cause.RESOURCES.value: N_("too few resources"),
    Cause.OBSTACLES.value: N_("external obstacles"),
    Cause.OTHER.value: N_("something else"),
    "untold": N_("not said"),
}
"""By count of `Causes`."""

RULES = (
    N_(
        "A point counts that stands in a plan which both have signed, that somebody sees to, and whose last"
        " day, as it is agreed now, is in the year. It is fulfilled when both have said that it was carried"
        " out, in time or late; what only one of the two says does not count yet."
    ),
    N_(
        "Share = fulfilled ÷ agreed. What both agreed to drop is in neither number. What was agreed anew"
        " counts once, as it is agreed now. The counts that are told apart are not added."
    ),
    N_("What the manager has promised counts as what the employee has."),
    N_(
        "An employee has an agreed plan when a conversation of the year was concluded with a goal or an"
        " agreement in it, and a signed one when both have signed the newest version."
    ),
    N_("These are counts alone: nobody is named, and nothing that was said is in them."),
)
"""What every figure is counted by."""

OF_MANY = (
    N_(
        "Everybody is counted where they worked: a point on its last day, a plan on the last day of the year."
    ),
    N_(
        "A figure of fewer than {floor} people is not told, nor one by which such a figure could be worked"
        " out from others."
    ),
)
"""What a figure of an organisation is counted by, too."""

_WHY = {
    Hidden.FEW: N_("fewer than {floor}, not shown"),
    Hidden.GIVES_AWAY: N_("not shown: it would give others away"),
    Hidden.ELSEWHERE: N_("not yours to count"),
}


def rules(words: Words, floor: int | None = None) -> Iterator[str]:
    """Yield the sentences of the rule.

    Args:
        words: the language.
        floor: of how many people a figure has to be; None for one's own figure.
    """
    yield from (words(rule) for rule in RULES[:-1])
    if floor is not None:
        yield from (words(rule, floor=floor) for rule in OF_MANY)
    yield words(RULES[-1])


def withheld(why: Hidden | None, floor: int, words: Words) -> str:
    """Return why there is no figure; None where nobody worked there."""
    return words("nobody") if why is None else words(_WHY[why], floor=floor)


def share(part: int, whole: int, of_hundred: int | None, words: Words) -> str:
    """Return "3 of 4 (75 %)", or that there is nothing to share."""
    if of_hundred is None:
        return words("none")
    return words("{part} of {whole} ({share} %)", part=grouped(part), whole=grouped(whole), share=of_hundred)


def grouped(number: int) -> str:
    """Return a number with its digits in threes: "16 440", which no line is broken in."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def per_cent(number: int | None) -> str:
    """Return "75 %", or a dash where there is nothing to share."""
    return "–" if number is None else f"{number} %"


def target_in_words(target: Target | None, words: Words, year: int) -> str:
    """Return what is to be reached, and since when it holds where that is another year; "" for nothing."""
    if target is None:
        return ""
    if target.year == year:
        return f"{target.percent} %"
    return words("{percent} % since {year}", percent=target.percent, year=target.year)


MEASURES = {
    Measure.POINTS: N_("Agreed points fulfilled"),
    Measure.PLANS: N_("Employees whose plan both have signed"),
}
"""What each share is called."""

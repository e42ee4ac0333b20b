"""How the screens say amounts, what is given, how far a course has come, and what is reached."""

from __future__ import annotations

import re

from ijtui.domain.advancement import Criterion, Measure, Reached
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.domain.training import Purse, TrainingState
from ijtui.errors import BadInput
from ijtui.words import N_, _, ngettext

KINDS = {
    RecognitionKind.THANKS: N_("public thanks"),
    RecognitionKind.DAYS: N_("days off"),
    RecognitionKind.GIFT: N_("gift"),
    RecognitionKind.OTHER: N_("other"),
}
TRAININGS = {
    TrainingState.ASKED: N_("asked for"),
    TrainingState.APPROVED: N_("approved"),
    TrainingState.DECLINED: N_("declined"),
    TrainingState.USED: N_("taken"),
}
_NO_AMOUNT = N_("“{text}” is no amount. Write whole kronor, 3200 or 3 200 kr.")
_NO_NUMBER = N_("“{text}” is no whole number.")
_MOST_DIGITS = 9


def thousands(amount: int) -> str:
    """Return a number as one reads it: "5 000", the space unbreakable."""
    return f"{amount:,}".replace(",", "\u00a0").replace("-", "\u2212")


def kronor(amount: int) -> str:
    """Return an amount: "5 000 kr"."""
    return _("{amount} kr", amount=thousands(amount))


def read_kronor(typed: str) -> int:
    """Return the amount that somebody typed; nothing typed is nothing.

    Raises:
        BadInput: it is no amount in whole kronor.
    """
    bare = re.sub(r"[\s.]|kr(onor)?$|sek$|:-$", "", typed.strip().casefold())
    if not bare:
        return 0
    if not (bare.isascii() and bare.isdecimal() and len(bare) <= _MOST_DIGITS):
        raise BadInput(_NO_AMOUNT, text=typed.strip()[:40])
    return int(bare)


def read_number(typed: str) -> int:
    """Return the whole number that somebody typed; nothing typed is 0.

    Raises:
        BadInput: it is no whole number.
    """
    bare = typed.strip()
    if not bare:
        return 0
    if not (bare.isascii() and bare.isdecimal() and len(bare) <= _MOST_DIGITS):
        raise BadInput(_NO_NUMBER, text=bare[:40])
    return int(bare)


def purse_words(purse: Purse) -> str:
    """Return what is taken and what is left: "3 200 of 5 000 kr, 1 800 kr left"."""
    taken, of = thousands(purse.used + purse.approved), kronor(purse.amount)
    if purse.left < 0:
        return _(
            "{taken} of {amount}, {over} more than there is", taken=taken, amount=of, over=kronor(-purse.left)
        )
    return _("{taken} of {amount}, {left} left", taken=taken, amount=of, left=kronor(purse.left))


def purse_parts(purse: Purse) -> str:
    """Return what the year's courses cost, by how far they have come: "taken 3 200 kr · approved 900 kr"."""
    parts = (
        (TrainingState.USED, purse.used),
        (TrainingState.APPROVED, purse.approved),
        (TrainingState.ASKED, purse.asked),
    )
    return " · ".join(f"{_(TRAININGS[state])} {kronor(amount)}" for state, amount in parts if amount)


def given_words(recognition: Recognition) -> str:
    """Return what was given: "2 days off", "gift, 500 kr"."""
    if recognition.kind is RecognitionKind.DAYS:
        return ngettext("one day off", "{number} days off", recognition.days)
    said = _(KINDS[recognition.kind])
    return f"{said}, {kronor(recognition.amount)}" if recognition.kind is RecognitionKind.GIFT else said


def reached_words(criterion: Criterion, reached: Reached) -> str:
    """Return how far one has come with a criterion: "8 of 12 months", "yes"."""
    if criterion.measure is Measure.YES_NO:
        return _("yes") if reached.number else _("not yet")
    if criterion.measure is Measure.MONTHS:
        return ngettext(
            "{reached} of one month", "{reached} of {number} months", criterion.target, reached=reached.number
        )
    return _("{reached} of {target}", reached=reached.number, target=criterion.target)

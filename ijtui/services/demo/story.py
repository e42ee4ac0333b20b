"""What happens in the example: who talks with the manager, when, and what comes of it."""

from __future__ import annotations

from datetime import time

from ijtui.domain.action import Extent
from ijtui.domain.conversation import Mark, State
from ijtui.domain.goal import GoalKind, Responsible
from ijtui.services.demo.scene import Aim, Promise, Scene, Verdict

MANAGER = "karin"
EMPLOYEES = ("asa", "omar", "lina", "jonas")

_GENERAL, _MUNICIPAL = "annual", "annual-municipality-a"
_YES, _PARTLY, _NO = Extent.YES, Extent.PARTLY, Extent.NO
_FINE, _WATCH, _RISK = Mark.FINE, Mark.WATCH, Mark.RISK
_MANAGER, _OTHER = Responsible.MANAGER, Responsible.OTHER
_PERFORMANCE = GoalKind.PERFORMANCE

_ASA_FIRST = Scene(
    "asa-first", "asa", _GENERAL, -735, time(13), "oak", State.HELD,
    used=(29, 24, 14, 12), ticked=8, opens=True,
    marks={"workload": _FINE, "cooperation": _WATCH, "health": _FINE, "surroundings": _RISK},
    parked=("long-term",),
    aims=(
        Aim("asa-database", due=-560),
        Aim("asa-search", _PERFORMANCE, due=-420),
    ),
    promises=(
        Promise("asa-mentor", _MANAGER, -700, "competence", "asa-database"),
        Promise("asa-loadtest", due=-600, goal="asa-search"),
        Promise("asa-fan", _MANAGER, -690, "surroundings"),
        Promise("asa-show", due=-540, goal="asa-database"),
    ),
)  # fmt: skip

_ASA_LAST = Scene(
    "asa-last", "asa", _GENERAL, -371, time(9), "oak", State.HELD,
    used=(21, 22, 20, 13), ticked=8, opens=True,
    marks={
        "workload": _FINE, "cooperation": _WATCH, "feedback-to-you": _FINE, "health": _WATCH,
        "surroundings": _RISK,
    },
    verdicts=(
        Verdict("asa-mentor", _YES, _YES),
        Verdict("asa-loadtest", _PARTLY, _YES),
        Verdict("asa-fan", _NO, _NO),
        Verdict("asa-show", _YES, _YES),
        Verdict("asa-shadow", _YES, _YES, days=-150),
        Verdict("asa-channel", _PARTLY, days=-150),
    ),
    aims=(
        Aim("asa-subproject", due=-30),
        Aim("asa-api", _PERFORMANCE, due=-60),
    ),
    promises=(
        Promise("asa-shadow", due=-190, goal="asa-subproject"),
        Promise("asa-channel", _OTHER, -340, "cooperation"),
        Promise("asa-supervision", _MANAGER, -33, "competence", "asa-subproject"),
        Promise("asa-guide", due=9, goal="asa-api"),
        Promise("asa-course", due=24, question="competence"),
    ),
    feedback={"karin-to-asa": ("karin", "asa"), "asa-to-karin": ("asa", "karin")},
)  # fmt: skip

_OMAR_LAST = Scene(
    "omar-last", "omar", _GENERAL, -364, time(10), "oak", State.HELD,
    used=(24, 19, 22, 16), ticked=8,
    marks={"workload": _WATCH, "cooperation": _FINE, "health": _FINE},
    aims=(
        Aim("omar-senior", due=-20),
        Aim("omar-users", _PERFORMANCE, due=-270),
    ),
    promises=(
        Promise("omar-guide", due=-300, question="difficulties", goal="omar-users"),
        Promise("omar-follow", _MANAGER, -180, "conditions", "omar-senior"),
        Promise("omar-survey", due=-250, question="feedback-to-you"),
    ),
)  # fmt: skip

_LINA_LAST = Scene(
    "lina-last", "lina", _GENERAL, -357, time(13, 30), "oak", State.HELD,
    used=(22, 21, 18, 14), ticked=8,
    marks={"workload": _RISK, "cooperation": _WATCH, "health": _WATCH},
    verdicts=(Verdict("lina-form", _YES, _YES, days=-120),),
    aims=(
        Aim("lina-present", due=40),
        Aim("lina-grant", _PERFORMANCE, due=-190),
        Aim("lina-plan", _PERFORMANCE, due=200),
    ),
    promises=(
        Promise("lina-form", due=-150, question="difficulties"),
        Promise("lina-supervision", _MANAGER, -1, "competence", "lina-present"),
        Promise("lina-minutes", due=45, question="cooperation", goal="lina-present"),
    ),
)  # fmt: skip

_JONAS_LAST = Scene(
    "jonas-last", "jonas", _GENERAL, -350, time(10), "oak", State.HELD,
    used=(15, 14, 16, 9), ticked=7,
    marks={"workload": _FINE, "cooperation": _WATCH, "health": _FINE},
    verdicts=(Verdict("jonas-pair", _YES, _YES, days=-40),),
    aims=(
        Aim("jonas-tests", due=-40),
        Aim("jonas-print", _PERFORMANCE, due=-130),
    ),
    promises=(
        Promise("jonas-pair", due=-40, question="competence", goal="jonas-tests"),
        Promise("jonas-list", _MANAGER, 30, "difficulties"),
    ),
)  # fmt: skip

_OMAR_NOW = Scene(
    "omar-now", "omar", _MUNICIPAL, -1, time(14), "oak", State.ONGOING,
    talked=(
        "since-last-time", "results", "learned", "assignment", "follow-up-of-work",
        "workload", "cooperation", "side-job",
    ),
    used=(24, 17), ticked=9, opens=True,
    marks={"workload": _RISK, "cooperation": _FINE},
    choices={"side-job": "no"},
    parked=("difficulties",),
    verdicts=(
        Verdict("omar-guide", _YES, _YES),
        Verdict("omar-follow", _PARTLY, _PARTLY),
        Verdict("omar-survey", _NO, _NO),
    ),
    aims=(Aim("omar-next"),),
    promises=(
        Promise("omar-survey-again", question="since-last-time"),
        Promise("omar-ceiling", _MANAGER, 14, "workload"),
    ),
    feedback={"karin-to-omar": ("karin", "omar"), "about-the-process": ("karin", "")},
)  # fmt: skip

_ASA_NOW = Scene(
    "asa-now", "asa", _MUNICIPAL, 1, time(9), "oak",
    ticked=9, opens=True,
    aims=(
        Aim("asa-lead", due=220),
        Aim("asa-live", _PERFORMANCE, due=180, progress=60),
    ),
)  # fmt: skip

_LINA_NOW = Scene("lina-now", "lina", _MUNICIPAL, 19, time(10), "harbour", ticked=3)
_JONAS_NOW = Scene("jonas-now", "jonas", _MUNICIPAL, -9, time(13), "video", ticked=4)

STORY = (
    _ASA_FIRST, _ASA_LAST, _OMAR_LAST, _LINA_LAST, _JONAS_LAST,
    _OMAR_NOW, _ASA_NOW, _LINA_NOW, _JONAS_NOW,
)  # fmt: skip
"""In the order in which they are booked, so that the first is conversation number 1."""

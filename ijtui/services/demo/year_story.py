"""What happens in the example between the annual conversations, and what belongs to a whole year."""

from __future__ import annotations

from datetime import time

from ijtui.domain.action import Extent
from ijtui.domain.check_in import Course
from ijtui.domain.conversation import Mark, State
from ijtui.domain.goal import Responsible, Result
from ijtui.domain.recognition import RecognitionKind
from ijtui.domain.training import TrainingState
from ijtui.services.demo.event import (
    Advanced,
    End,
    Event,
    Look,
    Rated,
    Reported,
    Said,
    Season,
    Target,
    Thanks,
    Training,
    Written,
)
from ijtui.services.demo.scene import Aim, Promise, Scene, Verdict

_RISK, _OFF = Course.AT_RISK, Course.OFF
_MANAGER = Responsible.MANAGER
_THANKS = RecognitionKind.THANKS


def _quarter(
    key: str, days: int, promises: tuple[Promise, ...] = (), verdicts: tuple[Verdict, ...] = ()
) -> Scene:
    """Return a quarterly conversation that was held; its key begins with the employee's."""
    return Scene(
        key, key.partition("-")[0], "quarterly", days, time(10), "oak", State.HELD,
        used=(9, 12, 8), ticked=4, promises=promises, verdicts=verdicts,
    )  # fmt: skip


_JONAS_START = Scene(
    "jonas-start", "jonas", "onboarding", -466, time(9), "oak", State.HELD,
    used=(14, 18, 9), ticked=5, marks={"start": Mark.FINE},
    aims=(Aim("jonas-first", due=-424),),
    promises=(Promise("jonas-permissions", _MANAGER, -446, "first-support", "jonas-first"),),
    verdicts=(Verdict("jonas-permissions", Extent.YES, days=-448),),
)  # fmt: skip

_ASA_YEAR_25 = Scene(
    "asa-year-25", "asa", "evaluation", -346, time(13), "harbour", State.HELD, used=(28, 19, 10), ticked=6
)

_ASA_YEAR_26 = Scene("asa-year-26", "asa", "evaluation", 24, time(13), "oak")

SCENES = (
    _quarter("asa-q1-25", -678),
    _quarter("asa-q2-25", -587),
    _quarter("asa-q3-25", -500),
    _JONAS_START,
    _quarter("asa-q4-25", -408),
    _ASA_YEAR_25,
    _quarter(
        "asa-q1-26", -312,
        (Promise("asa-lawyers", _MANAGER, -297, "hard", "asa-api"),),
        (Verdict("asa-lawyers", Extent.YES, days=-280),),
    ),
    _quarter(
        "omar-q1-26", -306,
        (Promise("omar-times", _MANAGER, -200, "support-needed"),),
        (Verdict("omar-times", Extent.NO, days=-26),),
    ),
    _quarter("asa-q4-26", -44),
    _ASA_YEAR_26,
)  # fmt: skip
"""Two of the year's check-ins with Åsa never happened; that is part of the story."""

TARGETS = (
    Target("region", -1, ("asa-database", "asa-search")),
    Target("everywhere", -1, ("omar-users", "jonas-print"), of_plan=False),
    Target("companies", 0, ("asa-api", "asa-live")),
    Target("leaders", 0, ("asa-subproject", "omar-senior")),
    Target("finance", 0, ("lina-grant", "lina-plan")),
    Target("neighbours", 1, ("asa-lead", "omar-next"), of_plan=False),
)

_LOOKS = (
    Look("asa-database", 1, -679, 25),
    Look("asa-database", 2, -588, 50),
    Look("asa-database", 3, -501, 80),
    Look("asa-database", 4, -409, 100),
    Look("asa-search", 1, -679, 20, _RISK),
    Look("asa-search", 2, -588, 30, _RISK),
    Look("asa-search", 3, -498, 60),
    Look("asa-search", 4, -409, 100),
    Look("asa-subproject", 1, -313, 25),
    Look("asa-subproject", 2, -190, 50, _RISK),
    Look("asa-subproject", 3, -45, 80),
    Look("asa-api", 1, -314, 15),
    Look("asa-api", 2, -235, 25, _RISK),
    Look("asa-api", 3, -150, 45, _OFF),
    Look("asa-api", 4, -46, 70, _OFF),
    Look("omar-users", 1, -307, 60),
    Look("omar-users", 2, -272, 100),
    Look("omar-senior", 1, -306, 65),
    Look("omar-senior", 2, -180, 75, _RISK),
    Look("omar-senior", 3, -24, 85, _RISK),
    Look("lina-grant", 1, -280, 50),
    Look("lina-grant", 2, -192, 100),
    Look("lina-plan", 1, -190, 65),
    Look("lina-plan", 2, -30, 70, _RISK),
    Look("lina-present", 1, -250, 30),
    Look("lina-present", 2, -60, 60),
    Look("jonas-first", 1, -430, 100),
    Look("jonas-tests", 1, -240, 50),
    Look("jonas-tests", 2, -50, 100),
    Look("jonas-print", 1, -240, 70),
    Look("jonas-print", 2, -132, 100),
)

_ENDS = (
    End("asa-database", -371),
    End("asa-search", -371),
    End("jonas-first", -424),
    End("omar-users", -270),
    End("lina-grant", -190),
    End("jonas-print", -130),
    End("jonas-tests", -40),
    End("asa-api", -44, Result.PARTLY),
)

_ENTRIES = (
    Written("asa-frageplan", "asa", -672, "karin", shared=True, goal="asa-database"),
    Written("karin-q1", "karin", -600, reflects=True),
    Written("asa-lasttest", "asa", -410, "karin", shared=True, goal="asa-search"),
    Written("karin-jonas", "karin", -330, "jonas"),
    Written("asa-leda", "asa", -290, "karin", shared=True, goal="asa-subproject"),
    Written("karin-lina", "karin", -275, "lina"),
    Written("karin-q2", "karin", -148, reflects=True),
    Written("asa-avtal", "asa", -151, "karin", shared=True, goal="asa-api"),
    Written("karin-asa-mote", "karin", -96, "asa", shared=True),
    Written("karin-tempo", "karin", -74, "omar"),
    Written("asa-q3", "asa", -60, "karin", shared=True, reflects=True),
    Written("karin-q3", "karin", -55, reflects=True),
    Written("karin-flakten", "karin", -12),
    Written("asa-demon", "asa", -1, "karin", shared=True, goal="asa-live"),
)

_GIFTS = (
    Thanks("asa-thanks", "asa", -404, _THANKS),
    Thanks("omar-days", "omar", -265, RecognitionKind.DAYS, off=2),
    Thanks("lina-card", "lina", -186, RecognitionKind.GIFT, amount=500),
    Thanks("jonas-thanks", "jonas", -90, _THANKS),
    Training("asa-database", "asa", -560, 4200, TrainingState.USED),
    Training("omar-talks", "omar", -210, 3900, TrainingState.USED),
    Training("asa-access", "asa", -20, 3200, TrainingState.APPROVED),
    Training("lina-grants", "lina", -8, 6400, TrainingState.ASKED),
)

_LEADER, _SENIOR = "sub-project-lead", "senior-coach"
_STEPS = (
    Advanced("asa", _LEADER, "time", 30, -40),
    Advanced("asa", _LEADER, "deliveries", 2, -40, "asa-lead"),
    Advanced("asa", _LEADER, "reviews", 41, -40),
    Advanced("asa", _LEADER, "design", 1, -40),
    Advanced("omar", _SENIOR, "time", 13, -22),
    Advanced("omar", _SENIOR, "sessions", 17, -22, "omar-sessions"),
    Advanced("omar", _SENIOR, "onboarded", 14, -22),
    Advanced("omar", _SENIOR, "responses", 3, -22),
)

_FEEDBACK = (
    Said("karin-to-asa-between", "karin", "asa", -95),
    Said("asa-to-karin-between", "asa", "karin", -140),
    Said("process-between", "asa", "karin", -100, about_process=True),
)

RATINGS = (
    Rated(
        "asa-first", "developer",
        (3, 2, 2, 2, 1, 1, 2, 2), (3, 2, 2, 2, 2, 1, 2, 3), (3, 2, 2, 2, 1, 1, 2, 3),
    ),
    Rated(
        "asa-last", "developer",
        (3, 3, 2, 2, 2, 3, 3, 3), (3, 3, 2, 3, 2, 3, 2, 3), (3, 3, 2, 3, 2, 3, None, 3), "asa-planning",
    ),
    Rated(
        "jonas-last", "developer",
        (2, 1, 1, 1, 1, 1, 2, 2), (2, 1, 1, 1, 2, 1, 2, 2), (2, 1, 1, 1, 1, 1, 2, 2),
    ),
    Rated("asa-now", "developer", (3, 3, 3, 3, 2, 3, 3, 3), (3, 3, 2, 3, 1, 3, 2, 4)),
    Rated("omar-now", "coach", (), (3, 4, 2, 3)),
)  # fmt: skip
"""Levels in the order of the set: the employee's, the manager's, what they agreed on."""

_REPORTS = (Reported("lina-minutes", "lina", -3),)

_ROUNDS = (Season("annual", -55, "annual", first=-40, last=24),)

EVENTS: tuple[Event, ...] = (*_LOOKS, *_ENDS, *_ENTRIES, *_GIFTS, *_STEPS, *_FEEDBACK, *_REPORTS, *_ROUNDS)
"""Everything with a day of its own; played in the order of the days."""

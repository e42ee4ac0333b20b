"""What one can do at every station."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.screens.writing import TEMPLATE, VERSIONS
from ijtui.words import N_

NEXT = Command("question.next", "tab", "next_question", N_("Next question"), N_("next"))
PREVIOUS = Command("question.previous", "shift+tab", "previous_question", N_("Previous question"))
ACTION = Command(
    "action.new", "ctrl+n,n", "new_action", N_("New agreement from this question"), N_("agreement")
)
GOAL = Command("goal.new", "m", "new_goal", N_("New goal"))
PARK = Command(
    "question.park", "p", "park", N_("Park the question, or take it up again"), N_("park"), above="f7"
)
DONE = Command("question.done", "d", "done", N_("Mark the question as talked through, or not"))
JUDGE = Command(
    "question.judge", "f8,w", "judge", N_("Mark the answer: fine, watch, risk"), N_("fine/watch/risk")
)
RISK_ACTION = Command(
    "question.act", "a", "act", N_("Make an agreement of a risk"), N_("act on risk"), above="f6"
)
BESIDE = Command(
    "question.beside", "f3", "beside", N_("Read both preparations and what was said last time"), N_("beside")
)
PRIVATE = Command("question.private", "f4", "private", N_("Your own note: only you see it"))
TAKE_PEN = Command(
    "talk.take_pen", "f12", "take_pen", N_("Take the pen over where the other writes"), N_("take the pen")
)
MINUTES = Command("talk.minutes", "f2", "minutes", N_("Preview the minutes"))
SHOW = Command("talk.show", "f9", "show", N_("Show only what both may see"), N_("show"))
GO = Command("talk.go", "ctrl+g", "go", N_("Go to a question"))
FEEDBACK = Command("feedback.new", "f", "feedback", N_("Give feedback"))
CONCLUDE = Command("talk.conclude", "c", "conclude", N_("Conclude the conversation"))
BACK = Command("talk.back", "escape", "back", N_("Leave the text, then the conversation"))
STATIONS = tuple(
    Command(f"talk.station_{number}", str(number), f"station_at({number})", title)
    for number, title in enumerate(
        (
            N_("Go to the first station"),
            N_("Go to the second station"),
            N_("Go to the third station"),
            N_("Go to the fourth station"),
            N_("Go to the fifth station"),
        ),
        1,
    )
)

EVERY_STATION = (
    NEXT,
    TAKE_PEN,
    ACTION,
    TEMPLATE,
    PARK,
    BESIDE,
    SHOW,
    VERSIONS,
    PREVIOUS,
    PRIVATE,
    MINUTES,
    GO,
    DONE,
    GOAL,
    FEEDBACK,
    CONCLUDE,
    *STATIONS,
    BACK,
)
"""In the order in which they find room in the row of keys."""

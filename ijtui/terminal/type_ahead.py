"""Keys that come while an earlier one is still at work wait for it, and are never handed to the wrong place.

Textual hands every key at once to whatever has focus in that moment, and what the key does comes later:
tab and a letter in one breath put the letter into the field before, and on a screen that is just coming
up the letter is gone. Over a slow line keys come in one breath all the time.
"""

from __future__ import annotations

import sys
from collections import deque
from functools import partial
from time import monotonic

from textual import events, on
from textual.app import ReturnType
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

from ijtui.terminal.safe_app import SafeApp

_ROUNDS = 3
"""What a key does is told from widget to screen in up to three messages, each posted by the one before."""

_TEXT_AREAS = "textual.widgets._text_area"
"""Costs more to import than all else here; where nobody has, nothing that has focus is one."""

_LOOK = 0.05
"""Seconds between two looks at whether what had the key is still there."""

_LONGEST_WAIT = 3.0
"""Seconds after which keys go on, whatever became of the one before: a keyboard must not die."""

Typed = events.Key | events.Paste


class Passed(Message):
    """Everything that came before this has passed from the widget up to the app.

    Attributes:
        turn: which wait this belongs to.
        left: how many more rounds there are.
    """

    def __init__(self, turn: int, left: int) -> None:
        super().__init__()
        self.turn = turn
        self.left = left


class TypeAheadApp(SafeApp[ReturnType]):
    """An app in which one may type on while the next screen or field is still coming up."""

    ready = True
    """Whether keys can do anything yet."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[Typed] = deque()
        self._at_work: MessagePump | None = None
        """Who had the latest key, and may still be busy with it."""
        self._only_written = False
        """Whether that key wrote a letter, so that another letter need not wait for it."""
        self._awaited: Screen[object] | None = None
        self._turn = 0
        self._looks: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hold keys and pastes while an earlier one is at work; let everything else through."""
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
        elif self._held or self._must_wait(event):
            self._held.append(event)
            if len(self._held) == 1:
                self._wait()
        else:
            await self._hand_over(event)

    async def _hand_over(self, event: Typed) -> None:
        self._only_written = self._writes(event)
        self._at_work = self.focused or self.screen
        await super().on_event(event)

    def _writes(self, event: Typed) -> bool:
        """Whether it only writes into the text that has focus."""
        areas = sys.modules.get(_TEXT_AREAS)
        is_text = isinstance(event, events.Paste) or event.is_printable
        return is_text and areas is not None and isinstance(self.focused, areas.TextArea)

    def _must_wait(self, event: Typed) -> bool:
        """Whether a key is at work, or the screen has no cursor yet; some never have one, and wait once."""
        if not self.ready:
            return True
        if self._at_work is not None:
            return not (self._only_written and self._writes(event))
        return self.focused is None and self.screen is not self._awaited

    def _wait(self) -> None:
        """Go on when the key at work is done, or the screen has come up; and after a while in any case."""
        self._turn += 1
        self._stop_looking()
        self._looks = self.set_interval(_LOOK, partial(self._look, self._turn, monotonic() + _LONGEST_WAIT))
        if self._at_work is not None:
            self._send_round(_ROUNDS)
        elif self.ready:
            self._awaited = self.screen
            # Behind what the screen has put off until it is painted, which is to place its cursor.
            self.screen.call_after_refresh(self.call_later, self._go_on, self._turn)

    def _send_round(self, left: int) -> None:
        if self._at_work is None or not self._at_work.post_message(Passed(self._turn, left - 1)):
            self.call_later(self._go_on, self._turn)  # what had the key is gone

    @on(Passed)
    def _count_rounds(self, event: Passed) -> None:
        if event.turn == self._turn and event.left:
            self._send_round(event.left)
        else:
            self.call_later(self._go_on, event.turn)

    def _look(self, turn: int, deadline: float) -> None:
        """Go on where the app has become ready, or what was waited for went away."""
        if not self.ready:
            return
        awaited = self._at_work or self._awaited
        gone = (
            awaited is None or not awaited.is_attached or (not self._at_work and awaited is not self.screen)
        )
        if gone or monotonic() > deadline:
            self.call_later(self._go_on, turn)

    async def _go_on(self, turn: int) -> None:
        """Hand over what was held, up to the next key that is followed by others and has work to do."""
        if turn != self._turn:
            return
        self._at_work = None
        while self._held and not self._must_wait(self._held[0]):
            await self._hand_over(self._held.popleft())
        if self._held:
            self._wait()
        else:
            self._turn += 1
            self._stop_looking()

    def _stop_looking(self) -> None:
        if self._looks is not None:
            self._looks.stop()
            self._looks = None

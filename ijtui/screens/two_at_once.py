"""A station where two may be at the same time: each sees where the other is, and one of them writes."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from textual import on

from ijtui.domain.agenda import Question
from ijtui.domain.conversation import Conversation
from ijtui.domain.pulse import Pulse
from ijtui.domain.text import TextKey, TextKind
from ijtui.errors import StorageFailed
from ijtui.screens.command import Command
from ijtui.screens.company import NOBODY, Other
from ijtui.screens.sight import BOTH_SEE
from ijtui.screens.station_actions import StationActions
from ijtui.screens.station_commands import TAKE_PEN
from ijtui.screens.writing import Pen
from ijtui.widgets.editor import Editor
from ijtui.widgets.question import QuestionView
from ijtui.widgets.stepper import Stepper
from ijtui.words import _


class TwoAtOnce(StationActions):
    """Follows the other one's steps and words while both have the talk open."""

    RESTS = 0.0
    _other = NOBODY
    _in_vain = ""
    """Id of the question where a key came while the other wrote there, or ""."""

    # Where the two are

    def whereabouts(self) -> tuple[Conversation, str]:
        """Be seen at this station."""
        return self.talk.conversation, self.KEY

    def show_other(self, other: Other) -> None:
        """Show at which station the other is, and where they write; what is begun here is saved before."""
        if other.writes and other.writes != self._other.writes:
            self.session.saving.flush()
        self._other = other
        if other.writes != self._in_vain:
            self._in_vain = ""
        stepper = self.query_one(Stepper)
        stepper.other, stepper.other_at = other.name, other.places
        self.show_pens()

    # What the other writes

    def pulse(self) -> Pulse:
        """What both see of this conversation."""
        return self.session.desk.pulses.of_conversation(self.session.me, self.talk.conversation.id)

    def follow(self, before: Pulse, now: Pulse) -> None:
        """Show the other's words; all of the station only where more has changed."""
        if now.rest != before.rest:
            self.reload()
        else:
            self.talk.refresh()
            self.show_progress()
            self.adopt_newer()
        self._renew()

    def _renew(self) -> None:
        """Show at the opened question what the other chose or has opened of their preparation."""
        for view, question in self.views():
            if view.opened and view.body is not None and view.body.is_mounted:
                with suppress(StorageFailed):  # the next look shows what can't be read now
                    view.body.renew(self.sheet(question))

    # The pen

    def pen(self, editor: Editor, key: TextKey) -> Pen:
        """Return the pen for an editor; where the other writes, the editor lets one wait."""
        if key.kind is TextKind.SHARED and self.session.company.possible:
            editor.asks = partial(self._may_write, key.question)
        return super().pen(editor, key)

    def _may_write(self, question: str) -> bool:
        may = self.session.company.take_pen(question)
        if not may and self._in_vain != question:
            self._in_vain = question
            self._other = self.session.company.other()
            self.show_pens()
        return may

    def show_pens(self) -> None:
        """Say at each opened question who writes there."""
        for view, question in self.views():
            if view.body is not None:
                view.body.say_who(self._who(question), warns=self._in_vain == question.id)
        self._show_hints()

    def _who(self, question: Question) -> str:
        name, key = self._other.name, self.key_of(TAKE_PEN)
        if question.id == self._other.hands_over:
            return _("{name} hands you the pen …", name=name)
        if question.id != self._other.writes:
            return _(BOTH_SEE)
        if question.id == self._in_vain:
            return _("{name} is writing here. {key} takes the pen over.", name=name, key=key)
        return _("both of you see this · {name} writes", name=name)

    async def open(self, view: QuestionView) -> None:
        """Open one question, and say who writes there."""
        await super().open(view)
        self._renew()
        self.show_pens()

    @on(Editor.Left)
    def leave_pen(self) -> None:
        """Leave the pen at a text that is left; what was written there comes first."""
        self.session.saving.flush()
        self.session.company.lay_down_pen()

    def _is_hinted(self, command: Command) -> bool:
        """Show the key only while the other writes where one is."""
        here = self.here() if command is TAKE_PEN else None
        waits = here is not None and here[1].id == self._other.writes
        return super()._is_hinted(command) and (waits or command is not TAKE_PEN)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The pen is taken over in a text that both see, where there are two."""
        if action == "take_pen":
            here = self.here() if self.is_attached and self.session.company.possible else None
            return here is not None and self.focused is here[0].editor
        return super().check_action(action, parameters)

    def action_take_pen(self) -> None:
        """Write where the other writes."""
        here = self.here()
        if here is not None:
            self.session.company.take_pen_over(here[1].id)
            self.show_other(self.session.company.other())

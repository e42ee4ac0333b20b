"""An agreement's page: where it stands, what can be done with it now, and how it read before (D-G5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.action import Action
from ijtui.domain.today import Due
from ijtui.domain.wording import Wording
from ijtui.errors import IjtuiError
from ijtui.screens import action_commands as can
from ijtui.screens.action_lines import STEP, action_facts, action_lines, told_of
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.screens.saying import KINDS, other_in
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _


class ActionScreen(Place[None]):
    """One agreement.

    Args:
        agreed: the agreement and the two, as they are now.
    """

    CAN: ClassVar = can.ALL
    ABOUT = N_(
        "One agreement through its whole life. Who sees to it says that it is done, and the other confirms: "
        "only that counts. What is changed keeps its earlier words, and what is no longer needed is dropped "
        "by both. Enter does what is marked."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("action")]
    ROAMS = True

    def __init__(self, agreed: Due) -> None:
        super().__init__()
        self._agreed = agreed
        self._wordings: tuple[Wording, ...] = ()
        self._may_speak_for_other = True

    @property
    def _action(self) -> Action:
        return self._agreed.action

    def heading(self) -> str:
        """Return whose plan it belongs to."""
        return " · ".join((_("Agreement"), self._agreed.employee.name))

    def body(self) -> ComposeResult:
        """Put the words above what is known of it, and what can be done below."""
        with VerticalScroll(id="agreement", can_focus=False):
            yield Static("", id="words")
            yield Static("", id="told")
            yield Lines(id="steps")

    async def begin(self) -> None:
        """Begin at what can be done, and leave the words in sight."""
        self.query_one("#steps").focus(scroll_visible=False)

    def load(self) -> None:
        """Fetch the agreement as it stands now."""
        desk, me = self.session.desk, self.session.me
        try:
            [self._agreed] = desk.actions.with_people([desk.actions.get(me, self._action.id)])
            self._wordings = desk.actions.wordings(me, self._action)
            self._may_speak_for_other = desk.actions.may_speak_for_other(me, self._action)
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        first = self._action.agreed_with
        earlier = desk.people.get(me, first) if first else None
        facts = action_facts(self._agreed, me, desk.clock().date(), self._where(), earlier)
        self.query_one("#words", Static).update(Content(self._action.what).stylize("bold"))
        told = "\n".join(part for part in (facts, told_of(self._action)) if part)
        self.query_one("#told", Static).update(Content(told))
        people = desk.people.known(me)
        self.query_one("#steps", Lines).show(action_lines(self._steps(), self._wordings, people, me))
        self.refresh_bindings()

    def _where(self) -> str:
        """Return in what kind of conversation it was agreed; "" for between two."""
        if self._action.conversation is None:
            return ""
        try:
            found = self.session.desk.conversations.get(self.session.me, self._action.conversation)
        except IjtuiError:
            return _("with an earlier manager")
        return _(KINDS[found.agenda.kind])

    @property
    def _mine_alone(self) -> bool:
        """Whether what waits was said on one's own side, and the other has a login to answer with."""
        said = self._action.withdrawal or self._action.report
        own = said is not None and self._action.side_of(said.by) is self._action.side_of(self.session.me.id)
        return own and not self._may_speak_for_other

    @property
    def _is_ours_to_report(self) -> bool:
        """Whether one may say that it is done: who has a login reports what they see to."""
        own = self._action.seen_to_by in (None, self._action.side_of(self.session.me.id))
        return own or self._may_speak_for_other

    def _steps(self) -> Iterator[tuple[str, str, str]]:
        for command in can.STEPS:
            if self.check_action(command.action, ()):
                yield command.action, _(command.title), self.key_of(command)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits where it stands."""
        now = self._action
        asked, told = now.withdrawal is not None, now.report is not None
        mine = self._mine_alone
        fits = {
            "confirm": now.is_open and told and not asked and not mine,
            "send_back": now.is_open and told and not asked,
            "agree": now.is_open and asked and not mine,
            "keep": now.is_open and asked,
            "report": now.is_open and not told and not asked and self._is_ours_to_report,
            "drop": now.is_open and not told and not asked,
            "outcome": self._may_speak_for_other
            or now.seen_to_by not in (None, now.side_of(self.session.me.id)),
            "change": now.is_open,
            "reopen": not now.is_open,
            "goal": now.goal is not None,
        }
        return fits[action] if action in fits else super().check_action(action, parameters)

    @on(Lines.Chosen, "#steps")
    async def do_chosen(self, event: Lines.Chosen) -> None:
        """Do what was chosen, or read an earlier wording in full."""
        if event.key.startswith(STEP):
            await self.run_action(event.key.removeprefix(STEP))
            return
        from ijtui.screens.dialogs.reading import ReadingScreen

        found = next(item for item in self._wordings if f"wording:{item.version}" == event.key)
        self.app.push_screen(ReadingScreen(_("How it was worded before"), found.fields["what"]))

    # Answers

    def action_confirm(self) -> None:
        """Confirm that it is done; one's own report only with the other beside."""
        report = self._action.report
        question = N_("You said yourself that it is done. Is {name} here beside you, and says so, too?")
        self._answer(report.by if report else 0, question, self.session.desk.actions.confirm)

    def action_agree(self) -> None:
        """Agree to drop it; to one's own proposal only with the other beside."""
        proposal = self._action.withdrawal
        question = N_("You proposed this yourself. Is {name} here beside you, and agrees to drop it?")
        self._answer(proposal.by if proposal else 0, question, self.session.desk.actions.agree_to_withdraw)

    def _answer(self, first: int, question: str, answer: Callable[..., Action]) -> None:
        """Answer what the other said, or ask first whether the other is beside."""
        me, action = self.session.me, self._action
        if action.side_of(first) is not action.side_of(me.id):
            self._try(lambda: answer(me, action))
            return
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        name = other_in(self._agreed, me).first_name
        ask = ConfirmScreen(
            _(question, name=name), _("yes, {name} is here beside me", name=name), _("not yet")
        )
        self.app.push_screen(
            ask, lambda sure: self._try(lambda: answer(me, action, beside=True)) if sure else None
        )

    def action_send_back(self) -> None:
        """Say that it is not done yet."""
        self._try(lambda: self.session.desk.actions.return_(self.session.me, self._action))

    def action_keep(self) -> None:
        """Keep it."""
        self._try(lambda: self.session.desk.actions.keep(self.session.me, self._action))

    def action_reopen(self) -> None:
        """Take the outcome back."""
        self._try(lambda: self.session.desk.actions.reopen(self.session.me, self._action))

    # Forms

    def action_report(self) -> None:
        """Say that it is done."""
        go_to(self, f"report:{self._action.id}:0")

    def action_outcome(self) -> None:
        """Say together what came of it."""
        go_to(self, f"outcome:{self._action.id}:0")

    def action_change(self) -> None:
        """Agree on other words or another day."""
        go_to(self, f"action:{self._action.id}:0")

    def action_drop(self) -> None:
        """Propose to drop it, or drop it together."""
        go_to(self, f"withdrawal:{self._action.id}:0")

    def action_goal(self) -> None:
        """Open the goal it serves."""
        go_to(self, f"goal:{self._action.goal}")

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _try(self, write: Callable[[], Action]) -> None:
        try:
            write()
        except IjtuiError as error:
            self.refuse(error)
        self.reload()


def open_at(place: Place[Any], action: str) -> None:
    """Open an agreement's page.

    Raises:
        NotFound: there is none, or it is not the asker's.
    """
    desk, me = place.session.desk, place.session.me
    [agreed] = desk.actions.with_people([desk.actions.get(me, int(action))])
    place.app.push_screen(ActionScreen(agreed))

"""The page to sign: exactly what is signed, as text, with its version, and who has said what (D-M2)."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.conversation import Conversation
from ijtui.domain.passing_on import Passing
from ijtui.domain.person import Person
from ijtui.domain.signature import Standing, Version, short
from ijtui.errors import IjtuiError
from ijtui.minutes.signed_text import signed_lines
from ijtui.screens.command import Command
from ijtui.screens.dialogs.signature import Mode
from ijtui.screens.passing import passing_words
from ijtui.screens.place import Place
from ijtui.screens.signing_words import answer_lines, state_words
from ijtui.widgets.editor import Editor
from ijtui.words import N_, _, spoken

_ANSWER = ("sign", "reserve", "decline")


class SigningScreen(Place[None]):
    """The plan of one conversation as it is signed.

    Args:
        conversation: it has begun.
        version: what is signed, as it was when the page was opened.
        opens_with: what was being said when a form was left, or None.
    """

    CAN: ClassVar = (
        Command("signing.sign", "s", "sign", N_("Sign it as it stands here"), N_("sign")),
        Command("signing.reserve", "r", "reserve", N_("Sign it with a reservation"), N_("with reservation")),
        Command("signing.decline", "d", "decline", N_("Say why you don't sign it"), N_("don't sign")),
        Command("signing.again", "u", "again", N_("Read the plan as it is now"), N_("read again")),
        Command("signing.earlier", "v", "earlier", N_("Earlier versions, and what differs"), N_("versions")),
        Command(
            "signing.pass_on",
            "p",
            "pass_on",
            N_("Let the next manager read it, or no longer"),
            N_("next manager"),
        ),
        Command("signing.close", "escape,q", "close", N_("Close"), N_("close")),
    )
    ABOUT = N_(
        "Exactly this text is signed by both of you. The twelve signs after the version tell one text from "
        "another: where they are the same on both screens, you have read the same. What is signed is never "
        "taken back; if you agree on something else, it becomes a new version that you both sign. In a file "
        "that several share, the manager's own manager reads it only if each of you allows it here; each can "
        "take that back, and you see in the history when it was read."
    )
    CSS_PATH: ClassVar = [paths.style("editor"), paths.style("signing")]

    def __init__(self, conversation: Conversation, version: Version, opens_with: Mode | None = None) -> None:
        super().__init__()
        self._conversation = conversation
        self._version = version
        self._opens_with = opens_with
        self._standing: Standing | None = None
        self._signers: tuple[Person, ...] = ()
        self._passing = Passing(None)

    def heading(self) -> str:
        """Return whose plan it is, its version, and how it stands."""
        parts = [_("Sign the plan"), self._conversation.employee.name]
        if self._standing is not None:
            parts.append(state_words(self._standing, self._conversation, self.session.me))
        return " · ".join(parts)

    def body(self) -> ComposeResult:
        """Put who has said what above the text."""
        yield Static("", id="answers")
        yield Editor(read_only=True, id="signed")

    def load(self) -> None:
        """Fetch what has been said to this version, and whether the plan still reads so."""
        desk, me = self.session.desk, self.session.me
        found = desk.signing.standing(me, self._conversation)
        if found is not None and found.newest is not None:
            if found.newest.plan.id == self._version.plan.id:
                self._version = found.newest
            self._standing = found
            self._signers = desk.signing.signers(me, self._conversation, self._version)
        if desk.door is not None:
            self._passing = desk.passing_on.of(me, self._conversation)
        self._show()
        self.refresh_bindings()
        if self._opens_with is not None:
            self.call_after_refresh(self._go_on)

    def _show(self) -> None:
        plan = self._version.plan
        version = _("Version {number} · {hash}", number=plan.number, hash=short(plan.hash))
        changed = [_("The plan has changed meanwhile. Read it again before you sign it.")]
        said = [version, *answer_lines(self._version, self._conversation), *(changed * self._is_stale)]
        said += filter(None, [passing_words(self._passing, self.session.me)])
        self.query_one("#answers", Static).update(Content("\n".join(said)))
        text, editor = "\n".join(signed_lines(plan.text, spoken())), self.query_one("#signed", Editor)
        if editor.text != text:
            editor.load(text)

    @property
    def _is_stale(self) -> bool:
        return self._standing is not None and self._standing.number != self._version.plan.number

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was read can be signed, by whoever has not signed it and is here."""
        if action in _ANSWER:
            return bool(self._signers) and not self._is_stale
        if action == "again":
            return self._is_stale
        if action == "pass_on":
            return self._passing.reader is not None
        return super().check_action(action, parameters)

    def action_sign(self) -> None:
        """Sign it as it stands."""
        self._answer(Mode.SIGN)

    def action_reserve(self) -> None:
        """Sign it with a reservation."""
        self._answer(Mode.RESERVE)

    def action_decline(self) -> None:
        """Say why not."""
        self._answer(Mode.DECLINE)

    def _answer(self, mode: Mode) -> None:
        from ijtui.screens.dialogs.signature import ask

        ask(self, mode, self._conversation, self._version, self._signers)

    def _go_on(self) -> None:
        """Open the form that was left."""
        mode, self._opens_with = self._opens_with, None
        if mode is not None and self.check_action(mode.value, ()):
            self._answer(mode)

    def action_again(self) -> None:
        """Show the plan as it is now, in its next version."""
        try:
            self._version = self.session.desk.signing.freeze(self.session.me, self._conversation)
        except IjtuiError as error:
            self.refuse(error)
        self.reload()

    def action_pass_on(self) -> None:
        """Say for oneself that the next manager may read what both signed, or no longer."""
        desk, me = self.session.desk, self.session.me
        try:
            desk.passing_on.let(me, self._conversation, me.id not in self._passing.said)
        except IjtuiError as error:
            self.refuse(error)
        self.reload()

    def action_earlier(self) -> None:
        """Show the versions that somebody has answered."""
        from ijtui.screens.plan_versions import PlanVersionsScreen

        self.app.push_screen(PlanVersionsScreen(self._conversation))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], conversation: str, mode: str = "") -> None:
    """Open the plan of a conversation to be signed.

    Raises:
        NotFound: there is none, or it is not the asker's.
        RuleBroken: nothing is agreed, it has not begun, or its kind is not signed.
    """
    desk, me = place.session.desk, place.session.me
    found = desk.conversations.get(me, int(conversation))
    version = desk.signing.freeze(me, found)
    place.app.push_screen(
        SigningScreen(found, version, Mode(mode) if mode else None), lambda _: place.reload()
    )

"""What somebody says to the plan: a signature, with a reservation or without, or why not (D-M2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.domain.signature import Version, short
from ijtui.errors import IjtuiError
from ijtui.screens.dialogs.confirm import ConfirmScreen
from ijtui.screens.dialogs.form import Form
from ijtui.screens.going import place_again
from ijtui.screens.place import Place
from ijtui.screens.saying import name_of
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class Mode(StrEnum):
    """What one is about to say."""

    SIGN = "sign"
    RESERVE = "reserve"
    DECLINE = "decline"


_HEADINGS = {
    Mode.SIGN: N_("Sign the plan"),
    Mode.RESERVE: N_("Sign with a reservation"),
    Mode.DECLINE: N_("Say why the plan is not signed"),
}
_ASKED = {Mode.RESERVE: N_("Reservation"), Mode.DECLINE: N_("Why not?")}


def ask(
    place: Place[Any], mode: Mode, conversation: Conversation, version: Version, signers: Sequence[Person]
) -> None:
    """Ask for what is needed, and store the answer; the place shows what came of it.

    Args:
        place: where one is.
        mode: what one is about to say.
        conversation: whose plan it is.
        version: what was read.
        signers: who can say it at this screen, oneself first.
    """
    desk, me = place.session.desk, place.session.me
    form = SignatureForm(mode, conversation, version, signers)
    if mode is not Mode.SIGN or len(signers) > 1 or desk.signing.needs_initials(me, signers[0]):
        place.app.push_screen(form, place_again(place))
        return

    def sign(sure: bool | None) -> None:
        if sure:
            try:
                desk.signing.sign(me, conversation, version.plan.hash)
            except IjtuiError as error:
                place.refuse(error)
            place.reload()

    place.app.push_screen(ConfirmScreen(form.note(), _("sign"), _("read on")), sign)


class SignatureForm(Form[Version]):
    """Asks who signs where that is not clear, for words where some are needed, and for initials.

    Args:
        mode: what is about to be said.
        conversation: whose plan it is.
        version: what was read.
        signers: who can say it at this screen, oneself first.
    """

    ABOUT = N_(
        "What you write here is seen by both of you and stands in the minutes. One who has no login signs at "
        "the other's screen, with initials; whoever has one signs in a session of their own."
    )

    def __init__(
        self, mode: Mode, conversation: Conversation, version: Version, signers: Sequence[Person]
    ) -> None:
        super().__init__(f"signature:{conversation.id}:{mode}")
        self._mode = mode
        self._conversation = conversation
        self._version = version
        self._signers = {str(person.id): person for person in signers}

    @property
    def _keeps_draft(self) -> bool:
        return self._mode is not Mode.SIGN and super()._keeps_draft

    def heading(self) -> str:
        """Return what is about to be said, and of whose plan."""
        return f"{_(_HEADINGS[self._mode])} · {self._conversation.employee.name}"

    def note(self) -> str:
        """Say which version it is, and what follows."""
        plan = self._version.plan
        which = _("Version {number} · {hash}", number=plan.number, hash=short(plan.hash))
        if self._mode is Mode.DECLINE:
            said = _("You both see the reason, and it stands in the minutes. You can sign later after all.")
        else:
            said = _("What is signed is never taken back; whatever you change becomes a new version.")
        return f"{which}\n{said}"

    def fields(self) -> Iterator[Spec]:
        """Ask for as little as possible."""
        first, *others = self._signers
        if others:
            names = [(key, name_of(person, self.session.me)) for key, person in self._signers.items()]
            yield Spec("signer", _("Who"), "choice", first, names)
        if self._mode in _ASKED:
            yield Spec("said", _(_ASKED[self._mode]), "text")
        signing = self.session.desk.signing
        if any(signing.needs_initials(self.session.me, person) for person in self._signers.values()):
            yield Spec("initials", _("Initials"))

    def submit(self, values: Mapping[str, str]) -> Version:
        """Store what was said."""
        signing = self.session.desk.signing
        signer = self._signers[values.get("signer") or next(iter(self._signers))]
        say = signing.decline if self._mode is Mode.DECLINE else signing.sign
        said, initials = values.get("said", ""), values.get("initials", "")
        return say(
            self.session.me,
            self._conversation,
            self._version.plan.hash,
            said,
            signer=signer,
            initials=initials,
        )


def open_at(place: Place[Any], conversation: str, mode: str) -> None:
    """Open the plan to be signed, and the form that was left above it.

    Raises:
        NotFound: there is no such conversation, or it is not the asker's.
        RuleBroken: nothing is agreed any more.
    """
    from ijtui.screens import signing

    signing.open_at(place, conversation, mode)

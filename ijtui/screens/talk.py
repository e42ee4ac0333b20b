"""The talk: station screens that stay open together until it is left."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.text import Text, TextKey, TextKind
from ijtui.screens.looking import write_down
from ijtui.screens.place import Place
from ijtui.screens.saying import station_name
from ijtui.screens.session import Session
from ijtui.screens.stopwatch import Stopwatch
from ijtui.widgets.stepper import Step

if TYPE_CHECKING:
    from ijtui.screens.station import Station


class Talk:
    """One conversation while it is open on screen: what the stations share.

    Args:
        session: who is there.
        conversation: as it stands now.
    """

    def __init__(self, session: Session, conversation: Conversation) -> None:
        self.session = session
        self.conversation = conversation
        self.previous = session.desk.conversations.previous(session.me, conversation)
        self.watch = Stopwatch()
        self._screens: dict[StationKey, Station] = {}
        self._last_time = self._notes_of_last_time()

    # What is shown

    @property
    def me(self) -> Party:
        """The side on which the person at the keys sits."""
        return self.conversation.party_of(self.session.me) or Party.MANAGER

    def refresh(self) -> None:
        """Read the conversation as it stands now."""
        self.conversation = self.session.desk.conversations.get(self.session.me, self.conversation.id)

    def last_time(self, question: str) -> str:
        """Return the shared notes of the previous conversation on the same question, or ""."""
        return self._last_time.get(question, "")

    def _notes_of_last_time(self) -> Mapping[str, str]:
        if self.previous is None:
            return {}
        return self.session.desk.texts.shared_notes(self.session.me, self.previous)

    def preparations(self) -> Mapping[Party, Mapping[str, Text]]:
        """Return what both have prepared, as far as the person may read it, by question id."""
        found: dict[Party, dict[str, Text]] = {party: {} for party in Party}
        for key, text in self.session.desk.texts.readable(self.session.me, self.conversation).items():
            if key.kind is TextKind.PREPARATION and key.party and text.body.strip():
                found[key.party][key.question] = text
        return found

    def shared_key(self, question: str) -> TextKey:
        """Return which text holds the shared notes on a question."""
        return TextKey(self.conversation.id, question, TextKind.SHARED)

    def private_key(self, question: str) -> TextKey:
        """Return which text holds the person's own note on a question."""
        return TextKey(self.conversation.id, question, TextKind.PRIVATE, self.me)

    def steps(self, here: StationKey) -> tuple[Step, ...]:
        """Return the stations for the stepper."""
        return tuple(self._step(key, here) for key in self.order)

    @property
    def order(self) -> tuple[StationKey, ...]:
        """The stations of this conversation, in the order in which they are walked."""
        return self.conversation.agenda.order

    def after(self, key: StationKey) -> StationKey | None:
        """Return the station after that one; None after the last."""
        following = self.order[self.order.index(key) + 1 :]
        return following[0] if following else None

    def _step(self, key: StationKey, here: StationKey) -> Step:
        station = self.conversation.agenda.station(key)
        minutes = f"{self.minutes(key, here)}/{station.minutes} min" if key is here else ""
        return Step(
            key, station_name(self.conversation.agenda, key), self.conversation.is_done(station), minutes
        )

    def minutes(self, key: StationKey, here: StationKey) -> int:
        """Return the whole minutes used at a station, the running ones included."""
        running = self.watch.look() if key is here else 0.0
        return int(self.conversation.used.get(key, 0) + running) // 60

    def total_minutes(self) -> int:
        """Return the whole minutes used so far."""
        return int(sum(self.conversation.used.values()) + self.watch.look()) // 60

    # Time

    def count(self, here: StationKey) -> None:
        """Store the time that has run at this station; where both have the talk open the manager's counts."""
        seconds = self.watch.take()
        is_counted = self.me is Party.EMPLOYEE and self.session.company.other().is_talking
        if seconds and not is_counted and self.conversation.state is State.ONGOING:
            desk, me = self.session.desk, self.session.me
            self.conversation = desk.conversations.spend(me, self.conversation, here, seconds)

    # Going about

    def screen(self, key: StationKey) -> Station:
        """Return the screen of a station, made when it is first asked for."""
        if key not in self._screens:
            self._screens[key] = _made(key, self)
        return self._screens[key]

    def name(self, key: StationKey) -> str:
        """Return under which name the app keeps the station's screen."""
        return f"talk-{self.conversation.id}-{key}"

    def first_open(self) -> StationKey:
        """Return the first station that is not done yet, where one goes on."""
        agenda = self.conversation.agenda
        open_ones = (key for key in self.order if not self.conversation.is_done(agenda.station(key)))
        return next(open_ones, self.order[-1])

    def go(self, place: Place[Any], key: StationKey) -> None:
        """Change to another station; the one that is left stays as it is."""
        self._keep(place, key)
        place.app.switch_screen(self.name(key))

    def enter(self, place: Place[Any], key: StationKey) -> None:
        """Open the talk above a place."""
        self._keep(place, key)
        place.app.push_screen(self.name(key))

    def leave(self, place: Place[Any]) -> None:
        """Close the talk; every station goes with it."""
        place.app.pop_screen()
        for key, screen in self._screens.items():
            place.app.uninstall_screen(self.name(key))
            if screen.is_running:
                screen.remove()

    def _keep(self, place: Place[Any], key: StationKey) -> None:
        if not place.app.is_screen_installed(self.name(key)):
            place.app.install_screen(self.screen(key), self.name(key))


def open_talk(
    place: Place[Any],
    conversation: Conversation,
    station: StationKey | None = None,
    *,
    instead: bool = False,
) -> None:
    """Open the talk where it was left, or at a station; a booked conversation begins.

    Args:
        place: where one is.
        conversation: which one.
        station: where to begin; None for where it was left.
        instead: in place of the place, so that one leaves the talk to where the place was opened.
    """
    session = place.session
    if conversation.state is State.BOOKED:
        conversation = session.desk.conversations.begin(session.me, conversation)
    talk = Talk(session, conversation)
    write_down(place, session.desk.looks.saw, conversation)
    (talk.go if instead else talk.enter)(place, station or talk.first_open())


def _made(key: StationKey, talk: Talk) -> Station:
    """Return a new screen for a station; each module is imported when it is first needed."""
    name = "".join(word.capitalize() for word in key.split("_")) + "Screen"
    screen: type[Station] = getattr(import_module(f"ijtui.screens.{key}"), name)
    return screen(talk)

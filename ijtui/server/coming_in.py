"""The way from a door to what somebody came for: their own settings, then a command's answer or the app."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable
from dataclasses import replace

from ijtui.cli import run, told
from ijtui.cli.output import complain
from ijtui.domain.account import Door
from ijtui.errors import BadInput, NotFound
from ijtui.hosting import Hosting, load
from ijtui.server import net, verbs
from ijtui.server.places import Places
from ijtui.server.surroundings import CONFIG, DATABASE, SETTINGS, Arrival, settle
from ijtui.terminal.environment import refuse_unusable_terminal
from ijtui.words import N_, default_language, explain, speak

Identity = Callable[[Arrival, Places], Door]
"""Says who somebody is, or refuses them."""

_NOT_UNDERSTOOD = 2
_NOT_SET_UP = N_("There is nothing here yet. Ask whoever looks after the server.")


def come_in(identity: Identity, places: Places) -> int:
    """Let in whoever is at the door, do what they came for, and return the exit code.

    0 done, 1 refused with a reason, 2 not understood.
    """
    arrival = settle()
    net.spread()
    speak(default_language(os.environ))
    return told(lambda: _heard(arrival, identity, places))


def _heard(arrival: Arrival, identity: Identity, places: Places) -> int:
    try:
        return _received(arrival, identity, places)
    except BadInput as refusal:
        complain(explain(refusal))
        return _NOT_UNDERSTOOD


def _received(arrival: Arrival, identity: Identity, places: Places) -> int:
    door = identity(arrival, places)
    settings = str(places.settings_of(door.login))
    os.environ.update({CONFIG: str(places.etc), DATABASE: str(places.database), SETTINGS: settings})
    if not places.database.exists():
        raise NotFound(_NOT_SET_UP)
    if arrival.command is not None:
        return run(verbs.understood(arrival.command), door=door)
    refuse_unusable_terminal()
    from ijtui.cli.open import open_app

    return open_app(places.database, door=door, hosting=hosting_of(places, arrival))


def hosting_of(places: Places, arrival: Arrival) -> Hosting:
    """Return what the administrator has chosen, with what this person writes after ssh.

    Raises:
        BadInput: it can't be understood.
        StorageFailed: it can't be read.
    """
    chosen = load(places.etc / "server.toml")
    address = chosen.address or f"{pwd.getpwuid(os.geteuid()).pw_name}@{os.uname().nodename}"
    own = address.rpartition("@")[2]  # whoever has an account of the system comes in by that
    return replace(chosen, address=own if arrival.sudo_uid else address)

"""Names and folders of a shared server: what the administrator's command makes and the doors rely on.

Everything under `ETC` and `LIBRARY` belongs to root and is readable by all; only `Places.data` belongs to the
service account, so that nothing the app can write ever lets anybody in (reliability notes §1.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ACCOUNT = "samtal"
"""The service account: it owns the data, and its name is what people type: `ssh samtal@host`."""

GROUP = "samtal-people"
"""Whoever has an account of the system and is in this group may come in through sudo.

It is not the account's own group: a `Match Group` for people would then hold for the account, too.
"""

ETC = Path("/etc/ijtui")
LIBRARY = Path("/usr/lib/ijtui")
DATA = Path("/var/lib/ijtui")

SSHD = Path("/etc/ssh/sshd_config.d/ijtui.conf")
SUDOERS = Path("/etc/sudoers.d/ijtui")

KEY_TYPES = frozenset(
    {
        "ssh-ed25519",
        "sk-ssh-ed25519@openssh.com",
        "ecdsa-sha2-nistp256",
        "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521",
        "sk-ecdsa-sha2-nistp256@openssh.com",
        "ssh-rsa",
    }
)
"""The kinds of keys that are let in; certificates and what is no longer safe are not among them."""

_LOGIN = re.compile(r"[a-z0-9_-]{1,32}")


def is_login(text: str) -> bool:
    """Whether that can be a login name: it becomes a file's name and stands in a command."""
    return _LOGIN.fullmatch(text) is not None and not text.startswith("-")


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything of one shared file lies; a test moves it elsewhere, nobody else does.

    Attributes:
        etc: the administrator's choices, root's.
        library: what sshd and sudo start, root's.
        data: what the sessions write: 0700, the account's.
    """

    etc: Path = ETC
    library: Path = LIBRARY
    data: Path = DATA

    @property
    def database(self) -> Path:
        """The file."""
        return self.data / "ijtui.db"

    @property
    def keys(self) -> Path:
        """The folder of public keys: LOGIN.pub for each person, one "TYPE BASE64 [comment]" a line, 0644."""
        return self.etc / "keys"

    @property
    def session(self) -> Path:
        """What the forced command starts: `session --user LOGIN`."""
        return self.library / "session"

    @property
    def sudo_session(self) -> Path:
        """What sudo starts, without arguments."""
        return self.library / "sudo-session"

    @property
    def authorized_keys(self) -> Path:
        """What sshd asks for the keys of the account."""
        return self.library / "authorized-keys"

    def keys_of(self, login: str) -> Path:
        """Return the file of that person's public keys, whether or not it exists."""
        return self.keys / f"{_checked(login)}.pub"

    def settings_of(self, login: str) -> Path:
        """Return the file of that person's settings, whether or not it exists."""
        return self.data / "settings" / f"{_checked(login)}.toml"


def _checked(login: str) -> str:
    if not is_login(login):
        raise ValueError(login)
    return login
